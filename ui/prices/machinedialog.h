// A machine typed by hand that the catalogue lacks: what it is made of, and one price.
#pragma once

#include "models/domain/priceimport.h"
#include "ui/prices/pricefields.h"

#include <QDialog>

#include <memory>

namespace rightrig {

class PartPicker;

class MachineDialog : public QDialog
{
    Q_OBJECT
public:
    /// `all`: the catalogue with the user's own machines, without the one that is edited.
    MachineDialog(std::shared_ptr<const Catalog> all, QDate today, QWidget* parent = nullptr);
    void showMachine(const PriceRow& row);                      ///< to be changed; what is bought stays bought, what is rented stays rented
    [[nodiscard]] const PriceRow& row() const { return m_row; } ///< as typed and checked. Meaningful once accepted.

private:
    void setUpRows();
    void setUpButtons();
    void showKind(); ///< only the rows that go with the kind of machine
    [[nodiscard]] MachineKind kind() const;
    [[nodiscard]] PriceRow typed() const;
    [[nodiscard]] QString partProblem(const PriceRow& row) const;
    [[nodiscard]] QString problemOf();
    void acceptIfRight();

    std::shared_ptr<const Catalog> m_all;
    PriceRow m_row;
    QFormLayout* m_rows;
    QLineEdit *m_name, *m_provider;
    QComboBox *m_kind, *m_priceKind;
    PartPicker *m_cpu, *m_gpu;
    NumberEdit *m_ram, *m_count, *m_vram, *m_tgp, *m_vcpus;
    PriceFields m_fields;
    QLabel* m_problem;
};

} // namespace rightrig
