// The words that name a framework in measurements and assumptions.
#include "models/domain/job.h"

#include <array>

namespace rightrig {

namespace {

struct Word
{
    std::string_view name;
    bool networks = false;
};

constexpr std::array<Word, frameworkCount> words{{{"pytorch", true}, {"pytorch-compile", true}, {"ngc", true}, {"hf-trainer", true},
    {"tensorflow", true}, {"tf-metal", true}, {"mlx", true}, {"jax", true}, {"composer", true}, {"megatron", true}, {"litgpt", true},
    {"torchtune", true}, {"unsloth", true}, {"sklearn", false}, {"xgboost", false}, {"lightgbm", false}, {"catboost", false},
    {"h2o", false}, {"spark", false}, {"r", false}, {"vw", false}, {"cuml", false}, {"other", true}}};

} // namespace

std::string_view frameworkName(Framework framework) { return words[static_cast<std::size_t>(framework)].name; }

Framework frameworkOf(std::string_view word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].name == word)
            return static_cast<Framework>(i);
    }
    return Framework::Other;
}

bool trainsNetworks(Framework framework) { return words[static_cast<std::size_t>(framework)].networks; }

} // namespace rightrig
