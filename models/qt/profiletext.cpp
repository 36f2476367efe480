#include "models/qt/profiletext.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

#include <array>

namespace rightrig {

namespace {

struct ProfileWords
{
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

QString coresText(const MachineProfile& profile)
{
    if (!profile.cores)
        return {};
    if (profile.performanceCores && profile.efficiencyCores)
        return ProfileWords::tr("Cores: %1 fast, %2 efficient")
            .arg(formatNumber(*profile.performanceCores, 4), formatNumber(*profile.efficiencyCores, 4));
    return ProfileWords::tr("Cores: %1").arg(formatNumber(*profile.cores, 4));
}

QString gpuText(const ProfileGpu& gpu)
{
    QStringList parts{plain(gpu.name, 80)};
    if (gpu.vram)
        parts.append(formatGib(*gpu.vram));
    if (gpu.powerLimit)
        parts.append(ProfileWords::tr("%1 W").arg(formatNumber(gpu.powerLimit->value, 4)));
    if (gpu.driver)
        parts.append(ProfileWords::tr("driver %1").arg(plain(*gpu.driver, 40)));
    return ProfileWords::tr("Graphics: %1").arg(parts.join(QStringLiteral(", ")));
}

QString missingText(Missing what)
{
    switch (what) {
    case Missing::Blas:
        return ProfileWords::tr("The library OpenBLAS is not installed, so arithmetic could not be measured.");
    case Missing::Jpeg:
        return ProfileWords::tr("The library libjpeg-turbo is not installed, so opening pictures could not be measured.");
    case Missing::Disk:
        return ProfileWords::tr("The speed of the disk could not be measured here.");
    case Missing::GpuQuery:
        return ProfileWords::tr("The graphics driver gave no answer, so its figures are missing.");
    case Missing::Time:
        return ProfileWords::tr("Some figures took too long to measure and are missing.");
    case Missing::Memory:
        break;
    }
    return ProfileWords::tr("There was too little free memory for some figures.");
}

void addLimits(QStringList& facts, const MachineProfile& profile)
{
    if (profile.coreLimit)
        facts.append(ProfileWords::tr("Allowed here: %1 cores").arg(formatNumber(*profile.coreLimit, 3)));
    if (profile.ram)
        facts.append(ProfileWords::tr("Memory: %1").arg(formatGib(*profile.ram)));
    if (profile.freeRam)
        facts.append(ProfileWords::tr("Free memory: %1").arg(formatGib(*profile.freeRam)));
}

} // namespace

QString rateText(Rate rate)
{
    const std::array<QString, rateCount> names{ProfileWords::tr("Matrix product, one core, small"),
        ProfileWords::tr("Matrix product, one core, large"), ProfileWords::tr("Matrix product, all cores, small"),
        ProfileWords::tr("Matrix product, all cores, large"), ProfileWords::tr("Picture layer, one core"),
        ProfileWords::tr("Picture layer, all cores"), ProfileWords::tr("Memory bandwidth, one core"),
        ProfileWords::tr("Memory bandwidth, all cores"), ProfileWords::tr("Random memory access"),
        ProfileWords::tr("Boosting histograms, one core"), ProfileWords::tr("Boosting histograms, all cores"),
        ProfileWords::tr("Tree building, one core"), ProfileWords::tr("Many small operations"),
        ProfileWords::tr("Opening JPEG pictures, one core"), ProfileWords::tr("Reading from disk")};
    return names[static_cast<std::size_t>(rate)];
}

QString rateValueText(const MachineProfile& profile, Rate rate)
{
    const auto value = profile.rate(rate);
    if (!value)
        return unknownText();
    const RateInfo& info = rateInfo(rate);
    return formatNumber(*value, 3) + QLatin1Char(' ') + QString::fromUtf8(info.unit.data(), static_cast<qsizetype>(info.unit.size()));
}

QStringList profileFacts(const MachineProfile& profile)
{
    QStringList facts;
    if (profile.cpu)
        facts.append(ProfileWords::tr("Processor: %1").arg(plain(*profile.cpu, 100)));
    const QString cores = coresText(profile);
    if (!cores.isEmpty())
        facts.append(cores);
    if (profile.simd) {
        static constexpr std::array names{"SSE2", "AVX", "AVX2", "AVX-512", "NEON", "SVE"};
        facts.append(ProfileWords::tr("Vector arithmetic: %1").arg(QLatin1String(names[static_cast<std::size_t>(*profile.simd)])));
    }
    addLimits(facts, profile);
    for (const ProfileGpu& gpu : profile.gpus)
        facts.append(gpuText(gpu));
    if (profile.power)
        facts.append(*profile.power == PowerSupply::Battery ? ProfileWords::tr("Power: battery") : ProfileWords::tr("Power: mains"));
    return facts;
}

QStringList profileNotes(const MachineProfile& profile)
{
    QStringList notes;
    if (profile.noisy.value_or(false))
        notes.append(ProfileWords::tr("Other programs disturbed the test. Close them and test again for better figures."));
    if (profile.heldUp && *profile.heldUp < throttledShare)
        notes.append(ProfileWords::tr("It slowed to %1 % of its first speed, probably from heat. Estimates count the slower speed.")
                         .arg(formatNumber(*profile.heldUp * 100.0, 2)));
    if (profile.power == PowerSupply::Battery)
        notes.append(ProfileWords::tr("It ran on battery. Many laptops are faster when they are plugged in."));
    if (profile.coreLimit)
        notes.append(ProfileWords::tr("It runs in a container that allows only part of the processor."));
    else if (profile.virtualMachine.value_or(false))
        notes.append(ProfileWords::tr("It is a virtual machine: its neighbours can change these figures."));
    for (const Missing what : profile.missing)
        notes.append(missingText(what));
    return notes;
}

QString profileSummary(const MachineProfile& profile)
{
    QStringList parts;
    if (profile.rate(Rate::SgemmAllLarge))
        parts.append(ProfileWords::tr("arithmetic %1").arg(rateValueText(profile, Rate::SgemmAllLarge)));
    if (profile.rate(Rate::BandwidthAll))
        parts.append(ProfileWords::tr("memory %1").arg(rateValueText(profile, Rate::BandwidthAll)));
    if (profile.freeRam)
        parts.append(ProfileWords::tr("%1 of memory free").arg(formatGib(*profile.freeRam)));
    if (parts.isEmpty())
        return ProfileWords::tr("The test found no figures. Estimates use the data sheet.");
    return ProfileWords::tr("Tested: %1. Estimates for this computer now use these figures.").arg(parts.join(QStringLiteral(", ")));
}

QString profileAsText(const MachineProfile& profile)
{
    QStringList lines = profileFacts(profile);
    for (std::size_t i = 0; i < rateCount; ++i) {
        const auto rate = static_cast<Rate>(i);
        if (profile.rate(rate))
            lines.append(rateText(rate) + QStringLiteral(": ") + rateValueText(profile, rate));
    }
    lines.append(profileNotes(profile));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace rightrig
