#include "ui/prices/pricesdialog.h"

#include "models/qt/formatter.h"
#include "models/qt/pricetext.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"
#include "ui/forms/rowtable.h"
#include "ui/messagebar.h"
#include "ui/prices/priceimporter.h"
#include "ui/results/parts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace rightrig {

namespace {

QString droppedPriceFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

PricesDialog::PricesDialog(PriceServices services, QDate today, QWidget* parent)
    : QDialog(parent), m_services(std::move(services)), m_today(today), m_messages(new MessageBar(this))
{
    setName(*this, QStringLiteral("prices"));
    setWindowTitle(tr("Prices"));
    setAcceptDrops(true);
    setUpBody();
    addImport();
    addOwn();
    addSources();
    addHistory();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setName(*buttons, QStringLiteral("prices"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    const QSize wanted(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 46);
    const QSize most = screen() ? screen()->availableSize() * 9 / 10 : wanted;
    resize(wanted.boundedTo(most));
    load();
}

void PricesDialog::setUpBody()
{
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(m_messages);
    auto* scroll = new QScrollArea(this);
    setName(*scroll, QStringLiteral("prices"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_body = new QWidget;
    setName(*m_body, QStringLiteral("pricesBody"));
    m_box = new QVBoxLayout(m_body);
    m_box->setSpacing(fontMetrics().height() * 2 / 3);
    scroll->setWidget(m_body);
    outer->addWidget(scroll, 1);
}

TitledCard* PricesDialog::addCard(const QString& title, const QString& stem)
{
    auto* card = new TitledCard(title, stem + QStringLiteral("TitledCard"), m_body);
    m_box->addWidget(card);
    return card;
}

void PricesDialog::addImport()
{
    TitledCard* card = addCard(tr("Bring in newer prices"), QStringLiteral("import"));
    m_importer = new PriceImporter(m_services.plan, card);
    card->box()->addWidget(m_importer);
    connect(m_importer, &PriceImporter::failed, this,
        [this](const QString& problem) { m_messages->showMessage(MessageBar::Problem, problem); });
    connect(m_importer, &PriceImporter::taken, this,
        [this](const std::shared_ptr<const ImportPlan>& plan, const QString& file) { take(*plan, file); });
}

QPushButton* PricesDialog::addButton(QLayout& row, const QString& text, const QString& stem)
{
    auto* button = new QPushButton(text, this);
    setName(*button, stem);
    row.addWidget(button);
    return button;
}

void PricesDialog::addOwn()
{
    TitledCard* card = addCard(tr("Your own prices"), QStringLiteral("own"));
    m_ownText = plainLabel(QStringLiteral("ownLabel"), card);
    m_own = new RowTable(QStringLiteral("own"), tr("Your own prices"), ownPriceHeaders(), true, card);
    auto* row = new FlowLayout(0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    m_new = addButton(*row, tr("T&ype a price..."), QStringLiteral("newPrice"));
    m_newMachine = addButton(*row, tr("Add a &machine..."), QStringLiteral("newMachine"));
    m_newMachine->setToolTip(tr("For a machine that the catalogue lacks."));
    m_edit = addButton(*row, tr("&Change..."), QStringLiteral("editPrice"));
    m_forget = addButton(*row, tr("&Forget this price"), QStringLiteral("forgetPrice"));
    m_forgetAll = addButton(*row, tr("Forget &all"), QStringLiteral("forgetAll"));
    m_undoButton = addButton(*row, tr("&Undo"), QStringLiteral("undoPrices"));
    card->box()->addWidget(m_ownText);
    card->box()->addWidget(m_own);
    card->box()->addLayout(row);
    connect(m_own, &RowTable::rowSelected, this, &PricesDialog::showButtons);
    connect(m_own, &QTableView::doubleClicked, this, &PricesDialog::editSelected);
    connect(m_new, &QPushButton::clicked, this, &PricesDialog::typeNew);
    connect(m_newMachine, &QPushButton::clicked, this, &PricesDialog::addMachine);
    connect(m_edit, &QPushButton::clicked, this, &PricesDialog::editSelected);
    connect(m_forget, &QPushButton::clicked, this, &PricesDialog::forgetSelected);
    connect(m_forgetAll, &QPushButton::clicked, this, &PricesDialog::forgetAll);
    connect(m_undoButton, &QPushButton::clicked, this, &PricesDialog::undo);
}

void PricesDialog::addSources()
{
    TitledCard* card = addCard(tr("Where prices come from"), QStringLiteral("sources"));
    m_sourcesText = plainLabel(QStringLiteral("sourcesLabel"), card);
    m_sources = new RowTable(QStringLiteral("sources"), tr("Prices by source"), sourceHeaders(), true, card);
    card->box()->addWidget(m_sourcesText);
    card->box()->addWidget(m_sources);
}

void PricesDialog::addHistory()
{
    TitledCard* card = addCard(tr("What was changed"), QStringLiteral("history"));
    m_historyText = plainLabel(QStringLiteral("historyLabel"), card);
    m_history = new RowTable(QStringLiteral("history"), tr("Changes to your own prices"), priceHistoryHeaders(), true, card);
    card->box()->addWidget(m_historyText);
    card->box()->addWidget(m_history);
    m_box->addStretch(1);
}

void PricesDialog::showBook()
{
    m_importer->setPrices(m_book.all);
    m_own->setRows(ownPriceRows(m_book.own, ownPriceLines(*m_book.shipped, m_book.own), m_today));
    m_own->setVisible(m_own->rows() > 0);
    m_sources->setRows(
        sourceRows(pricesBySource(*m_book.all, m_today.toString(Qt::ISODate).toStdString()), m_today, m_book.catalog->expiredPrices == 0));
    m_history->setRows(priceHistoryRows(m_book.history));
    m_history->setVisible(m_history->rows() > 0);
    showCounts();
    showButtons();
}

void PricesDialog::showCounts()
{
    const QString file = QDir::toNativeSeparators(m_book.file);
    QString own = m_book.own.empty() ? tr("You have none yet. Those you read or type are kept apart from the catalogue.")
                                     : tr("They lie over the catalogue and survive its updates. File: %1").arg(file);
    if (!m_book.leftOut.empty())
        own += QLatin1Char('\n') + tr("%n of them do not count.", nullptr, static_cast<int>(m_book.leftOut.size()));
    m_ownText->setText(own);
    QString sources = tr("A price of 12 months and more is marked as old.");
    const int expired = m_book.catalog->expiredPrices;
    if (expired > 0)
        sources += QLatin1Char(' ') + tr("%n price(s) of 24 months and more cannot win.", nullptr, expired);
    m_sourcesText->setText(sources);
    showText(*m_historyText,
        !m_book.historyProblem.isEmpty() ? m_book.historyProblem
            : m_book.history.empty()     ? tr("Nothing yet.")
                                         : QString());
}

void PricesDialog::showButtons()
{
    const bool ready = m_book.all != nullptr;
    const bool selected = ready && m_own->selectedRow() >= 0;
    m_importer->setEnabled(ready);
    m_new->setEnabled(ready);
    m_newMachine->setEnabled(ready);
    m_edit->setEnabled(selected);
    m_forget->setEnabled(selected);
    m_forgetAll->setEnabled(ready && !m_book.own.empty());
    m_undoButton->setEnabled(ready && !m_undo.empty());
}

void PricesDialog::readFile(const QString& path)
{
    if (m_book.all)
        m_importer->read(path);
}

void PricesDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_book.all && !droppedPriceFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PricesDialog::dropEvent(QDropEvent* event)
{
    const QString path = droppedPriceFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    readFile(path);
}

} // namespace rightrig
