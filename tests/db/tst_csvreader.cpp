// The CSV reader: what RFC 4180 allows, what it refuses, and where it says the fault is.
#include "db/csvreader.h"

#include <QtTest>

#include <random>

using namespace rightrig;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows readAll(std::string_view text, CsvLimits limits = {})
{
    CsvReader reader(text, ',', limits);
    Rows rows;
    while (const std::optional<CsvRow> row = reader.next())
        rows.push_back(row->cells);
    return rows;
}

std::string inQuotes(const std::string& cell)
{
    std::string result = "\"";
    for (const char c : cell)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void knowsTheLineOfEachRow();
    void refuses_data();
    void refuses();
    void keepsLimits();
    void readsBackWhatWasQuoted();
    void neverHangsOnRandomBytes();
};

void TestCsvReader::reads()
{
    QCOMPARE(readAll(""), Rows{});
    QCOMPARE(readAll("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
    QCOMPARE(readAll("\xEF\xBB\xBF"
                     "a,b\r\n1,2\r\n"),
        (Rows{{"a", "b"}, {"1", "2"}}));
    QCOMPARE(readAll("a,,\n,\n"), (Rows{{"a", "", ""}, {"", ""}}));
    QCOMPARE(readAll("\"a,b\",\"c\"\"d\",\"e\nf\"\n"), (Rows{{"a,b", "c\"d", "e\nf"}}));
    QCOMPARE(readAll("\n\na\n\n\nb"), (Rows{{"a"}, {"b"}}));
    QCOMPARE(readAll("\"\"\n"), (Rows{{""}}));
    CsvReader semicolons("1;2,5\n", ';');
    QCOMPARE(semicolons.next()->cells, (std::vector<std::string>{"1", "2,5"}));
}

void TestCsvReader::knowsTheLineOfEachRow()
{
    CsvReader reader("a\n\n\"b\nb\"\nc\n");
    QCOMPARE(reader.next()->line, 1);
    QCOMPARE(reader.next()->line, 3);
    QCOMPARE(reader.next()->line, 5);
    QVERIFY(!reader.next());
}

void TestCsvReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("open quote") << QByteArray("a\nb,\"c\nd\n") << 2 << 3 << QByteArray("the quote that starts here is never closed");
    QTest::newRow("quote inside") << QByteArray("a\nb\"c\n") << 2 << 2 << QByteArray("a quote inside a cell that does not start with one");
    QTest::newRow("after quote") << QByteArray("\"a\"b\n") << 1 << 4 << QByteArray("text after a closing quote");
    QTest::newRow("lone CR") << QByteArray("a\rb\n") << 1 << 2 << QByteArray("a carriage return without a line feed");
    QTest::newRow("NUL") << QByteArray("a\nb\0c\n", 6) << 2 << 2 << QByteArray("a NUL byte has no place in text");
    QTest::newRow("not UTF-8") << QByteArray("a\nb\nc\xFF\n") << 3 << 1 << QByteArray("the line is not UTF-8 text");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0",
        4) << 1 << 1 << QByteArray("the file is UTF-16; save it as UTF-8");
    QTest::newRow("columns count characters") << QByteArray("\xC3\xA9\xC3\xA9,x\"\n") << 1 << 5
                                              << QByteArray("a quote inside a cell that does not start with one");
}

void TestCsvReader::refuses()
{
    QFETCH(QByteArray, text);
    try {
        readAll({text.constData(), static_cast<std::size_t>(text.size())});
        QFAIL("accepted");
    } catch (const CsvError& error) {
        QTEST(QByteArray(error.what()), "reason");
        QTEST(error.line, "line");
        QTEST(error.column, "column");
    }
}

void TestCsvReader::keepsLimits()
{
    CsvLimits limits;
    limits.rows = 2;
    limits.columns = 3;
    limits.cellBytes = 4;
    limits.bytes = 30;
    QCOMPARE(readAll("1,2,3\nabcd\n", limits).size(), std::size_t{2});
    QVERIFY_THROWS_EXCEPTION(CsvError, readAll("1\n2\n3\n", limits));
    QVERIFY_THROWS_EXCEPTION(CsvError, readAll("1,2,3,4\n", limits));
    QVERIFY_THROWS_EXCEPTION(CsvError, readAll("abcde\n", limits));
    QVERIFY_THROWS_EXCEPTION(CsvError, readAll(std::string(31, 'a'), limits));
}

void TestCsvReader::readsBackWhatWasQuoted()
{
    std::mt19937 random(20260801);
    const std::string letters[] = {"a", ",", "\"", "\n", "\r\n", " ", "\xC3\xA9", "\xE2\x82\xAC"};
    for (int round = 0; round < 500; ++round) {
        Rows rows(1 + random() % 4);
        std::string text;
        for (auto& row : rows) {
            row.resize(1 + random() % 5);
            for (std::string& cell : row) {
                for (unsigned i = random() % 6; i > 0; --i)
                    cell += letters[random() % std::size(letters)];
                text += (&cell == &row.front() ? "" : ",") + inQuotes(cell);
            }
            text += random() % 2 == 0 ? "\n" : "\r\n";
        }
        QCOMPARE(readAll(text), rows);
    }
}

void TestCsvReader::neverHangsOnRandomBytes()
{
    std::mt19937 random(7);
    const std::string pool("a,\"\n\r\0\xC3\xA9\xFF;", 11);
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (unsigned i = random() % 40; i > 0; --i)
            text += pool[random() % pool.size()];
        try {
            readAll(text);
        } catch (const CsvError& error) {
            ++refused;
            QVERIFY(error.line >= 1 && error.column >= 1);
        }
    }
    QVERIFY(refused > 1000);
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
