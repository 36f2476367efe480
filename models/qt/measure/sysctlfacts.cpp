// macOS: "hw.physicalcpu: 8" and the like. On Apple silicon level 0 is the performance cores, level 1 the efficient ones.
#include "models/qt/measure/machinefacts.h"

#include "models/qt/formatter.h"

#include <QHash>

namespace rightrig {

namespace {

QHash<QByteArray, QByteArray> sysctlValues(const QByteArray& text)
{
    QHash<QByteArray, QByteArray> values;
    const QList<QByteArray> lines = text.left(1024LL * 1024).split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            values.insert(line.left(colon).trimmed(), line.mid(colon + 2).trimmed());
    }
    return values;
}

std::optional<double> sysctlNumber(const QByteArray& text, double low, double high)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= low && value <= high ? std::optional(value) : std::nullopt;
}

} // namespace

void readSysctlFacts(MachineProfile& profile, const QByteArray& text)
{
    const QHash<QByteArray, QByteArray> values = sysctlValues(text);
    const auto count = [&](const char* key) { return sysctlNumber(values.value(key), 1, 4096); };
    const auto kib = [&](const char* key) -> std::optional<double> {
        const auto bytes = sysctlNumber(values.value(key), 1024, 1e10);
        return bytes ? std::optional(*bytes / 1024.0) : std::nullopt;
    };
    profile.cores = count("hw.physicalcpu");
    profile.threads = count("hw.logicalcpu");
    const auto fast = count("hw.perflevel0.physicalcpu"), slow = count("hw.perflevel1.physicalcpu");
    if (fast && slow && profile.cores && *fast + *slow == *profile.cores) {
        profile.performanceCores = fast;
        profile.efficiencyCores = slow;
    }
    profile.cacheL1Kib = kib("hw.l1dcachesize");
    profile.cacheL2Kib = kib("hw.l2cachesize");
    profile.cacheL3Kib = kib("hw.l3cachesize");
    const auto set = [&](const char* key) { return values.value(key) == "1"; };
    if (set("hw.optional.arm64"))
        profile.simd = Simd::Neon;
    else if (set("hw.optional.avx512f"))
        profile.simd = Simd::Avx512;
    else if (set("hw.optional.avx2_0"))
        profile.simd = Simd::Avx2;
    const std::string name = plain(values.value("machdep.cpu.brand_string").toStdString(), 120).toStdString();
    if (!profile.cpu && !name.empty())
        profile.cpu = name;
    const auto memory = sysctlNumber(values.value("hw.memsize"), 1e8, 1e14);
    if (!profile.ram && memory)
        profile.ram = Gib{*memory / bytesPerGib};
}

} // namespace rightrig
