#include "models/qt/timing.h"

namespace rightrig {

// Info messages stay silent until somebody asks for them: the third argument switches them off by default.
Q_LOGGING_CATEGORY(timingLog, "rightrig.timing", QtWarningMsg)

void logTiming(const char* name, double milliseconds)
{
    qCInfo(timingLog).noquote() << QLatin1String(name) << QString::number(milliseconds, 'f', 1);
}

} // namespace rightrig
