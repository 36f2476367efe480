// Reads the members of one JSON object, each with its type and range, and complains about those nobody asked for.
#pragma once

#include "db/documents/strictjson.h"
#include "db/values.h"
#include "db/words.h"

#include <functional>
#include <optional>
#include <vector>

namespace rightrig {

constexpr std::size_t documentNameLimit = 200; ///< characters

/// A member that is absent or null is empty. Every getter throws DocumentFault with the member's path.
class ObjectReader
{
public:
    /// `value` must outlive the reader. Throws unless it is an object.
    ObjectReader(const Json& value, std::string path);

    [[nodiscard]] std::optional<double> number(const char* key, ValueRange range);
    [[nodiscard]] std::optional<bool> flag(const char* key);
    [[nodiscard]] std::optional<std::string> text(const char* key); ///< 1 to 200 characters
    [[nodiscard]] std::optional<Money> money(const char* key, double least = 0.0);
    template <class E> [[nodiscard]] std::optional<E> word(const char* key)
    {
        const Json* value = find(key);
        return value == nullptr ? std::nullopt : std::optional(wordOf<E>(*value, path(key)));
    }
    /// A list of different words.
    template <class E> [[nodiscard]] std::optional<std::vector<E>> words(const char* key);
    /// Calls `read` with the object `key`, if there is one, and finishes it.
    bool object(const char* key, const std::function<void(ObjectReader&)>& read);
    /// Calls `read` for each object of the list `key`.
    void objects(const char* key, std::size_t most, const std::function<void(ObjectReader&)>& read);
    /// The member as it stands, nullptr if absent or null.
    [[nodiscard]] const Json* find(const char* key);
    [[nodiscard]] std::string path(const char* key) const { return joinPath(m_path, key); }
    /// Throws on the first member that was never asked for.
    void finish() const;

private:
    template <class E> static E wordOf(const Json& value, const std::string& path);
    const Json* list(const char* key, std::size_t most);

    const Json& m_value;
    std::string m_path;
    std::vector<std::string> m_asked;
};

/// Throws unless `value` is a text of 1 to 200 characters.
[[nodiscard]] std::string checkedText(const Json& value, const std::string& path);
/// Throws unless `value` is a number within `range`.
[[nodiscard]] double checkedNumber(const Json& value, const std::string& path, ValueRange range);

template <class E> E ObjectReader::wordOf(const Json& value, const std::string& path)
{
    const std::string text = checkedText(value, path);
    const std::optional<E> found = fromWord<E>(text);
    if (!found)
        throw DocumentFault(path, "'" + shown(text) + "' is not one of " + wordList<E>());
    return *found;
}

template <class E> std::optional<std::vector<E>> ObjectReader::words(const char* key)
{
    const Json* values = list(key, std::size(Words<E>::list) + 1); // one more: "written twice" says more than "too long"
    if (values == nullptr)
        return std::nullopt;
    std::vector<E> result;
    for (std::size_t i = 0; i < values->size(); ++i) {
        const std::string at = joinPath(path(key), i);
        const E word = wordOf<E>((*values)[i], at);
        for (const E earlier : result) {
            if (earlier == word)
                throw DocumentFault(at, "'" + std::string(toWord(word)) + "' is written twice");
        }
        result.push_back(word);
    }
    return result;
}

} // namespace rightrig
