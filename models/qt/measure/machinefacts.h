// The facts of a machine profile: what the system and nvidia-smi say. Hostile or broken answers are left out, never guessed at.
#pragma once

#include "models/domain/machineprofile.h"
#include "models/qt/hardwarefacts.h"

#include <QByteArray>
#include <QString>

namespace rightrig {

/// Where to look. Tests hand in recorded trees and a program of their own.
struct FactSources
{
    QString root = QStringLiteral("/"); ///< of /proc and /sys; ignored on Windows and macOS
    QString nvidiaSmi = QStringLiteral("nvidia-smi");
    int queryMs = 2000; ///< how long that program may take; it is then killed, and left behind if it cannot be
};

/// All facts; rates stay empty. Never blocks longer than `queryMs` and a second.
[[nodiscard]] MachineProfile readMachineFacts(const FactSources& sources = {});
/// Share of the usable cores that other programs keep busy (load of the last minute); 0 where unknown.
[[nodiscard]] double busyShare(const MachineProfile& profile, const QString& root = QStringLiteral("/"));

/// Processor, memory, caches, limits, power from /proc and /sys under `root`.
void readLinuxFacts(MachineProfile& profile, const QString& root);
/// macOS: the text of `sysctl hw machdep.cpu`. Unknown lines are passed over.
void readSysctlFacts(MachineProfile& profile, const QByteArray& text);
/// Lines of `nvidia-smi --query-gpu=name,memory.total,driver_version,power.limit --format=csv,noheader,nounits`.
[[nodiscard]] std::vector<ProfileGpu> parseNvidiaSmi(const QByteArray& text);
/// The system's own list of graphics with nvidia-smi's figures where both mean the same card.
[[nodiscard]] std::vector<ProfileGpu> mergeGpus(const std::vector<GraphicsChip>& chips, std::vector<ProfileGpu> queried);

/// Standard output of a program that may hang: at most 64 KiB, at most `limitMs`. Empty on failure.
[[nodiscard]] QByteArray boundedOutput(const QString& program, const QStringList& arguments, int limitMs);

} // namespace rightrig
