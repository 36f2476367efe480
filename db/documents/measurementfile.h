// Measured runs as a table of comma-separated values, one row each. Columns may be missing, in any order; unknown ones are
// reported and not read.
// A bad row is a problem with line and column; the other rows are still read.
#pragma once

#include "db/documents/answersfile.h"
#include "models/domain/measurement.h"

#include <QByteArray>

#include <vector>

namespace rightrig {

/// `line` and `column` (of the table) start at 1.
struct MeasurementProblem
{
    int line = 0;
    int column = 0;
    std::string text;
};

struct MeasurementFile
{
    std::vector<Measurement> runs;
    std::vector<MeasurementProblem> problems;
};

/// Fails only where nothing can be read: no UTF-8, no header, a doubled column, or one of hardware, family, metric, value missing.
[[nodiscard]] std::variant<MeasurementFile, DocumentError> readMeasurements(const QByteArray& csv);

} // namespace rightrig
