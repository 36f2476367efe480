// Reason codes with parameters. The core says what and how much; words belong to models/qt/reasontext.h.
#pragma once

#include "models/domain/units.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rightrig {

/// A parameter of a reason. A double is a plain number (its unit is fixed by the code, see reasons.cpp).
using ReasonParam = std::variant<double, std::string, Money, Seconds, Gib, Watts>;

enum class ReasonCode : std::uint8_t {
    // why an option lost or cannot be used (gates)
    NotEnoughVram, ///< job title, need, have
    NotEnoughRam,  ///< job title, need, have
    TightMemory,   ///< job title, need, have
    UnknownSpec,   ///< name of what is unknown; "ram", "vram", "gpu", "gpu_speed" or "cpu" if it is one fact of it
    UnknownPrice,
    SoftwareUnsupported, ///< job title, stack name: cannot run there at all
    SoftwareExtraWork,   ///< stack name: runs, with extra work
    PrivateDataOffSite,  ///< private data may not leave the house
    OverUpfrontBudget,   ///< price, budget
    OverMonthlyBudget,   ///< monthly cost, budget
    NotPortable,         ///< must be carried every day
    WrongOs,             ///< wanted os
    SlowInternet,        ///< hours of upload
    QuotaExceeded,       ///< needed h/week, allowed h/week
    SessionTooLong,      ///< job title, run time, session limit
    TooSlow,             ///< job title, run time, patience
    JobTooLarge,         ///< job title: e.g. kernel SVM above 50k rows; parameter says the limit
    CostsMore,           ///< by how much (Money) than the best
    Slower,              ///< by which factor than the best
    AboutEquallyFast,    ///< the difference to the best is smaller than the estimates can tell
    Dominated,           ///< name of an option that is no slower and no dearer
    NotYourOwn,          ///< needs somebody's permission or opening hours
    // why an option is good
    CostsNothingNew,
    FastEnough,
    FitsAllJobs,
    CheapestThatFits,
    FastestInBudget,
    FreeService,
    Reversible,
    UsefulForOtherThings,
    PortableEnough,
    QuietEnough,
    WithinTie,
    SchoolProvides,
    MixedSavesMoney,
    // drawbacks and honest warnings
    WaitsLonger, ///< run time, patience
    NotGuaranteed,
    SessionLimit, ///< hours of a session; hours a week, if there is a limit
    IdleWaste,    ///< what the hours left running cost
    SetUpEachTime,
    HeatAndNoise,
    PowerLimited,
    BatteryUnplugged,
    ResaleUncertain, ///< what it is taken to be worth at the end
    PriceOld,        ///< its date
    PriceLowConfidence,
    SpotCanStop,
    EstimateWide,
    SharedMemory,
    NeedsInternet,
    GpuDoesNotHelpTables,
    SmallMicroBatch,
    MacStackDiffers,
    AmdStackDiffers,
    NoGpuTraining,
    NeedsOwnLaptopToo,
    PrivateDataConsent,
    UsedHardware,
    // adjustments the estimator made to make a job fit
    UsedAccumulation,
    UsedCheckpointing,
    UsedLora,
    UsedQlora,
    UsedSmallerInput,
    LoaderBound,
    PowerCapped,
    // verdicts on candidates
    CandidateEnough,
    CandidateMore,              ///< what is never used: "gpu", or "vram"/"ram" with used, have
    CandidateTooLittle,         ///< job title and its why
    CandidateBetterForSameMoney ///< name of the better option, its cost
};

struct Reason
{
    ReasonCode code{};
    std::vector<ReasonParam> params;
    bool operator==(const Reason&) const = default;
};

/// The stable lower-case name scripts see in JSON ("not_enough_vram").
[[nodiscard]] std::string_view codeName(ReasonCode code);

} // namespace rightrig
