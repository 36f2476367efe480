// The window's side of one's own prices without the window: read, changed, taken back, recorded, and never lost.
#include "app/ownpricesfile.h"
#include "app/pricehistory.h"
#include "app/priceservices.h"
#include "models/qt/checkedfile.h"
#include "tests/support/programrunner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rightrig;
using rightrig::test::fileBytes;
using rightrig::test::writeBytes;

namespace {

const char header[] = "id,machine,price,currency,price_kind,source,as_of\n";

} // namespace

class TestPriceServices : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_own;

    [[nodiscard]] Request request() const
    {
        Request asked;
        asked.command = QStringLiteral("wizard");
        asked.catalogue = testCatalogue();
        asked.ownPrices = true;
        asked.prices = m_own;
        return asked;
    }
    [[nodiscard]] PriceBook opened() const { return makePriceServices(request()).open().get(); }
    /// A machine with one price in shops, and a row that renews it.
    static PriceRow rowFor(const PriceBook& book, double amount)
    {
        for (const Offer& offer : book.shipped->offers) {
            if (!offer.price || offer.kind != PriceKind::Street)
                continue;
            const Machine& machine = book.shipped->machines[static_cast<std::size_t>(offer.machine)];
            PriceRow row;
            row.id = offer.id;
            row.machine = machine.id;
            row.provider = machine.provider;
            row.price = {amount, offer.price->currency};
            row.priceKind = offer.kind;
            row.region = offer.region;
            row.source = {"seen by me", "2026-11-20"};
            return row;
        }
        return {};
    }
    static double priceOf(const Catalog& catalog, const std::string& id)
    {
        const int offer = catalog.findOffer(id);
        return offer < 0 ? -1.0 : catalog.offers[static_cast<std::size_t>(offer)].price->amount;
    }
    static PriceFileRequest fileRequest(const PriceBook& book, const QString& path)
    {
        return {path, {}, false, book.all, std::make_shared<std::atomic<bool>>(false), std::make_shared<std::atomic<int>>(0)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("SOURCE_DATE_EPOCH", "1795392000"); // 2026-11-23
        QVERIFY(m_folder.isValid());
    }
    void init() { m_own = m_folder.filePath(QLatin1String(QTest::currentTestFunction()) + QStringLiteral("/own/prices.csv")); }

    void withoutOwnPricesNothingCanBeAsked()
    {
        Request asked = request();
        asked.ownPrices = false;
        QVERIFY(!makePriceServices(asked).open);
        QVERIFY(makePriceServices(asked).problem.isEmpty());
    }

    void changesAreWrittenRecordedAndTakenBack()
    {
        const PriceServices services = makePriceServices(request());
        QVERIFY(services.problem.isEmpty() && !services.broken);
        const PriceBook before = opened();
        QVERIFY(before.own.empty() && before.history.empty());
        QCOMPARE(before.file, m_own);
        const PriceRow row = rowFor(before, 123);
        const OwnPriceChange change{{}, {row}};
        const auto changed = services.change(change, PriceAction::Edit, false);
        QVERIFY2(changed.ok(), qPrintable(changed.error()));
        QCOMPARE(priceOf(*changed.get().catalog, row.id), 123.0);
        QVERIFY(priceOf(*changed.get().shipped, row.id) != 123.0);
        QCOMPARE(changed.get().catalog->ownPrices, 1);
        QCOMPARE(changed.get().history.size(), std::size_t{1});
        QCOMPARE(changed.get().history[0].day, std::string("2026-11-23"));
        QCOMPARE(changed.get().history[0].after->amount, 123.0);
        const PriceBook kept = opened();
        QCOMPARE(kept.own.size(), std::size_t{1});
        QCOMPARE(kept.history.size(), std::size_t{1});

        const auto back = services.change(reverseOf(change, before.own), PriceAction::Undo, false);
        QVERIFY(back.ok() && back.get().own.empty());
        QCOMPARE(priceOf(*back.get().catalog, row.id), priceOf(*before.catalog, row.id));
        QCOMPARE(back.get().history.size(), std::size_t{2});
        QCOMPARE(back.get().history[1].action, PriceAction::Undo);
    }

    void pricesTooOldStayInTheListButDoNotCount()
    {
        const PriceBook book = opened();
        QVERIFY(book.catalog->expiredPrices > 0);
        QCOMPARE(book.all->expiredPrices, 0);
        Request asked = request();
        asked.oldPrices = true;
        QCOMPARE(makePriceServices(asked).open().get().catalog->expiredPrices, 0);
    }

    void linesThatCannotBeReadAreNotLostUnasked()
    {
        const PriceRow row = rowFor(opened(), 99);
        QVERIFY(QDir().mkpath(QFileInfo(m_own).path()));
        const QByteArray bytes = header + QByteArray("x,Book,many,USD,street,page,2026\n");
        QVERIFY(writeBytes(m_own, bytes));
        const PriceServices services = makePriceServices(request());
        QVERIFY2(services.problem.contains(QStringLiteral("prices.csv:2")), qPrintable(services.problem));
        QVERIFY(!services.broken);
        QCOMPARE(opened().unread.size(), std::size_t{1});
        const auto refused = services.change({{}, {row}}, PriceAction::Edit, false);
        QVERIFY(!refused.ok() && refused.error().contains(QStringLiteral("prices.csv:2")));
        QCOMPARE(fileBytes(m_own), bytes);
        QVERIFY(!QFile::exists(priceHistoryPath(m_own)));
        const auto dropped = services.change({}, PriceAction::Reset, true);
        QVERIFY(dropped.ok() && dropped.get().unread.empty() && dropped.get().own.empty());
        QVERIFY(services.change({{}, {row}}, PriceAction::Edit, false).ok());
    }

    void aBrokenFileIsPutAside()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_own).path()));
        const QByteArray bytes = "id,machine,price\n\"never closed\n";
        QVERIFY(writeBytes(m_own, bytes));
        const PriceServices services = makePriceServices(request());
        QVERIFY(services.broken);
        QVERIFY2(services.problem.contains(m_own) && services.problem.contains(QStringLiteral("line ")), qPrintable(services.problem));
        QVERIFY(!services.open().ok());
        QVERIFY(!services.change({}, PriceAction::Reset, true).ok());
        QCOMPARE(fileBytes(m_own), bytes);
        QCOMPARE(fileBytes(services.putAside()), bytes);
        QVERIFY(services.open().ok());
    }

    void aBrokenHistoryKeepsNoPriceFromChanging()
    {
        const PriceServices services = makePriceServices(request());
        const QString history = priceHistoryPath(m_own);
        QVERIFY(QDir().mkpath(QFileInfo(m_own).path()));
        QVERIFY(writeBytes(history, "nonsense\n"));
        const PriceBook book = opened();
        QVERIFY2(book.historyProblem.contains(QStringLiteral("line 1")), qPrintable(book.historyProblem));
        const auto changed = services.change({{}, {rowFor(book, 50)}}, PriceAction::Edit, false);
        QVERIFY(changed.ok());
        QCOMPARE(changed.get().history.size(), std::size_t{1});
        QCOMPARE(fileBytes(history + QStringLiteral(".bad-1")), QByteArray("nonsense\n"));
        QVERIFY(QFile::remove(history) && QDir().mkpath(history)); // a folder in the way
        const auto again = services.change({{}, {rowFor(book, 60)}}, PriceAction::Edit, false);
        QVERIFY(again.ok());
        QCOMPARE(again.get().own.front().price.amount, 60.0);
    }

    void aFolderThatCannotBeWrittenChangesNothing()
    {
        QVERIFY(QDir().mkpath(m_own)); // a folder where the file should be
        const PriceServices services = makePriceServices(request());
        const auto changed = services.change({{}, {PriceRow{}}}, PriceAction::Edit, false);
        QVERIFY(!changed.ok());
        QVERIFY2(changed.error().contains(QStringLiteral("prices.csv")), qPrintable(changed.error()));
    }

    void plansAFileWithoutWriting()
    {
        const PriceServices services = makePriceServices(request());
        const PriceBook book = opened();
        const PriceRow row = rowFor(book, 1);
        const QString path = m_folder.filePath(QStringLiteral("list.csv"));
        QByteArray bytes = "name,price,currency,date\n";
        bytes += QByteArray::fromStdString(row.machine) + ",77,USD,2026-11-21\nno such machine,1,USD,2026-11-21\n"
            + QByteArray::fromStdString(row.machine) + ",0,USD,2026-11-21\n";
        QVERIFY(writeBytes(path, bytes));
        const auto planned = services.plan(fileRequest(book, path));
        QVERIFY2(planned.ok(), qPrintable(planned.error()));
        QCOMPARE(planned.get().changed.size(), std::size_t{1});
        QCOMPARE(planned.get().unmatched.front().line, 3);
        QCOMPARE(planned.get().rejected.front().line, 4);
        QVERIFY(!QFile::exists(m_own));
        const auto missing = services.plan(fileRequest(book, path + QStringLiteral(".absent")));
        QVERIFY(!missing.ok() && missing.error().contains(QStringLiteral("absent")));
        QVERIFY(writeBytes(path, "InstanceType,Price\nbig,1\n"));
        QVERIFY(services.plan(fileRequest(book, path)).error().contains(QStringLiteral("provider")));
    }
    void readingAFileCanBeStopped()
    {
        const PriceServices services = makePriceServices(request());
        const PriceBook book = opened();
        const QString path = m_folder.filePath(QStringLiteral("long.csv"));
        QByteArray bytes = "name,price,currency,date\n";
        for (int i = 0; i < 5000; ++i)
            bytes += "machine " + QByteArray::number(i) + ",1,USD,2026\n";
        QVERIFY(writeBytes(path, bytes));
        const PriceFileRequest whole = fileRequest(book, path);
        QCOMPARE(services.plan(whole).get().unmatchedCount, 5000);
        QVERIFY(whole.perMille->load() > 700 && whole.perMille->load() <= 1000);
        const PriceFileRequest stopped = fileRequest(book, path);
        *stopped.cancelled = true;
        QVERIFY(!services.plan(stopped).ok());
        QVERIFY(services.plan(stopped).error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPriceServices)
#include "tst_priceservices.moc"
