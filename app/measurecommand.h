// `rightrig measure`: test this computer. And reading the profile that it wrote.
#pragma once

#include "app/commandline.h"
#include "models/domain/catalog.h"
#include "models/domain/machineprofile.h"
#include "ui/services.h"

namespace rightrig {

/// Tests this computer with progress on standard error, prints the profile (text or JSON) and writes it to --out. Returns the exit code.
[[nodiscard]] int runMeasure(const Request& request);
/// Reads `rightrig.profile/1` from a file of at most 1 MiB. The text names the file.
[[nodiscard]] Outcome<MachineProfile> readProfileFile(const QString& path);
/// The student's computer is the tested one: facts that the answers leave open come from the test.
void addProfile(Answers& answers, const MachineProfile& profile, const Catalog& catalog);

} // namespace rightrig
