// `class overview` over what students hand in, and over what nobody should have handed in. All names are samples.
#include "tests/support/programrunner.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace rightrig::test;
using rightrig::sourcePath;

namespace {

QString courseFile() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }

QByteArray answersOf(const char* id, const char* name, int ram)
{
    return QByteArray("{\"schema\":\"rightrig.answers/1\",\"student\":{\"id\":\"") + id + "\",\"name\":\"" + name
        + "\"},\"computer\":{\"kind\":\"known\",\"form\":\"laptop\",\"cpu\":\"Intel Core i5-1235U\",\"gpu\":\"none\",\"ram_gib\":"
        + QByteArray::number(ram) + "}}";
}

QStringList texts(const QJsonArray& list, const char* key)
{
    QStringList result;
    for (const QJsonValue& value : list)
        result << value.toObject().value(QLatin1String(key)).toString();
    return result;
}

} // namespace

class TestClassOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAFolder();
    void readsTheAnswersOfPdfs();
    void readsARosterWithComputers();
    void aRosterGivesNamesAndMissingStudents();
    void theNewerOfTwoCounts();
    void namesEveryBadFile();
    void anonymousSaysNoName();
    void writesCsvAndPdf();
    void withoutACourseOwnJobsCount();
    void textIsForPeople();
    void theRushCanBeGiven();
    void nothingToShow();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] Ran overview(const QStringList& words) const;
    [[nodiscard]] QJsonObject json(const QStringList& words) const;

    QTemporaryDir m_folder;
};

Ran TestClassOverview::overview(const QStringList& words) const
{
    return runProgram(QStringList{QStringLiteral("class"), QStringLiteral("overview")} + words);
}

QJsonObject TestClassOverview::json(const QStringList& words) const
{
    const Ran ran = overview(words + QStringList{QStringLiteral("--json")});
    if (ran.code != 0)
        qWarning("%s", ran.err.constData());
    return jsonOf(ran);
}

void TestClassOverview::initTestCase()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("answers/more"));
    QVERIFY(writeBytes(path("answers/b.rightrig.json"), answersOf("s-2", "Sample Two", 16)));
    QVERIFY(writeBytes(path("answers/a.rightrig.json"), answersOf("s-1", "Sample One", 4)));
    QVERIFY(writeBytes(path("answers/more/c.json"), answersOf("s-3", "Sample Three", 64)));
    QVERIFY(writeBytes(path("answers/readme.txt"), "not looked at"));
}

void TestClassOverview::readsAFolder()
{
    const QJsonObject result = json({path("answers"), QStringLiteral("--course"), courseFile()});
    QCOMPARE(result.value(QStringLiteral("schema")).toString(), QStringLiteral("rightrig.class/1"));
    const QJsonArray students = result.value(QStringLiteral("students")).toArray();
    QCOMPARE(texts(students, "id"), (QStringList{QStringLiteral("s-1"), QStringLiteral("s-2"), QStringLiteral("s-3")}));
    QCOMPARE(texts(students, "name").value(0), QStringLiteral("Sample One"));
    QCOMPARE(texts(result.value(QStringLiteral("assignments")).toArray(), "id").join(QLatin1Char(' ')), QStringLiteral("a1 a2 a3 a4 a5"));
    const QJsonArray cells = students.at(1).toObject().value(QStringLiteral("assignments")).toArray();
    QCOMPARE(cells.size(), 5);
    const QJsonObject first = cells.first().toObject();
    QCOMPARE(first.value(QStringLiteral("fits")).toString(), QStringLiteral("yes"));
    QVERIFY(first.value(QStringLiteral("seconds")).toObject().value(QStringLiteral("likely")).toDouble() > 0.0);
    for (const QString& needs : texts(students, "needs"))
        QVERIFY((QStringList{QStringLiteral("nothing"), QStringLiteral("lab"), QStringLiteral("loan"), QStringLiteral("credits")})
                    .contains(needs));
    QVERIFY(result.value(QStringLiteral("pool")).toObject().contains(QStringLiteral("cloud_hours")));
    QVERIFY(result.value(QStringLiteral("problems")).toArray().isEmpty());
}

