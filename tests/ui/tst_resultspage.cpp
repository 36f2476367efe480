// The answer page over the shipped catalogue: one selection everywhere, chart and table the same, formulas that add up.
#include "db/cataloguefile.h"
#include "models/qt/chartdata.h"
#include "models/qt/formatter.h"
#include "models/qt/optiontablemodel.h"
#include "models/qt/reasontext.h"
#include "ui/charts/costtimeview.h"
#include "ui/results/answercard.h"
#include "ui/results/comparepanel.h"
#include "ui/results/memorybar.h"
#include "ui/results/memorypanel.h"
#include "ui/results/moneycard.h"
#include "ui/results/resultspage.h"
#include "ui/results/tracing.h"
#include "ui/results/wordsdialog.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <cmath>

using namespace rightrig;

namespace {

QString canary() { return QStringLiteral("<img src=\"file:///canary.png\">"); }

Answers student()
{
    Answers answers;
    answers.goals = std::vector<Goal>{Goal::Tables, Goal::Images};
    answers.depth = Depth::Adapt;
    answers.budgetUpfront = Money{1500.0, CurrencyCode("USD")};
    answers.budgetMonthly = Money{40.0, CurrencyCode("USD")};
    answers.country = "US";
    return answers;
}

std::shared_ptr<const Results> resultsFor(const Answers& answers, const Catalog& catalog)
{
    return std::make_shared<const Results>(recommend(answers, catalog));
}

QSet<int> optionsWithCostAndTime(const Results& results)
{
    QSet<int> found;
    for (std::size_t i = 0; i < results.options.size(); ++i) {
        if (results.options[i].total && results.options[i].weeklyTime)
            found.insert(static_cast<int>(i));
    }
    return found;
}

template <class T> T* child(const QWidget& parent, const char* name) { return parent.findChild<T*>(QLatin1String(name)); }

} // namespace

class TestResultsPage : public QObject
{
    Q_OBJECT
private:
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<const Results> m_results;

