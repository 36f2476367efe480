// Price files of three kinds, good ones and hostile ones.
#include "db/documents/amounts.h"
#include "db/documents/gpuinfo.h"
#include "db/documents/pricefile.h"

#include <QtTest>

#include <random>

using namespace rightrig;

namespace {

struct ReadPrices
{
    std::vector<PriceRow> rows;
    std::vector<PriceProblem> rejected;
    QString error;
    std::string format;
};

ReadPrices readText(std::string_view text, const std::string& provider = "Nebius")
{
    ReadPrices result;
    const PriceSink sink{[&](PriceRow&& row) { result.rows.push_back(std::move(row)); },
        [&](int line, std::string reason) {
            result.rejected.push_back({line, std::move(reason)});
        }};
    const auto read = readPriceFile(text, {"file.csv", provider, "2026-11-01"}, sink);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        result.error = problem->text;
    else
        result.format = priceFormatName(std::get<PriceFormat>(read));
    return result;
}

constexpr const char* skyHeader = "SpotPrice,InstanceType,GpuInfo,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region\n";
constexpr const char* h100 = "\"{'Gpus': [{'Name': 'H100', 'Manufacturer': 'NVIDIA', 'Count': 8.0, 'MemoryInfo': {'SizeInMiB': 81920}}], "
                             "'TotalGpuMemoryInMiB': None}\"";

} // namespace

class TestPriceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSkyPilot();
    void refusesSkyPilotRows_data();
    void refusesSkyPilotRows();
    void readsGpuInfo_data();
    void readsGpuInfo();
    void readsAPriceList();
    void readsAmounts_data();
    void readsAmounts();
    void writesWhatItReads();
    void neutralisesFormulas();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void survivesThousandMutations();
};

void TestPriceFile::readsSkyPilot()
{
    const ReadPrices read = readText(std::string(skyHeader) + ",cpu-2,,,0,2,8,0.0496,eu\n10.00,gpu-8," + h100
        + ",H100,8.0,128,1600,23.60,eu\n1.5,only-spot,,T4,1,4,16,,us\n");
    QVERIFY2(read.error.isEmpty() && read.rejected.empty(), read.rejected.empty() ? "" : read.rejected[0].text.c_str());
    QCOMPARE(read.format, std::string("skypilot"));
    QCOMPARE(read.rows.size(), std::size_t{4});
    QCOMPARE(read.rows[0].machine, std::string("cpu-2"));
    QVERIFY(read.rows[0].accelerator.empty());
    QCOMPARE(read.rows[0].price, (Money{0.0496, CurrencyCode("USD")}));
    QCOMPARE(read.rows[1].priceKind, std::optional(PriceKind::OnDemand));
    QCOMPARE(read.rows[1].acceleratorCount, 8);
    QCOMPARE(read.rows[1].statedVram, std::optional(81920.0));
    QCOMPARE(read.rows[2].priceKind, std::optional(PriceKind::Spot));
    QCOMPARE(read.rows[2].price.amount, 10.0);
    QCOMPARE(read.rows[3].machine, std::string("only-spot"));
    QCOMPARE(read.rows[3].provider, std::string("Nebius"));
    QCOMPARE(read.rows[3].line, 4);
    QVERIFY(readText(skyHeader, "").error.contains(QLatin1String("--provider")));
}

