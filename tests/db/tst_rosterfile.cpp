// Rosters as the systems write them, and as somebody with bad intent does. All names are samples.
#include "db/documents/rosterfacts.h"
#include "db/documents/rosterfile.h"
#include "db/documents/rostertext.h"
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QtTest>

#include <random>
#include <set>

using namespace rightrig;

namespace {

QByteArray rosterFixture(const QString& name) { return test::fileBytes(sourcePath(QStringLiteral("tests/data/rosters/") + name)); }

Roster readOrFail(const QByteArray& bytes, const RosterMap& map = {})
{
    auto read = readRoster(bytes, map);
    if (const auto* error = std::get_if<DocumentError>(&read)) {
        qWarning("%s", qPrintable(error->text));
        return {};
    }
    return std::get<Roster>(std::move(read));
}

QString errorOf(const QByteArray& bytes, const RosterMap& map = {})
{
    const auto read = readRoster(bytes, map);
    const auto* error = std::get_if<DocumentError>(&read);
    return error ? error->text : QString();
}

QStringList listOf(std::initializer_list<const char*> texts)
{
    QStringList list;
    for (const char* text : texts)
        list << QString::fromUtf8(text);
    return list;
}

QStringList idsOf(const Roster& roster)
{
    QStringList ids;
    for (const RosterStudent& student : roster.students)
        ids << QString::fromStdString(student.id);
    return ids;
}

QStringList problemsOf(const Roster& roster)
{
    QStringList problems;
    for (const RosterProblem& problem : roster.problems)
        problems << QStringLiteral("%1: %2").arg(problem.line).arg(QString::fromStdString(problem.text));
    return problems;
}

} // namespace

class TestRosterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheSystems_data();
    void knowsTheSystems();
    void readsNamesAsTheyStand();
    void readsComputersOfAForm();
    void readsAGermanFormInWindowsLetters();
    void takesAMapping();
    void refusesAMapping_data();
    void refusesAMapping();
    void namesEveryBadRowAndGoesOn();
    void oneColumnTwiceIsDoubtful();
    void readsAProfile();
    void refusesWhatIsNoRoster_data();
    void refusesWhatIsNoRoster();
    void readsAnyEncoding();
    void readsMemory_data();
    void readsMemory();
    void writesWhatTheSystemTakesBack();
    void neutralisesFormulas();
    void readsAHundredThousandRows();
    void stopsAtTooManyProblems();
    void survivesRandomChanges();
};

void TestRosterFile::knowsTheSystems_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("system");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<int>("keys");
    QTest::newRow("canvas") << "canvas.csv"
                            << "Canvas" << listOf({"90001", "90002", "90003"}) << 5;
    QTest::newRow("moodle de") << "moodle-de.csv"
                               << "Moodle" << listOf({"0001", "bjoern@example.org", "0003"}) << 6;
    QTest::newRow("moodle upload") << "moodle-upload.csv"
                                   << "Moodle" << listOf({"ada.sample", "bjoern.sample"}) << 4;
    QTest::newRow("moodle utf-16 tab") << "moodle-participants.tsv"
                                       << "Moodle" << listOf({"ada@example.org", "bjoern@example.org"}) << 4;
    QTest::newRow("github") << "github-classroom.csv"
                            << "GitHub Classroom" << listOf({"ada@example.org", "bjoern@example.org"}) << 4;
    QTest::newRow("nbgrader") << "nbgrader.csv"
                              << "nbgrader" << listOf({"ada", "bjoern"}) << 5;
    QTest::newRow("nbgrader grades") << "nbgrader-grades.csv"
                                     << "nbgrader" << listOf({"ada", "bjoern"}) << 4;
    QTest::newRow("google") << "google-forms.csv"
                            << "Google Forms" << listOf({"S-0001", "S-0002", "S-0003"}) << 3;
    QTest::newRow("microsoft de") << "microsoft-forms-de.csv"
                                  << "Microsoft Forms" << listOf({"ada@example.org", "cleo@example.org"}) << 2;
}

void TestRosterFile::knowsTheSystems()
{
    QFETCH(QString, file);
    const Roster roster = readOrFail(rosterFixture(file));
    QTEST(QString::fromUtf8(systemName(roster.system).data()), "system");
    QTEST(idsOf(roster), "ids");
    QTEST(static_cast<int>(roster.keyColumns.size()), "keys");
    for (const RosterStudent& student : roster.students)
        QCOMPARE(student.key.size(), roster.keyColumns.size());
}

