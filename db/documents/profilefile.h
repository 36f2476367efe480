// `rightrig.profile/1`: what a computer is and how fast it was (models/domain/machineprofile.h). Strict like answers.
#pragma once

#include "db/documents/answersfile.h"
#include "db/documents/objectreader.h"
#include "models/domain/machineprofile.h"

namespace rightrig {

[[nodiscard]] std::variant<MachineProfile, DocumentError> readProfile(const QByteArray& json);
/// Reading what this wrote gives an equal profile. Two blanks, final newline.
[[nodiscard]] QByteArray writeProfile(const MachineProfile& profile);

/// A profile inside another document. Throws DocumentFault with the member's path; does not finish the reader.
[[nodiscard]] MachineProfile profileFrom(ObjectReader& in);
/// With "schema" as its first member.
[[nodiscard]] Json profileJson(const MachineProfile& profile);

} // namespace rightrig
