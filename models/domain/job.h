// Training jobs: presets (what beginners meet, from the catalogue) and concrete jobs (a preset with this student's numbers).
#pragma once

#include "models/domain/answers.h"
#include "models/domain/machine.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rightrig {

enum class JobFamily : std::uint8_t {
    Cnn,
    Detector,
    Segmentation,
    TransformerEncoder,
    TransformerDecoder,
    LlmFull,
    Lora,
    Qlora,
    Diffusion,
    Recommender,
    Rnn,
    Mlp,
    Gbdt,
    RandomForest,
    Linear,
    Svm,
    Kmeans,
    Knn,
    Pca,
    Reinforcement
};
enum class Precision : std::uint8_t { Fp32, Tf32, Amp, Int8, Int4 };
/// What a sample of this job is, so that the student's data size can be counted.
enum class SampleUnit : std::uint8_t { Rows, Images, Documents, AudioHours, Steps, Tokens };
/// The library a run is written with; it moves time by as much as the hardware does.
enum class Framework : std::uint8_t {
    PyTorch,
    PyTorchCompile,
    Ngc,
    HfTrainer,
    TensorFlow,
    TfMetal,
    Mlx,
    Jax,
    Composer,
    Megatron,
    LitGpt,
    Torchtune,
    Unsloth,
    Sklearn,
    XgBoost,
    LightGbm,
    CatBoost,
    H2o,
    Spark,
    R,
    VowpalWabbit,
    Cuml,
    Other
};
inline constexpr std::size_t frameworkCount = static_cast<std::size_t>(Framework::Other) + 1;
/// The boosting library whose constants apply.
enum class Booster : std::uint8_t { XgBoost, LightGbm, CatBoost, H2o, SklearnExact, GbmInR };
inline constexpr std::size_t boosterCount = static_cast<std::size_t>(Booster::GbmInR) + 1;

/// The size of a neural network, as far as its source states it. Units in the names.
struct NetworkShape
{
    std::optional<double> paramsM;          ///< millions
    std::optional<double> embeddingParamsM; ///< of paramsM, in embedding and head
    std::optional<double> forwardGflop;     ///< per sample, forward only, 2 x multiply-adds
    std::optional<double> activationsM;     ///< millions of output elements per sample
    std::optional<double> modules;          ///< leaf layers that run forward, each of which launches kernels
    std::optional<double> layers, hidden, heads, sequence, vocabulary;
    std::optional<double> imagePx;        ///< side the figures above hold for
    std::optional<double> kappa;          ///< activation bytes factor of decoders
    std::optional<double> adapterParamsM; ///< LoRA
    std::optional<double> calibration;    ///< measured time over the law's time, fitted on published runs of this network
    std::optional<double> throughputKAmp; ///< K of the two-exponent law, samples or tokens per second
    std::optional<double> throughputKFp32;
    std::optional<double> memoryFixedGib;     ///< measured: context and weights
    std::optional<double> memoryPerSampleMib; ///< measured, at imagePx and AMP
    bool operator==(const NetworkShape&) const = default;
};

/// The size of a job on tables.
struct TableShape
{
    std::optional<double> columns, trees, depth, leaves, iterations;
    std::optional<double> clusters; ///< groups of k-means, neighbours of k-NN, components of PCA
    std::optional<double> features; ///< tried per split
    std::optional<double> initialisations;
    Booster booster = Booster::XgBoost;
    bool operator==(const TableShape&) const = default;
};

/// A network that published measurements name. Matching: see networkKey().
struct Network
{
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
    JobFamily family = JobFamily::Cnn;
    NetworkShape net;
    SourceRef source;
    std::string notes;
};

struct Preset
{
    std::string id;
    std::string title;
    std::string example; ///< one plain sentence a beginner recognises
    Goal goal = Goal::Tables;
    Depth depth = Depth::Tutorials;
    JobFamily family = JobFamily::Gbdt;
    SampleUnit unit = SampleUnit::Rows;
    double samples = 0.0; ///< default number
    double epochs = 1.0;
    double batch = 1.0;
    Precision precision = Precision::Amp;
    bool checkpointing = false;
    bool loadsImages = false; ///< JPEG files are read and decoded for each epoch
    bool typical = false;     ///< the wizard's choice for its goal and depth; others are for experts and courses
    double tuningRuns = 1.0;  ///< runs a search for good settings takes
    NetworkShape net;
    TableShape table;
    SourceRef source;
    std::string notes;
};

/// A preset with the student's own numbers filled in.
struct Job
{
    std::string id;
    std::string presetId;
    std::string title;
    JobFamily family = JobFamily::Gbdt;
    SampleUnit unit = SampleUnit::Rows;
    double samples = 0.0;
    double epochs = 1.0;
    double batch = 1.0;
    Precision precision = Precision::Amp;
    bool checkpointing = false;
    bool loadsImages = false;
    double runsPerWeek = 1.0;     ///< tuning runs counted in
    bool sizeFromStudent = false; ///< false: data size is a default, so its error (ln sd 0.35) is added to the interval
    NetworkShape net;
    TableShape table;
    SourceRef source;
    std::optional<Framework> framework; ///< empty: what beginners use for this family on that machine
    std::optional<double> softwareYear; ///< empty: today's software
    bool precisionIsFixed = false;      ///< a measured run: what it used, even where another precision is faster
    bool halfStates = false;            ///< a measured run: weights, gradients and optimiser all in 16 bit
    bool syntheticTable = false;        ///< random numbers, as in a benchmark
    bool realPipeline = false;          ///< a measured run: files were read, on a host nobody describes
    bool volumes = false;               ///< a measured run: convolutions over three dimensions
    bool plainAttention = false;        ///< a measured run: attention without a fused kernel
    bool operator==(const Job&) const = default;
};

[[nodiscard]] constexpr bool isClassical(JobFamily family)
{
    return family == JobFamily::Gbdt || family == JobFamily::RandomForest || family == JobFamily::Linear || family == JobFamily::Svm
        || family == JobFamily::Kmeans || family == JobFamily::Knn || family == JobFamily::Pca;
}

/// "pytorch", "hf-trainer", ...: the word measurements use.
[[nodiscard]] std::string_view frameworkName(Framework framework);
/// The framework a measurement names; Other for a word nobody listed.
[[nodiscard]] Framework frameworkOf(std::string_view word);
/// True for software that trains neural networks; false for libraries of tables.
[[nodiscard]] bool trainsNetworks(Framework framework);

} // namespace rightrig
