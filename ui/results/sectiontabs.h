// Tabs that are as high as the page on top, not as the highest one, and tell when one comes up.
#pragma once

#include <QList>
#include <QWidget>

class QTabBar;
class QVBoxLayout;

namespace rightrig {

class SectionTabs : public QWidget
{
    Q_OBJECT
public:
    explicit SectionTabs(QWidget* parent = nullptr);
    void add(const QString& title, QWidget* page);
    void setCurrent(int index);
    [[nodiscard]] int current() const;
    [[nodiscard]] QWidget* page(int index) const;

Q_SIGNALS:
    void currentChanged(int index);

private:
    void bringUp(int index);

    QTabBar* m_bar;
    QVBoxLayout* m_box;
    QList<QWidget*> m_pages;
};

} // namespace rightrig
