#include "db/documents/rostercolumns.h"

#include "db/documents/objectreader.h"
#include "models/domain/catalog.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace rightrig {
namespace {

struct Heading
{
    std::string_view text; ///< as headingKey() writes it
    RosterField field;
};

namespace headings { // so that the short names below stay here

using enum RosterField;

// What Canvas, Moodle, GitHub Classroom, nbgrader and the forms of Google and Microsoft write, in English and German, and our own names.
// IDs in the order they are tried: a number of the school before a login, a login before an address.
constexpr Heading exactHeadings[] = {{"student id", Id}, {"student_id", Id}, {"student number", Id}, {"matrikelnummer", Id},
    {"matrikel-nr.", Id}, {"matrikelnr.", Id}, {"matrikelnr", Id}, {"studierenden-id", Id}, {"id", Id}, {"identifier", Id},
    {"id number", Id}, {"idnumber", Id}, {"id-nummer", Id}, {"sis user id", Id}, {"sis login id", Id}, {"username", Id}, {"user name", Id},
    {"anmeldename", Id}, {"nutzername", Id}, {"benutzername", Id}, {"github_username", Id}, {"student", Name}, {"name", Name},
    {"full name", Name}, {"student name", Name}, {"vollständiger name", Name}, {"first name", FirstName}, {"firstname", FirstName},
    {"first_name", FirstName}, {"given name", FirstName}, {"vorname", FirstName}, {"last name", LastName}, {"lastname", LastName},
    {"last_name", LastName}, {"surname", LastName}, {"family name", LastName}, {"nachname", LastName}, {"familienname", LastName},
    {"email", Email}, {"e-mail", Email}, {"email address", Email}, {"e-mail address", Email}, {"e-mail-adresse", Email},
    {"e-mailadresse", Email}, {"email-adresse", Email}, {"section", Key}, {"root account", Key}, {"integration id", Key},
    {"github_id", Key}, {"lms_user_id", Key}, {"institution", Key}, {"department", Key}, {"abteilung", Key}, {"groups", Key},
    {"gruppen", Key}, {"group", Key}, {"gruppe", Key}, {"form", Form}, {"computer form", Form}, {"cpu", Cpu}, {"processor", Cpu},
    {"prozessor", Cpu}, {"ram", Ram}, {"ram_gib", Ram}, {"ram (gb)", Ram}, {"memory", Ram}, {"arbeitsspeicher", Ram}, {"gpu", Gpu},
    {"graphics card", Gpu}, {"grafikkarte", Gpu}, {"vram", Vram}, {"vram_gib", Vram}, {"vram (gb)", Vram}, {"graphics memory", Vram},
    {"grafikspeicher", Vram}, {"os", Os}, {"operating system", Os}, {"betriebssystem", Os}, {"profile", Profile},
    {"machine profile", Profile}, {"profil", Profile}};

// Words of a question in a form. A fact before the more general one that its words hold: "graphics memory" is not "memory".
constexpr Heading questionWords[] = {{"student id", Id}, {"student number", Id}, {"matrikel", Id}, {"graphics memory", Vram},
    {"video memory", Vram}, {"grafikspeicher", Vram}, {"vram", Vram}, {"graphics", Gpu}, {"grafik", Gpu}, {"gpu", Gpu}, {"processor", Cpu},
    {"prozessor", Cpu}, {"cpu", Cpu}, {"arbeitsspeicher", Ram}, {"memory", Ram}, {"ram", Ram}, {"operating system", Os},
    {"betriebssystem", Os}, {"laptop or", Form}, {"laptop oder", Form}, {"machine profile", Profile}, {"rightrig measure", Profile},
    {"first name", FirstName}, {"vorname", FirstName}, {"last name", LastName}, {"nachname", LastName}, {"your name", Name},
    {"dein name", Name}, {"ihr name", Name}, {"heißt du", Name}, {"heißen sie", Name}, {"email", Email}, {"e-mail", Email}};

constexpr std::pair<const char*, RosterField> mapMembers[]
    = {{"id", Id}, {"name", Name}, {"first_name", FirstName}, {"last_name", LastName}, {"email", Email}, {"form", Form}, {"cpu", Cpu},
        {"ram_gib", Ram}, {"gpu", Gpu}, {"vram_gib", Vram}, {"os", Os}, {"profile", Profile}};

} // namespace headings

using headings::exactHeadings, headings::mapMembers, headings::questionWords;

constexpr const char* fieldWords[] = {"an ID", "a name", "a first name", "a last name", "an address", "a key", "the form", "the processor",
    "the memory", "the graphics", "the graphics memory", "the operating system", "the machine profile"};

std::string headingKey(std::string_view heading)
{
    std::string key = normalisedName(heading);
    while (!key.empty() && (key.back() == ':' || key.back() == '?' || key.back() == '*' || key.back() == ' '))
        key.pop_back();
    return key;
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// "ram" stands in "how much ram?", not in "program". Long words also count inside compounds ("Arbeitsspeichergröße").
bool holdsWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool alone = (at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end]));
        if (alone || word.size() > 5)
            return true;
    }
    return false;
}

