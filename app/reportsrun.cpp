#include "app/reportsrun.h"

#include "app/jsonparts.h"
#include "db/documents/rosterfile.h"
#include "db/documents/rosterpreview.h"
#include "models/qt/checkedfile.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

QStringList texts(const std::vector<std::string>& cells)
{
    QStringList list;
    for (const std::string& cell : cells)
        list.append(QString::fromStdString(cell));
    return list;
}

Outcome<RosterLook> lookAt(const QString& path)
{
    QString error;
    const QByteArray bytes = readChecked(path, rosterBytes, error);
    if (!error.isEmpty())
        return {error};
    const auto read = previewRoster(bytes);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(path, problem->text)};
    const auto& preview = std::get<RosterPreview>(read);
    RosterLook look;
    look.headings = texts(preview.headings);
    for (const auto& row : preview.rows)
        look.rows.append(texts(row));
    for (const auto& [member, heading] : preview.columns)
        look.columns.insert(QString::fromStdString(member), QString::fromStdString(heading));
    return {look};
}

} // namespace

ReportsRun::ReportsRun(const QString& program, const Request& base, const BatchOrder& order)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] { takeLines(); });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        takeLines();
        end(status == QProcess::NormalExit && code == 0);
    });
    const auto failed = [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    };
    connect(&m_process, &QProcess::errorOccurred, this, failed, Qt::QueuedConnection);
    m_process.start(program, arguments(base, order));
}

ReportsRun::~ReportsRun()
{
    m_process.disconnect(this); // nobody is told of what happens from here on
    m_process.kill();           // every file is written whole or not at all
    m_process.waitForFinished();
}

QStringList ReportsRun::arguments(const Request& base, const BatchOrder& order)
{
    QStringList list{QStringLiteral("class"), QStringLiteral("reports"), QStringLiteral("--tell"), QStringLiteral("--paper"),
        order.paper == QPageSize::Letter ? QStringLiteral("Letter") : QStringLiteral("A4")};
    const auto add = [&list](const char* name, const QString& value) {
        if (!value.isEmpty())
            list << QLatin1String(name) << value;
    };
    add("--course", order.course);
    add("--roster", order.roster);
    add("--out", order.folder);
    add("--map", mapFile(order.columns));
    add("--catalogue", base.catalogue);
    add("--prices", base.prices);
    if (base.ownPrices && base.prices.isEmpty())
        list << QStringLiteral("--own-prices");
    if (base.oldPrices)
        list << QStringLiteral("--old-prices");
    if (order.force)
        list << QStringLiteral("--force");
    return list;
}

QString ReportsRun::mapFile(const QMap<QString, QString>& columns)
{
    if (columns.isEmpty())
        return {};
    Json members = Json::object();
    for (auto it = columns.begin(); it != columns.end(); ++it)
        members[it.key().toStdString()] = it.value().toStdString();
    QString path = m_folder.filePath(QStringLiteral("columns.json"));
    // if that failed, the process says that it does not find the file
    static_cast<void>(writeChecked(path, documentBytes({{"schema", "rightrig.roster-map/1"}, {"columns", std::move(members)}})));
    return path;
}

void ReportsRun::takeLines()
{
    while (m_process.canReadLine())
        take(m_process.readLine().trimmed());
}

void ReportsRun::take(const QByteArray& line)
{
    const QByteArray word = line.split(' ').first();
    const QString text = QString::fromUtf8(line.mid(word.size() + 1));
    if (word == "all") {
        m_all = text.toInt();
        Q_EMIT progressed(0, m_all);
    } else if (word == "fresh" || word == "there" || word == "failed") {
        Q_EMIT progressed(++m_done, m_all);
    } else if (word == "problem") {
        Q_EMIT problemFound(text);
    } else if (word == "summary") {
        m_summary = text;
    }
}

void ReportsRun::end(bool well)
{
    if (m_ended)
        return;
    m_ended = true;
    const QStringList said = QString::fromUtf8(m_process.readAllStandardError()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : said)
        Q_EMIT problemFound(line.startsWith(QLatin1String("rightrig: ")) ? line.mid(10) : line);
    Q_EMIT finished(well, m_summary);
}

BatchServices makeBatchServices(const Request& request)
{
    BatchServices services;
    services.look = lookAt;
    services.start = [request](const BatchOrder& order) {
        return std::make_unique<ReportsRun>(QCoreApplication::applicationFilePath(), request, order);
    };
    return services;
}

} // namespace rightrig
