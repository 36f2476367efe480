// Our own table of prices, written so that reading it gives the same rows.
#include "db/documents/pricecells.h"
#include "db/documents/pricefile.h"
#include "db/values.h"
#include "db/words.h"

namespace rightrig {
namespace {

constexpr std::string_view priceHeader = "id,machine,provider,kind,accelerator,accelerator_count,ram_gib,vram_gib,vcpus,price,currency,"
                                         "per,price_kind,region,source,as_of,confidence,cpu,tgp_w\n";

std::string numberCell(const std::optional<double>& value) { return value ? numberText(*value) : std::string(); }
std::string gibCell(const std::optional<Gib>& value) { return value ? numberText(value->value) : std::string(); }

void appendPrice(std::string& out, const PriceRow& row)
{
    const std::string cells[]
        = {priceCell(row.id), priceCell(row.machine), priceCell(row.provider), row.kind ? std::string(toWord(*row.kind)) : std::string(),
            priceCell(row.accelerator), row.acceleratorCount > 0 ? std::to_string(row.acceleratorCount) : std::string(), gibCell(row.ram),
            gibCell(row.vram), numberCell(row.vcpus), numberText(row.price.amount), row.price.currency.text(), std::string(toWord(row.per)),
            row.priceKind ? std::string(toWord(*row.priceKind)) : std::string(), priceCell(row.region), priceCell(row.source.text),
            row.source.asOf, std::string(toWord(row.confidence)), priceCell(row.cpu), row.tgp ? numberText(row.tgp->value) : std::string()};
    bool first = true;
    for (const std::string& cell : cells) {
        out.append(first ? "" : ",").append(cell);
        first = false;
    }
    out += '\n';
}

} // namespace

std::string priceCell(std::string text)
{
    constexpr std::string_view formulas = "=+-@\t\r";
    const std::size_t first = text.find_first_not_of('\'');
    if (first != std::string::npos && formulas.find(text[first]) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

QByteArray writePriceFile(std::span<const PriceRow> rows)
{
    std::string out(priceHeader);
    for (const PriceRow& row : rows)
        appendPrice(out, row);
    return QByteArray::fromStdString(out);
}

} // namespace rightrig
