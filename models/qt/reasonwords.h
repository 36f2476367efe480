// The sentences of reasontext.h as a table: one or more per reason code, the fullest first.
#pragma once

#include "models/domain/reasons.h"

#include <QString>

#include <span>

namespace rightrig {

/// `text` holds placeholders by type: {text} {text2} {money} {money2} {time} {time2} {memory} {memory2} {number} {number2} {watts}.
/// It is used when the reason's parameters can fill all of them.
struct ReasonSentence
{
    ReasonCode code;
    const char* text;
};

[[nodiscard]] std::span<const ReasonSentence> reasonSentences();
/// Fills the placeholders in one pass, so that a "{time}" inside a name stays as it is. Empty if a parameter is missing.
[[nodiscard]] QString filledSentence(const QString& sentence, const Reason& reason);

} // namespace rightrig
