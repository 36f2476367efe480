#include "db/documents/pricefile.h"

#include "db/documents/amounts.h"
#include "db/documents/gpuinfo.h"
#include "db/documents/pricecells.h"
#include "db/documents/strictjson.h"
#include "db/values.h"

#include <algorithm>
#include <unordered_map>

namespace rightrig {
namespace {

constexpr double mostPrice = 1e9;
constexpr double leastPrice = 1e-6;
constexpr std::size_t rememberedCards = 4096;

std::string loweredName(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

/// Turns the rows of one file into PriceRow. One method for each format; each throws BadPriceRow.
class PriceRows
{
public:
    PriceRows(const PriceFileContext& context, const PriceSink& sink) : m_context(context), m_sink(sink) { }

    void ownRow(const PriceCells& cells) const
    {
        PriceRow row = start(cells, "machine");
        row.id = cells.text("id");
        row.provider = orContext(cells.text("provider"), m_context.provider);
        row.kind = cells.word<MachineKind>("kind");
        row.cpu = cells.text("cpu");
        row.accelerator = cells.text("accelerator");
        row.acceleratorCount = cells.count("accelerator_count");
        if (const auto watts = cells.number("tgp_w", 5, 1500))
            row.tgp = Watts{*watts};
        if (const auto ram = cells.number("ram_gib", 0.5, 32768))
            row.ram = Gib{*ram};
        if (const auto vram = cells.number("vram_gib", 0.5, 512))
            row.vram = Gib{*vram};
        row.vcpus = cells.number("vcpus", 0.25, 2048);
        row.price = money(cells, cells.number("price", 0, mostPrice), std::nullopt);
        row.priceKind = cells.word<PriceKind>("price_kind");
        const bool rents = row.priceKind == PriceKind::OnDemand || row.priceKind == PriceKind::Spot;
        row.per = cells.word<Per>("per").value_or(rents ? Per::Hour : Per::Once);
        if (row.per == Per::Free || row.priceKind == PriceKind::Free)
            PriceCells::fail("per", "a price is not free");
        if (row.priceKind && (row.per == Per::Once) == rents)
            PriceCells::fail("per", "does not go with the kind of price");
        row.region = cells.text("region");
        row.confidence = cells.word<Confidence>("confidence").value_or(Confidence::Medium);
        dated(cells, row, "as_of", cells.text("source"));
        m_sink.row(std::move(row));
    }

    void listRow(const PriceCells& cells) const
    {
        PriceRow row = start(cells, "name");
        row.provider = m_context.provider;
        std::string reason;
        const auto amount = parseAmount(cells.needed("price"), reason);
        if (!amount)
            PriceCells::fail("price", reason);
        row.price = money(cells, amount->value, amount->currency);
        dated(cells, row, "date", {});
        m_sink.row(std::move(row));
    }

    void skyRow(const PriceCells& cells)
    {
        PriceRow row = start(cells, "instancetype");
        row.provider = m_context.provider;
        row.kind = MachineKind::Cloud;
        row.per = Per::Hour;
        row.vcpus = cells.number("vcpus", 0, 2048);
        if (row.vcpus && *row.vcpus < 0.25)
            row.vcpus.reset();
        if (const auto ram = cells.number("memorygib", 0, 32768); ram && *ram >= 0.5)
            row.ram = Gib{*ram};
        addCard(cells, row);
        row.region = cells.text("region");
        row.confidence = Confidence::Low; // the file names no day and no page
        dated(cells, row, "", {});
        const auto onDemand = skyPrice(cells, "price");
        const auto spot = skyPrice(cells, "spotprice");
        if (!onDemand && !spot)
            PriceCells::fail("Price", "is empty, and SpotPrice too");
        if (onDemand && spot)
            skyOffer(row, *onDemand, PriceKind::OnDemand);
        else if (onDemand)
            return skyOffer(std::move(row), *onDemand, PriceKind::OnDemand);
        skyOffer(std::move(row), *spot, PriceKind::Spot);
    }

private:
    static std::string orContext(const std::string& cell, const std::string& otherwise) { return cell.empty() ? otherwise : cell; }

    static PriceRow start(const PriceCells& cells, std::string_view nameColumn)
    {
        PriceRow row;
        row.line = cells.line();
        row.machine = cells.needed(nameColumn);
        return row;
    }

    void dated(const PriceCells& cells, PriceRow& row, std::string_view column, const std::string& source) const
    {
        row.source.text = orContext(source, m_context.fileName);
        row.source.asOf = orContext(column.empty() ? std::string() : cells.date(column), m_context.asOf);
        if (row.source.asOf.empty())
            PriceCells::fail(column, "is empty");
    }

    static Money money(const PriceCells& cells, std::optional<double> amount, std::optional<CurrencyCode> stated)
    {
        if (!amount)
            PriceCells::fail("price", "is empty");
        if (!(*amount >= leastPrice))
            PriceCells::fail("price", "0 is not a price");
        const std::string code = cells.text("currency");
        if (code.empty() && !stated)
            PriceCells::fail("currency", "is empty");
        if (!code.empty() && !isCurrencyCode(code))
            PriceCells::fail("currency", "'" + shown(code) + "' is not a code of three capital letters");
        if (!code.empty() && stated && stated->view() != code)
            PriceCells::fail("currency", "'" + code + "' contradicts the price");
        return {*amount, code.empty() ? *stated : CurrencyCode(code)};
    }

    /// Empty stays empty; SkyPilot writes 0 or nan for a price it does not know.
    static std::optional<double> skyPrice(const PriceCells& cells, std::string_view column)
    {
        const std::string_view cell = cells.raw(column);
        if (cell.empty() || cell == "nan" || cell == "None" || cell == "null")
            return std::nullopt;
        const auto price = cells.number(column, 0, mostPrice);
        if (price && !(*price >= leastPrice))
            PriceCells::fail(column, "0 is not a price");
        return price;
    }

    void skyOffer(PriceRow row, double price, PriceKind kind) const
    {
        row.price = {price, CurrencyCode("USD")};
        row.priceKind = kind;
        m_sink.row(std::move(row));
    }

    void addCard(const PriceCells& cells, PriceRow& row)
    {
        row.accelerator = cells.text("acceleratorname");
        row.acceleratorCount = cells.count("acceleratorcount");
        if (row.accelerator.empty() != (row.acceleratorCount == 0))
            PriceCells::fail("AcceleratorCount", "does not go with AcceleratorName");
        const auto& [info, problem] = card(cells.raw("gpuinfo"));
        if (!problem.empty())
            throw BadPriceRow(problem);
        if (row.accelerator.empty())
            return;
        if (info.count && *info.count != row.acceleratorCount)
            PriceCells::fail("GpuInfo", "its Count differs from AcceleratorCount");
        row.statedVram = info.memory;
    }

    /// A catalogue of 200,000 rows holds a few hundred different cards.
    const std::pair<GpuInfo, std::string>& card(std::string_view text)
    {
        if (m_cards.size() > rememberedCards)
            m_cards.clear();
        const auto [entry, isNew] = m_cards.try_emplace(std::string(text));
        if (isNew)
            entry->second.first = parseGpuInfo(text, entry->second.second);
        return entry->second;
    }

    const PriceFileContext& m_context;
    const PriceSink& m_sink;
    std::unordered_map<std::string, std::pair<GpuInfo, std::string>> m_cards;
};

PriceColumns columnsOf(const CsvRow& header)
{
    PriceColumns columns;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        if (!columns.emplace(loweredName(header.cells[i]), i).second)
            throw CsvError(header.line, static_cast<int>(i) + 1, "the column '" + shown(header.cells[i]) + "' is written twice");
    }
    return columns;
}

PriceFormat formatOf(const PriceColumns& columns)
{
    const auto has = [&](const char* name) { return columns.contains(name); };
    if (has("instancetype") && (has("price") || has("spotprice")))
        return PriceFormat::SkyPilot;
    if (has("machine") && has("price"))
        return PriceFormat::OwnTable;
    if (has("name") && has("price"))
        return PriceFormat::PriceList;
    throw CsvError(1, 1,
        "the columns are those of no price file: machine and price (see catalogue export --template), name and price, or "
        "InstanceType and Price");
}

char separatorOf(std::string_view text)
{
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
    if (line.find(',') != std::string_view::npos)
        return ',';
    return line.find(';') != std::string_view::npos ? ';' : line.find('\t') != std::string_view::npos ? '\t' : ',';
}

PriceFormat readRows(CsvReader& reader, const PriceFileContext& context, const PriceSink& sink)
{
    const auto header = reader.next();
    if (!header)
        throw CsvError(1, 1, "the line with the column names is missing");
    const PriceColumns columns = columnsOf(*header);
    const PriceFormat format = formatOf(columns);
    if (format == PriceFormat::SkyPilot && context.provider.empty())
        throw CsvError(1, 1, "this is a SkyPilot catalogue, which does not say whose prices it lists; name the provider (--provider NAME)");
    PriceRows rows(context, sink);
    while (const auto row = reader.next()) {
        try {
            if (row->cells.size() > header->cells.size())
                throw BadPriceRow("has more cells than there are columns");
            const PriceCells cells(columns, *row);
            if (format == PriceFormat::SkyPilot)
                rows.skyRow(cells);
            else if (format == PriceFormat::OwnTable)
                rows.ownRow(cells);
            else
                rows.listRow(cells);
        } catch (const BadPriceRow& fault) {
            sink.reject(row->line, fault.what());
        }
    }
    return format;
}

} // namespace

const char* priceFormatName(PriceFormat format)
{
    return format == PriceFormat::SkyPilot ? "skypilot" : format == PriceFormat::OwnTable ? "rightrig" : "price-list";
}

std::variant<PriceFormat, DocumentError> readPriceFile(std::string_view text, const PriceFileContext& context, const PriceSink& sink)
{
    try {
        CsvReader reader(text, separatorOf(text), {static_cast<std::size_t>(priceFileBytes), priceFileRows, 64, 16000});
        return readRows(reader, context, sink);
    } catch (const CsvError& error) {
        return DocumentError{
            QStringLiteral("line %1, column %2: %3").arg(error.line).arg(error.column).arg(QString::fromUtf8(error.what()))};
    }
}

} // namespace rightrig
