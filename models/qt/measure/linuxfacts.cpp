// Cores, caches, limits and power from the small text files of Linux. `root` lets tests hand in recorded trees.
#include "models/qt/measure/machinefacts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {

namespace {

constexpr qint64 mostFactText = 1024LL * 1024; // /proc/cpuinfo of 256 threads is half of it
constexpr int mostProcessors = 4096;
constexpr double kibPerGib = 1024.0 * 1024.0;

class FactTree
{
public:
    explicit FactTree(QString root) : m_root(std::move(root)) { }
    /// The start of a regular file; empty for pipes, devices, folders and what is missing.
    [[nodiscard]] QByteArray read(const QString& path) const
    {
        const QString full = m_root + path;
        if (!QFileInfo(full).isFile())
            return {};
        QFile file(full);
        return file.open(QIODevice::ReadOnly) ? file.read(mostFactText) : QByteArray();
    }
    [[nodiscard]] bool has(const QString& path) const { return QFileInfo::exists(m_root + path); }
    [[nodiscard]] QStringList folders(const QString& path, const QString& pattern) const
    {
        return QDir(m_root + path).entryList({pattern}, QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name).mid(0, 64);
    }

private:
    QString m_root;
};

std::optional<double> number(const QByteArray& text, double low, double high)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok && value >= low && value <= high ? std::optional(value) : std::nullopt;
}

/// What /proc/cpuinfo says of each thread.
struct Topology
{
    int threads = 0;
    QList<QPair<QByteArray, QByteArray>> coreOf; ///< package and core, by thread; empty texts if it does not say
    QByteArray flags;
    bool arm = false;
};

Topology topologyOf(const QByteArray& cpuinfo)
{
    Topology found;
    const QList<QByteArray> lines = cpuinfo.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray key = line.left(colon).trimmed();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (key == "processor" && found.threads < mostProcessors) {
            ++found.threads;
            found.coreOf.emplaceBack();
        } else if (key == "physical id" && !found.coreOf.isEmpty()) {
            found.coreOf.last().first = value;
        } else if (key == "core id" && !found.coreOf.isEmpty()) {
            found.coreOf.last().second = value;
        } else if (found.flags.isEmpty() && (key == "flags" || key == "Features")) {
            found.flags = ' ' + value + ' ';
            found.arm = key == "Features";
        }
    }
    return found;
}

std::optional<Simd> simdOf(const Topology& topology)
{
    const auto has = [&](const char* flag) { return topology.flags.contains(QByteArray(" ") + flag + ' '); };
    if (topology.arm)
        return has("sve") ? std::optional(Simd::Sve) : has("asimd") || has("neon") ? std::optional(Simd::Neon) : std::nullopt;
    if (has("avx512f"))
        return Simd::Avx512;
    if (has("avx2"))
        return Simd::Avx2;
    return has("avx") ? std::optional(Simd::Avx) : has("sse2") ? std::optional(Simd::Sse2) : std::nullopt;
}

/// "0-11,16" as thread numbers. Nothing if a part of it makes no sense.
QSet<int> threadList(const QByteArray& text)
{
    QSet<int> threads;
    const QList<QByteArray> parts = text.trimmed().split(',');
    for (const QByteArray& part : parts) {
        const QList<QByteArray> ends = part.split('-');
        const auto first = number(ends.first(), 0, mostProcessors - 1), last = number(ends.last(), 0, mostProcessors - 1);
        if (!first || !last || ends.size() > 2 || *last < *first)
            return {};
        for (int thread = static_cast<int>(*first); thread <= static_cast<int>(*last); ++thread)
            threads.insert(thread);
    }
    return threads;
}

/// Different cores among `threads`; every thread a core of its own where the system does not number cores.
double coresAmong(const Topology& topology, const QSet<int>& threads)
{
    QSet<QPair<QByteArray, QByteArray>> cores;
    int unnumbered = 0;
    for (const int thread : threads) {
        const auto core = topology.coreOf.value(thread);
        if (core.second.isEmpty())
            ++unnumbered;
        else
            cores.insert(core);
    }
    return static_cast<double>(cores.size() + unnumbered);
}

