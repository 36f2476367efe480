// Tables -> Catalog: every value checked, every reference resolved, unknown left empty.
#pragma once

#include "db/cataloguetable.h"
#include "models/domain/catalog.h"

#include <map>
#include <string>

namespace rightrig {

class CatalogueReader
{
public:
    explicit CatalogueReader(sqlite3* database) : m_database(database) { }
    /// Throws CatalogueFault that names table, row and column. The result is indexed; `sha256` is still empty.
    [[nodiscard]] Catalog read();

private:
    void readSources();
    void readCurrencies();
    void readCountries();
    void readDevices();
    void readMachines();
    void readParts();
    void readOffers();
    void readClassMembers();
    void readNetworks();
    void readFits();
    void readPresets();
    void readAssumptions();
    void readCheckpoints();

    SourceRef source(const CatalogueTable& row, std::string_view idColumn = "source", std::string_view dateColumn = "as_of");
    CurrencyCode knownCurrency(const CatalogueTable& row, std::string_view column) const;
    std::optional<Money> price(const CatalogueTable& row) const;
    int deviceOf(const CatalogueTable& row, std::string_view column, bool processor) const;
    int machineOf(const CatalogueTable& row) const;
    int offerOf(const CatalogueTable& row, std::string_view column) const;
    int networkOf(const CatalogueTable& row) const;
    void addNetwork(const CatalogueTable& row, NetworkShape& net) const;
    void checkMachine(const CatalogueTable& row, const Machine& machine) const;

    sqlite3* m_database;
    Catalog m_catalog;
    std::map<std::string, std::string, std::less<>> m_sources;
    std::map<std::string, int, std::less<>> m_devices, m_machines, m_offers, m_presets, m_networks, m_fits, m_assumptions, m_countries,
        m_currencies, m_checkpoints;
};

} // namespace rightrig
