// How the class stands with each assignment: one bar of students for each, painted as vectors into a text document.
#pragma once

#include "models/domain/classroom.h"

#include <QObject>
#include <QRectF>
#include <QTextObjectInterface>

class QPainter;

namespace rightrig {

/// Takes the place of ChartObject in a document: ReportWriter::chart() makes the room for it. `overview` must outlive it.
class ClassBars : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    /// As wide as the text, in the pixels of the page.
    ClassBars(const ClassOverview& overview, double width, QObject* parent = nullptr);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

private:
    [[nodiscard]] double heightAtSize() const;
    void paintLegend(QPainter& painter) const;
    void paintBar(QPainter& painter, const AssignmentTally& tally, double top) const;

    const ClassOverview& m_overview;
    double m_width;
};

/// The same in one sentence for each assignment, for those who cannot see it.
[[nodiscard]] QString classBarsText(const ClassOverview& overview);

} // namespace rightrig
