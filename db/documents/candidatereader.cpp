#include "db/documents/candidatereader.h"

namespace rightrig {

namespace {

std::optional<Gib> memorySize(ObjectReader& in, const char* key, ValueRange range)
{
    const std::optional<double> value = in.number(key, range);
    return value ? std::optional(Gib{*value}) : std::nullopt;
}

} // namespace

std::optional<Gib> readRam(ObjectReader& in) { return memorySize(in, "ram_gib", {0.5, 8192}); }

std::optional<Gib> readVram(ObjectReader& in) { return memorySize(in, "vram_gib", {0.5, 1024}); }

std::optional<Os> readInstalledOs(ObjectReader& in)
{
    const std::optional<Os> os = in.word<Os>("os");
    if (os == Os::Any)
        throw DocumentFault(in.path("os"), "'any' is not one of windows, macos, linux");
    return os;
}

Candidate readCandidate(ObjectReader& in)
{
    Candidate candidate;
    candidate.name = in.text("name").value_or("");
    if (candidate.name.empty())
        throw DocumentFault(in.path("name"), "is missing");
    candidate.form = in.word<FormFactor>("kind");
    candidate.cpu = in.text("cpu");
    candidate.gpu = in.text("gpu");
    if (const std::optional<double> watts = in.number("tgp_w", {5, 1500}))
        candidate.tgp = Watts{*watts};
    candidate.vram = readVram(in);
    candidate.ram = readRam(in);
    candidate.os = readInstalledOs(in);
    candidate.price = in.money("price", 0.01);
    return candidate;
}

} // namespace rightrig
