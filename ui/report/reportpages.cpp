#include "ui/report/reportpages.h"

#include "ui/report/reportstyle.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace rightrig {
namespace {

constexpr int dotsPerInch = 600;
constexpr double sideMargin = 18, topMargin = 16, footMargin = 20, bandHeight = 30; // mm
constexpr double bandGap = 7;                                                       // mm between band and text

} // namespace

ReportPages::ReportPages(QByteArray& target, QPageSize::PageSizeId paper, const QString& title)
    : m_buffer(std::make_unique<QBuffer>(&target))
{
    m_buffer->open(QIODevice::WriteOnly);
    m_writer = std::make_unique<QPdfWriter>(m_buffer.get());
    m_writer->setResolution(dotsPerInch);
    m_writer->setPageLayout(QPageLayout(QPageSize(paper), QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter));
    m_writer->setTitle(title);
}

ReportPages::~ReportPages() = default;

double ReportPages::pixels(double millimetres) const { return millimetres * dotsPerInch / 25.4; }

double ReportPages::spaceBelowBand() { return (bandHeight + bandGap - topMargin) * 72.0 / 25.4; }

double ReportPages::textWidth() const { return m_writer->width() - 2 * pixels(sideMargin); }

void ReportPages::prepare(QTextDocument& document) const
{
    document.documentLayout()->setPaintDevice(m_writer.get());
    document.setDefaultFont(reportFont(9.5));
    document.setDocumentMargin(0);
    document.setIndentWidth(15);
    document.setUseDesignMetrics(true);
    document.setPageSize(QSizeF(textWidth(), m_writer->height() - pixels(topMargin) - pixels(footMargin)));
}

void ReportPages::paintBand(QPainter& painter, const PageText& text) const
{
    painter.fillRect(QRectF(0, 0, m_writer->width(), pixels(bandHeight)), QColor::fromRgb(ink::band));
    const QRectF inner(pixels(sideMargin), pixels(8), textWidth(), pixels(bandHeight - 14));
    painter.setPen(QColor::fromRgb(ink::onBand));
    painter.setFont(reportFont(17, true));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, text.title);
    painter.setPen(QColor::fromRgb(ink::softOnBand));
    painter.setFont(reportFont(9.5));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, text.subtitle);
    painter.setFont(reportFont(11, true));
    painter.drawText(inner, Qt::AlignRight | Qt::AlignTop, QStringLiteral("RightRig"));
}

void ReportPages::paintFoot(QPainter& painter, const PageText& text, int page, int pages) const
{
    const double top = m_writer->height() - pixels(footMargin - 6);
    const QRectF line(pixels(sideMargin), top, textWidth(), pixels(8));
    painter.setPen(QPen(QColor::fromRgb(ink::line), pixels(0.2)));
    painter.drawLine(line.topLeft(), line.topRight());
    painter.setPen(QColor::fromRgb(ink::muted));
    painter.setFont(reportFont(7.5));
    const QRectF words = line.adjusted(0, pixels(1.5), 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, text.foot);
    painter.drawText(words, Qt::AlignRight | Qt::AlignTop, QCoreApplication::translate("Report", "Page %1 of %2").arg(page).arg(pages));
}

bool ReportPages::paint(QTextDocument& document, const PageText& text)
{
    QPainter painter(m_writer.get());
    if (!painter.isActive())
        return false;
    const double height = document.pageSize().height();
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !m_writer->newPage())
            return false;
        if (page == 0)
            paintBand(painter, text);
        paintFoot(painter, text, page + 1, pages);
        painter.save();
        painter.translate(pixels(sideMargin), pixels(topMargin) - page * height);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(0, page * height, textWidth(), height);
        context.palette.setColor(QPalette::Text, QColor::fromRgb(ink::text));
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
    return painter.end();
}

} // namespace rightrig
