// Sample machines as /proc and /sys trees and program outputs. Made up for these tests; none comes from a real person's machine.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace rightrig::samples {

/// A little file system of text files.
class Tree
{
public:
    Tree& add(const QString& path, const QByteArray& text)
    {
        const QString full = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(full).path());
        QFile file(full);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no sample tree");
        return *this;
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    /// Threads `first` to `last`, `perCore` of them on each core.
    Tree& threads(const char* name, int count, int perCore, const char* flags)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += "processor\t: " + QByteArray::number(i) + "\nmodel name\t: " + name
                + "\nphysical id\t: 0\ncore id\t\t: " + QByteArray::number(i / perCore) + "\nflags\t\t: " + flags + "\n\n";
        return add(QStringLiteral("proc/cpuinfo"), text);
    }
    Tree& memory(qint64 totalKib, qint64 freeKib)
    {
        return add(QStringLiteral("proc/meminfo"),
            "MemTotal:       " + QByteArray::number(totalKib) + " kB\nMemFree: 1 kB\nMemAvailable:   " + QByteArray::number(freeKib)
                + " kB\n");
    }
    Tree& cache(int index, const char* level, const char* type, const char* size)
    {
        const QString folder = QStringLiteral("sys/devices/system/cpu/cpu0/cache/index%1/").arg(index);
        return add(folder + QStringLiteral("level"), QByteArray(level) + '\n')
            .add(folder + QStringLiteral("type"), QByteArray(type) + '\n')
            .add(folder + QStringLiteral("size"), QByteArray(size) + '\n');
    }
    Tree& supply(const char* name, const char* type, const char* file, const char* value)
    {
        const QString folder = QStringLiteral("sys/class/power_supply/%1/").arg(QLatin1String(name));
        return add(folder + QStringLiteral("type"), QByteArray(type) + '\n').add(folder + QLatin1String(file), QByteArray(value) + '\n');
    }
    Tree& pci(const char* address, const char* vendor, const char* device, const char* type = "0x030000")
    {
        const QString folder = QStringLiteral("sys/bus/pci/devices/%1/").arg(QLatin1String(address));
        return add(folder + QStringLiteral("vendor"), QByteArray(vendor) + '\n')
            .add(folder + QStringLiteral("device"), QByteArray(device) + '\n')
            .add(folder + QStringLiteral("class"), QByteArray(type) + '\n');
    }

private:
    QTemporaryDir m_folder;
};

} // namespace rightrig::samples