void TestPriceFile::refusesSkyPilotRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no type") << QByteArray(",,,T4,1,4,16,0.5,us") << QByteArray("instancetype: is empty");
    QTest::newRow("no price") << QByteArray(",a,,T4,1,4,16,,us") << QByteArray("Price: is empty");
    QTest::newRow("free") << QByteArray(",a,,T4,1,4,16,0.0,us") << QByteArray("0 is not a price");
    QTest::newRow("below 0") << QByteArray(",a,,T4,1,4,16,-1,us") << QByteArray("is not from 0");
    QTest::newRow("words") << QByteArray(",a,,T4,1,4,16,cheap,us") << QByteArray("is not a number");
    QTest::newRow("half a card") << QByteArray(",a,,T4,0.5,4,16,1,us") << QByteArray("not a whole number");
    QTest::newRow("count without card") << QByteArray(",a,,,2,4,16,1,us") << QByteArray("does not go with");
    QTest::newRow("counts differ") << QByteArray(",a,\"{'Gpus':[{'Name':'T4','Count':4}]}\",T4,2,4,16,1,us") << QByteArray("differs");
    QTest::newRow("damaged GpuInfo") << QByteArray(",a,\"{'Gpus': [\",T4,1,4,16,1,us") << QByteArray("GpuInfo");
    QTest::newRow("too many cells") << QByteArray(",a,,T4,1,4,16,1,us,more") << QByteArray("more cells");
}

void TestPriceFile::refusesSkyPilotRows()
{
    QFETCH(const QByteArray, row);
    QFETCH(const QByteArray, reason);
    const ReadPrices read = readText(skyHeader + row.toStdString() + "\n,good,,,0,2,8,0.05,eu\n");
    QCOMPARE(read.rows.size(), std::size_t{1});
    QCOMPARE(read.rejected.size(), std::size_t{1});
    QCOMPARE(read.rejected[0].line, 2);
    QVERIFY2(read.rejected[0].text.find(reason.toStdString()) != std::string::npos, read.rejected[0].text.c_str());
}

void TestPriceFile::readsGpuInfo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("memory"); // 0: unknown
    QTest::addColumn<bool>("good");
    QTest::newRow("Python") << QByteArray("{'Gpus': [{'Name': 'A', 'Count': 1, 'MemoryInfo': {'SizeInMiB': 24576}}]}") << 24576.0 << true;
    QTest::newRow("JSON") << QByteArray("{\"Gpus\": [{\"Name\": \"A\", \"Count\": 1.0, \"MemoryInfo\": {\"SizeInMiB\": 80.5}}]}") << 80.5
                          << true;
    QTest::newRow("None") << QByteArray("{'Gpus': [{'Name': 'A', 'Count': 1, 'MemoryInfo': None}]}") << 0.0 << true;
    QTest::newRow("nan") << QByteArray("{'Gpus': [{'Name': 'A', 'MemoryInfo': {'SizeInMiB': nan}}]}") << 0.0 << true;
    QTest::newRow("quotes") << QByteArray("{'Gpus': [{'Name': 'Bob\\'s \"A\"', 'Count': 1}]}") << 0.0 << true;
    QTest::newRow("no cards") << QByteArray("{'Gpus': null}") << 0.0 << true;
    QTest::newRow("bare name") << QByteArray("K80") << 0.0 << true;
    QTest::newRow("empty") << QByteArray() << 0.0 << true;
    QTest::newRow("two kinds") << QByteArray("{'Gpus': [{'Name': 'A'}, {'Name': 'B'}]}") << 0.0 << false;
    QTest::newRow("count") << QByteArray("{'Gpus': [{'Name': 'A', 'Count': 1.5}]}") << 0.0 << false;
    QTest::newRow("cut off") << QByteArray("{'Gpus': [{'Name': 'A") << 0.0 << false;
    QTest::newRow("deep") << QByteArray("{'Gpus':") + QByteArray(2000, '[') << 0.0 << false;
    QTest::newRow("long") << QByteArray("{'Gpus': '") + QByteArray(9000, 'x') + "'}" << 0.0 << false;
}

void TestPriceFile::readsGpuInfo()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, memory);
    QFETCH(const bool, good);
    std::string problem;
    const GpuInfo info = parseGpuInfo(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), problem);
    QVERIFY2(problem.empty() == good, problem.c_str());
    QCOMPARE(info.memory.value_or(0.0), memory);
}

