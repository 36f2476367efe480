#include "ui/report/reportstyle.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QRawFont>

namespace rightrig {
namespace {

constexpr double pixelsPerPoint = 96.0 / 72.0; // margins in text documents are in pixels of 1/96 inch

struct ToneValues
{
    double points;
    bool bold;
    QRgb colour;
};

ToneValues valuesOf(Tone tone)
{
    switch (tone) {
    case Tone::Strong:
        return {9.5, true, ink::text};
    case Tone::Muted:
        return {9.5, false, ink::muted};
    case Tone::Small:
        return {7.5, false, ink::text};
    case Tone::SmallStrong:
        return {7.5, true, ink::text};
    case Tone::SmallMuted:
        return {7.5, false, ink::muted};
    case Tone::Heading:
        return {12.5, true, ink::accent};
    case Tone::Headline:
        return {15.0, true, ink::band};
    case Tone::Label:
        return {7.5, true, ink::muted};
    case Tone::Body:
        break;
    }
    return {9.5, false, ink::text};
}

} // namespace

QFont reportFont(double points, bool bold)
{
    QFont font(programFontFamily());
    font.setPointSizeF(points);
    font.setBold(bold);
    font.setLetterSpacing(QFont::PercentageSpacing, 100.01);
    return font;
}

QTextCharFormat toneFormat(Tone tone)
{
    const ToneValues values = valuesOf(tone);
    QTextCharFormat format;
    format.setFontPointSize(values.points);
    format.setFontWeight(values.bold ? QFont::Bold : QFont::Normal);
    format.setForeground(QColor::fromRgb(values.colour));
    return format;
}

QTextBlockFormat spacing(double above, double below)
{
    QTextBlockFormat format;
    format.setTopMargin(above * pixelsPerPoint);
    format.setBottomMargin(below * pixelsPerPoint);
    format.setLineHeight(116, QTextBlockFormat::ProportionalHeight);
    return format;
}

QString fontProblem()
{
    const QRawFont raw = QRawFont::fromFont(reportFont(10));
    // A system without fonts hands out a font of empty boxes: it has no character map.
    if (raw.isValid() && !raw.fontTable("cmap").isEmpty() && raw.supportsCharacter(QLatin1Char('A')))
        return {};
    return QCoreApplication::translate(
        "Report", "No font with letters was found, so the PDF would be blank. Install a font such as DejaVu Sans.");
}

} // namespace rightrig
