// A course on the command line: what it adds to the recommendation, what the PDF carries, and that the PDF opens as the plan it came from.
#include "tests/support/programrunner.h"

#include <QJsonArray>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig::test;
using rightrig::sourcePath;

namespace {

QString course() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }

QStringList words(const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// Each question is asked once: that the same input gives the same bytes is proven elsewhere.
QJsonObject recommended(const QString& answers, const QString& taken = {})
{
    static QMap<QStringList, QJsonObject> known;
    QStringList arguments = words("recommend --json --answers") << answers;
    if (!taken.isEmpty())
        arguments << QStringLiteral("--course") << taken;
    const auto found = known.constFind(arguments);
    if (found != known.constEnd())
        return *found;
    const Ran ran = runProgram(arguments);
    return *known.insert(arguments, ran.code == 0 ? jsonOf(ran) : QJsonObject());
}

QString pdfText(const QString& path)
{
    return runTool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}).text();
}

} // namespace

class TestCourse : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] Ran report(const char* out, const QStringList& more = {}) const
    {
        return runProgram(words("report --answers") << sampleAnswers() << QStringLiteral("--out") << path(out) << more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(report("plain.pdf").code, 0);
        QCOMPARE(report("course.pdf", {QStringLiteral("--course"), course()}).code, 0);
    }

    void jsonHasEachAssignment()
    {
        QVERIFY(!recommended(sampleAnswers()).contains(QLatin1String("course")));
        const QJsonObject taken = recommended(sampleAnswers(), course()).value(QLatin1String("course")).toObject();
        QCOMPARE(taken.value(QLatin1String("id")).toString(), QStringLiteral("sample-course"));
        QVERIFY(words("nothing lab loan credits").contains(taken.value(QLatin1String("needs")).toString()));
        const QJsonArray assignments = taken.value(QLatin1String("assignments")).toArray();
        QCOMPARE(assignments.size(), 5);
        for (const QJsonValue& value : assignments) {
            const QJsonObject one = value.toObject();
            QVERIFY(words("yes tight no unknown").contains(one.value(QLatin1String("fits")).toString()));
            QCOMPARE(one.value(QLatin1String("seconds")).isObject(), one.value(QLatin1String("method")).isString());
            QVERIFY(one.value(QLatin1String("ready")).toBool() || !one.value(QLatin1String("ways")).toArray().isEmpty());
            QVERIFY(!one.value(QLatin1String("text")).toString().isEmpty());
        }
        QCOMPARE(assignments.first().toObject().value(QLatin1String("fits")).toString(), QStringLiteral("yes")); // a small table
    }

    void fixedAnswersAndDeniedProvidersCount()
    {
        QByteArray json = fileBytes(course());
        json.replace("\"deny\": []", "\"deny\": [\"Google\", \"Kaggle\"]").replace("\"depth\": \"adapt\"", "\"depth\": \"tutorials\"");
        QVERIFY(writeBytes(path("strict.json"), json));
        const QJsonObject found = recommended(sampleAnswers(), path("strict.json"));
        const QJsonArray options = found.value(QLatin1String("options")).toArray();
        for (const QJsonValue& option : options) {
            const QString name = option.toObject().value(QLatin1String("name")).toString();
            QVERIFY2(!name.contains(QLatin1String("Colab")) && !name.contains(QLatin1String("Kaggle")), qPrintable(name));
        }
        QStringList presets;
        const QJsonArray jobs = found.value(QLatin1String("jobs")).toArray();
        for (const QJsonValue& job : jobs)
            presets += job.toObject().value(QLatin1String("preset")).toString();
        QVERIFY2(presets.contains(QLatin1String("text-bert")), qPrintable(presets.join(QLatin1Char(' ')))); // goal and depth of the course
    }

    void textNamesTheCourse()
    {
        const Ran ran = runProgram(words("recommend --answers") << sampleAnswers() << QStringLiteral("--course") << course());
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY(ran.text().contains(QLatin1String("Your course: Sample course: first steps in machine learning, Sample term")));
        QVERIFY(ran.text().contains(QLatin1String("Predict from a table (due in week 2, 10 runs, on your own computer)")));
        QVERIFY(ran.text().contains(QLatin1String("Ask in the course forum.")));
        const QByteArray ofCourse = ran.out.mid(ran.out.indexOf("Your course")); // tables before it may be wider
        for (const QByteArray& line : ofCourse.left(ofCourse.indexOf("\n\n")).split('\n'))
            QVERIFY2(QString::fromUtf8(line).size() <= 80, line.constData());
    }

    void pdfHasTheCourse()
    {
        const QString text = pdfText(path("course.pdf"));
        QVERIFY(text.contains(QLatin1String("Your course: Sample course")));
        QVERIFY(text.contains(QLatin1String("Tell pictures apart")));
        QVERIFY(!pdfText(path("plain.pdf")).contains(QLatin1String("Your course")));
    }

    void pdfOpensAsThePlanItCameFrom()
    {
        QCOMPARE(recommended(path("plain.pdf")), recommended(sampleAnswers()));
        QVERIFY(!recommended(sampleAnswers()).isEmpty());
        QCOMPARE(recommended(path("course.pdf")), recommended(sampleAnswers(), course())); // brings its course
        const Ran again = runProgram(words("report --answers") << path("course.pdf") << QStringLiteral("--out") << path("again.pdf"));
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(fileBytes(path("again.pdf")), fileBytes(path("course.pdf")));
    }

    void standardInputMayBeAPdf()
    {
        const Ran ran = runProgram(words("recommend --json --answers -"), bareEnvironment(), fileBytes(path("plain.pdf")));
        QVERIFY2(ran.code == 0, ran.err.constData());
        QCOMPARE(jsonOf(ran), recommended(sampleAnswers()));
    }

    void theAttachmentIsThePlan()
    {
        const QString out = path("answers.json");
        const Ran ran = runTool(
            QStringLiteral("pdfdetach"), {QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), out, path("course.pdf")});
        QVERIFY2(ran.code == 0, ran.err.constData());
        const QJsonObject plan = QJsonDocument::fromJson(fileBytes(out)).object();
        QCOMPARE(plan.value(QLatin1String("schema")).toString(), QStringLiteral("rightrig.plan/1"));
        QCOMPARE(plan.value(QLatin1String("date")).toString(), QStringLiteral("2026-11-23"));
        QCOMPARE(plan.value(QLatin1String("answers"))
                     .toObject()
                     .value(QLatin1String("student"))
                     .toObject()
                     .value(QLatin1String("name"))
                     .toString(),
            QStringLiteral("Sample Student"));
        QVERIFY(!plan.value(QLatin1String("prices")).toArray().isEmpty());
        QCOMPARE(recommended(out, course()), recommended(sampleAnswers(), course())); // and it opens on its own
    }

    void nameAndAnswersCanStayAtHome()
    {
        QCOMPARE(report("nameless.pdf", {QStringLiteral("--no-name")}).code, 0);
        QVERIFY(pdfText(path("plain.pdf")).contains(QLatin1String("Sample Student")));
        QVERIFY(!pdfText(path("nameless.pdf")).contains(QLatin1String("Sample Student")));
        const Ran detached = runTool(
            QStringLiteral("pdfdetach"), {QStringLiteral("-saveall"), QStringLiteral("-o"), m_folder.path(), path("nameless.pdf")});
        QVERIFY2(detached.code == 0, detached.err.constData());
        QVERIFY(!fileBytes(path("answers.json")).contains("Sample Student"));
        QCOMPARE(report("bare.pdf", {QStringLiteral("--no-answers")}).code, 0);
        const Ran ran = runProgram(words("recommend --answers") << path("bare.pdf"));
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.errorText().contains(QLatin1String("bare.pdf: This PDF carries no answers")), ran.err.constData());
    }

    void wrongFilesAreNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const QString answers = sampleAnswers();
        QTest::newRow("a course as answers") << QStringList{QStringLiteral("--answers"), course()} << QStringLiteral("this is a course");
        QTest::newRow("answers as a course") << QStringList{QStringLiteral("--answers"), answers, QStringLiteral("--course"), answers}
                                             << QStringLiteral("schema: 'rightrig.answers/1' is not rightrig.course/1");
        QTest::newRow("no course") << QStringList{QStringLiteral("--answers"), answers, QStringLiteral("--course"),
            QStringLiteral("/nowhere/x.json")}
                                   << QStringLiteral("/nowhere/x.json");
    }
    void wrongFilesAreNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Ran ran = runProgram(QStringList{QStringLiteral("recommend")} + arguments);
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.errorText().contains(says), ran.err.constData());
        QVERIFY(ran.out.isEmpty());
    }

    void anUnknownPresetIsSaidAndTheRestGoesOn()
    {
        QVERIFY(writeBytes(path("odd.json"), fileBytes(course()).replace("images-resnet18", "images-nobody")));
        const Ran ran
            = runProgram(words("recommend --json --answers") << sampleAnswers() << QStringLiteral("--course") << path("odd.json"));
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.errorText().contains(QLatin1String("assignments[2].job.preset: 'images-nobody' is not in the catalogue")));
        const QJsonArray assignments = jsonOf(ran).value(QLatin1String("course")).toObject().value(QLatin1String("assignments")).toArray();
        QCOMPARE(assignments.at(2).toObject().value(QLatin1String("fits")).toString(), QStringLiteral("unknown"));
        QCOMPARE(assignments.at(0).toObject().value(QLatin1String("fits")).toString(), QStringLiteral("yes"));
    }
};

QTEST_GUILESS_MAIN(TestCourse)
#include "tst_course.moc"
