// `class reports` as an instructor or a cluster runs it: hostile rosters, shards, kill -9 and going on. All names are samples.
#include "tests/support/programrunner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace rightrig::test;
using rightrig::sourcePath;

namespace {

QString roster(const char* name) { return sourcePath(QStringLiteral("tests/data/rosters/") + QLatin1String(name)); }

QStringList reportsCommand(const QString& file, const QString& out, const QString& more = {})
{
    QStringList arguments{QStringLiteral("class"), QStringLiteral("reports"), QStringLiteral("--course"),
        sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")), QStringLiteral("--roster"), file,
        QStringLiteral("--out"), out};
    return arguments + more.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList filesOf(const QString& folder) { return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name); }

QByteArray sampleRoster(int students)
{
    QByteArray csv = "id,name,ram,gpu\n";
    for (int i = 0; i < students; ++i)
        csv += "s" + QByteArray::number(i) + ",Sample " + QByteArray::number(i) + "," + QByteArray::number(8 << (i % 2)) + ",none\n";
    return csv;
}

bool isWholePdf(const QByteArray& bytes) { return bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"); }

} // namespace

class TestClassReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesAReportForEveryStudent();
    void theTableIsTheSystemsOwn();
    void keepsWhatIsThere();
    void forceWritesAgain();
    void sameBytesWhateverTheJobs();
    void shardsMakeTheWhole();
    void hostileRowsStayInTheFolder();
    void neverWritesThroughALink();
    void goesOnAfterAKill();
    void removesOnlyItsOwnLeftovers();
    void wrongUsage_data();
    void wrongUsage();
    void saysWhatIsMissing();

private:
    QTemporaryDir m_folder;
    QString m_out;
};

void TestClassReports::initTestCase()
{
    m_out = m_folder.filePath(QStringLiteral("first"));
    const Ran ran = runProgram(reportsCommand(roster("google-forms.csv"), m_out, QStringLiteral("--jobs 1")));
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.text(), QStringLiteral("3 reports written, 0 were there already, 0 failed.\n"));
    QVERIFY(ran.errorText().contains(QLatin1String("3 of 3 reports")));
    QVERIFY2(ran.errorText().contains(QLatin1String("google-forms.csv:5: ram: 'lots' is not a size")), ran.err.constData());
}

void TestClassReports::writesAReportForEveryStudent()
{
    QCOMPARE(filesOf(m_out),
        (QStringList{QStringLiteral("S-0001.pdf"), QStringLiteral("S-0002.pdf"), QStringLiteral("S-0003.pdf"), QStringLiteral("class.csv"),
            QStringLiteral("class.pdf")}));
    for (const QString& name : filesOf(m_out))
        QVERIFY(name.endsWith(QLatin1String(".csv")) || isWholePdf(fileBytes(m_out + QLatin1Char('/') + name)));
    const auto textOf = [this](const char* name) {
        return runTool(QStringLiteral("pdftotext"), {m_out + QLatin1Char('/') + QLatin1String(name), QStringLiteral("-")}).text();
    };
    QVERIFY(textOf("S-0001.pdf").contains(QLatin1String("Sample Ada")));
    QVERIFY(textOf("S-0001.pdf").contains(QLatin1String("LoRA week")));
    const QString whole = textOf("class.pdf");
    for (const char* word : {"of 3 students", "Sample Cleo", "Predict from a table", "Every student, every assignment"})
        QVERIFY2(whole.contains(QLatin1String(word)), word);
}

void TestClassReports::theTableIsTheSystemsOwn()
{
    const QList<QByteArray> lines = fileBytes(m_out + QStringLiteral("/class.csv")).split('\n');
    QVERIFY2(lines.value(0).startsWith("\xEF\xBB\xBF"
                                       "Email Address,What is your name?,What is your student ID?,RightRig: needs,"),
        lines.value(0).constData());
    QVERIFY(lines.value(1).startsWith("ada@example.org,Sample Ada,S-0001,"));
    QVERIFY(lines.value(1).endsWith(",S-0001.pdf\r"));
    QCOMPARE(lines.size(), 5);
}

void TestClassReports::keepsWhatIsThere()
{
    const QString file = m_out + QStringLiteral("/S-0002.pdf");
    const QByteArray before = fileBytes(file);
    QVERIFY(writeBytes(file, "somebody's own file"));
    const Ran ran = runProgram(reportsCommand(roster("google-forms.csv"), m_out));
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.text(), QStringLiteral("0 reports written, 3 were there already, 0 failed.\n"));
    QVERIFY(ran.errorText().contains(QLatin1String("class.pdf is there already and was kept. --force writes it again.")));
    QCOMPARE(fileBytes(file), QByteArray("somebody's own file"));
    QVERIFY(writeBytes(file, before));
}

