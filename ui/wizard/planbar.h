// Above every page while the prices of an opened plan count instead of today's: says so, and leads back. Hidden otherwise.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace rightrig {

class PlanBar : public QFrame
{
    Q_OBJECT
public:
    explicit PlanBar(QWidget* parent = nullptr);
    void showNote(const QString& note); ///< plain text; empty hides the bar
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void detailsWanted();
    void todayWanted();

private:
    QLabel* m_note;
    QPushButton *m_details, *m_today;
};

} // namespace rightrig
