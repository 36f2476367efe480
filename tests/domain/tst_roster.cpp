// File names from IDs that anybody may have typed.
#include "models/domain/roster.h"

#include <QtTest>

#include <random>
#include <set>

using namespace rightrig;

namespace {

std::string lower(std::string text)
{
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

} // namespace

class TestRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsGoodNames();
    void replacesBadNames_data();
    void replacesBadNames();
    void clashesInCaseAreKeptApart();
    void namesDoNotDependOnTheOrder();
    void everyRandomNameIsSafe();
    void cutsWhatAnswersCannotHold();
};

void TestRoster::keepsGoodNames()
{
    const std::vector<std::string> ids{"90001", "S-0001", "ada_l", "a.b"};
    QCOMPARE(safeFileNames(ids, {"class"}), ids);
}

void TestRoster::replacesBadNames_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"../x", "..", ".", ".hidden", "a/b", "a\\b", "CON", "con.pdf", "Lpt1", "nul.x.y", "-rf", "trailing.", "blank ",
             "ada@example.org", "\xC3\xA9", "class", "CLASS", "a:b", "a\nb", ""})
        QTest::newRow(*id ? id : "empty") << QByteArray(id);
    QTest::newRow("long") << QByteArray(300, 'x');
}

void TestRoster::replacesBadNames()
{
    QFETCH(QByteArray, id);
    const std::string name = safeFileNames({id.toStdString()}, {"class"}).at(0);
    QVERIFY2(name.starts_with("id_") && name.size() <= 80, name.c_str());
    QVERIFY(name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == std::string::npos);
}

void TestRoster::clashesInCaseAreKeptApart()
{
    const auto names = safeFileNames({"Ab", "aB", "c"}, {});
    QVERIFY(lower(names[0]) != lower(names[1]));
    QVERIFY(names[0] != "Ab" && names[1] != "aB");
    QCOMPARE(names[2], "c");
}

void TestRoster::namesDoNotDependOnTheOrder()
{
    const auto one = safeFileNames({"a/b", "x", "X"}, {});
    const auto other = safeFileNames({"X", "x", "a/b"}, {});
    QCOMPARE(one[0], other[2]);
    QCOMPARE(one[1], other[1]);
    QCOMPARE(one[2], other[0]);
}

void TestRoster::everyRandomNameIsSafe()
{
    std::mt19937 random(7);
    std::vector<std::string> ids;
    for (int i = 0; i < 5000; ++i) {
        std::string id;
        for (unsigned length = random() % 12; length > 0; --length)
            id.push_back("aAcCoOnN./\\:-_ \x7f\xC3\xA9"[random() % 18]);
        ids.push_back(id);
    }
    std::set<std::string> folded{"class"};
    for (const std::string& name : safeFileNames(ids, {"class"})) {
        QVERIFY2(folded.insert(lower(name)).second, name.c_str());
        QVERIFY(!name.empty() && name.size() <= 90 && name.front() != '.' && name.front() != '-' && name.back() != '.');
        QVERIFY(name.find_first_of("/\\: \x7f\xC3\xA9") == std::string::npos);
        QVERIFY(lower(name) != "con");
    }
}

void TestRoster::cutsWhatAnswersCannotHold()
{
    RosterStudent student;
    student.id = "a";
    for (int i = 0; i < 300; ++i)
        student.name += "\xC3\xA9";
    QCOMPARE(rosterAnswers(student).studentName->size(), 400U);
}

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
