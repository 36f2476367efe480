#include "app/classworkers.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>

#include <memory>
#include <vector>

namespace rightrig {
namespace {

/// Part `job` of `jobs` of this shard is a shard itself: the rows i + job * n modulo n * jobs.
QString shardText(const ClassRequest& classes, int job, int jobs)
{
    const qint64 shard = classes.shard + qint64{job} * classes.shards;
    return QStringLiteral("%1/%2").arg(shard).arg(qint64{classes.shards} * jobs);
}

void addOption(QStringList& arguments, const char* name, const QString& value)
{
    if (!value.isEmpty())
        arguments << QLatin1String(name) << value;
}

QStringList workerArguments(const Request& request, int job, int jobs)
{
    QStringList arguments{QStringLiteral("class"), QStringLiteral("reports"), QStringLiteral("--worker"), QStringLiteral("--jobs"),
        QStringLiteral("1"), QStringLiteral("--shard"), shardText(request.classes, job, jobs), QStringLiteral("--paper"),
        request.paper == QPageSize::Letter ? QStringLiteral("Letter") : QStringLiteral("A4")};
    addOption(arguments, "--course", request.course);
    addOption(arguments, "--roster", request.classes.roster);
    addOption(arguments, "--map", request.classes.map);
    addOption(arguments, "--out", request.out);
    addOption(arguments, "--catalogue", request.catalogue);
    addOption(arguments, "--prices", request.prices);
    if (request.ownPrices && request.prices.isEmpty())
        arguments << QStringLiteral("--own-prices");
    if (request.oldPrices)
        arguments << QStringLiteral("--old-prices");
    if (request.classes.force)
        arguments << QStringLiteral("--force");
    return arguments;
}

void takeLines(QProcess& worker, const std::function<void(const QByteArray&)>& line)
{
    while (worker.canReadLine())
        line(worker.readLine().trimmed());
}

} // namespace

QByteArray workerLine(const char* what, const QString& text)
{
    QByteArray line(what);
    if (!text.isEmpty())
        line += ' ' + text.toUtf8().replace('\n', ' ');
    return line + '\n';
}

int runWorkers(const Request& request, int jobs, const std::function<void(const QByteArray&)>& line)
{
    QEventLoop loop;
    std::vector<std::unique_ptr<QProcess>> workers;
    int running = 0, failed = 0;
    const auto ended = [&](bool well) {
        failed += well ? 0 : 1;
        if (--running == 0)
            loop.quit();
    };
    for (int job = 0; job < jobs; ++job) {
        auto worker = std::make_unique<QProcess>();
        QProcess* one = worker.get();
        one->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(one, &QProcess::readyReadStandardOutput, &loop, [one, &line] { takeLines(*one, line); });
        QObject::connect(one, &QProcess::finished, &loop, [one, &line, ended](int code, QProcess::ExitStatus status) {
            takeLines(*one, line);
            ended(status == QProcess::NormalExit && code == 0);
        });
        QObject::connect(one, &QProcess::errorOccurred, &loop, [ended](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                ended(false);
        });
        workers.push_back(std::move(worker));
        ++running;
        one->start(QCoreApplication::applicationFilePath(), workerArguments(request, job, jobs));
    }
    if (running > 0)
        loop.exec();
    return failed;
}

} // namespace rightrig