/// ARM boards say how strong each thread is; the strongest are the performance cores.
QSet<int> strongThreads(const FactTree& tree, int threads)
{
    QList<double> strengths;
    for (int i = 0; i < threads; ++i) {
        const auto strength = number(tree.read(QStringLiteral("/sys/devices/system/cpu/cpu%1/cpu_capacity").arg(i)), 1, 65536);
        if (!strength)
            return {};
        strengths.append(*strength);
    }
    QSet<int> strong;
    const double most = strengths.isEmpty() ? 0.0 : *std::max_element(strengths.begin(), strengths.end());
    constexpr double nearly = 0.9; // boost makes one core of the strong ones a little stronger
    for (int i = 0; i < threads; ++i) {
        if (strengths.at(i) >= nearly * most)
            strong.insert(i);
    }
    return strong;
}

void readCores(MachineProfile& profile, const FactTree& tree)
{
    const Topology topology = topologyOf(tree.read(QStringLiteral("/proc/cpuinfo")));
    if (topology.threads == 0)
        return;
    QSet<int> all;
    for (int i = 0; i < topology.threads; ++i)
        all.insert(i);
    profile.threads = topology.threads;
    profile.cores = coresAmong(topology, all);
    profile.simd = simdOf(topology);
    profile.virtualMachine = topology.flags.isEmpty() ? std::nullopt : std::optional(topology.flags.contains(" hypervisor "));
    QSet<int> fast = threadList(tree.read(QStringLiteral("/sys/devices/cpu_core/cpus"))) & all;
    if (fast.isEmpty())
        fast = strongThreads(tree, topology.threads);
    if (fast.isEmpty() || fast.size() == all.size())
        return;
    profile.performanceCores = coresAmong(topology, fast);
    profile.efficiencyCores = *profile.cores - *profile.performanceCores;
}

void readCaches(MachineProfile& profile, const FactTree& tree)
{
    const QString cpu = QStringLiteral("/sys/devices/system/cpu/cpu0/cache");
    const QStringList caches = tree.folders(cpu, QStringLiteral("index*"));
    for (const QString& cache : caches) {
        const QString folder = cpu + QLatin1Char('/') + cache;
        const auto level = number(tree.read(folder + QLatin1String("/level")), 1, 4);
        QByteArray size = tree.read(folder + QLatin1String("/size")).trimmed();
        const double unit = size.endsWith('M') ? 1024.0 : 1.0;
        size.chop(size.endsWith('M') || size.endsWith('K') ? 1 : 0);
        const auto kib = number(size, 1, 4194304);
        if (!level || !kib || tree.read(folder + QLatin1String("/type")).trimmed() == "Instruction")
            continue;
        (*level == 1 ? profile.cacheL1Kib : *level == 2 ? profile.cacheL2Kib : profile.cacheL3Kib) = *kib * unit;
    }
}

std::optional<double> quotaOf(const QByteArray& quota, const QByteArray& period)
{
    const auto allowed = number(quota, 1, 1e12), of = number(period, 1, 1e12);
    const double cores = allowed && of ? *allowed / *of : 0.0;
    return cores >= 0.01 && cores <= mostProcessors ? std::optional(cores) : std::nullopt; // "max" and -1: no limit
}

void tighten(std::optional<double>& limit, const std::optional<double>& other)
{
    if (other)
        limit = limit ? std::min(*limit, *other) : *other;
}

/// The folders of this program's control groups (version 2), from its own up to the root.
QStringList groupFolders(const FactTree& tree)
{
    QString group;
    const QList<QByteArray> lines = tree.read(QStringLiteral("/proc/self/cgroup")).split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("0::/"))
            group = QString::fromUtf8(line.mid(3)).trimmed();
    }
    QStringList folders{QString()};
    for (int depth = 0; depth < 16 && group.size() > 1 && !group.contains(QLatin1String("..")); ++depth) {
        folders.append(group);
        group = group.left(group.lastIndexOf(QLatin1Char('/')));
    }
    return folders;
}

