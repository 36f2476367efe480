// The catalogue that `catalogue update` put into the data folder, and how it gets there. Opening it is for composition.h.
#pragma once

#include "db/documents/renewedfile.h"
#include "ui/services.h"

#include <QString>

#include <optional>

namespace rightrig {

/// Where it lies and what is known of it; the folder is empty if there is no data folder.
struct RenewedPlace
{
    QString folder;
    Renewed state;
    [[nodiscard]] QString stateFile() const { return folder + QStringLiteral("/catalogue.json"); }
    [[nodiscard]] QString pathOf(const std::string& file) const { return folder + QLatin1Char('/') + QString::fromStdString(file); }
    [[nodiscard]] std::int64_t highestOf(const std::string& key) const; ///< of the bundles that this key signed; 0 if none was seen
};

/// An empty state where nothing was ever updated; the sentence names the file that cannot be read.
[[nodiscard]] Outcome<RenewedPlace> renewedPlace();

/// A catalogue that should be used instead of the shipped one, if it is still what was put there.
struct RenewedFile
{
    QString path;
    std::string sha256;
};

/// Empty if there is none. `notice` says why one that was there cannot be looked for.
[[nodiscard]] std::optional<RenewedFile> renewedFile(QString& notice);

/// Puts the file in place and then the state that names it: until that last step the old catalogue is in use. Older files go.
/// Empty, or one sentence that says what failed.
[[nodiscard]] QString installRenewed(RenewedPlace& place, std::int64_t number, const std::string& key, const QByteArray& catalogue);
/// Back to the shipped catalogue. The numbers seen are kept: an older bundle stays refused.
[[nodiscard]] QString withdrawRenewed(RenewedPlace& place);

} // namespace rightrig
