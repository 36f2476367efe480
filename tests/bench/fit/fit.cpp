#include "tests/bench/fit/fit.h"

#include "db/csvreader.h"
#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <Eigen/Dense>
#include <unsupported/Eigen/NonLinearOptimization>
#include <unsupported/Eigen/NumericalDiff>

#include <cmath>
#include <map>
#include <stdexcept>

namespace rightrig::fit {

namespace {

constexpr double errorScale = 0.2; ///< |ln error| from which a run pulls less than its square
constexpr double sourceExponent = -0.4;
/// No published training of a language model is known to reach more of the dense peak (llm-foundry: 73.7 % of an A100). A row that
/// claims more has a wrong length or leaves work out.
constexpr double mostPeakShare = 0.75;
constexpr std::string_view networkPrefix = "network:", plainSuffix = ":plain";

bool isPlain(const PreparedRun& run) { return run.job.precision == Precision::Fp32 || run.job.precision == Precision::Tf32; }

double toInner(const Parameter& parameter, double value) { return parameter.logarithmic ? std::log(value) : value; }
double toValue(const Parameter& parameter, double inner) { return parameter.logarithmic ? std::exp(inner) : inner; }

/// Predicts prepared runs again and again while constants and factors change.
class Model
{
public:
    explicit Model(Problem& problem) : m_problem(problem)
    {
        for (const Measurement& run : problem.runs)
            m_prepared.push_back(prepareMeasurement(run, problem.catalog));
        for (std::size_t i = 0; i < problem.parameters.size(); ++i) {
            const std::string& name = problem.parameters[i].name;
            if (name.starts_with(networkPrefix))
                m_networks[name.substr(networkPrefix.size())] = i;
            else if (problem.catalog.findAssumption(name) == nullptr)
                throw std::runtime_error("parameters.csv: the catalogue has no assumption " + name);
        }
    }

    std::vector<Prediction> predict(const Eigen::VectorXd& inner)
    {
        Answers answers;
        for (std::size_t i = 0; i < m_problem.parameters.size(); ++i) {
            const Parameter& parameter = m_problem.parameters[i];
            if (!parameter.name.starts_with(networkPrefix))
                answers.overrides.emplace_back(parameter.name, toValue(parameter, inner[static_cast<Eigen::Index>(i)]));
        }
        const auto constants = resolveConstants(m_problem.catalog, answers);
        std::vector<Prediction> result;
        result.reserve(m_prepared.size());
        for (PreparedRun& prepared : m_prepared) {
            setFactor(prepared, inner);
            result.push_back(predictPrepared(prepared, m_problem.catalog, *constants));
        }
        return result;
    }

private:
    void setFactor(PreparedRun& prepared, const Eigen::VectorXd& inner) const
    {
        if (prepared.network == nullptr)
            return;
        const auto found = m_networks.find(prepared.network->id);
        if (found == m_networks.end()) {
            prepared.job.net.calibration.reset();
            return;
        }
        double factor = inner[static_cast<Eigen::Index>(found->second)];
        const auto plain = m_networks.find(prepared.network->id + std::string(plainSuffix));
        if (plain != m_networks.end() && isPlain(prepared))
            factor += inner[static_cast<Eigen::Index>(plain->second)];
        prepared.job.net.calibration = std::exp(factor);
    }

    Problem& m_problem;
    std::vector<PreparedRun> m_prepared;
    std::map<std::string, std::size_t> m_networks;
};

/// A residual whose square grows only linearly for large errors.
double softened(double error)
{
    const double square = 2.0 * (std::sqrt(1.0 + error * error) - 1.0);
    return std::copysign(std::sqrt(square), error);
}

/// The residuals in the form Eigen's solver asks for.
struct Residuals
{
    using Scalar = double;
    using InputType = Eigen::VectorXd;
    using ValueType = Eigen::VectorXd;
    using JacobianType = Eigen::MatrixXd;
    enum { InputsAtCompileTime = Eigen::Dynamic, ValuesAtCompileTime = Eigen::Dynamic };

    const Problem* problem;
    Model* model;
    const std::vector<double>* weights; ///< of the runs; 0: held out

    [[nodiscard]] int inputs() const { return static_cast<int>(problem->parameters.size()); }
    [[nodiscard]] int values() const { return static_cast<int>(problem->runs.size() + problem->parameters.size()); }

