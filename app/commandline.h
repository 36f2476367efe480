// What the user typed, as plain values. Parsing reads no file and writes nothing.
#pragma once

#include "app/classrequest.h"

#include <QPageSize>
#include <QString>
#include <QStringList>

#include <variant>

namespace rightrig {

/// One checked request. Empty strings are options that were not given.
struct Request
{
    QString command; ///< "wizard", "recommend", "report", "estimate", "validate", "measure", "presets", "machines", "catalogue" or "class"
    QString file;    ///< wizard: answers, course or PDF to open; validate: the measurements; empty: the shipped check points
    QString answers, catalogue, out, job, machine, machineProfile;
    QString course; ///< recommend, report, class: the course profile
    QString
        action; ///< catalogue: "check", "import", "export", "diff", "reset", "update" or "sign"; class: "reports", "overview" or "handout"
    QString other;                  ///< catalogue diff: the second file
    QString provider, asOf, prices; ///< whose prices a file lists, of which day they are; the file of the user's own prices
    QString key, newKey;            ///< catalogue update: the public key's file; sign: the secret key's file, or the one to make
    qint64 number = 0;              ///< catalogue sign: of the bundle; 0: that of today
    QString language = QStringLiteral("en");
    QPageSize::PageSizeId paper = QPageSize::A4;
    bool json = false;
    bool noName = false;     ///< report: without the student's name and ID
    bool noAnswers = false;  ///< report: no answers attached
    bool quick = false;      ///< measure: 6 s instead of 20 s
    bool markdown = false;   ///< validate: the tables of README.md
    bool ownPrices = false;  ///< the user's own prices are laid over the catalogue
    bool oldPrices = false;  ///< prices of 24 months and more count too
    bool dryRun = false;     ///< catalogue import: say what would change, write nothing
    bool allRegions = false; ///< catalogue import: keep every region, not one for each machine
    bool onlyTemplate = false, all = false;
    bool shipped = false; ///< catalogue update: back to the shipped catalogue
    ClassRequest classes;
};

/// Wrong usage (exit code 2): what is wrong, and the short help that goes with it.
struct UsageError
{
    QString text;
    QString help;
};

/// Help or version was asked for: print `text` and leave with code 0.
struct JustPrint
{
    QString text;
};

using ParsedLine = std::variant<Request, UsageError, JustPrint>;

/// `arguments` without the program's name. Long options must be written out in full.
[[nodiscard]] ParsedLine parseCommandLine(const QStringList& arguments);
/// True if this command opens a window; all others work without a display.
[[nodiscard]] bool opensWindow(const QStringList& arguments);
/// True if this command draws (fonts, charts) without showing a window.
[[nodiscard]] bool drawsPages(const QStringList& arguments);
[[nodiscard]] QString versionText(); ///< "rightrig 0.1.0"

} // namespace rightrig
