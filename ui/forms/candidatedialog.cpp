#include "ui/forms/candidatedialog.h"

#include "models/qt/formatter.h"
#include "ui/forms/factseditor.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

ComputerFacts factsOf(const Candidate& candidate)
{
    ComputerFacts facts;
    facts.kind = ComputerKind::Known;
    facts.form = candidate.form;
    facts.cpu = candidate.cpu;
    facts.gpu = candidate.gpu;
    facts.ram = candidate.ram;
    facts.vram = candidate.vram;
    facts.os = candidate.os;
    return facts;
}

} // namespace

CandidateDialog::CandidateDialog(const FormContext& context, const Candidate& candidate, CurrencyCode currency, QWidget* parent)
    : QDialog(parent)
    , m_before(candidate)
    , m_facts(new FactsEditor(*context.catalog, this))
    , m_name(new QLineEdit(this))
    , m_tgp(new NumberEdit(tr("Watts of the graphics card (TGP)"), {5, 1500, false}, tr("W"), this))
    , m_price(new NumberEdit(tr("Price"), {0.01, 1e9, false}, {}, this))
    , m_currency(new QComboBox(this))
    , m_problem(new QLabel(this))
{
    setName(*this, QStringLiteral("main"));
    setWindowTitle(tr("A machine you are looking at"));
    auto* box = new QVBoxLayout(this);
    auto* why = new QLabel(tr("Copy what the label says. Leave empty what it does not say."), this);
    why->setWordWrap(true);
    box->addWidget(why);
    box->addWidget(m_facts);
    setUpRows(context, candidate.price ? candidate.price->currency : currency);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    box->addWidget(m_problem);
    setUpButtons();
    m_facts->setFacts(factsOf(candidate));
    m_name->setText(plain(candidate.name));
    m_tgp->setValue(candidate.tgp ? std::optional<double>(candidate.tgp->value) : std::nullopt);
    m_price->setValue(candidate.price ? std::optional<double>(candidate.price->amount) : std::nullopt);
    m_name->setFocus();
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

void CandidateDialog::setUpRows(const FormContext& context, CurrencyCode currency)
{
    QFormLayout* rows = m_facts->rows();
    m_name->setMaxLength(120);
    m_name->setAccessibleName(tr("Name"));
    setName(*m_name, QStringLiteral("name"));
    setName(*m_currency, QStringLiteral("priceCurrency"));
    m_currency->setAccessibleName(tr("Currency of the price"));
    m_tgp->edit()->setObjectName(QStringLiteral("tgpQLineEdit"));
    m_price->edit()->setObjectName(QStringLiteral("priceQLineEdit"));
    m_price->edit()->setPlaceholderText(tr("from the label"));
    for (const Currency& entry : context.catalog->currencies)
        m_currency->addItem(plain(entry.code.view(), 3));
    m_currency->model()->sort(0);
    const QString code = plain(currency.view(), 3);
    if (m_currency->findText(code) < 0)
        m_currency->addItem(code);
    m_currency->setCurrentText(code);
    auto* price = new QHBoxLayout;
    price->addWidget(m_price, 1);
    price->addWidget(m_currency);
    rows->insertRow(0, tr("Name"), m_name);
    rows->insertRow(1, tr("Price"), price);
    rows->addRow(tr("Graphics watts (TGP)"), m_tgp);
    setTabOrder(m_name, m_price->edit());
    setTabOrder(m_price->edit(), m_currency);
    for (auto [row, buddy] : {std::pair<int, QWidget*>{0, m_name}, {1, m_price->edit()}, {rows->rowCount() - 1, m_tgp->edit()}}) {
        if (auto* label = qobject_cast<QLabel*>(rows->itemAt(row, QFormLayout::LabelRole)->widget()))
            label->setBuddy(buddy);
    }
}

void CandidateDialog::setUpButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* keep = buttons->addButton(tr("Keep this machine"), QDialogButtonBox::AcceptRole);
    keep->setProperty("primary", true);
    setName(*keep, QStringLiteral("keep"));
    connect(buttons, &QDialogButtonBox::accepted, this, &CandidateDialog::acceptIfComplete);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void CandidateDialog::acceptIfComplete()
{
    QString problem;
    if (m_name->text().trimmed().isEmpty())
        problem = tr("Give it a name, for example the one on the label.");
    else if (!m_facts->isValid() || !m_price->isValid() || !m_tgp->isValid())
        problem = tr("Correct the number that is marked above.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        accept();
    else if (m_name->text().trimmed().isEmpty())
        m_name->setFocus();
}

Candidate CandidateDialog::candidate() const
{
    const ComputerFacts facts = m_facts->facts();
    Candidate result = m_before;
    if (m_name->text() != plain(m_before.name))
        result.name = plain(m_name->text().trimmed().toStdString(), 120).toStdString();
    result.form = facts.form;
    result.cpu = facts.cpu;
    result.gpu = facts.gpu;
    result.ram = facts.ram;
    result.vram = facts.vram;
    result.os = facts.os;
    result.tgp = m_tgp->value() ? std::optional<Watts>(Watts{*m_tgp->value()}) : std::nullopt;
    result.price.reset();
    if (m_price->value())
        result.price = Money{*m_price->value(), CurrencyCode(m_currency->currentText().toStdString())};
    return result;
}

} // namespace rightrig