void TestRosterFile::readsNamesAsTheyStand()
{
    const Roster canvas = readOrFail(rosterFixture(QStringLiteral("canvas.csv")));
    QCOMPARE(canvas.students.at(0).name, "Sample, Ada");
    QCOMPARE(canvas.students.at(2).name, "Sample, \"Cleo\" Chen");
    QCOMPARE(canvas.students.at(0).line, 3);
    QVERIFY(!canvas.students.at(0).computer);
    QCOMPARE(problemsOf(canvas), QStringList());
    const Roster moodle = readOrFail(rosterFixture(QStringLiteral("moodle-de.csv")));
    QCOMPARE(moodle.separator, ';');
    QCOMPARE(moodle.students.at(1).name, "Bj\xC3\xB6rn Beispiel");
    QCOMPARE(moodle.students.at(2).name, "Cleo Beispiel; die Zweite");
    const Answers answers = rosterAnswers(moodle.students.at(0));
    QCOMPARE(answers.studentId, std::optional<std::string>("0001"));
    QCOMPARE(answers.studentName, std::optional<std::string>("Ada Beispiel"));
    QVERIFY(!answers.computer);
}

void TestRosterFile::readsComputersOfAForm()
{
    const Roster roster = readOrFail(rosterFixture(QStringLiteral("google-forms.csv")));
    QCOMPARE(roster.students.size(), 3U);
    const ComputerFacts ada = *roster.students.at(0).computer;
    QCOMPARE(roster.students.at(0).line, 4); // the second answer counts
    QCOMPARE(ada.ram, std::optional<Gib>(Gib{32}));
    QCOMPARE(ada.gpu, std::optional<std::string>("none"));
    QCOMPARE(ada.os, std::optional<Os>(Os::Windows));
    QCOMPARE(ada.form, std::optional<FormFactor>(FormFactor::Laptop));
    const ComputerFacts other = *roster.students.at(1).computer;
    QCOMPARE(other.ram, std::optional<Gib>(Gib{15.8}));
    QCOMPARE(other.vram, std::optional<Gib>(Gib{6}));
    QCOMPARE(other.os, std::optional<Os>(Os::Linux));
    const ComputerFacts cleo = *roster.students.at(2).computer;
    QVERIFY(!cleo.ram && !cleo.os && !cleo.cpu);
    QCOMPARE(problemsOf(roster),
        (listOf({"2: answered again in line 4; the last answer counts", "5: ram: 'lots' is not a size; write a number of GB",
            "5: os: 'TempleOS' is not known; it is left out"})));
}

void TestRosterFile::readsAGermanFormInWindowsLetters()
{
    const Roster roster = readOrFail(rosterFixture(QStringLiteral("microsoft-forms-de.csv")));
    QCOMPARE(roster.students.at(1).name,
        "Beispiel Cleo Gr\xC3\xB6\xC3\x9F"
        "e");
    QCOMPARE(roster.students.at(0).computer->ram, std::optional<Gib>(Gib{16}));
    QCOMPARE(roster.students.at(1).computer->vram, std::optional<Gib>(Gib{12}));
    QCOMPARE(problemsOf(roster),
        (listOf({"0: the file is not UTF-8; it is read as Windows-1252. Check the letters of the names",
            "3: there is no ID; the row is left out"})));
}

void TestRosterFile::takesAMapping()
{
    const QByteArray csv = rosterFixture(QStringLiteral("own-columns.csv"));
    QVERIFY(errorOf(csv).contains(QLatin1String("line 2: no column of IDs is known here; name it in a mapping file (--map).")));
    QVERIFY(errorOf(csv).contains(QLatin1String("'Kennung', 'Wer'")));
    const auto map = readRosterMap(rosterFixture(QStringLiteral("own-columns.map.json")));
    QVERIFY(std::holds_alternative<RosterMap>(map));
    const Roster roster = readOrFail(csv, std::get<RosterMap>(map));
    QCOMPARE(idsOf(roster), (listOf({"K1", "K2"})));
    QCOMPARE(roster.students.at(1).computer->ram, std::optional<Gib>(Gib{16}));
    QCOMPARE(roster.students.at(0).computer->cpu, std::optional<std::string>("Apple M1"));
    QCOMPARE(roster.keyColumns, (std::vector<std::string>{"Kennung", "Wer"}));
    QCOMPARE(errorOf(csv, {{RosterField::Id, "Nummer"}}),
        QStringLiteral("the mapping names the heading 'Nummer'; there are 'Kennung', 'Wer', 'Rechner: Prozessor', 'Rechner: RAM'"));
}

