// Names are found by their hashes: in the form they are compared in, the first added first, and never a wrong one.
#include "models/domain/catalog.h"
#include "models/domain/nameindex.h"

#include <QtTest>

#include <random>

using namespace rightrig;

class TestNameIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesWhatIsCompared_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("normalised");
        QTest::newRow("plain") << QByteArray("rtx 4090") << QByteArray("rtx 4090");
        QTest::newRow("capitals") << QByteArray("RTX 4090") << QByteArray("rtx 4090");
        QTest::newRow("blanks") << QByteArray(" \t RTX \n\r 4090\f ") << QByteArray("rtx 4090");
        QTest::newRow("letters beyond ASCII") << QByteArray("\xC3\x84ther") << QByteArray("\xC3\x84ther");
        QTest::newRow("nothing") << QByteArray(" \t ") << QByteArray();
    }
    void hashesWhatIsCompared()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, normalised);
        QCOMPARE(normalisedName(name.toStdString()), normalised.toStdString());
        QCOMPARE(nameHash(name.toStdString()), nameHash(normalised.toStdString()));
        QCOMPARE(nameHash(name.toStdString()) == 0, normalised.isEmpty());
    }

    void findsTheFirstThatFits()
    {
        NameIndex index;
        QCOMPARE(index.find(5, [](int) { return true; }), -1); // empty
        index.reset(5);
        for (const int item : {7, 3, 7, 9})
            index.add(5, item);
        index.add(5 + (std::uint64_t{1} << 60U), 4); // another name in the same place
        index.add(0, 1);                             // no name
        QCOMPARE(index.find(5, [](int) { return true; }), 7);
        QCOMPARE(index.find(5, [](int item) { return item != 7; }), 3);
        QCOMPARE(index.find(5, [](int item) { return item == 9; }), 9);
        QCOMPARE(index.find(5, [](int) { return false; }), -1); // the hash is there, the name is another one
        QCOMPARE(index.find(5 + (std::uint64_t{1} << 60U), [](int) { return true; }), 4);
        QCOMPARE(index.find(6, [](int) { return true; }), -1);
        QCOMPARE(index.find(0, [](int) { return true; }), -1);
        index.add(6, 2); // the last there is room for
        QVERIFY_THROWS_EXCEPTION(std::logic_error, index.add(8, 2));
        index.reset(1);
        QCOMPARE(index.find(5, [](int) { return true; }), -1);
    }

    void saysWhatASlowSearchSays()
    {
        std::mt19937 random(11);
        const auto name = [&] { return std::string(1, static_cast<char>('a' + random() % 5)) + std::to_string(random() % 40); };
        Catalog catalog;
        for (int i = 0; i < 60; ++i) {
            Device device;
            device.id = "id-" + std::to_string(i);
            device.name = name();
            device.kind = random() % 2 == 0 ? DeviceKind::Cpu : DeviceKind::Gpu;
            for (unsigned aliases = random() % 6; aliases > 0; --aliases)
                device.aliases.push_back(name());
            catalog.devices.push_back(device);
        }
        catalog.index();
        const auto slow = [&](const std::string& wanted, DeviceKind kind) {
            const auto search = [&](const auto& has) {
                for (std::size_t i = 0; i < catalog.devices.size(); ++i) {
                    if (catalog.devices[i].kind == kind && has(catalog.devices[i]))
                        return static_cast<int>(i);
                }
                return -1;
            };
            const int named = search([&](const Device& device) { return device.name == wanted; });
            return named >= 0 ? named : search([&](const Device& device) {
                return std::find(device.aliases.begin(), device.aliases.end(), wanted) != device.aliases.end();
            });
        };
        int hits = 0;
        for (int i = 0; i < 1000; ++i) {
            const std::string wanted = name();
            const DeviceKind kind = i % 2 == 0 ? DeviceKind::Cpu : DeviceKind::Gpu;
            const int found = catalog.findDevice(" " + wanted + " ", kind);
            QCOMPARE(found, slow(wanted, kind));
            hits += found >= 0 ? 1 : 0;
        }
        QVERIFY(hits > 100 && hits < 1000);
        const Catalog copy = catalog; // looks into its own devices
        QCOMPARE(copy.findDevice("id-5"), 5);
    }
};

QTEST_APPLESS_MAIN(TestNameIndex)
#include "tst_nameindex.moc"
