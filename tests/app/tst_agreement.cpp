// One engine: the library, the JSON of the command line and the text of the PDF give the same numbers.
#include "app/composition.h"
#include "db/documents/answersfile.h"
#include "models/domain/recommender.h"
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QJsonArray>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig;
using namespace rightrig::test;

class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void jsonHasTheEnginesOptions();
    void jsonHasTheEnginesTimes();
    void jsonHasTheEnginesChanges();
    void pdfHasTheEnginesNumbers();
    void terminalHasTheEnginesNumbers();

private:
    std::shared_ptr<const Catalog> m_catalog;
    Results m_results;
    QJsonObject m_json;
    QTemporaryDir m_folder;
};

namespace {

void compareNumber(const QJsonValue& json, std::optional<double> value)
{
    QCOMPARE(json.isNull(), !value.has_value());
    if (value)
        QCOMPARE(json.toDouble(), *value);
}

template <class T> std::optional<double> likelyOf(const std::optional<Range<T>>& range)
{
    if (!range)
        return std::nullopt;
    return range->likely.value;
}

} // namespace

void TestAgreement::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Request request; // what nobody asked for otherwise: no prices of one's own, none of 24 months and more
    request.command = QStringLiteral("recommend");
    request.catalogue = testCatalogue();
    const OpenedCatalogue opened = openCatalogueFor(request);
    QVERIFY(std::holds_alternative<CatalogPtr>(opened));
    m_catalog = std::get<CatalogPtr>(opened);
    const auto answers = readAnswers(fileBytes(sampleAnswers()));
    QVERIFY(std::holds_alternative<Answers>(answers));
    m_results = recommend(std::get<Answers>(answers), *m_catalog);
    QVERIFY(m_results.best.option >= 0);
    const Ran ran = runProgram({QStringLiteral("recommend"), QStringLiteral("--answers"), sampleAnswers(), QStringLiteral("--json")});
    QVERIFY2(ran.code == 0, ran.err.constData());
    m_json = jsonOf(ran);
    QVERIFY(!m_json.isEmpty());
}

void TestAgreement::jsonHasTheEnginesOptions()
{
    QCOMPARE(m_json[QStringLiteral("headline")].toString(), headline(m_results));
    const QJsonArray options = m_json[QStringLiteral("options")].toArray();
    QCOMPARE(options.size(), static_cast<qsizetype>(m_results.options.size()));
    for (qsizetype i = 0; i < options.size(); ++i) {
        const QJsonObject json = options.at(i).toObject();
        const Option& option = m_results.options.at(static_cast<std::size_t>(i));
        QCOMPARE(json[QStringLiteral("id")].toString().toStdString(), option.id);
        QCOMPARE(json[QStringLiteral("fits")].toString().toStdString(), std::string(fitName(option.fit)));
        QCOMPARE(json[QStringLiteral("total_cost")].isNull(), !option.total.has_value());
        if (option.total)
            compareNumber(json[QStringLiteral("total_cost")].toObject()[QStringLiteral("likely")], option.total->likely);
        compareNumber(json[QStringLiteral("energy_kwh")], likelyOf(option.energy));
        compareNumber(json[QStringLiteral("co2_kg")], likelyOf(option.co2));
    }
}

void TestAgreement::jsonHasTheEnginesTimes()
{
    const QJsonArray options = m_json[QStringLiteral("options")].toArray();
    for (qsizetype i = 0; i < options.size(); ++i) {
        const Option& option = m_results.options.at(static_cast<std::size_t>(i));
        const QJsonArray jobs = options.at(i).toObject()[QStringLiteral("jobs")].toArray();
        QCOMPARE(jobs.size(), static_cast<qsizetype>(option.jobs.size()));
        for (qsizetype j = 0; j < jobs.size(); ++j) {
            const Estimate& estimate = option.jobs.at(static_cast<std::size_t>(j));
            const QJsonValue seconds = jobs.at(j).toObject()[QStringLiteral("seconds")];
            QCOMPARE(seconds.isNull(), !estimate.seconds.has_value());
            if (estimate.seconds)
                compareNumber(seconds.toObject()[QStringLiteral("likely")], estimate.seconds->likely.value);
        }
    }
}

void TestAgreement::jsonHasTheEnginesChanges()
{
    const std::vector<WouldChange> changes = whatWouldChange(m_results, *m_catalog);
    const QJsonArray json = m_json[QStringLiteral("would_change")].toArray();
    QCOMPARE(json.size(), static_cast<qsizetype>(changes.size()));
    for (qsizetype i = 0; i < json.size(); ++i) {
        const WouldChange& change = changes.at(static_cast<std::size_t>(i));
        QCOMPARE(json.at(i).toObject()[QStringLiteral("if")].toString(), wouldChangeIf(change));
        QCOMPARE(json.at(i).toObject()[QStringLiteral("then")].toString().toStdString(), change.optionId);
    }
}

void TestAgreement::pdfHasTheEnginesNumbers()
{
    const QString pdf = m_folder.filePath(QStringLiteral("a.pdf"));
    const Ran made = runProgram({QStringLiteral("report"), QStringLiteral("--answers"), sampleAnswers(), QStringLiteral("--out"), pdf});
    QVERIFY2(made.code == 0, made.err.constData());
    const QString text = runTool(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")}).text().simplified();
    const Option& best = m_results.options.at(static_cast<std::size_t>(m_results.best.option));
    QVERIFY2(text.contains(headline(m_results).simplified()), qPrintable(text.left(600)));
    QVERIFY(best.total && best.runTime);
    QVERIFY(text.contains(formatMoneyRange(*best.total, m_results.settled.currency).simplified()));
    QVERIFY(text.contains(formatDurationRange(*best.runTime).simplified()));
    for (const Estimate& estimate : best.jobs)
        if (estimate.seconds)
            QVERIFY(text.contains(formatDurationRange(*estimate.seconds).simplified()));
}

void TestAgreement::terminalHasTheEnginesNumbers()
{
    const QString text = runProgram({QStringLiteral("recommend"), QStringLiteral("--answers"), sampleAnswers()}).text().simplified();
    const Option& best = m_results.options.at(static_cast<std::size_t>(m_results.best.option));
    QVERIFY(text.startsWith(headline(m_results).simplified()));
    QVERIFY(text.contains(formatMoneyRange(*best.total, m_results.settled.currency).simplified()));
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
