#include "app/signcommand.h"

#include "app/bundle.h"
#include "app/composition.h"
#include "app/console.h"
#include "models/domain/cataloguecheck.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace rightrig {
namespace {

constexpr qint64 mostKeyBytes = 4096;

struct SignWords
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueSign)
};

/// The secret key first gets its permissions and then its content: nobody else can read it in between.
int makeKeys(const QString& path)
{
    const QString publicPath = path + QStringLiteral(".pub");
    if (QFileInfo::exists(path) || QFileInfo::exists(publicPath))
        return failedCode(SignWords::tr("%1 exists already. Choose another name for the keys.").arg(path));
    if (const QString problem = writeChecked(path, {}); !problem.isEmpty())
        return failedCode(problem);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    const KeyPair keys = newKeyPair();
    QString problem = writeChecked(path, keyText(keys.secretKey, true));
    if (problem.isEmpty())
        problem = writeChecked(publicPath, keyText(keys.publicKey, false));
    if (!problem.isEmpty())
        return failedCode(problem);
    return printedCode(SignWords::tr("Keep %1 to yourself. Give %2 to everybody who takes your bundles.\n").arg(path, publicPath).toUtf8());
}

/// Today as 20261125: higher every day.
std::int64_t numberOfToday() { return todaysDate().toString(QStringLiteral("yyyyMMdd")).toLongLong(); }

/// A catalogue with findings would be refused or mistrusted where it arrives.
QString faultOf(const Catalog& catalog)
{
    const CatalogReport report = checkCatalog(catalog, isoToday());
    if (report.findings.empty())
        return {};
    const CatalogFinding& first = report.findings.front();
    return SignWords::tr("%1 row(s) to look at, the first is '%2' in %3. Run \"rightrig catalogue check\".")
        .arg(report.findings.size())
        .arg(plain(first.id), plain(first.table));
}

} // namespace

Outcome<QByteArray> readKeyFile(const QString& path, bool secret)
{
    QString error;
    const QByteArray text = readChecked(path, mostKeyBytes, error);
    if (!error.isEmpty())
        return {error};
    Outcome<QByteArray> key = keyOf(text, secret);
    return key.ok() ? key : Outcome<QByteArray>{QStringLiteral("%1: %2").arg(path, key.error())};
}

int runSign(const Request& request)
{
    if (!request.newKey.isEmpty())
        return makeKeys(request.newKey);
    const Outcome<QByteArray> key = readKeyFile(request.key, true);
    if (!key.ok())
        return failedCode(key.error());
    const OpenedCatalogue opened = openCatalogueFor(request.file);
    if (const auto* problem = std::get_if<QString>(&opened))
        return failedCode(*problem);
    if (const QString fault = faultOf(*std::get<CatalogPtr>(opened)); !fault.isEmpty())
        return failedCode(QStringLiteral("%1: %2").arg(request.file, fault));
    QString error;
    const QByteArray catalogue = readChecked(request.file, mostBundleBytes, error);
    if (!error.isEmpty())
        return failedCode(error);
    const Bundle bundle{request.number > 0 ? request.number : numberOfToday(), catalogue};
    if (const QString problem = writeChecked(request.out, sealBundle(bundle, key.get())); !problem.isEmpty())
        return failedCode(problem);
    return printedCode(SignWords::tr("Bundle %1 is in %2.\n").arg(bundle.number).arg(request.out).toUtf8());
}

} // namespace rightrig
