// The constants of the choice ("choice.*" assumptions): rates, hassle, spans. Never in code; the student's overrides are applied.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/planner.h"

#include <string_view>

namespace rightrig {

/// What one unit of each drawback counts, in USD. Every one is > 0 in a sound catalogue, so that everything strictly matters.
struct Weights
{
    double waitHour = 0.0;   ///< beyond the patience
    double waitWithin = 0.0; ///< share of waitHour within the patience
    double workHour = 0.0;
    double quietKwh = 0.0;
    double lightKg = 0.0;
};

struct WorkHours
{
    double lab = 0.0, free = 0.0, rent = 0.0;
    double laptop = 0.0, desktop = 0.0, stack = 0.0, used = 0.0, notPortable = 0.0;
    double notGuaranteed = 0.0, spot = 0.0, tight = 0.0;
};

struct ChoiceConstants
{
    Weights weights;
    WorkHours once, session; ///< hours of the student's own work, once and each time
    double unknownWeightKg = 0.0;
    double tieShare = 0.0, tieFloorUsd = 0.0, tieCap = 0.0;
    double spreadHigh = 0.0, spreadMedium = 0.0, spreadLow = 0.0;
    double otherUse = 0.0;
    double longestRunHours = 0.0, longestUploadHours = 0.0;
    double longestAssignmentHours = 0.0;       ///< one run for a course
    double unknownQuota = 0.0;                 ///< hours a week a free service is trusted with if it publishes no limit
    double uploadGood = 0.0, uploadSlow = 0.0; ///< Mbit/s
    double imageMb = 0.0, cellBytes = 0.0, tokenBytes = 0.0, audioMbPerHour = 0.0, modelGb = 0.0;
    double storageUsd = 0.0, egressUsd = 0.0;
    double electricityUsd = 0.0, unknownPowerWatts = 0.0;
};

/// Value of an assumption with the student's override. Throws std::runtime_error naming it if the catalogue has none.
[[nodiscard]] double choiceValue(std::string_view name, const Catalog& catalog, const Answers& answers);

/// Reads all of them for the student's priority. Throws std::runtime_error naming the first that is missing.
[[nodiscard]] ChoiceConstants choiceConstants(const Settled& settled, const Catalog& catalog);

} // namespace rightrig
