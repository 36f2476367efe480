// Recorded and hostile /proc and /sys trees: what is found, what is not guessed, what is never opened.
#include "models/qt/thiscomputer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace rightrig;

namespace {

Device device(const char* id, const char* name, DeviceKind kind, Segment segment, std::vector<std::string> aliases = {})
{
    Device made;
    made.id = id;
    made.name = name;
    made.kind = kind;
    made.segment = segment;
    made.aliases = std::move(aliases);
    return made;
}

Catalog catalogue()
{
    Catalog catalog;
    catalog.devices = {device("i7-13700h", "Intel Core i7-13700H", DeviceKind::Cpu, Segment::Laptop),
        device("7840u", "AMD Ryzen 7 7840U", DeviceKind::Cpu, Segment::Laptop),
        device("4060", "GeForce RTX 4060", DeviceKind::Gpu, Segment::Desktop, {"NVIDIA GeForce RTX 4060"}),
        device("4060l", "GeForce RTX 4060 Laptop GPU", DeviceKind::Gpu, Segment::Laptop, {"GeForce RTX 4060 Max-Q / Mobile"}),
        device("1650", "GeForce GTX 1650", DeviceKind::Gpu, Segment::Desktop),
        device("1650l", "GeForce GTX 1650 Laptop GPU", DeviceKind::Gpu, Segment::Laptop),
        device("3090", "GeForce RTX 3090", DeviceKind::Gpu, Segment::Desktop),
        device("780m", "Radeon 780M", DeviceKind::Gpu, Segment::Integrated)};
    catalog.devices[2].vram = catalog.devices[3].vram = Gib{8.0};
    catalog.devices[6].vram = Gib{24.0};
    catalog.index();
    return catalog;
}

/// A little file system of text files.
class Tree
{
public:
    void add(const char* path, const QByteArray& text)
    {
        const QString full = m_folder.filePath(QString::fromUtf8(path));
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void addPci(const char* address, const char* vendor, const char* device, const char* type)
    {
        const QByteArray folder = QByteArrayLiteral("sys/bus/pci/devices/") + address;
        add((folder + "/vendor").constData(), QByteArray(vendor) + '\n');
        add((folder + "/device").constData(), QByteArray(device) + '\n');
        add((folder + "/class").constData(), QByteArray(type) + '\n');
    }
    void addCpu(const char* name) { add("proc/cpuinfo", QByteArrayLiteral("processor\t: 0\nmodel name\t: ") + name + "\n"); }
    void addRam(qint64 kib) { add("proc/meminfo", "MemTotal:       " + QByteArray::number(kib) + " kB\nMemFree: 1 kB\n"); }
    void addDriver(const char* address, const char* model)
    {
        add((QByteArrayLiteral("proc/driver/nvidia/gpus/") + address + "/information").constData(),
            QByteArrayLiteral("Model: \t\t ") + model + "\nIRQ:   \t\t 130\n");
    }
    [[nodiscard]] QString path(const char* below = "") const { return m_folder.filePath(QString::fromUtf8(below)); }
    [[nodiscard]] ComputerFacts detect() const { return detectComputer(catalogue(), m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

const char* const pciIds = "# list\n8086  Intel Corporation\n\ta7a0  Raptor Lake-P [Iris Xe Graphics]\n"
                           "10de  NVIDIA Corporation\n\t28a0  AD107M [GeForce RTX 4060 Max-Q / Mobile]\n\t\t1043 1234  some board\n"
                           "\t2204  GA102 [GeForce RTX 3090]\n1002  Advanced Micro Devices, Inc. [AMD/ATI]\n\t15bf  Phoenix1\n"
                           "\t7480  Navi 33 [Radeon RX 7600]\n";

} // namespace

class TestThisComputer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
        QSKIP("recorded trees are read on Linux only");
#endif
    }

    void optimusLaptop()
    {
        Tree tree;
        tree.addCpu("13th Gen Intel(R) Core(TM) i7-13700H");
        tree.addRam(16012345);
        tree.add("sys/class/dmi/id/chassis_type", "10\n");
        tree.addPci("0000:00:02.0", "0x8086", "0xa7a0", "0x030000");
        tree.addPci("0000:01:00.0", "0x10de", "0x28a0", "0x030200");
        tree.add("usr/share/misc/pci.ids", pciIds);
        ComputerFacts facts = tree.detect();
        QCOMPARE(facts.kind, ComputerKind::Known);
        QCOMPARE(facts.form, std::optional(FormFactor::Laptop));
        QCOMPARE(*facts.cpu, std::string("Intel Core i7-13700H"));
        QCOMPARE(*facts.gpu, std::string("GeForce RTX 4060 Laptop GPU"));
        QCOMPARE(facts.ram->value, 16.0);
        QVERIFY(!facts.vram); // the catalogue knows it, the system does not say
        QCOMPARE(facts.os, std::optional(Os::Linux));
        tree.addDriver("0000:01:00.0", "NVIDIA GeForce RTX 4060 Laptop GPU"); // the driver's word counts
        facts = tree.detect();
        QCOMPARE(*facts.gpu, std::string("GeForce RTX 4060 Laptop GPU"));
    }

    void oldLaptopCardUnderItsDesktopName()
    {
        Tree tree;
        tree.addCpu("Intel(R) Core(TM) i7-9750H CPU @ 2.60GHz");
        tree.add("sys/class/power_supply/BAT0/type", "Battery\n");
        tree.addDriver("0000:01:00.0", "NVIDIA GeForce GTX 1650");
        const ComputerFacts facts = tree.detect();
        QCOMPARE(*facts.gpu, std::string("GeForce GTX 1650 Laptop GPU"));
        QCOMPARE(*facts.cpu, std::string("Intel Core i7-9750H")); // not in the catalogue: as it is, but clean
        QVERIFY(!facts.ram);
    }

    void processorWithGraphics()
    {
        Tree tree;
        tree.addCpu("AMD Ryzen 7 7840U w/ Radeon 780M Graphics");
        tree.addRam(28600000);
        tree.addPci("0000:c4:00.0", "0x1002", "0x15bf", "0x038000");
        tree.add("sys/bus/pci/devices/0000:c4:00.0/mem_info_vram_total", "536870912\n");
        const ComputerFacts facts = tree.detect();
        QCOMPARE(*facts.cpu, std::string("AMD Ryzen 7 7840U"));
        QCOMPARE(*facts.gpu, std::string("Radeon 780M"));
        QCOMPARE(facts.ram->value, 32.0);
        QVERIFY(!facts.vram); // lent memory is not its own
    }

    void amdCardTellsItsMemory()
    {
        Tree tree;
        tree.addCpu("AMD Ryzen 5 5600X 6-Core Processor");
        tree.addPci("0000:0b:00.0", "0x1002", "0x7480", "0x030000");
        tree.add("sys/bus/pci/devices/0000:0b:00.0/mem_info_vram_total", "8573157376\n");
        tree.add("usr/share/hwdata/pci.ids", pciIds);
        const ComputerFacts facts = tree.detect();
        QCOMPARE(*facts.gpu, std::string("Radeon RX 7600"));
        QCOMPARE(facts.vram->value, 8.0);
    }

    void virtualMachineWithoutGraphics()
    {
        Tree tree;
        tree.addCpu("AMD EPYC 7763 64-Core Processor");
        tree.addRam(8148000);
        tree.add("sys/class/dmi/id/chassis_type", "1\n");
        tree.addPci("0000:00:01.0", "0x1234", "0x1111", "0x030000");
        tree.addPci("0000:00:03.0", "0x8086", "0x100e", "0x020000"); // a network card of a graphics maker
        const ComputerFacts facts = tree.detect();
        QCOMPARE(*facts.gpu, std::string("none"));
        QCOMPARE(facts.ram->value, 8.0);
        QVERIFY(!facts.form);
        QCOMPARE(*facts.cpu, std::string("AMD EPYC 7763"));
    }

    void twoCardsGiveTheBetterKnownOne()
    {
        Tree tree;
        tree.addCpu("Intel(R) Core(TM) i9-10900X CPU @ 3.70GHz");
        tree.add("sys/class/dmi/id/chassis_type", "3\n");
        tree.addDriver("0000:17:00.0", "NVIDIA GeForce RTX 4060");
        tree.addDriver("0000:65:00.0", "NVIDIA GeForce RTX 3090");
        tree.addDriver("0000:66:00.0", "NVIDIA Something New");
        const ComputerFacts facts = tree.detect();
        QCOMPARE(*facts.gpu, std::string("GeForce RTX 3090"));
        QCOMPARE(facts.form, std::optional(FormFactor::Desktop));
    }

    void unknownCardIsNamedNotGuessed()
    {
        Tree tree;
        tree.addCpu("AMD EPYC");
        tree.addPci("0000:01:00.0", "0x10de", "0xffff", "0x030000");
        tree.add("usr/share/misc/pci.ids", pciIds);
        QCOMPARE(*tree.detect().gpu, std::string("NVIDIA graphics (PCI ffff)"));
    }

    void raspberryPi()
    {
        Tree tree;
        tree.add("proc/cpuinfo",
            "processor\t: 0\nBogoMIPS\t: 108.00\nCPU part\t: 0xd0b\n\nRevision\t: d04170\nModel\t\t: Raspberry Pi 5 Model B Rev 1.0\n");
        tree.addRam(8245000);
        const ComputerFacts facts = tree.detect();
        QCOMPARE(*facts.cpu, std::string("Raspberry Pi 5 Model B Rev 1.0"));
        QCOMPARE(facts.ram->value, 8.0);
        QCOMPARE(*facts.gpu, std::string("none"));
    }

    void nothingAtAll()
    {
        const Tree tree;
        QCOMPARE(tree.detect(), ComputerFacts());
        QCOMPARE(detectComputer(catalogue(), QStringLiteral("/nonexistent")), ComputerFacts());
    }

    void hostileTree()
    {
        Tree tree;
        QByteArray junk(3000000, '\0');
        for (qsizetype i = 0; i < junk.size(); ++i)
            junk[i] = static_cast<char>((i * 7919) & 0xff);
        for (const char* path : {"proc/cpuinfo", "proc/meminfo", "sys/class/dmi/id/chassis_type", "usr/share/misc/pci.ids",
                 "proc/driver/nvidia/gpus/x/information", "sys/bus/pci/devices/y/class", "sys/bus/pci/devices/y/device"})
            tree.add(path, junk);
        tree.add("sys/bus/pci/devices/y/vendor", "0x10de\n");
        const ComputerFacts facts = tree.detect();
        QVERIFY(!facts.form);
        QVERIFY(!facts.ram);
        QVERIFY(!facts.cpu || facts.cpu->size() <= 400);
    }

    void hostileNames()
    {
        Tree tree;
        tree.addCpu("<b>\xe2\x80\xae"
                    "CPU\x1b[31m</b>");
        tree.addDriver("0000:01:00.0", QByteArray(5000, 'G').constData());
        tree.addRam(-5);
        const ComputerFacts facts = tree.detect();
        QVERIFY(facts.cpu->find('\x1b') == std::string::npos && facts.cpu->find("\xe2\x80\xae") == std::string::npos);
        QVERIFY(facts.gpu->size() <= 110);
        QVERIFY(!facts.ram);
    }

#ifdef Q_OS_UNIX
    void neverWaitsForPipes()
    {
        Tree tree;
        tree.addRam(8148000);
        for (const char* path : {"proc/cpuinfo", "proc/driver/nvidia/gpus/0/information", "usr/share/misc/pci.ids"}) {
            QVERIFY(QDir().mkpath(QFileInfo(tree.path(path)).path()));
            QCOMPARE(mkfifo(QFile::encodeName(tree.path(path)).constData(), 0600), 0);
        }
        QElapsedTimer since;
        since.start();
        QCOMPARE(tree.detect().ram->value, 8.0);
        QVERIFY(since.elapsed() < 5000);
    }
#endif

    void memoryIsRoundedToItsLabel_data()
    {
        QTest::addColumn<double>("gib");
        QTest::addColumn<double>("label");
        QTest::newRow("16 less firmware") << 15.4 << 16.0;
        QTest::newRow("16 less graphics") << 13.6 << 16.0;
        QTest::newRow("8") << 7.6 << 8.0;
        QTest::newRow("exact") << 32.0 << 32.0;
        QTest::newRow("odd machine") << 50.2 << 50.0;
        QTest::newRow("36 of a Mac") << 35.8 << 36.0;
        QTest::newRow("tiny") << 0.44 << 0.5;
    }
    void memoryIsRoundedToItsLabel()
    {
        QFETCH(double, gib);
        Tree tree;
        tree.addRam(static_cast<qint64>(gib * 1024.0 * 1024.0));
        QTEST(tree.detect().ram->value, "label");
    }

    void cpuNames_data()
    {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* reported, const char* name) {
            QTest::newRow(reported) << QString::fromUtf8(reported) << QString::fromUtf8(name);
        };
        row("13th Gen Intel(R) Core(TM) i7-13700H", "Intel Core i7-13700H");
        row("Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz", "Intel Core i5-8250U");
        row("Intel(R) Core(TM) Ultra 7 155H", "Intel Core Ultra 7 155H");
        row("AMD Ryzen 7 5800X 8-Core Processor", "AMD Ryzen 7 5800X");
        row("AMD Ryzen 5 5500U with Radeon Graphics", "AMD Ryzen 5 5500U");
        row("Intel(R) Xeon(R) CPU E5-2670 v3 @ 2.30GHz", "Intel Xeon E5-2670 v3");
        row("Apple M2 Pro", "Apple M2 Pro");
        row("", "");
    }
    void cpuNames()
    {
        QFETCH(QString, reported);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(cleanedCpuName(reported.toStdString())), name);
        QCOMPARE(cleanedCpuName(cleanedCpuName(reported.toStdString())), name.toStdString()); // cleaning twice changes nothing
    }

