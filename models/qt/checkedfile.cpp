#include "models/qt/checkedfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace rightrig {

namespace {

struct CheckedFileWords
{
    Q_DECLARE_TR_FUNCTIONS(CheckedFile)
};

QString shown(const QString& path) { return QDir::toNativeSeparators(path); }

QString folderProblem(const QString& path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return CheckedFileWords::tr("The folder %1 does not exist. Choose another folder.").arg(shown(folder.filePath()));
    if (QFileInfo(path).isDir())
        return CheckedFileWords::tr("%1 is a folder. Choose a file name.").arg(shown(path));
    // QSaveFile would put a file in place of a device or pipe: as root, /dev/null would be gone for everybody.
    if (QFileInfo::exists(path) && !QFileInfo(path).isFile())
        return CheckedFileWords::tr("%1 is not a regular file. Choose another file name.").arg(shown(path));
    return {};
}

QByteArray hashOf(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

QString verify(const QString& path, const QByteArray& bytes)
{
    QString error;
    const QByteArray back = readChecked(path, bytes.size(), error);
    if (error.isEmpty() && back.size() == bytes.size() && hashOf(back) == hashOf(bytes))
        return {};
    return CheckedFileWords::tr("%1 does not read back as it was written. Save it to another disk.").arg(shown(path));
}

} // namespace

QString writeChecked(const QString& path, const QByteArray& bytes)
{
    if (path.isEmpty())
        return CheckedFileWords::tr("No file name was given. Choose a file name.");
    if (QString problem = folderProblem(path); !problem.isEmpty())
        return problem;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return CheckedFileWords::tr("%1 cannot be written (%2). Choose another folder.").arg(shown(path), file.errorString());
    // QSaveFile::commit() reports success after a short write (a full disk): only the count and flush() tell.
    const bool whole = file.write(bytes) == bytes.size() && file.flush();
    if (!whole)
        file.cancelWriting();
    if (!file.commit() || !whole)
        return CheckedFileWords::tr("%1 could not be written whole (%2). Free some space or choose another folder.")
            .arg(shown(path), file.errorString());
    return verify(path, bytes);
}

QByteArray readChecked(const QString& path, qint64 most, QString& error)
{
    error.clear();
    const QFileInfo info(path);
    if (!info.exists()) {
        error = CheckedFileWords::tr("The file %1 does not exist. Check its name.").arg(shown(path));
        return {};
    }
    // isFile() is false for folders, pipes and devices: opening a pipe would wait for ever.
    if (!info.isFile()) {
        error = CheckedFileWords::tr("%1 is not a regular file. Choose another file.").arg(shown(path));
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        error = CheckedFileWords::tr("%1 cannot be read (%2). Check its permissions.").arg(shown(path), file.errorString());
        return {};
    }
    // One byte more than allowed: files that state no size (/proc) are caught too.
    QByteArray bytes = file.size() > most ? QByteArray() : file.read(most + 1);
    if (file.size() > most || bytes.size() > most) {
        error = CheckedFileWords::tr("%1 is larger than %2 bytes. Choose another file.").arg(shown(path), QString::number(most));
        return {};
    }
    if (file.error() != QFileDevice::NoError) {
        error = CheckedFileWords::tr("%1 cannot be read to its end (%2). Try again.").arg(shown(path), file.errorString());
        return {};
    }
    return bytes;
}

QString putAside(const QString& path)
{
    constexpr int mostNames = 1000;
    for (int i = 1; i < mostNames; ++i) {
        const QString name = QStringLiteral("%1.bad-%2").arg(path, QString::number(i));
        if (!QFileInfo::exists(name))
            return QFile::rename(path, name) ? name : QString();
    }
    return {};
}

} // namespace rightrig
