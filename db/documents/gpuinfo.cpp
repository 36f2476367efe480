#include "db/documents/gpuinfo.h"

#include "db/documents/strictjson.h"

#include <cmath>

namespace rightrig {
namespace {

constexpr std::size_t longestGpuInfo = 8000;

/// One string of Python, quotes included, as JSON writes it; `at` ends behind it.
void translateString(std::string_view text, std::size_t& at, std::string& json)
{
    const char quote = text[at++];
    json += '"';
    while (at < text.size() && text[at] != quote) {
        const bool escaped = text[at] == '\\' && at + 1 < text.size();
        if (escaped && text[at + 1] == '\'') {
            json += '\'';
            at += 2;
        } else if (escaped) {
            json.append(text.substr(at, 2));
            at += 2;
        } else {
            json += text[at] == '"' ? "\\\"" : std::string(1, text[at]);
            ++at;
        }
    }
    if (at >= text.size())
        throw DocumentFault("a quote is never closed");
    json += '"';
    ++at;
}

std::string wordAsJson(std::string_view word)
{
    if (word == "None" || word == "nan" || word == "NaN")
        return "null";
    if (word == "True")
        return "true";
    return word == "False" ? "false" : std::string(word);
}

/// Python's literal -> JSON text. Whatever is not understood stays, and the JSON reader refuses it.
std::string asJson(std::string_view text)
{
    constexpr std::string_view ends = "{}[]:,'\" \t\n";
    std::string json;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\'' || text[at] == '"') {
            translateString(text, at, json);
        } else if (ends.find(text[at]) != std::string_view::npos) {
            json += text[at++];
        } else {
            const std::size_t end = std::min(text.find_first_of(ends, at), text.size());
            json += wordAsJson(text.substr(at, end - at));
            at = end;
        }
    }
    return json;
}

std::optional<double> numberAt(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::string textAt(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

GpuInfo cardOf(const Json& card, std::string& problem)
{
    GpuInfo info;
    info.name = textAt(card, "Name");
    info.manufacturer = textAt(card, "Manufacturer");
    if (const auto count = numberAt(card, "Count"); count && *count >= 1 && *count <= 64 && std::trunc(*count) == *count)
        info.count = static_cast<int>(*count);
    else if (count)
        problem = "GpuInfo: Count is not a whole number from 1 to 64";
    const auto memory = card.find("MemoryInfo");
    if (memory != card.end() && memory->is_object())
        info.memory = numberAt(*memory, "SizeInMiB");
    if (info.memory && !(*info.memory > 0.0 && *info.memory < 1e7))
        problem = "GpuInfo: SizeInMiB is out of range";
    return info;
}

} // namespace

GpuInfo parseGpuInfo(std::string_view text, std::string& problem)
{
    problem.clear();
    if (text.empty() || text.front() != '{')
        return {};
    if (text.size() > longestGpuInfo) {
        problem = "GpuInfo is longer than 8000 bytes";
        return {};
    }
    try {
        const Json info = parseStrictJson(asJson(text));
        const auto cards = info.is_object() ? info.find("Gpus") : info.end();
        if (!info.is_object() || cards == info.end() || cards->is_null())
            return {};
        if (!cards->is_array() || cards->size() != 1 || !cards->front().is_object()) {
            problem = "GpuInfo: Gpus does not list one kind of card";
            return {};
        }
        return cardOf(cards->front(), problem);
    } catch (const DocumentFault& fault) {
        problem = std::string("GpuInfo: ") + fault.what();
        return {};
    }
}

} // namespace rightrig
