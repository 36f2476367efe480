// What an instructor reads about a course, in plain words.
#include "models/qt/coursetext.h"

#include "models/domain/catalog.h"

#include <QLocale>
#include <QtTest>

using namespace rightrig;

namespace {

Range<Seconds> minutes(double likely) { return {Seconds{likely * 40}, Seconds{likely * 60}, Seconds{likely * 90}}; }

PlacePreview runs(double likely)
{
    PlacePreview place;
    place.name = "A laptop";
    place.fit = Fit::Yes;
    place.seconds = minutes(likely);
    return place;
}

PlacePreview lacksMemory(MemoryKind kind, double need)
{
    PlacePreview place;
    place.name = "Small laptop";
    place.fit = Fit::No;
    place.memory = {kind, Gib{need}, Gib{8}, Fit::No};
    return place;
}

PlacePreview tooSlow()
{
    PlacePreview place = runs(6000);
    place.tooSlow = true;
    return place;
}

WayOut way(WayKind kind, const char* name = "")
{
    WayOut out;
    out.kind = kind;
    out.name = name;
    out.fit = Fit::Yes;
    out.seconds = minutes(5);
    return out;
}

/// One assignment that three of five typical laptops cannot do.
CoursePreview hard()
{
    AssignmentPreview one;
    one.known = true;
    one.laptops
        = {lacksMemory(MemoryKind::Vram, 16), lacksMemory(MemoryKind::Vram, 16), lacksMemory(MemoryKind::Vram, 16), runs(9), runs(5)};
    CoursePreview preview;
    preview.currency = CurrencyCode("USD");
    preview.assignments = {one};
    return preview;
}

Course course()
{
    Course course;
    course.id = course.title = "Course";
    Assignment one;
    one.id = "a1";
    one.title = "LoRA week";
    one.job.preset = "text-lora-7b";
    course.assignments = {one};
    return course;
}

QString warning(const Course& given, const CoursePreview& preview, const Catalog& catalog = {})
{
    return courseWarnings(given, preview, catalog).join(QLatin1Char('|'));
}

} // namespace

