// The check points that ship with the program: predicted by the code of `validate`, never from their own measurement.
#include "models/domain/accuracy.h"
#include "tests/support/catalogbuilder.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace rightrig;
using namespace rightrig::testing;

class TestAccuracy : public QObject
{
    Q_OBJECT

    static AccuracyReport shipped() { return accuracyOf(*realCatalog(), *resolveConstants(*realCatalog(), Answers{})); }

private Q_SLOTS:
    void predictsEveryCheckPoint()
    {
        const AccuracyReport report = shipped();
        QCOMPARE(report.predictions.size(), realCatalog()->checkpoints.size());
        QCOMPARE(report.summary.matched, report.summary.rows);
        for (std::size_t i = 0; i < report.predictions.size(); ++i) {
            QCOMPARE(report.predictions[i].id, realCatalog()->checkpoints[i].id);
            QVERIFY2(report.predictions[i].matched(), report.predictions[i].why.c_str());
        }
    }
    /// A broken law, or a constant that moved by a third, shows here. The tolerances are what the text of the program promises.
    void meetsTheBars()
    {
        const ErrorSummary& all = shipped().summary.all;
        QVERIFY2(all.medianFactor < 1.30, qPrintable(QString::number(all.medianFactor)));
        QVERIFY2(all.withinTwo > 0.85, qPrintable(QString::number(all.withinTwo)));
        QVERIFY2(all.coverage80 > 0.70, qPrintable(QString::number(all.coverage80)));
        QVERIFY2(std::abs(all.bias) < 0.2, qPrintable(QString::number(all.bias)));
    }
    void coversJobsAndMachines()
    {
        const AccuracyReport report = shipped();
        for (const char* family : {"cnn", "detector", "segmentation", "diffusion", "transformer-encoder", "transformer-decoder", "rnn",
                 "llm-full", "lora", "qlora", "gbdt"})
            QVERIFY2(report.summary.byFamily.count(family) == 1, family);
        for (const char* kind : {"desktop", "laptop", "workstation", "datacentre", "integrated", "apple", "server"})
            QVERIFY2(report.summary.byKind.count(kind) == 1, kind);
        for (const auto& [source, errors] : report.summary.bySource)
            QVERIFY2(errors.count <= 12, source.c_str());
    }
    /// Ten times the measured speed must not move the estimate at all.
    void neverUsesTheMeasurement()
    {
        Catalog changed = *realCatalog();
        for (Measurement& run : changed.checkpoints)
            run.value *= 10.0;
        const AccuracyReport before = shipped(), after = accuracyOf(changed, *resolveConstants(changed, Answers{}));
        for (std::size_t i = 0; i < before.predictions.size(); ++i)
            QCOMPARE(after.predictions[i].predicted->likely.value, before.predictions[i].predicted->likely.value);
        QVERIFY(after.summary.all.medianFactor > 2.0);
    }
    void saysWhatSourcesUnseenGave()
    {
        const AccuracyReport report = shipped();
        QVERIFY(report.heldOut.has_value());
        QVERIFY(report.heldOut->factor > 1.0 && report.heldOut->factor < 2.0);
        QVERIFY(report.heldOut->withinTwo > 0.5 && report.heldOut->withinTwo <= 1.0);
        QVERIFY(report.heldOut->inside > 0.5 && report.heldOut->inside <= 1.0);
        QVERIFY(report.heldOut->runs > 100.0);
    }
    void missingFiguresAreNotGuessed()
    {
        Catalog catalog = *realCatalog();
        std::erase_if(catalog.assumptions, [](const Assumption& a) { return a.name == "accuracy.held_out_factor"; });
        catalog.checkpoints.resize(1);
        catalog.checkpoints.front().hardware = "No Such Card";
        catalog.index();
        const AccuracyReport report = accuracyOf(catalog, *resolveConstants(catalog, Answers{}));
        QVERIFY(!report.heldOut.has_value());
        QCOMPARE(report.summary.matched, 0);
        QVERIFY(report.predictions.front().why.find("No Such Card") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestAccuracy)
#include "tst_accuracy.moc"
