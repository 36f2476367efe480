#include "models/qt/measure/machinefacts.h"

#include "models/qt/formatter.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <list>
#include <memory>
#include <mutex>

namespace rightrig {

namespace {

constexpr int longestFact = 120;
constexpr qint64 mostOutput = 64LL * 1024;
constexpr std::size_t mostCards = 32;

/// A program that even SIGKILL does not end (a driver stuck in the kernel) must not hold us up: it is kept, not waited for.
void leaveBehind(std::unique_ptr<QProcess> process)
{
    static std::mutex mutex;
    static auto* const left = new std::list<std::unique_ptr<QProcess>>; // never freed: ~QProcess would wait for it
    const std::lock_guard<std::mutex> lock(mutex);
    left->push_back(std::move(process));
}

std::optional<double> within(const QByteArray& text, double low, double high)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    return ok && value >= low && value <= high ? std::optional(value) : std::nullopt;
}

std::optional<std::string> factOf(const QByteArray& text)
{
    const std::string clean = plain(text.toStdString(), longestFact).toStdString();
    return clean.empty() || clean.starts_with('[') ? std::nullopt : std::optional(clean); // "[N/A]", "[Not Supported]"
}

std::optional<ProfileGpu> cardOf(const QByteArray& line)
{
    const QList<QByteArray> cells = line.split(',');
    if (cells.size() != 4)
        return std::nullopt; // "NVIDIA-SMI has failed because ..."
    const auto name = factOf(cells[0]);
    if (!name)
        return std::nullopt;
    ProfileGpu gpu;
    gpu.name = *name;
    if (const auto mib = within(cells[1], 64.0, 16.0 * 1024 * 1024))
        gpu.vram = Gib{*mib / 1024.0};
    gpu.driver = factOf(cells[2]);
    if (const auto watts = within(cells[3], 1.0, 5000.0))
        gpu.powerLimit = Watts{*watts};
    gpu.integrated = false;
    return gpu;
}

bool isNvidia(const std::string& name)
{
    const QString text = QString::fromStdString(name);
    return text.contains(QLatin1String("nvidia"), Qt::CaseInsensitive) || text.contains(QLatin1String("geforce"), Qt::CaseInsensitive)
        || text.contains(QLatin1String("quadro"), Qt::CaseInsensitive) || text.contains(QLatin1String("tesla"), Qt::CaseInsensitive);
}

void takeHardware(MachineProfile& profile, const HardwareFacts& hardware)
{
    if (!hardware.cpu.empty())
        profile.cpu = factOf(QByteArray::fromStdString(hardware.cpu));
    profile.ram = hardware.ram;
    profile.os = hardware.os;
    if (hardware.form)
        profile.laptop = *hardware.form == FormFactor::Laptop;
}

void takeSystem(MachineProfile& profile, [[maybe_unused]] const FactSources& sources)
{
#if defined(Q_OS_WIN)
    profile.threads = QThread::idealThreadCount();
#elif defined(Q_OS_MACOS)
    readSysctlFacts(
        profile, boundedOutput(QStringLiteral("/usr/sbin/sysctl"), {QStringLiteral("hw"), QStringLiteral("machdep.cpu")}, sources.queryMs));
#else
    readLinuxFacts(profile, sources.root);
#endif
}

} // namespace

QByteArray boundedOutput(const QString& program, const QStringList& arguments, int limitMs)
{
    const QDeadlineTimer deadline(limitMs);
    auto process = std::make_unique<QProcess>();
    process->setStandardErrorFile(QProcess::nullDevice());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(program, arguments, QIODevice::ReadOnly);
    if (!process->waitForStarted(std::max(1, static_cast<int>(deadline.remainingTime()))))
        return {};
    QByteArray output;
    while (process->state() != QProcess::NotRunning && !deadline.hasExpired() && output.size() < mostOutput) {
        process->waitForReadyRead(static_cast<int>(std::clamp<qint64>(deadline.remainingTime(), 1, 100)));
        output += process->readAllStandardOutput();
    }
    output += process->readAllStandardOutput();
    const bool ended = process->state() == QProcess::NotRunning;
    const bool good = ended && process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
    if (!ended) {
        process->kill();
        constexpr int dyingMs = 300;
        if (!process->waitForFinished(dyingMs))
            leaveBehind(std::move(process));
    }
    return good && output.size() <= mostOutput ? output : QByteArray();
}

std::vector<ProfileGpu> parseNvidiaSmi(const QByteArray& text)
{
    std::vector<ProfileGpu> cards;
    const QList<QByteArray> lines = text.left(mostOutput).split('\n');
    for (const QByteArray& line : lines) {
        if (auto card = cardOf(line.trimmed()); card && cards.size() < mostCards)
            cards.push_back(std::move(*card));
    }
    return cards;
}

std::vector<ProfileGpu> mergeGpus(const std::vector<GraphicsChip>& chips, std::vector<ProfileGpu> queried)
{
    const bool asked = !queried.empty();
    std::vector<ProfileGpu> all = std::move(queried);
    for (const GraphicsChip& chip : chips) {
        // Both list NVIDIA's cards, in different spellings; the driver's own program knows more.
        if ((asked && chip.discrete && isNvidia(chip.name)) || all.size() >= mostCards)
            continue;
        const auto name = factOf(QByteArray::fromStdString(chip.name));
        if (name)
            all.push_back({*name, chip.vram, std::nullopt, std::nullopt, !chip.discrete});
    }
    return all;
}

MachineProfile readMachineFacts(const FactSources& sources)
{
    MachineProfile profile;
    const HardwareFacts hardware = readHardware(sources.root);
    takeHardware(profile, hardware);
    takeSystem(profile, sources);
    QByteArray answer;
    const QString smi = QStandardPaths::findExecutable(sources.nvidiaSmi);
    if (!smi.isEmpty())
        answer = boundedOutput(smi,
            {QStringLiteral("--query-gpu=name,memory.total,driver_version,power.limit"), QStringLiteral("--format=csv,noheader,nounits")},
            sources.queryMs);
    std::vector<ProfileGpu> cards = parseNvidiaSmi(answer);
    const bool failed = cards.empty();
    profile.gpus = mergeGpus(hardware.graphics, std::move(cards));
    const bool hasNvidia
        = std::any_of(hardware.graphics.begin(), hardware.graphics.end(), [](const GraphicsChip& chip) { return isNvidia(chip.name); });
    if (failed && (hasNvidia || !smi.isEmpty()))
        profile.missing.push_back(Missing::GpuQuery);
    return profile;
}

double busyShare(const MachineProfile& profile, const QString& root)
{
    QFile file((root.endsWith(u'/') ? root.chopped(1) : root) + QLatin1String("/proc/loadavg"));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    const auto load = within(file.read(256).split(' ').value(0), 0.0, 1e6);
    return load ? *load / std::max(1.0, profile.threads.value_or(1.0)) : 0.0;
}

} // namespace rightrig
