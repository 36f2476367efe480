// The words for a class of computers: how many prices, from where to where, and which computers for example.
#include "models/qt/priceclasstext.h"

#include <QtTest>

using namespace rightrig;

class TestPriceClassText : public QObject
{
    Q_OBJECT

private:
    static Catalog catalog()
    {
        Catalog catalog;
        for (const char* name : {"Dear\nOne", "Cheap One", "Class"}) {
            Machine machine;
            machine.id = machine.name = name;
            catalog.machines.push_back(machine);
        }
        for (int i = 0; i < 3; ++i) {
            Offer offer;
            offer.id = "offer-" + std::to_string(i);
            offer.machine = i;
            offer.price = Money{i == 0 ? 1500.0 : i == 1 ? 700.0 : 1100.0, CurrencyCode("USD")};
            catalog.offers.push_back(offer);
        }
        catalog.offers[2].builtFrom = {0, 1};
        catalog.index();
        return catalog;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void namesSpanAndExamples()
    {
        const Catalog known = catalog();
        const QString text = priceClassText(known, known.offers[2]);
        QVERIFY2(text.contains(QLatin1String("2 price(s)")) || text.contains(QLatin1String("2 prices")), qPrintable(text));
        QVERIFY(text.contains(QLatin1String("700")) && text.contains(QLatin1String("1,500")));
        QVERIFY(text.indexOf(QLatin1String("Cheap One")) < text.indexOf(QLatin1String("Dear")));
        QVERIFY(!text.contains(QLatin1Char('\n'))); // a name cannot break the line
        QVERIFY(priceSpanText(known, known.offers[2]).contains(QLatin1String("700")));
    }
    void isSilentAboutNamedComputers()
    {
        const Catalog known = catalog();
        QVERIFY(priceClassText(known, known.offers[0]).isEmpty());
        QVERIFY(priceSpanText(known, known.offers[0]).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPriceClassText)
#include "tst_priceclasstext.moc"
