// Several processes at once, each with its part of the students. Processes and not threads: charts and fonts belong to Qt's one GUI thread.
#pragma once

#include "app/commandline.h"

#include <functional>

namespace rightrig {

/// What a worker says after each student: one line on its standard output.
[[nodiscard]] QByteArray workerLine(const char* what, const QString& text = {});

/// Starts `jobs` workers that share the shard of `request` and calls `line` for each line they say, without its end. Returns how many did
/// not end well. A worker ends by itself at its next line if this process is gone.
[[nodiscard]] int runWorkers(const Request& request, int jobs, const std::function<void(const QByteArray&)>& line);

} // namespace rightrig
