#include "models/qt/glossary.h"

#include <QSet>
#include <QtTest>

using namespace rightrig;

namespace {

QStringList terms(const QString& text)
{
    QStringList found;
    const QList<GlossaryEntry> entries = glossaryFor(text);
    for (const GlossaryEntry& entry : entries)
        found += entry.term;
    return found;
}

} // namespace

class TestGlossary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCompleteAndPlain()
    {
        QVERIFY(glossary().size() >= 35);
        QSet<QString> seen;
        for (const GlossaryEntry& entry : glossary()) {
            QVERIFY2(!seen.contains(entry.term.toLower()), qPrintable(entry.term));
            seen.insert(entry.term.toLower());
            QVERIFY2(entry.text.endsWith(QLatin1Char('.')), qPrintable(entry.text));
            QVERIFY2(!entry.term.contains(QLatin1Char('/')), qPrintable(entry.term));
            QVERIFY2(!entry.text.contains(QLatin1Char('<')), qPrintable(entry.text));
            const QStringList sentences = entry.text.split(QStringLiteral(". "));
            for (const QString& sentence : sentences)
                QVERIFY2(sentence.split(QLatin1Char(' ')).size() <= 20, qPrintable(sentence));
        }
    }

    void explainsTheWordsThisProgramUses_data()
    {
        QTest::addColumn<QString>("term");
        for (const char* term : {"VRAM", "RAM", "GPU", "fine-tuning", "LoRA", "QLoRA", "epoch", "batch size", "spot", "throughput", "TGP",
                 "unified memory", "CUDA", "integrated graphics", "amortisation", "kWh"})
            QTest::newRow(term) << QString::fromLatin1(term);
    }
    void explainsTheWordsThisProgramUses()
    {
        QFETCH(QString, term);
        QVERIFY(terms(term).contains(term));
    }

    void isSorted()
    {
        QVERIFY(std::is_sorted(glossary().begin(), glossary().end(), [](const GlossaryEntry& left, const GlossaryEntry& right) {
            return QString::compare(left.term, right.term, Qt::CaseInsensitive) < 0;
        }));
    }

    void findsWholeWordsOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("abbreviation") << QStringLiteral("It has 8 GB of VRAM.") << QStringList{QStringLiteral("VRAM")};
        QTest::newRow("not inside a word") << QStringLiteral("QLoRAs and diagrams") << QStringList();
        QTest::newRow("an animal") << QStringLiteral("a ram") << QStringList();
        QTest::newRow("another spelling") << QStringLiteral("Two graphics cards") << QStringList{QStringLiteral("GPU")};
        QTest::newRow("any case") << QStringLiteral("Epochs matter") << QStringList{QStringLiteral("epoch")};
        QTest::newRow("nothing") << QString() << QStringList();
    }
    void findsWholeWordsOnly()
    {
        QFETCH(QString, text);
        QTEST(terms(text), "found");
    }
};

QTEST_APPLESS_MAIN(TestGlossary)
#include "tst_glossary.moc"
