#include "models/qt/sorting.h"

#include <QString>

namespace rightrig {

bool sortsBefore(const QVariant& a, const QVariant& b, Qt::SortOrder order)
{
    if (a.isValid() != b.isValid())
        return a.isValid() == (order == Qt::AscendingOrder);
    if (a.userType() == QMetaType::QString && b.userType() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace rightrig
