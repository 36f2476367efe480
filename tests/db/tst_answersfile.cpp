// rightrig.answers/1: what was written reads back equal; every wrong document is refused with the path of the fault.
#include "db/documents/answersfile.h"
#include "tests/support/answerfixture.h"
#include "tests/support/catalogfixture.h"
#include "tests/support/paths.h"
#include "tests/support/schemaprobe.h"

#include <QtTest>

using namespace rightrig;
using namespace rightrig::test;

namespace {

QString errorOf(const QByteArray& json)
{
    const auto read = readAnswers(json);
    const auto* error = std::get_if<DocumentError>(&read);
    return error == nullptr ? QString() : error->text;
}

QByteArray sample() { return readFile(sourcePath(QStringLiteral("resources/samples/student.rightrig.json"))); }

} // namespace

class TestAnswersFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSample();
    void readsTheSpecimenOfTheInterface();
    void absentAndNullAreNotSure();
    void refuses_data();
    void refuses();
    void refusesBrokenText_data();
    void refusesBrokenText();
    void keepsLimits();
    void writesKeysInOrder();
    void readsBackRandomAnswers();
    void mutationsNeverCrashNorHalfRead();
    void schemaAgrees();
};

void TestAnswersFile::readsTheSample()
{
    const auto read = readAnswers(sample());
    QVERIFY2(std::holds_alternative<Answers>(read), qPrintable(errorOf(sample())));
    const Answers& answers = std::get<Answers>(read);
    QCOMPARE(answers.studentName, std::optional<std::string>("Sample Student"));
    QCOMPARE(answers.goals, (std::optional<std::vector<Goal>>({Goal::Images, Goal::Tables})));
    QCOMPARE(answers.data.images, std::optional(5000.0));
    QCOMPARE(answers.computer->ram, std::optional(Gib{16.0}));
    QVERIFY(writeAnswers(answers) == sample()); // the sample is in the written form
}

void TestAnswersFile::readsTheSpecimenOfTheInterface()
{
    const QByteArray json = R"({"schema":"rightrig.answers/1","student":{"name":"N","id":"7"},"course":"c1","goals":["text","games"],
        "depth":"scratch","data":{"rows":100000,"columns":50,"images":5000,"pixels":224,"documents":20000,"tokens":200,"hours_of_audio":10},
        "runs_per_week":3,"tuning":true,"patience_hours":1.5,
        "computer":{"kind":"known","form":"desktop","cpu":"C","ram_gib":16,"gpu":"none","vram_gib":8,"os":"linux","profile":{"cpu":{"cores":6}}},
        "candidates":[{"name":"the one in the shop window","kind":"laptop","cpu":"C","gpu":"G","tgp_w":85,"vram_gib":8,"ram_gib":16,
        "os":"windows","price":{"amount":1199,"currency":"USD"}}],
        "budget":{"upfront":{"amount":1000,"currency":"USD"},"monthly":{"amount":0,"currency":"EUR"}},
        "horizon_months":24,"portability":"both","os":"any","other_uses":["gaming","video"],
        "school":{"lab":true,"gpu_server":false,"loan_laptop":false,"credits":{"amount":50,"currency":"USD"}},
        "internet":"slow","private_data":false,"priority":"hassle","country":"DE","overrides":{"rate.EUR":1.1,"electricity":0.3}})";
    const auto read = readAnswers(json);
    QVERIFY2(std::holds_alternative<Answers>(read), qPrintable(errorOf(json)));
    const Answers& answers = std::get<Answers>(read);
    QCOMPARE(answers.candidates.at(0).tgp, std::optional(Watts{85.0}));
    QCOMPARE(answers.candidates[0].price, std::optional(Money{1199.0, CurrencyCode("USD")}));
    QCOMPARE(answers.budgetMonthly, std::optional(Money{0.0, CurrencyCode("EUR")})); // zero is an answer
    QVERIFY(answers.computer->profile);
    QCOMPARE(answers.computer->profile->cores, std::optional(6.0));
    QCOMPARE(answers.school.gpuServer, std::optional(false));
    QCOMPARE(answers.overrides, (std::vector<std::pair<std::string, double>>{{"rate.EUR", 1.1}, {"electricity", 0.3}}));
    QCOMPARE(answers.priority, std::optional(Priority::Hassle));
    QCOMPARE(answers.os, std::optional(Os::Any));
}

void TestAnswersFile::absentAndNullAreNotSure()
{
    const Answers nothing;
    QVERIFY(std::get<Answers>(readAnswers("{}")) == nothing);
    QVERIFY(std::get<Answers>(readAnswers("\xEF\xBB\xBF{}")) == nothing);
    QVERIFY(std::get<Answers>(readAnswers(R"({"student":null,"goals":null,"data":{"rows":null},"computer":null,"candidates":null,
        "budget":{"upfront":null},"school":{},"country":null,"overrides":null,"tuning":null})"))
        == nothing);
    QCOMPARE(std::get<Answers>(readAnswers(R"({"computer":{}})")).computer, std::optional(ComputerFacts{}));
}

