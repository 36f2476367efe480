// Stable names of the reason codes, as scripts see them in JSON, and the units of their plain numbers:
// QuotaExceeded and SlowInternet in hours, Slower as a factor, JobTooLarge in rows.
#include "models/domain/reasons.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rightrig {

namespace {

using Name = std::pair<ReasonCode, std::string_view>;

/// Pairs, not positions: a code added in the middle cannot shift the names behind it.
constexpr std::array<Name, 69> names{{
    {ReasonCode::NotEnoughVram, "not_enough_vram"},
    {ReasonCode::NotEnoughRam, "not_enough_ram"},
    {ReasonCode::TightMemory, "tight_memory"},
    {ReasonCode::UnknownSpec, "unknown_spec"},
    {ReasonCode::UnknownPrice, "unknown_price"},
    {ReasonCode::SoftwareUnsupported, "software_unsupported"},
    {ReasonCode::SoftwareExtraWork, "software_extra_work"},
    {ReasonCode::PrivateDataOffSite, "private_data_off_site"},
    {ReasonCode::OverUpfrontBudget, "over_upfront_budget"},
    {ReasonCode::OverMonthlyBudget, "over_monthly_budget"},
    {ReasonCode::NotPortable, "not_portable"},
    {ReasonCode::WrongOs, "wrong_os"},
    {ReasonCode::SlowInternet, "slow_internet"},
    {ReasonCode::QuotaExceeded, "quota_exceeded"},
    {ReasonCode::SessionTooLong, "session_too_long"},
    {ReasonCode::TooSlow, "too_slow"},
    {ReasonCode::JobTooLarge, "job_too_large"},
    {ReasonCode::CostsMore, "costs_more"},
    {ReasonCode::Slower, "slower"},
    {ReasonCode::AboutEquallyFast, "about_equally_fast"},
    {ReasonCode::Dominated, "dominated"},
    {ReasonCode::NotYourOwn, "not_your_own"},
    {ReasonCode::CostsNothingNew, "costs_nothing_new"},
    {ReasonCode::FastEnough, "fast_enough"},
    {ReasonCode::FitsAllJobs, "fits_all_jobs"},
    {ReasonCode::CheapestThatFits, "cheapest_that_fits"},
    {ReasonCode::FastestInBudget, "fastest_in_budget"},
    {ReasonCode::FreeService, "free_service"},
    {ReasonCode::Reversible, "reversible"},
    {ReasonCode::UsefulForOtherThings, "useful_for_other_things"},
    {ReasonCode::PortableEnough, "portable_enough"},
    {ReasonCode::QuietEnough, "quiet_enough"},
    {ReasonCode::WithinTie, "within_tie"},
    {ReasonCode::SchoolProvides, "school_provides"},
    {ReasonCode::MixedSavesMoney, "mixed_saves_money"},
    {ReasonCode::WaitsLonger, "waits_longer"},
    {ReasonCode::NotGuaranteed, "not_guaranteed"},
    {ReasonCode::SessionLimit, "session_limit"},
    {ReasonCode::IdleWaste, "idle_waste"},
    {ReasonCode::SetUpEachTime, "set_up_each_time"},
    {ReasonCode::HeatAndNoise, "heat_and_noise"},
    {ReasonCode::PowerLimited, "power_limited"},
    {ReasonCode::BatteryUnplugged, "battery_unplugged"},
    {ReasonCode::ResaleUncertain, "resale_uncertain"},
    {ReasonCode::PriceOld, "price_old"},
    {ReasonCode::PriceLowConfidence, "price_low_confidence"},
    {ReasonCode::SpotCanStop, "spot_can_stop"},
    {ReasonCode::EstimateWide, "estimate_wide"},
    {ReasonCode::SharedMemory, "shared_memory"},
    {ReasonCode::NeedsInternet, "needs_internet"},
    {ReasonCode::GpuDoesNotHelpTables, "gpu_does_not_help_tables"},
    {ReasonCode::SmallMicroBatch, "small_micro_batch"},
    {ReasonCode::MacStackDiffers, "mac_stack_differs"},
    {ReasonCode::AmdStackDiffers, "amd_stack_differs"},
    {ReasonCode::NoGpuTraining, "no_gpu_training"},
    {ReasonCode::NeedsOwnLaptopToo, "needs_own_laptop_too"},
    {ReasonCode::PrivateDataConsent, "private_data_consent"},
    {ReasonCode::UsedHardware, "used_hardware"},
    {ReasonCode::UsedAccumulation, "used_accumulation"},
    {ReasonCode::UsedCheckpointing, "used_checkpointing"},
    {ReasonCode::UsedLora, "used_lora"},
    {ReasonCode::UsedQlora, "used_qlora"},
    {ReasonCode::UsedSmallerInput, "used_smaller_input"},
    {ReasonCode::LoaderBound, "loader_bound"},
    {ReasonCode::PowerCapped, "power_capped"},
    {ReasonCode::CandidateEnough, "candidate_enough"},
    {ReasonCode::CandidateMore, "candidate_more"},
    {ReasonCode::CandidateTooLittle, "candidate_too_little"},
    {ReasonCode::CandidateBetterForSameMoney, "candidate_better_for_same_money"},
}};

} // namespace

std::string_view codeName(ReasonCode code)
{
    const auto it = std::find_if(names.begin(), names.end(), [code](const Name& name) { return name.first == code; });
    return it == names.end() ? std::string_view("unknown") : it->second;
}

} // namespace rightrig
