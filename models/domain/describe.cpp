// Reasons for an option and honest drawbacks, each from a fact of this plan.
#include "models/domain/ranking.h"
#include "models/domain/spending.h"

#include <algorithm>

namespace rightrig {

namespace {

using Params = std::vector<ReasonParam>;

using Reasons = std::vector<Reason>;

class Describer
{
public:
    Describer(int index, const Considered& considered, const Ground& ground)
        : m_option(considered.options[static_cast<std::size_t>(index)])
        , m_plan(considered.plans[static_cast<std::size_t>(index)])
        , m_options(considered.options)
        , m_ground(ground)
    { }

    [[nodiscard]] Choice operator()(int index, int best)
    {
        m_choice.option = index;
        if (m_plan.rented.empty()) {
            describeUnseen();
            return m_choice;
        }
        goodInItself();
        goodAmongOthers();
        if (index == best)
            tieBroken();
        if (!m_option.eligible)
            m_choice.drawbacks = m_option.whyNot;
        badTimes();
        badRemote();
        badBase();
        badJobs();
        badStack();
        return m_choice;
    }

private:
    void good(ReasonCode code, Params params = {}) { m_choice.reasons.push_back({code, std::move(params)}); }
    void bad(ReasonCode code, Params params = {})
    {
        const auto same = [code](const Reason& reason) { return reason.code == code; };
        if (std::none_of(m_choice.drawbacks.begin(), m_choice.drawbacks.end(), same))
            m_choice.drawbacks.push_back({code, std::move(params)});
    }
    [[nodiscard]] bool buys() const { return m_plan.base != nullptr && !m_plan.owned; }
    [[nodiscard]] bool rents() const { return m_plan.remoteOffer != nullptr && m_plan.remoteOffer->per != Per::Free; }
    [[nodiscard]] bool allFit() const { return m_option.fit == Fit::Yes || m_option.fit == Fit::Tight; }
    [[nodiscard]] bool onlyTables() const
    {
        return std::all_of(m_ground.jobs.begin(), m_ground.jobs.end(), [](const Job& job) { return isClassical(job.family); });
    }

    /// A school machine that nobody described, or no way at all.
    void describeUnseen()
    {
        m_choice.drawbacks = m_option.whyNot;
        if (m_option.kind == OptionKind::Lab) {
            good(ReasonCode::SchoolProvides);
            good(ReasonCode::CostsNothingNew);
            return;
        }
        if (const Option* nearest = nearestToUsable())
            m_choice.drawbacks = nearest->whyNot;
    }

    /// The cheapest of those whose cost is known; else the first that was looked at: the student's own.
    [[nodiscard]] const Option* nearestToUsable() const
    {
        const Option* nearest = nullptr;
        for (const Option& option : m_options) {
            if (option.whyNot.empty())
                continue;
            const bool better = nearest == nullptr || (option.total && (!nearest->total || option.score < nearest->score));
            if (better)
                nearest = &option;
        }
        return nearest;
    }

    void goodInItself()
    {
        if (m_option.kind == OptionKind::Keep)
            good(ReasonCode::CostsNothingNew);
        if (m_option.kind == OptionKind::Lab)
            good(ReasonCode::SchoolProvides);
        if (m_plan.remote != nullptr && m_plan.remote->kind == MachineKind::Free && !buys())
            good(ReasonCode::FreeService);
        if (allFit())
            good(ReasonCode::FitsAllJobs);
        if (m_option.runTime && m_option.runTime->likely <= m_ground.settled.patience)
            good(ReasonCode::FastEnough, {m_option.runTime->likely, m_ground.settled.patience});
        if (!buys() && m_option.kind != OptionKind::Lab)
            good(ReasonCode::Reversible);
        if (otherUseShare(m_plan, m_ground) > 0.0)
            good(ReasonCode::UsefulForOtherThings);
        if (buys() && m_plan.base->kind == MachineKind::Laptop && m_ground.settled.portability != Portability::Desk)
            good(ReasonCode::PortableEnough);
        if (m_plan.base != nullptr && m_plan.base->fanless)
            good(ReasonCode::QuietEnough);
    }

