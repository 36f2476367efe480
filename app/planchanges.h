// What became of the prices that a plan was made with, when a command reads it again.
#pragma once

#include "app/answered.h"
#include "app/jsonparts.h"

#include <QString>

namespace rightrig {

/// A section for the terminal; empty if the answers carry no prices, or the same as today's.
[[nodiscard]] QString planChangesText(const Answered& answered);
/// {"date", "prices", "changed": [...], "text"}; null if the answers carry no prices.
[[nodiscard]] Json planChangesJson(const Answered& answered);

} // namespace rightrig
