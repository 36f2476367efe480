#include "app/coveragemarkdown.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rightrig {
namespace {

struct CoverageMarkdownWords
{
    Q_DECLARE_TR_FUNCTIONS(CoverageMarkdown)
};

QString markdownRow(const QStringList& cells) { return QStringLiteral("| %1 |\n").arg(cells.join(QLatin1String(" | "))); }

QString coveredKind(const std::string& kind)
{
    if (kind == "laptop")
        return CoverageMarkdownWords::tr("Laptops");
    if (kind == "desktop")
        return CoverageMarkdownWords::tr("Desktops");
    if (kind == "cloud")
        return CoverageMarkdownWords::tr("Rented machines");
    return kind == "free" ? CoverageMarkdownWords::tr("Free services") : CoverageMarkdownWords::tr("Kinds of school machines");
}

std::set<std::string> yearsOf(const CatalogCoverage& coverage)
{
    std::set<std::string> years;
    for (const auto& [kind, counts] : coverage.years) {
        for (const auto& [year, count] : counts)
            years.insert(year);
    }
    return years;
}

int countOf(const std::map<std::string, int>& counts, const std::string& key)
{
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

QString kindTable(const CatalogCoverage& coverage)
{
    const std::set<std::string> years = yearsOf(coverage);
    QStringList head{CoverageMarkdownWords::tr("Kind"), CoverageMarkdownWords::tr("Machines"), CoverageMarkdownWords::tr("Offers")};
    for (const std::string& year : years)
        head.append(CoverageMarkdownWords::tr("of %1").arg(plain(year)));
    QString text = markdownRow(head) + QStringLiteral("|---|") + QStringLiteral("---:|").repeated(head.size() - 1) + QLatin1Char('\n');
    for (const char* kind : {"laptop", "desktop", "cloud", "free", "school"}) {
        const auto counts = coverage.years.find(kind);
        int offers = 0;
        QStringList cells;
        for (const std::string& year : years) {
            const int count = counts == coverage.years.end() ? 0 : countOf(counts->second, year);
            offers += count;
            cells.append(count > 0 ? QString::number(count) : QString());
        }
        text += markdownRow(
            QStringList{coveredKind(kind), QString::number(countOf(coverage.machines, kind)), QString::number(offers)} + cells);
    }
    return text;
}

/// Those who rent out, most offers first; two with as many in the order of their names.
QString providerLine(const CatalogCoverage& coverage)
{
    std::vector<std::pair<int, QString>> providers;
    for (const auto& [name, count] : coverage.rentProviders)
        providers.emplace_back(-count, plain(name));
    std::sort(providers.begin(), providers.end());
    QStringList texts;
    for (const auto& [count, name] : providers)
        texts.append(QStringLiteral("%1 %2").arg(name).arg(-count));
    return CoverageMarkdownWords::tr("Offers by who rents it out: %1.").arg(texts.join(QLatin1String(", ")));
}

} // namespace

QByteArray coverageMarkdown(const CatalogCoverage& coverage)
{
    // rounded down: 100 % is said of all rows only
    const auto share = [&](int count) { return QStringLiteral("%1 %").arg(coverage.offers > 0 ? 100 * count / coverage.offers : 0); };
    QString text = CoverageMarkdownWords::tr("The catalogue knows %1 offers; %2 of them are classes of laptops, priced by %3 named ones.")
                       .arg(coverage.offers)
                       .arg(coverage.classes)
                       .arg(coverage.classMembers);
    text += QLatin1Char('\n')
        + CoverageMarkdownWords::tr("%1 name their source, %2 their date. %3 are of high confidence, %4 of low confidence.")
              .arg(share(coverage.sourced), share(coverage.dated), share(coverage.highConfidence), share(coverage.lowConfidence));
    text += QLatin1String("\n\n") + kindTable(coverage) + QLatin1Char('\n') + providerLine(coverage) + QLatin1Char('\n');
    return text.toUtf8();
}

} // namespace rightrig