const Heading* findExact(std::string_view key)
{
    const auto* found = std::find_if(std::begin(exactHeadings), std::end(exactHeadings), [key](const Heading& h) { return h.text == key; });
    return found == std::end(exactHeadings) ? nullptr : found;
}

const Heading* findQuestion(std::string_view key)
{
    const auto* found
        = std::find_if(std::begin(questionWords), std::end(questionWords), [key](const Heading& h) { return holdsWord(key, h.text); });
    return found == std::end(questionWords) ? nullptr : found;
}

using Keys = std::set<std::string, std::less<>>;

bool hasAll(const Keys& keys, std::initializer_list<std::string_view> wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&keys](std::string_view key) { return keys.contains(key); });
}

RosterSystem systemOf(const Keys& keys)
{
    if (hasAll(keys, {"student", "id", "section"}) || hasAll(keys, {"student", "id", "sis user id"}))
        return RosterSystem::Canvas;
    if (hasAll(keys, {"identifier"}) && (keys.size() == 1 || hasAll(keys, {"github_username"})))
        return RosterSystem::GithubClassroom;
    if (hasAll(keys, {"first_name", "last_name"}) && (hasAll(keys, {"id"}) || hasAll(keys, {"student_id"})))
        return RosterSystem::Nbgrader;
    if (hasAll(keys, {"start time", "completion time"}) || hasAll(keys, {"startzeit", "fertigstellungszeit"}))
        return RosterSystem::MicrosoftForms;
    if (hasAll(keys, {"timestamp"}) || hasAll(keys, {"zeitstempel"}))
        return RosterSystem::GoogleForms;
    const bool names = hasAll(keys, {"first name", "surname"}) || hasAll(keys, {"first name", "last name"})
        || hasAll(keys, {"vorname", "nachname"}) || hasAll(keys, {"username", "firstname", "lastname"});
    return names ? RosterSystem::Moodle : RosterSystem::Plain;
}

bool isForm(RosterSystem system) { return system == RosterSystem::GoogleForms || system == RosterSystem::MicrosoftForms; }

/// The columns as they are found, then put in order.
class ColumnFinder
{
public:
    ColumnFinder(const std::vector<std::string>& header, int line) : m_line(line)
    {
        for (const std::string& heading : header)
            m_keys.push_back(headingKey(heading));
        m_found.system = systemOf(Keys(m_keys.begin(), m_keys.end()));
    }

    RosterColumns find()
    {
        for (std::size_t i = 0; i < m_keys.size(); ++i)
            look(static_cast<int>(i));
        dropDoubtful();
        orderIds();
        std::sort(m_found.keys.begin(), m_found.keys.end());
        return std::move(m_found);
    }

private:
    void look(int column)
    {
        const std::string& key = m_keys[static_cast<std::size_t>(column)];
        // the "ID" of Microsoft's forms counts the answers, not the students
        if (key == "id" && m_found.system == RosterSystem::MicrosoftForms)
            return;
        const Heading* exact = findExact(key);
        const Heading* heading = exact != nullptr ? exact : isForm(m_found.system) ? findQuestion(key) : nullptr;
        if (heading == nullptr)
            return;
        const RosterField field = heading->field;
        if (field <= RosterField::Key)
            m_found.keys.push_back(column);
        if (field == RosterField::Id)
            m_ids.emplace_back(exact != nullptr ? exact - exactHeadings : 0, column);
        else if (field != RosterField::Key && !m_found.one.emplace(field, column).second)
            m_doubtful.insert(field);
    }

