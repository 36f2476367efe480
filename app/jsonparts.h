// The pieces that several JSON documents share. An empty optional becomes null, never 0.
#pragma once

#include "models/domain/recommender.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace rightrig {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json orNull(const std::optional<double>& value);
/// Null for an empty text.
[[nodiscard]] Json orNull(const std::string& value);
template <class Tag> [[nodiscard]] Json orNull(const std::optional<Quantity<Tag>>& value)
{
    return value ? Json(value->value) : Json(nullptr);
}
[[nodiscard]] Json textJson(const QString& text);
[[nodiscard]] Json rangeJson(const std::optional<Range<Seconds>>& seconds);
[[nodiscard]] Json memoryJson(const MemoryCheck& memory);
[[nodiscard]] Json reasonsJson(const std::vector<Reason>& reasons, CurrencyCode currency);
/// {"amount", "currency", "per", "as_of", "source"}; amount and currency are null for free and unknown prices.
/// With an offer also "kind", "confidence", "age_months" and "old" (12 months and more).
[[nodiscard]] Json priceJson(const std::optional<Money>& price, Per per, const Offer* offer);
/// Adds "class": {"low", "high", "prices", "examples"} if the offer is a class of computers.
void addClass(Json& price, const Catalog& catalog, const Offer& offer);
/// Two blanks, final newline; text that is not UTF-8 is replaced, never an exception.
[[nodiscard]] QByteArray documentBytes(const Json& document);

[[nodiscard]] const char* perName(Per per);                      ///< "once", "hour", "month", "free"
[[nodiscard]] const char* priceKindName(PriceKind kind);         ///< "list", "street", "used", "on-demand", "spot", "free"
[[nodiscard]] const char* confidenceName(Confidence confidence); ///< "high", "medium", "low"
[[nodiscard]] const char* machineKindName(MachineKind kind);     ///< "laptop", "desktop", "rent", "free", "lab"
[[nodiscard]] const char* unitName(SampleUnit unit);             ///< "rows", "images", ...
[[nodiscard]] const char* precisionName(Precision precision);

} // namespace rightrig
