// QT_LOGGING_RULES="rightrig.timing=true" prints how long things took: "startup.first_page_ms 120".
#pragma once

#include <QLoggingCategory>

namespace rightrig {

Q_DECLARE_LOGGING_CATEGORY(timingLog)
void logTiming(const char* name, double milliseconds);

} // namespace rightrig
