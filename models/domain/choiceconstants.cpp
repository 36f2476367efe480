#include "models/domain/choiceconstants.h"

#include <stdexcept>

namespace rightrig {

namespace {

class ChoiceReader
{
public:
    ChoiceReader(const Settled& settled, const Catalog& catalog) : m_settled(settled), m_catalog(catalog) { }
    double operator()(const char* name) const { return choiceValue(std::string("choice.") + name, m_catalog, m_settled.given); }
    double weighted(const char* name) const
    {
        static constexpr std::string_view priorities[] = {"cost", "time", "hassle", "quiet"};
        const std::string_view priority = priorities[static_cast<std::size_t>(m_settled.priority)];
        return choiceValue("choice." + std::string(name) + '.' + std::string(priority), m_catalog, m_settled.given);
    }

private:
    const Settled& m_settled;
    const Catalog& m_catalog;
};

Weights readWeights(const ChoiceReader& read)
{
    return {.waitHour = read.weighted("wait"),
        .waitWithin = read("wait.within"),
        .workHour = read.weighted("work"),
        .quietKwh = read.weighted("quiet"),
        .lightKg = read.weighted("light")};
}

WorkHours readOnce(const ChoiceReader& read)
{
    WorkHours once;
    once.lab = read("once.lab");
    once.free = read("once.free");
    once.rent = read("once.rent");
    once.laptop = read("once.laptop");
    once.desktop = read("once.desktop");
    once.stack = read("once.stack");
    once.used = read("once.used");
    once.notPortable = read("once.not_portable");
    return once;
}

WorkHours readSession(const ChoiceReader& read)
{
    WorkHours session;
    session.lab = read("session.lab");
    session.free = read("session.free");
    session.rent = read("session.rent");
    session.notGuaranteed = read("session.not_guaranteed");
    session.spot = read("session.spot");
    session.tight = read("session.tight");
    return session;
}

void readMoney(ChoiceConstants& c, const ChoiceReader& read)
{
    c.storageUsd = read("rent.storage");
    c.egressUsd = read("rent.egress");
    c.electricityUsd = read("electricity");
    c.unknownPowerWatts = read("unknown_power");
    c.otherUse = read("other_use");
    c.spreadHigh = read("price_spread.high");
    c.spreadMedium = read("price_spread.medium");
    c.spreadLow = read("price_spread.low");
}

void readLimits(ChoiceConstants& c, const ChoiceReader& read)
{
    c.unknownWeightKg = read("light.unknown_weight");
    c.tieShare = read("tie.share");
    c.tieFloorUsd = read("tie.floor");
    c.tieCap = read("tie.cap");
    c.longestRunHours = read("longest_run");
    c.longestUploadHours = read("longest_upload");
    c.longestAssignmentHours = read("longest_assignment");
    c.unknownQuota = read("free.unknown_quota");
    c.uploadGood = read("upload.good");
    c.uploadSlow = read("upload.slow");
    c.imageMb = read("size.image");
    c.cellBytes = read("size.cell");
    c.tokenBytes = read("size.token");
    c.audioMbPerHour = read("size.audio");
    c.modelGb = read("size.model");
}

} // namespace

double choiceValue(std::string_view name, const Catalog& catalog, const Answers& answers)
{
    for (const auto& [changed, value] : answers.overrides) {
        if (changed == name)
            return value;
    }
    const Assumption* assumption = catalog.findAssumption(name);
    if (assumption == nullptr)
        throw std::runtime_error("the catalogue lacks the assumption " + std::string(name));
    return assumption->value;
}

ChoiceConstants choiceConstants(const Settled& settled, const Catalog& catalog)
{
    const ChoiceReader read(settled, catalog);
    ChoiceConstants c;
    c.weights = readWeights(read);
    c.once = readOnce(read);
    c.session = readSession(read);
    readMoney(c, read);
    readLimits(c, read);
    return c;
}

} // namespace rightrig
