// `rightrig class overview`: who of a class can do what, and what the school must give.
#pragma once

#include "app/commandline.h"
#include "app/composition.h"
#include "models/qt/judgedclass.h"

namespace rightrig {

/// `course`: the one of the command line. Without one the first that a file brought counts; without any the students' own jobs do.
/// The text says why there is nothing to show, or that `watch` stopped it.
[[nodiscard]] Outcome<JudgedClass> judgeClass(
    const QStringList& paths, const std::optional<Course>& course, const Catalog& catalog, const ClassWatch& watch = {});

/// Prints text or JSON, writes --out. Returns the exit code; files that could not be read are said on standard error and stop nothing.
[[nodiscard]] int runClassOverview(const Request& request, const CatalogPtr& catalog);

[[nodiscard]] QByteArray classJson(const JudgedClass& judged); ///< `rightrig.class/1`
[[nodiscard]] QString classText(const JudgedClass& judged, const Catalog& catalog);
[[nodiscard]] QByteArray classCsv(const JudgedClass& judged); ///< id, name, then classColumns()

} // namespace rightrig
