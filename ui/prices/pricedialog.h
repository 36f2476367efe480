// One price typed by hand: of a machine that the catalogue knows, in place of a price it has or beside them.
#pragma once

#include "models/domain/priceimport.h"
#include "ui/prices/pricefields.h"

#include <QDate>
#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;

namespace rightrig {

class PriceDialog : public QDialog
{
    Q_OBJECT
public:
    /// `all`: the catalogue with the user's own prices.
    PriceDialog(std::shared_ptr<const Catalog> all, QDate today, QWidget* parent = nullptr);
    void showPrice(int machineIndex, int offer); ///< to be changed; indices into the catalogue
    /// What was typed, as if a file of one line had been read. Meaningful once accepted.
    [[nodiscard]] const ImportPlan& plan() const { return m_plan; }

private:
    void setUpMachines();
    void setUpButtons();
    [[nodiscard]] int machine() const; ///< index; -1 while the name fits none
    void showOffers();
    void showOffer();
    [[nodiscard]] PriceRow typed() const;
    void acceptIfRight();
    [[nodiscard]] QString problemOf();

    std::shared_ptr<const Catalog> m_all;
    ImportPlan m_plan;
    QComboBox *m_machine, *m_offer;
    PriceFields m_fields;
    QLabel* m_problem;
};

} // namespace rightrig
