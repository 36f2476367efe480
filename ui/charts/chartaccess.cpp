#include "ui/charts/chartaccess.h"

#include "ui/charts/costtimeview.h"

#include <QAccessibleWidget>

namespace rightrig {
namespace {

class ChartAccess : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit ChartAccess(CostTimeView* view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) { }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_view->spoken() : QAccessibleWidget::text(kind);
    }
    // the graphics items inside are drawing, not content
    int childCount() const override { return 0; }
    QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    void* interface_cast(QAccessible::InterfaceType kind) override
    {
        return kind == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(kind);
    }
    QVariant currentValue() const override { return m_view->focusedPoint(); }
    void setCurrentValue(const QVariant& value) override { m_view->focusPoint(value.toInt()); }
    QVariant maximumValue() const override { return static_cast<int>(m_view->data().points.size()) - 1; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    CostTimeView* m_view;
};

QAccessibleInterface* makeAccess(const QString& /*key*/, QObject* object)
{
    auto* view = qobject_cast<CostTimeView*>(object);
    return view ? new ChartAccess(view) : nullptr; // Qt's accessibility cache owns it
}

} // namespace

void installChartAccess()
{
    // A static makes it happen once, however many charts ask for it.
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
}

} // namespace rightrig
