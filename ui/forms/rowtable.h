// A table of rows: as high as they are, up to a limit; sorted by a click on a heading; rows can be copied.
#pragma once

#include "models/qt/rowmodel.h"

#include <QTableView>

namespace rightrig {

class RowTable : public QTableView
{
    Q_OBJECT
public:
    /// Without `sorts` rows stay as they come: for lists that may be very long.
    RowTable(const QString& stem, const QString& spoken, const QStringList& headers, bool sorts, QWidget* parent);
    void setRows(Rows rows);
    void setHeaders(const QStringList& headers); ///< other columns, in no order yet; before setRows()
    [[nodiscard]] int selectedRow() const;       ///< the number given to Rows; -1 if none is selected
    [[nodiscard]] int rows() const;

Q_SIGNALS:
    void rowSelected();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();

    RowModel* m_model;
    RowProxy* m_proxy = nullptr;
};

} // namespace rightrig
