#include "models/domain/cataloguecheck.h"

#include "models/domain/cataloguerules.h"

namespace rightrig {

namespace {

std::string yearOf(const std::string& date) { return date.size() >= 4 ? date.substr(0, 4) : std::string("(none)"); }

CatalogCoverage coverageOf(const Catalog& catalog, std::string_view today)
{
    CatalogCoverage coverage;
    for (const Machine& machine : catalog.machines)
        ++coverage.machines[std::string(kindWord(machine.kind))];
    for (const Offer& offer : catalog.offers) {
        const Machine& machine = catalog.machines.at(static_cast<std::size_t>(offer.machine));
        ++coverage.offers;
        ++coverage.providers[machine.provider.empty() ? "(none)" : machine.provider];
        ++coverage.years[std::string(kindWord(machine.kind))][yearOf(offer.source.asOf)];
        if (machine.kind == MachineKind::Cloud)
            ++coverage.rentProviders[machine.provider.empty() ? "(none)" : machine.provider];
        coverage.priced += offer.price ? 1 : 0;
        coverage.sourced += offer.source.text.empty() ? 0 : 1;
        coverage.dated += offer.source.asOf.empty() ? 0 : 1;
        coverage.classes += offer.builtFrom.empty() ? 0 : 1;
        coverage.classMembers += static_cast<int>(offer.builtFrom.size());
        coverage.highConfidence += offer.confidence == Confidence::High ? 1 : 0;
        coverage.lowConfidence += offer.confidence == Confidence::Low ? 1 : 0;
    }
    coverage.ages = priceAges(catalog, today);
    return coverage;
}

} // namespace

std::string_view kindWord(MachineKind kind)
{
    switch (kind) {
    case MachineKind::Laptop:
        return "laptop";
    case MachineKind::Desktop:
        return "desktop";
    case MachineKind::Cloud:
        return "cloud";
    case MachineKind::Free:
        return "free";
    case MachineKind::School:
        break;
    }
    return "school";
}

CatalogReport checkCatalog(const Catalog& catalog, std::string_view today)
{
    CatalogReport report;
    checkSources(catalog, today, report.findings);
    checkRanges(catalog, report.findings);
    checkDuplicates(catalog, report.findings);
    checkDisagreements(catalog, report.findings);
    checkDerived(catalog, report.findings);
    checkOutliers(catalog, report.findings, report.remarks);
    report.coverage = coverageOf(catalog, today);
    return report;
}

} // namespace rightrig