void TestAnswersFile::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const QByteArray& json, const char* message) { QTest::newRow(message) << json << QString::fromUtf8(message); };
    row(R"({"data":{"rows":-5}})", "data.rows: -5 is below 1");
    row(R"({"data":{"rows":0}})", "data.rows: 0 is below 1");
    row(R"({"data":{"rows":2000000000000}})", "data.rows: 2000000000000 is above 1000000000000");
    row(R"({"data":{"rows":"many"}})", "data.rows: expected a number");
    row(R"({"data":{"rows":true}})", "data.rows: expected a number");
    row(R"({"data":{"rows":1,"rows":2}})", "data.rows: written twice");
    row(R"({"data":{"lines":1}})", "data.lines: unknown key");
    row(R"({"data":[]})", "data: expected an object");
    row(R"({"goals":["tables","text","foo"]})", "goals[2]: 'foo' is not one of tables, images, text, sound, games");
    row(R"({"goals":["text","text"]})", "goals[1]: 'text' is written twice");
    row(R"({"goals":[null]})", "goals[0]: expected a text");
    row(R"({"goals":"text"})", "goals: expected a list");
    row(R"({"colour":1})", "colour: unknown key");
    row(R"({"country":"US","country":"US"})", "country: written twice");
    row(R"({"country":"us"})", "country: 'us' is not two capital letters");
    row(R"({"budget":{"upfront":{"amount":"ten","currency":"USD"}}})", "budget.upfront.amount: expected a number");
    row(R"({"budget":{"upfront":{"amount":-1,"currency":"USD"}}})", "budget.upfront.amount: -1 is below 0");
    row(R"({"budget":{"upfront":{"currency":"USD"}}})", "budget.upfront.amount: is missing");
    row(R"({"budget":{"upfront":{"amount":1}}})", "budget.upfront.currency: is missing");
    row(R"({"budget":{"monthly":{"amount":1,"currency":"usd"}}})", "budget.monthly.currency: 'usd' is not three capital letters");
    row(R"({"budget":{"monthly":5}})", "budget.monthly: expected an object");
    row(R"({"candidates":[{"name":"a"},{"name":"b","price":{"amount":0,"currency":"USD"}}]})",
        "candidates[1].price.amount: 0 is below 0.01");
    row(R"({"candidates":[{"gpu":"x"}]})", "candidates[0].name: is missing");
    row(R"({"candidates":[{},{},{},{},{},{},{}]})", "candidates: 7 entries are more than 6");
    row(R"({"candidates":[3]})", "candidates[0]: expected an object");
    row(R"({"computer":{"os":"any"}})", "computer.os: 'any' is not one of windows, macos, linux");
    row(R"({"computer":{"profile":3}})", "computer.profile: expected an object");
    row(R"({"computer":{"profile":{"host":"h"}}})", "computer.profile.host: unknown key");
    row(R"({"computer":{"profile":{"cpu":{"cores":0}}}})", "computer.profile.cpu.cores: 0 is below 1");
    row(R"({"computer":{"kind":"laptop"}})", "computer.kind: 'laptop' is not one of none, unknown, known");
    row(R"({"tuning":1})", "tuning: expected true or false");
    row(R"({"student":{"name":7}})", "student.name: expected a text");
    row(R"({"student":{"name":""}})", "student.name: is an empty text");
    row(R"({"student":{"name":"a\u0007"}})", "student.name: has a control character");
    row(R"({"schema":"rightrig.answers/2"})", "schema: 'rightrig.answers/2' is not rightrig.answers/1");
    row(R"({"overrides":{"rate.EUR":"x"}})", "overrides.rate.EUR: expected a number");
    row(R"({"overrides":{"":1}})", "overrides.: the name is empty or longer than 200 characters");
    row(R"([])", "expected an object in braces");
    row(R"(7)", "expected an object in braces");
}

void TestAnswersFile::refuses()
{
    QFETCH(QByteArray, json);
    QTEST(errorOf(json), "message");
}

void TestAnswersFile::refusesBrokenText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("line 1, column 1: the text ends too early");
    QTest::newRow("cut") << QByteArray("{\n \"data\":") << QStringLiteral("line 2, column 9: the text ends too early");
    QTest::newRow("garbage behind") << QByteArray("{}\n x") << QStringLiteral("line 2, column 2: this is not JSON, at 'x'");
    QTest::newRow("second document") << QByteArray("{} {}") << QStringLiteral("line 1, column 4: this is not JSON, at '{'");
    QTest::newRow("comma") << QByteArray("{\"tuning\":true,}") << QStringLiteral("line 1, column 16: this is not JSON, at '}'");
    QTest::newRow("number too large") << QByteArray("{\"runs_per_week\":1e400}")
                                      << QStringLiteral("line 1, column 22: the number is too large");
    QTest::newRow("not UTF-8") << QByteArray("{\"country\":\"\xFF\"}") << QStringLiteral("line 1, column 13: this is not JSON");
    QTest::newRow("NUL") << QByteArray("{\"a\":\0 1}", 9) << QString();
    QTest::newRow("half a pair") << QByteArray("{\"country\":\"\\ud800\"}") << QString();
}

