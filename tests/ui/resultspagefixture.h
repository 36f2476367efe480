// What the tests of the answer page share: the shipped catalogue, one student, and a page that shows the answer.
#pragma once

#include "db/cataloguefile.h"
#include "tests/support/paths.h"
#include "ui/results/resultspage.h"
#include "ui/results/shown.h"
#include "ui/theme.h"

#include <QApplication>
#include <QSet>
#include <QSettings>
#include <QTest>

namespace rightrig {

inline QString canary() { return QStringLiteral("<img src=\"file:///canary.png\">"); }

inline Answers student()
{
    Answers answers;
    answers.goals = std::vector<Goal>{Goal::Tables, Goal::Images};
    answers.depth = Depth::Adapt;
    answers.budgetUpfront = Money{1500.0, CurrencyCode("USD")};
    answers.budgetMonthly = Money{40.0, CurrencyCode("USD")};
    answers.country = "US";
    return answers;
}

inline std::shared_ptr<const Results> resultsFor(const Answers& answers, const Catalog& catalog)
{
    return std::make_shared<const Results>(recommend(answers, catalog));
}

inline QSet<int> optionsWithCostAndTime(const Results& results)
{
    QSet<int> found;
    for (std::size_t i = 0; i < results.options.size(); ++i) {
        if (results.options[i].total && results.options[i].weeklyTime)
            found.insert(static_cast<int>(i));
    }
    return found;
}

template <class T> T* child(const QWidget& parent, const char* name) { return parent.findChild<T*>(QLatin1String(name)); }

class ResultsPageFixture
{
protected:
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
    Shown shown(int option) const { return {m_results, m_catalog, {}, option, QDate(2026, 11, 23)}; }

    void open(const QString& name)
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-test"));
        QCoreApplication::setApplicationName(name);
        QSettings().clear();
        applyTheme(*qApp, ThemeMode::Light, 100);
        const auto opened = openCatalogue(testCatalogue());
        QVERIFY2(std::holds_alternative<std::shared_ptr<const Catalog>>(opened), "the built catalogue opens");
        m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
        m_results = resultsFor(student(), *m_catalog);
        QVERIFY(m_results->best.option >= 0);
        QVERIFY(m_results->options.size() > 100);
    }
};

} // namespace rightrig
