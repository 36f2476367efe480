#include "app/ownpricesfile.h"

#include "app/console.h"
#include "app/startup.h"
#include "db/documents/pricefile.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rightrig {
namespace {

constexpr qint64 mostOwnPriceBytes = qint64{8} << 20;
constexpr std::size_t mostSaid = 10;

struct OwnPricesWords
{
    Q_DECLARE_TR_FUNCTIONS(OwnPrices)
};

void sayProblems(const QString& path, const std::vector<PriceProblem>& problems)
{
    for (std::size_t i = 0; i < problems.size() && i < mostSaid; ++i)
        printError(QStringLiteral("%1:%2: %3").arg(path).arg(problems[i].line).arg(plain(problems[i].text, 300)));
    if (problems.size() > mostSaid)
        printError(OwnPricesWords::tr("%1: %2 more prices do not fit.").arg(path).arg(problems.size() - mostSaid));
}

} // namespace

QString ownPricesPath(const Request& request)
{
    if (!request.prices.isEmpty())
        return request.prices;
    const QString folder = dataFolder();
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/prices.csv");
}

Outcome<std::vector<PriceRow>> readOwnPrices(const QString& path, std::vector<PriceProblem>& problems)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return {std::vector<PriceRow>{}};
    QString error;
    const QByteArray bytes = readChecked(path, mostOwnPriceBytes, error);
    if (!error.isEmpty())
        return {error};
    std::vector<PriceRow> rows;
    const PriceSink sink{[&](PriceRow&& row) { rows.push_back(std::move(row)); },
        [&](int line, std::string reason) {
            problems.push_back({line, std::move(reason)});
        }};
    const auto read = readPriceFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), {}, sink);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(path, problem->text)};
    if (std::get<PriceFormat>(read) != PriceFormat::OwnTable)
        return {OwnPricesWords::tr("%1: this is not a table of own prices. Import it with \"rightrig catalogue import\".").arg(path)};
    if (rows.size() > mostOwnPrices)
        return {OwnPricesWords::tr("%1: more than %2 prices. Take some out.").arg(path).arg(mostOwnPrices)};
    return {std::move(rows)};
}

QString layOwnPrices(Catalog& catalog, const QString& path)
{
    std::vector<PriceProblem> problems;
    const auto rows = readOwnPrices(path, problems);
    if (!rows.ok())
        return rows.error();
    if (!rows.get().empty())
        catalog = withOwnPrices(catalog, rows.get(), problems);
    sayProblems(path, problems);
    return {};
}

QString writeOwnPrices(const QString& path, const std::vector<PriceRow>& rows)
{
    if (path.isEmpty())
        return OwnPricesWords::tr("There is no data folder to keep prices in. Name a file with --prices.");
    if (rows.size() > mostOwnPrices)
        return OwnPricesWords::tr("These would be %1 prices of your own; at most %2 are kept. Import without --all-regions.")
            .arg(rows.size())
            .arg(mostOwnPrices);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return OwnPricesWords::tr("The folder of %1 cannot be made. Name another file with --prices.").arg(path);
    return writeChecked(path, writePriceFile(rows));
}

} // namespace rightrig
