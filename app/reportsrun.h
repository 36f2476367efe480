// Makes a class's reports for the window: `rightrig class reports --tell` in a process of its own, so that the window stays quick and a
// student's report that goes wrong ends nothing else.
#pragma once

#include "app/commandline.h"
#include "ui/classroom/batchservices.h"

#include <QProcess>
#include <QTemporaryDir>

namespace rightrig {

class ReportsRun : public BatchRun
{
    Q_OBJECT
public:
    /// `base`: catalogue and prices of the window. `program`: this program's own file.
    ReportsRun(const QString& program, const Request& base, const BatchOrder& order);
    ~ReportsRun() override;

private:
    [[nodiscard]] QStringList arguments(const Request& base, const BatchOrder& order);
    [[nodiscard]] QString mapFile(const QMap<QString, QString>& columns);
    void takeLines();
    void take(const QByteArray& line);
    void end(bool well);

    QTemporaryDir m_folder; ///< for the mapping of columns
    QProcess m_process;
    QString m_summary;
    int m_done = 0, m_all = 0;
    bool m_ended = false;
};

[[nodiscard]] BatchServices makeBatchServices(const Request& request);

} // namespace rightrig
