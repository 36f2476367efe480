// The prices of a saved plan beside today's, in words.
#pragma once

#include "models/domain/savedplan.h"
#include "models/qt/rowmodel.h"

#include <QDate>

namespace rightrig {

[[nodiscard]] QStringList planPriceHeaders();
/// Price and day then, price and day now, and by how much it changed.
[[nodiscard]] Rows planPriceRows(std::vector<PlanPriceChange> changes, QDate today);
/// "3 of the plan's 12 prices changed since 1 August 2026: 1 fell, 2 rose."
[[nodiscard]] QString planPriceSummary(const SavedPlan& plan, const std::vector<PlanPriceChange>& changes);
/// What the changes mean for the answer: `then` was made with the plan's prices, `now` with today's.
[[nodiscard]] QString planMeaningText(const Results& then, const Results& now);
/// "These answers use the prices of your plan of 1 August 2026."
[[nodiscard]] QString planPricesNote(const std::string& planDate);

} // namespace rightrig
