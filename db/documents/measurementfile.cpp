#include "db/documents/measurementfile.h"

#include "db/csvreader.h"
#include "db/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace rightrig {

namespace {

constexpr std::array<const char*, 34> known{"id", "source", "hardware", "hardware_count", "cores_used", "power_w", "stack", "family",
    "model", "params_m", "forward_gflop", "activations_m", "layers", "hidden", "sequence", "image_px", "rows", "features", "trees", "depth",
    "leaves", "clusters", "iterations", "samples", "epochs", "precision", "batch", "checkpointing", "pipeline", "metric", "value",
    "peak_memory_gib", "year", "notes"};
constexpr std::array<const char*, 4> needed{"hardware", "family", "metric", "value"};
constexpr CsvLimits limits{std::size_t{64} << 20U, 200000, 64, 16000};

/// Thrown for one bad cell; the row is left out, the others are read.
struct BadCell
{
    int column;
    std::string text;
};

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!result.empty() && blank(result.back()))
        result.pop_back();
    result.erase(result.begin(), std::find_if_not(result.begin(), result.end(), blank));
    return result;
}

class RowReader
{
public:
    RowReader(const std::map<std::string, int>& columns, const CsvRow& row) : m_columns(columns), m_row(row) { }

    [[nodiscard]] std::string text(const char* name) const
    {
        const auto found = m_columns.find(name);
        const auto index = found == m_columns.end() ? m_row.cells.size() : static_cast<std::size_t>(found->second);
        return index < m_row.cells.size() ? m_row.cells[index] : std::string();
    }
    [[nodiscard]] std::string word(const char* name) const { return lowered(text(name)); }

    /// A number above zero; empty if the cell is.
    [[nodiscard]] std::optional<double> number(const char* name) const
    {
        const std::string cell = lowered(text(name));
        if (cell.empty())
            return std::nullopt;
        double value = 0.0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value))
            fail(name, "'" + cell + "' is not a number");
        if (value <= 0.0)
            fail(name, "'" + cell + "' is not above 0");
        return value;
    }
    [[noreturn]] void fail(const char* name, const std::string& reason) const
    {
        const auto found = m_columns.find(name);
        throw BadCell{found == m_columns.end() ? 0 : found->second + 1, std::string(name) + ": " + reason};
    }

private:
    const std::map<std::string, int>& m_columns;
    const CsvRow& m_row;
};

Precision precisionOf(const RowReader& row)
{
    const std::string word = row.word("precision");
    if (word.empty())
        return Precision::Fp32;
    const auto precision = measuredPrecision(word);
    if (!precision)
        row.fail("precision", "'" + word + "' is not one of fp32, tf32, amp, fp16, bf16, int8, int4");
    return *precision;
}

Metric metricOf(const RowReader& row)
{
    const std::string word = row.word("metric");
    const auto metric = fromWord<Metric>(word);
    if (!metric)
        row.fail("metric", "'" + word + "' is not one of " + wordList<Metric>());
    return *metric;
}

std::optional<bool> yesOrNo(const RowReader& row, const char* name)
{
    const std::string word = row.word(name);
    if (word.empty())
        return std::nullopt;
    if (word == "yes" || word == "true" || word == "1" || word == "full")
        return true;
    if (word != "no" && word != "false" && word != "0" && word != "none")
        row.fail(name, "'" + word + "' is neither yes nor no");
    return false;
}

bool isReal(const RowReader& row)
{
    const std::string word = row.word("pipeline");
    if (!word.empty() && word != "synthetic" && word != "real")
        row.fail("pipeline", "'" + word + "' is neither synthetic nor real");
    return word == "real";
}

void readNetwork(const RowReader& row, Measurement& run)
{
    run.net.paramsM = row.number("params_m");
    run.net.forwardGflop = row.number("forward_gflop");
    run.net.activationsM = row.number("activations_m");
    run.net.layers = row.number("layers");
    run.net.hidden = row.number("hidden");
    run.net.sequence = row.number("sequence");
    run.net.imagePx = row.number("image_px");
    run.batch = row.number("batch");
    run.checkpointing = yesOrNo(row, "checkpointing");
    run.precision = precisionOf(row);
    run.pureHalf = keepsNothingInFp32(row.word("precision"));
    run.realPipeline = isReal(row);
    run.syntheticData = row.word("pipeline") == "synthetic";
}

