#include "models/qt/measure/machinetest.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <future>
#include <map>
#include <set>
#include <thread>

namespace rightrig {

namespace {

using Clock = std::chrono::steady_clock;
using Values = std::vector<double>;
using Flag = std::shared_ptr<std::atomic<bool>>;
using Figure = std::shared_ptr<std::atomic<double>>;

constexpr double fullSeconds = 20.0, quickSeconds = 6.0;
constexpr double usedShare = 0.8; ///< of the limit: preparing and slow pieces take the rest
constexpr std::size_t fewestPieces = 3;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// How a probe ended.
struct Piecework
{
    Values values; ///< one rate for each piece
    bool prepared = true, tooLarge = false;
};

Piecework workFor(const Probe& probe, double slice, bool first, const std::atomic<bool>& stop, std::atomic<double>& newest)
try {
    Piecework done;
    if (first && !probe.prepare())
        return {{}, false, false};
    if (first)
        static_cast<void>(probe.work()); // pages are touched, clocks rise
    const Clock::time_point start = Clock::now();
    while (!stop && (done.values.size() < fewestPieces || secondsSince(start) < slice)) {
        const Clock::time_point piece = Clock::now();
        const double amount = probe.work();
        const double seconds = secondsSince(piece);
        if (!(amount > 0.0) || !(seconds > 0.0))
            return {{}, false, false};
        done.values.push_back(amount / seconds);
        newest = done.values.back();
    }
    return done;
} catch (const std::exception&) {
    return {{}, false, true}; // memory or threads ran out
}

/// The probe in a thread of its own; `figure` hears of every rate that comes. Empty if it takes longer than `limit` or the test is
/// cancelled; then it is asked to stop and left.
std::optional<Piecework> workLimited(
    const ProbePtr& probe, double slice, double limit, bool first, const TestOptions& options, const std::function<void(double)>& figure)
{
    const Flag stop = std::make_shared<std::atomic<bool>>(false);
    const Figure newest = std::make_shared<std::atomic<double>>(0.0);
    const auto result = std::make_shared<std::promise<Piecework>>();
    std::future<Piecework> future = result->get_future();
    std::thread([=] { result->set_value(workFor(*probe, slice, first, *stop, *newest)); }).detach();
    const Clock::time_point start = Clock::now();
    constexpr auto step = std::chrono::milliseconds(20);
    double shown = 0.0;
    while (future.wait_for(step) != std::future_status::ready) {
        if (const double now = *newest; now != shown)
            figure(shown = now);
        if (secondsSince(start) > limit || (options.cancelled && *options.cancelled)) {
            *stop = true;
            return std::nullopt;
        }
    }
    return future.get();
}

double quantile(Values values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

std::optional<MeasuredRate> rateOf(const Values& values, const RateInfo& info)
{
    if (values.empty())
        return std::nullopt;
    MeasuredRate rate{quantile(values, 0.5), std::nullopt};
    if (!(rate.value >= info.low && rate.value <= info.high))
        return std::nullopt;
    rate.spread = (quantile(values, 0.75) - quantile(values, 0.25)) / rate.value;
    return rate;
}

class MachineTest
{
public:
    explicit MachineTest(const TestOptions& options) : m_options(options) { }
    std::optional<MachineProfile> run()
    {
        m_profile = readMachineFacts(m_options.sources);
        const double busy = busyShare(m_profile, m_options.sources.root);
        const std::vector<ProbePtr> probes = m_options.probes(m_profile);
        const double slice = std::max(0.01, (limit() * usedShare - secondsSince(m_start)) / (2.0 * static_cast<double>(probes.size())));
        for (const bool first : {true, false}) {
            if (!runRound(probes, slice, first))
                return std::nullopt;
        }
        m_profile.heldUp = heldUp();
        m_profile.quick = m_options.quick;
        m_profile.seconds = secondsSince(m_start);
        judgeSteadiness(m_profile, busy);
        return m_profile;
    }

private:
    [[nodiscard]] double limit() const
    {
        return m_options.secondsLimit > 0.0 ? m_options.secondsLimit : m_options.quick ? quickSeconds : fullSeconds;
    }
    [[nodiscard]] bool isCancelled() const { return m_options.cancelled && *m_options.cancelled; }
    void report(double share, Rate rate, const std::optional<double>& value, bool going = false) const
    {
        if (m_options.progress)
            m_options.progress({share, rate, going, value});
    }
    void miss(Missing what)
    {
        if (std::find(m_profile.missing.begin(), m_profile.missing.end(), what) == m_profile.missing.end())
            m_profile.missing.push_back(what);
    }

    /// False if it was cancelled.
    bool runRound(const std::vector<ProbePtr>& probes, double slice, bool first)
    {
        const auto count = static_cast<double>(probes.size());
        for (std::size_t i = 0; i < probes.size(); ++i) {
            const double share = ((first ? 0.0 : count) + static_cast<double>(i)) / (2.0 * count);
            report(share, probes[i]->rate, {});
            if (m_failed.count(probes[i]->rate) == 0)
                runProbe(probes[i], slice, first, share);
            if (isCancelled())
                return false;
            report(share + 0.5 / count, probes[i]->rate, m_profile.rate(probes[i]->rate));
        }
        return true;
    }

    void runProbe(const ProbePtr& probe, double slice, bool first, double share)
    {
        const double left = limit() - secondsSince(m_start);
        const double most = std::min(left, 4.0 * slice + (first ? 2.0 : 0.5));
        const auto figure = [&](double rate) { report(share, probe->rate, rate, true); };
        const auto done = most > 0.0 ? workLimited(probe, slice, most, first, m_options, figure) : std::nullopt;
        if (isCancelled())
            return;
        if (!done || done->values.empty()) {
            m_failed.insert(probe->rate);
            const bool none = !m_profile.rates[static_cast<std::size_t>(probe->rate)];
            if (none)
                miss(!done ? Missing::Time : done->tooLarge ? Missing::Memory : probe->missing);
            return;
        }
        take(probe->rate, done->values, first);
    }

    /// The later half counts: that is how fast the machine stays.
    void take(Rate which, const Values& values, bool first)
    {
        const auto rate = rateOf(values, rateInfo(which));
        if (!rate)
            return;
        if (first)
            m_first[which] = rate->value;
        else
            m_second[which] = rate->value;
        m_profile.rates[static_cast<std::size_t>(which)] = rate;
    }

    /// Geometric mean over the rates that load the processor.
    [[nodiscard]] std::optional<double> heldUp() const
    {
        double sum = 0.0;
        int count = 0;
        for (const auto& [rate, later] : m_second) {
            const auto earlier = m_first.find(rate);
            if (rate == Rate::DiskRead || rate == Rate::JpegDecode || earlier == m_first.end())
                continue;
            sum += std::log(later / earlier->second);
            ++count;
        }
        return count > 0 ? std::optional(std::clamp(std::exp(sum / count), 0.01, 100.0)) : std::nullopt;
    }

    const TestOptions& m_options;
    const Clock::time_point m_start = Clock::now();
    MachineProfile m_profile;
    std::map<Rate, double> m_first, m_second;
    std::set<Rate> m_failed; ///< not tried again
};

} // namespace

std::optional<MachineProfile> testMachine(const TestOptions& options) { return MachineTest(options).run(); }

} // namespace rightrig
