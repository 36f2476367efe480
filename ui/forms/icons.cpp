#include "ui/forms/icons.h"

#include <QPainter>
#include <QSvgRenderer>

namespace rightrig {

namespace {

QPixmap drawn(const QString& name, int side, double pixelRatio)
{
    QSvgRenderer renderer(QStringLiteral(":/rightrig/icons/%1.svg").arg(name));
    if (!renderer.isValid())
        return {};
    QPixmap pixmap(QSize(side, side) * pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QPixmap iconPixmap(const QString& name, int side, const QColor& colour, double pixelRatio)
{
    QPixmap pixmap = drawn(name, side, pixelRatio);
    if (pixmap.isNull())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn); // keeps each point's opacity, takes the new colour
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon programIcon()
{
    QIcon icon;
    for (const int side : {16, 32, 48, 64, 128, 256}) {
        if (const QPixmap pixmap = drawn(QStringLiteral("rightrig"), side, 1.0); !pixmap.isNull())
            icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace rightrig