void TestAnswersFile::refusesBrokenText()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const QString error = errorOf(json);
    QVERIFY(!error.isEmpty());
    if (!message.isEmpty())
        QCOMPARE(error, message);
}

void TestAnswersFile::keepsLimits()
{
    const auto named = [](const QByteArray& name) { return "{\"student\":{\"name\":\"" + name + "\"}}"; };
    QCOMPARE(errorOf(named(QByteArray("\xC3\xA9").repeated(200))), QString()); // characters, not bytes
    QCOMPARE(errorOf(named(QByteArray("\xC3\xA9").repeated(201))), QStringLiteral("student.name: is longer than 200 characters"));
    QCOMPARE(errorOf(QByteArray(1 << 20, ' ') + "{}"), QStringLiteral("larger than 1 MiB"));
    QCOMPARE(errorOf("{}" + QByteArray((1 << 20) - 2, ' ')), QString());
    const auto nested
        = [](int levels) { return "{\"computer\":{\"profile\":{\"a\":" + QByteArray(levels, '[') + QByteArray(levels, ']') + "}}}"; };
    QCOMPARE(errorOf(nested(13)), QStringLiteral("computer.profile.a: unknown key"));
    QVERIFY(errorOf(nested(14)).endsWith(QStringLiteral("nested deeper than 16 levels")));
    QVERIFY(errorOf(nested(200000)).endsWith(QStringLiteral("nested deeper than 16 levels")));
    QByteArray many = "{\"computer\":{\"profile\":{\"a\":[0";
    many += QByteArray(",0").repeated(20000) + "]}}}";
    QCOMPARE(errorOf(many), QStringLiteral("more than 20000 values"));
    const QByteArray longKey = "{\"" + QByteArray(5000, 'k') + "\":1}";
    QCOMPARE(errorOf(longKey), QString(60, QLatin1Char('k')) + QStringLiteral("...: unknown key"));
}

void TestAnswersFile::writesKeysInOrder()
{
    Answers answers;
    answers.country = "US";
    answers.goals = {Goal::Text};
    answers.patienceHours = 0.5;
    answers.data.rows = 1e6;
    answers.studentName = "A \"B\" é";
    QCOMPARE(QString::fromUtf8(writeAnswers(answers)),
        QStringLiteral("{\n  \"schema\": \"rightrig.answers/1\",\n  \"student\": {\n    \"name\": \"A \\\"B\\\" \u00E9\"\n  },\n"
                       "  \"goals\": [\n    \"text\"\n  ],\n  \"data\": {\n    \"rows\": 1000000\n  },\n  \"patience_hours\": 0.5,\n"
                       "  \"country\": \"US\"\n}\n"));
    QCOMPARE(writeAnswers({}), QByteArray("{\n  \"schema\": \"rightrig.answers/1\"\n}\n"));
}

void TestAnswersFile::readsBackRandomAnswers()
{
    RandomAnswers random(1);
    for (int round = 0; round < 500; ++round) {
        const Answers answers = random.next();
        const QByteArray json = writeAnswers(answers);
        const auto read = readAnswers(json);
        QVERIFY2(std::holds_alternative<Answers>(read), qPrintable(errorOf(json) + QString::fromUtf8(json)));
        QVERIFY2(std::get<Answers>(read) == answers, json.constData());
        QCOMPARE(writeAnswers(std::get<Answers>(read)), json);
    }
}

// Either an error with a text, or answers that could have been written: what was understood survives a round trip.
void TestAnswersFile::mutationsNeverCrashNorHalfRead()
{
    std::mt19937 random(99);
    const QByteArray original = sample();
    const QByteArray pool = "{}[]\",:0123456789.eE-+ntfu\\\n\0\xFF\xC3";
    int refused = 0;
    for (int round = 0; round < 1000; ++round) {
        QByteArray json = original;
        for (unsigned i = 1 + random() % 4; i > 0; --i) {
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(json.size()));
            const char letter = pool[static_cast<qsizetype>(random() % static_cast<unsigned>(pool.size()))];
            switch (random() % 4) {
            case 0:
                json.remove(at, 1 + static_cast<qsizetype>(random() % 20));
                break;
            case 1:
                json.insert(at, letter);
                break;
            case 2:
                json.insert(at, json.mid(static_cast<qsizetype>(random() % static_cast<unsigned>(json.size())), 30));
                break;
            default:
                json[at] = letter;
            }
            if (json.isEmpty())
                json = "x";
        }
        const auto read = readAnswers(json);
        if (const auto* error = std::get_if<DocumentError>(&read)) {
            ++refused;
            QVERIFY(!error->text.isEmpty());
            continue;
        }
        const auto& answers = std::get<Answers>(read);
        QVERIFY(std::get<Answers>(readAnswers(writeAnswers(answers))) == answers);
    }
    QVERIFY(refused > 700);
}

void TestAnswersFile::schemaAgrees()
{
    const Schema schema = Schema::parse(readFile(sourcePath(QStringLiteral("resources/schemas/answers.schema.json"))).toStdString());
    QVERIFY(SchemaProbe(schema, errorOf).run() > 150);
}

QTEST_APPLESS_MAIN(TestAnswersFile)
#include "tst_answersfile.moc"
