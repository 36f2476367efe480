// What the windows may ask of the rest of the program. The composition in app/ fills it in, so that ui never includes db.
#pragma once

#include "models/domain/recommender.h"
#include "models/qt/measure/machinetest.h"
#include "ui/outcome.h"
#include "ui/priceservices.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <functional>
#include <memory>

namespace rightrig {

struct Services
{
    std::shared_ptr<const Catalog> catalog;
    QDate today;                                                    ///< fixed by SOURCE_DATE_EPOCH
    QString sessionFile;                                            ///< where the unfinished answers are kept; empty: nothing is kept
    std::function<Outcome<Answers>(const QByteArray&)> readAnswers; ///< `rightrig.answers/1`
    std::function<QByteArray(const Answers&)> writeAnswers;
    std::function<ComputerFacts()> detectComputer; ///< never blocks for more than a second
    /// Takes up to 20 seconds; called off the GUI thread. Empty: there is no test.
    std::function<std::optional<MachineProfile>(const TestOptions&)> testComputer;
    PriceServices prices;
};

} // namespace rightrig
