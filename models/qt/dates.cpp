// Dates as sources state them: a day, a month or only a year.
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <charconv>

namespace rightrig {

namespace {

struct DatesWords
{
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

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

} // namespace

QString formatDate(std::string_view isoDate)
{
    const std::optional<IsoDate> date = readIsoDate(isoDate);
    if (!date)
        return isoDate.empty() ? unknownText() : plain(isoDate, 40);
    const QLocale locale;
    if (date->month == 0)
        return QString::number(date->year);
    if (date->day == 0)
        return DatesWords::tr("%1 %2", "month, year").arg(locale.standaloneMonthName(date->month), QString::number(date->year));
    return locale.toString(QDate(date->year, date->month, date->day), DatesWords::tr("d MMMM yyyy", "Qt date format"));
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
