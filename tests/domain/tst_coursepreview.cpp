// A course tried out on typical machines: the numbers are the students', and the machines are rows of the catalogue.
#include "models/domain/coursecheck.h"
#include "models/domain/coursepreview.h"
#include "models/domain/readiness.h"
#include "tests/support/shopfixture.h"

#include <QTest>

using namespace rightrig;

namespace {

Course courseOf(std::initializer_list<const char*> presets)
{
    Course course;
    course.id = course.title = "c";
    for (const char* preset : presets) {
        Assignment one;
        one.id = one.title = preset;
        one.job.preset = preset;
        one.runs = 3;
        course.assignments.push_back(one);
    }
    return course;
}

Assumption row(const std::string& name, double value)
{
    Assumption assumption;
    assumption.name = name;
    assumption.value = value;
    return assumption;
}

/// The shop with typical machines of its own.
Catalog town()
{
    Catalog catalog = shop();
    std::erase_if(catalog.assumptions, [](const Assumption& one) { return one.name.starts_with("typical."); });
    for (Machine& machine : catalog.machines)
        machine.provider = machine.kind == MachineKind::Free ? "Freely" : machine.kind == MachineKind::Cloud ? "Cloudy" : "";
    catalog.assumptions.push_back(row("typical.laptop.gpu-laptop", 2));
    catalog.assumptions.push_back(row("typical.laptop.plain-laptop", 1));
    catalog.assumptions.push_back(row("typical.laptop.no such machine", 0));
    catalog.assumptions.push_back(row("typical.free.free-16", 1));
    catalog.index();
    return catalog;
}

const PlacePreview& reference(const CoursePreview& preview, std::size_t i = 0) { return preview.assignments.at(i).laptops.at(0); }

} // namespace

class TestCoursePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMachinesAreRows()
    {
        const Catalog catalog = town();
        const CoursePreview preview = previewOf(courseOf({"tables-boosted-small"}), catalog);
        QCOMPARE(preview.assignments.at(0).laptops.size(), std::size_t{2});
        QCOMPARE(reference(preview).name, std::string("plain-laptop"));
        QVERIFY2(preview.assignments.at(0).free->name.find("free-16") != std::string::npos, preview.assignments.at(0).free->name.c_str());
        Catalog without = catalog;
        std::erase_if(without.assumptions, [](const Assumption& one) { return one.name.starts_with("typical."); });
        without.index();
        const CoursePreview bare = previewOf(courseOf({"tables-boosted-small"}), without);
        QVERIFY(bare.assignments.at(0).laptops.empty() && !bare.assignments.at(0).free);
        QVERIFY(bare.assignments.at(0).cloud);
    }

    void theShippedCatalogueHasFiveAndColab()
    {
        const auto catalog = testing::realCatalog();
        QCOMPARE(typicalLaptops(*catalog).size(), std::size_t{5});
        const CoursePreview preview = previewOf(courseOf({"images-resnet18"}), *catalog);
        QVERIFY(QString::fromStdString(preview.assignments.at(0).free->name).contains(QLatin1String("Colab")));
        for (const PlacePreview& laptop : preview.assignments.at(0).laptops)
            QVERIFY2(laptop.fit != Fit::Unknown, laptop.name.c_str());
    }

    /// One estimator: a student with the reference laptop is told the same.
    void saysWhatStudentsAreTold()
    {
        const Catalog catalog = town();
        const Course course = courseOf({"tables-boosted-small", "images-resnet18", "text-lora-1b", "text-qlora-8b"});
        Answers student;
        student.computer.emplace();
        student.computer->kind = ComputerKind::Known;
        student.computer->form = FormFactor::Laptop;
        student.computer->cpu = "Good CPU";
        student.computer->gpu = "none";
        student.computer->ram = Gib{16};
        const Readiness told = readiness(catalog, course, student);
        const CoursePreview preview = previewOf(course, catalog);
        for (std::size_t i = 0; i < course.assignments.size(); ++i) {
            QCOMPARE(reference(preview, i).fit, told.assignments[i].fits);
            QVERIFY(reference(preview, i).seconds == told.assignments[i].seconds);
            QCOMPARE(reference(preview, i).tooSlow, told.assignments[i].tooSlow);
            QCOMPARE(preview.assignments[i].ways.empty(), false);
            if (!told.assignments[i].ready())
                QCOMPARE(preview.assignments[i].ways.size(), told.assignments[i].ways.size());
        }
    }

    void nothingThatIsRentedIsCheaper()
    {
        const auto catalog = testing::realCatalog();
        const Course course = courseOf({"images-resnet18", "text-lora-1b"});
        const CoursePreview preview = previewOf(course, *catalog);
        for (const AssignmentPreview& one : preview.assignments) {
            QVERIFY(one.cloud && one.cloud->enough());
            for (const WayOut& way : one.ways) {
                if (way.kind == WayKind::Cloud)
                    QVERIFY(one.cloud->cost->likely <= way.cost->likely + 1e-9);
            }
        }
    }

    void whatTheCourseRulesOutIsNotShown()
    {
        const Catalog catalog = town();
        Course course = courseOf({"images-resnet18"});
        course.deniedProviders = {"freely"};
        QVERIFY(!previewOf(course, catalog).assignments.at(0).free);
        QVERIFY(previewOf(course, catalog).assignments.at(0).cloud);
        course.deniedProviders.clear();
        course.allowedProviders = {"Freely"};
        QVERIFY(previewOf(course, catalog).assignments.at(0).free);
        QVERIFY(!previewOf(course, catalog).assignments.at(0).cloud);
        course.allowedProviders.clear();
        course.fixed.privateData = true;
        QVERIFY(!previewOf(course, catalog).assignments.at(0).free->enough());
        course.fixed.privateData.reset();
        course.assignments[0].ownMachine = true;
        QVERIFY(!previewOf(course, catalog).assignments.at(0).free && !previewOf(course, catalog).assignments.at(0).cloud);
    }

    void unknownJobsStayUnknown()
    {
        const CoursePreview preview = previewOf(courseOf({"no such job", "tables-boosted-small"}), town());
        QVERIFY(!preview.assignments.at(0).known && preview.assignments.at(1).known);
        QCOMPARE(reference(preview).fit, Fit::Unknown);
        QVERIFY(!reference(preview).seconds);
    }

    void canBeCancelled()
    {
        int asked = 0;
        const auto second = [&asked] { return ++asked > 1; };
        QCOMPARE(previewOf(courseOf({"tables-kmeans", "tables-kmeans"}), town(), second).assignments.size(), std::size_t{1});
    }

    void idsAreFresh()
    {
        Course course = courseOf({"a1", "x", "a2"});
        QCOMPARE(freshAssignmentId(course), std::string("a3"));
        QCOMPARE(freshAssignmentId({}), std::string("a1"));
        QCOMPARE(courseIdFor("Machine learning 1: first steps!"), std::string("machine-learning-1-first-steps"));
        QCOMPARE(courseIdFor("\xE6\xBC\xA2"), std::string("course"));
        QCOMPARE(courseIdFor(std::string(300, 'x')).size(), std::size_t{60});
    }
};

QTEST_APPLESS_MAIN(TestCoursePreview)
#include "tst_coursepreview.moc"
