// The handout as its readers get it: one page, in plain text, the same bytes each time.
#include "db/cataloguefile.h"
#include "db/documents/coursefile.h"
#include "tests/support/coursefixture.h"
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"
#include "ui/report/handout.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig;
using namespace rightrig::test;

class TestHandout : public QObject
{
    Q_OBJECT
    std::shared_ptr<const Catalog> m_catalog;
    Course m_sample;
    QTemporaryDir m_folder;

    [[nodiscard]] std::variant<Handout, QString> made(const Course& course, QPageSize::PageSizeId paper = QPageSize::A4) const
    {
        ReportOptions options;
        options.paper = paper;
        options.today = QDate(2026, 11, 23);
        return renderHandout(course, previewOf(course, *m_catalog), *m_catalog, options);
    }
    [[nodiscard]] Handout handout(const Course& course, QPageSize::PageSizeId paper = QPageSize::A4) const
    {
        const auto result = made(course, paper);
        if (const auto* problem = std::get_if<QString>(&result))
            qWarning("%s", qPrintable(*problem));
        return std::holds_alternative<Handout>(result) ? std::get<Handout>(result) : Handout{{}, 0};
    }
    [[nodiscard]] QString saved(const Handout& handout) const
    {
        const QString path = m_folder.filePath(QStringLiteral("handout.pdf"));
        return writeBytes(path, handout.pdf) ? path : QString();
    }
    [[nodiscard]] QString textOf(const Handout& handout) const
    {
        return runTool(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), saved(handout), QStringLiteral("-")}).text();
    }
    [[nodiscard]] QString info(const Handout& handout) const { return runTool(QStringLiteral("pdfinfo"), {saved(handout)}).text(); }
    /// The sample with this many assignments, and as much text as its schema lets a teacher write beside them.
    [[nodiscard]] Course longCourse(int assignments) const
    {
        Course course = m_sample;
        for (int i = static_cast<int>(course.assignments.size()); i < assignments; ++i) {
            Assignment one = m_sample.assignments[static_cast<std::size_t>(i) % m_sample.assignments.size()];
            one.id = "a" + std::to_string(i + 1);
            one.dueWeek = i + 1;
            course.assignments.push_back(one);
        }
        course.assignments.resize(static_cast<std::size_t>(assignments));
        for (Assignment& one : course.assignments)
            one.title += ", with a title as long as titles become when they say everything";
        course.notes.assign(
            6, "A note that is as long as a note of a teacher who cares about the class and its computers may well become.");
        return course;
    }
    [[nodiscard]] bool fontsAreEmbedded(const Handout& sample) const
    {
        const QString fonts = runTool(QStringLiteral("pdffonts"), {saved(sample)}).text();
        return fonts.count(QLatin1String("DejaVu")) == 2 && fonts.count(QLatin1String(" yes no  yes ")) == 2;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        auto opened = openCatalogue(testCatalogue());
        QVERIFY(std::holds_alternative<std::shared_ptr<const Catalog>>(opened));
        m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
        auto read = readCourse(fileBytes(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json"))));
        QVERIFY(std::holds_alternative<Course>(read));
        m_sample = std::get<Course>(std::move(read));
    }

    void saysWhatIsNeededAndWhatToDo()
    {
        const Handout sample = handout(m_sample);
        QCOMPARE(sample.pages, 1);
        const QString text = textOf(sample);
        for (const Assignment& one : m_sample.assignments) {
            const QString first = QString::fromStdString(one.title).section(QLatin1Char(' '), 0, 1);
            QVERIFY2(text.contains(first), one.title.c_str());
        }
        for (const char* part : {"What you need for this course", "Sample course: first steps", "enough for 4 of 5 assignments", "week 12",
                 "in a group", "20 computers in the lab", "5 laptops to borrow", "25 USD", "1,200 USD", "Ask in the course forum.",
                 "All data of this sample course is public.", "Page 1 of 1"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        const QString about = info(sample);
        QVERIFY(about.contains(QLatin1String("Sample course: first steps in machine learning")));
        QVERIFY(fontsAreEmbedded(sample));
        QVERIFY(sample.pdf.contains("/Lang"));
    }

    void tenAssignmentsFitOnAPage_data()
    {
        QTest::addColumn<QPageSize::PageSizeId>("paper");
        QTest::newRow("A4") << QPageSize::A4;
        QTest::newRow("Letter") << QPageSize::Letter;
    }
    void tenAssignmentsFitOnAPage()
    {
        QFETCH(QPageSize::PageSizeId, paper);
        const Course course = longCourse(10);
        const Handout made = handout(course, paper);
        QCOMPARE(made.pages, 1);
        QVERIFY(info(made).contains(QLatin1String("Pages:           1")));
        QVERIFY(handoutNotes(course, made).isEmpty());
        const QString text = textOf(made);
        QVERIFY(text.contains(QLatin1String("If you do not have it")));
        QVERIFY(text.contains(QLatin1String("week 10")) && text.contains(QLatin1String("Ask in the course forum.")));
    }

    void moreThanAPageIsSaid()
    {
        const Course course = longCourse(60);
        const Handout made = handout(course);
        QVERIFY(made.pages > 1);
        const QStringList notes = handoutNotes(course, made);
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes.first().contains(QString::number(made.pages)), qPrintable(notes.first()));
        QVERIFY(textOf(made).contains(QLatin1String("week 60")));
    }

    void sameInputSameBytes() { QCOMPARE(handout(m_sample).pdf, handout(m_sample).pdf); }

    void anyCourseCanBeHandedOut()
    {
        RandomCourses random(21);
        for (int i = 0; i < 20; ++i) {
            const Course course = random.next();
            const Handout made = handout(course);
            QVERIFY(made.pages == 1 && made.pdf.startsWith("%PDF-"));
            const QString name = suggestedHandoutName(course);
            QVERIFY2(name.endsWith(QLatin1String(".pdf")) && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('<')),
                qPrintable(name));
        }
    }

    void hostileTextStaysText()
    {
        Course course = m_sample;
        course.title = "<b>Bold</b> & <img src=\"file:///etc/hostname\">";
        course.assignments[0].title = "<u>under</u>";
        const QString text = textOf(handout(course));
        QVERIFY2(text.contains(QLatin1String("<b>Bold</b> & <img src=")) && text.contains(QLatin1String("<u>under</u>")), qPrintable(text));
    }

    void anotherLanguageIsSaid()
    {
        Course course = m_sample;
        course.language = "de";
        const QStringList notes = handoutNotes(course, handout(course));
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.first().contains(QLatin1String("(de)")));
    }

    void withoutAssignmentsThereIsNone()
    {
        const auto result = made({});
        QVERIFY(std::holds_alternative<QString>(result));
    }
};

QTEST_MAIN(TestHandout)
#include "tst_handout.moc"
