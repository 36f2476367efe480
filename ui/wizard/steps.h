// The nine steps: names in the list, the question, why we ask, and the help text.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace rightrig {

constexpr int stepCount = 9;
constexpr int checkStep = 8;
constexpr int resultStep = 9;

struct Step
{
    QString name;     ///< in the list on the left
    QString question; ///< the page's heading
    QString why;
    QStringList help;
};

[[nodiscard]] Step step(int number); ///< 1 to 9

} // namespace rightrig
