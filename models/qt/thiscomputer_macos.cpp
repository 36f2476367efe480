// macOS: sysctl names the chip, the memory and the model. On Apple silicon the graphics are part of the chip.
#include "models/qt/hardwarefacts.h"

#ifdef Q_OS_MACOS

#include <sys/sysctl.h>
#include <sys/types.h>

#include <array>
#include <cstdint>

namespace rightrig {

namespace {

std::string textOf(const char* name)
{
    std::array<char, 256> text{};
    std::size_t size = text.size() - 1;
    return sysctlbyname(name, text.data(), &size, nullptr, 0) == 0 ? std::string(text.data()) : std::string();
}

std::optional<Gib> totalRam()
{
    std::uint64_t bytes = 0;
    std::size_t size = sizeof(bytes);
    if (sysctlbyname("hw.memsize", &bytes, &size, nullptr, 0) != 0 || bytes == 0)
        return std::nullopt;
    return Gib{static_cast<double>(bytes) / bytesPerGib};
}

/// Newer models are all called "Mac14,2": those say nothing about their form.
std::optional<FormFactor> formOf(const std::string& model)
{
    if (model.starts_with("MacBook"))
        return FormFactor::Laptop;
    if (model.starts_with("iMac") || model.starts_with("Macmini") || model.starts_with("MacPro"))
        return FormFactor::Desktop;
    return std::nullopt;
}

} // namespace

HardwareFacts readMacHardware()
{
    HardwareFacts facts;
    facts.cpu = textOf("machdep.cpu.brand_string");
    facts.ram = totalRam();
    facts.form = formOf(textOf("hw.model"));
    facts.os = Os::MacOs;
    if (facts.cpu.starts_with("Apple "))
        facts.graphics.push_back({facts.cpu, std::nullopt, false});
    return facts;
}

} // namespace rightrig

#endif