class TestCourseText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysHowManyCannotAndWhatToDo()
    {
        CoursePreview preview = hard();
        const QString start = QStringLiteral("Assignment 1 (LoRA week) needs 16 GB of graphics memory: 3 of 5 typical laptops cannot. ");
        QCOMPARE(warning(course(), preview),
            start + QStringLiteral("Nothing the course offers is sure to help: add a lab, a server or credits."));
        WayOut rented = way(WayKind::Cloud, "A cloud");
        rented.cost = Range<double>{1, 2, 3};
        preview.assignments[0].ways = {rented};
        QCOMPARE(warning(course(), preview),
            start + QStringLiteral("Renting costs each student about 2 USD (1-3): add credits, or choose less."));
        preview.assignments[0].ways[0].covered = true;
        QCOMPARE(warning(course(), preview), start + QStringLiteral("Your credits pay for renting."));
        preview.assignments[0].ways.insert(preview.assignments[0].ways.begin(), way(WayKind::Lab));
        QCOMPARE(warning(course(), preview), start + QStringLiteral("Your lab can run it."));
    }

    void namesALighterJob()
    {
        Catalog catalog;
        Preset lighter;
        lighter.id = "text-qlora-7b";
        lighter.title = "The same in 4 bits";
        catalog.presets = {lighter};
        catalog.index();
        CoursePreview preview = hard();
        preview.assignments[0].ways = {way(WayKind::Lighter, "The same in 4 bits")};
        preview.assignments[0].ways[0].id = "text-qlora-7b";
        QVERIFY(warning(course(), preview, catalog).endsWith(QLatin1String("Lighter: \"The same in 4 bits\".")));
    }

    void countsTheSlowOnesApart()
    {
        CoursePreview preview = hard();
        preview.assignments[0].laptops[1] = tooSlow();
        QVERIFY2(warning(course(), preview).contains(QLatin1String("2 of 5 typical laptops cannot. On 1 it takes too long.")),
            qPrintable(warning(course(), preview)));
        preview.assignments[0].laptops = {tooSlow(), runs(3)};
        QVERIFY(warning(course(), preview).startsWith(QLatin1String("Assignment 1 (LoRA week) takes too long on 1 of 2 typical laptops.")));
    }

    void ownComputerOnlyAsksForLoans()
    {
        Course own = course();
        own.assignments[0].ownMachine = true;
        QVERIFY(
            warning(own, hard()).endsWith(QLatin1String("It must run on their own computer: offer loan laptops, or allow other places.")));
    }

    void nothingToSayIsEmpty()
    {
        CoursePreview preview = hard();
        preview.assignments[0].laptops = {runs(3)};
        QVERIFY(courseWarnings(course(), preview, {}).isEmpty());
        preview.assignments[0].known = false;
        QCOMPARE(warning(course(), preview), QStringLiteral("Assignment 1 (LoRA week): choose what is trained."));
        QVERIFY(courseWarnings(course(), {}, {}).isEmpty()); // not tried out yet
    }

    void aTitleIsNeverAPattern()
    {
        Course odd = course();
        odd.assignments[0].title = "%1 %2 <b>";
        QVERIFY(warning(odd, hard()).startsWith(QLatin1String("Assignment 1 (%1 %2 <b>) needs 16 GB")));
        CoursePreview preview = hard();
        preview.assignments[0].laptops = {tooSlow()};
        QVERIFY(warning(odd, preview).startsWith(QLatin1String("Assignment 1 (%1 %2 <b>) takes too long on 1 of 1")));
    }

    void servicesThatNobodyKnowsAreNamed()
    {
        Course narrow = course();
        narrow.deniedProviders = {"<b>Nobody</b>"};
        CoursePreview preview = hard();
        preview.assignments[0].laptops = {runs(3)};
        QCOMPARE(warning(narrow, preview), QStringLiteral("No service in the catalogue is called \"<b>Nobody</b>\"."));
    }

    void placesInWords()
    {
        const CurrencyCode usd("USD");
        QCOMPARE(placeText(runs(10), usd), QStringLiteral("about 10 min (6.7-15 min)"));
        PlacePreview rented = runs(10);
        rented.cost = Range<double>{1, 2, 3};
        QCOMPARE(placeText(rented, usd), QStringLiteral("about 10 min (6.7-15 min); all runs about 2 USD (1-3)"));
        QCOMPARE(placeText(lacksMemory(MemoryKind::Ram, 12), usd), QStringLiteral("needs 12 GB of memory, has 8 GB"));
        QVERIFY(placeText(tooSlow(), usd).startsWith(QLatin1String("too slow: ")));
        QCOMPARE(placeText({}, usd), QStringLiteral("unknown"));
        PlacePreview gated = runs(1);
        gated.whyNot = {Reason{ReasonCode::PrivateDataOffSite, {}}};
        QVERIFY(placeText(gated, usd).startsWith(QLatin1String("no: ")));
        Assignment own;
        QCOMPARE(elsewhereText(std::nullopt, own, usd), QStringLiteral("none"));
        own.ownMachine = true;
        QCOMPARE(elsewhereText(std::nullopt, own, usd), QStringLiteral("own computer only"));
    }

    void faultsNameTheirPath()
    {
        QCOMPARE(courseFaultText({"assignments[1].title", CourseFaultKind::Missing}), QStringLiteral("assignments[1].title: is missing."));
        QCOMPARE(courseFaultText({"assignments[2].id", CourseFaultKind::Twice}),
            QStringLiteral("assignments[2].id: another assignment has the same one."));
    }

    void theHandoutCountsWhatIsEnough()
    {
        CoursePreview preview = hard();
        QCOMPARE(
            handoutHeadline(course(), preview), QStringLiteral("A computer like this is enough for 0 of 1 assignments: Small laptop."));
        preview.assignments[0].laptops = {runs(3)};
        QCOMPARE(handoutHeadline(course(), preview), QStringLiteral("A computer like this is enough for every assignment: A laptop."));
        QCOMPARE(needsText(hard().assignments[0]), QStringLiteral("16 GB of graphics memory"));
    }

    void theLanguageIsKnownOrNot_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("speaks");
        QTest::newRow("en") << QStringLiteral("en") << true;
        QTest::newRow("British") << QStringLiteral("en-GB") << true;
        QTest::newRow("a word") << QStringLiteral("English") << true;
        QTest::newRow("German") << QStringLiteral("de") << false;
        QTest::newRow("begins alike") << QStringLiteral("enm") << false;
    }
    void theLanguageIsKnownOrNot()
    {
        QFETCH(QString, language);
        Course given = course();
        QVERIFY(speaksLanguageOf(given)); // not said
        given.language = language.toStdString();
        QTEST(speaksLanguageOf(given), "speaks");
    }
};

QTEST_APPLESS_MAIN(TestCourseText)
#include "tst_coursetext.moc"
