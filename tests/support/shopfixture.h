// A shop of a few machines, and two students who look at it.
#pragma once

#include "models/domain/recommender.h"
#include "tests/support/catalogbuilder.h"

#include <algorithm>
#include <stdexcept>

namespace rightrig {

inline testing::CatalogBuilder shopBuilder()
{
    testing::CatalogBuilder builder;
    builder.cpu("Slow CPU", "cores=4 threads=8 base=1.6 boost=3.4 flop=32 speed=0.62 bw=38 power=15 segment=laptop")
        .cpu("Good CPU", "cores=8 threads=16 base=3 boost=4.5 flop=32 speed=1 bw=76 power=45")
        .gpu("Lap 8", "segment=laptop vram=8 bw=256 fp32=12 tf32=12 half=24 power=100")
        .gpu("Desk 12", "vram=12 bw=360 fp32=12.7 tf32=12.7 half=25.4 power=170")
        .gpu("Desk 24", "vram=24 bw=936 fp32=35.6 tf32=35.6 half=71 power=350")
        .gpu("Cloud 16", "segment=datacentre vram=16 bw=320 fp32=8.1 half=65 power=70 architecture=Turing")
        .gpu("Cloud 24", "segment=datacentre vram=24 bw=600 fp32=31 tf32=62 half=125 power=150")
        .machine("plain-laptop", "kind=laptop cpu=Good~CPU ram=16 weight=1.5 os=windows")
        .machine("gpu-laptop", "kind=laptop cpu=Good~CPU gpu=Lap~8 ram=16 weight=2.3 os=windows")
        .machine("desk", "kind=desktop cpu=Good~CPU gpu=Desk~12 ram=32")
        .machine("cloud-24", "kind=cloud cpu=Good~CPU gpu=Cloud~24 ram=64 vcpus=16 os=linux")
        .machine("mystery-cloud", "kind=cloud cpu=Good~CPU unknown ram=64 vcpus=16 os=linux")
        .machine("free-16", "kind=free cpu=Good~CPU gpu=Cloud~16 ram=30 vcpus=8 session=12 weekly=30 unsure os=linux")
        .offer("plain-laptop", "machine=plain-laptop price=600")
        .offer("gpu-laptop", "machine=gpu-laptop price=1100")
        .offer("gpu-laptop-unpriced", "machine=gpu-laptop")
        .offer("desk", "machine=desk price=1300")
        .offer("cloud", "machine=cloud-24 price=0.8 per=hour kind=on-demand unit=1")
        .offer("mystery", "machine=mystery-cloud price=0.01 per=hour kind=on-demand")
        .offer("free", "machine=free-16 per=free kind=free");
    return builder;
}

inline Catalog shop() { return shopBuilder().build(); }

inline Money usd(double amount) { return {amount, CurrencyCode("USD")}; }

/// Somebody with a slow laptop and enough money, who adapts a picture model.
inline Answers pictures()
{
    Answers answers;
    answers.goals = std::vector{Goal::Images};
    answers.depth = Depth::Adapt;
    answers.data.images = 20000;
    answers.computer.emplace();
    answers.computer->kind = ComputerKind::Known;
    answers.computer->form = FormFactor::Laptop;
    answers.computer->cpu = "Slow CPU";
    answers.computer->gpu = "none";
    answers.computer->ram = Gib{16};
    answers.budgetUpfront = usd(3000);
    answers.budgetMonthly = usd(500);
    return answers;
}

inline Answers tables()
{
    Answers answers = pictures();
    answers.goals = std::vector{Goal::Tables};
    answers.data = {};
    return answers;
}

inline const Option& optionOf(const Results& results, std::string_view id)
{
    for (const Option& option : results.options) {
        if (option.id == id)
            return option;
    }
    throw std::runtime_error("no option " + std::string(id));
}

inline bool says(const std::vector<Reason>& reasons, ReasonCode code)
{
    return std::any_of(reasons.begin(), reasons.end(), [code](const Reason& reason) { return reason.code == code; });
}

inline OptionKind bestKind(const Results& results) { return results.options[static_cast<std::size_t>(results.best.option)].kind; }

} // namespace rightrig
