#include "ui/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace rightrig {

namespace {

constexpr int smallestTarget = 26; // WCAG 2.5.8 asks for 24
constexpr double radius = 6.0;

int lineHeight(const QStyleOption* option, const QWidget* widget)
{
    if (option != nullptr)
        return option->fontMetrics.height();
    return widget != nullptr ? widget->fontMetrics().height() : smallestTarget - 8;
}

bool has(const QStyleOption* option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

QColor borderOf(const QStyleOption* option)
{
    const bool accent = has(option, QStyle::State_HasFocus) || has(option, QStyle::State_On);
    return option->palette.color(accent && has(option, QStyle::State_Enabled) ? QPalette::Highlight : QPalette::Mid);
}

void drawBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border, double width, double corner = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, width));
    painter->setBrush(fill);
    const double inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void drawField(const QStyleOption* option, QPainter* painter)
{
    const bool focus = has(option, QStyle::State_HasFocus);
    drawBox(painter, option->rect, option->palette.color(QPalette::Base), borderOf(option), focus ? 2.0 : 1.0);
}

void drawIndicator(const QStyleOption* option, QPainter* painter, bool round)
{
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = has(option, QStyle::State_On);
    const QColor accent = option->palette.color(QPalette::Highlight);
    const QColor border = on ? accent : option->palette.color(QPalette::Mid);
    drawBox(painter, rect, on && !round ? accent : option->palette.color(QPalette::Base), border, on ? 2.0 : 1.5,
        round ? rect.width() / 2 : 4.0);
    if (!on)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawEllipse(rect.center(), rect.width() * 0.27, rect.width() * 0.27);
    } else {
        painter->setPen(
            QPen(option->palette.color(QPalette::HighlightedText), rect.width() * 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&rect](double x, double y) { return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()); };
        painter->drawPolyline(QPolygonF({at(0.24, 0.54), at(0.42, 0.72), at(0.77, 0.30)}));
    }
    painter->restore();
}

bool isPrimary(const QWidget* widget) { return widget != nullptr && widget->property("primary").toBool(); }

void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget, bool raised)
{
    const QPalette& palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    QColor fill = palette.color(raised ? QPalette::Button : QPalette::Window);
    if (isPrimary(widget) && enabled)
        fill = palette.color(QPalette::Highlight);
    else if (down || has(option, QStyle::State_MouseOver))
        fill = palette.color(QPalette::AlternateBase);
    const bool focus = has(option, QStyle::State_HasFocus) && enabled;
    const QColor ring = palette.color(isPrimary(widget) ? QPalette::WindowText : QPalette::Highlight);
    const QColor border = focus ? ring : isPrimary(widget) && enabled ? fill : palette.color(QPalette::Mid);
    drawBox(painter, option->rect, fill, border, focus ? 2.5 : 1.0);
}

/// An arrow head as large as the text beside it, pointing down or, turned by -90 degrees, to the right.
void drawArrow(QPainter* painter, const QRectF& rect, const QColor& colour, int line, double turn = 0.0)
{
    const double side = std::min(rect.width(), rect.height());
    const double half = std::max(side * 0.22, std::min(side * 0.4, line * 0.22));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, std::max(1.8, line * 0.09), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(rect.center());
    painter->rotate(turn);
    painter->drawPolyline(QPolygonF({QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)}));
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("fusion")) { setObjectName(QStringLiteral("rightrig")); }

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(18, lineHeight(nullptr, widget));
    case PM_ButtonIconSize:
        return std::max(QProxyStyle::pixelMetric(metric, option, widget), lineHeight(nullptr, widget) * 4 / 5);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return std::max(14, QProxyStyle::pixelMetric(metric, option, widget));
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = lineHeight(option, widget);
    switch (type) {
    case CT_RadioButton:
    case CT_CheckBox:
        return result.expandedTo({smallestTarget, std::max(smallestTarget, line + 8)});
    case CT_ToolButton:
    case CT_MenuItem:
    case CT_MenuBarItem:
    case CT_ItemViewItem:
        return result.expandedTo({type == CT_ToolButton ? smallestTarget + 2 : 0, std::max(smallestTarget, line + 8)});
    case CT_PushButton:
        result.rwidth() += line;
        return result.expandedTo({smallestTarget, line + 16});
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        return result.expandedTo({0, std::max(smallestTarget, line + 12)});
    default:
        return result;
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl, const QWidget* widget) const
{
    QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_GroupBox && subControl == SC_GroupBoxLabel)
        rect = QRect(option->rect.left(), rect.top(), option->rect.width(), rect.height()); // titles are bold and need more room
    if (control == CC_GroupBox && subControl == SC_GroupBoxContents)
        rect.setLeft(option->rect.left());
    return rect;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorRadioButton:
        return drawIndicator(option, painter, true);
    case PE_IndicatorCheckBox:
        return drawIndicator(option, painter, false);
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame != nullptr && frame->lineWidth > 0)
            return drawField(option, painter);
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowRight:
        return drawArrow(painter, option->rect, option->palette.color(QPalette::WindowText), lineHeight(option, widget),
            element == PE_IndicatorArrowRight ? -90.0 : 0.0);
    case PE_FrameLineEdit:
    case PE_FrameGroupBox:
        return; // PE_PanelLineEdit has drawn it; a group is told by its bold title
    case PE_PanelButtonCommand:
        return drawButtonPanel(option, painter, widget, true);
    case PE_FrameFocusRect:
        if (widget != nullptr && widget->inherits("QPushButton"))
            return; // the panel shows it
        return drawBox(painter, option->rect, Qt::transparent, option->palette.color(QPalette::Highlight), 2.0, 4.0);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonLabel && button != nullptr && isPrimary(widget) && has(option, State_Enabled)) {
        QStyleOptionButton copy = *button;
        copy.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        drawField(option, painter);
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        return drawArrow(painter, arrow, option->palette.color(QPalette::ButtonText), lineHeight(option, widget));
    }
    painter->save();
    if (control == CC_GroupBox) {
        QFont font = painter->font();
        font.setBold(true);
        painter->setFont(font);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    painter->restore();
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    if (hint == SH_Widget_Animation_Duration)
        return 0; // nothing moves by itself
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // a system's black icons do not show in the dark
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace rightrig
