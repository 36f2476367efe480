// Every constant of the estimator, read once from the catalogue's assumptions with the student's overrides applied.
// Names, units, spans and sources of the values: db/rows/assumptions.csv.
#pragma once

#include "models/domain/job.h"
#include "models/domain/ownevidence.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

/// Speed law of one class of networks: throughput = K Ce^a BW^b phi.
struct SpeedLaw
{
    double a = 0.0, b = 0.0;
    double fp32Share = 0.0; ///< K in FP32 against K in mixed precision
};

/// What kind of work a network is, for the composite law (composite.h).
enum class WorkKind : std::uint8_t { Picture, Map, Transformer, Language, Adapter, Recurrent };
inline constexpr std::size_t workKindCount = 6;

/// One kind of work: share of the sustained peak it reaches, bytes moved per activation byte, TFLOPS it sustains per watt.
struct WorkLaw
{
    double eta = 0.0, moves = 0.0, perWatt = 0.0;
    double plainGain = 1.0; ///< plain arithmetic reaches this much more of its peak than matrix units
    double wideMoves = 1.0; ///< moves per byte of four-byte values against two-byte ones, for which layouts are turned over
    double launches = 0.0;  ///< leaf layers of a network (transformers: of one layer) whose number is not known
};

/// Families of chips that differ in how much of their peak real training reaches. The last one is any other.
inline constexpr std::array<std::string_view, 20> chipFamilies{"kepler", "maxwell", "pascal", "volta", "turing", "ampere", "ada", "hopper",
    "blackwell", "gcn", "rdna1", "rdna", "cdna", "apple", "xe", "tpu", "gaudi", "apple-processor", "processor", "other"};
inline constexpr std::uint8_t appleProcessor = chipFamilies.size() - 3, usualProcessor = chipFamilies.size() - 2;

/// What one family of chips reaches against the law's average.
struct ChipGain
{
    double compute = 1.0, bandwidth = 1.0;
    double spread = 0.0; ///< standard deviation of ln time that both factors leave open
};

/// The composite law: arithmetic, memory traffic, update and launches of one step, fitted on published runs (tests/bench/fit).
struct LawConstants
{
    std::array<WorkLaw, workKindCount> work;
    std::array<ChipGain, chipFamilies.size()> chip;
    std::array<double, frameworkCount> framework{};       ///< time against plain PyTorch; 0: not a framework of networks
    std::array<double, frameworkCount> frameworkSpread{}; ///< standard deviation of its ln
    double smooth = 0.0, launchSmooth = 0.0, moduleUs = 0.0, updateBytes = 0.0, denseExponent = 0.0, thinExponent = 0.0, balance = 0.0,
           emulatedBytes = 0.0, emulatedTime = 0.0, rdna1Half = 0.0, integrated = 0.0, yearShare = 0.0, launchYearShare = 0.0,
           referenceYear = 0.0, softwareYear = 0.0, reading = 0.0, hostImages = 0.0, tunedHostImages = 0.0, tokensPerUpdate = 0.0,
           mapActivations = 0.0, pictureActivations = 0.0, unpackBytes = 0.0, checkpointLaunches = 0.0, plainAttention = 0.0,
           volumeTime = 0.0, modulesPerLayer = 0.0, tinyGflop = 0.0, tinyModules = 0.0, photoSide = 0.0, arrayShare = 0.0,
           graphStepMs = 0.0, recurrentModules = 0.0, processorKernelsSince = 0.0, plainProcessor = 0.0;
};

/// Boosting with histograms: nanoseconds of a cell in a tree's first level (later levels: a share of it), of a row in each level, of a bin
/// in each leaf; microseconds of a leaf, of a leaf and further core, and of a tree; the shares of one core alone, in sorting rows and in
/// the rest; what older software needs more each year (exponents of e): in all, of its one-core part, of its bins.
struct HistogramLaw
{
    double cellNs = 0.0, laterLevels = 0.0, rowNs = 0.0, binNs = 0.0, nodeUs = 0.0, nodeCoreUs = 0.0, treeUs = 0.0, serialShare = 0.0,
           sortingSerial = 0.0, yearShare = 0.0, serialYears = 0.0, binYears = 0.0;
};
inline constexpr std::size_t histogramBoosters = 3; ///< of Booster: XGBoost, LightGBM, CatBoost

