// A part of a page that is folded away until somebody wants it ("Exact numbers").
#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace rightrig {

class Collapsible : public QWidget
{
    Q_OBJECT
public:
    Collapsible(const QString& title, const QString& stem, QWidget* parent = nullptr);
    void setContent(QWidget* content); ///< takes it over
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

private:
    QToolButton* m_button;
    QVBoxLayout* m_box;
    QWidget* m_content = nullptr;
};

} // namespace rightrig
