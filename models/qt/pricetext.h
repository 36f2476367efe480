// Prices in words: the tables of the page "Prices", what a file would change, and what that does to the answer.
#pragma once

#include "models/domain/pricehistory.h"
#include "models/domain/priceimport.h"
#include "models/domain/pricesources.h"
#include "models/domain/recommender.h"
#include "models/qt/rowmodel.h"

#include <QDate>

#include <memory>

namespace rightrig {

[[nodiscard]] QString priceKindText(PriceKind kind);                 ///< "new, street price", "rented, spot", ...
[[nodiscard]] QString pricedText(const Money& price, Per per);       ///< "0.53 USD an hour"
[[nodiscard]] QString datedText(std::string_view asOf, QDate today); ///< "August 2026", "2024 (old)", "2023 (too old)"

[[nodiscard]] QStringList sourceHeaders();
/// `expiredCount`: prices of 24 months and more count, because that was asked for.
[[nodiscard]] Rows sourceRows(std::vector<PricesOfSource> sources, QDate today, bool expiredCount = false);

[[nodiscard]] QStringList ownPriceHeaders();
/// `lines` belong to `own`, one by one.
[[nodiscard]] Rows ownPriceRows(std::vector<PriceRow> own, std::vector<OwnPriceLine> lines, QDate today);

[[nodiscard]] QStringList planHeaders();
/// New and changed prices, then what fits no machine, then what was refused.
[[nodiscard]] Rows planRows(const std::shared_ptr<const ImportPlan>& plan);
[[nodiscard]] QString planSummary(const ImportPlan& plan);

[[nodiscard]] QStringList priceHistoryHeaders();
[[nodiscard]] Rows priceHistoryRows(std::vector<PriceEvent> events); ///< the newest first

/// What another catalogue did to the answer: "The best option changes from A to B."
[[nodiscard]] QString answerChangeText(const Results& before, const Results& after);

} // namespace rightrig
