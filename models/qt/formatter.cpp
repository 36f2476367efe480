#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rightrig {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Formatter)
};

/// The student's locale, always with grouping: the C locale alone would leave it out.
QLocale numberLocale()
{
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return locale;
}

double roundedTo(double value, int significant)
{
    if (value == 0.0)
        return 0.0;
    const double scale = std::pow(10.0, significant - 1 - static_cast<int>(std::floor(std::log10(std::fabs(value)))));
    return std::isfinite(scale) && scale > 0.0 ? std::round(value * scale) / scale : value;
}

QString withDecimals(double value, int decimals)
{
    const double zeroSafe = value == 0.0 ? 0.0 : value; // no "-0"
    return numberLocale().toString(zeroSafe, 'f', decimals);
}

int wantedDecimals(double rounded, int significant)
{
    if (rounded == 0.0)
        return 0;
    int decimals = std::clamp(significant - 1 - static_cast<int>(std::floor(std::log10(std::fabs(rounded)))), 0, 12);
    // 3.0 is written 3: the digit after the point would claim what nobody measured
    while (decimals > 0) {
        const double scaled = rounded * std::pow(10.0, decimals - 1);
        if (std::fabs(scaled - std::round(scaled)) > 1e-6 * std::max(1.0, std::fabs(scaled)))
            break;
        --decimals;
    }
    return decimals;
}

/// An amount as on a price tag: whole units, cents below ten, two digits below a cent (spot prices).
QString amountText(double amount)
{
    const double size = std::fabs(amount);
    if (size >= 9.995)
        return withDecimals(std::round(amount), 0);
    if (size != 0.0 && size < 0.01)
        return formatNumber(amount, 2);
    const double cents = std::round(amount * 100.0) / 100.0;
    return withDecimals(cents, cents == std::round(cents) ? 0 : 2);
}

QString withCurrency(const QString& amount, CurrencyCode currency)
{
    return Words::tr("%1 %2", "amount, currency code").arg(amount, plain(currency.view(), 3));
}

struct DurationUnit
{
    double seconds;
    double below; ///< used while the rounded count stays under this
    const char* text;
};

constexpr double day = 86400.0;
constexpr std::array<DurationUnit, 7> durationUnits{{
    {1.0, 90.0, QT_TRANSLATE_NOOP("Formatter", "%1 s")},
    {60.0, 90.0, QT_TRANSLATE_NOOP("Formatter", "%1 min")},
    {3600.0, 48.0, QT_TRANSLATE_NOOP("Formatter", "%1 h")},
    {day, 14.0, QT_TRANSLATE_NOOP("Formatter", "%1 days")},
    {7.0 * day, 9.0, QT_TRANSLATE_NOOP("Formatter", "%1 weeks")},
    {30.44 * day, 24.0, QT_TRANSLATE_NOOP("Formatter", "%1 months")},
    {365.25 * day, 1e300, QT_TRANSLATE_NOOP("Formatter", "%1 years")},
}};
constexpr double longestSeconds = 1000.0 * 365.25 * day;

std::size_t unitOf(double seconds)
{
    for (std::size_t i = 0; i < durationUnits.size(); ++i) {
        if (roundedTo(seconds / durationUnits[i].seconds, 2) < durationUnits[i].below)
            return i;
    }
    return durationUnits.size() - 1;
}

QString inUnit(const QString& count, std::size_t unit)
{
    return QCoreApplication::translate("Formatter", durationUnits[unit].text).arg(count);
}

bool isKnown(double value) { return std::isfinite(value) && value >= 0.0; }

/// "about 12 kWh (8-20)": one unit for all three numbers.
QString aboutRange(const Range<double>& range, const QString& unit)
{
    if (!std::isfinite(range.low) || !std::isfinite(range.likely) || !std::isfinite(range.high))
        return unknownText();
    const QString low = formatNumber(range.low), likely = formatNumber(range.likely), high = formatNumber(range.high);
    if (low == high)
        return Words::tr("%1 %2", "number, unit").arg(likely, unit);
    return Words::tr("about %1 %2 (%3-%4)", "likely, unit, low, high").arg(likely, unit, low, high);
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool all = error == std::errc() && end == text.data() + text.size() && text.front() != '-';
    return all ? std::optional<int>(value) : std::nullopt;
}

struct IsoDate
{
    int year = 0, month = 0, day = 0; ///< 0: not given
};

std::optional<IsoDate> readIsoDate(std::string_view text)
{
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return std::nullopt;
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-'))
        return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = text.size() > 4 ? digits(text.substr(5, 2)) : std::optional<int>(0);
    const auto dayOfMonth = text.size() > 7 ? digits(text.substr(8, 2)) : std::optional<int>(0);
    if (!year || !month || !dayOfMonth)
        return std::nullopt;
    const bool valid = QDate::isValid(*year, text.size() > 4 ? *month : 1, text.size() > 7 ? *dayOfMonth : 1);
    return valid ? std::optional<IsoDate>(IsoDate{*year, *month, *dayOfMonth}) : std::nullopt;
}

bool isUnwanted(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi overrides, zero width characters, tags
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

bool isBlank(char32_t c) { return c == U'\n' || c == U'\t' || c == U'\r' || c == U'\u2028' || c == U'\u2029'; }

} // namespace