void TestClassReports::forceWritesAgain()
{
    const QString file = m_out + QStringLiteral("/S-0002.pdf");
    const QByteArray before = fileBytes(file);
    QVERIFY(writeBytes(file, "somebody's own file"));
    const Ran ran = runProgram(reportsCommand(roster("google-forms.csv"), m_out, QStringLiteral("--force --jobs 1")));
    QCOMPARE(ran.text(), QStringLiteral("3 reports written, 0 were there already, 0 failed.\n"));
    QCOMPARE(fileBytes(file), before);
}

void TestClassReports::sameBytesWhateverTheJobs()
{
    const QString csv = m_folder.filePath(QStringLiteral("five.csv"));
    QVERIFY(writeBytes(csv, sampleRoster(5)));
    const QString one = m_folder.filePath(QStringLiteral("one")), two = m_folder.filePath(QStringLiteral("two"));
    QCOMPARE(runProgram(reportsCommand(csv, one, QStringLiteral("--jobs 1"))).code, 0);
    const Ran ran = runProgram(reportsCommand(csv, two, QStringLiteral("--jobs 2")));
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.text(), QStringLiteral("5 reports written, 0 were there already, 0 failed.\n"));
    QCOMPARE(filesOf(one), filesOf(two));
    for (const QString& name : filesOf(one))
        QVERIFY2(fileBytes(one + QLatin1Char('/') + name) == fileBytes(two + QLatin1Char('/') + name), qPrintable(name));
}

void TestClassReports::shardsMakeTheWhole()
{
    const QString csv = m_folder.filePath(QStringLiteral("five.csv"));
    const QString out = m_folder.filePath(QStringLiteral("shards"));
    QCOMPARE(runProgram(reportsCommand(csv, out, QStringLiteral("--shard 2/2 --jobs 1"))).code, 0);
    QCOMPARE(filesOf(out), (QStringList{QStringLiteral("s1.pdf"), QStringLiteral("s3.pdf")}));
    QCOMPARE(runProgram(reportsCommand(csv, out, QStringLiteral("--shard 1/2 --jobs 1"))).code, 0);
    QCOMPARE(filesOf(out), filesOf(m_folder.filePath(QStringLiteral("one"))));
}

void TestClassReports::hostileRowsStayInTheFolder()
{
    const QString above = m_folder.filePath(QStringLiteral("above"));
    const QString out = above + QStringLiteral("/deep/out");
    const Ran ran = runProgram(reportsCommand(roster("hostile.csv"), out, QStringLiteral("--shard 1/4 --jobs 1")));
    QCOMPARE(ran.code, 1); // rows were left out
    QVERIFY2(ran.text().startsWith(QLatin1String("3 reports written, 0 were there already, 0 failed. 7 rows of the roster were left out")),
        ran.out.constData());
    for (const int line : {4, 5, 7, 9, 12, 15, 16, 17, 19})
        QVERIFY2(ran.errorText().contains(QStringLiteral("hostile.csv:%1: ").arg(line)), qPrintable(QString::number(line)));
    QCOMPARE(QDir(above).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{QStringLiteral("deep")});
    const QStringList files = filesOf(out);
    QCOMPARE(files.size(), 5); // ../../outside, same, case, and the class
    static const QRegularExpression safe(QStringLiteral("^[A-Za-z0-9_-]+\\.(pdf|csv)$"));
    for (const QString& name : files)
        QVERIFY2(safe.match(name).hasMatch(), qPrintable(name));
    const QByteArray table = fileBytes(out + QStringLiteral("/class.csv"));
    QVERIFY(table.contains(",long-name.pdf\r") && table.contains(",id_CON-"));
    QVERIFY(!table.contains(",CON.pdf") && !table.contains(",Case.pdf") && !files.contains(QLatin1String("case.pdf")));
    QVERIFY(!ran.errorText().contains(QChar(0x202E)));
}

void TestClassReports::neverWritesThroughALink()
{
#ifdef Q_OS_UNIX
    const QString outside = m_folder.filePath(QStringLiteral("outside.txt")), out = m_folder.filePath(QStringLiteral("links"));
    QVERIFY(writeBytes(outside, "untouched") && QDir().mkpath(out));
    QVERIFY(QFile::link(outside, out + QStringLiteral("/S-0001.pdf")));
    QVERIFY(QFile::link(m_folder.filePath(QStringLiteral("nowhere")), out + QStringLiteral("/S-0002.pdf")));
    const Ran ran = runProgram(reportsCommand(roster("google-forms.csv"), out, QStringLiteral("--force --jobs 1")));
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.text(), QStringLiteral("1 reports written, 0 were there already, 2 failed.\n"));
    QVERIFY(ran.errorText().contains(QLatin1String("google-forms.csv:4: ")));
    QCOMPARE(fileBytes(outside), QByteArray("untouched"));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("nowhere"))));
#endif
}

