#include "models/domain/roster.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace rightrig {
namespace {

constexpr std::size_t longestName = 80; // with a folder before it and ".pdf" behind it, short enough for every file system
constexpr std::size_t answerCharacters = 200;

bool isSafeLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

std::string foldedName(std::string_view name)
{
    std::string folded(name);
    for (char& c : folded)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
}

/// Names that Windows keeps for devices, whatever stands behind their first point
/// (learn.microsoft.com/windows/win32/fileio/naming-a-file).
bool isDeviceName(std::string_view name)
{
    const std::string stem = foldedName(name.substr(0, name.find('.')));
    constexpr std::array<std::string_view, 6> devices{"con", "prn", "aux", "nul", "conin$", "conout$"};
    if (std::find(devices.begin(), devices.end(), stem) != devices.end())
        return true;
    const bool port = stem.starts_with("com") || stem.starts_with("lpt");
    return port && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
}

bool isSafeName(std::string_view name)
{
    const bool edges = !name.empty() && name.front() != '.' && name.front() != '-' && name.back() != '.';
    return edges && name.size() <= longestName && !isDeviceName(name) && std::all_of(name.begin(), name.end(), isSafeLetter);
}

/// FNV-1a, 64 bit (datatracker.ietf.org/doc/html/draft-eastlake-fnv): the same everywhere, unlike std::hash.
std::string hashText(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (int shift = 60; shift >= 0; shift -= 4)
        result.push_back(digits[(hash >> static_cast<unsigned>(shift)) & 0xFU]);
    return result;
}

/// What is readable of the ID, and the hash of all of it.
std::string hashedName(std::string_view id)
{
    constexpr std::size_t readable = 40;
    std::string name;
    for (const char c : id.substr(0, readable))
        name.push_back(isSafeLetter(c) && c != '.' ? c : '_');
    return "id_" + name + "-" + hashText(id);
}

std::string cutText(const std::string& text)
{
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U; // of a character in UTF-8
        if (starts && ++count > answerCharacters)
            break;
    }
    return text.substr(0, end);
}

} // namespace

std::string_view systemName(RosterSystem system)
{
    constexpr std::array<std::string_view, 7> names{
        "table", "Canvas", "Moodle", "GitHub Classroom", "nbgrader", "Google Forms", "Microsoft Forms"};
    return names[static_cast<std::size_t>(system)];
}

Answers rosterAnswers(const RosterStudent& student)
{
    Answers answers;
    answers.studentId = cutText(student.id);
    if (!student.name.empty())
        answers.studentName = cutText(student.name);
    if (student.computer)
        answers.computer = *student.computer;
    return answers;
}

std::vector<std::string> safeFileNames(const std::vector<std::string>& ids, const std::vector<std::string>& taken)
{
    std::unordered_map<std::string, int> used;
    for (const std::string& name : taken)
        used[foldedName(name)] += 2;
    for (const std::string& id : ids)
        used[foldedName(id)] += 1;
    std::vector<std::string> names;
    names.reserve(ids.size());
    for (const std::string& id : ids) {
        const bool asItIs = isSafeName(id) && used[foldedName(id)] == 1;
        names.push_back(asItIs ? id : hashedName(id));
        if (asItIs)
            continue;
        for (int more = 2; used[foldedName(names.back())]++ > 0; ++more) // somebody searched for a second ID of the same hash
            names.back() = hashedName(id) + "-" + std::to_string(more);
    }
    return names;
}

} // namespace rightrig
