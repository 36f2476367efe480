// What stands on a computer's sticker, as fields: for the student's own computer and for machines in a shop.
#pragma once

#include "models/domain/catalog.h"

#include <QWidget>

class QFormLayout;

namespace rightrig {

class ChoiceCombo;
class NumberEdit;
class PartPicker;

class FactsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit FactsEditor(const Catalog& catalog, QWidget* parent = nullptr);
    void setFacts(const ComputerFacts& facts);
    /// The facts as shown; `kind` is left as it was set.
    [[nodiscard]] ComputerFacts facts() const;
    [[nodiscard]] QFormLayout* rows() const { return m_rows; }
    [[nodiscard]] bool isValid() const;

Q_SIGNALS:
    void edited();

private:
    void addRow(const QString& label, QWidget* widget, QWidget* buddy);

    ComputerFacts m_facts;
    QFormLayout* m_rows;
    ChoiceCombo* m_form;
    PartPicker* m_cpu;
    NumberEdit* m_ram;
    PartPicker* m_gpu;
    NumberEdit* m_vram;
    ChoiceCombo* m_os;
};

} // namespace rightrig
