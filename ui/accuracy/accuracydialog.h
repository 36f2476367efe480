// "How accurate are these numbers?": tables by kind of job and machine, a calibration chart, and every published run behind them.
#pragma once

#include "models/domain/accuracy.h"
#include "models/qt/calibration.h"

#include <QDialog>

#include <memory>

class QTableView;
class QTableWidget;
class QVBoxLayout;

namespace rightrig {

class CheckpointModel;
class CheckpointProxy;
class PlainChartView;

class AccuracyDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AccuracyDialog(const std::shared_ptr<const Catalog>& catalog, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void setUpBody();
    void addNotes(const AccuracyReport& report);
    void addTables(const AccuracyReport& report);
    void addChart();
    void addList(const std::shared_ptr<const Catalog>& catalog, const AccuracyReport& report);
    void restyle();
    void fitColumns();

    CalibrationChart m_calibration;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_box = nullptr;
    PlainChartView* m_chart = nullptr;
    QTableView* m_list = nullptr;
    CheckpointModel* m_model;
    CheckpointProxy* m_proxy;
    bool m_fitted = false;
};

/// Opens the dialog over `parent`; it frees itself when closed.
void showAccuracy(QWidget* parent, const std::shared_ptr<const Catalog>& catalog);

} // namespace rightrig
