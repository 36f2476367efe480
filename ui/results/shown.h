// What the parts of the answer page show, and what they have in common.
#pragma once

#include "models/domain/readiness.h"
#include "models/domain/recommender.h"

#include <QDate>
#include <QWidget>

#include <memory>

namespace rightrig {

struct Shown
{
    std::shared_ptr<const Results> results; ///< never null where a part is asked to present
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const CoursePlan> course; ///< null: no course is open
    int option = -1;                          ///< the one selected everywhere; index into Results::options, -1 none
    QDate today;

    [[nodiscard]] const Option* selected() const { return at(option); }
    [[nodiscard]] const Option* best() const { return at(results->best.option); }
    [[nodiscard]] const Option* at(int index) const
    {
        const bool inside = index >= 0 && index < static_cast<int>(results->options.size());
        return inside ? &results->options[static_cast<std::size_t>(index)] : nullptr;
    }
    [[nodiscard]] CurrencyCode currency() const { return results->settled.currency; }
};

/// One part of the page. It is given new results only while it is seen, so that a changed answer costs little.
class ResultsPart : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual void present(const Shown& shown) = 0;               ///< new results
    virtual void select(const Shown& shown) { present(shown); } ///< the same results, another option

Q_SIGNALS:
    void optionChosen(int option);
};

} // namespace rightrig
