// What hangs on machines and offers: the parts of builds and the members of classes.
#include "db/cataloguereader.h"

#include <algorithm>

namespace rightrig {

int CatalogueReader::machineOf(const CatalogueTable& row) const
{
    const std::string id = row.text("machine");
    const auto found = m_machines.find(id);
    if (found == m_machines.end())
        row.fail("machine", "'" + id + "' is not in machines");
    return found->second;
}

void CatalogueReader::readParts()
{
    for (CatalogueTable row(m_database, "parts"); row.next();) {
        const auto machine = static_cast<std::size_t>(machineOf(row));
        m_catalog.machines[machine].parts.push_back(
            {row.text("component"), row.text("name"), price(row), source(row), row.word<Confidence>("confidence")});
    }
}

int CatalogueReader::offerOf(const CatalogueTable& row, std::string_view column) const
{
    const std::string id = row.text(column);
    const auto found = m_offers.find(id);
    if (found == m_offers.end())
        row.fail(column, "'" + id + "' is not in offers");
    return found->second;
}

void CatalogueReader::readClassMembers()
{
    for (CatalogueTable row(m_database, "class_members"); row.next();) {
        const int member = offerOf(row, "member");
        std::vector<int>& members = m_catalog.offers[static_cast<std::size_t>(offerOf(row, "class"))].builtFrom;
        if (std::find(members.begin(), members.end(), member) != members.end())
            row.fail("member", "is written twice");
        if (!m_catalog.offers[static_cast<std::size_t>(member)].builtFrom.empty())
            row.fail("member", "is a class itself");
        members.push_back(member);
    }
}

} // namespace rightrig