QString plain(std::string_view text, int most)
{
    constexpr std::size_t enough = 65536; // far more than is ever shown; keeps hostile input cheap
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), enough)));
    QString result;
    for (const char32_t c : decoded.toUcs4()) {
        if (isBlank(c))
            result += QLatin1Char(' ');
        else if (!isUnwanted(c))
            result += QString::fromUcs4(&c, 1);
    }
    result = result.trimmed();
    if (most <= 0)
        return {};
    if (result.size() <= most)
        return result;
    result.truncate(most - 1);
    if (!result.isEmpty() && result.back().isHighSurrogate())
        result.chop(1);
    return result + QChar(0x2026);
}

QString escaped(std::string_view text, int most) { return plain(text, most).toHtmlEscaped(); }

QString formatMoney(const Money& money) { return formatMoney(money.amount, money.currency); }

QString formatMoney(double amount, CurrencyCode currency)
{
    return std::isfinite(amount) ? withCurrency(amountText(amount), currency) : unknownText();
}

QString formatMoneyAbout(double amount, CurrencyCode currency)
{
    return std::isfinite(amount) ? withCurrency(formatNumber(amount, 2), currency) : unknownText();
}

QString formatMoneyRange(const Range<double>& range, CurrencyCode currency) { return aboutRange(range, plain(currency.view(), 3)); }

QString formatDuration(Seconds time)
{
    if (!isKnown(time.value))
        return unknownText();
    if (time.value > longestSeconds)
        return Words::tr("over %1 years").arg(formatNumber(1000.0));
    if (time.value > 0.0 && time.value < 0.1)
        return Words::tr("under %1 s").arg(formatNumber(0.1));
    const std::size_t unit = unitOf(time.value);
    return inUnit(formatNumber(time.value / durationUnits[unit].seconds), unit);
}

QString formatDurationRange(const Range<Seconds>& time)
{
    const double low = time.low.value, likely = time.likely.value, high = time.high.value;
    if (!isKnown(low) || !isKnown(likely) || !isKnown(high))
        return unknownText();
    const QString lowText = formatDuration(time.low), likelyText = formatDuration(time.likely), highText = formatDuration(time.high);
    if (lowText == highText)
        return likelyText;
    const std::size_t unit = unitOf(low);
    if (unit != unitOf(high) || low < 0.1 || high > longestSeconds)
        return Words::tr("about %1 (%2 to %3)", "times with units").arg(likelyText, lowText, highText);
    const QString span = Words::tr("%1-%2", "low and high number")
                             .arg(formatNumber(low / durationUnits[unit].seconds), formatNumber(high / durationUnits[unit].seconds));
    return Words::tr("about %1 (%2)", "time, span").arg(likelyText, inUnit(span, unit));
}

QString formatGib(Gib size)
{
    if (!isKnown(size.value))
        return unknownText();
    const double rounded = size.value >= 9.95 ? std::round(size.value) : std::round(size.value * 10.0) / 10.0;
    return Words::tr("%1 GB").arg(withDecimals(rounded, rounded == std::round(rounded) ? 0 : 1));
}

QString formatWatts(Watts power)
{
    return isKnown(power.value) ? Words::tr("%1 W").arg(withDecimals(std::round(power.value), 0)) : unknownText();
}

QString formatNumber(double value, int significant)
{
    if (!std::isfinite(value))
        return unknownText();
    const double rounded = roundedTo(value, std::max(1, significant));
    return withDecimals(rounded, wantedDecimals(rounded, std::max(1, significant)));
}

QString formatEnergyRange(const Range<KilowattHours>& energy)
{
    return aboutRange({energy.low.value, energy.likely.value, energy.high.value}, Words::tr("kWh"));
}

QString formatCarbonRange(const Range<Kilograms>& carbon)
{
    const Range<double> kilograms{carbon.low.value, carbon.likely.value, carbon.high.value};
    return kilograms.likely < 1.0 ? aboutRange(kilograms * 1000.0, Words::tr("g CO2")) : aboutRange(kilograms, Words::tr("kg CO2"));
}

QString formatDate(std::string_view isoDate)
{
    const std::optional<IsoDate> date = readIsoDate(isoDate);
    if (!date)
        return isoDate.empty() ? unknownText() : plain(isoDate, 40);
    const QLocale locale;
    if (date->month == 0)
        return QString::number(date->year);
    if (date->day == 0)
        return Words::tr("%1 %2", "month, year").arg(locale.standaloneMonthName(date->month), QString::number(date->year));
    return locale.toString(QDate(date->year, date->month, date->day), Words::tr("d MMMM yyyy", "Qt date format"));
}

QString unknownText() { return Words::tr("unknown"); }

std::optional<double> parseNumber(const QString& text)
{
    QString typed = text.trimmed();
    // French and Swiss group with blanks; people type the ordinary one
    for (const char16_t blank : {u' ', u'\u00a0', u'\u202f', u'\u2009'})
        typed.remove(QChar(blank));
    bool ok = false;
    double value = QLocale().toDouble(typed, &ok);
    if (!ok)
        value = QLocale::c().toDouble(typed, &ok);
    return ok && std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

std::optional<int> ageInMonths(std::string_view isoDate, QDate today)
{
    const std::optional<IsoDate> date = readIsoDate(isoDate);
    if (!date || !today.isValid())
        return std::nullopt;
    const int month = std::max(1, date->month), dayOfMonth = std::max(1, date->day);
    const int months = (today.year() - date->year) * 12 + today.month() - month - (today.day() < dayOfMonth ? 1 : 0);
    return std::max(0, months);
}

} // namespace rightrig
