#include "tests/support/paths.h"

namespace rightrig {

QString sourcePath(const QString& relative)
{
    const QString top = QStringLiteral(RIGHTRIG_SOURCE_DIR);
    return relative.isEmpty() ? top : top + QLatin1Char('/') + relative;
}

QString testCatalogue() { return QStringLiteral(RIGHTRIG_CATALOGUE); }

QString testProgram() { return QStringLiteral(RIGHTRIG_PROGRAM); }

} // namespace rightrig
