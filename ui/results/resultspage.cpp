#include "ui/results/resultspage.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/accuracy/accuracydialog.h"
#include "ui/results/answercard.h"
#include "ui/results/changescard.h"
#include "ui/results/choicecards.h"
#include "ui/results/comparepanel.h"
#include "ui/results/costovertimepanel.h"
#include "ui/results/costtimepanel.h"
#include "ui/results/coursecard.h"
#include "ui/results/howpanel.h"
#include "ui/results/memorypanel.h"
#include "ui/results/owncard.h"
#include "ui/results/parts.h"
#include "ui/results/sectiontabs.h"
#include "ui/results/tracing.h"
#include "ui/results/wordsdialog.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

namespace rightrig {
namespace {

constexpr int wideColumns = 172; ///< average letters: from here on answer and views stand side by side

} // namespace

struct ResultsPage::Parts
{
    Shown shown;
    QScrollArea* scroll = nullptr;
    QWidget* body = nullptr;
    QWidget* left = nullptr;
    QWidget* right = nullptr;
    QBoxLayout* columns = nullptr;
    AnswerCard* answer = nullptr;
    ChoiceCards* runners = nullptr;
    ChangesCard* changes = nullptr;
    CandidatesCard* candidates = nullptr;
    QLabel* selected = nullptr;
    QPushButton* back = nullptr;
    SectionTabs* tabs = nullptr;
    HowPanel* how = nullptr;
    ComparePanel* compare = nullptr;
    QList<ResultsPart*> fixed;  ///< always seen
    QList<ResultsPart*> tabbed; ///< in tab order
    QList<bool> stale;          ///< the tab has not seen the newest results

