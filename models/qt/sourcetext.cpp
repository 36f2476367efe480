// Sources stand in the catalogue as exact places ("owner/repo:folder/file.csv@1a2b3c4"). People read what it is and where it is.
#include "models/qt/formatter.h"

#include <QRegularExpression>

namespace rightrig {

namespace {

constexpr int sourceLength = 500;

struct Rewriting
{
    QRegularExpression from;
    QString to;
};

/// Tried in this order: what one has rewritten, the next finds no more.
const QList<Rewriting>& rewritings()
{
    static const QList<Rewriting> all{
        // a file of a repository, at one of its versions
        {QRegularExpression(QStringLiteral("(?<![\\w./])([A-Za-z0-9][\\w.-]*/[\\w.-]+):(?:[\\w.+-]+/)*([\\w.+-]+)@[0-9a-f]{7,40}\\b")),
            QStringLiteral("\\2 on github.com/\\1")},
        // a second file of the repository that was named before
        {QRegularExpression(
             QStringLiteral("(?<![\\w./])(?:[\\w.+-]+/)*([\\w+-]+\\.(?:csv|json|md|py|sh|yaml|yml|go|cs|rst))@[0-9a-f]{7,40}\\b")),
            QStringLiteral("\\1")},
        {QRegularExpression(QStringLiteral("(?<![\\w./])([A-Za-z0-9][\\w.-]*/[\\w.-]+)@[0-9a-f]{7,40}\\b")),
            QStringLiteral("github.com/\\1")},
        {QRegularExpression(QStringLiteral("^([A-Za-z0-9][\\w.-]*/[\\w.-]*\\w)(?= \\(commit|,)")), QStringLiteral("github.com/\\1")},
        // versions that are left over
        {QRegularExpression(QStringLiteral(" \\(commit [0-9a-f]{7,40}\\)| ?@[0-9a-f]{7,40}\\b")), QString()},
    };
    return all;
}

} // namespace

QString formatSource(std::string_view text)
{
    QString readable = plain(text, sourceLength);
    for (const Rewriting& one : rewritings())
        readable.replace(one.from, one.to);
    return readable;
}

} // namespace rightrig
