// A class that was read and judged: what the command prints and the window shows.
#pragma once

#include "models/domain/classroom.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace rightrig {

/// A file, or a row of it, that could not be read or was not used. `row` 0: the whole file. `file` empty: its name is kept back.
struct ClassProblem
{
    QString file;
    int row = 0;
    QString text;
};

struct JudgedClass
{
    Course course;
    std::vector<ClassStudent> students;
    ClassOverview overview;
    std::vector<ClassProblem> problems;
};

/// Who waits for a class to be read.
struct ClassWatch
{
    std::function<bool()> cancelled;            ///< asked between files and between students; empty: never
    std::function<void(int perMille)> progress; ///< told as often; empty: nobody listens

    [[nodiscard]] bool stopped() const { return cancelled && cancelled(); }
    /// `done` of `all` steps, of a part of the work that goes from `from` to `to` per mille.
    void tell(std::size_t done, std::size_t all, int from, int to) const;
};

[[nodiscard]] QString problemText(const ClassProblem& problem); ///< "FILE:12: text"
[[nodiscard]] QStringList problemTexts(const std::vector<ClassProblem>& problems);
/// Without names and IDs, and without the problems' files and texts, which may hold some. The order of the students says nothing.
[[nodiscard]] JudgedClass withoutNames(JudgedClass judged);

} // namespace rightrig