void TestRosterFile::refusesAMapping_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("no schema") << QByteArray(R"({"columns":{"id":"x"}})") << "schema: is not rightrig.roster-map/1";
    QTest::newRow("no id") << QByteArray(R"({"schema":"rightrig.roster-map/1","columns":{"name":"x"}})") << "columns.id: is missing";
    QTest::newRow("unknown") << QByteArray(R"({"schema":"rightrig.roster-map/1","columns":{"id":"x","colour":"y"}})") << "columns.colour: ";
}

void TestRosterFile::refusesAMapping()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto map = readRosterMap(json);
    QVERIFY(std::holds_alternative<DocumentError>(map));
    QVERIFY2(std::get<DocumentError>(map).text.startsWith(error), qPrintable(std::get<DocumentError>(map).text));
}

void TestRosterFile::namesEveryBadRowAndGoesOn()
{
    const Roster roster = readOrFail(rosterFixture(QStringLiteral("hostile.csv")));
    QCOMPARE(idsOf(roster),
        (listOf({"../../outside", "CON", "long-name", "rtl", "same", "=1+1", "+493012345", "Case", "case", "markup", "memory", "last"})));
    QCOMPARE(problemsOf(roster),
        (listOf({"4: the ID has more than 200 characters; the row is left out",
            "5: the name has more than 200 characters; the first 200 are used",
            "7: the ID 'rtl\u202Eid' holds signs that cannot be seen; the row is left out",
            "9: the ID 'same' stands in line 8 too; the row is left out", "12: there is no ID; the row is left out",
            "15: a quote inside a cell that does not start with one; the row is left out",
            "16: the quote that starts here is never closed; the row is left out",
            "17: there are more cells than headings; the row is left out", "19: ram: '-3' is not a size; write a number of GB"})));
    QCOMPARE(roster.students.at(2).name.size(), 200U);
    QVERIFY(!roster.students.at(10).computer);
}

void TestRosterFile::oneColumnTwiceIsDoubtful()
{
    const Roster roster = readOrFail("id,cpu,processor,ram\na,x,y,8\n");
    QCOMPARE(
        problemsOf(roster), (listOf({"1: two columns could be the processor; neither is read, a mapping file can name the right one"})));
    QVERIFY(!roster.students.at(0).computer->cpu);
    QCOMPARE(roster.students.at(0).computer->ram, std::optional<Gib>(Gib{8}));
}

void TestRosterFile::readsAProfile()
{
    const Roster roster = readOrFail("id,profile\na,\"{\"\"schema\"\":\"\"rightrig.profile/1\"\",\"\"cpu\"\":7}\"\n");
    QCOMPARE(roster.students.size(), 1U);
    QCOMPARE(roster.problems.size(), 1U);
    QVERIFY(roster.problems.at(0).text.starts_with("profile: "));
}

void TestRosterFile::refusesWhatIsNoRoster_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << QByteArray() << "The file is empty.";
    QTest::newRow("only blank lines") << QByteArray("\r\n\r\n") << "The file is empty.";
    QTest::newRow("no id") << QByteArray("colour,size\nred,1\n") << "line 1: no column of IDs is known here";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n") << "line 1: no column of IDs is known here";
    QTest::newRow("open quote in the header") << QByteArray("\"id,name\na,b\n") << "line 1, column 1: the quote that starts here";
}

void TestRosterFile::refusesWhatIsNoRoster()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    QVERIFY2(errorOf(bytes).startsWith(error), qPrintable(errorOf(bytes)));
}

void TestRosterFile::readsAnyEncoding()
{
    const QString text = QStringLiteral("id;name\r\n1;Sample J\u00FCrgen \u20AC\r\n");
    const std::u16string units = text.toStdU16String();
    QByteArray little, big;
    for (const char16_t unit : units) {
        little.append(static_cast<char>(unit & 0xFF)).append(static_cast<char>(unit >> 8));
        big.append(static_cast<char>(unit >> 8)).append(static_cast<char>(unit & 0xFF));
    }
    QByteArray western = text.toLatin1();
    western.replace('?', '\x80');
    const QList<QByteArray> written{text.toUtf8(), "\xEF\xBB\xBF" + text.toUtf8(), little, big, "\xFF\xFE" + little, "\xFE\xFF" + big,
        western, text.toUtf8().replace("\r\n", "\r"), text.toUtf8().replace("\r\n", "\n")};
    for (const QByteArray& bytes : written) {
        const Roster roster = readOrFail(bytes);
        QCOMPARE(roster.students.size(), 1U);
        QCOMPARE(QString::fromStdString(roster.students.at(0).name), QStringLiteral("Sample J\u00FCrgen \u20AC"));
        QCOMPARE(roster.students.at(0).line, 2);
    }
}