/// Other boosters: t = T n p k (p/8)^-g (f + (1-f)/c) / s + T (o + oc c) / s; k in ns, o and oc in ms.
struct BoosterLaw
{
    double k = 0.0, g = 0.0, f = 0.0, o = 0.0, oc = 0.0;
};

/// Training time.
struct TimeConstants
{
    SpeedLaw cnn, transformer, rnn, recommender;
    double cePerWatt = 0.0, layerMs = 0.0, loraLayerMs = 0.0, eta = 0.0, loraEta = 0.0, etaReferenceTpw = 0.0, etaPowerExponent = 0.0,
           qloraSlowdown = 0.0, fixedShare = 0.0, neuralStartSeconds = 0.0, tableStartSeconds = 0.0, loaderImages = 0.0, multiCnn = 0.0,
           multiEncoder = 0.0, multiLarge = 0.0, multiRnn = 0.0, cpuClockShare = 0.0, rentedCoreSpeed = 0.0, rentedCoreGflops = 0.0,
           rentedCoreGbPerS = 0.0, efficiencyCore = 0.0, envSteps = 0.0, envCoreShare = 0.0, envUtilisation = 0.0, clipSeconds = 0.0,
           speechSeconds = 0.0, newYear = 0.0;
};

/// Speed of a software stack against tuned CUDA scripts (2.4).
struct SoftwareConstants
{
    double cudaVision = 0.0, cudaText = 0.0, cudaLarge = 0.0, metal = 0.0, cpu = 0.0, integrated = 0.0, rocm = 0.0, intel = 0.0, xla = 0.0;
};

/// Power and energy (2.7, 5).
struct PowerConstants
{
    double unknownTgpShare = 0.0, fanlessShare = 0.0, appleTflopsPerWatt = 0.0, utilisation = 0.0, restDesktop = 0.0, restLaptop = 0.0,
           psuEfficiency = 0.0, pueHome = 0.0, pueCloud = 0.0, co2World = 0.0;
};

/// Bytes (3).
struct MemoryConstants
{
    double adamAmp = 0.0, adamFp32 = 0.0, half = 0.0, nf4 = 0.0, nf4Double = 0.0, adapter = 0.0, kappa = 0.0, qloraActivations = 0.0,
           logits = 0.0, encoderFixed = 0.0, encoderAttention = 0.0, encoderMargin = 0.0, fp32Activations = 0.0, mactBytes = 0.0,
           visionFixed = 0.0, contextGb = 0.0, marginCalibrated = 0.0, marginSpec = 0.0, fillShare = 0.0, edge = 0.0, appleShare = 0.0,
           integratedShare = 0.0, osGb = 0.0, frameworkGb = 0.0, encoderSpareGb = 0.0, adamHalf = 0.0, adapterShare = 0.0,
           metalFactor = 0.0, hfLogits = 0.0, fusedSince = 0.0, encoderFused = 0.0, transformerBytes = 0.0;
};

/// cuML on NVIDIA cards: published speed-ups over scikit-learn on a server processor of so many cores.
struct CumlConstants
{
    double cores = 0.0, coreGflops = 0.0, bandwidth = 0.0, bandwidthExponent = 0.0, forest = 0.0, kmeans = 0.0, linear = 0.0, pca = 0.0,
           knn = 0.0;
};

/// XGBoost before 1.0: each thread had histograms of its own.
struct ThreadHistograms
{
    double binNs = 0.0, leafUs = 0.0; ///< of each further thread: adding up one bin in a wide table; meeting at one leaf
    double halfColumns = 0.0;         ///< of a table whose bins cost half as much
    double sharedSince = 0.0;         ///< first year without them
};

