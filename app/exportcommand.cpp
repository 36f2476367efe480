#include "app/exportcommand.h"

#include "app/console.h"
#include "app/jsonparts.h"
#include "app/ownpricesfile.h"
#include "app/plaintext.h"
#include "db/documents/pricefile.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <map>

namespace rightrig {
namespace {

constexpr std::size_t mostDiffLines = 40;

struct ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueExport)
};

using PricesById = std::map<std::string, PriceRow>;

struct PriceDiff
{
    std::vector<const PriceRow*> added, removed;
    std::vector<std::pair<const PriceRow*, const PriceRow*>> changed; ///< before, after
};

/// One row for a machine of the catalogue and one that adds a machine. Sample figures, named as such.
std::vector<PriceRow> templateRows()
{
    PriceRow known;
    known.id = "sample-price";
    known.machine = "Apple MacBook Air 13 M4";
    known.price = {999, CurrencyCode("USD")};
    known.priceKind = PriceKind::Street;
    known.region = "US";
    known.source = {"SAMPLE: the page where you saw the price", "2026-11-01"};
    PriceRow fresh;
    fresh.id = "sample-machine";
    fresh.machine = "Sample laptop";
    fresh.kind = MachineKind::Laptop;
    fresh.cpu = "Core i7-13700H";
    fresh.accelerator = "GeForce RTX 4060 Laptop GPU";
    fresh.acceleratorCount = 1;
    fresh.tgp = Watts{105};
    fresh.ram = Gib{16};
    fresh.price = {1100, CurrencyCode("EUR")};
    fresh.priceKind = PriceKind::List;
    fresh.source = {"SAMPLE: a shop's page", "2026-11-01"};
    return {known, fresh};
}

/// A catalogue, or a table of prices.
Outcome<PricesById> pricesOf(const QString& path)
{
    QString error;
    const QByteArray bytes = readChecked(path, priceFileBytes, error);
    if (!error.isEmpty())
        return {error};
    std::vector<PriceRow> rows;
    if (bytes.startsWith("SQLite format 3")) {
        const auto opened = openCatalogueFor(path);
        if (const auto* problem = std::get_if<QString>(&opened))
            return {*problem};
        rows = priceRows(*std::get<CatalogPtr>(opened));
    } else {
        std::vector<PriceProblem> problems;
        auto read = readOwnPrices(path, problems);
        if (!read.ok())
            return {read.error()};
        if (!problems.empty())
            return {QStringLiteral("%1:%2: %3").arg(path).arg(problems.front().line).arg(plain(problems.front().text, 300))};
        rows = read.get();
    }
    PricesById prices;
    for (PriceRow& row : rows) {
        std::string id = row.id.empty() ? row.machine + " " + row.region : row.id;
        prices.insert_or_assign(std::move(id), std::move(row));
    }
    return {std::move(prices)};
}

PriceDiff compared(const PricesById& before, const PricesById& after)
{
    PriceDiff diff;
    for (const auto& [id, row] : after) {
        const auto old = before.find(id);
        if (old == before.end())
            diff.added.push_back(&row);
        else if (old->second.price != row.price || old->second.source.asOf != row.source.asOf)
            diff.changed.emplace_back(&old->second, &row);
    }
    for (const auto& [id, row] : before) {
        if (!after.contains(id))
            diff.removed.push_back(&row);
    }
    return diff;
}

Json diffRow(const PriceRow& row)
{
    return {{"id", row.id}, {"machine", row.machine}, {"region", orNull(row.region)}, {"amount", row.price.amount},
        {"currency", row.price.currency.text()}, {"as_of", orNull(row.source.asOf)}};
}

QByteArray diffJson(const PriceDiff& diff)
{
    Json added = Json::array(), removed = Json::array(), changed = Json::array();
    for (const PriceRow* row : diff.added)
        added.push_back(diffRow(*row));
    for (const PriceRow* row : diff.removed)
        removed.push_back(diffRow(*row));
    for (const auto& [before, after] : diff.changed)
        changed.push_back({{"before", diffRow(*before)}, {"after", diffRow(*after)}});
    return documentBytes({{"schema", "rightrig.catalogue-diff/1"}, {"added", std::move(added)}, {"removed", std::move(removed)},
        {"changed", std::move(changed)}});
}

QString datedPrice(const PriceRow& row) { return QStringLiteral("%1 (%2)").arg(formatMoney(row.price), formatDate(row.source.asOf)); }

QString diffSection(const QString& heading, QStringList lines)
{
    if (lines.isEmpty())
        return {};
    const qsizetype more = lines.size() - static_cast<qsizetype>(mostDiffLines);
    if (more > 0) {
        lines.resize(static_cast<qsizetype>(mostDiffLines));
        lines.append(ExportWords::tr("%1 more; --json lists all of them").arg(more));
    }
    return headingText(heading) + bulletsText(lines);
}

QString diffText(const PriceDiff& diff)
{
    QStringList added, removed, changed;
    for (const PriceRow* row : diff.added)
        added.append(QStringLiteral("%1: %2").arg(plain(row->id), datedPrice(*row)));
    for (const PriceRow* row : diff.removed)
        removed.append(QStringLiteral("%1: %2").arg(plain(row->id), datedPrice(*row)));
    for (const auto& [before, after] : diff.changed)
        changed.append(ExportWords::tr("%1: %2, was %3").arg(plain(after->id), datedPrice(*after), datedPrice(*before)));
    return ExportWords::tr("%1 new, %2 gone, %3 changed.\n").arg(added.size()).arg(removed.size()).arg(changed.size())
        + diffSection(ExportWords::tr("New"), added) + diffSection(ExportWords::tr("Gone"), removed)
        + diffSection(ExportWords::tr("Changed"), changed);
}

} // namespace

int runExport(const Request& request)
{
    std::vector<PriceRow> rows = templateRows();
    if (!request.onlyTemplate) {
        Request all = request;
        all.oldPrices = true;
        const auto opened = openCatalogueFor(all);
        if (const auto* problem = std::get_if<QString>(&opened))
            return failedCode(*problem);
        rows = priceRows(*std::get<CatalogPtr>(opened));
    }
    const QByteArray table = writePriceFile(rows);
    if (request.out.isEmpty())
        return printedCode(table);
    const QString problem = writeChecked(request.out, table);
    return problem.isEmpty() ? 0 : failedCode(problem);
}

int runDiff(const Request& request)
{
    const auto before = pricesOf(request.file);
    if (!before.ok())
        return failedCode(before.error());
    const auto after = pricesOf(request.other);
    if (!after.ok())
        return failedCode(after.error());
    const PriceDiff diff = compared(before.get(), after.get());
    return printedCode(request.json ? diffJson(diff) : diffText(diff).toUtf8());
}

} // namespace rightrig
