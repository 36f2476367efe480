// How values become JSON in every document this program writes, so that what is written reads back equal.
#pragma once

#include "db/documents/strictjson.h"
#include "db/words.h"
#include "models/domain/answers.h"

#include <QByteArray>

#include <cmath>

namespace rightrig {

/// Whole numbers are written without a point: 5000, not 5000.0.
[[nodiscard]] inline Json toJson(double value)
{
    constexpr double exact = 9007199254740992.0; // 2^53
    if (std::trunc(value) == value && std::abs(value) <= exact)
        return static_cast<std::int64_t>(value);
    return value;
}

inline Json toJson(const std::string& value) { return value; }

inline Json toJson(bool value) { return value; }

inline Json toJson(const Money& money) { return {{"amount", toJson(money.amount)}, {"currency", money.currency.text()}}; }

template <class Tag> Json toJson(const Quantity<Tag>& quantity) { return toJson(quantity.value); }

template <class E>
requires std::is_enum_v<E> Json toJson(E value) { return std::string(toWord(value)); }

template <class E> Json toJson(const std::vector<E>& values)
{
    Json list = Json::array();
    for (const E value : values)
        list.push_back(toJson(value));
    return list;
}

template <class T> void put(Json& object, const char* key, const std::optional<T>& value)
{
    if (value)
        object[key] = toJson(*value);
}

inline void putObject(Json& parent, const char* key, Json object)
{
    if (!object.empty())
        parent[key] = std::move(object);
}

/// Two blanks, final newline. Names may come from a system that is not UTF-8: replaced, never thrown over.
[[nodiscard]] inline QByteArray jsonBytes(const Json& root)
{
    return QByteArray::fromStdString(root.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

[[nodiscard]] Json candidateJson(const Candidate& candidate);
/// The members of `rightrig.answers/1` without its schema.
[[nodiscard]] Json answersJson(const Answers& answers);

} // namespace rightrig
