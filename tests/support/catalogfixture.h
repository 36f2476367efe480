// Small catalogues for tests: rows as text, built with the real builder into a folder that goes away.
#pragma once

#include "db/tools/cataloguebuilder.h"
#include "tests/support/paths.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

#include <filesystem>
#include <string>

namespace rightrig::test {

inline std::filesystem::path toPath(const QString& path) { return path.toStdU16String(); }

inline bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Enough of everything to be a catalogue. File name -> text.
inline QMap<QString, QByteArray> smallRows()
{
    return {
        {QStringLiteral("sources.csv"), "id,text,url,licence\nmaker,Maker's data sheet,,\nshop,Price of a shop,https://example.org/,\n"},
        {QStringLiteral("currencies.csv"), "code,usd_per_unit,source,as_of\nUSD,1,shop,2026-08-01\nEUR,1.1,shop,2026-08-01\n"},
        {QStringLiteral("countries.csv"),
            "code,name,currency,electricity_per_kwh,electricity_currency,electricity_source,electricity_as_of,electricity_confidence,"
            "carbon_g_per_kwh,carbon_source,carbon_as_of\nUS,United States,USD,0.17,USD,shop,2026-05,high,380,maker,2024\n"
            "FR,France,EUR,,,,,,,,\n"},
        {QStringLiteral("devices.csv"),
            "id,name,aliases,kind,segment,vendor,year,vram_gib,power_min_w,power_max_w,cores,threads,source,as_of\n"
            "cpu-a,Processor A,A 100|A-100,cpu,desktop,intel,2024,,,,8,16,maker,2024\n"
            "gpu-a,Graphics A,GA,gpu,desktop,nvidia,2024,8,100,150,,,maker,2024-03\n"},
        {QStringLiteral("machines.csv"),
            "id,name,provider,kind,cpu,accelerator,accelerator_count,ram_gib,source,as_of\n"
            "build-a,Build A,,desktop,cpu-a,gpu-a,1,16,maker,2026-07\nlaptop-a,\"Laptop A, "
            "14\"\"\",Maker,laptop,cpu-a,,0,8,maker,2026-07\n"},
        {QStringLiteral("parts.csv"),
            "machine,component,name,price,currency,source,as_of,confidence\nbuild-a,cpu,Processor A,200.50,USD,shop,2026-08,high\n"
            "build-a,gpu,Graphics A,299.49,USD,shop,2026-08,low\n"},
        {QStringLiteral("offers.csv"),
            "id,machine,price,currency,per,kind,source,as_of,confidence\noffer-a,build-a,499.99,USD,once,list,shop,2026-08-02,high\n"
            "offer-b,laptop-a,,,once,street,shop,2026-08,medium\n"},
        {QStringLiteral("presets.csv"),
            "id,title,example,goal,depth,family,unit,samples,epochs,batch,precision,typical,source,as_of\n"
            "trees,Boosted trees,A table of passengers.,tables,tutorials,gbdt,rows,1000,1,1,fp32,1,maker,2026\n"},
        {QStringLiteral("assumptions.csv"),
            "name,value,low,high,unit,text,source,as_of\nidle.share,0.2,0.1,0.4,1,Share of rented hours that pass unused.,maker,2026\n"},
    };
}

/// A folder of rows and the catalogue built from it.
class CatalogueFolder
{
public:
    explicit CatalogueFolder(const QMap<QString, QByteArray>& rows = smallRows())
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("rows"));
        for (auto it = rows.begin(); it != rows.end(); ++it)
            writeFile(path(QStringLiteral("rows/") + it.key()), it.value());
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// The message of the builder, empty if it succeeded; the folder's own path is cut away.
    [[nodiscard]] QString build(const QString& out = QStringLiteral("catalogue.db")) const
    {
        try {
            const QString schema = sourcePath(QStringLiteral("db/schema"));
            buildCatalogue({toPath(schema), toPath(path(QStringLiteral("rows")))}, toPath(path(out)));
            return {};
        } catch (const std::exception& error) {
            return QString::fromUtf8(error.what()).remove(m_folder.path() + QLatin1Char('/'));
        }
    }

private:
    QTemporaryDir m_folder;
};

} // namespace rightrig::test
