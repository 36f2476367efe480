// What is said beside an option: common misconceptions, and what to ask the school.
#include "models/qt/reasontext.h"

#include "tests/qt/sampleresults.h"

#include <QtTest>

using namespace rightrig;

namespace {

void verifyShort(const QString& text)
{
    QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
    const QStringList sentences = text.split(QStringLiteral(". "));
    for (const QString& sentence : sentences)
        QVERIFY2(sentence.split(QLatin1Char(' ')).size() <= 20, qPrintable(sentence));
}

} // namespace

class TestHonestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFromTheSchoolGetsANote_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("word");
        QTest::newRow("lab") << QStringLiteral("school-lab") << QStringLiteral("lab");
        QTest::newRow("server") << QStringLiteral("school-server") << QStringLiteral("server");
        QTest::newRow("loan") << QStringLiteral("school-loan") << QStringLiteral("laptops");
    }
    void everythingFromTheSchoolGetsANote()
    {
        QFETCH(QString, id);
        QFETCH(QString, word);
        Results results = sample::results();
        QVERIFY(schoolNotes(results).isEmpty());
        Option school;
        school.id = id.toStdString();
        school.kind = OptionKind::Lab;
        school.fit = Fit::Unknown;
        results.options.push_back(school);
        const QStringList notes = schoolNotes(results);
        QCOMPARE(notes.size(), 1);
        verifyShort(notes.first());
        QVERIFY2(notes.first().contains(word), qPrintable(notes.first()));
        results.options.back().fit = Fit::Yes; // it is described: its own reasons say the rest
        QVERIFY(schoolNotes(results).isEmpty());
    }

    void creditsAreSaidWhetherUsedOrLeft()
    {
        Results results = sample::results();
        results.settled.credits = Money{50.0, sample::usd};
        results.best.option = 2;
        results.options[2].cost.credits = 0.0;
        QVERIFY2(schoolNotes(results).join(QLatin1Char(' ')).contains(QStringLiteral("50 USD are left")), "credits left");
        results.options[2].cost.credits = -20.0;
        QVERIFY2(schoolNotes(results).join(QLatin1Char(' ')).contains(QStringLiteral("pay 20 USD")),
            qPrintable(schoolNotes(results).constFirst()));
    }

    void honestNotesFollowTheOption()
    {
        Results results = sample::results();
        Catalog catalog;
        Device card;
        card.id = card.name = "GeForce RTX 4060 Laptop GPU";
        card.segment = Segment::Laptop;
        card.vendor = Vendor::Nvidia;
        catalog.devices = {card};
        Machine machine;
        machine.accelerator = 0;
        catalog.machines = {machine};
        catalog.index();
        results.options[3].machine = 0;
        const QString laptop = honestNotes(results.options[3], results, catalog).join(QLatin1Char(' '));
        QVERIFY2(laptop.contains(QStringLiteral("slower than the desktop card")), qPrintable(laptop));
        QVERIFY2(laptop.contains(QStringLiteral("tables")), qPrintable(laptop));
        const QString rent = honestNotes(results.options[2], results, catalog).join(QLatin1Char(' '));
        QVERIFY2(rent.contains(QStringLiteral("switch it off")) && !rent.contains(QStringLiteral("Heat")), qPrintable(rent));
        for (const Option& option : results.options) {
            const QStringList notes = honestNotes(option, results, catalog);
            QVERIFY(!notes.isEmpty());
            for (const QString& note : notes)
                verifyShort(note);
        }
        results.options[0].kind = OptionKind::None;
        QVERIFY(honestNotes(results.options[0], results, catalog).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHonestNotes)
#include "tst_honestnotes.moc"
