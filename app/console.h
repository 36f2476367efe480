// Standard output and standard error, in UTF-8, with failures noticed.
#pragma once

#include <QByteArray>
#include <QString>

namespace rightrig {

/// False if not every byte could be written (a full disk, a closed pipe).
[[nodiscard]] bool printOut(const QByteArray& bytes);
[[nodiscard]] bool printOut(const QString& text);
/// "rightrig: text" on standard error.
void printError(const QString& text);
/// printError() with the exit code of a command that failed: 1.
[[nodiscard]] int failedCode(const QString& problem);
/// printOut() as an exit code: 0, or 1 after a message.
[[nodiscard]] int printedCode(const QByteArray& bytes);

} // namespace rightrig
