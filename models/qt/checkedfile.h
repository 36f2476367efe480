// The one way this program writes a file: whole, checked, or not at all (a full disk must never damage the old file).
#pragma once

#include <QByteArray>
#include <QString>

namespace rightrig {

/// Writes `bytes` to `path` through QSaveFile, compares the count, commits and re-reads the length and hash.
/// Returns an empty string, or one sentence naming the path and what to do. The old file stays as it was on failure.
[[nodiscard]] QString writeChecked(const QString& path, const QByteArray& bytes);
/// Reads a whole file of at most `most` bytes; regular files only. `error` is empty on success.
[[nodiscard]] QByteArray readChecked(const QString& path, qint64 most, QString& error);

/// Renames a file that cannot be used to "PATH.bad-1" (or -2, ...), so that nothing is lost. The new name; empty if that failed.
[[nodiscard]] QString putAside(const QString& path);

} // namespace rightrig
