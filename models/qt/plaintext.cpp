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

} // namespace rightrig
