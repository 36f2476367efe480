// A test's figures in place of the data sheet's: what the estimator makes of a machine profile.
#pragma once

#include "models/domain/constants.h"
#include "models/domain/estimator.h"
#include "models/domain/machineprofile.h"

namespace rightrig {

/// Puts what was measured into `rig`: arithmetic, bandwidth and speed of a core as data sheets would state them, cores that a container
/// allows, memory that is really free (beside what the system is counted with). What was not measured stays as it was. With `coresUsed`
/// the processor is taken as that many of its cores. Constants: the rows profile.* of db/rows/assumptions-profile.csv.
void applyProfile(Rig& rig, const MachineProfile& profile, const Constants& constants, std::optional<double> coresUsed = {});

/// The tested machine with its processor only; figures the test lacks come from the catalogue if it has the processor by that name.
[[nodiscard]] Rig profileRig(
    const MachineProfile& profile, const Catalog& catalog, const Constants& constants, std::optional<double> coresUsed = {});

/// Spread of an estimate from measured rates against one from a data sheet; 1 where the test was disturbed or there was none.
[[nodiscard]] double measuredSpreadShare(const Rig& rig, const Constants& constants);

/// Says "measured" of an estimate for a tested processor and narrows the range of a table's. Others stay as they are.
void markMeasured(Estimate& estimate, const Job& job, const Rig& rig, const Constants& constants);

} // namespace rightrig
