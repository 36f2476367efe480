// The program as scripts meet it: exit codes, what goes to which output, and a machine that has nothing.
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig::test;

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeeds_data();
    void succeeds();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void failedWorkIsOne_data();
    void failedWorkIsOne();
    void answersFromStandardInput();
    void saysWhatToDoWhereNothingFits();
    void needsNoHome();
    void needsNoFonts();
    void localeDoesNotChangeNumbers();
    void sameInputSameBytes();
    void timingGoesToStandardError();
    void wizardWithoutDisplaySaysSo();
    void fullOutputIsAnError();
    void reportKeepsTheOldFileWhenTheDiskIsFull();

private:
    QString inFolder(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QTemporaryDir m_folder;
};

namespace {

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// "@sample" and "@dir" stand for the sample student's answers and the test's own folder.
QStringList resolved(const QString& line, const QString& folder)
{
    QStringList list = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString& word : list)
        word.replace(QLatin1String("@sample"), sampleAnswers()).replace(QLatin1String("@dir"), folder);
    return list;
}

} // namespace

void TestProgram::succeeds_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("contains");
    const auto row
        = [](const char* line, const char* contains) { QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(contains); };
    row("--help", "Commands:");
    row("--version", "rightrig ");
    row("report --help", "--paper");
    row("recommend --answers @sample", "Why");
    row("recommend --answers @sample --json", "\"rightrig.recommendation/1\"");
    row("machines", "Accelerator");
    row("machines --json", "\"rightrig.machines/1\"");
    row("presets", "Title");
    row("validate", "By kind of machine");
    row("validate --json", "\"rightrig.validation/1\"");
    row("validate --markdown", "| Kind of job | Runs |");
    row("presets --json", "\"rightrig.presets/1\"");
    row("report --answers @sample --out @dir/a.pdf", "");
    row("report --answers @sample --out @dir/b.pdf --paper Letter --language en", "");
}

void TestProgram::succeeds()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, contains);
    const Ran ran = runProgram(resolved(line, m_folder.path()));
    QVERIFY2(ran.code == 0, ran.err.constData());
    QVERIFY2(ran.out.contains(contains), ran.out.constData());
    QCOMPARE(ran.err, QByteArray());
    if (line.startsWith(QLatin1String("report --answers")))
        QCOMPARE(ran.out, QByteArray());
}

void TestProgram::wrongUsageIsTwo_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("help");
    const auto row = [](const char* line, const char* help) { QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(help); };
    row("recommend", "rightrig recommend --answers FILE");
    row("recommend --answers @sample --jso", "rightrig recommend --answers FILE");
    row("report --answers @sample", "rightrig report --answers FILE --out FILE.pdf");
    row("report --answers @sample --out @dir/c.pdf --paper A5", "rightrig report");
    row("estimate", "rightrig estimate --job FILE|PRESET");
    row("machines extra", "rightrig machines");
    row("validate --markdown --json", "rightrig validate [MEASUREMENTS.csv]");
    row("nonsense", "unknown command");
    row("class overview", "rightrig class overview PATH...");
    row("classes", "unknown command");
    row("--bogus", "rightrig COMMAND");
}

void TestProgram::wrongUsageIsTwo()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, help);
    const Ran ran = runProgram(resolved(line, m_folder.path()));
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(help), ran.err.constData());
}

void TestProgram::failedWorkIsOne_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* line, const char* message) { QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(message); };
    row("recommend --answers @dir/none.json", "none.json");
    row("recommend --answers @dir", "regular file");
    row("recommend --answers @dir/broken.json", "broken.json");
    row("recommend --answers @dir/negative.json", "data.rows: -5 is below 1");
    row("recommend --answers @dir/negative.json --json", "data.rows: -5 is below 1");
    row("recommend --answers @dir/unknown.json", "colour");
    row("recommend --answers @dir/old.pdf", "PDF");
    row("recommend --answers @sample --catalogue @dir/none.db", "none.db");
    row("machines --catalogue @dir/broken.json", "broken.json");
    row("presets --catalogue @dir/empty.db", "empty.db");
    row("estimate --job no-such-job --machine this", "no-such-job");
    row("estimate --job @dir/broken.json --machine this", "broken.json");
    row("report --answers @sample --out @dir/missing/a.pdf", "missing");
    row("report --answers @sample --out @dir", "folder");
    row("report --answers @sample --out @dir/d.pdf --language de", "en");
}

void TestProgram::failedWorkIsOne()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, message);
    QVERIFY(writeBytes(inFolder("broken.json"), "{\"schema\": "));
    QVERIFY(writeBytes(inFolder("negative.json"), R"({"schema":"rightrig.answers/1","data":{"rows":-5}})"));
    QVERIFY(writeBytes(inFolder("unknown.json"), R"({"schema":"rightrig.answers/1","colour":"red"})"));
    QVERIFY(writeBytes(inFolder("old.pdf"), "%PDF-1.7\n"));
    QVERIFY(writeBytes(inFolder("empty.db"), ""));
    const Ran ran = runProgram(resolved(line, m_folder.path()));
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(message), ran.err.constData());
    QVERIFY(!QFile::exists(inFolder("d.pdf")));
}

