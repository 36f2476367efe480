// Puts a laid out document on paper: margins, the band on top of the first page, a foot with page numbers on every page.
#pragma once

#include <QByteArray>
#include <QPageSize>
#include <QString>
#include <QTextDocument>

#include <memory>

class QPdfWriter;
class QBuffer;

namespace rightrig {

struct PageText
{
    QString title, subtitle, foot;
};

class ReportPages
{
public:
    ReportPages(QByteArray& target, QPageSize::PageSizeId paper, const QString& title);
    ~ReportPages();
    /// Makes the document use the paper's measures. Call before it is filled.
    void prepare(QTextDocument& document) const;
    [[nodiscard]] double textWidth() const;       ///< in the pixels of the page
    [[nodiscard]] static double spaceBelowBand(); ///< in points: how far down the first text of the first page starts
    /// Paints every page. False if the painter could not start.
    [[nodiscard]] bool paint(QTextDocument& document, const PageText& text);

private:
    [[nodiscard]] double pixels(double millimetres) const;
    void paintBand(QPainter& painter, const PageText& text) const;
    void paintFoot(QPainter& painter, const PageText& text, int page, int pages) const;

    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
};

} // namespace rightrig