/// Jobs on tables (4).
struct TableConstants
{
    std::array<HistogramLaw, histogramBoosters> histogram, histogramOnCard; ///< by Booster
    std::array<double, histogramBoosters> cardBandwidth{};                  ///< exponent of the card's memory bandwidth
    std::array<BoosterLaw, 3> boost;                                        ///< the boosters after those
    BoosterLaw exact;                                                       ///< XGBoost in its first years
    ThreadHistograms xgbThreads;                                            ///< and before 1.0
    double xgbCachedShare = 0.0, xgbCachedCells = 0.0, bins = 0.0, filledBins = 0.0, rowsPerLeaf = 0.0, mostLeaves = 0.0, binningNs = 0.0,
           boostingYear = 0.0, boostingYears = 0.0, histogramsSince = 0.0;
    double gpuReferenceBandwidth = 0.0, h2oNodeExponent = 0.0;
    CumlConstants cuml;
    std::array<double, frameworkCount> forest{}; ///< time of a library's forests against scikit-learn's; 0: none known
    std::array<double, frameworkCount> linear{}; ///< the same of linear models
    double maxCores = 0.0, binnedForest = 0.0, lbfgsSince = 0.0, liblinear = 0.0, svmRows = 0.0, cellBytes = 0.0, ramMultiple = 0.0,
           xgbCellBytes = 0.0, lgbCellBytes = 0.0;
};

/// Standard deviations of ln time (6).
struct SpreadConstants
{
    double cnn = 0.0, map = 0.0, language = 0.0, adapter = 0.0, encoder = 0.0, transformer = 0.0, rnn = 0.0, xgboost = 0.0, lightgbm = 0.0,
           gpuBoosting = 0.0, oldGpuBoosting = 0.0, forest = 0.0, otherTables = 0.0, cuml = 0.0, games = 0.0, softwareCuda = 0.0,
           softwareMetal = 0.0, softwareOther = 0.0, unknownVision = 0.0, unknownText = 0.0, workload = 0.0, guessedPower = 0.0,
           guessedProcessor = 0.0, newFactor = 0.0;
};

/// Money (5).
struct CostConstants
{
    double rhoDesktop = 0.0, rhoLaptop = 0.0, rhoMac = 0.0, setupMinutes = 0.0, idleFactor = 0.0, spotCheckpointMinutes = 0.0,
           spotMeanMinutes = 0.0, spotRestartMinutes = 0.0;
};

/// Histogram boosting of one library on a tested machine: costs against adding a cell to a histogram, and microseconds of a node.
struct BinLaw
{
    double cells = 0.0, bins = 0.0, nodeUs = 0.0;
};

/// What a test of a machine means (measuredrig.h): rates of a core of speed 1, shares of a data sheet's figures that the test reaches.
struct ProfileConstants
{
    double sgemmShare = 0.0, triadShare = 0.0, referenceHistogram = 0.0, referenceTree = 0.0, spreadShare = 0.0, tableSd = 0.0;
    // the laws of a tested processor (testedlaws.h)
    BinLaw xgboost, histBoosting;
    double forestSteps = 0.0, forestExponent = 0.0, binningNs = 0.0, linearBytes = 0.0, linearRowNs = 0.0, linearRounds = 0.0,
           linearStartMs = 0.0, kmeansShare = 0.0, kmeansPairNs = 0.0, kmeansSerial = 0.0, svmPairNs = 0.0, svmColumnNs = 0.0,
           knnShare = 0.0, knnPairNs = 0.0, knnTreeUs = 0.0, knnTreeGrowth = 0.0, knnTreePointNs = 0.0, knnRowUs = 0.0, pcaShare = 0.0,
           pcaElementNs = 0.0, jpegShare = 0.0, netConvolutions = 0.0, netDense = 0.0, netValueBytes = 0.0, netWeightBytes = 0.0,
           netCallUs = 0.0, netMeetingUs = 0.0, netMeetingFlop = 0.0, netLayers = 0.0, netLayersExponent = 0.0, netDenseLayers = 0.0,
           netStepLayers = 0.0;
};

class Constants
{
public:
    TimeConstants time;
    SoftwareConstants software;
    PowerConstants power;
    MemoryConstants memory;
    TableConstants tables;
    SpreadConstants sd;
    CostConstants cost;
    LawConstants law;
    ProfileConstants profile;
    RunConstants runs;
    OwnEvidence ownEvidence;          ///< what real runs of the student's own computer say (ownruns.h)
    std::vector<std::string> changed; ///< names the student has overridden
};

} // namespace rightrig
