// Real runs of the own computer as evidence for other estimates (ownruns.h).
#pragma once

#include "models/domain/job.h"

#include <string>
#include <vector>

namespace rightrig {

struct RunEvidence
{
    std::string presetId;
    JobFamily family = JobFamily::Cnn;
    bool onCard = false;
    std::uint8_t stack = 0; ///< Stack of the machine it ran on
    double sd = 0.0;        ///< of the estimate's own error
};

struct OwnEvidence
{
    std::vector<RunEvidence> runs;
    std::vector<double> weights; ///< (K + noise)^-1 ln factors
    std::vector<double> inverse; ///< (K + noise)^-1, row by row
};

/// How like two errors are (correlation), and how exactly people time their runs.
struct RunConstants
{
    double sameJob = 0.0, sameFamily = 0.0, sameKind = 0.0, otherMachine = 0.0, noise = 0.0;
};

} // namespace rightrig
