// rightrig.course/1: the sample reads whole; every wrong profile is refused with the path of the fault.
#include "db/documents/coursefile.h"
#include "tests/support/answerfixture.h"
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
    RandomAnswers random(11);
    for (int i = 0; i < 200; ++i) {
        Course course = std::get<Course>(readCourse(sampleCourse()));
        for (Answers* answers : {&course.fixed, &course.preset}) {
            *answers = random.next();
            if (!answers->candidates.empty())
                course.school.labMachine = answers->candidates.front();
            answers->studentName.reset();
            answers->studentId.reset();
            answers->course.reset();
            answers->computer.reset();
            answers->candidates.clear();
        }
        course.assignments[0].job.precision = Precision::Fp32;
        course.assignments[0].job.checkpointing = i % 2 == 0;
        course.allowedProviders = {"Google"};
        course.notes.push_back("A second paragraph.");
        const QByteArray written = writeCourse(course);
        QVERIFY2(errorOf(written).isEmpty(), qPrintable(errorOf(written)));
        QVERIFY(std::get<Course>(readCourse(written)) == course);
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
