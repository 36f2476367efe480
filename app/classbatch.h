// One course and its students, as `class reports` works on them: where each report goes, which of them are this run's.
#pragma once

#include "app/answered.h"
#include "app/commandline.h"
#include "app/composition.h"
#include "models/domain/roster.h"

#include <memory>
#include <string>
#include <vector>

namespace rightrig {

struct ClassBatch
{
    Request request;
    CatalogPtr catalog;
    Course course;
    Roster roster;
    std::vector<std::string> names; ///< of the files, without their ending; one for each student of the roster
    std::vector<std::size_t> own;   ///< students of this shard
    std::shared_ptr<CourseAnswers> answers;

    [[nodiscard]] QString path(const std::string& name, const char* ending) const;
    [[nodiscard]] QString rosterPlace(int line) const; ///< "ROSTER:12"
};

/// Reads course, roster and mapping and makes the folder. The text says which file failed and what to do.
[[nodiscard]] Outcome<ClassBatch> openBatch(const Request& request, const CatalogPtr& catalog);

/// What a killed run of this shard left half written, under names that only it used.
void removeLeftovers(const ClassBatch& batch);

enum class Written : std::uint8_t { Fresh, There, Failed };
/// Makes and writes one student's PDF, unless it is there and --force was not given. `problem` is set if it failed.
[[nodiscard]] Written writeStudentReport(const ClassBatch& batch, std::size_t student, QString& problem);
/// Writes class.csv and class.pdf by the same rules. `problems` grows by what failed and by what was kept. False if one failed.
[[nodiscard]] bool writeClassFiles(const ClassBatch& batch, QStringList& problems);

} // namespace rightrig
