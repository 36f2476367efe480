// What the windows may ask of the rest of the program. The composition in app/ fills it in, so that ui never includes db.
#pragma once

#include "models/domain/recommender.h"
#include "models/domain/savedplan.h"
#include "models/qt/judgedclass.h"
#include "models/qt/measure/machinetest.h"
#include "ui/classroom/batchservices.h"
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
    QDate today;                                                   ///< fixed by SOURCE_DATE_EPOCH
    QString sessionFile;                                           ///< where the unfinished answers are kept; empty: nothing is kept
    std::function<Outcome<SavedPlan>(const QByteArray&)> readPlan; ///< saved answers, a plan, a course, or a RightRig PDF
    std::function<QByteArray(const SavedPlan&)> writePlan;         ///< `rightrig.plan/1`
    std::function<QByteArray(const Answers&)> writeAnswers;        ///< `rightrig.answers/1`
    std::function<QByteArray(const Course&)> writeCourse;          ///< `rightrig.course/1`; empty: there is no course editor
    std::function<ComputerFacts()> detectComputer;                 ///< never blocks for more than a second
    /// Takes up to 20 seconds; called off the GUI thread. Empty: there is no test.
    std::function<std::optional<MachineProfile>(const TestOptions&)> testComputer;
    std::function<QByteArray(const MachineProfile&)> writeProfile; ///< `rightrig.profile/1`
    std::function<std::variant<MachineProfile, QString>(const QByteArray&)> readProfile;
    /// Files and folders that students handed in; called off the GUI thread. Empty: no class overview.
    std::function<Outcome<std::shared_ptr<const JudgedClass>>(const QStringList& paths, const ClassWatch& watch)> readClass;
    std::function<QByteArray(const JudgedClass&)> writeClassTable; ///< as CSV
    BatchServices batch;                                           ///< empty: no reports can be made
    PriceServices prices;
};

} // namespace rightrig
