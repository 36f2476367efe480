// The PDF as its readers get it, taken apart with the usual tools.
#include "db/cataloguefile.h"
#include "db/documents/answersfile.h"
#include "models/qt/accuracytext.h"
#include "models/qt/calibration.h"
#include "models/qt/checkedfile.h"
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"
#include "ui/report/report.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig;
using namespace rightrig::test;

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isAWholePdf();
    void saysWhatItIs();
    void paperSizes_data();
    void paperSizes();
    void everyPageIsNumbered();
    void textCanBeSearched();
    void everySectionIsThere();
    void saysHowAccurateItIs();
    void fontsAreEmbedded();
    void nothingIsAPicture();
    void sameInputSameBytes();
    void theDateIsTheCallers();
    void hostileNamesArePlainText_data();
    void hostileNamesArePlainText();
    void readableWithoutAnswers();
    void usefulWhereNothingFits();
    void nothingToReportIsSaid();

private:
    QByteArray render(const Answers& answers, QPageSize::PageSizeId paper = QPageSize::A4, QDate today = QDate(2026, 11, 23)) const;
    QString saved(const QByteArray& pdf, const char* name);
    QString textOf(const QString& path) const;

    std::shared_ptr<const Catalog> m_catalog;
    Answers m_answers;
    QByteArray m_pdf;
    QString m_path;
    QTemporaryDir m_folder;
};

QByteArray TestReport::render(const Answers& answers, QPageSize::PageSizeId paper, QDate today) const
{
    const Results results = recommend(answers, *m_catalog);
    const auto pdf = renderReport(results, whatWouldChange(results, *m_catalog), *m_catalog, {paper, today});
    if (const auto* problem = std::get_if<QString>(&pdf))
        qWarning("%s", qPrintable(*problem));
    return std::holds_alternative<QByteArray>(pdf) ? std::get<QByteArray>(pdf) : QByteArray();
}

QString TestReport::saved(const QByteArray& pdf, const char* name)
{
    const QString path = m_folder.filePath(QLatin1String(name));
    return writeBytes(path, pdf) ? path : QString();
}

QString TestReport::textOf(const QString& path) const
{
    return runTool(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")}).text();
}

void TestReport::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto opened = openCatalogue(testCatalogue());
    QVERIFY(std::holds_alternative<std::shared_ptr<const Catalog>>(opened));
    m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
    auto answers = readAnswers(fileBytes(sampleAnswers()));
    QVERIFY(std::holds_alternative<Answers>(answers));
    m_answers = std::get<Answers>(answers);
    m_pdf = render(m_answers);
    QVERIFY(m_pdf.startsWith("%PDF-1."));
    m_path = saved(m_pdf, "report.pdf");
    QVERIFY(!m_path.isEmpty());
}

void TestReport::isAWholePdf()
{
    const Ran ran = runTool(QStringLiteral("pdfinfo"), {m_path});
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.err, QByteArray());
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    const int count = pages.match(ran.text()).captured(1).toInt();
    QVERIFY2(count >= 2 && count <= 8, ran.out.constData());
}

void TestReport::saysWhatItIs()
{
    const QString info = runTool(QStringLiteral("pdfinfo"), {m_path}).text();
    QVERIFY(info.contains(QLatin1String("Your computer for machine learning")));
    QVERIFY(info.contains(QLatin1String("RightRig")));
    QVERIFY(m_pdf.contains("/Lang (en)"));
    QVERIFY(m_pdf.contains("/DisplayDocTitle true"));
}

void TestReport::paperSizes_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<QRegularExpression>("points");
    QTest::newRow("A4") << static_cast<int>(QPageSize::A4)
                        << QRegularExpression(QStringLiteral("Page size:\\s+595(\\.\\d+)? x 84[12](\\.\\d+)? pts"));
    QTest::newRow("Letter") << static_cast<int>(QPageSize::Letter) << QRegularExpression(QStringLiteral("Page size:\\s+612 x 792 pts"));
}

void TestReport::paperSizes()
{
    QFETCH(int, paper);
    QFETCH(QRegularExpression, points);
    const QString path = saved(render(m_answers, static_cast<QPageSize::PageSizeId>(paper)), "paper.pdf");
    const Ran ran = runTool(QStringLiteral("pdfinfo"), {path});
    QVERIFY2(points.match(ran.text()).hasMatch(), ran.out.constData());
}

void TestReport::everyPageIsNumbered()
{
    const QStringList pages = textOf(m_path).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY(pages.size() >= 2);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QString number = QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size());
        QVERIFY2(pages.at(i).contains(number), qPrintable(number));
        QVERIFY2(pages.at(i).simplified().size() > 150, qPrintable(QStringLiteral("page %1 is almost empty: ").arg(i + 1) + pages.at(i)));
    }
}

void TestReport::textCanBeSearched()
{
    const QString text = textOf(m_path);
    for (const QChar letter : text) {
        const bool ligature = letter.unicode() >= 0xFB00 && letter.unicode() <= 0xFB06;
        QVERIFY2(!ligature, "a ligature stands for two letters");
        QVERIFY2(letter != QChar::Tabulation && letter != QChar::ObjectReplacementCharacter && letter != QChar::ReplacementCharacter,
            qPrintable(QString::number(letter.unicode(), 16)));
    }
    QVERIFY(text.contains(QLatin1String("Sample Student")));
    QVERIFY(text.contains(QLatin1String("23 November 2026")));
}

void TestReport::everySectionIsThere()
{
    const QString text = textOf(m_path).simplified();
    for (const char* section : {"Why", "Other good choices", "Cost against training time", "Cost over time", "The options side by side",
             "Your training jobs", "What was assumed", "How accurate are these numbers?", "Sources"})
        QVERIFY2(text.contains(QLatin1String(section)), section);
}

