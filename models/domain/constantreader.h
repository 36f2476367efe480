// How constants are filled from the catalogue's assumptions and from what the user changed. For constants.cpp and its parts only.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/constants.h"
#include "models/domain/estimator.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace rightrig {

class ConstantReader
{
public:
    ConstantReader(const Catalog& catalog, const Answers& answers, Constants& constants)
        : m_catalog(catalog), m_answers(answers), m_constants(constants)
    { }

    void operator()(double& field, const std::string& name)
    {
        const Assumption* row = m_catalog.findAssumption(name);
        if (row == nullptr)
            throw std::runtime_error("The catalogue lacks the assumption " + name + ".");
        field = row->value;
        const auto isOurs = [&name](const auto& item) { return item.first == name; };
        const auto own = std::find_if(m_answers.overrides.begin(), m_answers.overrides.end(), isOurs);
        // A constant that must be above zero stays so: an override of 0 or less says nothing.
        if (own == m_answers.overrides.end() || !std::isfinite(own->second) || (own->second <= 0.0 && row->low > 0.0))
            return;
        field = own->second;
        m_constants.changed.push_back(name);
    }

    /// Standard deviation of the ln of a constant whose row states the 10th and 90th percentile.
    [[nodiscard]] double spread(const std::string& name) const
    {
        constexpr double quantile90 = 1.2816;
        const Assumption* row = m_catalog.findAssumption(name);
        return row != nullptr && row->low > 0.0 ? std::log(row->high / row->low) / 2.0 / quantile90 : 0.0;
    }

private:
    const Catalog& m_catalog;
    const Answers& m_answers;
    Constants& m_constants;
};

/// Everything of jobs on tables.
void readTables(ConstantReader& read, TableConstants& tables);

} // namespace rightrig