void readLimits(MachineProfile& profile, const FactTree& tree)
{
    const QStringList groups = groupFolders(tree);
    std::optional<double> bytes;
    for (const QString& group : groups) {
        const QString folder = QStringLiteral("/sys/fs/cgroup") + group;
        const QList<QByteArray> words = tree.read(folder + QLatin1String("/cpu.max")).simplified().split(' ');
        tighten(profile.coreLimit, quotaOf(words.value(0), words.value(1)));
        const auto most = number(tree.read(folder + QLatin1String("/memory.max")), 1, 1e15);
        const double used = number(tree.read(folder + QLatin1String("/memory.current")), 0, 1e15).value_or(0.0);
        if (most)
            tighten(bytes, std::max(0.0, *most - used));
    }
    tighten(profile.coreLimit,
        quotaOf(tree.read(QStringLiteral("/sys/fs/cgroup/cpu/cpu.cfs_quota_us")),
            tree.read(QStringLiteral("/sys/fs/cgroup/cpu/cpu.cfs_period_us"))));
    if (bytes && (!profile.freeRam || profile.freeRam->value > *bytes / bytesPerGib))
        profile.freeRam = Gib{*bytes / bytesPerGib};
    if (profile.freeRam && profile.freeRam->value < 0.001)
        profile.freeRam.reset();
}

void readFreeRam(MachineProfile& profile, const FactTree& tree)
{
    const QList<QByteArray> lines = tree.read(QStringLiteral("/proc/meminfo")).split('\n');
    for (const QByteArray& line : lines) {
        if (!line.startsWith("MemAvailable:"))
            continue;
        const auto kib = number(line.mid(13).simplified().split(' ').value(0), 1024, 65536.0 * kibPerGib);
        if (kib && (!profile.ram || *kib / kibPerGib <= profile.ram->value))
            profile.freeRam = Gib{*kib / kibPerGib};
    }
}

void readPower(MachineProfile& profile, const FactTree& tree)
{
    const QString folder = QStringLiteral("/sys/class/power_supply/");
    const QStringList supplies = tree.folders(folder, QStringLiteral("*"));
    for (const QString& supply : supplies) {
        const QByteArray type = tree.read(folder + supply + QLatin1String("/type")).trimmed();
        const QByteArray status = tree.read(folder + supply + QLatin1String("/status")).trimmed();
        const QByteArray scope = tree.read(folder + supply + QLatin1String("/scope")).trimmed();
        if ((type == "Mains" || type == "USB") && tree.read(folder + supply + QLatin1String("/online")).trimmed() == "1")
            profile.power = PowerSupply::Mains;
        else if (type == "Battery" && scope != "Device" && status == "Discharging" && !profile.power)
            profile.power = PowerSupply::Battery; // "Device": a mouse
    }
}

void readContainer(MachineProfile& profile, const FactTree& tree)
{
    const bool marked = tree.has(QStringLiteral("/.dockerenv")) || tree.has(QStringLiteral("/run/.containerenv"));
    const QByteArray groups = tree.read(QStringLiteral("/proc/1/cgroup"));
    if (marked || groups.contains("docker") || groups.contains("kubepods") || groups.contains("lxc"))
        profile.container = true;
    else if (!groups.isEmpty())
        profile.container = false;
}

} // namespace

void readLinuxFacts(MachineProfile& profile, const QString& root)
{
    const FactTree tree(root.endsWith(QLatin1Char('/')) ? root.chopped(1) : root);
    readCores(profile, tree);
    readCaches(profile, tree);
    readFreeRam(profile, tree);
    readLimits(profile, tree);
    readPower(profile, tree);
    readContainer(profile, tree);
}

} // namespace rightrig
