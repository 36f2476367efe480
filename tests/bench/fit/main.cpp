// rightrig-fit CATALOGUE MEASUREMENTS.csv... [--write FOLDER] [--hold-out source|chip] [--score TABLE.csv] [--rows FILE]
// Prints the fitted constants and how well they predict, --score TABLE.csv also on runs that took no part; --write puts them into the
// product's own form; --hold-out leaves out one source (or one family of chips) at a time and predicts it from the others.
// For a table of one kind of runs alone: --prior-width trusts the priors less, --precision-spread gives networks a factor in FP32.
#include "db/cataloguefile.h"
#include "db/documents/measurementfile.h"
#include "tests/bench/fit/fit.h"
#include "tests/bench/fit/spreads.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

namespace {

using namespace rightrig;
using namespace rightrig::fit;

std::string contentsOf(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw std::runtime_error(path + ": cannot be read");
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Options
{
    std::vector<std::string> measurements;
    std::string catalogue, parameters = "tests/bench/fit/parameters.csv", doubts = "tests/bench/fit/doubts.csv", write, holdOut, asOf, rows,
                           score;
    double spread = 0.2, plainSpread = 0.0, priorWidth = 1.0;
};

Options readOptions(int count, char** arguments)
{
    Options options;
    std::vector<std::string> plain;
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        const auto value = [&]() -> std::string {
            if (i + 1 >= count)
                throw std::runtime_error(word + " needs a value");
            return arguments[++i];
        };
        if (word == "--write")
            options.write = value();
        else if (word == "--hold-out")
            options.holdOut = value();
        else if (word == "--score")
            options.score = value();
        else if (word == "--rows")
            options.rows = value();
        else if (word == "--as-of")
            options.asOf = value();
        else if (word == "--network-spread")
            options.spread = std::stod(value());
        else if (word == "--precision-spread")
            options.plainSpread = std::stod(value());
        else if (word == "--prior-width")
            options.priorWidth = std::stod(value());
        else if (word == "--doubts")
            options.doubts = value();
        else if (word == "--parameters")
            options.parameters = value();
        else
            plain.push_back(word);
    }
    if (plain.size() < 2)
        throw std::runtime_error(
            "usage: rightrig-fit CATALOGUE MEASUREMENTS.csv... [--parameters CSV] [--doubts CSV] [--write FOLDER] [--hold-out source|chip] "
            "[--network-spread S] [--precision-spread S] [--prior-width F] [--score TABLE.csv] [--rows FILE]");
    if (!options.write.empty() && options.asOf.empty())
        throw std::runtime_error("--write needs the day of the fit: --as-of 2026-11-23");
    if (!(options.spread > 0.0 && options.priorWidth > 0.0 && options.plainSpread >= 0.0))
        throw std::runtime_error("--network-spread and --prior-width must be above 0, --precision-spread not below");
    if (!options.write.empty() && (options.plainSpread > 0.0 || options.priorWidth != 1.0))
        throw std::runtime_error("--write goes with the priors as they stand and one factor for each network");
    options.catalogue = plain[0];
    options.measurements.assign(plain.begin() + 1, plain.end());
    return options;
}

std::vector<Measurement> readRuns(const std::string& file)
{
    auto read = readMeasurements(QByteArray::fromStdString(contentsOf(file)));
    if (const auto* error = std::get_if<DocumentError>(&read))
        throw std::runtime_error(file + ": " + error->text.toStdString());
    return std::get<MeasurementFile>(read).runs;
}

Problem readProblem(const Options& options)
{
    Problem problem;
    auto opened = openCatalogue(QString::fromStdString(options.catalogue));
    if (const auto* error = std::get_if<DbError>(&opened))
        throw std::runtime_error(error->text.toStdString());
    problem.catalog = *std::get<std::shared_ptr<const Catalog>>(opened);
    for (const std::string& file : options.measurements) {
        const std::vector<Measurement> runs = readRuns(file);
        problem.runs.insert(problem.runs.end(), runs.begin(), runs.end());
    }
    problem.parameters = readParameters(contentsOf(options.parameters));
    problem.doubts = readDoubts(contentsOf(options.doubts));
    for (Parameter& parameter : problem.parameters)
        parameter.spread *= options.priorWidth;
    addNetworkFactors(problem, 2, options.spread, options.plainSpread);
    return problem;
}

using Predictions = std::vector<Prediction>;

void printErrors(const char* label, const std::vector<const Prediction*>& group)
{
    const ErrorSummary errors = summariseErrors(group);
    std::printf("%-44s n %4d  factor %.3f  within 2x %5.1f %%  mape %5.1f %%  bias %+.2f  inside %5.1f %%\n", label, errors.count,
        errors.medianFactor, errors.withinTwo * 100, errors.mape * 100, errors.bias, errors.coverage80 * 100);
}

using Test = std::function<bool(const Prediction&)>;

void printIf(const char* label, const Predictions& predictions, const Test& test)
{
    std::vector<const Prediction*> group;
    for (const Prediction& prediction : predictions) {
        if (prediction.matched() && test(prediction))
            group.push_back(&prediction);
    }
    if (!group.empty())
        printErrors(label, group);
}

void printBars(const Predictions& all, const Problem& problem)
{
    const auto tables = [](const Prediction& p) { return isClassical(p.family); };
    const auto llm = [&](const Prediction& p) { return isLargeLanguageModel(p.family); };
    printIf("networks, one device", all, [&](const Prediction& p) { return !tables(p) && !llm(p) && p.single; });
    printIf("boosted trees on processors", all, [&](const Prediction& p) { return p.family == JobFamily::Gbdt && p.processor; });
    printIf("boosted trees on cards", all, [&](const Prediction& p) { return p.family == JobFamily::Gbdt && !p.processor; });
    printIf("language models, one device", all, [&](const Prediction& p) { return llm(p) && p.single; });
    printIf("the same without doubted sources", all,
        [&](const Prediction& p) { return llm(p) && p.single && !problem.doubts.contains(sourceName(p.source)); });
    printIf("several devices", all, [](const Prediction& p) { return !p.single; });
    for (const JobFamily family : {JobFamily::Cnn, JobFamily::Detector, JobFamily::Segmentation, JobFamily::Diffusion,
             JobFamily::TransformerEncoder, JobFamily::TransformerDecoder, JobFamily::Rnn, JobFamily::LlmFull, JobFamily::Lora,
             JobFamily::Qlora, JobFamily::Gbdt, JobFamily::RandomForest, JobFamily::Linear})
        printIf(std::string(familyName(family)).c_str(), all, [family](const Prediction& p) { return p.family == family; });
    std::set<std::string> sources, kinds;
    for (const Prediction& p : all) {
        sources.insert(sourceName(p.source));
        kinds.insert(p.kind);
    }
    for (const std::string& source : sources)
        printIf(source.c_str(), all, [&](const Prediction& p) { return sourceName(p.source) == source; });
    for (const std::string& kind : kinds)
        printIf(kind.c_str(), all, [&](const Prediction& p) { return p.kind == kind; });
    printIf("all", all, [](const Prediction&) { return true; });
    const ValidationSummary summary = summarise(all);
    std::printf("order of pairs: %.1f %% of %lld, inside a source %.1f %% of %lld\n", summary.pairs.right * 100, summary.pairs.count,
        summary.pairsInsideSource.right * 100, summary.pairsInsideSource.count);
}

/// Predicts each group from constants fitted to all others.
Predictions holdOut(Problem& problem, const std::string& by)
{
    const auto groupOf = [&](const Measurement& run) { return by == "chip" ? chipOf(problem, run) : sourceName(run.source); };
    std::set<std::string> groups;
    for (const Measurement& run : problem.runs)
        groups.insert(groupOf(run));
    const Solution all = fitTo(problem, std::vector<bool>(problem.runs.size(), true), priorOf(problem));
    Predictions result(problem.runs.size());
    for (const std::string& group : groups) {
        std::vector<bool> used;
        for (const Measurement& run : problem.runs)
            used.push_back(groupOf(run) != group);
        const Predictions predictions = predictAll(problem, fitTo(problem, used, all));
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            if (!used[i])
                result[i] = predictions[i];
        }
    }
    return result;
}

