// What each system's own file finds out; thiscomputer.cpp turns it into facts that name catalogue devices.
#pragma once

#include "models/domain/answers.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace rightrig {

struct GraphicsChip
{
    std::string name;        ///< as the system spells it; may be empty
    std::optional<Gib> vram; ///< its own memory, if the system says so
    bool discrete = false;   ///< a card or chip of its own, not part of the processor
};

struct HardwareFacts
{
    std::string cpu; ///< as the system spells it; may be empty
    std::optional<Gib> ram;
    std::vector<GraphicsChip> graphics;
    std::optional<FormFactor> form;
    std::optional<Os> os;
};

/// What this computer is, asked the way its system wants to be asked. `root` is where /proc and /sys are, for Linux only.
[[nodiscard]] HardwareFacts readHardware(const QString& root);

/// Reads /proc and /sys under `root`. Never opens anything but regular files, never reads more than a few megabytes.
[[nodiscard]] HardwareFacts readLinuxHardware(const QString& root);
#ifdef Q_OS_WIN
[[nodiscard]] HardwareFacts readWindowsHardware();
#endif
#ifdef Q_OS_MACOS
[[nodiscard]] HardwareFacts readMacHardware();
#endif

} // namespace rightrig
