// From goals and depth to concrete training jobs, sized by the student's data.
#include "models/domain/choiceconstants.h"
#include "models/domain/planner.h"

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

constexpr double longestText = 512.0; // BERT-class encoders read no more at once; longer texts are cut into pieces

void scale(std::optional<double>& value, double factor)
{
    if (value)
        *value *= factor;
}

/// Work and memory of a sample grow with its size; the calibrated throughput falls with it.
void scaleSample(NetworkShape& net, double factor)
{
    scale(net.forwardGflop, factor);
    scale(net.activationsM, factor);
    scale(net.memoryPerSampleMib, factor);
    scale(net.throughputKAmp, 1.0 / factor);
    scale(net.throughputKFp32, 1.0 / factor);
}

void sizeRows(Job& job, const DataSize& data)
{
    if (data.rows)
        job.samples = *data.rows;
    job.sizeFromStudent = data.rows.has_value();
    if (!data.columns || !job.table.columns)
        return;
    if (job.table.features)
        *job.table.features *= std::min(1.0, *data.columns / *job.table.columns);
    job.table.columns = data.columns;
}

void sizeImages(Job& job, const DataSize& data)
{
    if (data.images)
        job.samples = *data.images;
    job.sizeFromStudent = data.images.has_value();
    if (!data.pixels || !job.net.imagePx || *job.net.imagePx <= 0.0)
        return;
    const double ratio = *data.pixels / *job.net.imagePx;
    scaleSample(job.net, ratio * ratio);
    if (job.family == JobFamily::TransformerEncoder)
        scale(job.net.sequence, ratio * ratio);
    job.net.imagePx = data.pixels;
}

void sizeDocuments(Job& job, const DataSize& data)
{
    if (data.documents)
        job.samples = *data.documents;
    job.sizeFromStudent = data.documents.has_value();
    if (!data.tokens || !job.net.sequence || *job.net.sequence <= 0.0)
        return;
    const double longest = std::max(longestText, *job.net.sequence);
    const double length = std::clamp(*data.tokens, 1.0, longest);
    if (*data.tokens > longest)
        job.samples *= *data.tokens / longest;
    scaleSample(job.net, length / *job.net.sequence);
    job.net.sequence = length;
}

/// Language models see one long stream: documents times their length.
void sizeTokens(Job& job, const DataSize& data)
{
    job.sizeFromStudent = data.documents.has_value() && data.tokens.has_value();
    if (job.sizeFromStudent)
        job.samples = std::max(1.0, *data.documents * *data.tokens);
}

void sizeFromData(Job& job, const DataSize& data)
{
    switch (job.unit) {
    case SampleUnit::Rows:
        return sizeRows(job, data);
    case SampleUnit::Images:
        return sizeImages(job, data);
    case SampleUnit::Documents:
        return sizeDocuments(job, data);
    case SampleUnit::Tokens:
        return sizeTokens(job, data);
    case SampleUnit::AudioHours:
        job.sizeFromStudent = data.hoursOfAudio.has_value();
        job.samples = data.hoursOfAudio.value_or(job.samples);
        return;
    case SampleUnit::Steps:
        return;
    }
}

/// The preset for a goal: of the nearest depth (lower first), the wizard's choice before the others.
const Preset* presetFor(Goal goal, Depth depth, const Catalog& catalog)
{
    const Preset* best = nullptr;
    double bestDistance = 0.0;
    for (const Preset& preset : catalog.presets) {
        if (preset.goal != goal)
            continue;
        const int steps = static_cast<int>(preset.depth) - static_cast<int>(depth);
        const double distance = std::abs(steps) + (steps > 0 ? 0.5 : 0.0) + (preset.typical ? 0.0 : 10.0);
        if (best == nullptr || distance < bestDistance) {
            best = &preset;
            bestDistance = distance;
        }
    }
    return best;
}

double runsOf(const Preset& preset, const Settled& settled, std::size_t jobs, const Catalog& catalog)
{
    const double own = settled.runsPerWeek / static_cast<double>(jobs);
    if (!settled.tuning || preset.tuningRuns <= 1.0)
        return own;
    const double longest = choiceValue("choice.tuning.longest_week", catalog, settled.given) / static_cast<double>(jobs);
    return std::max(own, std::min(own * preset.tuningRuns, longest));
}

/// A catalogue without presets still gets an answer: a small linear model on a table.
Job fallbackJob(const Settled& settled)
{
    Job job;
    job.id = job.presetId = "table";
    job.title = "Table";
    job.family = JobFamily::Linear;
    job.samples = settled.given.data.rows.value_or(10000.0);
    job.table.columns = settled.given.data.columns.value_or(20.0);
    job.table.iterations = 100.0;
    job.precision = Precision::Fp32;
    job.runsPerWeek = settled.runsPerWeek;
    return job;
}

} // namespace

Job jobFromPreset(const Preset& preset)
{
    Job job;
    job.id = preset.id;
    job.presetId = preset.id;
    job.title = preset.title;
    job.family = preset.family;
    job.unit = preset.unit;
    job.samples = preset.samples;
    job.epochs = preset.epochs;
    job.batch = preset.batch;
    job.precision = preset.precision;
    job.checkpointing = preset.checkpointing;
    job.loadsImages = preset.loadsImages;
    job.net = preset.net;
    job.table = preset.table;
    job.source = preset.source;
    return job;
}

std::vector<Job> planJobs(const Settled& settled, const Catalog& catalog)
{
    std::vector<const Preset*> chosen;
    for (const Goal goal : settled.goals) {
        const Preset* preset = presetFor(goal, settled.depth, catalog);
        if (preset != nullptr && std::find(chosen.begin(), chosen.end(), preset) == chosen.end())
            chosen.push_back(preset);
    }
    std::vector<Job> jobs;
    for (const Preset* preset : chosen) {
        Job job = jobFromPreset(*preset);
        sizeFromData(job, settled.given.data);
        job.runsPerWeek = runsOf(*preset, settled, chosen.size(), catalog);
        jobs.push_back(std::move(job));
    }
    if (jobs.empty())
        jobs.push_back(fallbackJob(settled));
    return jobs;
}

} // namespace rightrig
