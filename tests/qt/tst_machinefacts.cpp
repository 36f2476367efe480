// Twelve kinds of sample machines, misread and hostile answers among them: what is known, what stays unknown, what never hangs.
#include "models/qt/measure/machinefacts.h"
#include "tests/qt/sampletrees.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace rightrig;
using samples::Tree;

namespace {

const char* const modern = "fpu sse sse2 avx f16c avx2 fma";

MachineProfile factsOf(const Tree& tree, const QString& smi = QStringLiteral("no-such-program"), int queryMs = 3000)
{
    FactSources sources;
    sources.root = tree.path();
    sources.nvidiaSmi = smi;
    sources.queryMs = queryMs;
    return readMachineFacts(sources);
}

/// A program of these shell lines.
QString program(Tree& tree, const QByteArray& lines)
{
    tree.add(QStringLiteral("bin/sample-smi"), "#!/bin/sh\n" + lines);
    const QString path = tree.path() + QStringLiteral("/bin/sample-smi");
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

class TestMachineFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
        QSKIP("recorded trees are read on Linux only");
#endif
    }

    void hybridOptimusLaptop()
    {
        Tree tree;
        QByteArray cpuinfo;
        for (int i = 0; i < 20; ++i) { // 6 fast cores with two threads, 8 efficient ones with one
            const int core = i < 12 ? i / 2 * 4 : 20 + i;
            cpuinfo += "processor\t: " + QByteArray::number(i)
                + "\nmodel name\t: 13th Gen Intel(R) Core(TM) i7-13700H\nphysical id\t: 0\ncore id\t: " + QByteArray::number(core)
                + "\nflags\t: " + modern + "\n\n";
        }
        tree.add(QStringLiteral("proc/cpuinfo"), cpuinfo).add(QStringLiteral("sys/devices/cpu_core/cpus"), "0-11\n");
        tree.add(QStringLiteral("sys/devices/cpu_atom/cpus"), "12-19\n").memory(16012345, 9437184);
        tree.add(QStringLiteral("sys/class/dmi/id/chassis_type"), "10\n").supply("BAT0", "Battery", "status", "Discharging");
        tree.supply("AC", "Mains", "online", "0").cache(0, "1", "Data", "48K").cache(1, "1", "Instruction", "32K");
        tree.cache(2, "2", "Unified", "1280K").cache(3, "3", "Unified", "24M");
        tree.pci("0000:00:02.0", "0x8086", "0xa7a0").pci("0000:01:00.0", "0x10de", "0x28a0", "0x030200");
        tree.add(QStringLiteral("proc/driver/nvidia/gpus/0000:01:00.0/information"), "Model: \t NVIDIA GeForce RTX 4060 Laptop GPU\n");
        const MachineProfile facts = factsOf(tree, program(tree, "echo 'NVIDIA GeForce RTX 4060 Laptop GPU, 8188, 550.54, 80.00'\n"));
        QCOMPARE(facts.threads, std::optional(20.0));
        QCOMPARE(facts.cores, std::optional(14.0));
        QCOMPARE(facts.performanceCores, std::optional(6.0));
        QCOMPARE(facts.efficiencyCores, std::optional(8.0));
        QCOMPARE(facts.simd, std::optional(Simd::Avx2));
        QCOMPARE(facts.cacheL1Kib, std::optional(48.0));
        QCOMPARE(facts.cacheL3Kib, std::optional(24576.0));
        QCOMPARE(facts.freeRam, std::optional(Gib{9.0}));
        QCOMPARE(facts.power, std::optional(PowerSupply::Battery));
        QCOMPARE(facts.laptop, std::optional(true));
        QCOMPARE(facts.gpus.size(), std::size_t(2));
        QCOMPARE(facts.gpus[0].name, std::string("NVIDIA GeForce RTX 4060 Laptop GPU"));
        QCOMPARE(facts.gpus[0].powerLimit, std::optional(Watts{80.0}));
        QCOMPARE(facts.gpus[0].driver, std::optional<std::string>("550.54"));
        QCOMPARE(facts.gpus[1].integrated, std::optional(true));
        QVERIFY(facts.missing.empty());
    }