    void setUpBody(ResultsPage& page);
    void setUpAnswer();
    void setUpTabs();
    void presentTab();
    void select(int option);
    void showSelected();
    void fit(QSize size);
};

void ResultsPage::Parts::setUpBody(ResultsPage& page)
{
    scroll = new QScrollArea(&page);
    scroll->setObjectName(QStringLiteral("resultsScrollArea"));
    scroll->setAccessibleName(ResultsPage::tr("Your recommendation"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    body = new QWidget;
    body->setObjectName(QStringLiteral("resultsBodyWidget"));
    scroll->setWidget(body);
    columns = new QBoxLayout(QBoxLayout::TopToBottom, body);
    columns->setSpacing(page.fontMetrics().height());
    auto* outer = new QVBoxLayout(&page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void ResultsPage::Parts::setUpAnswer()
{
    left = new QWidget(body);
    left->setObjectName(QStringLiteral("answerColumnWidget"));
    auto* box = new QVBoxLayout(left);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(left->fontMetrics().height() * 2 / 3);
    answer = new AnswerCard(left);
    runners = new ChoiceCards(left);
    changes = new ChangesCard(left);
    candidates = new CandidatesCard(left);
    fixed = {answer, new CourseCard(left), runners, candidates, new OwnCard(left), changes};
    for (ResultsPart* part : std::as_const(fixed))
        box->addWidget(part);
    box->addStretch(1);
    columns->addWidget(left);
}

void ResultsPage::Parts::setUpTabs()
{
    auto* views = new TitledCard({}, QStringLiteral("viewsFrame"), body);
    right = views;
    right->setAccessibleName(ResultsPage::tr("All options"));
    selected = plainLabel(QStringLiteral("selectedLabel"), right, 1.0, true);
    back = new QPushButton(ResultsPage::tr("Show the recommendation"), right);
    back->setObjectName(QStringLiteral("backToBestButton"));
    auto* top = new QHBoxLayout;
    top->addWidget(selected, 1);
    top->addWidget(back, 0, Qt::AlignTop);
    views->box()->addLayout(top);
    tabs = new SectionTabs(right);
    how = new HowPanel(right);
    compare = new ComparePanel(right);
    const QList<std::pair<QString, ResultsPart*>> pages{{ResultsPage::tr("Cost and time"), new CostTimePanel(right)},
        {ResultsPage::tr("Cost over time"), new CostOverTimePanel(right)}, {ResultsPage::tr("Memory"), new MemoryPanel(right)},
        {ResultsPage::tr("Compare"), compare}, {ResultsPage::tr("How we know"), how}};
    for (const auto& [title, part] : pages) {
        tabs->add(title, part);
        tabbed.append(part);
        stale.append(false);
    }
    views->box()->addWidget(tabs, 1);
    columns->addWidget(right);
    columns->setAlignment(right, Qt::AlignTop);
}

void ResultsPage::Parts::presentTab()
{
    const int index = tabs->current();
    if (!shown.results || index < 0 || !stale[index])
        return;
    stale[index] = false;
    tabbed[index]->present(shown);
}

void ResultsPage::Parts::select(int option)
{
    if (!shown.results || !shown.at(option) || option == shown.option)
        return;
    shown.option = option;
    for (ResultsPart* part : std::as_const(fixed))
        part->select(shown);
    for (qsizetype i = 0; i < tabbed.size(); ++i) {
        if (i == tabs->current() && !stale[i])
            tabbed[i]->select(shown);
        else
            stale[i] = true;
    }
    showSelected();
}

void ResultsPage::Parts::showSelected()
{
    const Option* option = shown.selected();
    const bool best = shown.option == shown.results->best.option;
    const QString name = option ? optionName(*option) : ResultsPage::tr("nothing");
    if (!option || option->kind == OptionKind::None)
        selected->setText(ResultsPage::tr("Nothing is recommended. Choose an option below to look at it."));
    else
        selected->setText(
            best ? ResultsPage::tr("Shown below: our recommendation, %1").arg(name) : ResultsPage::tr("Shown below: %1").arg(name));
    back->setVisible(!best && shown.best() != nullptr);
}

void ResultsPage::Parts::fit(QSize size)
{
    const bool wide = size.width() > body->fontMetrics().averageCharWidth() * wideColumns;
    const auto direction = wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (columns->direction() != direction)
        columns->setDirection(direction);
    columns->setStretch(0, wide ? 2 : 0); // one above the other, what is left over belongs below both
    columns->setStretch(1, wide ? 3 : 1);
    const QMargins margins = columns->contentsMargins();
    right->setMinimumHeight(wide ? size.height() - margins.top() - margins.bottom() : 0); // beside the answer there is room for the chart
}

ResultsPage::ResultsPage(std::shared_ptr<const Catalog> catalog, QWidget* parent) : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    setObjectName(QStringLiteral("resultsPage"));
    m_parts->shown.catalog = std::move(catalog);
    m_parts->shown.today = QDate::currentDate();
    m_parts->setUpBody(*this);
    m_parts->setUpAnswer();
    m_parts->setUpTabs();
    for (ResultsPart* part : m_parts->fixed + m_parts->tabbed)
        connect(part, &ResultsPart::optionChosen, this, [this](int option) { m_parts->select(option); });
    connect(m_parts->tabs, &SectionTabs::currentChanged, this, [this] { m_parts->presentTab(); });
    connect(m_parts->back, &QPushButton::clicked, this, [this] { m_parts->select(m_parts->shown.results->best.option); });
    connect(m_parts->answer, &AnswerCard::wordsRequested, this, &ResultsPage::showWords);
    connect(m_parts->how, &HowPanel::accuracyRequested, this, [this] { showAccuracy(this, m_parts->shown.catalog); });
    connect(m_parts->how, &HowPanel::overridesChanged, this, &ResultsPage::overridesChanged);
    connect(m_parts->compare, &ComparePanel::priceWanted, this, [this](int index) {
        const Option* option = m_parts->shown.at(index);
        const Offer* offer = option != nullptr ? offerOf(m_parts->shown, *option) : nullptr;
        Q_EMIT priceWanted(offer != nullptr ? plain(offer->id) : QString());
    });
}

ResultsPage::~ResultsPage() = default;

void ResultsPage::setToday(QDate today) { m_parts->shown.today = today; }

void ResultsPage::setResults(std::shared_ptr<const Results> results, std::shared_ptr<const CoursePlan> course)
{
    if (!results)
        return;
    Shown& shown = m_parts->shown;
    const Option* before = shown.results ? shown.selected() : nullptr;
    const bool followsBest = !before || shown.option == shown.results->best.option;
    const std::string kept = before ? before->id : std::string();
    shown.option = results->best.option;
    for (std::size_t i = 0; !followsBest && i < results->options.size(); ++i) {
        if (results->options[i].id == kept)
            shown.option = static_cast<int>(i);
    }
    shown.results = std::move(results);
    shown.course = std::move(course);
    for (ResultsPart* part : std::as_const(m_parts->fixed))
        part->present(shown);
    m_parts->stale.fill(true);
    m_parts->showSelected();
    m_parts->presentTab();
}

void ResultsPage::setCatalog(std::shared_ptr<const Catalog> catalog) { m_parts->shown.catalog = std::move(catalog); }

void ResultsPage::setWouldChange(const std::vector<WouldChange>& changes)
{
    if (m_parts->shown.results)
        m_parts->changes->showChanges(changes, m_parts->shown.currency());
}

void ResultsPage::selectOption(int option) { m_parts->select(option); }
int ResultsPage::selectedOption() const { return m_parts->shown.option; }
void ResultsPage::showTab(Tab tab) { m_parts->tabs->setCurrent(tab); }

void ResultsPage::showWords()
{
    const QString text = m_parts->answer->shownText() + m_parts->runners->shownText() + m_parts->how->shownText();
    WordsDialog dialog(text, this);
    dialog.exec();
}

void ResultsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_parts->fit(event->size());
}

} // namespace rightrig
