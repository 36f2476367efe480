// "Your computer": what holds it back, what would help, and the size at which it stops being enough, proved by the estimator itself.
#include "models/domain/owncomputer.h"
#include "models/domain/ownview.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

using namespace rightrig;
using rightrig::testing::realCatalog;

namespace {

const Catalog& rowsOfView() { return *realCatalog(); }

Answers viewAnswers(Goal goal, double ramGib)
{
    Answers answers;
    answers.goals = std::vector<Goal>{goal};
    answers.depth = Depth::Adapt;
    answers.computer.emplace();
    answers.computer->kind = ComputerKind::Known;
    answers.computer->ram = Gib{ramGib};
    answers.computer->gpu = "none";
    return answers;
}

} // namespace

class TestOwnView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWithoutAComputer()
    {
        Answers answers;
        answers.computer.emplace();
        answers.computer->kind = ComputerKind::None;
        QVERIFY(!ownView(recommend(answers, rowsOfView()), rowsOfView()));
    }

    void tablesAreEnoughAndTheEndIsProved()
    {
        Answers answers = viewAnswers(Goal::Tables, 16.0);
        answers.patienceHours = 0.5;
        const Results results = recommend(answers, rowsOfView());
        const auto view = ownView(results, rowsOfView());
        QVERIFY(view && view->enough);
        QCOMPARE(view->remedy, OwnRemedy::Nothing);
        QVERIFY(view->enoughUntil && *view->enoughUntil > results.jobs[static_cast<std::size_t>(view->job)].samples);
        const Rig rig = ownRig(results.settled, rowsOfView(), *results.constants);
        Job job = results.jobs[static_cast<std::size_t>(view->job)];
        const auto good = [&](double samples) {
            job.samples = samples;
            const Estimate found = estimate(job, rig, *results.constants);
            return found.seconds && found.seconds->likely <= results.settled.patience;
        };
        QVERIFY(good(*view->enoughUntil));
        QVERIFY(!good(*view->enoughUntil * 1.15));
    }

    void picturesWithoutACardWantOne()
    {
        Answers answers = viewAnswers(Goal::Images, 16.0);
        answers.patienceHours = 0.25;
        answers.data.images = 200000;
        const auto view = ownView(recommend(answers, rowsOfView()), rowsOfView());
        QVERIFY(view && !view->enough);
        QCOMPARE(view->remedy, OwnRemedy::Card);
        QVERIFY(view->faster && *view->faster >= 2.0);
        QVERIFY(!view->enoughUntil || *view->enoughUntil < 200000.0);
    }

    void tooLittleMemory()
    {
        Answers answers = viewAnswers(Goal::Tables, 8.0);
        answers.data.rows = 5e6;
        answers.data.columns = 100;
        const auto view = ownView(recommend(answers, rowsOfView()), rowsOfView());
        QVERIFY(view);
        QCOMPARE(view->limit, OwnLimit::Memory);
        QCOMPARE(view->remedy, OwnRemedy::Memory);
        QVERIFY(view->memory && view->memory->value > 8.0);
    }

    void heatIsNamedWhereItWasMeasured()
    {
        Answers answers = viewAnswers(Goal::Tables, 16.0);
        answers.computer->profile.emplace();
        answers.computer->profile->heldUp = 0.7;
        QCOMPARE(ownView(recommend(answers, rowsOfView()), rowsOfView())->heldUp, std::optional(0.7));
        answers.computer->profile->heldUp = 0.99;
        QVERIFY(!ownView(recommend(answers, rowsOfView()), rowsOfView())->heldUp);
    }

    void aRealRunMakesItMeasured()
    {
        Answers answers = viewAnswers(Goal::Images, 16.0);
        const Results before = recommend(answers, rowsOfView());
        QVERIFY(!ownView(before, rowsOfView())->measured);
        OwnRun run;
        run.preset = before.jobs.front().presetId;
        run.time = Seconds{600.0};
        answers.computer->runs = {run};
        const auto view = ownView(recommend(answers, rowsOfView()), rowsOfView());
        QVERIFY(view->measured && view->estimate.method == Method::Measured);
    }
};

QTEST_APPLESS_MAIN(TestOwnView)
#include "tst_ownview.moc"