    void amdWithSharedMemory()
    {
        Tree tree;
        tree.threads("AMD Ryzen 7 7840U w/ Radeon 780M Graphics", 16, 2, "sse2 avx avx2 avx512f").memory(31000000, 20000000);
        tree.pci("0000:64:00.0", "0x1002", "0x15bf").supply("ACAD", "Mains", "online", "1");
        tree.supply("BAT1", "Battery", "status", "Not charging");
        tree.add(QStringLiteral("sys/bus/pci/devices/0000:64:00.0/mem_info_vram_total"), "536870912\n");
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.cores, std::optional(8.0));
        QCOMPARE(facts.simd, std::optional(Simd::Avx512));
        QCOMPARE(facts.power, std::optional(PowerSupply::Mains));
        QCOMPARE(facts.gpus.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(facts.gpus[0].name).contains(QStringLiteral("780M")));
        QCOMPARE(facts.gpus[0].integrated, std::optional(true));
        QVERIFY(!facts.gpus[0].vram);     // it is the computer's own memory
        QVERIFY(!facts.performanceCores); // all are alike
    }

    void desktopWithTwoCards()
    {
        Tree tree;
        tree.threads("Intel(R) Core(TM) i9-10900X CPU @ 3.70GHz", 20, 2, "sse2 avx avx2 avx512f");
        tree.add(QStringLiteral("sys/class/dmi/id/chassis_type"), "3\n");
        const QString smi
            = program(tree, "echo 'NVIDIA GeForce RTX 3090, 24576, 535.1, 350.00'\necho 'NVIDIA GeForce RTX 3090, 24576, 535.1, [N/A]'\n");
        const MachineProfile facts = factsOf(tree, smi);
        QCOMPARE(facts.gpus.size(), std::size_t(2));
        QCOMPARE(facts.gpus[0].vram, std::optional(Gib{24.0}));
        QVERIFY(!facts.gpus[1].powerLimit);
        QCOMPARE(facts.laptop, std::optional(false));
        QVERIFY(!facts.ram); // no meminfo, no memory
    }

    void appleChip()
    {
        MachineProfile facts;
        readSysctlFacts(facts,
            "hw.physicalcpu: 10\nhw.logicalcpu: 10\nhw.perflevel0.physicalcpu: 8\nhw.perflevel1.physicalcpu: 2\n"
            "hw.l1dcachesize: 65536\nhw.l2cachesize: 4194304\nhw.memsize: 34359738368\nhw.optional.arm64: 1\n"
            "machdep.cpu.brand_string: Apple M1 Pro\nhw.serialnumber: never read\n");
        QCOMPARE(facts.cores, std::optional(10.0));
        QCOMPARE(facts.performanceCores, std::optional(8.0));
        QCOMPARE(facts.efficiencyCores, std::optional(2.0));
        QCOMPARE(facts.simd, std::optional(Simd::Neon));
        QCOMPARE(facts.cacheL2Kib, std::optional(4096.0));
        QCOMPARE(facts.ram, std::optional(Gib{32.0}));
        QCOMPARE(*facts.cpu, std::string("Apple M1 Pro"));
    }

    void oldMacWithHostileAnswers()
    {
        MachineProfile facts;
        readSysctlFacts(facts,
            "hw.physicalcpu: -4\nhw.logicalcpu: 99999999\nhw.perflevel0.physicalcpu: 4\nhw.l2cachesize: many\n"
            "hw.memsize: 0\n: x\nnonsense\nhw.optional.avx2_0: 1\n");
        QVERIFY(!facts.cores && !facts.threads && !facts.performanceCores && !facts.cacheL2Kib && !facts.ram && !facts.cpu);
        QCOMPARE(facts.simd, std::optional(Simd::Avx2));
    }

    void windowsLaptopsCard()
    {
        const auto cards = parseNvidiaSmi("NVIDIA GeForce GTX 1650 with Max-Q Design, 4096, 531.79, [N/A]\r\n");
        QCOMPARE(cards.size(), std::size_t(1));
        QCOMPARE(cards[0].vram, std::optional(Gib{4.0}));
        QVERIFY(!cards[0].powerLimit);
        const auto all = mergeGpus({{"NVIDIA GeForce GTX 1650", Gib{3.9}, true}, {"Intel(R) UHD Graphics", {}, false}}, cards);
        QCOMPARE(all.size(), std::size_t(2)); // one card, not two
        QCOMPARE(all[1].name, std::string("Intel(R) UHD Graphics"));
    }

    void cloudMachine()
    {
        Tree tree;
        tree.threads("AMD EPYC", 2, 1, "sse2 avx avx2 avx512f hypervisor").memory(8000000, 7000000);
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.virtualMachine, std::optional(true));
        QVERIFY(!facts.power); // nobody says
        QVERIFY(facts.gpus.empty());
        QVERIFY(!facts.coreLimit);
    }

    void containerWithLimits()
    {
        Tree tree;
        tree.threads("Sample Server", 64, 2, modern).memory(263000000, 200000000).add(QStringLiteral(".dockerenv"), {});
        tree.add(QStringLiteral("sys/fs/cgroup/cpu.max"), "150000 100000\n")
            .add(QStringLiteral("sys/fs/cgroup/memory.max"), "2147483648\n");
        tree.add(QStringLiteral("sys/fs/cgroup/memory.current"), "1073741824\n");
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.coreLimit, std::optional(1.5));
        QCOMPARE(facts.usableCores(), std::optional(1.5));
        QCOMPARE(facts.freeRam, std::optional(Gib{1.0}));
        QCOMPARE(facts.container, std::optional(true));
    }

    void limitsOfOuterGroupsAndOfVersionOne()
    {
        Tree nested;
        nested.threads("Sample", 8, 1, modern).add(QStringLiteral("proc/self/cgroup"), "0::/outer/inner\n");
        nested.add(QStringLiteral("sys/fs/cgroup/outer/inner/cpu.max"), "max 100000\n");
        nested.add(QStringLiteral("sys/fs/cgroup/outer/cpu.max"), "300000 100000\n");
        QCOMPARE(factsOf(nested).coreLimit, std::optional(3.0));
        Tree old;
        old.threads("Sample", 8, 1, modern).add(QStringLiteral("sys/fs/cgroup/cpu/cpu.cfs_quota_us"), "50000\n");
        old.add(QStringLiteral("sys/fs/cgroup/cpu/cpu.cfs_period_us"), "100000\n");
        QCOMPARE(factsOf(old).coreLimit, std::optional(0.5));
        old.add(QStringLiteral("sys/fs/cgroup/cpu/cpu.cfs_quota_us"), "-1\n");
        QVERIFY(!factsOf(old).coreLimit);
    }

    void smallArmBoard()
    {
        Tree tree;
        tree.add(QStringLiteral("proc/cpuinfo"),
            "processor\t: 0\nFeatures\t: fp asimd crc32\n\nprocessor\t: 1\nFeatures\t: fp asimd\n\nModel\t: Raspberry Pi 4 Model "
            "B\nSerial\t: 10000000abcdef01\n");
        tree.memory(3884340, 3000000);
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.threads, std::optional(2.0));
        QCOMPARE(facts.cores, std::optional(2.0));
        QCOMPARE(facts.simd, std::optional(Simd::Neon));
        QCOMPARE(*facts.cpu, std::string("Raspberry Pi 4 Model B"));
    }

    void bigAndLittleArm()
    {
        Tree tree;
        tree.add(QStringLiteral("proc/cpuinfo"), "processor : 0\nFeatures : asimd sve\nprocessor : 1\nprocessor : 2\nprocessor : 3\n");
        for (int i = 0; i < 4; ++i)
            tree.add(QStringLiteral("sys/devices/system/cpu/cpu%1/cpu_capacity").arg(i), i < 3 ? "381\n" : "1024\n");
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.performanceCores, std::optional(1.0));
        QCOMPARE(facts.efficiencyCores, std::optional(3.0));
        QCOMPARE(facts.simd, std::optional(Simd::Sve));
    }

    void chromebookWithTwoGib()
    {
        Tree tree;
        tree.threads("Intel(R) Celeron(R) N4000 CPU @ 1.10GHz", 2, 1, "sse2").memory(1900000, 600000);
        tree.add(QStringLiteral("sys/class/dmi/id/chassis_type"), "9\n").supply("usbc", "USB", "online", "1");
        tree.supply("mouse", "Battery", "status", "Discharging").supply("mouse", "Battery", "scope", "Device");
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.simd, std::optional(Simd::Sse2));
        QCOMPARE(facts.power, std::optional(PowerSupply::Mains));
        QVERIFY(facts.freeRam->value < 0.6);
    }

    void hostileTree()
    {
        Tree tree;
        tree.add(QStringLiteral("proc/cpuinfo"),
            QByteArray("processor : x\n").repeated(20000) + "model name : \x1b[31m<b>evil</b>\x07" + QByteArray(5000, 'n'));
        tree.add(QStringLiteral("proc/meminfo"), "MemTotal: -5 kB\nMemAvailable: 99999999999999 kB\n");
        tree.add(QStringLiteral("sys/devices/cpu_core/cpus"), "0-999999999,zz,5-1\n")
            .cache(0, "1", "Data", "-8K")
            .cache(1, "two", "Data", "8M");
        tree.add(QStringLiteral("sys/fs/cgroup/cpu.max"), "1 0\n").add(QStringLiteral("proc/self/cgroup"), "0::/../../etc\n");
        tree.add(QStringLiteral("proc/loadavg"), "nan");
        const MachineProfile facts = factsOf(tree);
        QCOMPARE(facts.threads, std::optional(4096.0));
        QVERIFY(!facts.ram && !facts.freeRam && !facts.cacheL1Kib && !facts.cacheL2Kib && !facts.coreLimit && !facts.performanceCores);
        QVERIFY(facts.cpu->size() <= 130 && facts.cpu->find('\x1b') == std::string::npos);
        QCOMPARE(busyShare(facts, tree.path()), 0.0);
    }

    void nothingAtAll()
    {
        const Tree tree;
        MachineProfile expected;
        expected.os = Os::Linux;
        QVERIFY(factsOf(tree) == expected);
    }

    void aBusyMachine()
    {
        Tree tree;
        tree.threads("Sample", 4, 1, modern).add(QStringLiteral("proc/loadavg"), "2.00 1.00 0.50 1/100 5\n");
        QCOMPARE(busyShare(factsOf(tree), tree.path()), 0.5);
    }

    void nvidiaSmiThatHangsFailsOrFloods_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("hangs") << QByteArray("trap '' TERM\nsleep 20\n");
        QTest::newRow("answers, then hangs") << QByteArray("echo 'Card, 8192, 1, 2'\nsleep 20\n");
        QTest::newRow("fails") << QByteArray("echo 'Card, 8192, 1, 2'\nexit 9\n");
        QTest::newRow("floods") << QByteArray("while :; do echo 'Card, 8192, 1, 2'; done\n");
        QTest::newRow("explains") << QByteArray("echo 'NVIDIA-SMI has failed because it could not talk to the driver.'\n");
    }
    void nvidiaSmiThatHangsFailsOrFloods()
    {
        QFETCH(QByteArray, lines);
        Tree tree;
        const QString smi = program(tree, lines);
        QElapsedTimer timer;
        timer.start();
        const MachineProfile facts = factsOf(tree, smi, 500);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(facts.gpus.empty());
        QCOMPARE(facts.missing, std::vector<Missing>{Missing::GpuQuery});
    }

    void nvidiaSmiLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("cards");
        QTest::newRow("empty") << QByteArray() << 0;
        QTest::newRow("too few") << QByteArray("A, 1") << 0;
        QTest::newRow("too many") << QByteArray("A, 8192, 1, 2, 3") << 0;
        QTest::newRow("no name") << QByteArray(" , 8192, 1, 2") << 0;
        QTest::newRow("not available") << QByteArray("[N/A], 8192, 1, 2") << 0;
        QTest::newRow("good") << QByteArray("A, 8192, 1, 2") << 1;
        QTest::newRow("a thousand") << QByteArray("A, 8192, 1, 2\n").repeated(1000) << 32;
        QTest::newRow("binary") << QByteArray(5000, '\0') << 0;
    }
    void nvidiaSmiLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, cards);
        QCOMPARE(static_cast<int>(parseNvidiaSmi(line).size()), cards);
    }

    void nonsenseFiguresOfACardStayUnknown()
    {
        const auto cards = parseNvidiaSmi("A, -5, [N/A], 1e99\n");
        QCOMPARE(cards.size(), std::size_t(1));
        QVERIFY(!cards[0].vram && !cards[0].driver && !cards[0].powerLimit);
    }
};

QTEST_GUILESS_MAIN(TestMachineFacts)
#include "tst_machinefacts.moc"