void TestPriceFile::readsAPriceList()
{
    const ReadPrices read = readText("name;price;currency;date\nBook A;1.299,00;EUR;2026-10-02\nBook B;999 EUR;;\nBook C;1.299;EUR;2026\n"
                                     "Book D;$5;EUR;soon\nBook E;12 USD;EUR;2026\nBook F;12;;2026\n");
    QCOMPARE(read.format, std::string("price-list"));
    QCOMPARE(read.rows.size(), std::size_t{2});
    QCOMPARE(read.rows[0].price, (Money{1299.0, CurrencyCode("EUR")}));
    QCOMPARE(read.rows[0].source.asOf, std::string("2026-10-02"));
    QCOMPARE(read.rows[1].source.asOf, std::string("2026-11-01"));
    QVERIFY(!read.rows[1].priceKind);
    QCOMPARE(read.rejected.size(), std::size_t{4});
    QVERIFY(read.rejected[0].text.find("1299 or 1.299") != std::string::npos);
    QVERIFY(read.rejected[1].text.find("date") == 0);
    QVERIFY(read.rejected[2].text.find("contradicts") != std::string::npos);
    QVERIFY(read.rejected[3].text.find("currency: is empty") == 0);
}

void TestPriceFile::readsAmounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value"); // 0: refused
    QTest::addColumn<QString>("currency");
    const auto row = [](const char* text, double value, const char* currency = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << value << QString::fromLatin1(currency);
    };
    row("1299", 1299);
    row("1,299.50", 1299.5);
    row("1.299,50", 1299.5);
    row("1.234.567", 1234567);
    row("0.125", 0.125);
    row("0,0496", 0.0496);
    row("2,5", 2.5);
    row("1 299,00 €", 1299, "EUR");
    row("US$ 12.5", 12.5, "USD");
    row("£999", 999, "GBP");
    row("$999", 999);
    row("CHF 1200", 1200, "CHF");
    row("1200 SEK", 1200, "SEK");
    row("1.299", 0);
    row("1,299", 0);
    row("1,29,9.00", 0);
    row("1.2.3", 0);
    row("-5", 0);
    row("0", 0);
    row("1e9", 0);
    row("2e12", 0);
    row("99999999999", 0);
    row("", 0);
    row("€", 0);
    row("USD", 0);
    row("about 5", 0);
    row("nan", 0);
}

void TestPriceFile::readsAmounts()
{
    QFETCH(const QString, text);
    QFETCH(const double, value);
    QFETCH(const QString, currency);
    std::string reason;
    const auto amount = parseAmount(text.toStdString(), reason);
    QCOMPARE(amount ? amount->value : 0.0, value);
    QCOMPARE(amount && amount->currency ? QString::fromStdString(amount->currency->text()) : QString(), currency);
    QCOMPARE(reason.empty(), amount.has_value());
}

void TestPriceFile::writesWhatItReads()
{
    PriceRow row;
    row.id = "own-a";
    row.machine = "Book, \"14\"";
    row.provider = "Maker";
    row.kind = MachineKind::Laptop;
    row.accelerator = "Card";
    row.acceleratorCount = 1;
    row.ram = Gib{16};
    row.vram = Gib{8};
    row.vcpus = 12.0;
    row.cpu = "=Processor, 8 cores";
    row.tgp = Watts{87.5};
    row.price = {1099.99, CurrencyCode("EUR")};
    row.priceKind = PriceKind::Used;
    row.region = "FR";
    row.source = {"a page", "2026-10"};
    row.confidence = Confidence::High;
    const QByteArray table = writePriceFile(std::array{row});
    const ReadPrices read = readText(table.toStdString(), "");
    QVERIFY(read.rejected.empty());
    QCOMPARE(read.rows.size(), std::size_t{1});
    QCOMPARE(writePriceFile(read.rows), table);
    QCOMPARE(read.rows[0].machine, row.machine);
    QCOMPARE(read.rows[0].price, row.price);
    QCOMPARE(read.rows[0].priceKind, row.priceKind);
    QCOMPARE(read.rows[0].cpu, row.cpu);
    QCOMPARE(read.rows[0].tgp, row.tgp);
    const QByteArray older = "machine,price,currency,source,as_of\nBook,5,USD,page,2026\n"; // as written before there were these columns
    const ReadPrices before = readText(older.toStdString(), "");
    QVERIFY(before.rejected.empty() && before.rows.size() == 1 && before.rows[0].cpu.empty() && !before.rows[0].tgp);
}

