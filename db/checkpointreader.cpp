// The published runs that ship with the program, row by row into what measurement files also become.
#include "db/cataloguereader.h"

#include <utility>

namespace rightrig {
namespace {

NetworkShape readMeasuredShape(const CatalogueTable& row)
{
    NetworkShape net;
    net.paramsM = row.optionalNumber("params_m");
    net.forwardGflop = row.optionalNumber("forward_gflop");
    net.activationsM = row.optionalNumber("activations_m");
    net.layers = row.optionalNumber("layers");
    net.hidden = row.optionalNumber("hidden");
    net.sequence = row.optionalNumber("sequence");
    net.imagePx = row.optionalNumber("image_px");
    return net;
}

void readMeasuredTable(const CatalogueTable& row, Measurement& run)
{
    run.rows = row.optionalNumber("rows");
    run.table.columns = row.optionalNumber("features");
    run.table.trees = row.optionalNumber("trees");
    run.table.depth = row.optionalNumber("depth");
    run.table.leaves = row.optionalNumber("leaves");
}

void readHow(const CatalogueTable& row, Measurement& run)
{
    run.hardwareCount = row.number("hardware_count");
    run.coresUsed = row.optionalNumber("cores_used");
    run.powerWatts = row.optionalNumber("power_w");
    run.samples = row.optionalNumber("samples");
    run.epochs = row.optionalNumber("epochs");
    const std::string precision = row.text("precision");
    const auto known = measuredPrecision(precision);
    if (!known)
        row.fail("precision", "'" + precision + "' is unknown");
    run.precision = *known;
    run.pureHalf = keepsNothingInFp32(precision);
    run.batch = row.optionalNumber("batch");
    if (const auto checkpointing = row.optionalWhole("checkpointing"))
        run.checkpointing = *checkpointing == 1;
    run.realPipeline = row.text("pipeline") == "real";
    run.syntheticData = row.text("pipeline") == "synthetic";
}

void readResult(const CatalogueTable& row, Measurement& run)
{
    run.metric = row.word<Metric>("metric");
    run.value = row.number("value");
    run.peakMemoryGib = row.optionalNumber("peak_memory_gib");
    run.year = row.number("year");
    run.notes = row.optionalText("notes").value_or("");
}

} // namespace

void CatalogueReader::readCheckpoints()
{
    for (CatalogueTable row(m_database, "checkpoints"); row.next();) {
        Measurement run;
        const std::string id = row.text("id");
        if (!m_checkpoints.emplace(id, static_cast<int>(m_catalog.checkpoints.size())).second)
            row.fail("id", "is written twice");
        run.id = id;
        run.source = row.text("cite");
        run.hardware = row.text("hardware");
        if (m_catalog.findDevice(run.hardware) < 0)
            row.fail("hardware", "'" + run.hardware + "' is no name or alias in devices");
        run.stack = row.text("stack");
        run.family = row.word<JobFamily>("family");
        run.model = row.text("model");
        run.net = readMeasuredShape(row);
        readMeasuredTable(row, run);
        readHow(row, run);
        readResult(row, run);
        run.citation = source(row);
        m_catalog.checkpoints.push_back(std::move(run));
    }
}

} // namespace rightrig
