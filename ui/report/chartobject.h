// A chart as one big character of a text document: it flows with the text and is painted as vectors.
#pragma once

#include <QObject>
#include <QSizeF>
#include <QTextFormat>
#include <QTextObjectInterface>

#include <memory>
#include <vector>

class QChart;

namespace rightrig {

class ChartObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    static constexpr int type = QTextFormat::UserObject + 1;
    static constexpr int indexProperty = QTextFormat::UserProperty + 1;

    /// Charts take the whole `width` of the text, in the pixels of the page.
    explicit ChartObject(double width, QObject* parent = nullptr);
    ~ChartObject() override;
    /// Returns the index for ReportWriter::chart().
    int add(std::unique_ptr<QChart> chart);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position, const QTextFormat& format) override;

private:
    double m_width;
    std::vector<std::unique_ptr<QChart>> m_charts;
};

} // namespace rightrig
