// rightrig.plan/1: what a PDF carries reads back equal; saved answers and courses are told apart; wrong documents name the path.
#include "db/documents/coursefile.h"
#include "db/documents/planfile.h"
#include "tests/support/answerfixture.h"
#include "tests/support/catalogfixture.h"
#include "tests/support/paths.h"

#include <QtTest>

using namespace rightrig;
using namespace rightrig::test;

namespace {

QString errorOf(const QByteArray& json)
{
    const auto read = readPlan(json);
    const auto* error = std::get_if<DocumentError>(&read);
    return error == nullptr ? QString() : error->text;
}

QByteArray sampleCourse() { return readFile(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json"))); }

SavedPlan samplePlan(unsigned seed)
{
    SavedPlan plan;
    plan.answers = RandomAnswers(seed).next();
    plan.date = "2026-11-25";
    plan.catalogueAsOf = "2026-11";
    plan.catalogueSha256 = "00ff";
    plan.prices = {
        {"cloud-a", "A cloud", Money{0.8, CurrencyCode("USD")}, Per::Hour, "2026-08-01"}, {"free-a", "Free", std::nullopt, Per::Free, ""}};
    return plan;
}

} // namespace

class TestPlanFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrites()
    {
        for (unsigned seed = 1; seed < 200; ++seed) {
            SavedPlan plan = samplePlan(seed);
            if (seed % 2 == 0)
                plan.course = std::get<Course>(readCourse(sampleCourse()));
            const QByteArray written = writePlan(plan);
            QVERIFY2(errorOf(written).isEmpty(), qPrintable(errorOf(written)));
            QVERIFY(std::get<SavedPlan>(readPlan(written)) == plan);
        }
    }

    void tellsDocumentsApart()
    {
        const auto answers = std::get<SavedPlan>(readPlan(R"({"schema":"rightrig.answers/1","depth":"scratch"})"));
        QVERIFY(answers.answers && answers.answers->depth == Depth::Scratch && !answers.course);
        QVERIFY(std::get<SavedPlan>(readPlan("{}")).answers.has_value());
        const auto course = std::get<SavedPlan>(readPlan(sampleCourse()));
        QVERIFY(course.course && course.course->id == "sample-course" && !course.answers);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        const auto row = [](const QByteArray& json, const char* message) { QTest::newRow(message) << json << QString::fromUtf8(message); };
        row(R"({"schema":"rightrig.plan/1"})", "answers: is missing");
        row(R"({"schema":"rightrig.plan/1","answers":{"data":{"rows":-5}}})", "answers.data.rows: -5 is below 1");
        row(R"({"schema":"rightrig.plan/1","answers":{},"course":{"schema":"rightrig.course/1"}})", "course.id: is missing");
        row(R"({"schema":"rightrig.plan/1","answers":{},"surprise":1})", "surprise: unknown key");
        row(R"({"schema":"rightrig.plan/1","answers":[]})", "answers: expected an object");
        row(R"({"schema":"rightrig.plan/1","answers":{},"prices":[{"per":"hour"}]})", "prices[0].offer: is missing");
        row(R"({"schema":"rightrig.plan/1","answers":{},"prices":[{"offer":"a","price":{"amount":-1,"currency":"USD"}}]})",
            "prices[0].price.amount: -1 is below 0");
        row(R"({"schema":"rightrig.plan/2"})", "schema: 'rightrig.plan/2' is not rightrig.answers/1");
        row(R"([])", "expected an object in braces");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QTEST(errorOf(json), "message");
    }

    void longNamesOfPricesAreLeftOut()
    {
        SavedPlan plan = samplePlan(3);
        plan.prices[0].name = std::string(300, 'x');
        const auto read = readPlan(writePlan(plan));
        QVERIFY(std::holds_alternative<SavedPlan>(read));
        QCOMPARE(std::get<SavedPlan>(read).prices[0].name, std::string());
    }
};

QTEST_APPLESS_MAIN(TestPlanFile)
#include "tst_planfile.moc"
