// `class handout`: one page from a course profile, and what is said when there is none.
#include "tests/support/programrunner.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rightrig::test;
using rightrig::sourcePath;

class TestHandoutCommand : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] static QString course() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    [[nodiscard]] static Ran handout(const QStringList& words)
    {
        return runProgram(QStringList{QStringLiteral("class"), QStringLiteral("handout")} + words);
    }
    [[nodiscard]] static QString out() { return QStringLiteral("--out"); }

private Q_SLOTS:
    void writesOnePage()
    {
        const Ran ran = handout({course(), out(), path("a.pdf")});
        QVERIFY2(ran.code == 0, ran.err.constData());
        QVERIFY(ran.out.isEmpty() && ran.err.isEmpty());
        QVERIFY(fileBytes(path("a.pdf")).startsWith("%PDF-"));
        QCOMPARE(handout({QStringLiteral("--course"), course(), out(), path("b.pdf")}).code, 0);
        QCOMPARE(fileBytes(path("b.pdf")), fileBytes(path("a.pdf")));
        QCOMPARE(handout({course(), out(), path("c.pdf"), QStringLiteral("--paper"), QStringLiteral("Letter")}).code, 0);
        const QString info = runTool(QStringLiteral("pdfinfo"), {path("c.pdf")}).text();
        QVERIFY2(info.contains(QLatin1String("letter")) && info.contains(QLatin1String("Pages:           1")), qPrintable(info));
    }

    void wrongUseIsTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("no course") << QStringList{out(), path("x.pdf")} << QStringLiteral("name one course");
        QTest::newRow("two courses") << QStringList{course(), course(), out(), path("x.pdf")} << QStringLiteral("one word too many");
        QTest::newRow("both ways") << QStringList{course(), QStringLiteral("--course"), course(), out(), path("x.pdf")}
                                   << QStringLiteral("name one course");
        QTest::newRow("no PDF") << QStringList{course()} << QStringLiteral("name the PDF to write with --out");
        QTest::newRow("not a PDF") << QStringList{course(), out(), path("x.txt")} << QStringLiteral("name the PDF to write with --out");
    }
    void wrongUseIsTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        const Ran ran = handout(words);
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.errorText().contains(says), ran.err.constData());
        QVERIFY(ran.errorText().contains(QLatin1String("class handout COURSE.json --out FILE.pdf")));
    }

    void failuresNameTheFile_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        QTest::newRow("hostile") << QByteArray("\"due_week\": 7") << QByteArray("\"due_week\": 700")
                                 << QStringLiteral("odd.json: assignments[2].due_week: 700 is above 60");
        QTest::newRow("cut") << QByteArray("\"notes\"") << QByteArray("\"no") << QStringLiteral("odd.json: ");
    }
    void failuresNameTheFile()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        QVERIFY(writeBytes(path("odd.json"), fileBytes(course()).replace(from, to)));
        const Ran ran = handout({path("odd.json"), out(), path("odd.pdf")});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.errorText().contains(says), ran.err.constData());
        QVERIFY(fileBytes(path("odd.pdf")).isEmpty());
    }

    void whatCannotBeWrittenIsSaid()
    {
        const Ran ran = handout({course(), out(), QStringLiteral("/nowhere/at/all.pdf")});
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.errorText().contains(QLatin1String("/nowhere/at")), ran.err.constData());
    }

    void notesGoToStandardError()
    {
        QByteArray json = fileBytes(course());
        json.replace("\"language\": \"en\"", "\"language\": \"de\"").replace("images-resnet18", "images-nobody");
        QVERIFY(writeBytes(path("german.json"), json));
        const Ran ran = handout({path("german.json"), out(), path("german.pdf")});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.errorText().contains(QLatin1String("does not speak the course's language (de)")), ran.err.constData());
        QVERIFY(ran.errorText().contains(QLatin1String("'images-nobody' is not in the catalogue")));
        QVERIFY(ran.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHandoutCommand)
#include "tst_handout.moc"