    void goodAmongOthers()
    {
        if (!m_option.eligible)
            return;
        const bool spends = buys() || rents();
        bool cheapest = spends, fastest = spends;
        double single = -1.0;
        for (const Option& other : m_options) {
            if (!other.eligible || &other == &m_option)
                continue;
            cheapest = cheapest && (other.kind != m_option.kind || m_option.total->likely <= other.total->likely);
            fastest = fastest && m_option.weeklyTime->likely <= other.weeklyTime->likely;
            const bool paid = other.kind == OptionKind::Rent || other.kind == OptionKind::Laptop || other.kind == OptionKind::Desktop;
            if (paid && (single < 0.0 || other.total->likely < single))
                single = other.total->likely;
        }
        if (cheapest)
            good(ReasonCode::CheapestThatFits);
        if (fastest)
            good(ReasonCode::FastestInBudget);
        if (m_option.kind == OptionKind::Mixed && single > m_option.total->likely)
            good(ReasonCode::MixedSavesMoney);
    }

    /// The winner had a rival with a lower score: say that it was a tie and reversibility decided.
    void tieBroken()
    {
        for (const Option& other : m_options) {
            if (other.eligible && other.score < m_option.score) {
                good(ReasonCode::WithinTie);
                return;
            }
        }
    }

    void badTimes()
    {
        if (m_option.runTime && m_option.runTime->likely > m_ground.settled.patience)
            bad(ReasonCode::WaitsLonger, {m_option.runTime->likely, m_ground.settled.patience});
        constexpr double wide = 4.0;
        if (m_option.runTime && m_option.runTime->high.value > wide * m_option.runTime->low.value)
            bad(ReasonCode::EstimateWide);
    }

    void badRemote()
    {
        if (m_plan.remote == nullptr)
            return;
        const bool school = m_plan.remote->kind == MachineKind::School;
        if (school)
            bad(ReasonCode::NotYourOwn);
        if (school && m_ground.settled.privateData)
            bad(ReasonCode::PrivateDataConsent);
        if (!m_plan.remote->guaranteed)
            bad(ReasonCode::NotGuaranteed);
        badSession(*m_plan.remote);
        if (school)
            return;
        bad(ReasonCode::SetUpEachTime);
        if (rents())
            bad(ReasonCode::IdleWaste, m_option.cost.idle > 0.0 ? Params{m_ground.money(m_option.cost.idle)} : Params{});
        if (m_plan.remoteOffer != nullptr && m_plan.remoteOffer->kind == PriceKind::Spot)
            bad(ReasonCode::SpotCanStop);
        bad(ReasonCode::NeedsInternet);
        if (m_ground.settled.internet == Internet::Slow)
            bad(ReasonCode::SlowInternet, {m_ground.uploadHours});
    }

    void badSession(const Machine& remote)
    {
        if (!remote.sessionHours)
            return;
        Params hours{*remote.sessionHours};
        if (remote.weeklyHours)
            hours.emplace_back(*remote.weeklyHours);
        bad(ReasonCode::SessionLimit, std::move(hours));
    }

    void badBase()
    {
        if (m_plan.base == nullptr)
            return;
        const Rig& rig = m_plan.baseSeat->rig;
        const bool ownCard = rig.hasAccelerator && !rig.integrated && !rig.unified;
        const bool laptop = m_plan.base->kind == MachineKind::Laptop;
        if (m_plan.owned && !laptop && m_ground.settled.portability == Portability::Carry)
            bad(ReasonCode::NotPortable);
        if (ownCard && !onlyTables())
            bad(ReasonCode::HeatAndNoise);
        if (laptop && ownCard && rig.powerIsGuess)
            bad(ReasonCode::PowerLimited);
        if (laptop && ownCard)
            bad(ReasonCode::BatteryUnplugged);
        if (buys())
            badPurchase();
        const bool nobodyKnows = m_plan.owned && m_plan.base->cpu < 0 && m_ground.settled.computer.kind == ComputerKind::Known;
        if (nobodyKnows || m_plan.baseSeat->cardLeftAside)
            bad(ReasonCode::UnknownSpec, {m_plan.base->name, nobodyKnows ? "cpu" : "gpu"});
    }

