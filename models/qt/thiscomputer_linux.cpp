// Linux tells everything in small text files. `root` lets tests hand in recorded trees.
#include "models/qt/hardwarefacts.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

constexpr qint64 mostText = 64LL * 1024;         // every file but pci.ids is far smaller
constexpr qint64 mostPciIds = 8LL * 1024 * 1024; // 1.5 MB today
constexpr int mostDevices = 512;

/// The start of a regular file; empty for pipes, devices, folders and what is missing.
QByteArray readSome(const QString& path, qint64 most = mostText)
{
    if (!QFileInfo(path).isFile())
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

/// The value behind "key :" in /proc files; the first one counts.
std::string valueOf(const QByteArray& text, const QByteArray& key)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed() == key)
            return line.mid(colon + 1).trimmed().toStdString();
    }
    return {};
}

std::string cpuName(const QString& root)
{
    const QByteArray info = readSome(root + QLatin1String("/proc/cpuinfo"));
    std::string name = valueOf(info, QByteArrayLiteral("model name"));
    if (name.empty())
        name = valueOf(info, QByteArrayLiteral("Model")); // small ARM boards name the board
    if (name.empty())
        name = valueOf(info, QByteArrayLiteral("Hardware"));
    return name;
}

std::optional<Gib> totalRam(const QString& root)
{
    const std::string text = valueOf(readSome(root + QLatin1String("/proc/meminfo")), QByteArrayLiteral("MemTotal"));
    constexpr double kibPerGib = 1024.0 * 1024.0, most = 65536.0;
    bool ok = false;
    const double gib = QByteArray::fromStdString(text).split(' ').front().toDouble(&ok) / kibPerGib;
    return ok && gib > 0.0 && gib < most ? std::optional<Gib>(Gib{gib}) : std::nullopt;
}

/// Chassis types of the SMBIOS standard; virtual machines and unknown cases say neither.
std::optional<FormFactor> formOf(const QString& root)
{
    static constexpr std::array laptops{8, 9, 10, 11, 14, 30, 31, 32};
    static constexpr std::array desktops{3, 4, 5, 6, 7, 13, 15, 16, 17, 23, 24, 35, 36};
    const int type = readSome(root + QLatin1String("/sys/class/dmi/id/chassis_type")).trimmed().toInt();
    if (std::find(laptops.begin(), laptops.end(), type) != laptops.end())
        return FormFactor::Laptop;
    if (std::find(desktops.begin(), desktops.end(), type) != desktops.end())
        return FormFactor::Desktop;
    const QDir power(root + QLatin1String("/sys/class/power_supply"));
    const bool battery = !power.entryList({QStringLiteral("BAT*")}, QDir::Dirs | QDir::System | QDir::NoDotAndDotDot).isEmpty();
    return battery ? std::optional<FormFactor>(FormFactor::Laptop) : std::nullopt;
}

struct PciDevice
{
    QByteArray vendor, device; ///< four hexadecimal digits
    QString address;
    std::optional<Gib> memory;
};

QByteArray hexDigits(const QString& path)
{
    const QByteArray text = readSome(path).trimmed().toLower();
    bool ok = false;
    const uint value = text.toUInt(&ok, 16);
    return ok && value <= 0xffff ? QByteArray::number(value, 16).rightJustified(4, '0') : QByteArray();
}

bool isGraphics(const QString& folder)
{
    bool ok = false;
    const uint type = readSome(folder + QLatin1String("/class")).trimmed().toUInt(&ok, 16);
    // display controllers (VGA, 3D, other) and processing accelerators
    return ok && (type >> 16U == 0x03U || type >> 8U == 0x1200U);
}

std::optional<Gib> amdMemory(const QString& folder)
{
    bool ok = false;
    const double bytes = readSome(folder + QLatin1String("/mem_info_vram_total")).trimmed().toDouble(&ok);
    return ok && bytes > 0.0 ? std::optional<Gib>(Gib{bytes / bytesPerGib}) : std::nullopt;
}

