// The history of prices as a file: what is written reads back, and any odd line is found.
#include "db/documents/pricehistoryfile.h"

#include <QtTest>

using namespace rightrig;

namespace {

const char header[] = "day,action,machine,region,before,before_currency,after,after_currency,prices,source\n";

QString errorOf(const QByteArray& text)
{
    const auto read = readPriceHistory(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    const auto* problem = std::get_if<DocumentError>(&read);
    return problem != nullptr ? problem->text : QString();
}

std::vector<PriceEvent> eventsOf(const QByteArray& text)
{
    const auto read = readPriceHistory(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    const auto* events = std::get_if<std::vector<PriceEvent>>(&read);
    return events != nullptr ? *events : std::vector<PriceEvent>();
}

} // namespace

class TestPriceHistoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        PriceEvent event{"2026-11-25", PriceAction::Import, "=A \"book\", new", "eu", Money{0.1, CurrencyCode("EUR")},
            Money{1e9, CurrencyCode("USD")}, 1, "list.csv, imported"};
        PriceEvent summary{"2026-11-25", PriceAction::Undo, {}, {}, std::nullopt, std::nullopt, 412, {}};
        const std::vector<PriceEvent> written{event, summary};
        const auto read = eventsOf(writePriceHistory(written));
        QCOMPARE(read.size(), written.size());
        QCOMPARE(read[0].machine, event.machine);
        QCOMPARE(read[0].before, event.before);
        QCOMPARE(read[0].after, event.after);
        QCOMPARE(read[0].source, event.source);
        QCOMPARE(read[0].region, event.region);
        QCOMPARE(read[1].action, PriceAction::Undo);
        QCOMPARE(read[1].prices, 412);
        QVERIFY(!read[1].before && !read[1].after);
        QCOMPARE(writePriceHistory(read), writePriceHistory(written));
        QVERIFY(eventsOf(header).empty());
    }
    void keepsTheNewestAndReadsThemBack()
    {
        std::vector<PriceEvent> many(mostPriceEvents + 10);
        for (std::size_t i = 0; i < many.size(); ++i)
            many[i] = {"2026-11-25", PriceAction::Edit, "machine " + std::to_string(i), {}, {}, {}, 1, {}};
        const auto read = eventsOf(writePriceHistory(many));
        QCOMPARE(read.size(), mostPriceEvents);
        QCOMPARE(read.front().machine, std::string("machine 10"));
    }
    void namesThatAreTooLongAreCut()
    {
        PriceEvent event{"2026-11-25", PriceAction::Edit, {}, {}, {}, {}, 1, {}};
        for (int i = 0; i < 300; ++i)
            event.machine += "\xc3\xa9";
        const auto read = eventsOf(writePriceHistory(std::vector{event}));
        QCOMPARE(read.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(read[0].machine), QString(200, QChar(0xE9)));
    }

    void findsEveryOddLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const QByteArray good = header;
        QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1");
        QTest::newRow("other columns") << QByteArray("day,action\n") << QStringLiteral("the columns are not");
        QTest::newRow("too few cells") << good + "2026-11-25,edit,Book\n" << QStringLiteral("line 2, column 1: has 3 cells");
        QTest::newRow("too many cells") << good + "2026-11-25,edit,Book,,,,,,1,,\n" << QStringLiteral("has 11 cells");
        QTest::newRow("no day") << good + ",edit,Book,,,,,,1,\n" << QStringLiteral("day: is empty");
        QTest::newRow("bad day") << good + "2026-02-31,edit,Book,,,,,,1,\n" << QStringLiteral("'2026-02-31'");
        QTest::newRow("unknown action") << good + "2026-11-25,steal,Book,,,,,,1,\n" << QStringLiteral("'steal'");
        QTest::newRow("no action") << good + "2026-11-25,,Book,,,,,,1,\n" << QStringLiteral("action: is empty");
        QTest::newRow("amount alone") << good + "2026-11-25,edit,Book,,5,,,,1,\n" << QStringLiteral("before_currency");
        QTest::newRow("currency alone") << good + "2026-11-25,edit,Book,,,,,USD,1,\n" << QStringLiteral("after_currency");
        QTest::newRow("not a number") << good + "2026-11-25,edit,Book,,many,USD,,,1,\n" << QStringLiteral("'many'");
        QTest::newRow("no count") << good + "2026-11-25,edit,Book,,,,,,,\n" << QStringLiteral("prices: is empty");
        QTest::newRow("negative count") << good + "2026-11-25,edit,Book,,,,,,-1,\n" << QStringLiteral("prices");
        QTest::newRow("control character") << good + "2026-11-25,edit,B\x01ook,,,,,,1,\n" << QStringLiteral("control character");
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "d\0a\0y\0",
            8) << QStringLiteral("line 1");
        QTest::newRow("second line") << good + "2026-11-25,edit,Book,,,,,,1,\n2026-11-25,?,,,,,,,1,\n" << QStringLiteral("line 3");
    }
    void findsEveryOddLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const QString error = errorOf(text);
        QVERIFY2(error.contains(said), qPrintable(error));
        QVERIFY2(error.contains(QStringLiteral("line ")), qPrintable(error));
    }
};

QTEST_APPLESS_MAIN(TestPriceHistoryFile)
#include "tst_pricehistoryfile.moc"
