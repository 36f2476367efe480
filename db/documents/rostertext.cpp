#include "db/documents/rostertext.h"

#include "db/values.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace rightrig {
namespace {

/// What the bytes 0x80 to 0x9F are in Windows-1252 (encoding.spec.whatwg.org, index windows-1252); all others are as in Latin-1.
constexpr std::array<char16_t, 32> westernSigns{0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
    0x17E, 0x178};

QString fromWestern(const QByteArray& bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9F)
            c = QChar(westernSigns[c.unicode() - std::size_t{0x80}]);
    }
    return text;
}

/// UTF-16 without a byte order mark: every other byte of its ASCII letters is NUL, and text has no NUL.
std::optional<QStringDecoder::Encoding> utf16Of(const QByteArray& bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return QStringDecoder::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringDecoder::Utf16BE;
    const qsizetype seen = std::min<qsizetype>(bytes.size(), 200) / 2 * 2;
    qsizetype even = 0, odd = 0;
    for (qsizetype i = 0; i < seen; ++i)
        (i % 2 == 0 ? even : odd) += bytes[i] == '\0' ? 1 : 0;
    if (seen >= 4 && even == 0 && odd * 3 > seen)
        return QStringDecoder::Utf16LE;
    if (seen >= 4 && odd == 0 && even * 3 > seen)
        return QStringDecoder::Utf16BE;
    return std::nullopt;
}

std::string toUtf8(const QByteArray& bytes, bool& guessed)
{
    if (const auto utf16 = utf16Of(bytes)) {
        QStringDecoder decoder(*utf16);
        const QString text = decoder(bytes);
        return text.toStdString();
    }
    const std::string_view raw(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (isValidUtf8(raw))
        return std::string(raw);
    guessed = true;
    return fromWestern(bytes).toStdString();
}

/// Lines of every system end in LF; a NUL, which no reader takes, becomes the sign for "unreadable".
std::string oneLineEnd(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0')
            result += "\xEF\xBF\xBD";
        else if (text[i] != '\r')
            result += text[i];
        else if (i + 1 >= text.size() || text[i + 1] != '\n')
            result += '\n';
    }
    return result;
}

void takeSeparatorLine(TableText& table)
{
    const std::size_t end = std::min(table.text.find('\n'), table.text.size());
    if (end != 5 || !(table.text.starts_with("sep=") || table.text.starts_with("SEP=")))
        return;
    table.declaredSeparator = table.text[4];
    table.text.erase(0, end);
}

} // namespace

TableText decodedTable(const QByteArray& bytes)
{
    TableText table;
    table.text = toUtf8(bytes, table.guessedEncoding);
    if (table.text.starts_with("\xEF\xBB\xBF"))
        table.text.erase(0, 3);
    table.text = oneLineEnd(table.text);
    takeSeparatorLine(table);
    return table;
}

char likelySeparator(std::string_view text)
{
    constexpr std::string_view separators = ",;\t|";
    std::array<int, separators.size()> counts{};
    bool quoted = false, anything = false;
    for (const char c : text) {
        if (c == '\n' && !quoted && anything)
            break;
        anything = anything || c != '\n';
        quoted = quoted != (c == '"');
        if (const std::size_t which = separators.find(c); which != std::string_view::npos && !quoted)
            ++counts[which];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return separators[static_cast<std::size_t>(most - counts.begin())];
}

} // namespace rightrig