/// Graphics of the three makers; the emulated ones of virtual machines and the ones of servers' consoles are left out.
std::vector<PciDevice> pciGraphics(const QString& root)
{
    const QDir bus(root + QLatin1String("/sys/bus/pci/devices"));
    QStringList addresses = bus.entryList(QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    addresses = addresses.mid(0, mostDevices);
    std::vector<PciDevice> found;
    for (const QString& address : std::as_const(addresses)) {
        const QString folder = bus.filePath(address);
        const QByteArray vendor = hexDigits(folder + QLatin1String("/vendor"));
        const bool known = vendor == "10de" || vendor == "1002" || vendor == "8086";
        if (known && isGraphics(folder))
            found.push_back({vendor, hexDigits(folder + QLatin1String("/device")), address, amdMemory(folder)});
    }
    return found;
}

QByteArray pciIds(const QString& root)
{
    for (const QLatin1String path : {QLatin1String("/usr/share/misc/pci.ids"), QLatin1String("/usr/share/hwdata/pci.ids")}) {
        QByteArray text = readSome(root + path, mostPciIds);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// The name of a device in the list of PCI ids: a line with one tab under its vendor's line.
std::string pciName(const QByteArray& ids, const PciDevice& device)
{
    const qsizetype vendor = ids.startsWith(device.vendor + "  ") ? 0 : ids.indexOf("\n" + device.vendor + "  ");
    if (vendor < 0 || device.device.isEmpty())
        return {};
    qsizetype line = ids.indexOf('\n', vendor + 1);
    while (line >= 0 && line + 1 < ids.size() && (ids.at(line + 1) == '\t' || ids.at(line + 1) == '#')) {
        const qsizetype end = ids.indexOf('\n', line + 1);
        const QByteArray text = ids.mid(line + 1, (end < 0 ? ids.size() : end) - line - 1);
        if (text.startsWith("\t" + device.device + "  "))
            return text.mid(7).trimmed().toStdString();
        line = end;
    }
    return {};
}

std::string makerName(const QByteArray& vendor) { return vendor == "10de" ? "NVIDIA" : vendor == "1002" ? "AMD" : "Intel"; }

/// Whether a chip is a card of its own. NVIDIA's always are; the others by name, or by the memory it brings.
bool isDiscrete(const PciDevice& device, const std::string& name)
{
    if (device.vendor == "10de")
        return true;
    static const QRegularExpression cards(QStringLiteral("Radeon (?:RX|Pro|VII|HD)|Instinct|FirePro|\\bArc (?:Pro )?[AB]\\d|DG[12]\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression built(
        QStringLiteral("Radeon (?:Vega|Graphics|\\d{3}M)|HD Graphics|Iris|Mendocino|Raphael|Phoenix|Rembrandt"));
    const QString text = QString::fromStdString(name);
    if (built.match(text).hasMatch())
        return false;
    constexpr Gib cardsBring{3.5}; // the graphics inside a processor set aside less
    return cards.match(text).hasMatch() || (device.memory && *device.memory >= cardsBring);
}

/// NVIDIA's driver names its chips; by PCI address.
QHash<QString, std::string> nvidiaNames(const QString& root)
{
    QHash<QString, std::string> names;
    const QDir gpus(root + QLatin1String("/proc/driver/nvidia/gpus"));
    const QStringList addresses = gpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, mostDevices);
    for (const QString& address : addresses) {
        const std::string model = valueOf(readSome(gpus.filePath(address) + QLatin1String("/information")), QByteArrayLiteral("Model"));
        if (!model.empty())
            names.insert(address.toLower(), model);
    }
    return names;
}

/// "AMD Ryzen 7 7840U w/ Radeon 780M Graphics" names its own graphics.
std::string graphicsInCpuName(const std::string& cpu)
{
    static const QRegularExpression named(
        QStringLiteral("\\bw(?:ith|/)\\s+(Radeon\\s+\\w+)\\s+Graphics"), QRegularExpression::CaseInsensitiveOption);
    const auto match = named.match(QString::fromStdString(cpu));
    return match.hasMatch() ? match.captured(1).toStdString() : std::string();
}

std::vector<GraphicsChip> graphicsChips(const QString& root, const std::string& cpu)
{
    std::vector<GraphicsChip> chips;
    const std::vector<PciDevice> devices = pciGraphics(root);
    QHash<QString, std::string> driver = nvidiaNames(root);
    const QByteArray ids = devices.empty() ? QByteArray() : pciIds(root);
    for (const PciDevice& device : devices) {
        const std::string listed = pciName(ids, device);
        const bool discrete = isDiscrete(device, listed);
        std::string name = driver.take(device.address.toLower());
        if (name.empty() && !discrete)
            name = graphicsInCpuName(cpu);
        if (name.empty())
            name = listed.empty() ? makerName(device.vendor) + " graphics (PCI " + device.device.toStdString() + ')' : listed;
        chips.push_back({name, discrete ? device.memory : std::nullopt, discrete});
    }
    for (const std::string& name : std::as_const(driver)) // the driver knows it, the bus is hidden (containers)
        chips.push_back({name, std::nullopt, true});
    return chips;
}

} // namespace

HardwareFacts readLinuxHardware(const QString& root)
{
    const QString base = root.endsWith(QLatin1Char('/')) ? root.chopped(1) : root;
    HardwareFacts facts;
    facts.cpu = cpuName(base);
    facts.ram = totalRam(base);
    facts.form = formOf(base);
    facts.graphics = graphicsChips(base, facts.cpu);
    facts.os = Os::Linux;
    return facts;
}

} // namespace rightrig
