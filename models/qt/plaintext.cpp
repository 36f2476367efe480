// The gate for every string that comes from outside this program.
#include "models/qt/formatter.h"

#include <QChar>

#include <algorithm>

namespace rightrig {

namespace {

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

/// Most text is plain English, and of that nothing is unwanted.
bool isPrintableAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool isBlank(char32_t c) { return c == U'\n' || c == U'\t' || c == U'\r' || c == U'\u2028' || c == U'\u2029'; }

QString withoutUnwanted(const QString& decoded)
{
    QString result;
    result.reserve(decoded.size());
    for (const char32_t c : decoded.toUcs4()) {
        if (isBlank(c))
            result += QLatin1Char(' ');
        else if (!isUnwanted(c))
            result += QChar::fromUcs4(c);
    }
    return result;
}

} // namespace

QString plain(std::string_view text, int most)
{
    constexpr std::size_t enough = 65536; // far more than is ever shown; keeps hostile input cheap
    const std::string_view start = text.substr(0, enough);
    const QString decoded = QString::fromUtf8(start.data(), static_cast<qsizetype>(start.size()));
    QString result = (isPrintableAscii(start) ? decoded : withoutUnwanted(decoded)).trimmed();
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

} // namespace rightrig