    std::unique_ptr<ResultsPage> makePage(ResultsPage::Tab tab = ResultsPage::CostTimeTab)
    {
        auto page = std::make_unique<ResultsPage>(m_catalog);
        page->setToday(QDate(2026, 11, 23));
        page->resize(1000, 800);
        page->show();
        page->setResults(m_results);
        page->showTab(tab);
        return page;
    }
    Shown shown(int option) const { return {m_results, m_catalog, option, QDate(2026, 11, 23)}; }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_resultspage"));
        QSettings().clear();
        applyTheme(*qApp, ThemeMode::Light, 100);
        const auto opened = openCatalogue(QStringLiteral(RIGHTRIG_CATALOGUE));
        QVERIFY2(std::holds_alternative<std::shared_ptr<const Catalog>>(opened), "the built catalogue opens");
        m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
        m_results = resultsFor(student(), *m_catalog);
        QVERIFY(m_results->best.option >= 0);
        QVERIFY(m_results->options.size() > 100);
    }

    void theAnswerIsTheEnginesAnswer()
    {
        const auto page = makePage();
        QCOMPARE(child<QLabel>(*page, "headlineLabel")->text(), headline(*m_results));
        QCOMPARE(page->selectedOption(), m_results->best.option);
        QVERIFY(child<QLabel>(*page, "numbersLabel")->isVisible());
        for (const Reason& reason : m_results->best.reasons) {
            const QString text = reasonText(reason, m_results->settled.currency);
            const QList<QLabel*> labels = page->findChildren<QLabel*>();
            QVERIFY2(std::any_of(labels.begin(), labels.end(), [&text](const QLabel* l) { return l->text() == text; }), qPrintable(text));
        }
    }

    void chartAndTableHoldTheSameOptions()
    {
        const auto page = makePage();
        QSet<int> inChart;
        for (const ChartPoint& point : child<CostTimeView>(*page, "costTimeView")->data().points)
            inChart.insert(point.option);
        QCOMPARE(inChart, optionsWithCostAndTime(*m_results));
        page->showTab(ResultsPage::CompareTab);
        const auto* model = child<QTableView>(*page, "optionTable")->model();
        QCOMPARE(model->rowCount(), static_cast<int>(m_results->options.size()));
        QSet<int> inTable;
        for (int row = 0; row < model->rowCount(); ++row)
            inTable.insert(model->index(row, 0).data(OptionTableModel::OptionRole).toInt());
        QVERIFY(inTable.contains(inChart));
    }

    void aSelectionGoesEverywhere()
    {
        const auto page = makePage(ResultsPage::CompareTab);
        QVERIFY(!m_results->runnersUp.empty());
        child<QAbstractButton>(*page, "runnerUp0Button")->click();
        const int option = m_results->runnersUp.front().option;
        QCOMPARE(page->selectedOption(), option);
        auto* table = child<QTableView>(*page, "optionTable");
        QCOMPARE(table->currentIndex().data(OptionTableModel::OptionRole).toInt(), option);
        QVERIFY(child<QLabel>(*page, "selectedLabel")->text().contains(optionName(m_results->options[static_cast<std::size_t>(option)])));
        page->showTab(ResultsPage::MemoryTab);
        QCOMPARE(child<QLabel>(*page, "memoryTitleLabel")->text(), optionName(m_results->options[static_cast<std::size_t>(option)]));
        child<QAbstractButton>(*page, "backToBestButton")->click();
        QCOMPARE(page->selectedOption(), m_results->best.option);
        QCOMPARE(table->model()->rowCount(), static_cast<int>(m_results->options.size()));
    }

    void theChartSelectsInTheTable()
    {
        const auto page = makePage();
        auto* view = child<CostTimeView>(*page, "costTimeView");
        view->focusPoint(3);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(page->selectedOption(), view->data().points[3].option);
        page->showTab(ResultsPage::CompareTab);
        QCOMPARE(child<QTableView>(*page, "optionTable")->currentIndex().data(OptionTableModel::OptionRole).toInt(),
            view->data().points[3].option);
    }

    void comparingFillsTheSideBySideTable()
    {
        const auto page = makePage();
        auto* view = child<CostTimeView>(*page, "costTimeView");
        auto* table = child<QTableWidget>(*page, "comparedTable");
        QVERIFY(table->isHidden());
        view->focusPoint(0);
        QTest::keyClick(view, Qt::Key_Space);
        view->focusPoint(1);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(!table->isHidden());
        QCOMPARE(table->rowCount(), 2);
        const Option& option = m_results->options[static_cast<std::size_t>(view->data().points[0].option)];
        QCOMPARE(table->item(0, 0)->text(), optionName(option));
    }

    void theJobSelectorRedrawsTheChart()
    {
        const auto page = makePage();
        auto* combo = child<QComboBox>(*page, "jobCombo");
        QCOMPARE(combo->count(), static_cast<int>(m_results->jobs.size()) + 1);
        combo->setCurrentIndex(1);
        const CostTimeChart expected = costTimeChart(*m_results, 0);
        const CostTimeChart& got = child<CostTimeView>(*page, "costTimeView")->data();
        QCOMPARE(got.points.size(), expected.points.size());
        QCOMPARE(got.points.first().position, expected.points.first().position);
    }

    void filtersNarrowTheTable()
    {
        const auto page = makePage(ResultsPage::CompareTab);
        const auto* model = child<QTableView>(*page, "optionTable")->model();
        const int all = model->rowCount();
        child<QLineEdit>(*page, "filterLineEdit")->setText(QStringLiteral("MacBook"));
        QVERIFY(model->rowCount() > 0 && model->rowCount() < all);
        child<QLineEdit>(*page, "filterLineEdit")->clear();
        child<QCheckBox>(*page, "usableCheckBox")->setChecked(true);
        const auto eligible
            = std::count_if(m_results->options.begin(), m_results->options.end(), [](const Option& o) { return o.eligible; });
        QCOMPARE(model->rowCount(), static_cast<int>(eligible));
        child<QCheckBox>(*page, "usableCheckBox")->setChecked(false);
        const QList<QCheckBox*> boxes = page->findChildren<QCheckBox*>(QRegularExpression(QStringLiteral("^kind\\dCheckBox$")));
        QCOMPARE(boxes.size(), 7);
        for (QCheckBox* box : boxes)
            box->setChecked(box->objectName() == QStringLiteral("kind%1CheckBox").arg(static_cast<int>(OptionKind::Rent)));
        for (int row = 0; row < model->rowCount(); ++row)
            QCOMPARE(model->index(row, 0).data(OptionTableModel::KindRole).toInt(), static_cast<int>(OptionKind::Rent));
        for (QCheckBox* box : boxes)
            box->setChecked(false);
        QCOMPARE(model->rowCount(), 0);
    }

    void sortingPutsTheUnknownLast_data()
    {
        QTest::addColumn<int>("order");
        QTest::newRow("up") << static_cast<int>(Qt::AscendingOrder);
        QTest::newRow("down") << static_cast<int>(Qt::DescendingOrder);
    }
    void sortingPutsTheUnknownLast()
    {
        QFETCH(int, order);
        const auto page = makePage(ResultsPage::CompareTab);
        auto* table = child<QTableView>(*page, "optionTable");
        table->sortByColumn(OptionTableModel::TotalCostColumn, static_cast<Qt::SortOrder>(order));
        bool unknownSeen = false;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const int option = table->model()->index(row, 0).data(OptionTableModel::OptionRole).toInt();
            const bool known = m_results->options[static_cast<std::size_t>(option)].total.has_value();
            QVERIFY2(!(unknownSeen && known), "a known cost stands behind an unknown one");
            unknownSeen = unknownSeen || !known;
        }
    }

    void rowsAreCopiedAsTabbedText()
    {
        const auto page = makePage(ResultsPage::CompareTab);
        auto* table = child<QTableView>(*page, "optionTable");
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = child<ComparePanel>(*page, "comparePanel")->selectedText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].count(QLatin1Char('\t')), OptionTableModel::ColumnCount - 1);
        QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts), lines);
    }

    void theOpenFormulaGivesThePagesNumbers()
    {
        int opened = 0;
        for (std::size_t i = 0; i < m_results->options.size(); ++i) {
            const Option& option = m_results->options[i];
            for (std::size_t job = 0; job < option.jobs.size(); ++job) {
                const auto open = openEstimate(shown(static_cast<int>(i)), option, job);
                if (!open)
                    continue;
                ++opened;
                QVERIFY2(open->estimate.seconds == option.jobs[job].seconds, qPrintable(optionName(option)));
                QVERIFY2(open->estimate.fit == option.jobs[job].fit, qPrintable(optionName(option)));
            }
        }
        QVERIFY(opened > static_cast<int>(m_results->options.size()));
    }

    void howWeKnowShowsFormulaInputsAndSources()
    {
        const auto page = makePage(ResultsPage::HowTab);
        QVERIFY(!child<QLabel>(*page, "formulaLabel")->text().isEmpty());
        const auto* inputs = child<QTableWidget>(*page, "inputsTable");
        QVERIFY(inputs->rowCount() > 3);
        int sourced = 0;
        for (int row = 0; row < inputs->rowCount(); ++row)
            sourced += inputs->item(row, 4)->text().isEmpty() ? 0 : 1;
        QVERIFY(sourced > 0);
        const auto* source = child<QLabel>(*page, "inputSourceLabel");
        QVERIFY(source->isHidden());
        child<QTableWidget>(*page, "inputsTable")->selectRow(0);
        QVERIFY(!source->isHidden() && source->text().contains(inputs->item(0, 4)->text()));
        const Option& best = m_results->options[static_cast<std::size_t>(m_results->best.option)];
        if (best.jobs.front().seconds)
            QVERIFY(child<QLabel>(*page, "howResultLabel")->text().contains(formatDurationRange(*best.jobs.front().seconds)));
    }

    void costPartsAddUp()
    {
        for (const Option& option : m_results->options) {
            if (option.total)
                QVERIFY2(std::abs(option.cost.sum() - option.total->likely) < 0.01 + 1e-6 * std::abs(option.total->likely),
                    qPrintable(optionName(option)));
        }
        CostBreakdown cost;
        cost.purchase = 1000.0;
        cost.resale = -400.0;
        const QList<QStringList> rows = costRows(cost, CurrencyCode("USD"));
        QCOMPARE(rows.size(), 3); // nothing is said about what costs nothing
        QCOMPARE(rows.last().last(), formatMoney(600.0, CurrencyCode("USD")));
    }

    void aDesktopShowsItsPartsAndTheirSum()
    {
        const auto page = makePage(ResultsPage::HowTab);
        for (std::size_t i = 0; i < m_results->options.size(); ++i) {
            const Option& option = m_results->options[i];
            if (option.kind != OptionKind::Desktop || option.machine < 0)
                continue;
            const Machine& machine = m_catalog->machines[static_cast<std::size_t>(option.machine)];
            if (machine.parts.empty())
                continue;
            page->selectOption(static_cast<int>(i));
            const auto* parts = child<QTableWidget>(*page, "partsTable");
            QVERIFY(!parts->isHidden());
            QCOMPARE(parts->rowCount(), static_cast<int>(machine.parts.size()) + 1);
            QVERIFY(option.price);
            QVERIFY(parts->item(parts->rowCount() - 1, 2)->text().contains(formatMoney(*option.price)));
            return;
        }
        QFAIL("the catalogue has desktops made of parts");
    }

    void memoryShowsNeedAndWall()
    {
        const auto page = makePage(ResultsPage::MemoryTab);
        const Option& best = m_results->options[static_cast<std::size_t>(m_results->best.option)];
        const auto* panel = child<MemoryPanel>(*page, "memoryPanel");
        for (std::size_t i = 0; i < best.jobs.size(); ++i) {
            const MemoryCheck& check = best.jobs[i].memory;
            QVERIFY(panel->sentence(static_cast<int>(i)).contains(check.need ? formatGib(*check.need) : unknownText()));
        }
        MemoryBar bar;
        bar.setCheck({MemoryKind::Vram, Gib{12}, Gib{8}, Fit::No}, 16.0);
        QCOMPARE(bar.needShare(), 0.75);
        QCOMPARE(bar.wallShare(), 0.5);
        bar.setCheck({MemoryKind::Vram, std::nullopt, std::nullopt, Fit::Unknown}, 16.0);
        QCOMPARE(bar.needShare(), 0.0);
        QVERIFY(!bar.grab().isNull());
    }

    void whatWouldChangeIsShownWhenItArrives()
    {
        const auto page = makePage();
        WouldChange change;
        change.path = "budget.upfront";
        change.value = 2000;
        change.unit = "USD";
        change.kind = OptionKind::Laptop;
        change.optionName = "Some laptop";
        page->setWouldChange({change});
        const QList<QLabel*> labels = page->findChildren<QLabel*>();
        const QString text = wouldChangeText(change, m_results->settled.currency);
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&text](const QLabel* l) { return l->text() == text; }));
        page->setWouldChange({});
        QVERIFY(std::none_of(labels.begin(), labels.end(), [&text](const QLabel* l) { return l->text() == text; }));
    }

    void candidatesGetTheirVerdict()
    {
        Answers answers = student();
        Candidate candidate;
        candidate.name = canary().toStdString();
        candidate.form = FormFactor::Laptop;
        candidate.ram = Gib{8};
        candidate.gpu = "none";
        candidate.price = Money{700, CurrencyCode("USD")};
        answers.candidates.push_back(candidate);
        const auto results = resultsFor(answers, *m_catalog);
        QCOMPARE(results->candidates.size(), std::size_t{1});
        ResultsPage page(m_catalog);
        page.show();
        page.setResults(results);
        auto* button = child<QAbstractButton>(page, "candidate0Button");
        QVERIFY(!button->isHidden());
        button->click();
        QCOMPARE(page.selectedOption(), results->candidates.front().option);
    }

    void outsideNamesAreNeverHtml()
    {
        Results changed = *m_results;
        for (Option& option : changed.options)
            option.name = canary().toStdString();
        for (Job& job : changed.jobs)
            job.title = canary().toStdString();
        ResultsPage page(m_catalog);
        page.resize(900, 700);
        page.show();
        page.setResults(std::make_shared<const Results>(changed));
        for (int tab = ResultsPage::CostTimeTab; tab <= ResultsPage::HowTab; ++tab) {
            page.showTab(static_cast<ResultsPage::Tab>(tab));
            QVERIFY(!page.grab().isNull());
            const QList<QLabel*> labels = page.findChildren<QLabel*>();
            for (const QLabel* label : labels)
                QCOMPARE(label->textFormat(), Qt::PlainText);
            const QList<QWidget*> widgets = page.findChildren<QWidget*>();
            for (const QWidget* widget : widgets)
                QVERIFY(!widget->toolTip().contains(QLatin1String("<img")));
        }
    }

    void noOptionAtAllStillMakesAPage()
    {
        Results nothing;
        nothing.settled = m_results->settled;
        nothing.constants = m_results->constants;
        ResultsPage page(m_catalog);
        page.show();
        page.setResults(std::make_shared<const Results>(nothing));
        page.setWouldChange({});
        for (int tab = ResultsPage::CostTimeTab; tab <= ResultsPage::HowTab; ++tab)
            page.showTab(static_cast<ResultsPage::Tab>(tab));
        QVERIFY(!page.grab().isNull());
        QVERIFY(!child<AnswerCard>(page, "answerCard")->shownText().isEmpty());
        QVERIFY(child<QLabel>(page, "firstTryTitleLabel")->isVisible());
        page.setResults(nullptr); // ignored
        page.setResults(m_results);
        QCOMPARE(page.selectedOption(), m_results->best.option);
    }

    void theSelectionSurvivesNewResults()
    {
        const auto page = makePage();
        const int runner = m_results->runnersUp.front().option;
        const std::string id = m_results->options[static_cast<std::size_t>(runner)].id;
        page->selectOption(runner);
        Answers answers = student();
        answers.runsPerWeek = 4.0;
        const auto next = resultsFor(answers, *m_catalog);
        page->setResults(next);
        QCOMPARE(next->options[static_cast<std::size_t>(page->selectedOption())].id, id);
    }

    void theButtonAsksForThePdf()
    {
        const auto page = makePage();
        QSignalSpy spy(page.get(), &ResultsPage::savePdfRequested);
        QTest::mouseClick(child<QAbstractButton>(*page, "savePdfButton"), Qt::LeftButton);
        QCOMPARE(spy.size(), 1);
    }

    void wordsAreExplainedInPlainText()
    {
        const WordsDialog dialog(QStringLiteral("The VRAM of this card"));
        const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
        QVERIFY(labels.size() >= 2);
        for (const QLabel* label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void everythingHasANameAndATarget()
    {
        const auto page = makePage();
        for (int tab = ResultsPage::CostTimeTab; tab <= ResultsPage::HowTab; ++tab) {
            page->showTab(static_cast<ResultsPage::Tab>(tab));
            QTest::qWait(1);
            const QList<QWidget*> widgets = page->findChildren<QWidget*>();
            for (QWidget* widget : widgets) {
                const QString name = widget->objectName();
                if (!widget->isVisibleTo(page.get()) || widget->focusPolicy() == Qt::NoFocus || name.startsWith(QLatin1String("qt_")))
                    continue;
                if (widget->inherits("QHeaderView") || widget->inherits("QComboBoxListView"))
                    continue;
                QVERIFY2(!name.isEmpty(),
                    qPrintable(widget->parentWidget()->objectName() + QLatin1Char(' ')
                        + QLatin1String(widget->parentWidget()->metaObject()->className())));
                const QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(reader && !reader->text(QAccessible::Name).isEmpty(), qPrintable(name));
                if (qobject_cast<QAbstractButton*>(widget))
                    QVERIFY2(widget->height() >= 24, qPrintable(name));
            }
        }
    }

    void nothingIsWiderThanANarrowWindow_data()
    {
        QTest::addColumn<int>("percent");
        QTest::newRow("100 %") << 100;
        QTest::newRow("200 %") << 200;
    }
    void nothingIsWiderThanANarrowWindow()
    {
        QFETCH(int, percent);
        applyTheme(*qApp, ThemeMode::Light, percent);
        ResultsPage page(m_catalog);
        page.resize(760, 560);
        page.show();
        page.setResults(m_results);
        for (int tab = ResultsPage::CostTimeTab; tab <= ResultsPage::HowTab; ++tab) {
            page.showTab(static_cast<ResultsPage::Tab>(tab));
            QTest::qWait(1);
            const QWidget* body = child<QWidget>(page, "resultsBodyWidget");
            QVERIFY2(body->width() <= 760, qPrintable(QStringLiteral("tab %1 needs %2 px").arg(tab).arg(body->width())));
        }
        applyTheme(*qApp, ThemeMode::Light, 100);
    }

    void newResultsAreShownQuickly()
    {
        const auto page = makePage();
        const auto next = resultsFor(student(), *m_catalog);
        QElapsedTimer timer;
        timer.start();
        page->setResults(next);
        const qint64 elapsed = timer.elapsed();
        qInfo("setResults: %lld ms for %zu options", static_cast<long long>(elapsed), next->options.size());
        QVERIFY(elapsed < 1000); // a guard, not the goal: sanitizers and shared machines
    }
};

QTEST_MAIN(TestResultsPage)
#include "tst_resultspage.moc"
