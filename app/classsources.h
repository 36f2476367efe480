// What `class overview` reads: PDFs with their answers, saved answers, plans, machine profiles, rosters, and folders of them.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/course.h"
#include "models/qt/judgedclass.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace rightrig {

struct ClassEntry
{
    QString file;
    int row = 0;
    std::string date; ///< ISO, of a plan; empty elsewhere
    std::string id;   ///< of the student; the file's name where the answers carry none
    Answers answers;
};

struct ClassSources
{
    std::vector<ClassEntry> students; ///< one for each ID, in the order of the files
    std::optional<Course> course;     ///< the first that a file brought
    std::vector<ClassProblem> problems;
};

/// Reads everything it can. Folders are walked to their end, without links; of them only .json, .pdf, .csv and .tsv are read, and not the
/// class.csv and class.pdf of `class reports`. Of two files about one student the newer plan counts, else the later file; a roster's row
/// that describes no computer gives way to any file.
/// A stopped reading returns what it has. Reading is told as the first `filesPerMille` of the work.
[[nodiscard]] ClassSources readClass(const QStringList& paths, const Catalog& catalog, const ClassWatch& watch = {});
inline constexpr int filesPerMille = 400;

} // namespace rightrig
