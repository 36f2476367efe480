// A machine profile in words: for the terminal, page 4 and the clipboard.
#pragma once

#include "models/domain/machineprofile.h"

#include <QString>
#include <QStringList>

namespace rightrig {

/// "Matrix product, all cores, large"
[[nodiscard]] QString rateText(Rate rate);
/// "812 GFLOP/s"; the word for unknown if there is none.
[[nodiscard]] QString rateValueText(const MachineProfile& profile, Rate rate);
/// What the computer is: "Processor: ...", one fact an entry; unknown ones are left out.
[[nodiscard]] QStringList profileFacts(const MachineProfile& profile);
/// What the test means, in plain sentences: heat, noise, battery, container, what is missing.
[[nodiscard]] QStringList profileNotes(const MachineProfile& profile);
/// One or two sentences for page 4.
[[nodiscard]] QString profileSummary(const MachineProfile& profile);
/// Facts and rates as lines of text, for pasting into a message.
[[nodiscard]] QString profileAsText(const MachineProfile& profile);

} // namespace rightrig
