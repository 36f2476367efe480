#include "models/qt/thiscomputer.h"

#include "models/qt/formatter.h"
#include "models/qt/hardwarefacts.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace rightrig {

namespace {

constexpr int longestName = 100;

QString withoutTrademarks(const std::string& reported)
{
    QString name = plain(reported, longestName);
    static const QRegularExpression marks(QStringLiteral("\\((?:R|TM|C)\\)|\u00ae|\u2122"), QRegularExpression::CaseInsensitiveOption);
    return name.replace(marks, QStringLiteral(" ")).simplified();
}

/// The memory as its label says: the system keeps some of it for itself and reports less.
Gib labelled(Gib reported)
{
    static constexpr std::array sizes{1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 18.0, 20.0, 24.0, 32.0, 36.0, 40.0, 48.0, 64.0, 96.0, 128.0,
        192.0, 256.0, 384.0, 512.0, 768.0, 1024.0};
    constexpr double mostlyThere = 0.8;
    const auto size = std::find_if(sizes.begin(), sizes.end(), [&](double label) { return label >= reported.value - 0.01; });
    const bool near = size != sizes.end() && reported.value >= mostlyThere * *size;
    return {near ? *size : std::max(0.5, std::round(reported.value * 2.0) / 2.0)};
}

/// Exact names only: as spelled, then without the maker's name in front.
int findNamed(const Catalog& catalog, const QString& name, DeviceKind kind)
{
    static constexpr std::array makers{"NVIDIA ", "AMD ", "Intel ", "Apple "};
    const std::string text = name.toStdString();
    int found = text.empty() ? -1 : catalog.findDevice(text, kind);
    for (const std::string_view maker : makers) {
        if (found < 0 && text.starts_with(maker))
            found = catalog.findDevice(text.substr(maker.size()), kind);
    }
    return found;
}

const Device* deviceAt(const Catalog& catalog, int index)
{
    return index >= 0 ? &catalog.devices[static_cast<std::size_t>(index)] : nullptr;
}

/// In a laptop, a name that the catalogue gives to a desktop card means the laptop part of that name.
const Device* findGraphics(const Catalog& catalog, const std::string& reported, std::optional<FormFactor> form)
{
    const QString name = QString::fromStdString(cleanedGpuName(reported));
    const Device* device = deviceAt(catalog, findNamed(catalog, name, DeviceKind::Gpu));
    if (device == nullptr || device->segment != Segment::Desktop || form != FormFactor::Laptop)
        return device;
    return deviceAt(catalog, findNamed(catalog, name + QLatin1String(" Laptop GPU"), DeviceKind::Gpu));
}

struct Found
{
    const GraphicsChip* chip = nullptr;
    const Device* device = nullptr;
};

/// Its own card before the processor's graphics, then a known one before an unknown one, then the one with more memory.
bool isBetter(const Found& left, const Found& right)
{
    const auto memory = [](const Found& found) {
        const auto own = found.device != nullptr && found.device->vram ? found.device->vram : found.chip->vram;
        return own.value_or(Gib{}).value;
    };
    if (left.chip->discrete != right.chip->discrete)
        return left.chip->discrete;
    if ((left.device != nullptr) != (right.device != nullptr))
        return left.device != nullptr;
    return memory(left) > memory(right);
}

void takeGraphics(ComputerFacts& facts, const HardwareFacts& hardware, const Catalog& catalog)
{
    Found best;
    for (const GraphicsChip& chip : hardware.graphics) {
        const Found found{&chip, findGraphics(catalog, chip.name, hardware.form)};
        if (best.chip == nullptr || isBetter(found, best))
            best = found;
    }
    // The processor's own graphics that the catalogue does not know cannot train: as good as none.
    if (best.chip == nullptr || (best.device == nullptr && !best.chip->discrete)) {
        facts.gpu = "none";
        return;
    }
    facts.gpu = best.device != nullptr ? best.device->name : cleanedGpuName(best.chip->name);
    if (best.chip->discrete && best.chip->vram)
        facts.vram = labelled(*best.chip->vram);
}

ComputerFacts namedFacts(const HardwareFacts& hardware, const Catalog& catalog)
{
    ComputerFacts facts;
    if (hardware.cpu.empty() && !hardware.ram)
        return facts; // nothing was found: the student is asked
    facts.kind = ComputerKind::Known;
    facts.form = hardware.form;
    facts.os = hardware.os;
    if (hardware.ram)
        facts.ram = labelled(*hardware.ram);
    if (!hardware.cpu.empty()) {
        const QString cleaned = QString::fromStdString(cleanedCpuName(hardware.cpu));
        int cpu = findNamed(catalog, plain(hardware.cpu, longestName), DeviceKind::Cpu);
        cpu = cpu >= 0 ? cpu : findNamed(catalog, cleaned, DeviceKind::Cpu);
        facts.cpu = cpu >= 0 ? catalog.devices[static_cast<std::size_t>(cpu)].name : cleaned.toStdString();
    }
    takeGraphics(facts, hardware, catalog);
    return facts;
}

} // namespace

std::string cleanedCpuName(const std::string& reported)
{
    QString name = withoutTrademarks(reported);
    static const QRegularExpression generation(QStringLiteral("^\\d+th Gen "), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression speed(QStringLiteral("\\s*@.*$"));
    static const QRegularExpression graphics(QStringLiteral("\\s+(?:with|w/)\\s+.*Graphics.*$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression filler(QStringLiteral("\\s+(?:\\d+-Core|(?:Two|Four|Six|Eight|Twelve|Sixteen)-Core|CPU|Processor)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    name.remove(generation).remove(speed).remove(graphics).remove(filler);
    return name.simplified().toStdString();
}

std::string cleanedGpuName(const std::string& reported)
{
    QString name = withoutTrademarks(reported);
    // "AD107M [GeForce RTX 4060 Max-Q / Mobile]": the name people know is in the last brackets
    const qsizetype open = name.lastIndexOf(u'['), close = name.lastIndexOf(u']');
    if (open >= 0 && close > open + 1)
        name = name.mid(open + 1, close - open - 1);
    static const QRegularExpression filler(QStringLiteral(
        "/PCIe/SSE2|\\bNVIDIA Corporation\\b|\\bIntel Corporation\\b|\\bAdvanced Micro Devices, Inc\\.|\\(rev [0-9a-f]+\\)"));
    return name.remove(filler).simplified().toStdString();
}

ComputerFacts detectComputer(const Catalog& catalog, const QString& root) { return namedFacts(readHardware(root), catalog); }

ComputerFacts factsOfProfile(const MachineProfile& profile, const Catalog& catalog)
{
    HardwareFacts hardware{profile.cpu.value_or(""), profile.ram, {}, std::nullopt, profile.os};
    if (profile.laptop)
        hardware.form = *profile.laptop ? FormFactor::Laptop : FormFactor::Desktop;
    for (const ProfileGpu& gpu : profile.gpus)
        hardware.graphics.push_back({gpu.name, gpu.vram, !gpu.integrated.value_or(false)});
    ComputerFacts facts = namedFacts(hardware, catalog);
    facts.profile = profile;
    return facts;
}

} // namespace rightrig