    void dropDoubtful()
    {
        for (const RosterField field : m_doubtful) {
            m_found.one.erase(field);
            m_found.problems.push_back({m_line,
                std::string("two columns could be ") + fieldWords[static_cast<std::size_t>(field)]
                    + "; neither is read, a mapping file can name the right one",
                false});
        }
    }

    void orderIds()
    {
        std::stable_sort(m_ids.begin(), m_ids.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [rank, column] : m_ids)
            m_found.ids.push_back(column);
        if (const auto email = m_found.one.find(RosterField::Email); email != m_found.one.end())
            m_found.ids.push_back(email->second);
    }

    int m_line;
    std::vector<std::string> m_keys;
    std::vector<std::pair<std::ptrdiff_t, int>> m_ids;
    std::set<RosterField> m_doubtful;
    RosterColumns m_found;
};

std::string headingList(const std::vector<std::string>& header)
{
    constexpr std::size_t mostNamed = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(header.size(), mostNamed); ++i)
        list += (i == 0 ? "'" : ", '") + shown(header[i]) + "'";
    return header.size() > mostNamed ? list + ", ..." : list;
}

int columnNamed(const std::vector<std::string>& header, const std::string& name)
{
    const std::string key = headingKey(name);
    int found = -1;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (headingKey(header[i]) != key)
            continue;
        if (found >= 0)
            throw DocumentFault("the heading '" + shown(name) + "' of the mapping stands there twice");
        found = static_cast<int>(i);
    }
    if (found < 0)
        throw DocumentFault("the mapping names the heading '" + shown(name) + "'; there are " + headingList(header));
    return found;
}

RosterMap mapFrom(const Json& root)
{
    ObjectReader in(root, {});
    if (in.text("schema").value_or("") != "rightrig.roster-map/1")
        throw DocumentFault(in.path("schema"), "is not rightrig.roster-map/1");
    RosterMap map;
    in.object("columns", [&map](ObjectReader& columns) {
        for (const auto& [member, field] : mapMembers) {
            if (const auto heading = columns.text(member))
                map[field] = *heading;
        }
    });
    in.finish();
    if (!map.contains(RosterField::Id))
        throw DocumentFault("columns.id", "is missing");
    return map;
}

} // namespace

std::variant<RosterMap, DocumentError> readRosterMap(const QByteArray& json)
{
    try {
        return mapFrom(parseStrictJson({json.constData(), static_cast<std::size_t>(json.size())}));
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

const char* mapMember(RosterField field)
{
    const auto* found
        = std::find_if(std::begin(mapMembers), std::end(mapMembers), [field](const auto& member) { return member.second == field; });
    return found == std::end(mapMembers) ? nullptr : found->first;
}

RosterColumns likelyColumns(const std::vector<std::string>& header, int line) { return ColumnFinder(header, line).find(); }

std::variant<RosterColumns, DocumentError> recognisedColumns(const std::vector<std::string>& header, int line)
{
    RosterColumns columns = likelyColumns(header, line);
    if (columns.ids.empty()) {
        const std::string text = "line " + std::to_string(line)
            + ": no column of IDs is known here; name it in a mapping file (--map). There are " + headingList(header);
        return DocumentError{QString::fromStdString(text)};
    }
    return columns;
}

std::variant<RosterColumns, DocumentError> mappedColumns(const std::vector<std::string>& header, const RosterMap& map)
{
    try {
        RosterColumns columns;
        columns.system = ColumnFinder(header, 1).find().system;
        std::set<int> keys;
        for (const auto& [field, heading] : map) {
            const int column = columnNamed(header, heading);
            if (field <= RosterField::Key)
                keys.insert(column);
            if (field == RosterField::Id)
                columns.ids.push_back(column);
            else
                columns.one[field] = column;
        }
        columns.keys.assign(keys.begin(), keys.end());
        return columns;
    } catch (const std::exception& error) {
        return DocumentError{QString::fromUtf8(error.what())};
    }
}

} // namespace rightrig
