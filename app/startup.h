// What happens before a command runs: help without Qt, and the right kind of application for the command.
#pragma once

#include "app/commandline.h"

#include <QCoreApplication>

#include <memory>
#include <optional>

namespace rightrig {

/// Help, version and unknown commands need no application at all: prints and returns the exit code, or nothing.
[[nodiscard]] std::optional<int> finishWithoutApplication(const QStringList& arguments);
/// Prints help or the usage error and returns 0 or 2; nothing if there is a request to run.
[[nodiscard]] std::optional<int> finishUnlessRequest(const ParsedLine& line);
/// A QApplication where something is drawn (offscreen unless a window opens), else a QCoreApplication, which needs no plugin.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(const QStringList& arguments, int& argc, char** argv);
void nameApplication();
/// Where the program keeps the session, own prices and renewed catalogues of this user; empty if the system has no such place.
[[nodiscard]] QString dataFolder();

} // namespace rightrig
