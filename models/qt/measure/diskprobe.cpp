#include "models/qt/measure/diskprobe.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStorageInfo>
#include <QTemporaryFile>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace rightrig {

namespace {

#ifdef Q_OS_LINUX

constexpr qint64 pieceBytes = 4LL * 1024 * 1024;
constexpr int pieces = 12;
constexpr qint64 spareBytes = 1024LL * 1024 * 1024; ///< a disk that is nearly full is left alone
constexpr int writingMs = 1200;

struct DiskFile
{
    QTemporaryFile file;
    QByteArray buffer;
    qint64 size = 0, position = 0;
};

bool prepareDisk(DiskFile& disk)
{
    const QStorageInfo storage(QDir::tempPath());
    if (storage.fileSystemType() == "tmpfs" || storage.bytesAvailable() < spareBytes || !disk.file.open())
        return false;
    disk.buffer.fill('r', pieceBytes);
    QElapsedTimer timer;
    timer.start();
    // On a slow disk the file stays smaller.
    for (int i = 0; i < pieces && timer.elapsed() < writingMs; ++i) {
        if (disk.file.write(disk.buffer) != pieceBytes || !disk.file.flush() || ::fdatasync(disk.file.handle()) != 0)
            return false;
        disk.size += pieceBytes;
    }
    return disk.size > 0;
}

double readPiece(DiskFile& disk)
{
    const int handle = disk.file.handle();
    if (disk.position >= disk.size)
        disk.position = 0;
    if (disk.position == 0 && ::posix_fadvise(handle, 0, 0, POSIX_FADV_DONTNEED) != 0)
        return 0.0;
    const auto got = ::pread(handle, disk.buffer.data(), static_cast<std::size_t>(pieceBytes), disk.position);
    disk.position += pieceBytes;
    return got == pieceBytes ? static_cast<double>(got) / 1e6 : 0.0;
}

#endif

} // namespace

ProbePtr diskProbe()
{
    Probe probe;
    probe.rate = Rate::DiskRead;
    probe.missing = Missing::Disk;
#ifdef Q_OS_LINUX
    auto disk = std::make_shared<DiskFile>();
    probe.prepare = [disk] { return prepareDisk(*disk); };
    probe.work = [disk] { return readPiece(*disk); };
#else
    probe.prepare = [] { return false; };
    probe.work = [] { return 0.0; };
#endif
    return std::make_shared<const Probe>(std::move(probe));
}

} // namespace rightrig
