#include "ui/pdfsaver.h"

#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"
#include "models/qt/timing.h"

#include <QElapsedTimer>

namespace rightrig {

QString writePdf(
    const QString& path, const Results& results, const std::vector<WouldChange>& changes, const Catalog& catalog, ReportOptions options)
{
    QElapsedTimer timer;
    timer.start();
    const std::string& country = results.settled.country;
    const bool letter = country == "US" || country == "CA" || country == "MX";
    options.paper = letter ? QPageSize::Letter : QPageSize::A4;
    const auto report = renderReport(results, changes, catalog, options);
    if (const auto* problem = std::get_if<QString>(&report))
        return *problem;
    QString written = writeChecked(path, std::get<QByteArray>(report));
    logTiming("report.ms", double(timer.nsecsElapsed()) / 1e6);
    return written;
}

QString suggestedPdfName(const Answers& answers, QDate today)
{
    QString who;
    const QString name = answers.studentName ? plain(*answers.studentName, 40) : QString();
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber() || letter == QLatin1Char(' ') || letter == QLatin1Char('-'))
            who.append(letter);
    }
    QStringList parts{QStringLiteral("RightRig"), who.simplified(), today.toString(Qt::ISODate)};
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' ')) + QStringLiteral(".pdf");
}

} // namespace rightrig
