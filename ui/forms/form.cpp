#include "ui/forms/form.h"

namespace rightrig {

void setName(QWidget& widget, const QString& stem)
{
    QString type = QString::fromLatin1(widget.metaObject()->className());
    type.remove(0, type.lastIndexOf(QLatin1Char(':')) + 1);
    widget.setObjectName(stem + type);
}

} // namespace rightrig