/// One line for each run: what was measured, what we say, and ln of their ratio.
void writeRows(const Predictions& all, const std::string& file)
{
    std::ofstream out(file, std::ios::binary);
    out << "id,source,family,stack,kind,measured,predicted,ln_error,low,high,peak_share,memory_need,memory_measured\n";
    for (const Prediction& p : all) {
        if (p.matched())
            out << p.id << ',' << sourceName(p.source) << ',' << familyName(p.family) << ',' << p.stack << ',' << p.kind << ','
                << p.measured << ',' << p.predicted->likely.value << ',' << p.logError() << ',' << p.predicted->low.value << ','
                << p.predicted->high.value << ',' << p.peakShare.value_or(0.0) << ',' << p.memoryNeedGib.value_or(0.0) << ','
                << p.memoryMeasuredGib.value_or(0.0) << '\n';
    }
}

constexpr double quantile90 = 1.2816;

std::string rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

/// The runs say something of a constant if they narrow what its prior leaves open; else its value is the project's choice.
constexpr double narrowed = 0.93;

/// Values of fitted assumptions, written into the lines of the product's own rows with their source and day; the texts stay as they are.
void writeAssumptions(const Problem& problem, const Solution& solution, const std::string& file, const std::string& asOf)
{
    std::map<std::string, std::string> lines, origins;
    for (std::size_t i = 0; i < problem.parameters.size(); ++i) {
        const Parameter& parameter = problem.parameters[i];
        const double value = solution.values[i], spread = quantile90 * solution.spreads[i];
        const double low = parameter.logarithmic ? value * std::exp(-spread) : value - spread;
        const double high = parameter.logarithmic ? value * std::exp(spread) : value + spread;
        lines[parameter.name]
            = parameter.name + "," + rounded(value) + "," + rounded(std::min(low, value)) + "," + rounded(std::max(high, value));
        origins[parameter.name] = (solution.spreads[i] < narrowed * parameter.spread ? ",est-fit," : ",est-project,") + asOf;
    }
    std::string text = contentsOf(file), result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        const auto found = lines.find(line.substr(0, line.find(',')));
        std::size_t rest = 0;
        for (int commas = 0; commas < 4 && rest != std::string::npos; ++commas)
            rest = line.find(',', rest == 0 && commas == 0 ? 0 : rest + 1);
        const std::size_t day = line.rfind(','), origin = day == std::string::npos || day == 0 ? day : line.rfind(',', day - 1);
        const bool fitted = found != lines.end() && rest != std::string::npos && origin != std::string::npos && origin > rest;
        result += (fitted ? found->second + line.substr(rest, origin - rest) + origins[found->first] : line) + "\n";
        begin = end + 1;
    }
    std::ofstream(file, std::ios::binary) << result;
}

