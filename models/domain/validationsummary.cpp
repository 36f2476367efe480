// Errors, coverage and order of a set of predictions.
#include "models/domain/validation.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double surelyDifferent = 1.25; ///< below this factor two machines are called about equally fast

/// Value below which `share` of the values lie; linear between neighbours. 0 for none.
double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0.0;
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (values[above] - values[below]) * (place - static_cast<double>(below));
}

struct Order
{
    long long count = 0, right = 0;
    void add(const Prediction& a, const Prediction& b)
    {
        const double predicted = std::log(a.predicted->likely.value / b.predicted->likely.value);
        if (a.hardware == b.hardware || std::abs(predicted) <= std::log(surelyDifferent))
            return;
        ++count;
        right += (predicted > 0.0) == (a.measured > b.measured) ? 1 : 0;
    }
    [[nodiscard]] PairSummary summary() const { return {count, count > 0 ? static_cast<double>(right) / static_cast<double>(count) : 0.0}; }
};

using Group = std::vector<const Prediction*>;

bool isOneSource(const Prediction& a, const Prediction& b) { return sourceName(a.source) == sourceName(b.source) && a.stack == b.stack; }

void addPairs(ValidationSummary& summary, const std::map<std::string, Group>& byWorkload)
{
    Order all, inside;
    for (const auto& [workload, group] : byWorkload) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (std::size_t j = i + 1; j < group.size(); ++j) {
                all.add(*group[i], *group[j]);
                if (isOneSource(*group[i], *group[j]))
                    inside.add(*group[i], *group[j]);
            }
        }
    }
    summary.pairs = all.summary();
    summary.pairsInsideSource = inside.summary();
}

std::map<std::string, ErrorSummary> summariseGroups(const std::map<std::string, Group>& groups)
{
    std::map<std::string, ErrorSummary> result;
    for (const auto& [name, group] : groups)
        result.emplace(name, summariseErrors(group));
    return result;
}

MemorySummary summariseMemory(const std::vector<double>& errors)
{
    return {static_cast<int>(errors.size()), quantile(errors, 0.5), quantile(errors, 0.1), quantile(errors, 0.9)};
}

/// Of "a/b/c/d" the first parts.
std::string_view firstParts(std::string_view path, int parts)
{
    std::size_t end = 0;
    for (int i = 0; i < parts && end != std::string_view::npos; ++i)
        end = path.find('/', i == 0 ? 0 : end + 1);
    return path.substr(0, end);
}

} // namespace

std::string sourceName(std::string_view source)
{
    constexpr std::string_view repositories = "github.com/";
    const std::size_t scheme = source.starts_with("http") ? source.find("://") : std::string_view::npos;
    if (scheme == std::string_view::npos)
        return std::string(source.substr(0, source.find(':')));
    source.remove_prefix(scheme + 3);
    if (!source.starts_with(repositories))
        return std::string(firstParts(source, 1));
    return std::string(firstParts(source.substr(repositories.size()), 2));
}

ErrorSummary summariseErrors(const std::vector<const Prediction*>& predictions)
{
    ErrorSummary result;
    std::vector<double> errors, factors;
    double inside = 0.0;
    for (const Prediction* prediction : predictions) {
        if (!prediction->matched())
            continue;
        const double log = prediction->logError();
        errors.push_back(std::abs(std::exp(log) - 1.0));
        factors.push_back(std::abs(log));
        result.bias += log;
        result.mape += errors.back();
        result.withinTwo += factors.back() <= std::log(2.0) ? 1.0 : 0.0;
        inside += prediction->inside() ? 1.0 : 0.0;
    }
    result.count = static_cast<int>(errors.size());
    if (errors.empty())
        return result;
    const auto n = static_cast<double>(errors.size());
    result.mape /= n;
    result.bias /= n;
    result.withinTwo /= n;
    result.coverage80 = inside / n;
    result.mdape = quantile(errors, 0.5);
    result.medianFactor = std::exp(quantile(factors, 0.5));
    return result;
}

ValidationSummary summarise(const std::vector<Prediction>& predictions)
{
    ValidationSummary summary;
    summary.rows = static_cast<int>(predictions.size());
    Group all;
    std::map<std::string, Group> families, kinds, stacks, sources, workloads;
    std::vector<double> memory;
    std::map<std::string, std::vector<double>> familyMemory;
    for (const Prediction& prediction : predictions) {
        if (!prediction.matched())
            continue;
        all.push_back(&prediction);
        families[std::string(familyName(prediction.family))].push_back(&prediction);
        kinds[prediction.kind].push_back(&prediction);
        stacks[prediction.stack].push_back(&prediction);
        sources[sourceName(prediction.source)].push_back(&prediction);
        workloads[prediction.workload].push_back(&prediction);
        if (prediction.memoryNeedGib && prediction.memoryMeasuredGib) {
            memory.push_back(*prediction.memoryNeedGib / *prediction.memoryMeasuredGib - 1.0);
            familyMemory[std::string(familyName(prediction.family))].push_back(memory.back());
        }
    }
    summary.matched = static_cast<int>(all.size());
    summary.all = summariseErrors(all);
    summary.memory = summariseMemory(memory);
    for (const auto& [name, errors] : familyMemory)
        summary.memoryByFamily.emplace(name, summariseMemory(errors));
    summary.byFamily = summariseGroups(families);
    summary.byKind = summariseGroups(kinds);
    summary.byStack = summariseGroups(stacks);
    summary.bySource = summariseGroups(sources);
    addPairs(summary, workloads);
    return summary;
}

std::string_view familyName(JobFamily family)
{
    switch (family) {
    case JobFamily::Cnn:
        return "cnn";
    case JobFamily::Detector:
        return "detector";
    case JobFamily::Segmentation:
        return "segmentation";
    case JobFamily::TransformerEncoder:
        return "transformer-encoder";
    case JobFamily::TransformerDecoder:
        return "transformer-decoder";
    case JobFamily::LlmFull:
        return "llm-full";
    case JobFamily::Lora:
        return "lora";
    case JobFamily::Qlora:
        return "qlora";
    case JobFamily::Diffusion:
        return "diffusion";
    case JobFamily::Recommender:
        return "recommender";
    case JobFamily::Rnn:
        return "rnn";
    case JobFamily::Mlp:
        return "mlp";
    case JobFamily::Gbdt:
        return "gbdt";
    case JobFamily::RandomForest:
        return "random-forest";
    case JobFamily::Linear:
        return "linear";
    case JobFamily::Svm:
        return "svm";
    case JobFamily::Kmeans:
        return "kmeans";
    case JobFamily::Knn:
        return "knn";
    case JobFamily::Pca:
        return "pca";
    case JobFamily::Reinforcement:
        break;
    }
    return "reinforcement";
}

} // namespace rightrig
