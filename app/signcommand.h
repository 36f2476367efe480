// `catalogue sign`: keys and signed catalogues, for those who publish them.
#pragma once

#include "app/commandline.h"
#include "ui/services.h"

#include <QByteArray>

namespace rightrig {

/// Makes a key pair, or a bundle. Returns the exit code.
[[nodiscard]] int runSign(const Request& request);
/// The raw key in a file of at most 4 KiB. The sentence names the file.
[[nodiscard]] Outcome<QByteArray> readKeyFile(const QString& path, bool secret);

} // namespace rightrig
