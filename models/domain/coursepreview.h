// A course tried out before any student has it: each assignment on typical laptops, on a free service, and on the cheapest rented machine.
#pragma once

#include "models/domain/readiness.h"

#include <functional>

namespace rightrig {

/// One assignment on one machine.
struct PlacePreview
{
    std::string name;
    Fit fit = Fit::Unknown;
    std::optional<Range<Seconds>> seconds; ///< one run; empty unless fit is Yes or Tight
    std::optional<Range<double>> cost;     ///< all runs, in CoursePreview::currency; empty: costs nothing, or unknown
    MemoryCheck memory;
    std::optional<ReasonCode> blocked; ///< why not, if it is not memory
    bool tooSlow = false;              ///< longer than a night, or all runs longer than a week
    std::vector<Reason> whyNot;        ///< of a free service: limits of its own, private data
    [[nodiscard]] bool enough() const { return seconds.has_value() && !tooSlow && whyNot.empty(); }
};

struct AssignmentPreview
{
    bool known = false;                ///< the catalogue has its preset
    std::vector<PlacePreview> laptops; ///< the typical ones; the first is the reference
    std::optional<PlacePreview> free;  ///< empty: ruled out by the course, or there is none
    std::optional<PlacePreview> cloud; ///< the cheapest that is quick enough; empty: ruled out, or there is none
    std::vector<WayOut> ways;          ///< for a student whose laptop is like the reference, even where that is enough

    [[nodiscard]] int notEnough() const; ///< typical laptops on which it does not work out
};

struct CoursePreview
{
    std::vector<AssignmentPreview> assignments; ///< in the order of the course
    CurrencyCode currency;
};

/// Machines of the catalogue that its assumptions "typical.laptop.ID" name, in the order of their values; the first is the reference.
[[nodiscard]] std::vector<int> typicalLaptops(const Catalog& catalog);

/// Uses the one estimator and the recommender's gates. `cancelled` is asked between assignments: what is there by then comes back.
/// Throws std::runtime_error if the catalogue lacks a constant.
[[nodiscard]] CoursePreview previewOf(const Course& course, const Catalog& catalog, const std::function<bool()>& cancelled = {});

} // namespace rightrig
