#include "db/documents/pricehistoryfile.h"

#include "db/documents/pricecells.h"
#include "db/values.h"

#include <algorithm>

namespace rightrig {
namespace {

constexpr std::string_view historyHeader = "day,action,machine,region,before,before_currency,after,after_currency,prices,source";
constexpr double mostEventMoney = 1e9;
constexpr double mostPricesOfOneEvent = 1e6;

std::optional<Money> moneyOf(const PriceCells& cells, std::string_view amountColumn, std::string_view currencyColumn)
{
    const auto amount = cells.number(amountColumn, 0, mostEventMoney);
    const std::string code = cells.text(currencyColumn);
    if (!amount && code.empty())
        return std::nullopt;
    if (!amount || !isCurrencyCode(code))
        PriceCells::fail(currencyColumn, "does not go with the amount");
    return Money{*amount, CurrencyCode(code)};
}

PriceEvent eventOf(const PriceCells& cells)
{
    PriceEvent event;
    event.day = cells.date("day");
    const auto action = cells.word<PriceAction>("action");
    const auto prices = cells.number("prices", 1, mostPricesOfOneEvent);
    if (event.day.empty() || !action || !prices)
        PriceCells::fail(event.day.empty() ? "day" : !action ? "action" : "prices", "is empty");
    event.action = *action;
    event.prices = static_cast<int>(*prices);
    event.machine = cells.text("machine");
    event.region = cells.text("region");
    event.before = moneyOf(cells, "before", "before_currency");
    event.after = moneyOf(cells, "after", "after_currency");
    event.source = cells.text("source");
    return event;
}

std::vector<PriceEvent> eventsIn(CsvReader& reader)
{
    const auto header = reader.next();
    std::string names;
    PriceColumns columns;
    for (std::size_t i = 0; header && i < header->cells.size(); ++i) {
        names += (i == 0 ? "" : ",") + header->cells[i];
        columns.emplace(header->cells[i], i);
    }
    if (names != historyHeader)
        throw CsvError(1, 1, "the columns are not " + std::string(historyHeader));
    std::vector<PriceEvent> events;
    while (const auto row = reader.next()) {
        if (row->cells.size() != columns.size())
            throw CsvError(row->line, 1, "has " + std::to_string(row->cells.size()) + " cells, not " + std::to_string(columns.size()));
        try {
            events.push_back(eventOf(PriceCells(columns, *row)));
        } catch (const BadPriceRow& fault) {
            throw CsvError(row->line, 1, fault.what());
        }
    }
    return events;
}

/// What is written must read back: a machine made of two long names may be longer than a name may be.
std::string shortName(std::string text)
{
    while (characterCount(text) > textLimit("machine")) {
        const auto isInside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
        while (isInside(text.back()))
            text.pop_back();
        text.pop_back();
    }
    return text;
}

void appendMoney(std::string& out, const std::optional<Money>& money)
{
    out += ',';
    if (money)
        out.append(numberText(money->amount)).append(",").append(money->currency.text());
    else
        out += ',';
}

} // namespace

std::variant<std::vector<PriceEvent>, DocumentError> readPriceHistory(std::string_view text)
{
    try {
        CsvReader reader(text, ',', {static_cast<std::size_t>(priceHistoryBytes), mostPriceEvents + 1, 16, 4000});
        return eventsIn(reader);
    } catch (const CsvError& error) {
        return DocumentError{
            QStringLiteral("line %1, column %2: %3").arg(error.line).arg(error.column).arg(QString::fromUtf8(error.what()))};
    }
}

QByteArray writePriceHistory(std::span<const PriceEvent> events)
{
    std::string out(historyHeader);
    out += '\n';
    for (const PriceEvent& event : events.last(std::min(events.size(), mostPriceEvents))) {
        out.append(event.day).append(",").append(toWord(event.action));
        out.append(",").append(priceCell(shortName(event.machine))).append(",").append(priceCell(event.region));
        appendMoney(out, event.before);
        appendMoney(out, event.after);
        out.append(",").append(std::to_string(event.prices)).append(",").append(priceCell(event.source)).append("\n");
    }
    return QByteArray::fromStdString(out);
}

} // namespace rightrig
