#include "models/qt/judgedclass.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {

void ClassWatch::tell(std::size_t done, std::size_t all, int from, int to) const
{
    if (progress && all > 0)
        progress(from + static_cast<int>(static_cast<double>(to - from) * static_cast<double>(done) / static_cast<double>(all)));
}

QString problemText(const ClassProblem& problem)
{
    QString text = plain(problem.text.toStdString());
    if (problem.file.isEmpty() || text.startsWith(problem.file))
        return text;
    const QString place = problem.row > 0 ? QStringLiteral("%1:%2").arg(problem.file).arg(problem.row) : problem.file;
    return QStringLiteral("%1: %2").arg(place, text);
}

QStringList problemTexts(const std::vector<ClassProblem>& problems)
{
    QStringList texts;
    for (const ClassProblem& problem : problems)
        texts.append(problemText(problem));
    return texts;
}

JudgedClass withoutNames(JudgedClass judged)
{
    anonymise(judged.students);
    for (ClassProblem& problem : judged.problems)
        problem = {QString(), 0, QCoreApplication::translate("JudgedClass", "A file or row could not be read or was not used.")};
    return judged;
}

} // namespace rightrig
