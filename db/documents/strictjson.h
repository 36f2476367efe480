// JSON text -> tree, refusing what the usual parsers let pass: duplicate keys, deep nesting, control characters, sizes without end.
#pragma once

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace rightrig {

using Json = nlohmann::ordered_json; ///< keeps the order of keys

/// "data.rows: -5 is below 1". The message starts with the path, or with "line 3, column 7" where the text is not JSON at all.
class DocumentFault : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
    DocumentFault(const std::string& path, const std::string& reason) : std::runtime_error(path.empty() ? reason : path + ": " + reason) { }
};

constexpr std::size_t documentBytesLimit = std::size_t{1} << 20U;
constexpr std::size_t documentDepthLimit = 16;
constexpr std::size_t documentValuesLimit = 20000;

/// Throws DocumentFault.
[[nodiscard]] Json parseStrictJson(std::string_view text);

/// "data" + "rows" = "data.rows"
[[nodiscard]] std::string joinPath(const std::string& path, const std::string& key);
[[nodiscard]] std::string joinPath(const std::string& path, std::size_t index);
/// A text from the file, fit for a message: control characters replaced, at most 60 characters.
[[nodiscard]] std::string shown(std::string_view text);

} // namespace rightrig
