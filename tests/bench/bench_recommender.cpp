// How long a changed answer takes to be ranked again over the whole catalogue. The product's limit is 16 ms in an optimised build.
#include "models/domain/recommender.h"
#include "models/domain/wouldchange.h"
#include "tests/support/catalogbuilder.h"

#include <QTest>

using namespace rightrig;

class BenchRecommender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recommendFullCatalogue_data();
    void recommendFullCatalogue();
    void whatWouldChangeFullCatalogue();
};

namespace {

Answers student(bool everything)
{
    Answers answers;
    if (everything)
        answers.goals = std::vector{Goal::Tables, Goal::Images, Goal::Text, Goal::Sound, Goal::Games};
    answers.budgetUpfront = Money{2000, CurrencyCode("USD")};
    answers.budgetMonthly = Money{100, CurrencyCode("USD")};
    return answers;
}

} // namespace

void BenchRecommender::recommendFullCatalogue_data()
{
    QTest::addColumn<bool>("everything");
    QTest::newRow("three goals") << false;
    QTest::newRow("five goals") << true;
}

void BenchRecommender::recommendFullCatalogue()
{
    QFETCH(bool, everything);
    const Catalog& catalog = *testing::realCatalog();
    const Answers answers = student(everything);
    QBENCHMARK
    {
        const Results results = recommend(answers, catalog);
        QVERIFY(results.best.option >= 0);
    }
}

void BenchRecommender::whatWouldChangeFullCatalogue()
{
    const Catalog& catalog = *testing::realCatalog();
    const Results results = recommend(student(false), catalog);
    QBENCHMARK_ONCE { (void)whatWouldChange(results, catalog); }
}

QTEST_APPLESS_MAIN(BenchRecommender)
#include "bench_recommender.moc"
