#include "app/jsonparts.h"

#include "app/composition.h"
#include "models/domain/priceage.h"
#include "models/domain/priceclass.h"
#include "models/qt/reasontext.h"

#include <array>

namespace rightrig {
namespace {

/// The name at an enum's place; the enums count from 0 without gaps.
template <class Enum, std::size_t N> const char* nameAt(const std::array<const char*, N>& names, Enum value)
{
    const auto place = static_cast<std::size_t>(value);
    return place < N ? names.at(place) : "unknown";
}

} // namespace

Json orNull(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

Json orNull(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

Json textJson(const QString& text) { return text.toStdString(); }

Json rangeJson(const std::optional<Range<Seconds>>& seconds)
{
    if (!seconds)
        return nullptr;
    return {{"low", seconds->low.value}, {"likely", seconds->likely.value}, {"high", seconds->high.value}};
}

Json memoryJson(const MemoryCheck& memory) { return {{"need", orNull(memory.need)}, {"have", orNull(memory.have)}}; }

Json reasonsJson(const std::vector<Reason>& reasons, CurrencyCode currency)
{
    Json list = Json::array();
    for (const Reason& reason : reasons)
        list.push_back({{"code", std::string(codeName(reason.code))}, {"text", textJson(reasonText(reason, currency))}});
    return list;
}

Json priceJson(const std::optional<Money>& price, Per per, const Offer* offer)
{
    Json json;
    json["amount"] = price ? Json(price->amount) : Json(nullptr);
    json["currency"] = price ? Json(price->currency.text()) : Json(nullptr);
    json["per"] = perName(per);
    if (offer)
        json["kind"] = priceKindName(offer->kind);
    json["as_of"] = offer ? orNull(offer->source.asOf) : Json(nullptr);
    json["source"] = offer ? orNull(offer->source.text) : Json(nullptr);
    if (!offer)
        return json;
    json["confidence"] = confidenceName(offer->confidence);
    const auto months = monthsOld(offer->source.asOf, isoToday());
    json["age_months"] = months ? Json(*months) : Json(nullptr);
    json["old"] = months && *months >= oldPriceMonths;
    return json;
}

void addClass(Json& price, const Catalog& catalog, const Offer& offer)
{
    constexpr std::size_t mostExamples = 3;
    const std::optional<PriceSpan> span = priceSpan(catalog, offer);
    if (span)
        price["class"] = Json{{"low", span->low.amount}, {"high", span->high.amount}, {"prices", span->prices},
            {"examples", classExamples(catalog, offer, mostExamples)}};
}

QByteArray documentBytes(const Json& document)
{
    const std::string text = document.dump(2, ' ', false, Json::error_handler_t::replace);
    return QByteArray::fromStdString(text) + '\n';
}

const char* perName(Per per) { return nameAt(std::array{"once", "hour", "month", "free"}, per); }

const char* priceKindName(PriceKind kind) { return nameAt(std::array{"list", "street", "used", "on-demand", "spot", "free"}, kind); }

const char* confidenceName(Confidence confidence) { return nameAt(std::array{"high", "medium", "low"}, confidence); }

const char* machineKindName(MachineKind kind) { return nameAt(std::array{"laptop", "desktop", "rent", "free", "lab"}, kind); }

const char* unitName(SampleUnit unit)
{
    return nameAt(std::array{"rows", "images", "documents", "hours_of_audio", "steps", "tokens"}, unit);
}

const char* precisionName(Precision precision) { return nameAt(std::array{"fp32", "tf32", "amp", "int8", "int4"}, precision); }

} // namespace rightrig