void TestClassReports::goesOnAfterAKill()
{
    const QString csv = m_folder.filePath(QStringLiteral("many.csv")), out = m_folder.filePath(QStringLiteral("killed"));
    constexpr int all = 8;
    QVERIFY(writeBytes(csv, sampleRoster(all)));
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    process.start(rightrig::testProgram(), reportsCommand(csv, out, QStringLiteral("--jobs 2")));
    QVERIFY(process.waitForStarted());
    QElapsedTimer timer;
    timer.start();
    while (filesOf(out).size() < 2 && timer.elapsed() < 60000)
        QTest::qWait(20);
    process.kill(); // SIGKILL: nothing can be tidied up
    QVERIFY(process.waitForFinished());
    const QStringList early = filesOf(out);
    QVERIFY2(early.size() >= 2 && early.size() < all + 2, qPrintable(QString::number(early.size())));
    for (const QString& name : early)
        QVERIFY2(!name.endsWith(QLatin1String(".pdf")) || isWholePdf(fileBytes(out + QLatin1Char('/') + name)), qPrintable(name));
    QVERIFY(!early.contains(QLatin1String("class.pdf")));
    const Ran ran = runProgram(reportsCommand(csv, out, QStringLiteral("--jobs 2")));
    QVERIFY2(ran.code == 0, ran.err.constData());
    QVERIFY2(!ran.text().contains(QLatin1String(" 0 were there already")), ran.out.constData());
    const QStringList files = filesOf(out);
    QCOMPARE(files.size(), all + 2);
    for (const QString& name : files)
        QVERIFY2(name == QLatin1String("class.csv") || isWholePdf(fileBytes(out + QLatin1Char('/') + name)), qPrintable(name));
}

void TestClassReports::removesOnlyItsOwnLeftovers()
{
    for (const char* name : {"S-0001.pdf.AbCdEf", "class.csv.aBcDeF", "other.pdf.AbCdEf", "S-0001.pdf.backup"})
        QVERIFY(writeBytes(m_out + QLatin1Char('/') + QLatin1String(name), "x"));
    QCOMPARE(runProgram(reportsCommand(roster("google-forms.csv"), m_out)).code, 0);
    const QStringList files = filesOf(m_out);
    QVERIFY(!files.contains(QLatin1String("S-0001.pdf.AbCdEf")) && !files.contains(QLatin1String("class.csv.aBcDeF")));
    QVERIFY(files.contains(QLatin1String("other.pdf.AbCdEf")) && files.contains(QLatin1String("S-0001.pdf.backup")));
}

void TestClassReports::wrongUsage_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("error");
    QTest::newRow("no action") << "class"
                               << "say what to do: reports, overview or handout";
    QTest::newRow("unknown") << "class party"
                             << "unknown action";
    QTest::newRow("no course") << "class reports --roster r --out o"
                               << "name the course";
    QTest::newRow("no roster") << "class reports --course c --out o"
                               << "name the table";
    QTest::newRow("no out") << "class reports --course c --roster r"
                            << "name the folder";
    QTest::newRow("shard 0") << "class reports --course c --roster r --out o --shard 0/3"
                             << "--shard is";
    QTest::newRow("shard 4 of 3") << "class reports --course c --roster r --out o --shard 4/3"
                                  << "--shard is";
    QTest::newRow("jobs") << "class reports --course c --roster r --out o --jobs -1"
                          << "--jobs is from";
    QTest::newRow("rush") << "class reports --course c --roster r --out o --rush 120"
                          << "--rush is a number of percent";
    QTest::newRow("rush no number") << "class overview x --rush much"
                                    << "--rush is a number of percent";
    QTest::newRow("word") << "class reports --course c --roster r --out o extra"
                          << "one word too many";
    QTest::newRow("no path") << "class overview"
                             << "name the files or folders";
    QTest::newRow("ending") << "class overview a --out b.xlsx"
                            << "--out is a file that ends in";
}

void TestClassReports::wrongUsage()
{
    QFETCH(QString, words);
    QFETCH(QString, error);
    const Ran ran = runProgram(words.split(QLatin1Char(' ')));
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.errorText().contains(error), ran.err.constData());
}

void TestClassReports::saysWhatIsMissing()
{
    const Ran none = runProgram(reportsCommand(m_folder.filePath(QStringLiteral("none.csv")), m_folder.filePath(QStringLiteral("x"))));
    QCOMPARE(none.code, 1);
    QVERIFY(none.errorText().contains(QLatin1String("none.csv")));
    const Ran unknown = runProgram(reportsCommand(roster("own-columns.csv"), m_folder.filePath(QStringLiteral("x"))));
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.errorText().contains(QLatin1String("name it in a mapping file (--map)")));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x"))));
}

QTEST_GUILESS_MAIN(TestClassReports)
#include "tst_classreports.moc"