    void gpuNames_data()
    {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* reported, const char* name) {
            QTest::newRow(reported) << QString::fromUtf8(reported) << QString::fromUtf8(name);
        };
        row("NVIDIA Corporation AD107M [GeForce RTX 4060 Max-Q / Mobile] (rev a1)", "GeForce RTX 4060 Max-Q / Mobile");
        row("NVIDIA GeForce RTX 4060 Laptop GPU", "NVIDIA GeForce RTX 4060 Laptop GPU");
        row("NVIDIA GeForce RTX 3060/PCIe/SSE2", "NVIDIA GeForce RTX 3060");
        row("AMD Radeon(TM) 780M", "AMD Radeon 780M");
        row("Advanced Micro Devices, Inc. [AMD/ATI] Navi 33 [Radeon RX 7600]", "Radeon RX 7600");
        row("Intel(R) UHD Graphics 630", "Intel UHD Graphics 630");
        row("[]", "[]");
    }
    void gpuNames()
    {
        QFETCH(QString, reported);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(cleanedGpuName(reported.toStdString())), name);
    }

    void thisVeryComputerIsFound()
    {
        const ComputerFacts facts = detectComputer(catalogue());
        QCOMPARE(facts.kind, ComputerKind::Known);
        QVERIFY(facts.ram && facts.ram->value > 0.0);
    }
};

QTEST_APPLESS_MAIN(TestThisComputer)
#include "tst_thiscomputer.moc"
