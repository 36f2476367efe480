#include "app/updatecommand.h"

#include "app/bundle.h"
#include "app/composition.h"
#include "app/console.h"
#include "app/download.h"
#include "app/jsonparts.h"
#include "app/renewedcatalogue.h"
#include "app/signcommand.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QUrl>

namespace rightrig {
namespace {

struct UpdateWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueUpdate)
};

/// What an update found and did, for people and for scripts.
struct UpdateReport
{
    std::int64_t number = 0, before = 0;
    CatalogPtr catalog;
    QString file;
    bool installed = false; ///< false: --dry-run, or it was there already
};

Outcome<QByteArray> trustedKey(const Request& request)
{
    if (!request.key.isEmpty())
        return readKeyFile(request.key, false);
    const QByteArray key = builtInKey();
    if (!key.isEmpty())
        return {key};
    return {UpdateWords::tr("This program knows no publisher's key. Name the file of the public key with --key.")};
}

Outcome<QByteArray> fetched(const QString& place)
{
    if (isWebAddress(place))
        return download(place, mostBundleBytes);
    const QUrl url(place);
    QString path = place;
    if (url.isLocalFile())
        path = url.toLocalFile();
    else if (place.contains(QLatin1String("://")))
        return {UpdateWords::tr("%1: only https addresses and files are taken.").arg(place)};
    QString error;
    QByteArray bytes = readChecked(path, mostBundleBytes, error);
    return error.isEmpty() ? Outcome<QByteArray>{std::move(bytes)} : Outcome<QByteArray>{error};
}

/// The catalogue of a bundle, opened the hard way in a folder of its own: nothing is put anywhere before that.
OpenedCatalogue openedApart(const QByteArray& catalogue)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("catalogue.db"));
    if (!folder.isValid())
        return UpdateWords::tr("There is no room for temporary files: %1.").arg(folder.errorString());
    if (QString problem = writeChecked(file, catalogue); !problem.isEmpty())
        return problem;
    return openCatalogueFor(file);
}

QByteArray updateJson(const UpdateReport& report)
{
    return documentBytes({{"schema", "rightrig.catalogue-update/1"}, {"installed", report.installed}, {"number", report.number},
        {"number_before", report.before > 0 ? Json(report.before) : Json(nullptr)}, {"as_of", orNull(report.catalog->asOf)},
        {"offers", report.catalog->offers.size()}, {"sha256", orNull(report.catalog->sha256)},
        {"file", report.file.isEmpty() ? Json(nullptr) : textJson(report.file)}});
}

QString updateText(const UpdateReport& report)
{
    const QString what = UpdateWords::tr("Bundle %1: %2 offers, newest price of %3.")
                             .arg(report.number)
                             .arg(report.catalog->offers.size())
                             .arg(formatDate(report.catalog->asOf));
    if (report.installed)
        return what + QLatin1Char('\n') + UpdateWords::tr("It is in use from now on: %1").arg(QDir::toNativeSeparators(report.file))
            + QLatin1Char('\n');
    const QString why = report.file.isEmpty() ? UpdateWords::tr("It is good. Nothing was changed.")
                                              : UpdateWords::tr("It was in use already. Nothing was changed.");
    return what + QLatin1Char('\n') + why + QLatin1Char('\n');
}

int printUpdate(const Request& request, const UpdateReport& report)
{
    return printedCode(request.json ? updateJson(report) : updateText(report).toUtf8());
}

/// After the signature fits: is it newer, does it open, put it in place.
int takeBundle(const Request& request, const Bundle& bundle, const std::string& key)
{
    Outcome<RenewedPlace> found = renewedPlace();
    if (!found.ok())
        return failedCode(found.error());
    RenewedPlace place = found.get();
    UpdateReport report{bundle.number, place.highestOf(key), {}, {}, false};
    if (bundle.number < report.before)
        return failedCode(UpdateWords::tr("This is bundle %1, and bundle %2 was here before. An older one is never installed.")
                              .arg(bundle.number)
                              .arg(report.before));
    const OpenedCatalogue opened = openedApart(bundle.catalogue);
    if (const auto* problem = std::get_if<QString>(&opened))
        return failedCode(UpdateWords::tr("The bundle is signed, but its catalogue does not open. %1").arg(*problem));
    report.catalog = std::get<CatalogPtr>(opened);
    const bool there = place.state.file == renewedFileName(bundle.number) && place.state.sha256 == report.catalog->sha256;
    if (!request.dryRun && !there) {
        if (const QString problem = installRenewed(place, bundle.number, key, bundle.catalogue); !problem.isEmpty())
            return failedCode(problem);
        report.installed = true;
    }
    report.file = there || report.installed ? place.pathOf(place.state.file) : QString();
    return printUpdate(request, report);
}

int runWithdraw()
{
    Outcome<RenewedPlace> found = renewedPlace();
    if (!found.ok())
        return failedCode(found.error());
    RenewedPlace place = found.get();
    if (const QString problem = withdrawRenewed(place); !problem.isEmpty())
        return failedCode(problem);
    return printedCode(UpdateWords::tr("The shipped catalogue is in use.\n").toUtf8());
}

} // namespace

int runUpdate(const Request& request)
{
    if (request.shipped)
        return runWithdraw();
    const Outcome<QByteArray> key = trustedKey(request);
    if (!key.ok())
        return failedCode(key.error());
    const Outcome<QByteArray> bytes = fetched(request.file);
    if (!bytes.ok())
        return failedCode(bytes.error());
    const Outcome<Bundle> bundle = openBundle(bytes.get(), key.get());
    if (!bundle.ok())
        return failedCode(QStringLiteral("%1: %2").arg(request.file, bundle.error()));
    return takeBundle(request, bundle.get(), key.get().toBase64().toStdString());
}

} // namespace rightrig
