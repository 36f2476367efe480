// 1,000 copies of the shipped catalogue with up to three bits turned: refused with a reason, or what lies in unused bytes, which changes
// nothing.
#include "db/cataloguefile.h"
#include "tests/support/catalogfixture.h"
#include "tests/support/paths.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace rightrig;
using namespace rightrig::test;

namespace {

using CatalogPtr = std::shared_ptr<const Catalog>;

constexpr int copies = 50; ///< of each seed

bool sayTheSame(const Catalog& ours, const Catalog& other)
{
    const auto same = [](const auto& left, const auto& right, const auto& equal) {
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), equal);
    };
    return same(ours.offers, other.offers, [](const Offer& a, const Offer& b) {
        return a.id == b.id && a.machine == b.machine && a.price == b.price && a.region == b.region && a.source.asOf == b.source.asOf
            && a.source.text == b.source.text;
    }) && same(ours.machines, other.machines, [](const Machine& a, const Machine& b) {
        return a.id == b.id && a.name == b.name && a.cpu == b.cpu && a.accelerator == b.accelerator && a.ram == b.ram && a.tgp == b.tgp
            && a.aliases == b.aliases && a.notes == b.notes;
    }) && same(ours.devices, other.devices, [](const Device& a, const Device& b) {
        return a.id == b.id && a.aliases == b.aliases && a.vram == b.vram && a.halfTflops == b.halfTflops && a.notes == b.notes;
    }) && same(ours.assumptions, other.assumptions, [](const Assumption& a, const Assumption& b) {
        return a.name == b.name && a.value == b.value && a.low == b.low && a.high == b.high;
    });
}

QByteArray flipped(QByteArray bytes, std::mt19937& random)
{
    for (unsigned flips = 1 + random() % 3; flips > 0; --flips) {
        const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
        bytes[at] = static_cast<char>(bytes[at] ^ (1U << random() % 8));
    }
    return bytes;
}

} // namespace

class TestChangedCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChangedByteIsNoticed_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed) // one of 1,000 copies could take longer than a test may
            QTest::addRow("seed %u", seed) << seed;
    }
    void everyChangedByteIsNoticed()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const QByteArray good = readFile(testCatalogue());
        const auto ours = openCatalogue(testCatalogue());
        QVERIFY(std::holds_alternative<CatalogPtr>(ours));
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("flipped.db"));
        int refused = 0;
        for (int round = 0; round < copies; ++round) {
            const QByteArray bytes = flipped(good, random);
            QVERIFY(writeFile(path, bytes));
            const auto opened = openCatalogue(path);
            if (const auto* error = std::get_if<DbError>(&opened)) {
                QVERIFY2(error->text.contains(QStringLiteral("flipped.db: ")) && error->text.size() < 1000, qPrintable(error->text));
                ++refused;
            } else {
                QVERIFY2(sayTheSame(*std::get<CatalogPtr>(ours), *std::get<CatalogPtr>(opened)), qPrintable(QString::number(round)));
            }
        }
        QVERIFY2(refused > copies / 2, qPrintable(QString::number(refused)));
        QVERIFY(readFile(testCatalogue()) == good);
    }
};

QTEST_GUILESS_MAIN(TestChangedCatalogue)
#include "tst_changedcatalogue.moc"
