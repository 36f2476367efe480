// The only place where numbers, money, time and outside text become words. Locale: QLocale(), set once at start.
#pragma once

#include "models/domain/units.h"

#include <QDate>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace rightrig {

/// The gate for every string that comes from outside (catalogue, course, roster, answers): control and bidi-override
/// characters removed, at most `most` characters. The result is plain text; show it only as Qt::PlainText.
[[nodiscard]] QString plain(std::string_view text, int most = 200);
/// For the few places that must be HTML (QTextDocument, QChart titles and axis labels, which guess): plain() and escaped.
[[nodiscard]] QString escaped(std::string_view text, int most = 200);

[[nodiscard]] QString formatMoney(const Money&
        money); ///< "1,200 USD" style by ISO code; two significant digits are not enough for prices, so whole units, or cents below 10
[[nodiscard]] QString formatMoney(double amount, CurrencyCode currency);
[[nodiscard]] QString formatMoneyAbout(double amount, CurrencyCode currency);              ///< two significant digits
[[nodiscard]] QString formatMoneyRange(const Range<double>& range, CurrencyCode currency); ///< "about 450 USD (380-600)"
[[nodiscard]] QString formatDuration(Seconds time);                    ///< "25 min", "1.5 h", "3 days"; two significant digits
[[nodiscard]] QString formatDurationRange(const Range<Seconds>& time); ///< "about 25 min (15-45 min)"
[[nodiscard]] QString formatGib(Gib size);                             ///< "7.4 GB" (shown as GB, as on labels)
[[nodiscard]] QString formatWatts(Watts power);
[[nodiscard]] QString formatNumber(double value, int significant = 2);
[[nodiscard]] QString formatEnergyRange(const Range<KilowattHours>& energy);
[[nodiscard]] QString formatCarbonRange(const Range<Kilograms>& carbon);
[[nodiscard]] QString formatDate(std::string_view isoDate); ///< "2026-08" -> "August 2026" in the locale
/// A source as people read it: "offerings.json on github.com/owner/repo, 2026-05-24" without the number of the version.
[[nodiscard]] QString formatSource(std::string_view text);
[[nodiscard]] QString unknownText(); ///< "unknown"
/// Reads a number typed in the user's locale, and in C form; empty if it is neither.
[[nodiscard]] std::optional<double> parseNumber(const QString& text);
/// Whole months between an ISO date and today; empty if the date cannot be read.
[[nodiscard]] std::optional<int> ageInMonths(std::string_view isoDate, QDate today);

} // namespace rightrig