void TestClassOverview::readsTheAnswersOfPdfs()
{
    const QString pdf = path("handed-in.pdf");
    const Ran made = runProgram({QStringLiteral("report"), QStringLiteral("--answers"), path("answers/a.rightrig.json"),
        QStringLiteral("--course"), courseFile(), QStringLiteral("--out"), pdf});
    QVERIFY2(made.code == 0, made.err.constData());
    const QJsonObject fromPdf = json({pdf}); // the PDF brings its course
    const QJsonObject fromFile = json({path("answers/a.rightrig.json"), QStringLiteral("--course"), courseFile()});
    QCOMPARE(texts(fromPdf.value(QStringLiteral("students")).toArray(), "id"), QStringList{QStringLiteral("s-1")});
    QCOMPARE(fromPdf.value(QStringLiteral("students")), fromFile.value(QStringLiteral("students")));
    QCOMPARE(fromPdf.value(QStringLiteral("course")), fromFile.value(QStringLiteral("course")));
}

void TestClassOverview::readsARosterWithComputers()
{
    const QJsonObject result
        = json({sourcePath(QStringLiteral("tests/data/rosters/google-forms.csv")), QStringLiteral("--course"), courseFile()});
    QCOMPARE(
        texts(result.value(QStringLiteral("students")).toArray(), "id").join(QLatin1Char(' ')), QStringLiteral("S-0001 S-0002 S-0003"));
    const QJsonArray problems = result.value(QStringLiteral("problems")).toArray();
    QCOMPARE(problems.size(), 3);
    QCOMPARE(problems.at(1).toObject().value(QStringLiteral("row")).toInt(), 5);
    QVERIFY(problems.at(1).toObject().value(QStringLiteral("file")).toString().endsWith(QLatin1String("google-forms.csv")));
}

void TestClassOverview::aRosterGivesNamesAndMissingStudents()
{
    QVERIFY(writeBytes(path("list.csv"), "id,name\ns-9,Sample Nine\nlone,Sample Lone\n"));
    QVERIFY(writeBytes(path("lone.json"), "{\"computer\":{\"kind\":\"known\",\"ram_gib\":16}}")); // the file's name is the ID
    for (const QStringList& order : {QStringList{path("list.csv"), path("lone.json")}, QStringList{path("lone.json"), path("list.csv")}}) {
        const QJsonObject result = json(order + QStringList{QStringLiteral("--course"), courseFile()});
        const QJsonArray students = result.value(QStringLiteral("students")).toArray();
        QCOMPARE(students.size(), 2);
        for (const QJsonValue& student : students) {
            const bool lone = student.toObject().value(QStringLiteral("id")).toString() == QLatin1String("lone");
            QCOMPARE(student.toObject().value(QStringLiteral("name")).toString(),
                lone ? QStringLiteral("Sample Lone") : QStringLiteral("Sample Nine"));
            QCOMPARE(student.toObject().value(QStringLiteral("computer_assumed")).toBool(), !lone);
        }
        QVERIFY(result.value(QStringLiteral("problems")).toArray().isEmpty());
    }
}

void TestClassOverview::theNewerOfTwoCounts()
{
    const auto plan = [](const char* date, int ram) {
        return QByteArray("{\"schema\":\"rightrig.plan/1\",\"date\":\"") + date + "\",\"answers\":" + answersOf("s-1", "Sample One", ram)
            + "}";
    };
    QVERIFY(writeBytes(path("old.json"), plan("2026-10-01", 4)));
    QVERIFY(writeBytes(path("new.json"), plan("2026-11-01", 64)));
    for (const QStringList& order : {QStringList{path("old.json"), path("new.json")}, QStringList{path("new.json"), path("old.json")}}) {
        const QJsonObject result = json(order + QStringList{QStringLiteral("--course"), courseFile()});
        QCOMPARE(result.value(QStringLiteral("students")).toArray().size(), 1);
        const QJsonObject problem = result.value(QStringLiteral("problems")).toArray().at(0).toObject();
        QVERIFY(problem.value(QStringLiteral("file")).toString().endsWith(QLatin1String("old.json")));
        QVERIFY(problem.value(QStringLiteral("text")).toString().contains(QLatin1String("is about the same student")));
    }
}