void TestProgram::answersFromStandardInput()
{
    const Ran piped = runProgram(words("recommend --json --answers -"), bareEnvironment(), fileBytes(sampleAnswers()));
    const Ran named = runProgram({QStringLiteral("recommend"), QStringLiteral("--json"), QStringLiteral("--answers"), sampleAnswers()});
    QVERIFY2(piped.code == 0, piped.err.constData());
    QCOMPARE(piped.out, named.out);
    QCOMPARE(runProgram(words("recommend --answers -"), bareEnvironment(), QByteArray(2 << 20, ' ')).code, 1);
}

void TestProgram::saysWhatToDoWhereNothingFits()
{
    const QByteArray answers = R"({"schema":"rightrig.answers/1","goals":["tables"],"computer":{"kind":"none"},
        "budget":{"upfront":{"amount":0,"currency":"USD"},"monthly":{"amount":0,"currency":"USD"}}})";
    const Ran ran = runProgram(words("recommend --answers -"), bareEnvironment(), answers);
    QCOMPARE(ran.code, 0);
    for (const char* part : {"What you can do now", "Ask your school", "What comes closest", "Please check these answers"})
        QVERIFY2(ran.out.contains(part), part);
    QVERIFY(!ran.out.contains("recommended computer"));
}

void TestProgram::needsNoHome()
{
    QProcessEnvironment environment = bareEnvironment();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.remove(QLatin1String(name));
    const Ran ran = runProgram(resolved(QStringLiteral("recommend --answers @sample --json"), {}), environment);
    QVERIFY2(ran.code == 0, ran.err.constData());
    const Ran pdf = runProgram(resolved(QStringLiteral("report --answers @sample --out @dir/home.pdf"), m_folder.path()), environment);
    QVERIFY2(pdf.code == 0, pdf.err.constData());
}

void TestProgram::needsNoFonts()
{
    QVERIFY(writeBytes(inFolder("fonts.conf"), "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>"));
    QProcessEnvironment environment = bareEnvironment();
    environment.insert(QStringLiteral("FONTCONFIG_FILE"), inFolder("fonts.conf"));
    const QString pdf = inFolder("nofonts.pdf");
    const Ran ran = runProgram(resolved(QStringLiteral("report --answers @sample --out @dir/nofonts.pdf"), m_folder.path()), environment);
    QVERIFY2(ran.code == 0, ran.err.constData());
    const Ran text = runTool(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")});
    QVERIFY(text.out.contains("Sample Student"));
}

void TestProgram::localeDoesNotChangeNumbers()
{
    const QStringList line = resolved(QStringLiteral("recommend --answers @sample"), {});
    QProcessEnvironment german = bareEnvironment();
    german.insert(QStringLiteral("LC_ALL"), QStringLiteral("de_DE.UTF-8"));
    german.insert(QStringLiteral("LANG"), QStringLiteral("de_DE.UTF-8"));
    const Ran ran = runProgram(line, german);
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.out, runProgram(line).out);
}

void TestProgram::sameInputSameBytes()
{
    for (const char* name : {"same1.pdf", "same2.pdf"})
        QCOMPARE(
            runProgram(resolved(QStringLiteral("report --answers @sample --out @dir/") + QLatin1String(name), m_folder.path())).code, 0);
    const QByteArray first = fileBytes(inFolder("same1.pdf"));
    QVERIFY(first.size() > 10000);
    QCOMPARE(first, fileBytes(inFolder("same2.pdf")));
    const QStringList json = resolved(QStringLiteral("recommend --json --answers @sample"), {});
    QCOMPARE(runProgram(json).out, runProgram(json).out);
}

void TestProgram::timingGoesToStandardError()
{
    QProcessEnvironment environment = bareEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("rightrig.timing=true"));
    const Ran ran = runProgram(resolved(QStringLiteral("report --answers @sample --out @dir/t.pdf"), m_folder.path()), environment);
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.err.contains("catalogue.open_ms"), ran.err.constData());
    QVERIFY2(ran.err.contains("report.ms"), ran.err.constData());
    QCOMPARE(ran.out, QByteArray());
}

void TestProgram::wizardWithoutDisplaySaysSo()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const char* line : {"", "wizard", "some.rightrig.json"}) {
        const Ran ran = runProgram(words(line));
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.err.contains("display"), ran.err.constData());
    }
#endif
}

void TestProgram::fullOutputIsAnError()
{
    if (!QFile::exists(QStringLiteral("/dev/full"))) // only Linux has a file that is always full
        QSKIP("this system has no /dev/full");
    const Ran ran = runTool(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("exec \"$0\" machines --json > /dev/full"), rightrig::testProgram()});
    QCOMPARE(ran.code, 1);
    QVERIFY(!ran.err.isEmpty());
}

void TestProgram::reportKeepsTheOldFileWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    const QString pdf = inFolder("precious.pdf");
    QVERIFY(writeBytes(pdf, "the old report"));
    // a limit on file sizes makes write() come back short, as on a full disk
    const Ran ran = runTool(QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 8; exec \"$0\" report --answers \"$1\" --out \"$2\""),
            rightrig::testProgram(), sampleAnswers(), pdf});
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains("precious.pdf"), ran.err.constData());
    QCOMPARE(fileBytes(pdf), QByteArray("the old report"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("precious*")}, QDir::Files).size(), 1);
#endif
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
