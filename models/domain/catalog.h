// The immutable catalogue: everything that db/ read and checked. The core never sees SQL or files.
#pragma once

#include "models/domain/job.h"
#include "models/domain/machine.h"
#include "models/domain/measurement.h"
#include "models/domain/nameindex.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rightrig {

/// A constant of the estimator, never in code: value with its honest span, unit, source and date.
struct Assumption
{
    std::string name; ///< dotted, "time.cnn.a"
    double value = 0.0;
    double low = 0.0, high = 0.0;
    std::string unit;
    std::string text; ///< one plain sentence
    SourceRef source;
};

struct Currency
{
    CurrencyCode code;
    double usdPerUnit = 1.0;
    SourceRef source;
};

struct Country
{
    std::string code; ///< ISO 3166-1 alpha-2
    std::string name;
    CurrencyCode currency;
    std::optional<Money> electricityPerKwh;
    Confidence electricityConfidence = Confidence::Low;
    SourceRef electricitySource;
    std::optional<double> carbonGramsPerKwh;
    SourceRef carbonSource;
};

/// Read-only after build(). Indices in Machine and Offer point into these vectors.
struct Catalog
{
    std::vector<Device> devices;
    std::vector<Machine> machines;
    std::vector<Offer> offers;
    std::vector<Preset> presets;
    std::vector<Network> networks;
    std::vector<Assumption> assumptions;
    std::vector<Currency> currencies;
    std::vector<Country> countries;
    std::vector<Measurement> checkpoints; ///< published runs that estimates are compared with, never taken from
    std::string asOf;                     ///< newest date of any price
    std::string sha256;                   ///< of the file it was read from
    std::string notice;                   ///< one sentence if this stands in for a catalogue that does not open; else empty
    std::string planDate;                 ///< ISO day of the plan whose prices it has (savedplan.h); empty: today's
    int ownPrices = 0;                    ///< how many prices are the user's own (ownprices.h)
    int expiredPrices = 0;                ///< how many prices do not count for their age (priceage.h)

    /// Builds the look-up tables below; call once after filling the vectors.
    void index();
    /// Exact name, id or alias, ignoring case and surrounding blanks; -1 if none. Never a fuzzy match.
    [[nodiscard]] int findDevice(std::string_view nameOrAlias) const;
    /// As findDevice, but only devices of that kind (Gpu also finds Tpu: any accelerator).
    [[nodiscard]] int findDevice(std::string_view nameOrAlias, DeviceKind kind) const;
    [[nodiscard]] int findMachine(std::string_view idOrNameOrAlias) const;
    [[nodiscard]] int findOffer(std::string_view id) const;
    [[nodiscard]] const Preset* findPreset(std::string_view id) const;
    /// By id, name or alias as networkKey() writes them; nullptr if none.
    [[nodiscard]] const Network* findNetwork(std::string_view name) const;
    [[nodiscard]] const Country* findCountry(std::string_view alpha2) const;
    [[nodiscard]] const Currency* findCurrency(CurrencyCode code) const;
    [[nodiscard]] const Assumption* findAssumption(std::string_view name) const;

private:
    NameIndex m_deviceByName, m_machineByName;
    std::unordered_map<std::string, int> m_offerById, m_presetById, m_assumptionByName, m_networkByKey;
};

/// Lower case (ASCII), blanks trimmed and runs of blanks made one: the form names are compared in.
[[nodiscard]] std::string normalisedName(std::string_view name);
/// Lower case (ASCII) without blanks, "-", "_" and "/": "ResNet-50 v1.5" and "resnet50_v1_5" are one network.
[[nodiscard]] std::string networkKey(std::string_view name);

} // namespace rightrig
