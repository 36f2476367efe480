#include "db/tools/semantics.h"

#include "db/tools/cataloguebuilder.h"

#include <sqlite3.h>

#include <cctype>
#include <sstream>

namespace rightrig {
namespace {

/// Each row of `sql` is a fault: rowid of the row to blame, then the reason.
struct Rule
{
    const char* table;
    const char* sql;
};

constexpr Rule rules[] = {
    {"devices",
        "SELECT rowid, 'power_min_w: ' || power_min_w || ' is above power_max_w ' || power_max_w FROM devices "
        "WHERE power_min_w > power_max_w"},
    {"devices", "SELECT rowid, 'performance_cores: more than cores' FROM devices WHERE performance_cores > cores"},
    {"devices", "SELECT rowid, 'threads: fewer than cores' FROM devices WHERE threads < cores"},
    {"devices", "SELECT rowid, 'base_ghz: above boost_ghz' FROM devices WHERE base_ghz > boost_ghz"},
    {"machines",
        "SELECT m.rowid, 'cpu: ''' || m.cpu || ''' is not a processor' FROM machines m JOIN devices d ON d.id = m.cpu "
        "WHERE d.kind <> 'cpu'"},
    {"machines",
        "SELECT m.rowid, 'accelerator: ''' || m.accelerator || ''' is a processor' FROM machines m "
        "JOIN devices d ON d.id = m.accelerator WHERE d.kind = 'cpu'"},
    {"machines",
        "SELECT rowid, 'accelerator_count: ' || accelerator_count || ' with an accelerator; it must be 1 or more' FROM machines "
        "WHERE accelerator IS NOT NULL AND accelerator_count < 1"},
    {"machines",
        "SELECT rowid, 'accelerator_count: ' || accelerator_count || ' without an accelerator' FROM machines "
        "WHERE accelerator IS NULL AND accelerator_unknown = 0 AND accelerator_count > 0"},
    {"machines",
        "SELECT rowid, 'accelerator_unknown: 1 although the accelerator is named' FROM machines "
        "WHERE accelerator IS NOT NULL AND accelerator_unknown = 1"},
    {"machines",
        "SELECT rowid, 'vram_gib: without an accelerator' FROM machines "
        "WHERE vram_gib IS NOT NULL AND accelerator IS NULL AND accelerator_unknown = 0"},
    {"parts",
        "SELECT p.rowid, 'machine: ''' || p.machine || ''' is not a desktop build' FROM parts p JOIN machines m ON m.id = p.machine "
        "WHERE m.kind <> 'desktop'"},
    {"parts", "SELECT rowid, 'currency: is empty although the part has a price' FROM parts WHERE price IS NOT NULL AND currency IS NULL"},
    {"offers",
        "SELECT rowid, 'kind: ''free'' and per ''' || per || ''' contradict each other' FROM offers "
        "WHERE (kind = 'free') <> (per = 'free')"},
    {"offers",
        "SELECT rowid, 'per: ''' || per || ''' does not go with kind ''' || kind || '''' FROM offers "
        "WHERE (kind IN ('list', 'street', 'used') AND per <> 'once') OR (kind IN ('on-demand', 'spot') AND per = 'once')"},
    // Desktop builds: where every part has a price, the parts are the price.
    {"offers",
        "SELECT o.rowid, 'price: ' || printf('%.2f', o.price) || ', but the parts add up to ' || printf('%.2f', sum(p.price)) "
        "FROM offers o JOIN parts p ON p.machine = o.machine WHERE o.per = 'once' AND o.kind IN ('list', 'street') "
        "AND o.price IS NOT NULL GROUP BY o.rowid HAVING count(p.price) = count(*) AND abs(sum(p.price) - o.price) > 0.0101"},
    {"offers",
        "SELECT o.rowid, 'currency: ''' || o.currency || ''', but a part is in ' || p.currency FROM offers o "
        "JOIN parts p ON p.machine = o.machine WHERE o.per = 'once' AND p.currency <> o.currency"},
    // Classes: a price from the offers that are named, and from nothing else.
    {"class_members",
        "SELECT c.rowid, 'member: ''' || c.member || ''' is a class itself' FROM class_members c "
        "JOIN class_members d ON d.class = c.member"},
    {"class_members",
        "SELECT c.rowid, 'member: ''' || c.member || ''' has no price in the currency of the class' FROM class_members c "
        "JOIN offers o ON o.id = c.class JOIN offers p ON p.id = c.member "
        "WHERE p.price IS NULL OR o.price IS NULL OR p.currency <> o.currency OR p.per <> o.per"},
    {"class_members",
        "SELECT c.rowid, 'member: ''' || c.member || ''' is another kind of computer' FROM class_members c "
        "JOIN offers o ON o.id = c.class JOIN machines m ON m.id = o.machine JOIN offers p ON p.id = c.member "
        "JOIN machines n ON n.id = p.machine WHERE m.kind <> n.kind OR coalesce(m.accelerator, '') <> coalesce(n.accelerator, '') "
        "OR m.ram_gib > n.ram_gib"},
    {"offers",
        "SELECT o.rowid, 'price: ' || o.price || ' is outside of its members, ' || min(p.price) || ' to ' || max(p.price) FROM offers o "
        "JOIN class_members c ON c.class = o.id JOIN offers p ON p.id = c.member GROUP BY o.id "
        "HAVING o.price < min(p.price) OR o.price > max(p.price)"},
    {"offers",
        "SELECT o.rowid, 'confidence: ''' || o.confidence || ''' although a member has less' FROM offers o "
        "JOIN class_members c ON c.class = o.id JOIN offers p ON p.id = c.member WHERE (p.confidence = 'low' AND o.confidence <> 'low') "
        "OR (p.confidence = 'medium' AND o.confidence = 'high')"},
    {"presets",
        "SELECT rowid, 'typical: another preset is typical of this goal and depth too' FROM presets p WHERE typical = 1 AND EXISTS "
        "(SELECT 1 FROM presets q WHERE q.typical = 1 AND q.goal = p.goal AND q.depth = p.depth AND q.rowid < p.rowid)"},
    {"countries",
        "SELECT rowid, 'electricity_source: a price needs currency, source and date' FROM countries "
        "WHERE electricity_per_kwh IS NOT NULL AND (electricity_currency IS NULL OR electricity_source IS NULL "
        "OR electricity_as_of IS NULL)"},
    {"countries",
        "SELECT rowid, 'carbon_source: a carbon figure needs source and date' FROM countries "
        "WHERE carbon_g_per_kwh IS NOT NULL AND (carbon_source IS NULL OR carbon_as_of IS NULL)"},
};

/// As names are compared everywhere: lower case, one blank between words.
std::string comparable(const std::string& name)
{
    std::istringstream words(name);
    std::string result;
    for (std::string word; words >> word;) {
        for (char& c : word)
            c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        result += (result.empty() ? "" : " ") + word;
    }
    return result;
}

std::vector<std::string> namesOf(const std::string& name, const std::string& aliases)
{
    std::vector<std::string> names{comparable(name)};
    std::istringstream parts(aliases);
    for (std::string alias; std::getline(parts, alias, '|');)
        names.push_back(comparable(alias));
    return names;
}

// A name that means two chips would match neither; processors and accelerators may share one ("Apple M1").
void checkNames(SQLite::Database& database, const RowLoader& loader)
{
    std::map<std::string, std::int64_t> owners;
    SQLite::Statement query(database, "SELECT rowid, name, coalesce(aliases, ''), kind = 'cpu' FROM devices ORDER BY rowid");
    while (query.executeStep()) {
        const std::int64_t rowid = query.getColumn(0).getInt64();
        const std::string group = query.getColumn(3).getInt() != 0 ? "cpu " : "accelerator ";
        for (const std::string& name : namesOf(query.getColumn(1).getString(), query.getColumn(2).getString())) {
            const std::string at = loader.place("devices", rowid) + ": aliases: ";
            if (name.empty())
                throw BuildError(at + "an alias is empty");
            const auto [owner, isNew] = owners.emplace(std::string(group).append(name), rowid);
            if (!isNew && owner->second != rowid)
                throw BuildError(
                    std::string(at).append("'").append(name).append("' is also a name of ").append(loader.place("devices", owner->second)));
        }
    }
}

} // namespace

void checkSemantics(SQLite::Database& database, const RowLoader& loader)
{
    for (const Rule& rule : rules) {
        SQLite::Statement query(database, rule.sql);
        if (query.executeStep())
            throw BuildError(loader.place(rule.table, query.getColumn(0).getInt64()) + ": " + query.getColumn(1).getString());
    }
    checkNames(database, loader);
}

} // namespace rightrig
