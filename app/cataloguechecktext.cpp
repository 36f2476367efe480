#include "app/cataloguechecktext.h"

#include "app/jsonparts.h"
#include "app/plaintext.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct CheckTextWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueCheck)
};

Json agesJson(const PriceAges& ages)
{
    return {
        {"below_12_months", ages.fresh}, {"12_to_23_months", ages.old}, {"24_months_and_more", ages.expired}, {"unknown", ages.unknown}};
}

Json coverageJson(const CatalogCoverage& coverage)
{
    return {{"machines_by_kind", coverage.machines}, {"offers", coverage.offers}, {"offers_with_price", coverage.priced},
        {"offers_high_confidence", coverage.highConfidence}, {"offers_low_confidence", coverage.lowConfidence},
        {"offers_with_source", coverage.sourced}, {"offers_with_date", coverage.dated}, {"classes", coverage.classes},
        {"offers_by_provider", coverage.providers}, {"offers_by_kind_and_year", coverage.years}, {"price_ages", agesJson(coverage.ages)}};
}

QString yearsText(const std::map<std::string, int>& years)
{
    QStringList parts;
    for (const auto& [year, count] : years)
        parts.append(QStringLiteral("%1: %2").arg(plain(year)).arg(count));
    return parts.join(QLatin1String(", "));
}

QString coverageText(const CatalogCoverage& coverage)
{
    QList<QStringList> rows{{CheckTextWords::tr("Kind"), CheckTextWords::tr("Machines"), CheckTextWords::tr("Prices by year")}};
    for (const auto& [kind, count] : coverage.machines) {
        const auto years = coverage.years.find(kind);
        rows.append({plain(kind), QString::number(count), years == coverage.years.end() ? QString() : yearsText(years->second)});
    }
    const PriceAges& ages = coverage.ages;
    const QStringList facts{CheckTextWords::tr("%1 offers, %2 with a price; %3 of high and %4 of low confidence.")
                                .arg(coverage.offers)
                                .arg(coverage.priced)
                                .arg(coverage.highConfidence)
                                .arg(coverage.lowConfidence),
        CheckTextWords::tr("Age of the prices: %1 below 12 months, %2 old (12 to 23 months), %3 of 24 months and more, %4 without a day.")
            .arg(ages.fresh)
            .arg(ages.old)
            .arg(ages.expired)
            .arg(ages.unknown)};
    return headingText(CheckTextWords::tr("What the catalogue covers")) + columnsText(rows, 60) + QLatin1Char('\n') + bulletsText(facts);
}

QString findingsText(const std::vector<CatalogFinding>& findings)
{
    QString text;
    for (const CatalogFinding& finding : findings)
        text += QStringLiteral("%1: %2 '%3' %4\n")
                    .arg(plain(finding.check), plain(finding.table), plain(finding.id), plain(finding.text, 400));
    return text;
}

Json findingsJson(const std::vector<CatalogFinding>& findings)
{
    Json list = Json::array();
    for (const CatalogFinding& finding : findings)
        list.push_back({{"check", finding.check}, {"table", finding.table}, {"id", finding.id}, {"text", finding.text}});
    return list;
}

} // namespace

QString checkText(const CatalogReport& report, const Catalog& catalog)
{
    QString text = findingsText(report.findings);
    text += report.findings.empty() ? CheckTextWords::tr("Nothing is wrong: the check sum fits and no row contradicts another.")
                                    : CheckTextWords::tr("%n row(s) to look at.", nullptr, static_cast<int>(report.findings.size()));
    text += QLatin1Char('\n');
    if (!report.remarks.empty())
        text += headingText(CheckTextWords::tr("Odd, but already of low confidence")) + findingsText(report.remarks);
    return text + coverageText(report.coverage) + CheckTextWords::tr("SHA-256 of the file: %1").arg(plain(catalog.sha256))
        + QLatin1Char('\n');
}

QByteArray checkJson(const CatalogReport& report, const Catalog& catalog)
{
    return documentBytes(
        {{"schema", "rightrig.catalogue-check/1"}, {"ok", report.findings.empty()}, {"findings", findingsJson(report.findings)},
            {"remarks", findingsJson(report.remarks)}, {"coverage", coverageJson(report.coverage)}, {"sha256", orNull(catalog.sha256)}});
}

QByteArray refusedJson(const QString& problem)
{
    Json finding{{"check", "file"}, {"table", nullptr}, {"id", nullptr}, {"text", textJson(problem)}};
    return documentBytes({{"schema", "rightrig.catalogue-check/1"}, {"ok", false}, {"findings", Json::array({std::move(finding)})},
        {"coverage", nullptr}, {"sha256", nullptr}});
}

} // namespace rightrig