/// The same words and figures as the window and README have, the chart's legend, and who published the runs.
void TestReport::saysHowAccurateItIs()
{
    const AccuracyReport report = accuracyOf(*m_catalog, *resolveConstants(*m_catalog, Answers{}));
    const QString text = textOf(m_path).simplified();
    for (const AccuracyLine& line : accuracyByJob(report.summary) + accuracyByMachine(report))
        QVERIFY2(text.contains(accuracyCells(line).join(QLatin1Char(' '))), qPrintable(line.name));
    for (const QString& note : accuracyNotes(report))
        QVERIFY2(text.contains(note), qPrintable(note));
    QVERIFY(text.contains(calibrationChart(report).summary));
    QVERIFY(text.contains(QLatin1String("outside our range")));
    QVERIFY(text.contains(QLatin1String("szilard/GBM-perf")));
    Catalog bare = *m_catalog;
    bare.checkpoints.clear();
    const Results results = recommend(m_answers, bare);
    const auto pdf = renderReport(results, {}, bare, {QPageSize::A4, QDate(2026, 11, 23)});
    QVERIFY(std::holds_alternative<QByteArray>(pdf));
    QVERIFY(!textOf(saved(std::get<QByteArray>(pdf), "bare.pdf")).contains(QLatin1String("How accurate")));
}

void TestReport::fontsAreEmbedded()
{
    const QStringList lines = runTool(QStringLiteral("pdffonts"), {m_path}).text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 4); // two lines of header, at least regular and bold
    for (qsizetype i = 2; i < lines.size(); ++i) {
        // columns from the right: object (2), uni, sub, emb
        const QStringList columns = lines.at(i).simplified().split(QLatin1Char(' '));
        QCOMPARE(columns.at(columns.size() - 5), QStringLiteral("yes"));
        QCOMPARE(columns.at(columns.size() - 3), QStringLiteral("yes"));
    }
}

void TestReport::nothingIsAPicture()
{
    const QStringList lines
        = runTool(QStringLiteral("pdfimages"), {QStringLiteral("-list"), m_path}).text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2); // the header alone
}

void TestReport::sameInputSameBytes() { QCOMPARE(render(m_answers), m_pdf); }

void TestReport::theDateIsTheCallers()
{
    const QByteArray later = render(m_answers, QPageSize::A4, QDate(2027, 1, 2));
    QVERIFY(later != m_pdf);
    const Ran info = runTool(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates"), saved(later, "later.pdf")});
    QVERIFY2(info.out.contains("2027-01-02T00:00:00Z"), info.out.constData());
}

void TestReport::hostileNamesArePlainText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << QStringLiteral("<img src=file:///etc/passwd><b>x</b>")
                            << QStringLiteral("<img src=file:///etc/passwd><b>x</b>");
    QTest::newRow("entity") << QStringLiteral("a &lt; b &amp; c") << QStringLiteral("a &lt; b &amp; c");
    QTest::newRow("arguments") << QStringLiteral("%1 %2 %s") << QStringLiteral("%1 %2 %s");
    QTest::newRow("right to left override") << QStringLiteral("abc\u202Edef") << QStringLiteral("abcdef");
    QTest::newRow("very long") << QString(300, QLatin1Char('w')) << QString(60, QLatin1Char('w'));
}

void TestReport::hostileNamesArePlainText()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    Answers answers = m_answers;
    answers.studentName = name.toStdString();
    Candidate candidate;
    candidate.name = name.toStdString();
    candidate.form = FormFactor::Laptop;
    candidate.price = Money{999.0, CurrencyCode("USD")};
    answers.candidates = {candidate};
    const QString path = saved(render(answers), "hostile.pdf");
    const QString text = textOf(path).simplified().remove(QLatin1Char(' '));
    QVERIFY2(text.count(shown.simplified().remove(QLatin1Char(' '))) >= 1, qPrintable(text.left(300)));
    QVERIFY(!text.contains(QChar(0x202E)));
    QCOMPARE(runTool(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path}).text().count(QLatin1Char('\n')), 2);
}

void TestReport::readableWithoutAnswers()
{
    const QString text = textOf(saved(render(Answers{}), "empty.pdf")).simplified();
    QVERIFY(text.contains(QLatin1String("What was assumed")));
    static const QRegularExpression noNumber(QStringLiteral("\\b(nan|inf)\\b")); // as words: a source may be called so
    QVERIFY2(!noNumber.match(text).hasMatch(), qPrintable(noNumber.match(text).captured()));
}

void TestReport::usefulWhereNothingFits()
{
    Answers answers;
    answers.goals = std::vector{Goal::Tables};
    answers.computer.emplace().kind = ComputerKind::None;
    answers.budgetUpfront = answers.budgetMonthly = Money{0.0, CurrencyCode("USD")};
    const QString text = textOf(saved(render(answers), "nothing.pdf")).simplified();
    for (const char* part : {"Nothing we know does all this", "Please check these answers", "Without a computer and without money",
             "What you can do now", "Ask your school", "What comes closest"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
    for (const char* part : {"This is the recommendation", "recommended computer", "Other good choices"})
        QVERIFY2(!text.contains(QLatin1String(part)), part);
}

void TestReport::nothingToReportIsSaid()
{
    const auto pdf = renderReport(Results{}, {}, *m_catalog, {});
    QVERIFY(std::holds_alternative<QString>(pdf));
    QVERIFY(!std::get<QString>(pdf).isEmpty());
}

QTEST_MAIN(TestReport)
#include "tst_report.moc"