void readTable(const RowReader& row, Measurement& run)
{
    run.rows = row.number("rows");
    run.table.columns = row.number("features");
    run.table.trees = row.number("trees");
    run.table.depth = row.number("depth");
    run.table.leaves = row.number("leaves");
    run.table.clusters = row.number("clusters");
    run.table.iterations = row.number("iterations");
}

JobFamily familyOf(const RowReader& row)
{
    const std::string word = row.word("family");
    const auto family = fromWord<JobFamily>(word);
    if (!family || *family == JobFamily::Reinforcement)
        row.fail("family", "'" + word + "' is not one of " + wordList<JobFamily>());
    return *family;
}

/// Devices: a whole number that no cluster on earth exceeds.
double countOf(const RowReader& row)
{
    constexpr double most = 1e6;
    const double count = row.number("hardware_count").value_or(1.0);
    if (count < 1.0 || count > most || std::floor(count) != count)
        row.fail("hardware_count", "'" + row.word("hardware_count") + "' is not a whole number from 1 to 1000000");
    return count;
}

Measurement readRun(const RowReader& row, int line)
{
    Measurement run;
    run.line = line;
    run.id = row.text("id");
    run.source = row.text("source");
    run.hardware = row.text("hardware");
    run.stack = row.word("stack");
    run.model = row.text("model");
    run.notes = row.text("notes");
    if (run.hardware.empty())
        row.fail("hardware", "is empty");
    run.familyOfModel = row.word("family") == "other";
    if (!run.familyOfModel)
        run.family = familyOf(row);
    run.metric = metricOf(row);
    const auto value = row.number("value");
    if (!value)
        row.fail("value", "is empty");
    run.value = *value;
    run.hardwareCount = countOf(row);
    run.coresUsed = row.number("cores_used");
    run.powerWatts = row.number("power_w");
    run.samples = row.number("samples");
    run.epochs = row.number("epochs");
    run.peakMemoryGib = row.number("peak_memory_gib");
    run.year = row.number("year");
    readNetwork(row, run);
    readTable(row, run);
    return run;
}

std::optional<std::string> readHeader(const CsvRow& header, std::map<std::string, int>& columns, MeasurementFile& file)
{
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const std::string name = lowered(header.cells[i]);
        if (std::find(known.begin(), known.end(), name) == known.end())
            file.problems.push_back({1, static_cast<int>(i) + 1, "the column '" + name + "' is unknown and was not read"});
        if (!columns.emplace(name, static_cast<int>(i)).second)
            return "line 1: the column '" + name + "' stands there twice";
    }
    for (const char* name : needed) {
        if (columns.find(name) == columns.end())
            return std::string("line 1: the column '") + name + "' is missing";
    }
    return std::nullopt;
}

void readRow(const CsvRow& row, const std::map<std::string, int>& columns, MeasurementFile& file)
{
    if (row.cells.size() > columns.size()) {
        file.problems.push_back({row.line, static_cast<int>(columns.size()) + 1, "there are more cells than columns"});
        return;
    }
    try {
        file.runs.push_back(readRun(RowReader(columns, row), row.line));
    } catch (const BadCell& bad) {
        file.problems.push_back({row.line, bad.column, bad.text});
    }
}

} // namespace

std::variant<MeasurementFile, DocumentError> readMeasurements(const QByteArray& csv)
{
    MeasurementFile file;
    try {
        CsvReader reader({csv.constData(), static_cast<std::size_t>(csv.size())}, ',', limits);
        const auto header = reader.next();
        if (!header)
            return DocumentError{QStringLiteral("The file is empty. It needs a line with the names of its columns.")};
        std::map<std::string, int> columns;
        if (const auto fault = readHeader(*header, columns, file))
            return DocumentError{QString::fromStdString(*fault)};
        while (const auto row = reader.next())
            readRow(*row, columns, file);
    } catch (const CsvError& error) {
        if (file.runs.empty() && file.problems.empty())
            return DocumentError{
                QStringLiteral("line %1, column %2: %3").arg(error.line).arg(error.column).arg(QLatin1String(error.what()))};
        file.problems.push_back({error.line, error.column, std::string(error.what()) + "; nothing behind it was read"});
    }
    return file;
}

} // namespace rightrig