void writeFactors(const Problem& problem, const Solution& solution, const std::string& file, const std::string& asOf)
{
    std::map<std::string, int> runs;
    for (const Measurement& run : problem.runs) {
        const PreparedRun prepared = prepareMeasurement(run, problem.catalog);
        if (prepared.network != nullptr)
            ++runs[prepared.network->id];
    }
    std::ofstream out(file, std::ios::binary);
    out << "network,factor,low,high,runs,source,as_of\n";
    for (std::size_t i = 0; i < problem.parameters.size(); ++i) {
        const std::string& name = problem.parameters[i].name;
        if (!name.starts_with("network:"))
            continue;
        const std::string id = name.substr(std::strlen("network:"));
        const double factor = solution.values[i], wide = std::exp(quantile90 * solution.spreads[i]);
        out << id << ',' << rounded(factor) << ',' << rounded(factor / wide) << ',' << rounded(factor * wide) << ',' << runs[id]
            << ",est-fit," << asOf << "\n";
    }
}

void report(const Predictions& predictions, const Problem& problem, const Options& options)
{
    printBars(predictions, problem);
    if (!options.rows.empty())
        writeRows(predictions, options.rows);
}

void run(const Options& options)
{
    Problem problem = readProblem(options);
    const std::vector<bool> credible = believable(problem);
    std::printf(
        "%zu runs, %zu parameters; %ld runs would need more of their device's peak than any can reach and are left out of the fit\n",
        problem.runs.size(), problem.parameters.size(), static_cast<long>(std::count(credible.begin(), credible.end(), false)));
    if (!options.holdOut.empty()) {
        const Predictions predictions = holdOut(problem, options.holdOut);
        report(predictions, problem, options);
        for (const Spread& spread : conformalSpreads(problem, predictions, 20))
            std::printf("%-16s %4d runs: %.3f now, %.3f makes 80 %% of the ranges hold\n", spread.name.c_str(), spread.runs, spread.before,
                spread.value);
        return;
    }
    const Solution solution = fitTo(problem, std::vector<bool>(problem.runs.size(), true), priorOf(problem));
    for (std::size_t i = 0; i < problem.parameters.size(); ++i)
        std::printf("%-40s %10.4g  (prior %.4g) spread %.3f\n", problem.parameters[i].name.c_str(), solution.values[i],
            problem.parameters[i].prior, solution.spreads[i]);
    report(predictAll(problem, solution), problem, options);
    if (!options.score.empty()) {
        Problem others = problem;
        others.runs = readRuns(options.score);
        const Predictions predictions = predictAll(others, solution);
        std::printf("\n%s, which took no part in the fit:\n", options.score.c_str());
        printBars(predictions, others);
        writeRows(predictions, options.score + ".scored.csv");
    }
    if (options.write.empty())
        return;
    writeAssumptions(problem, solution, options.write + "/assumptions-law.csv", options.asOf);
    writeAssumptions(problem, solution, options.write + "/assumptions-boosting.csv", options.asOf);
    writeAssumptions(problem, solution, options.write + "/assumptions.csv", options.asOf);
    writeFactors(problem, solution, options.write + "/fits.csv", options.asOf);
}

} // namespace

int main(int count, char** arguments)
try {
    run(readOptions(count, arguments));
    return 0;
} catch (const std::exception& problem) {
    std::cerr << "rightrig-fit: " << problem.what() << '\n';
    return 1;
}