void TestPriceFile::neutralisesFormulas()
{
    for (const char* text : {"=1+1", "+1", "-1", "@x", "'=1", "''-1", "'quoted'", "plain"}) {
        PriceRow row;
        row.machine = text;
        row.price = {1, CurrencyCode("USD")};
        row.source = {text, "2026"};
        const QByteArray table = writePriceFile(std::array{row});
        QVERIFY2(!table.contains(",=") && !table.contains(",+") && !table.contains(",@") && !table.contains(",-"), table.constData());
        const ReadPrices read = readText(table.toStdString(), "");
        QCOMPARE(read.rows.size(), std::size_t{1});
        QCOMPARE(read.rows[0].machine, std::string(text));
        QCOMPARE(read.rows[0].source.text, std::string(text));
    }
}

void TestPriceFile::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const QByteArray header = "name,price,currency,date\n";
    QByteArray wide = "name,price";
    for (int i = 0; i < 65536; ++i)
        wide += ",c" + QByteArray::number(i);
    QTest::newRow("NUL") << header + QByteArray("a\0b,1,USD,2026\n", 15) << QStringLiteral("line 2, column 2");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEn\0a\0", 6) << QStringLiteral("UTF-16");
    QTest::newRow("not UTF-8") << header
            + "B\xFC"
              "ch,1,USD,2026\n" << QStringLiteral("not UTF-8");
    QTest::newRow("65,538 columns") << wide << QStringLiteral("columns");
    QTest::newRow("one endless cell") << header + QByteArray(40 << 20, 'x') << QStringLiteral("longer than 16000 bytes");
    QTest::newRow("larger than 64 MiB") << header + QByteArray((64 << 20) + 1, '\n') << QStringLiteral("larger");
    QTest::newRow("open quote") << header + "\"a,1,USD,2026\n" << QStringLiteral("never closed");
    QTest::newRow("text after a quote") << header + "\"a\"b,1,USD,2026\n" << QStringLiteral("after a closing quote");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("column names");
    QTest::newRow("other columns") << QByteArray("a,b\n1,2\n") << QStringLiteral("no price file");
    QTest::newRow("doubled column") << QByteArray("name,price,Price\n") << QStringLiteral("twice");
    QTest::newRow("a catalogue") << QByteArray("SQLite format 3\0\x10\0", 18) << QStringLiteral("NUL");
}

void TestPriceFile::refusesHostileFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, reason);
    const ReadPrices read = readText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QVERIFY2(read.error.contains(reason), qPrintable(read.error));
    QVERIFY(read.error.startsWith(QLatin1String("line ")));
}

void TestPriceFile::survivesThousandMutations()
{
    const std::string good = std::string(skyHeader) + "10.00,gpu-8," + h100 + ",H100,8.0,128,1600,23.60,eu\n,cpu-2,,,0,2,8,0.0496,eu\n";
    std::mt19937 random(4); // NOLINT(bugprone-random-generator-seed): the same copies each time
    for (int i = 0; i < 1000; ++i) {
        std::string text = good;
        for (int flips = 1 + static_cast<int>(random() % 4); flips > 0; --flips)
            text[random() % text.size()] = static_cast<char>(random());
        const ReadPrices read = readText(text);
        QVERIFY(read.error.isEmpty() != read.format.empty());
        for (const PriceRow& row : read.rows) {
            QVERIFY(row.price.amount > 0.0 && row.price.amount <= 1e9);
            QVERIFY(row.acceleratorCount >= 0 && row.acceleratorCount <= 64);
            QVERIFY(!row.machine.empty() && row.machine.size() <= 800);
            QVERIFY(!row.ram || (row.ram->value >= 0.5 && row.ram->value <= 32768));
        }
    }
}

QTEST_APPLESS_MAIN(TestPriceFile)
#include "tst_pricefile.moc"
