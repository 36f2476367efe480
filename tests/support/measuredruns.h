// Measured runs to start from: a test changes what it is about.
#pragma once

#include "models/domain/validation.h"

namespace rightrig::testing {

inline Measurement resnet(const char* hardware = "NVIDIA GeForce RTX 3090")
{
    Measurement run;
    run.id = "r";
    run.source = "some/repository:file";
    run.hardware = hardware;
    run.stack = "pytorch";
    run.family = JobFamily::Cnn;
    run.model = "resnet50";
    run.precision = Precision::Amp;
    run.batch = 128;
    run.metric = Metric::SamplesPerSecond;
    run.value = 1000;
    run.year = 2022;
    return run;
}

inline Measurement boosting(const char* hardware = "Intel Xeon Platinum 8488C")
{
    Measurement run = resnet(hardware);
    run.stack = "xgboost";
    run.family = JobFamily::Gbdt;
    run.model = "xgboost GBM";
    run.precision = Precision::Fp32;
    run.rows = 1e6;
    run.table.columns = 8;
    run.table.trees = 100;
    run.table.depth = 10;
    run.coresUsed = 16;
    run.metric = Metric::RunSeconds;
    run.value = 1.4;
    return run;
}

} // namespace rightrig::testing
