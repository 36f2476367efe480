// The words that stand for enumerators in the catalogue and in documents. One list each, used for reading, writing and messages.
#pragma once

#include "models/domain/machineprofile.h"
#include "models/domain/measurement.h"
#include "models/domain/pricehistory.h"

#include <optional>
#include <string>
#include <string_view>

namespace rightrig {

template <class E> struct Word
{
    std::string_view text;
    E value;
};

template <class E> struct Words; ///< specialised below: Words<E>::list

template <class E> [[nodiscard]] constexpr std::optional<E> fromWord(std::string_view text)
{
    for (const Word<E>& word : Words<E>::list) {
        if (word.text == text)
            return word.value;
    }
    return std::nullopt;
}

/// The word of an enumerator; empty if documents have no word for it.
template <class E> [[nodiscard]] constexpr std::string_view toWord(E value)
{
    for (const Word<E>& word : Words<E>::list) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

/// "tables, images, text, sound, games", for messages.
template <class E> [[nodiscard]] std::string wordList()
{
    std::string list;
    for (const Word<E>& word : Words<E>::list)
        list.append(list.empty() ? "" : ", ").append(word.text);
    return list;
}

#define RIGHTRIG_WORDS(E, ...)                                                                                                             \
    template <> struct Words<E>                                                                                                            \
    {                                                                                                                                      \
        static constexpr Word<E> list[] = {__VA_ARGS__};                                                                                   \
    }

RIGHTRIG_WORDS(RunPart, {"epoch", RunPart::Epoch}, {"run", RunPart::Whole});
RIGHTRIG_WORDS(Confidence, {"high", Confidence::High}, {"medium", Confidence::Medium}, {"low", Confidence::Low});
RIGHTRIG_WORDS(DeviceKind, {"cpu", DeviceKind::Cpu}, {"gpu", DeviceKind::Gpu}, {"tpu", DeviceKind::Tpu});
RIGHTRIG_WORDS(Segment, {"desktop", Segment::Desktop}, {"laptop", Segment::Laptop}, {"workstation", Segment::Workstation},
    {"datacentre", Segment::Datacentre}, {"integrated", Segment::Integrated}, {"apple", Segment::Apple}, {"server", Segment::Server},
    {"tpu", Segment::Tpu});
RIGHTRIG_WORDS(Vendor, {"nvidia", Vendor::Nvidia}, {"amd", Vendor::Amd}, {"intel", Vendor::Intel}, {"apple", Vendor::Apple},
    {"google", Vendor::Google}, {"other", Vendor::Other});
RIGHTRIG_WORDS(MachineKind, {"laptop", MachineKind::Laptop}, {"desktop", MachineKind::Desktop}, {"cloud", MachineKind::Cloud},
    {"free", MachineKind::Free}, {"school", MachineKind::School});
RIGHTRIG_WORDS(Os, {"any", Os::Any}, {"windows", Os::Windows}, {"macos", Os::MacOs}, {"linux", Os::Linux});
RIGHTRIG_WORDS(Per, {"once", Per::Once}, {"hour", Per::Hour}, {"month", Per::Month}, {"free", Per::Free});
RIGHTRIG_WORDS(PriceKind, {"list", PriceKind::List}, {"street", PriceKind::Street}, {"used", PriceKind::Used},
    {"on-demand", PriceKind::OnDemand}, {"spot", PriceKind::Spot}, {"free", PriceKind::Free});
RIGHTRIG_WORDS(
    PriceAction, {"import", PriceAction::Import}, {"edit", PriceAction::Edit}, {"reset", PriceAction::Reset}, {"undo", PriceAction::Undo});
RIGHTRIG_WORDS(JobFamily, {"cnn", JobFamily::Cnn}, {"detector", JobFamily::Detector}, {"segmentation", JobFamily::Segmentation},
    {"transformer-encoder", JobFamily::TransformerEncoder}, {"transformer-decoder", JobFamily::TransformerDecoder},
    {"llm-full", JobFamily::LlmFull}, {"lora", JobFamily::Lora}, {"qlora", JobFamily::Qlora}, {"diffusion", JobFamily::Diffusion},
    {"recommender", JobFamily::Recommender}, {"rnn", JobFamily::Rnn}, {"mlp", JobFamily::Mlp}, {"gbdt", JobFamily::Gbdt},
    {"random-forest", JobFamily::RandomForest}, {"linear", JobFamily::Linear}, {"svm", JobFamily::Svm}, {"kmeans", JobFamily::Kmeans},
    {"knn", JobFamily::Knn}, {"pca", JobFamily::Pca}, {"reinforcement", JobFamily::Reinforcement});
RIGHTRIG_WORDS(Precision, {"fp32", Precision::Fp32}, {"tf32", Precision::Tf32}, {"amp", Precision::Amp}, {"int8", Precision::Int8},
    {"int4", Precision::Int4});
RIGHTRIG_WORDS(Metric, {"samples_per_s", Metric::SamplesPerSecond}, {"tokens_per_s", Metric::TokensPerSecond},
    {"step_seconds", Metric::StepSeconds}, {"seconds", Metric::RunSeconds});
RIGHTRIG_WORDS(SampleUnit, {"rows", SampleUnit::Rows}, {"images", SampleUnit::Images}, {"documents", SampleUnit::Documents},
    {"audio-hours", SampleUnit::AudioHours}, {"steps", SampleUnit::Steps}, {"tokens", SampleUnit::Tokens});
RIGHTRIG_WORDS(Booster, {"xgboost", Booster::XgBoost}, {"lightgbm", Booster::LightGbm}, {"catboost", Booster::CatBoost});
RIGHTRIG_WORDS(
    Goal, {"tables", Goal::Tables}, {"images", Goal::Images}, {"text", Goal::Text}, {"sound", Goal::Sound}, {"games", Goal::Games});
RIGHTRIG_WORDS(Depth, {"tutorials", Depth::Tutorials}, {"adapt", Depth::Adapt}, {"scratch", Depth::Scratch});
RIGHTRIG_WORDS(ComputerKind, {"none", ComputerKind::None}, {"unknown", ComputerKind::Unknown}, {"known", ComputerKind::Known});
RIGHTRIG_WORDS(FormFactor, {"laptop", FormFactor::Laptop}, {"desktop", FormFactor::Desktop});
RIGHTRIG_WORDS(Portability, {"carry", Portability::Carry}, {"desk", Portability::Desk}, {"both", Portability::Both});
RIGHTRIG_WORDS(Internet, {"good", Internet::Good}, {"slow", Internet::Slow});
RIGHTRIG_WORDS(Priority, {"cost", Priority::Cost}, {"time", Priority::Time}, {"hassle", Priority::Hassle}, {"quiet", Priority::Quiet});
RIGHTRIG_WORDS(OtherUse, {"gaming", OtherUse::Gaming}, {"video", OtherUse::Video});

RIGHTRIG_WORDS(PowerSupply, {"mains", PowerSupply::Mains}, {"battery", PowerSupply::Battery});
RIGHTRIG_WORDS(Simd, {"sse2", Simd::Sse2}, {"avx", Simd::Avx}, {"avx2", Simd::Avx2}, {"avx512", Simd::Avx512}, {"neon", Simd::Neon},
    {"sve", Simd::Sve});
RIGHTRIG_WORDS(Missing, {"blas", Missing::Blas}, {"jpeg", Missing::Jpeg}, {"disk", Missing::Disk}, {"gpu-query", Missing::GpuQuery},
    {"time", Missing::Time}, {"memory", Missing::Memory});

#undef RIGHTRIG_WORDS

/// The precision that a measured run states, with the three words estimates do not tell apart: fp16 and bf16 (amp), fp64 (fp32).
[[nodiscard]] constexpr std::optional<Precision> measuredPrecision(std::string_view word)
{
    if (word == "fp64")
        return Precision::Fp32;
    return word == "fp16" || word == "bf16" ? std::optional(Precision::Amp) : fromWord<Precision>(word);
}

/// True where nothing is kept in FP32: "amp" keeps weights and optimiser there, plain 16 bit does not.
[[nodiscard]] constexpr bool keepsNothingInFp32(std::string_view word) { return word == "fp16" || word == "bf16"; }

} // namespace rightrig
