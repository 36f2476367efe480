// Real runs of the own computer: compared with the estimate, they correct it as far as they are like it, and go away again.
#include "models/domain/owncomputer.h"
#include "models/domain/ownruns.h"
#include "models/domain/planner.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <cmath>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

const Catalog& rowsOfRuns() { return *realCatalog(); }

Answers ownerAnswers()
{
    Answers answers;
    answers.computer.emplace();
    answers.computer->kind = ComputerKind::Known;
    answers.computer->ram = Gib{16.0};
    return answers;
}

struct Said
{
    double likely = 0.0, width = 0.0; ///< seconds; ln(high / low)
    Method method = Method::Spec;
};

Said saidOf(const Answers& answers, const char* preset, bool own = true)
{
    const auto constants = resolveConstants(rowsOfRuns(), answers);
    Rig rig = ownRig(settle(answers, rowsOfRuns()), rowsOfRuns(), *constants);
    rig.own = own;
    Job job = jobFromPreset(*rowsOfRuns().findPreset(preset));
    job.sizeFromStudent = true;
    const Estimate found = estimate(job, rig, *constants);
    if (!found.seconds)
        return {};
    return {found.seconds->likely.value, std::log(found.seconds->high.value / found.seconds->low.value), found.method};
}

/// A run that took `factor` times what we say.
OwnRun runThatTook(const char* preset, double factor, double samples = 0.0)
{
    OwnRun run;
    run.preset = preset;
    if (samples > 0.0)
        run.samples = samples;
    run.time = Seconds{1.0};
    Answers asked = ownerAnswers();
    asked.computer->runs = {run};
    const auto constants = resolveConstants(rowsOfRuns(), {});
    run.time = Seconds{compareRuns(asked, rowsOfRuns(), *constants).front().estimated->likely.value * factor};
    return run;
}

} // namespace

class TestOwnRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsComparedWithWhatWeSay()
    {
        Answers answers = ownerAnswers();
        answers.computer->runs = {runThatTook("images-resnet18", 1.0), runThatTook("images-resnet18", 9.0, 800.0)};
        const auto constants = resolveConstants(rowsOfRuns(), answers);
        const auto compared = compareRuns(answers, rowsOfRuns(), *constants);
        QCOMPARE(compared.size(), std::size_t(2));
        QVERIFY(compared[0].inside && std::abs(compared[0].factor - 1.0) < 1e-9);
        QVERIFY(!compared[1].inside && std::abs(compared[1].factor - 9.0) < 1e-6);                // its own correction plays no part
        QVERIFY(compared[0].estimated->likely.value > 5.0 * compared[1].estimated->likely.value); // fewer pictures, less time
        QVERIFY(!compared[0].title.empty());
    }

    void theSameJobIsCorrectedNearlyWholly()
    {
        Answers answers = ownerAnswers();
        const Said before = saidOf(answers, "images-resnet18");
        answers.computer->runs = {runThatTook("images-resnet18", 2.0)};
        const Said after = saidOf(answers, "images-resnet18");
        QVERIFY2(after.likely > 1.6 * before.likely && after.likely < 2.0 * before.likely,
            qPrintable(QString::number(after.likely / before.likely)));
        QVERIFY(after.width < 0.6 * before.width);
        QCOMPARE(after.method, Method::Measured);
    }

    void otherJobsAreCorrectedAsFarAsTheyAreLikeIt()
    {
        Answers answers = ownerAnswers();
        const Said vit = saidOf(answers, "images-resnet50"), text = saidOf(answers, "text-bert"), table = saidOf(answers, "tables-forest");
        answers.computer->runs = {runThatTook("images-resnet18", 2.0)};
        const double family = saidOf(answers, "images-resnet50").likely / vit.likely;
        const double kind = saidOf(answers, "text-bert").likely / text.likely;
        const double none = saidOf(answers, "tables-forest").likely / table.likely;
        QVERIFY2(family > 1.3 && family < 1.95, qPrintable(QString::number(family)));
        QVERIFY2(kind > 1.05 && kind < family, qPrintable(QString::number(kind)));
        QCOMPARE(none, 1.0);
        QVERIFY(saidOf(answers, "text-bert").method != Method::Measured);
    }

    void anotherMachineLearnsOnlyFromJobsOfTheKind()
    {
        Answers answers = ownerAnswers();
        const Said before = saidOf(answers, "images-resnet50", false), text = saidOf(answers, "text-bert", false);
        answers.computer->runs = {runThatTook("images-resnet18", 2.0)};
        const Said after = saidOf(answers, "images-resnet50", false);
        QVERIFY(after.likely > 1.1 * before.likely && after.likely < 1.6 * before.likely);
        QVERIFY(after.width <= before.width && after.width > 0.6 * before.width);
        QVERIFY(after.method != Method::Measured);
        QCOMPARE(saidOf(answers, "text-bert", false).likely, text.likely);
    }

    void takenOutAgainNothingIsLeft()
    {
        Answers answers = ownerAnswers();
        const Said before = saidOf(answers, "images-resnet18");
        answers.computer->runs = {runThatTook("images-resnet18", 3.0)};
        QVERIFY(saidOf(answers, "images-resnet18").likely > before.likely);
        answers.computer->runs.clear();
        QCOMPARE(saidOf(answers, "images-resnet18").likely, before.likely);
    }

    void moreRunsNarrowAndNoneIsTakenLiterally()
    {
        Answers answers = ownerAnswers();
        answers.computer->runs = {runThatTook("images-resnet18", 2.0)};
        const Said one = saidOf(answers, "images-resnet50");
        answers.computer->runs.push_back(runThatTook("images-small-cnn", 2.0));
        const Said two = saidOf(answers, "images-resnet50");
        QVERIFY(two.width <= one.width && two.likely >= one.likely);
        answers.computer->runs = {runThatTook("images-resnet18", 1e6)}; // a slip of the pen
        const Said wild = saidOf(answers, "images-resnet18");
        QVERIFY(std::isfinite(wild.likely) && wild.likely < 25.0 * saidOf(ownerAnswers(), "images-resnet18").likely);
    }

    void whatCannotBeComparedCorrectsNothing()
    {
        Answers answers = ownerAnswers();
        const Said before = saidOf(answers, "images-resnet18");
        OwnRun unknown;
        unknown.preset = "no such job";
        unknown.time = Seconds{100.0};
        answers.computer->runs = {unknown};
        QCOMPARE(saidOf(answers, "images-resnet18").likely, before.likely);
        const auto compared = compareRuns(answers, rowsOfRuns(), *resolveConstants(rowsOfRuns(), answers));
        QVERIFY(!compared.front().estimated && compared.front().title.empty());
    }

    void epochsAndWholeRunsSayTheSame()
    {
        Answers answers = ownerAnswers();
        OwnRun epoch = runThatTook("images-resnet18", 1.0);
        OwnRun whole = epoch;
        whole.part = RunPart::Whole;
        answers.computer->runs = {epoch, whole};
        const auto compared = compareRuns(answers, rowsOfRuns(), *resolveConstants(rowsOfRuns(), {}));
        const Preset& preset = *rowsOfRuns().findPreset("images-resnet18");
        const double start = compared[1].estimated->likely.value - compared[0].estimated->likely.value * preset.epochs;
        QVERIFY2(start > 0.0 && start < 60.0, qPrintable(QString::number(start))); // an epoch is timed without the program's start
    }

    void textAsPeopleSayIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("samples");
        QTest::addColumn<bool>("epoch");
        QTest::addColumn<QString>("preset");
        const QString kept = QStringLiteral("text-bert");
        QTest::newRow("plain") << QStringLiteral("6 min an epoch") << 360.0 << -1.0 << true << kept;
        QTest::newRow("whole") << QStringLiteral("ResNet-18 on my 5,000 photos: 6 min an epoch") << 360.0 << 5000.0 << true
                               << QStringLiteral("images-resnet18");
        QTest::newRow("hours and minutes") << QStringLiteral("It took 2 h 30 min in total") << 9000.0 << -1.0 << false << kept;
        QTest::newRow("epochs") << QStringLiteral("10 epochs took 1 hour") << 360.0 << -1.0 << true << kept;
        QTest::newRow("decimal comma") << QStringLiteral("1,5 minutes per epoch") << 90.0 << -1.0 << true << kept;
        QTest::newRow("slash") << QStringLiteral("45s/epoch, 50k images") << 45.0 << 50000.0 << true << kept;
        QTest::newRow("capitals") << QStringLiteral("RESNET18: 90 SECONDS A RUN") << 90.0 << -1.0 << false
                                  << QStringLiteral("images-resnet18");
        QTest::newRow("one adjective") << QStringLiteral("2,000 small photos, 3 minutes each epoch") << 180.0 << 2000.0 << true << kept;
    }
    void textAsPeopleSayIt()
    {
        QFETCH(QString, text);
        QFETCH(double, seconds);
        QFETCH(double, samples);
        QFETCH(bool, epoch);
        QFETCH(QString, preset);
        OwnRun before;
        before.preset = "text-bert";
        before.part = RunPart::Whole;
        const auto run = readRunText(text.toStdString(), before, rowsOfRuns());
        QVERIFY(run);
        QCOMPARE(run->time.value, seconds);
        QCOMPARE(run->samples.value_or(-1.0), samples);
        QCOMPARE(run->part == RunPart::Epoch, epoch);
        QCOMPARE(QString::fromStdString(run->preset), preset);
    }

    void textWithoutATimeIsRefused()
    {
        for (const char* text :
            {"", "it was slow", "5,000 photos", "min", "0 min", "....", "1.2.3 min", "\xFF\xFE 12", "999999999999999999 h"})
            QVERIFY2(!readRunText(text, {}, rowsOfRuns()), text);
    }
};

QTEST_APPLESS_MAIN(TestOwnRuns)
#include "tst_ownruns.moc"
