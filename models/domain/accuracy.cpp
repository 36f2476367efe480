#include "models/domain/accuracy.h"

namespace rightrig {
namespace {

std::optional<HeldOut> heldOutOf(const Catalog& catalog)
{
    const Assumption* factor = catalog.findAssumption("accuracy.held_out_factor");
    const Assumption* withinTwo = catalog.findAssumption("accuracy.held_out_within_two");
    const Assumption* inside = catalog.findAssumption("accuracy.held_out_inside");
    const Assumption* runs = catalog.findAssumption("accuracy.held_out_runs");
    if (factor == nullptr || withinTwo == nullptr || inside == nullptr || runs == nullptr)
        return std::nullopt;
    return HeldOut{factor->value, withinTwo->value, inside->value, runs->value};
}

} // namespace

AccuracyReport accuracyOf(const Catalog& catalog, const Constants& constants)
{
    AccuracyReport report;
    report.predictions.reserve(catalog.checkpoints.size());
    for (const Measurement& run : catalog.checkpoints)
        report.predictions.push_back(predictMeasurement(run, catalog, constants));
    report.summary = summarise(report.predictions);
    report.heldOut = heldOutOf(catalog);
    return report;
}

} // namespace rightrig
