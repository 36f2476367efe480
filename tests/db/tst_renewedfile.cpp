// The state of `catalogue update`: written and read alike, and nothing in it leads out of its folder.
#include "db/documents/renewedfile.h"

#include <QtTest>

using namespace rightrig;

namespace {

const QByteArray digest(64, 'a');

QByteArray stateWith(const QByteArray& before, const QByteArray& after)
{
    QByteArray text
        = R"({"schema":"rightrig.renewed/1","file":"catalogue-7.db","sha256":")" + digest + R"(","seen":[{"key":"AAAA","number":7}]})";
    return text.replace(before, after);
}

} // namespace

class TestRenewedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const Renewed renewed{renewedFileName(20261125), digest.toStdString(), {{"AAAA", 20261125}, {"BBBB", 3}}};
        const auto read = readRenewed(writeRenewed(renewed));
        QVERIFY(std::holds_alternative<Renewed>(read));
        const auto& same = std::get<Renewed>(read);
        QCOMPARE(same.file, std::string("catalogue-20261125.db"));
        QCOMPARE(same.sha256, renewed.sha256);
        QCOMPARE(same.seen.size(), std::size_t{2});
        QCOMPARE(same.seen[1].number, std::int64_t{3});
    }
    void readsAStateWithoutAFile()
    {
        const auto read = readRenewed(writeRenewed({{}, {}, {{"AAAA", 9}}}));
        QVERIFY(std::holds_alternative<Renewed>(read));
        QVERIFY(std::get<Renewed>(read).file.empty());
        QCOMPARE(std::get<Renewed>(read).seen.at(0).number, std::int64_t{9});
    }
    void refusesWhatItDidNotWrite_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QByteArray& before, const QByteArray& after, const char* message) {
            QTest::newRow(name) << stateWith(before, after) << QString::fromLatin1(message);
        };
        row("another schema", "renewed/1", "renewed/2", "schema");
        row("folder above", "catalogue-7.db", "../catalogue-7.db", "file");
        row("no number", "catalogue-7.db", "catalogue-.db", "file");
        row("other name", "catalogue-7.db", "prices.csv", "file");
        row("absolute path", "catalogue-7.db", "/etc/passwd", "file");
        row("short check sum", "aaaa", "aa", "sha256");
        row("check sum with capitals", "aaaa", "AAAA", "sha256");
        row("number 0", "\"number\":7", "\"number\":0", "seen[0].number");
        row("broken number", "\"number\":7", "\"number\":7.5", "seen[0].number");
        row("no key", "\"key\":\"AAAA\",", "", "seen[0].key");
        row("unknown member", "\"seen\"", "\"more\":1,\"seen\"", "more");
        row("no document", "{", "[", "");
    }
    void refusesWhatItDidNotWrite()
    {
        QFETCH(QByteArray, state);
        QFETCH(QString, message);
        const auto read = readRenewed(state);
        QVERIFY(std::holds_alternative<DocumentError>(read));
        QVERIFY2(std::get<DocumentError>(read).text.contains(message), qPrintable(std::get<DocumentError>(read).text));
    }
};

QTEST_GUILESS_MAIN(TestRenewedFile)
#include "tst_renewedfile.moc"