void TestRosterFile::readsMemory_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("size"); // 0: refused
    QTest::newRow("number") << "16" << 16.0;
    QTest::newRow("point") << "15.8 GB" << 15.8;
    QTest::newRow("comma") << "15,8 GiB" << 15.8;
    QTest::newRow("MB") << "8192 MB" << 8.0;
    QTest::newRow("joined") << "32GB" << 32.0;
    QTest::newRow("zero") << "0" << 0.0;
    QTest::newRow("word") << "enough" << 0.0;
    QTest::newRow("two points") << "1.2.3" << 0.0;
    QTest::newRow("unit") << "16 TB" << 0.0;
    QTest::newRow("too much") << "99999" << 0.0;
    QTest::newRow("negative") << "-8" << 0.0;
    QTest::newRow("endless") << "1e400" << 0.0;
    QTest::newRow("not a number") << "nan" << 0.0;
}

void TestRosterFile::readsMemory()
{
    QFETCH(QString, text);
    QFETCH(double, size);
    std::string reason;
    const auto read = parseMemory(text.toStdString(), reason);
    QCOMPARE(read.has_value(), size > 0.0);
    QCOMPARE(read.value_or(Gib{}).value, size);
    QCOMPARE(reason.empty(), size > 0.0);
}

void TestRosterFile::writesWhatTheSystemTakesBack()
{
    const Roster roster = readOrFail(rosterFixture(QStringLiteral("canvas.csv")));
    const QByteArray csv = writeRoster(roster, {"RightRig"}, {{"lab"}, {"nothing"}, {"a, b"}});
    QCOMPARE(csv,
        QByteArray("\xEF\xBB\xBFStudent,ID,SIS User ID,SIS Login ID,Section,RightRig\r\n"
                   "\"Sample, Ada\",90001,S-0001,sample.ada,\"Sample course, group 1\",lab\r\n"
                   "\"Sample, Bj\xC3\xB6rn\",90002,S-0002,sample.bjoern,\"Sample course, group 1\",nothing\r\n"
                   "\"Sample, \"\"Cleo\"\" Chen\",90003,S-0003,sample.cleo,\"Sample course, group 2\",\"a, b\"\r\n"));
    QCOMPARE(idsOf(readOrFail(csv)), idsOf(roster));
}

void TestRosterFile::neutralisesFormulas()
{
    const Roster roster = readOrFail(rosterFixture(QStringLiteral("hostile.csv")));
    const QByteArray csv = writeRoster(roster, {}, std::vector<std::vector<std::string>>(roster.students.size()));
    const QList<QByteArray> lines = csv.split('\n');
    QVERIFY(lines.contains("'=1+1,\"'=HYPERLINK(\"\"http://example.org\"\",\"\"Sample\"\")\",'=2+2\r"));
    QVERIFY(lines.contains("'+493012345,Sample Plus,'@SUM(A1)\r"));
}

void TestRosterFile::readsAHundredThousandRows()
{
    QByteArray csv = "id,name,ram\n";
    for (int i = 0; i < 100000; ++i)
        csv += "s" + QByteArray::number(i) + ",Sample " + QByteArray::number(i) + (i % 20 == 9 ? ",much\n" : ",16\n");
    const Roster roster = readOrFail(csv);
    QCOMPARE(roster.students.size(), 100000U);
    QCOMPARE(roster.problems.size(), 5000U);
    QVERIFY(roster.students.at(0).computer == roster.students.at(99999).computer); // the same computer is kept once
    QCOMPARE(roster.problems.back().line, 99991);
}

void TestRosterFile::stopsAtTooManyProblems()
{
    QByteArray csv = "id,name\n";
    for (int i = 0; i < 30000; ++i)
        csv += "s,\"open\n";
    const Roster roster = readOrFail(csv);
    QCOMPARE(roster.problems.size(), 10001U);
    QVERIFY(roster.problems.back().text.starts_with("there are too many problems"));
}

void TestRosterFile::survivesRandomChanges()
{
    std::mt19937 random(20261125);
    for (const char* name : {"hostile.csv", "canvas.csv", "google-forms.csv", "moodle-participants.tsv", "microsoft-forms-de.csv"}) {
        const QByteArray good = rosterFixture(QLatin1String(name));
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes = good;
            for (int change = 0; change < 8; ++change)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] = static_cast<char>(random());
            const auto read = readRoster(bytes);
            if (const auto* roster = std::get_if<Roster>(&read)) {
                std::set<std::string> ids;
                for (const RosterStudent& student : roster->students)
                    QVERIFY(!student.id.empty() && ids.insert(student.id).second);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestRosterFile)
#include "tst_rosterfile.moc"
