#include "ui/forms/candidatesform.h"

#include "models/qt/formatter.h"
#include "ui/forms/candidatedialog.h"
#include "ui/forms/flowlayout.h"

#include <QApplication>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

QString lineFor(const Candidate& candidate)
{
    QStringList parts{candidate.name.empty() ? QCoreApplication::translate("CandidatesForm", "Without a name") : plain(candidate.name)};
    if (candidate.price)
        parts.append(formatMoney(*candidate.price));
    for (const auto* name : {&candidate.cpu, &candidate.gpu}) {
        if (*name && **name != "none")
            parts.append(plain(**name, 60));
    }
    if (candidate.ram)
        parts.append(formatGib(*candidate.ram));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

CandidatesForm::CandidatesForm(const FormContext& context, QWidget* parent)
    : Form(parent)
    , m_context(context)
    , m_list(new QListWidget(this))
    , m_hint(new QLabel(tr("Seen one in a shop? Add it, and we tell you if it is any good."), this))
    , m_add(new QPushButton(tr("Add a machine..."), this))
    , m_edit(new QPushButton(tr("Change..."), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    auto* group = new QGroupBox(tr("I'm looking at these machines"), this);
    setName(*group, QStringLiteral("candidates"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(group);
    auto* box = new QVBoxLayout(group);
    box->setContentsMargins(0, 6, 0, 0);
    m_hint->setWordWrap(true);
    setName(*m_list, QStringLiteral("candidates"));
    m_list->setAccessibleName(tr("Machines you are looking at"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    box->addWidget(m_hint);
    box->addWidget(m_list);
    auto* row = new FlowLayout(60, 0); // the buttons wrap when text is large
    row->setSpacing(4);
    for (QPushButton* button : {m_add, m_edit, m_remove})
        row->addWidget(button);
    box->addLayout(row);
    setUpButtons();
    show();
}

void CandidatesForm::setUpButtons()
{
    setName(*m_add, QStringLiteral("addCandidate"));
    setName(*m_edit, QStringLiteral("editCandidate"));
    setName(*m_remove, QStringLiteral("removeCandidate"));
    connect(m_add, &QPushButton::clicked, this, [this] { edit(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_list->currentRow()); });
    connect(m_remove, &QPushButton::clicked, this, &CandidatesForm::removeCurrent);
    connect(m_list, &QListWidget::itemActivated, this, [this] { edit(m_list->currentRow()); });
}

void CandidatesForm::load(const Answers& answers)
{
    m_answers = answers;
    show();
}

void CandidatesForm::save(Answers& answers) const { answers.candidates = m_answers.candidates; }

void CandidatesForm::edit(int row)
{
    const bool isNew = row < 0;
    const Candidate before = isNew ? Candidate() : m_answers.candidates.at(std::size_t(row));
    auto* dialog = new CandidateDialog(m_context, before, currencyOf(m_answers, *m_context.catalog), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row, isNew] {
        auto& all = m_answers.candidates;
        if (isNew && int(all.size()) < mostCandidates)
            all.push_back(dialog->candidate());
        else if (!isNew && row < int(all.size()))
            all[std::size_t(row)] = dialog->candidate();
        show();
        m_list->setCurrentRow(isNew ? int(all.size()) - 1 : row);
        Q_EMIT changed();
    });
    dialog->open();
}

void CandidatesForm::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const QString name = plain(m_answers.candidates.at(std::size_t(row)).name, 60);
    m_answers.candidates.erase(m_answers.candidates.begin() + row);
    show();
    Q_EMIT changed();
    Q_EMIT removed(name);
}

void CandidatesForm::show()
{
    const int current = m_list->currentRow();
    m_list->clear();
    for (const Candidate& candidate : m_answers.candidates)
        m_list->addItem(lineFor(candidate));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setToolTip(m_list->item(row)->text().toHtmlEscaped()); // shown whole where the line is cut
    m_list->setCurrentRow(std::min(std::max(current, 0), m_list->count() - 1));
    const bool any = m_list->count() > 0;
    const bool full = m_list->count() >= mostCandidates;
    m_list->setVisible(any);
    m_list->setFixedHeight(std::min(3, m_list->count()) * std::max(28, fontMetrics().height() + 10) + 6);
    m_edit->setVisible(any);
    m_remove->setVisible(any);
    m_add->setVisible(!full);
    m_hint->setVisible(!any || full);
    m_hint->setText(full ? tr("Six machines are the most. Remove one to add another.")
                         : tr("Seen one in a shop? Add it, and we tell you if it is any good."));
}

} // namespace rightrig
