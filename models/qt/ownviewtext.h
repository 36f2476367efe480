// "Your computer" in sentences: what it is measured by, what holds it back, what would help, and when it stops being enough.
#pragma once

#include "models/domain/ownruns.h"
#include "models/domain/ownview.h"

#include <QString>
#include <QStringList>

namespace rightrig {

/// Sentences of at most 20 words, the most useful first.
[[nodiscard]] QStringList ownViewTexts(const OwnView& view, const Results& results);
/// "5,000 images", "20,000 rows": an amount in the unit of a job.
[[nodiscard]] QString amountText(double samples, SampleUnit unit);
/// "Adapt ResNet-18 to your photos: 6 min an epoch. We said about 4 min (3-6 min)."
[[nodiscard]] QString runComparisonText(const RunComparison& comparison);

} // namespace rightrig