    int operator()(const Eigen::VectorXd& inner, Eigen::VectorXd& out) const
    {
        const std::vector<Prediction> predictions = model->predict(inner);
        Eigen::Index row = 0;
        for (std::size_t i = 0; i < predictions.size(); ++i, ++row)
            out[row]
                = (*weights)[i] > 0.0 && predictions[i].matched() ? (*weights)[i] * softened(predictions[i].logError() / errorScale) : 0.0;
        for (std::size_t i = 0; i < problem->parameters.size(); ++i, ++row) {
            const Parameter& parameter = problem->parameters[i];
            out[row] = (inner[static_cast<Eigen::Index>(i)] - toInner(parameter, parameter.prior)) / parameter.spread;
        }
        return 0;
    }
};

std::vector<double> weightsOf(const Problem& problem, const std::vector<bool>& used)
{
    std::map<std::string, int> counts;
    for (std::size_t i = 0; i < problem.runs.size(); ++i)
        counts[sourceName(problem.runs[i].source)] += used[i] ? 1 : 0;
    std::vector<double> weights;
    for (std::size_t i = 0; i < problem.runs.size(); ++i) {
        const std::string source = sourceName(problem.runs[i].source);
        const auto doubt = problem.doubts.find(source);
        const double trust = doubt == problem.doubts.end() ? 1.0 : doubt->second;
        weights.push_back(used[i] ? std::sqrt(trust * std::pow(counts[source], sourceExponent)) : 0.0);
    }
    return weights;
}

Eigen::VectorXd innerOf(const std::vector<Parameter>& parameters, const std::vector<double>& values)
{
    Eigen::VectorXd inner(static_cast<Eigen::Index>(parameters.size()));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        inner[static_cast<Eigen::Index>(i)] = toInner(parameters[i], values[i]);
    return inner;
}

} // namespace

Solution priorOf(const Problem& problem)
{
    Solution start;
    for (const Parameter& parameter : problem.parameters)
        start.values.push_back(parameter.prior);
    return start;
}

std::string chipOf(const Problem& problem, const Measurement& run)
{
    const int device = problem.catalog.findDevice(run.hardware);
    if (device < 0)
        return "none";
    const Device& chip = problem.catalog.devices[static_cast<std::size_t>(device)];
    return chip.vendor == Vendor::Apple ? "Apple" : chip.architecture.empty() ? chip.name : chip.architecture;
}

std::vector<Parameter> readParameters(const std::string& csv)
{
    CsvReader reader(csv);
    std::vector<Parameter> parameters;
    static_cast<void>(reader.next()); // the header
    while (const auto row = reader.next()) {
        if (row->cells.size() != 4 || (row->cells[1] != "log" && row->cells[1] != "linear"))
            throw std::runtime_error("parameters.csv:" + std::to_string(row->line) + ": expected name,log|linear,prior,spread");
        parameters.push_back({row->cells[0], row->cells[1] == "log", std::stod(row->cells[2]), std::stod(row->cells[3])});
    }
    return parameters;
}

std::map<std::string, double> readDoubts(const std::string& csv)
{
    CsvReader reader(csv);
    std::map<std::string, double> doubts;
    static_cast<void>(reader.next()); // the header
    while (const auto row = reader.next()) {
        if (row->cells.size() != 3)
            throw std::runtime_error("doubts.csv:" + std::to_string(row->line) + ": expected source,weight,reason");
        doubts[row->cells[0]] = std::stod(row->cells[1]);
    }
    return doubts;
}

void addNetworkFactors(Problem& problem, int least, double spread, double plainSpread)
{
    std::map<std::string, int> runs, plain;
    for (const Measurement& run : problem.runs) {
        const PreparedRun prepared = prepareMeasurement(run, problem.catalog);
        if (prepared.network == nullptr || prepared.device < 0)
            continue;
        ++runs[prepared.network->id];
        plain[prepared.network->id] += isPlain(prepared) ? 1 : 0;
    }
    for (const auto& [id, count] : runs) {
        const std::string name = std::string(networkPrefix) + id;
        if (count >= least)
            problem.parameters.push_back({name, true, 1.0, spread});
        if (plainSpread > 0.0 && plain[id] >= least && count - plain[id] >= least)
            problem.parameters.push_back({name + std::string(plainSuffix), true, 1.0, plainSpread});
    }
}

bool isLargeLanguageModel(JobFamily family)
{
    return family == JobFamily::LlmFull || family == JobFamily::Lora || family == JobFamily::Qlora;
}

std::vector<bool> believable(Problem& problem)
{
    std::vector<bool> result;
    for (const Prediction& prediction : predictAll(problem, priorOf(problem)))
        result.push_back(!isLargeLanguageModel(prediction.family) || prediction.peakShare.value_or(0.0) <= mostPeakShare);
    return result;
}

Solution fitTo(Problem& problem, const std::vector<bool>& wanted, const Solution& start)
{
    Model model(problem);
    std::vector<bool> used = believable(problem);
    for (std::size_t i = 0; i < used.size(); ++i)
        used[i] = used[i] && wanted[i];
    const std::vector<double> weights = weightsOf(problem, used);
    Residuals residuals{&problem, &model, &weights};
    Eigen::NumericalDiff<Residuals> differentiated(residuals, 1e-7);
    Eigen::LevenbergMarquardt<Eigen::NumericalDiff<Residuals>> solver(differentiated);
    solver.parameters.ftol = solver.parameters.xtol = 1e-6;
    solver.parameters.maxfev = 4000;
    Eigen::VectorXd inner = innerOf(problem.parameters, start.values);
    solver.minimize(inner);
    Eigen::MatrixXd jacobian(residuals.values(), residuals.inputs());
    differentiated.df(inner, jacobian);
    const Eigen::MatrixXd covariance
        = (jacobian.transpose() * jacobian).ldlt().solve(Eigen::MatrixXd::Identity(inner.size(), inner.size()));
    Solution solution;
    for (Eigen::Index i = 0; i < inner.size(); ++i) {
        solution.values.push_back(toValue(problem.parameters[static_cast<std::size_t>(i)], inner[i]));
        solution.spreads.push_back(std::sqrt(std::max(0.0, covariance(i, i))));
    }
    return solution;
}

std::vector<Prediction> predictAll(Problem& problem, const Solution& solution)
{
    Model model(problem);
    return model.predict(innerOf(problem.parameters, solution.values));
}

} // namespace rightrig::fit