    void badPurchase()
    {
        bad(ReasonCode::ResaleUncertain, m_option.cost.resale < 0.0 ? Params{m_ground.money(-m_option.cost.resale)} : Params{});
        if (m_plan.basePriceKind == PriceKind::Used)
            bad(ReasonCode::UsedHardware);
        if (m_option.confidence == Confidence::Low)
            bad(ReasonCode::PriceLowConfidence);
        if (m_plan.offer < 0)
            return;
        const std::string& asOf = m_ground.catalog().offers[static_cast<std::size_t>(m_plan.offer)].source.asOf;
        if (isOld(asOf))
            bad(ReasonCode::PriceOld, {asOf});
    }

    /// A year or more before the newest fact of the catalogue ("2025" and "2025-11" compare by what they say).
    [[nodiscard]] bool isOld(const std::string& asOf) const
    {
        const auto months = [](const std::string& date) {
            const int year = date.size() >= 4 ? std::atoi(date.substr(0, 4).c_str()) : 0;
            const int month = date.size() >= 7 ? std::atoi(date.substr(5, 2).c_str()) : 12;
            return year * 12 + month;
        };
        return months(m_ground.catalog().asOf) - months(asOf) >= 12;
    }

    void badJobs()
    {
        for (std::size_t i = 0; i < m_ground.jobs.size(); ++i) {
            const Estimate& job = m_plan.job(i);
            if (job.fit == Fit::Tight && job.memory.need && job.memory.have)
                bad(ReasonCode::TightMemory, {m_ground.jobs[i].title, *job.memory.need, *job.memory.have});
            adjusted(job.adjustments);
            if ((job.adjustments & AdjustOnCpu) != 0 && !isClassical(m_ground.jobs[i].family))
                bad(ReasonCode::NoGpuTraining);
        }
    }

    void adjusted(std::uint16_t bits)
    {
        static constexpr std::pair<Adjustment, ReasonCode> names[] = {{AdjustAccumulation, ReasonCode::UsedAccumulation},
            {AdjustCheckpointing, ReasonCode::UsedCheckpointing}, {AdjustLora, ReasonCode::UsedLora}, {AdjustQlora, ReasonCode::UsedQlora},
            {AdjustSmallerInput, ReasonCode::UsedSmallerInput}, {AdjustLoaderBound, ReasonCode::LoaderBound},
            {AdjustPowerCapped, ReasonCode::PowerCapped}, {AdjustSmallBatch, ReasonCode::SmallMicroBatch}};
        for (const auto& [bit, code] : names) {
            if ((bits & bit) != 0)
                bad(code);
        }
    }

    void badStack()
    {
        const Seat& seat = m_plan.baseSeat != nullptr ? *m_plan.baseSeat : *m_plan.remoteSeat;
        const bool hasCard = seat.rig.hasAccelerator && !seat.rig.integrated;
        if (hasCard && onlyTables())
            bad(ReasonCode::GpuDoesNotHelpTables);
        if (onlyTables())
            return;
        if (seat.rig.stack == Stack::Metal)
            bad(ReasonCode::MacStackDiffers);
        if (seat.rig.stack == Stack::Rocm)
            bad(ReasonCode::AmdStackDiffers);
        if (seat.rig.stack == Stack::IntelGpu)
            bad(ReasonCode::SoftwareExtraWork, {std::string(stackName(seat.rig.stack))});
        if (seat.rig.unified)
            bad(ReasonCode::SharedMemory);
    }

    const Option& m_option;
    const Plan& m_plan;
    const std::vector<Option>& m_options;
    const Ground& m_ground;
    Choice m_choice;
};

} // namespace

Choice describe(int option, const Considered& considered, int best, const Ground& ground)
{
    return Describer(option, considered, ground)(option, best);
}

} // namespace rightrig
