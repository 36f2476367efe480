// rightrig.course/1: the sample reads whole; every wrong profile is refused with the path of the fault.
#include "db/documents/coursefile.h"
#include "models/domain/coursecheck.h"
#include "tests/support/coursefixture.h"
#include "tests/support/paths.h"
#include "tests/support/schemaprobe.h"

#include <QFile>
#include <QtTest>

using namespace rightrig;
using namespace rightrig::test;

namespace {

QByteArray sampleCourse()
{
    QFile file(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString errorOf(const QByteArray& json)
{
    const auto read = readCourse(json);
    const auto* error = std::get_if<DocumentError>(&read);
    return error == nullptr ? QString() : error->text;
}

} // namespace

class TestCourseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSample();
    void refuses_data();
    void refuses();
    void readsTheSchoolsMachines();
    void readsBackWhatItWrites();
    void theCheckAgreesWithTheReader();
    void schemaAgrees();
};

void TestCourseFile::readsTheSample()
{
    const auto read = readCourse(sampleCourse());
    QVERIFY2(std::holds_alternative<Course>(read), qPrintable(errorOf(sampleCourse())));
    const Course& course = std::get<Course>(read);
    QCOMPARE(course.assignments.size(), std::size_t{5});
    QCOMPARE(course.assignments[0].ownMachine, true);
    QCOMPARE(course.assignments[2].job.samples, std::optional(5000.0));
    QCOMPARE(course.assignments[4].dueWeek, std::optional(12.0));
    QVERIFY(course.assignments[4].group && !course.assignments[4].ownMachine);
    QCOMPARE(course.school.creditsPerStudent, std::optional(Money{25.0, CurrencyCode("USD")}));
    QCOMPARE(course.school.gpuServer, std::optional(false));
    QCOMPARE(course.fixed.privateData, std::optional(false));
    QVERIFY(!course.fixed.runsPerWeek);
    QCOMPARE(course.preset.runsPerWeek, std::optional(3.0));
}

void TestCourseFile::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* from, const char* to, const char* message) {
        QTest::newRow(message) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(message);
    };
    row("course/1", "answers/1", "schema: 'rightrig.answers/1' is not rightrig.course/1");
    row("\"term\"", "\"trem\"", "trem: unknown key");
    row("\"id\": \"a2\"", "\"id\": \"a1\"", "assignments[1].id: 'a1' is written twice");
    row("\"samples\": 100000", "\"samples\": 0", "assignments[1].job.samples: 0 is below 1");
    row("\"due_week\": 7", "\"due_week\": 7.5", "assignments[2].due_week: 7.5 is not a whole number");
    row("\"loan_laptops\": 5", "\"loan_laptops\": -5", "school.loan_laptops: -5 is below 0");
    row("\"depth\": \"adapt\"", "\"depth\": \"deep\"", "answers.fixed.depth: 'deep' is not one of tutorials, adapt, scratch");
    row("\"horizon_months\": 12", "\"computer\": {}", "answers.preset.computer: belongs to a student, not to a course");
    row("\"allow\": [], \"deny\": []", "\"allow\": [\"X\"], \"deny\": [\"X\"]", "providers.deny: 'X' is also in allow");
    row("\"runs\": 3,", "\"runs\": \"three\",", "assignments[4].runs: expected a number");
}

void TestCourseFile::refuses()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QByteArray json = sampleCourse();
    QVERIFY(json.contains(from));
    QTEST(errorOf(json.replace(from, to)), "message");
}

void TestCourseFile::readsTheSchoolsMachines()
{
    const QByteArray with = sampleCourse().replace("\"lab_machines\": 20,",
        R"("lab_machines": 20, "gpu_server_machine": {"name":"Server","vram_gib":24}, "loan_laptop": {"name":"Loan","ram_gib":16},)");
    // "loan_laptops" is a count, "loan_laptop" is what one of them is
    const auto read = readCourse(with);
    QVERIFY2(std::holds_alternative<Course>(read), qPrintable(errorOf(with)));
    const CourseSchool& school = std::get<Course>(read).school;
    QCOMPARE(school.labMachine->name, std::string("Lab computer"));
    QCOMPARE(school.labMachine->form, std::optional(FormFactor::Desktop));
    QCOMPARE(school.serverMachine->vram, std::optional(Gib{24.0}));
    QCOMPARE(school.loanMachine->ram, std::optional(Gib{16.0}));
    QCOMPARE(school.loanLaptops, std::optional(5.0));
}

void TestCourseFile::readsBackWhatItWrites()
{
    RandomCourses random(11);
    for (int i = 0; i < 300; ++i) {
        const Course course = random.next();
        const QByteArray written = writeCourse(course);
        QVERIFY2(errorOf(written).isEmpty(), qPrintable(errorOf(written)));
        QVERIFY(std::get<Course>(readCourse(written)) == course);
    }
}

/// What the editor asks before it writes, and what the reader asks, are the same.
void TestCourseFile::theCheckAgreesWithTheReader()
{
    RandomCourses random(12);
    const std::vector<std::function<void(Course&)>> spoil{[](Course& c) { c.id.clear(); }, [](Course& c) { c.title.clear(); },
        [](Course& c) { c.term = std::string(); }, [](Course& c) { c.contact = std::string(201, 'x'); },
        [](Course& c) { c.assignments.clear(); }, [](Course& c) { c.assignments.back().title.clear(); },
        [](Course& c) { c.assignments.back().job.preset.clear(); }, [](Course& c) { c.assignments.push_back(c.assignments.front()); },
        [](Course& c) { c.notes.emplace_back(201, 'x'); }, [](Course& c) { c.notes.assign(51, "x"); },
        [](Course& c) { c.dataRules = std::string(); },
        [](Course& c) {
            c.allowedProviders = {"One", "Two"};
            c.deniedProviders = {"Three", "Two"};
        }};
    for (const auto& fault : spoil) {
        Course course = random.next();
        QVERIFY(courseFaults(course).empty());
        fault(course);
        QVERIFY(!courseFaults(course).empty());
        const QString error = errorOf(writeCourse(course));
        const QString path = error.section(QLatin1Char(':'), 0, 0);
        QVERIFY2(!error.isEmpty() && QString::fromStdString(courseFaults(course).front().path).startsWith(path), qPrintable(error));
    }
}

void TestCourseFile::schemaAgrees()
{
    QFile file(sourcePath(QStringLiteral("resources/schemas/course.schema.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Schema schema = Schema::parse(file.readAll().toStdString());
    QVERIFY(SchemaProbe(schema, errorOf).run() > 150);
}

QTEST_APPLESS_MAIN(TestCourseFile)
#include "tst_coursefile.moc"
