// What the answer page says in detail: formulas that add up, parts, memory, candidates, and outside names that stay text.
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "tests/ui/resultspagefixture.h"
#include "ui/results/memorybar.h"
#include "ui/results/memorypanel.h"
#include "ui/results/moneycard.h"
#include "ui/results/resultspage.h"
#include "ui/results/tracing.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include <cmath>

using namespace rightrig;

class TestResultsDetails : public QObject, private ResultsPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { open(QStringLiteral("tst_resultsdetails")); }

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
};

QTEST_MAIN(TestResultsDetails)
#include "tst_resultsdetails.moc"
