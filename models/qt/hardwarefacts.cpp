#include "models/qt/hardwarefacts.h"

namespace rightrig {

HardwareFacts readHardware([[maybe_unused]] const QString& root)
{
#if defined(Q_OS_WIN)
    return readWindowsHardware();
#elif defined(Q_OS_MACOS)
    return readMacHardware();
#else
    return readLinuxHardware(root);
#endif
}

} // namespace rightrig
