// What a typed line means, without starting anything.
#include "app/commandline.h"

#include <QTest>

using namespace rightrig;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsTheWizard();
    void optionsArriveInTheRequest();
    void paperIsReadWithoutCase();
    void wrongUsage_data();
    void wrongUsage();
    void helpAndVersion_data();
    void helpAndVersion();
    void filesAndMistypedCommands();
    void onlyTheWizardOpensAWindow();
    void umlautsSurvive();
};

namespace {

Request requestOf(const QStringList& words)
{
    const ParsedLine line = parseCommandLine(words);
    return std::holds_alternative<Request>(line) ? std::get<Request>(line) : Request{};
}

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

} // namespace

void TestCommandLine::nothingIsTheWizard()
{
    QCOMPARE(requestOf({}).command, QStringLiteral("wizard"));
    QVERIFY(requestOf({}).file.isEmpty());
    QCOMPARE(requestOf(words("wizard mine.rightrig.json")).file, QStringLiteral("mine.rightrig.json"));
    QCOMPARE(requestOf(words("mine.rightrig.json --catalogue c.db")).catalogue, QStringLiteral("c.db"));
}

void TestCommandLine::optionsArriveInTheRequest()
{
    const Request report = requestOf(words("report --answers a.json --out=o.pdf --paper Letter --language de --catalogue c.db"));
    QCOMPARE(report.command, QStringLiteral("report"));
    QCOMPARE(report.answers, QStringLiteral("a.json"));
    QCOMPARE(report.out, QStringLiteral("o.pdf"));
    QCOMPARE(report.paper, QPageSize::Letter);
    QCOMPARE(report.language, QStringLiteral("de"));
    QCOMPARE(report.catalogue, QStringLiteral("c.db"));
    QVERIFY(!report.json);
    const Request estimate = requestOf(words("estimate --machine this --job trees --json"));
    QCOMPARE(estimate.job, QStringLiteral("trees"));
    QCOMPARE(estimate.machine, QStringLiteral("this"));
    QVERIFY(estimate.json);
    QCOMPARE(requestOf(words("recommend --answers -")).answers, QStringLiteral("-"));
}

void TestCommandLine::paperIsReadWithoutCase()
{
    QCOMPARE(requestOf(words("report --answers a --out o --paper letter")).paper, QPageSize::Letter);
    QCOMPARE(requestOf(words("report --answers a --out o")).paper, QPageSize::A4);
}

void TestCommandLine::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named"); // what the message must name
    QTest::addColumn<QString>("help");  // what the help must explain
    const auto row = [](const char* line, const char* named, const char* help) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(named) << QString::fromUtf8(help);
    };
    row("recommend", "--answers", "rightrig recommend");
    row("recommend --answers", "--answers", "rightrig recommend");
    row("recommend --answer a.json", "--answer", "rightrig recommend"); // no guessing
    row("recommend --answers a --answers b", "--answers", "rightrig recommend");
    row("recommend --answers a --json=yes", "--json", "rightrig recommend");
    row("recommend --answers a extra", "", "rightrig recommend");
    row("recommend --answers a --job c", "--job", "rightrig recommend");
    row("report --answers a", "--out", "rightrig report");
    row("report --answers a --out o --paper A3", "A3", "rightrig report");
    row("report --answers a --out o --json", "--json", "rightrig report");
    row("estimate --job trees", "--machine", "rightrig estimate");
    row("machines --jsno", "--jsno", "rightrig machines");
    row("presets --answers a", "--answers", "rightrig presets");
    row("wizard a b", "", "rightrig wizard");
    row("--bogus", "--bogus", "rightrig [FILE]");
    row("nonsense", "nonsense", "rightrig COMMAND");
    row("validate --markdown --json", "--markdown", "MEASUREMENTS.csv");
    row("mesure --help", "mesure", "rightrig COMMAND");
    row("estimate --job j --machine m --machine-profile p", "--machine this", "rightrig estimate");
    row("measure --fast", "--fast", "rightrig measure");
}

void TestCommandLine::wrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    QFETCH(QString, help);
    const ParsedLine parsed = parseCommandLine(words(line.toUtf8().constData()));
    QVERIFY(std::holds_alternative<UsageError>(parsed));
    const auto& error = std::get<UsageError>(parsed);
    QVERIFY2(error.text.contains(named), qPrintable(error.text));
    QVERIFY2(error.help.contains(help), qPrintable(error.help));
}

void TestCommandLine::helpAndVersion_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("Commands:");
    QTest::newRow("short help") << QStringLiteral("-h") << QStringLiteral("Commands:");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("rightrig 0.");
    for (const char* command : {"wizard", "recommend", "report", "estimate", "measure", "presets", "machines"})
        QTest::newRow(command) << QString::fromLatin1(command) + QStringLiteral(" --help")
                               << QStringLiteral("rightrig %1").arg(QLatin1String(command));
    QTest::newRow("beside other options") << QStringLiteral("report --out x --help") << QStringLiteral("--paper");
}

void TestCommandLine::helpAndVersion()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const ParsedLine parsed = parseCommandLine(words(line.toUtf8().constData()));
    QVERIFY(std::holds_alternative<JustPrint>(parsed));
    const QString& text = std::get<JustPrint>(parsed).text;
    QVERIFY2(text.contains(expected), qPrintable(text));
    QVERIFY(text.endsWith(QLatin1Char('\n')));
}

void TestCommandLine::filesAndMistypedCommands()
{
    QCOMPARE(requestOf(words("no/such/file")).command, QStringLiteral("wizard"));
    QCOMPARE(requestOf(words("my.pdf")).file, QStringLiteral("my.pdf"));
    QVERIFY(std::holds_alternative<UsageError>(parseCommandLine(words("recomend"))));
}

void TestCommandLine::onlyTheWizardOpensAWindow()
{
    QVERIFY(opensWindow({}));
    QVERIFY(opensWindow(words("wizard")));
    QVERIFY(opensWindow(words("a.json")));
    for (const char* headless : {"recommend", "report", "estimate", "measure", "presets", "machines", "nonsense"})
        QVERIFY2(!opensWindow(words(headless)), headless);
    QVERIFY(drawsPages(words("report")));
    QVERIFY(!drawsPages(words("recommend")));
}

void TestCommandLine::umlautsSurvive()
{
    const QString path = QStringLiteral("/tmp/Größe 日本/a.json");
    QCOMPARE(requestOf({QStringLiteral("recommend"), QStringLiteral("--answers"), path}).answers, path);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
