#include "db/documents/renewedfile.h"

#include "db/documents/objectreader.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace rightrig {

namespace {

constexpr const char* renewedSchema = "rightrig.renewed/1";
constexpr std::size_t mostKeys = 100;
constexpr double mostNumber = 999999999999.0;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// No path can hide in it: it names a file of the data folder and nothing else.
bool isRenewedName(const std::string& name)
{
    constexpr std::string_view head = "catalogue-", tail = ".db";
    if (name.size() <= head.size() + tail.size() || name.size() > 40 || !name.starts_with(head) || !name.ends_with(tail))
        return false;
    const std::string digits = name.substr(head.size(), name.size() - head.size() - tail.size());
    return std::all_of(digits.begin(), digits.end(), isDigit);
}

bool isDigest(const std::string& text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

SeenBundle readSeen(ObjectReader& in)
{
    SeenBundle seen;
    seen.key = in.text("key").value_or("");
    const auto number = in.number("number", {1, mostNumber});
    if (seen.key.empty())
        throw DocumentFault(in.path("key"), "is missing");
    if (!number || *number != std::floor(*number))
        throw DocumentFault(in.path("number"), "is not a whole number");
    seen.number = static_cast<std::int64_t>(*number);
    return seen;
}

Renewed renewedFrom(ObjectReader& in)
{
    if (in.text("schema").value_or("") != renewedSchema)
        throw DocumentFault(in.path("schema"), std::string("is not ") + renewedSchema);
    Renewed renewed;
    renewed.file = in.text("file").value_or("");
    renewed.sha256 = in.text("sha256").value_or("");
    if (!renewed.file.empty() && !isRenewedName(renewed.file))
        throw DocumentFault(in.path("file"), "is not the name of a catalogue in this folder");
    if (!renewed.file.empty() && !isDigest(renewed.sha256))
        throw DocumentFault(in.path("sha256"), "is not a check sum");
    in.objects("seen", mostKeys, [&](ObjectReader& seen) { renewed.seen.push_back(readSeen(seen)); });
    return renewed;
}

} // namespace

std::string renewedFileName(std::int64_t number) { return "catalogue-" + std::to_string(number) + ".db"; }

std::variant<Renewed, DocumentError> readRenewed(const QByteArray& json)
{
    try {
        const Json document = parseStrictJson(std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
        ObjectReader in(document, "");
        Renewed renewed = renewedFrom(in);
        in.finish();
        return renewed;
    } catch (const DocumentFault& fault) {
        return DocumentError{QString::fromUtf8(fault.what())};
    }
}

QByteArray writeRenewed(const Renewed& renewed)
{
    Json seen = Json::array();
    for (const SeenBundle& one : renewed.seen)
        seen.push_back({{"key", one.key}, {"number", one.number}});
    Json document{{"schema", renewedSchema}};
    document["file"] = renewed.file.empty() ? Json(nullptr) : Json(renewed.file);
    document["sha256"] = renewed.sha256.empty() ? Json(nullptr) : Json(renewed.sha256);
    document["seen"] = std::move(seen);
    return QByteArray::fromStdString(document.dump(2)) + '\n';
}

} // namespace rightrig
