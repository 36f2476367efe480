// The charts of a class as big characters of a text document, painted as vectors.
#pragma once

#include "ui/charts/classcharts.h"

#include <QObject>
#include <QTextObjectInterface>

namespace rightrig {

/// Takes the place of ChartObject in a document about a class: ReportWriter::chart(int(ClassChart::...)) makes the room. `overview` must
/// outlive it.
class ClassChartObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    /// As wide as the text, in the pixels of the page.
    ClassChartObject(const ClassOverview& overview, double width, QObject* parent = nullptr);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

private:
    const ClassOverview& m_overview;
    double m_width;
};

} // namespace rightrig
