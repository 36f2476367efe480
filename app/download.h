// Fetches one file when the user asks for it. libcurl is loaded only then: without it, files on this computer still work.
#pragma once

#include "ui/services.h"

#include <QByteArray>
#include <QString>

namespace rightrig {

/// True for "https://..." and, for tests and mirrors on this very computer, "http://127.0.0.1..." and "http://localhost...".
[[nodiscard]] bool isWebAddress(const QString& place);
/// At most `most` bytes, at most 10 minutes, only from https and only to https. The sentence says what failed and what to do.
[[nodiscard]] Outcome<QByteArray> download(const QString& address, qint64 most);

} // namespace rightrig
