// Puts the layers together: catalogue, today, and what the windows may ask for.
#pragma once

#include "app/commandline.h"
#include "models/domain/savedplan.h"
#include "ui/services.h"

#include <QDate>
#include <QElapsedTimer>
#include <QString>

#include <future>
#include <memory>
#include <variant>

namespace rightrig {

using CatalogPtr = std::shared_ptr<const Catalog>;

using OpenedCatalogue = std::variant<CatalogPtr, QString>;

/// Opens `path`, or the shipped catalogue if it is empty. The text says which file failed and what to do.
[[nodiscard]] OpenedCatalogue openCatalogueFor(const QString& path);
/// As asked for: with the user's own prices laid over it, and without prices of 24 months and more, unless `request` says otherwise.
/// Rows of the user's own prices that do not fit are said on standard error.
[[nodiscard]] OpenedCatalogue openCatalogueFor(const Request& request);
/// Begins to open the catalogue of the wizard that `arguments` ask for, while Qt starts; without one the future is not valid.
/// The application must have its name by then: the user's own prices are found by it.
[[nodiscard]] std::future<OpenedCatalogue> openCatalogueEarly(const QStringList& arguments);
/// SOURCE_DATE_EPOCH (UTC) if it is set to a number, else the day on this computer's clock.
[[nodiscard]] QDate todaysDate();
[[nodiscard]] std::string isoToday(); ///< the same as "2026-11-22"
/// Reads saved answers, a plan or a course from a JSON file of at most 1 MiB, or from a RightRig PDF; "-" is standard input. The text names
/// the file.
[[nodiscard]] Outcome<SavedPlan> readPlanFile(const QString& path);
/// The answers alone, of the same files; a course has none and is refused.
[[nodiscard]] Outcome<Answers> readAnswersFile(const QString& path);
/// A course profile of at most 1 MiB.
[[nodiscard]] Outcome<Course> readCourseFile(const QString& path);
/// Where the unfinished answers are kept; empty if there is no home folder that can be written.
[[nodiscard]] QString sessionFilePath();
[[nodiscard]] Services makeServices(const CatalogPtr& catalog); ///< all but the user's own prices (priceservices.h)
/// Opens the wizard; returns the exit code. `sinceStart` was started first thing in main(); `opening` may be invalid.
[[nodiscard]] int runWizard(const Request& request, const QElapsedTimer& sinceStart, std::future<OpenedCatalogue> opening = {});

} // namespace rightrig
