#include "ui/forms/card.h"

#include "ui/forms/icons.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace rightrig::cards {

namespace {

struct Measures
{
    int pad, icon, indicator, text;
};

Measures measures(const QAbstractButton& button, int width)
{
    const int line = button.fontMetrics().height();
    const int pad = line * 2 / 3;
    return {pad, line * 5 / 2, std::max(18, line), width - 2 * pad};
}

QFont titleFont(const QAbstractButton& button)
{
    QFont font = button.font();
    font.setBold(true);
    return font;
}

QFont detailFont(const QAbstractButton& button)
{
    QFont font = button.font();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

constexpr int titleFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextShowMnemonic;
constexpr int detailFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

int textHeight(const QFont& font, int width, const QString& text, int flags)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), flags, text).height();
}

/// A tenth of `tint` over `base`.
QColor mixed(const QColor& base, const QColor& tint)
{
    const auto mix = [](int a, int b) { return (a * 9 + b) / 10; };
    return {mix(base.red(), tint.red()), mix(base.green(), tint.green()), mix(base.blue(), tint.blue())};
}

void paintFrame(QPainter& painter, const QAbstractButton& button)
{
    const QPalette& palette = button.palette();
    const bool on = button.isChecked();
    const QColor accent = palette.color(QPalette::Highlight);
    QColor fill = palette.color(button.underMouse() && !on ? QPalette::AlternateBase : QPalette::Base);
    if (on)
        fill = mixed(fill, accent);
    const double width = on ? 2.0 : 1.0;
    painter.setPen(QPen(on ? accent : palette.color(QPalette::Mid), width));
    painter.setBrush(fill);
    const QRectF rect = QRectF(button.rect()).adjusted(3, 3, -3, -3); // room for the focus ring
    painter.drawRoundedRect(rect, 9, 9);
    if (button.hasFocus()) {
        painter.setPen(QPen(accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 11, 11);
    }
}

void paintIndicator(QPainter& painter, QAbstractButton& button, const QRect& rect, bool round)
{
    QStyleOptionButton option;
    option.initFrom(&button);
    option.state.setFlag(QStyle::State_On, button.isChecked());
    option.state.setFlag(QStyle::State_HasFocus, false);
    option.rect = rect;
    button.style()->drawPrimitive(round ? QStyle::PE_IndicatorRadioButton : QStyle::PE_IndicatorCheckBox, &option, &painter, &button);
}

/// A line: indicator, then wrapped text.
constexpr int lineGap = 8;
constexpr int linePad = 4;

int lineTextLeft(const QAbstractButton& button) { return linePad + std::max(18, button.fontMetrics().height()) + lineGap; }

void paintLine(QPainter& painter, QAbstractButton& button, bool round)
{
    const int side = std::max(18, button.fontMetrics().height());
    const int left = lineTextLeft(button);
    const bool mirrored = button.layoutDirection() == Qt::RightToLeft;
    paintIndicator(painter, button, {mirrored ? button.width() - linePad - side : linePad, linePad, side, side}, round);
    const QRect text(mirrored ? linePad : left, linePad, button.width() - left - linePad, button.height() - 2 * linePad);
    painter.setPen(button.palette().color(button.isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(text, titleFlags, button.text());
    if (!button.hasFocus())
        return;
    painter.setPen(QPen(button.palette().color(QPalette::Highlight), 2.0));
    painter.setBrush(Qt::NoBrush);
    const double ring = std::min(button.width(), button.sizeHint().width() + linePad);
    painter.drawRoundedRect(QRectF(mirrored ? button.width() - ring : 0, 0, ring, button.height()).adjusted(1, 1, -1, -1), 5, 5);
}

void paintTexts(QPainter& painter, const QAbstractButton& button, const QString& detail, const Measures& m)
{
    QRect text(m.pad, m.pad + m.icon + m.pad / 2, m.text, button.height());
    painter.setPen(button.palette().color(QPalette::Text));
    painter.setFont(titleFont(button));
    painter.drawText(text, titleFlags, button.text());
    text.translate(0, textHeight(titleFont(button), m.text, button.text(), titleFlags) + 2);
    painter.setPen(button.palette().color(QPalette::PlaceholderText));
    painter.setFont(detailFont(button));
    painter.drawText(text, detailFlags, detail);
}

} // namespace

int heightFor(const QAbstractButton& button, const AnswerChoice& choice, int width)
{
    if (choice.icon.isEmpty()) {
        const int text = textHeight(button.font(), width - lineTextLeft(button) - linePad, button.text(), titleFlags);
        return std::max(26, std::max(18, text) + 2 * linePad);
    }
    const Measures m = measures(button, width);
    const int title = textHeight(titleFont(button), m.text, button.text(), titleFlags);
    const int more = textHeight(detailFont(button), m.text, choice.detail, detailFlags);
    return m.pad + m.icon + m.pad / 2 + title + (more > 0 ? 2 + more : 0) + m.pad;
}

QSize sizeHint(const QAbstractButton& button, const AnswerChoice& choice)
{
    int width = 140;
    if (choice.icon.isEmpty())
        width = lineTextLeft(button) + linePad + 2 + button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
    return {width, heightFor(button, choice, width)};
}

void paint(QAbstractButton& button, const AnswerChoice& choice, bool round)
{
    QPainter painter(&button);
    painter.setRenderHint(QPainter::Antialiasing);
    if (choice.icon.isEmpty())
        return paintLine(painter, button, round);
    const Measures m = measures(button, button.width());
    paintFrame(painter, button);
    const QColor ink = button.palette().color(button.isChecked() ? QPalette::Highlight : QPalette::PlaceholderText);
    const bool mirrored = button.layoutDirection() == Qt::RightToLeft;
    const int right = button.width() - m.pad - m.indicator;
    const QPixmap picture = iconPixmap(choice.icon, m.icon, ink, button.devicePixelRatioF());
    painter.drawPixmap(mirrored ? button.width() - m.pad - m.icon : m.pad, m.pad, picture);
    paintIndicator(painter, button, {mirrored ? m.pad : right, m.pad, m.indicator, m.indicator}, round);
    paintTexts(painter, button, choice.detail, m);
}

} // namespace rightrig::cards
