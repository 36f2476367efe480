#include "db/documents/objectreader.h"

#include <algorithm>
#include <utility>

namespace rightrig {

std::string checkedText(const Json& value, const std::string& path)
{
    if (!value.is_string())
        throw DocumentFault(path, "expected a text");
    const auto& text = value.get_ref<const std::string&>();
    if (text.empty())
        throw DocumentFault(path, "is an empty text");
    if (characterCount(text) > documentNameLimit)
        throw DocumentFault(path, "is longer than " + std::to_string(documentNameLimit) + " characters");
    return text;
}

double checkedNumber(const Json& value, const std::string& path, ValueRange range)
{
    if (!value.is_number())
        throw DocumentFault(path, "expected a number");
    const double number = value.get<double>();
    if (!(number >= range.low))
        throw DocumentFault(path, numberText(number) + " is below " + numberText(range.low));
    if (!(number <= range.high))
        throw DocumentFault(path, numberText(number) + " is above " + numberText(range.high));
    return number;
}

ObjectReader::ObjectReader(const Json& value, std::string path) : m_value(value), m_path(std::move(path))
{
    if (!value.is_object())
        throw DocumentFault(m_path, m_path.empty() ? "expected an object in braces" : "expected an object");
}

const Json* ObjectReader::find(const char* key)
{
    m_asked.emplace_back(key);
    const auto found = m_value.find(key);
    return found == m_value.end() || found->is_null() ? nullptr : &*found;
}

std::optional<double> ObjectReader::number(const char* key, ValueRange range)
{
    const Json* value = find(key);
    return value == nullptr ? std::nullopt : std::optional(checkedNumber(*value, path(key), range));
}

std::optional<bool> ObjectReader::flag(const char* key)
{
    const Json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->is_boolean())
        throw DocumentFault(path(key), "expected true or false");
    return value->get<bool>();
}

std::optional<std::string> ObjectReader::text(const char* key)
{
    const Json* value = find(key);
    return value == nullptr ? std::nullopt : std::optional(checkedText(*value, path(key)));
}

std::optional<Money> ObjectReader::money(const char* key, double least)
{
    std::optional<Money> money;
    object(key, [&](ObjectReader& in) {
        const std::optional<double> amount = in.number("amount", {least, 1e9});
        const std::optional<std::string> currency = in.text("currency");
        if (!amount)
            throw DocumentFault(in.path("amount"), "is missing");
        if (!currency)
            throw DocumentFault(in.path("currency"), "is missing");
        if (!isCurrencyCode(*currency))
            throw DocumentFault(in.path("currency"), "'" + shown(*currency) + "' is not three capital letters");
        money = Money{*amount, CurrencyCode(*currency)};
    });
    return money;
}

bool ObjectReader::object(const char* key, const std::function<void(ObjectReader&)>& read)
{
    const Json* value = find(key);
    if (value == nullptr)
        return false;
    ObjectReader reader(*value, path(key));
    read(reader);
    reader.finish();
    return true;
}

const Json* ObjectReader::list(const char* key, std::size_t most)
{
    const Json* value = find(key);
    if (value == nullptr)
        return nullptr;
    if (!value->is_array())
        throw DocumentFault(path(key), "expected a list");
    if (value->size() > most)
        throw DocumentFault(path(key), std::to_string(value->size()) + " entries are more than " + std::to_string(most));
    return value;
}

void ObjectReader::objects(const char* key, std::size_t most, const std::function<void(ObjectReader&)>& read)
{
    const Json* values = list(key, most);
    if (values == nullptr)
        return;
    for (std::size_t i = 0; i < values->size(); ++i) {
        ObjectReader reader((*values)[i], joinPath(path(key), i));
        read(reader);
        reader.finish();
    }
}

void ObjectReader::finish() const
{
    for (const auto& [key, value] : m_value.items()) {
        if (std::find(m_asked.begin(), m_asked.end(), key) == m_asked.end())
            throw DocumentFault(joinPath(m_path, key), "unknown key");
    }
}

} // namespace rightrig