void TestClassOverview::namesEveryBadFile()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("mixed"));
    QVERIFY(writeBytes(path("mixed/good.json"), answersOf("s-1", "Sample One", 16)));
    QVERIFY(writeBytes(path("mixed/broken.json"), "{\"computer\":{\"ram_gib\":-5}}"));
    QVERIFY(writeBytes(path("mixed/foreign.pdf"), "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"));
    QVERIFY(writeBytes(path("mixed/table.csv"), "colour,size\nred,1\n"));
    const Ran ran = overview({path("mixed"), path("missing.json"), QStringLiteral("--course"), courseFile(), QStringLiteral("--json")});
    QCOMPARE(ran.code, 0);
    const QJsonArray problems = jsonOf(ran).value(QStringLiteral("problems")).toArray();
    QCOMPARE(problems.size(), 4);
    for (const char* name : {"broken.json", "foreign.pdf", "table.csv", "missing.json"})
        QVERIFY2(ran.errorText().contains(QLatin1String(name)), name);
    QVERIFY(ran.errorText().contains(QLatin1String("computer.ram_gib")));
    QCOMPARE(jsonOf(ran).value(QStringLiteral("students")).toArray().size(), 1);
}

void TestClassOverview::anonymousSaysNoName()
{
    QVERIFY(writeBytes(path("secret-person.json"), "{\"computer\":{\"ram_gib\":-5}}"));
    const QStringList words{
        path("answers"), path("secret-person.json"), QStringLiteral("--course"), courseFile(), QStringLiteral("--anonymous")};
    const Ran printed = overview(words + QStringList{QStringLiteral("--json")});
    const Ran text = overview(words + QStringList{QStringLiteral("--out"), path("anonymous.csv")});
    QCOMPARE(printed.code + text.code, 0);
    QCOMPARE(runProgram(QStringList{QStringLiteral("class"), QStringLiteral("overview")} + words
                 + QStringList{QStringLiteral("--out"), path("anonymous.pdf")})
                 .code,
        0);
    const QByteArray pages = runTool(QStringLiteral("pdftotext"), {path("anonymous.pdf"), QStringLiteral("-")}).out;
    for (const QByteArray& output : {printed.out, text.out, fileBytes(path("anonymous.csv")), pages}) {
        QVERIFY(!output.isEmpty());
        for (const char* word : {"Sample One", "Sample Three", "s-1", "s-2", "secret"})
            QVERIFY2(!output.contains(word), word);
    }
}

void TestClassOverview::writesCsvAndPdf()
{
    const QStringList words{path("answers"), QStringLiteral("--course"), courseFile(), QStringLiteral("--out")};
    QCOMPARE(overview(words + QStringList{path("class-overview.csv")}).code, 0);
    const QList<QByteArray> lines = fileBytes(path("class-overview.csv")).split('\n');
    QVERIFY(lines.value(0).startsWith(
        "\xEF\xBB\xBF"
        "id,name,RightRig: needs,RightRig: Predict from a table,\"RightRig: Predict from a table, hours per run\""));
    QVERIFY(lines.value(1).startsWith("s-1,Sample One,"));
    QCOMPARE(overview(words + QStringList{path("class-overview.pdf")}).code, 0);
    QVERIFY(fileBytes(path("class-overview.pdf")).startsWith("%PDF-"));
    const Ran nowhere = overview(words + QStringList{path("no/such/folder/x.csv")});
    QCOMPARE(nowhere.code, 1);
}

void TestClassOverview::withoutACourseOwnJobsCount()
{
    const QJsonObject result = json({path("answers")});
    QVERIFY(result.value(QStringLiteral("assignments")).toArray().size() >= 3);
    QCOMPARE(result.value(QStringLiteral("students")).toArray().size(), 3);
}

void TestClassOverview::textIsForPeople()
{
    const Ran ran = overview({path("answers"), QStringLiteral("--course"), courseFile()});
    QCOMPARE(ran.code, 0);
    for (const char* word : {"of 3 students can do every assignment", "On the students' own computers", "LoRA week", "Good to know"})
        QVERIFY2(ran.text().contains(QLatin1String(word)), ran.out.constData());
}

void TestClassOverview::theRushCanBeGiven()
{
    const auto share = [this](const QStringList& more) {
        const QJsonObject pool
            = json(QStringList{path("answers"), QStringLiteral("--course"), courseFile()} + more).value(QStringLiteral("pool")).toObject();
        return pool.value(QStringLiteral("rush_share")).toDouble();
    };
    QCOMPARE(share({}), 0.6);
    QCOMPARE(share({QStringLiteral("--rush"), QStringLiteral("85")}), 0.85);
}

void TestClassOverview::nothingToShow()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("empty"));
    const Ran ran = overview({path("empty")});
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.errorText().contains(QLatin1String("holds no PDF, JSON or CSV file")));
    QVERIFY(ran.errorText().contains(QLatin1String("No student was found")));
}

QTEST_GUILESS_MAIN(TestClassOverview)
#include "tst_classoverview.moc"
