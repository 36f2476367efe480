// A judged class on the screen: headline, charts with their tables, every student, and what one thing would change.
#pragma once

#include "models/qt/judgedclass.h"
#include "ui/charts/classcharts.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace rightrig {

class ClassChartView;
class MarkedList;
class RowTable;

class ClassView : public QWidget
{
    Q_OBJECT
public:
    explicit ClassView(QWidget* parent = nullptr);
    void present(const std::shared_ptr<const JudgedClass>& judged, const Catalog& catalog);

Q_SIGNALS:
    void rushChanged(double share); ///< of the work in the last days before a deadline, 0 to 1

private:
    QLabel* addHeading(const QString& name, const QString& text);
    void addRush();
    void showMatrix(const std::shared_ptr<const JudgedClass>& judged);
    void showNotes(const JudgedClass& judged, const Catalog& catalog);

    QVBoxLayout* m_column;
    QLabel *m_summary = nullptr, *m_weeksHeading = nullptr, *m_changeHeading = nullptr;
    QWidget* m_rushRow = nullptr;
    QSpinBox* m_rush = nullptr;
    ClassChartView *m_students = nullptr, *m_weeks = nullptr;
    RowTable *m_tally = nullptr, *m_weekTable = nullptr, *m_matrix = nullptr;
    QStringList m_matrixHeaders;
    MarkedList *m_changes = nullptr, *m_notes = nullptr;
};

} // namespace rightrig
