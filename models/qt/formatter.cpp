#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rightrig {

namespace {

struct FormatterWords
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
    long long allDigits = std::llround(rounded * std::pow(10.0, decimals));
    for (; decimals > 0 && allDigits % 10 == 0; allDigits /= 10)
        --decimals;
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
    return FormatterWords::tr("%1 %2", "amount, currency code").arg(amount, plain(currency.view(), 3));
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
        return FormatterWords::tr("%1 %2", "number, unit").arg(likely, unit);
    return FormatterWords::tr("about %1 %2 (%3-%4)", "likely, unit, low, high").arg(likely, unit, low, high);
}

} // namespace

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
        return FormatterWords::tr("over %1 years").arg(formatNumber(1000.0));
    if (time.value > 0.0 && time.value < 0.1)
        return FormatterWords::tr("under %1 s").arg(formatNumber(0.1));
    const std::size_t unit = unitOf(time.value);
    return inUnit(formatNumber(time.value / durationUnits[unit].seconds), unit);
}

QString formatDurationRange(const Range<Seconds>& time)
{
    const double low = time.low.value, likely = time.likely.value, high = time.high.value;
    if (!isKnown(low) || !isKnown(likely) || !isKnown(high))
        return unknownText();
    QString lowText = formatDuration(time.low), likelyText = formatDuration(time.likely), highText = formatDuration(time.high);
    if (lowText == highText)
        return likelyText;
    const std::size_t unit = unitOf(low);
    if (unit != unitOf(high) || low < 0.1 || high > longestSeconds)
        return FormatterWords::tr("about %1 (%2 to %3)", "times with units").arg(likelyText, lowText, highText);
    const QString span = FormatterWords::tr("%1-%2", "low and high number")
                             .arg(formatNumber(low / durationUnits[unit].seconds), formatNumber(high / durationUnits[unit].seconds));
    return FormatterWords::tr("about %1 (%2)", "time, span").arg(likelyText, inUnit(span, unit));
}

QString formatGib(Gib size)
{
    if (!isKnown(size.value))
        return unknownText();
    const double rounded = size.value >= 9.95 ? std::round(size.value) : std::round(size.value * 10.0) / 10.0;
    return FormatterWords::tr("%1 GB").arg(withDecimals(rounded, rounded == std::round(rounded) ? 0 : 1));
}

QString formatWatts(Watts power)
{
    return isKnown(power.value) ? FormatterWords::tr("%1 W").arg(withDecimals(std::round(power.value), 0)) : unknownText();
}

QString formatNumber(double value, int significant)
{
    if (!std::isfinite(value))
        return unknownText();
    const int digitsShown = std::clamp(significant, 1, 15);
    const double rounded = roundedTo(value, digitsShown);
    return withDecimals(rounded, wantedDecimals(rounded, digitsShown));
}

QString formatEnergyRange(const Range<KilowattHours>& energy)
{
    return aboutRange({energy.low.value, energy.likely.value, energy.high.value}, FormatterWords::tr("kWh"));
}

QString formatCarbonRange(const Range<Kilograms>& carbon)
{
    const Range<double> kilograms{carbon.low.value, carbon.likely.value, carbon.high.value};
    return kilograms.likely < 1.0 ? aboutRange(kilograms * 1000.0, FormatterWords::tr("g CO2"))
                                  : aboutRange(kilograms, FormatterWords::tr("kg CO2"));
}

QString unknownText() { return FormatterWords::tr("unknown"); }

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

} // namespace rightrig
