#include "db/documents/strictjson.h"

#include "db/values.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rightrig {
namespace {

/// Builds the tree. Every value goes through add(), every fault carries the path of where we are.
class TreeBuilder final : public nlohmann::json_sax<Json>
{
public:
    explicit TreeBuilder(std::string_view text) : m_text(text) { }
    Json take() { return std::move(m_root); }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override
    {
        if (hasControlCharacter(value))
            throw DocumentFault(path(), "has a control character");
        return add(value);
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override;
    bool parse_error(std::size_t position, const std::string& token, const Json::exception& error) override;

private:
    struct Level
    {
        Json* value;
        std::string key; ///< of the member being read
        std::unordered_set<std::string> keys;
    };

    bool add(Json value)
    {
        place(std::move(value));
        return true;
    }
    Json* place(Json value);
    bool open(Json container);
    bool close()
    {
        m_levels.pop_back();
        return true;
    }
    [[nodiscard]] std::string path() const;

    std::string_view m_text;
    Json m_root;
    std::vector<Level> m_levels;
    std::size_t m_values = 0;
};

Json* TreeBuilder::place(Json value)
{
    if (++m_values > documentValuesLimit)
        throw DocumentFault("more than " + std::to_string(documentValuesLimit) + " values");
    if (m_levels.empty()) {
        m_root = std::move(value);
        return &m_root;
    }
    Json& parent = *m_levels.back().value;
    if (parent.is_array()) {
        parent.push_back(std::move(value));
        return &parent.back();
    }
    // key() has looked for duplicates; the vector below spares a search through all keys for each new one
    auto& members = parent.get_ref<Json::object_t&>();
    members.Json::object_t::Container::emplace_back(m_levels.back().key, std::move(value));
    return &members.back().second;
}

bool TreeBuilder::open(Json container)
{
    if (m_levels.size() >= documentDepthLimit)
        throw DocumentFault(path(), "nested deeper than " + std::to_string(documentDepthLimit) + " levels");
    Json* placed = place(std::move(container));
    m_levels.push_back({placed, {}, {}});
    return true;
}

bool TreeBuilder::key(string_t& name)
{
    Level& level = m_levels.back();
    level.key = name;
    if (!level.keys.insert(name).second)
        throw DocumentFault(path(), "written twice");
    return true;
}

std::string TreeBuilder::path() const
{
    std::string path;
    for (const Level& level : m_levels)
        path = level.value->is_array() ? joinPath(path, level.value->size()) : joinPath(path, level.key);
    return path;
}

bool TreeBuilder::parse_error(std::size_t position, const std::string&, const Json::exception& error)
{
    const std::size_t at = std::min(position == 0 ? 0 : position - 1, m_text.size());
    const std::string_view before = m_text.substr(0, at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::string_view lastLine = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    std::string reason = "this is not JSON";
    if (error.id == 406)
        reason = "the number is too large";
    else if (at >= m_text.size())
        reason = "the text ends too early";
    else if (m_text[at] > ' ' && m_text[at] < '\x7F')
        reason += std::string(", at '") + m_text[at] + "'";
    throw DocumentFault("line " + std::to_string(line) + ", column " + std::to_string(characterCount(lastLine) + 1), reason);
}

} // namespace

Json parseStrictJson(std::string_view text)
{
    if (text.size() > documentBytesLimit)
        throw DocumentFault("larger than 1 MiB");
    TreeBuilder builder(text);
    Json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

std::string joinPath(const std::string& path, const std::string& key) { return path.empty() ? shown(key) : path + "." + shown(key); }

std::string joinPath(const std::string& path, std::size_t index) { return path + "[" + std::to_string(index) + "]"; }

std::string shown(std::string_view text)
{
    constexpr std::size_t most = 60;
    std::string result;
    std::size_t characters = 0;
    for (const char c : text) {
        const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (starts && ++characters > most)
            return result + "...";
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    }
    return result;
}

} // namespace rightrig
