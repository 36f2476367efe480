// The words and tables of "How accurate are these numbers?", the same in window, PDF, command line and README.
#pragma once

#include "models/domain/accuracy.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace rightrig {

[[nodiscard]] QString jobKindText(JobFamily family);            ///< "Boosted trees on tables"
[[nodiscard]] QString machineKindText(const std::string& kind); ///< of Prediction::kind: "Laptops"
[[nodiscard]] QString offText(double factor);                   ///< "about 20 % off", "about 2.3 times off"
[[nodiscard]] QString shareText(double share);                  ///< "96 %"

/// One line of the tables: a kind of job or of machine and how well its runs were met.
struct AccuracyLine
{
    QString name;
    ErrorSummary errors;
};
[[nodiscard]] QList<AccuracyLine> accuracyByJob(const ValidationSummary& summary);
[[nodiscard]] QList<AccuracyLine> accuracyByMachine(const AccuracyReport& report);
/// Headers below the first one: runs, typical error, within a factor of two, inside our range.
[[nodiscard]] QStringList accuracyHeaders(const QString& first);
[[nodiscard]] QStringList accuracyCells(const AccuracyLine& line);
/// What the table can and cannot show: how the runs were chosen, and what came out for sources that the fit had not seen.
[[nodiscard]] QStringList accuracyNotes(const AccuracyReport& report);

/// What was published, and what we say of it, in the same unit: "140 samples a second", "about 150 samples a second (110-200)".
[[nodiscard]] QString measuredText(const Measurement& run);
[[nodiscard]] QString estimatedText(const Measurement& run, const Prediction& prediction);
/// "2 x A100 SXM4 80 GB": the catalogue's name where it is known.
[[nodiscard]] QString hardwareText(const Measurement& run, const Prediction& prediction);

} // namespace rightrig
