#include "app/pricehistory.h"

#include "app/composition.h"
#include "db/documents/pricehistoryfile.h"
#include "models/qt/checkedfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rightrig {
namespace {

struct PriceHistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceServices)
};

QString addToHistory(const QString& path, const std::vector<PriceEvent>& fresh)
{
    QString problem;
    std::vector<PriceEvent> events = readHistory(path, problem);
    if (!problem.isEmpty() && putAside(path).isEmpty())
        return problem;
    events.insert(events.end(), fresh.begin(), fresh.end());
    return writeChecked(path, writePriceHistory(events));
}

} // namespace

QString priceHistoryPath(const QString& ownPrices)
{
    const QFileInfo info(ownPrices);
    return info.path() + QStringLiteral("/history-of-") + info.fileName();
}

std::vector<PriceEvent> readHistory(const QString& path, QString& problem)
{
    if (!QFileInfo::exists(path))
        return {};
    const QByteArray bytes = readChecked(path, priceHistoryBytes, problem);
    if (!problem.isEmpty())
        return {};
    auto read = readPriceHistory(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (auto* events = std::get_if<std::vector<PriceEvent>>(&read))
        return std::move(*events);
    problem = PriceHistoryWords::tr("The history cannot be read: %1, %2. The next change puts the file aside.")
                  .arg(QDir::toNativeSeparators(path), std::get<DocumentError>(read).text);
    return {};
}

QString recordChange(
    const QString& ownPrices, const Catalog& shipped, std::span<const PriceRow> before, const OwnPriceChange& change, PriceAction action)
{
    const std::vector<PriceEvent> events = eventsOf(shipped, before, change, action, isoToday());
    return events.empty() ? QString() : addToHistory(priceHistoryPath(ownPrices), events);
}

} // namespace rightrig
