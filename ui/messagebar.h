// One message above the page: news or a problem, with at most two things to do about it. Never modal.
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace rightrig {

struct MessageAction
{
    QString text;
    std::function<void()> run;
};

class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum Kind { News, Problem };
    explicit MessageBar(QWidget* parent = nullptr);
    /// Plain text. The bar closes when an action is pressed.
    void showMessage(Kind kind, const QString& text, const QList<MessageAction>& actions = {});
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }
    void dismiss();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addAction(const MessageAction& action);
    [[nodiscard]] QColor ground() const;

    Kind m_kind = News;
    QHBoxLayout* m_row;
    QLabel* m_text;
    QToolButton* m_close;
    QList<QWidget*> m_actions;
};

} // namespace rightrig
