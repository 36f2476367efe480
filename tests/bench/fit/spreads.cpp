#include "tests/bench/fit/spreads.h"

#include "models/domain/constants.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rightrig::fit {

namespace {

constexpr double smallest = 0.05, largest = 2.0;
constexpr double share = 0.8;

using Test = std::function<bool(const Prediction&)>;

struct Class
{
    const char* name;
    Test test;
};

std::vector<Class> classes()
{
    const auto family = [](std::initializer_list<JobFamily> families) {
        const std::vector<JobFamily> all = families;
        return [all](const Prediction& p) { return std::find(all.begin(), all.end(), p.family) != all.end(); };
    };
    const auto boosted = [](bool onCard, bool lightgbm) {
        return [=](const Prediction& p) {
            return p.family == JobFamily::Gbdt && p.processor != onCard && (onCard || (p.stack == "lightgbm") == lightgbm);
        };
    };
    const auto network
        = [](const Prediction& p) { return !isClassical(p.family) && !isLargeLanguageModel(p.family) && p.kind != "server"; };
    return {{"sd.software_cuda", network}, {"sd.cnn", family({JobFamily::Cnn})},
        {"sd.map", family({JobFamily::Detector, JobFamily::Segmentation, JobFamily::Diffusion})},
        {"sd.encoder", family({JobFamily::TransformerEncoder})}, {"sd.transformer", family({JobFamily::TransformerDecoder})},
        {"sd.language", family({JobFamily::LlmFull})}, {"sd.adapter", family({JobFamily::Lora, JobFamily::Qlora})},
        {"sd.rnn", family({JobFamily::Rnn, JobFamily::Mlp, JobFamily::Recommender})}, {"sd.lightgbm", boosted(false, true)},
        {"sd.xgboost", boosted(false, false)}, {"sd.gpu_boosting", boosted(true, false)}, {"sd.forest", family({JobFamily::RandomForest})}};
}

/// The quantile of |error| against half the range, if this constant had that value. 1: the ranges hold what they promise.
double quantileWith(Problem& problem, const std::vector<Prediction>& heldOut, const Class& group, double value)
{
    Answers answers;
    answers.overrides.emplace_back(group.name, value);
    const auto constants = resolveConstants(problem.catalog, answers);
    std::vector<double> scores;
    for (std::size_t i = 0; i < heldOut.size(); ++i) {
        if (!heldOut[i].matched() || !group.test(heldOut[i]))
            continue;
        const Prediction wide = predictPrepared(prepareMeasurement(problem.runs[i], problem.catalog), problem.catalog, *constants);
        const double half = std::log(wide.predicted->high / wide.predicted->likely);
        scores.push_back(std::abs(heldOut[i].logError()) / half);
    }
    std::sort(scores.begin(), scores.end());
    const auto index = static_cast<std::size_t>(std::ceil(static_cast<double>(scores.size() + 1) * share)) - 1;
    return scores[std::min(index, scores.size() - 1)];
}

double spreadOf(Problem& problem, const std::vector<Prediction>& heldOut, const Class& group)
{
    double low = smallest, high = largest;
    if (quantileWith(problem, heldOut, group, low) <= 1.0)
        return low;
    for (int step = 0; step < 20; ++step) {
        const double middle = std::sqrt(low * high);
        (quantileWith(problem, heldOut, group, middle) > 1.0 ? low : high) = middle;
    }
    return high;
}

} // namespace

std::vector<Spread> conformalSpreads(Problem& problem, const std::vector<Prediction>& heldOut, int least)
{
    std::vector<Spread> result;
    for (const Class& group : classes()) {
        const auto inside = [&](const Prediction& p) { return p.matched() && group.test(p); };
        const int runs = static_cast<int>(std::count_if(heldOut.begin(), heldOut.end(), inside));
        if (runs < least)
            continue;
        const double before = problem.catalog.findAssumption(group.name)->value;
        result.push_back({group.name, runs, before, spreadOf(problem, heldOut, group)});
    }
    return result;
}

} // namespace rightrig::fit
