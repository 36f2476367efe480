// The fields that every typed price has, as rows of a form.
#pragma once

#include "models/domain/ownprices.h"

#include <QDate>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace rightrig {

class NumberEdit;

struct PriceFields
{
    PriceFields(const Catalog& all, QDate today, QWidget& parent);
    /// Amount, currency, region, day and source, in this order.
    void addTo(QFormLayout& rows) const;
    void show(const PriceRow& row) const;
    /// Into amount, region and source of the row; the amount must be there (see problem()).
    void save(PriceRow& row) const;
    [[nodiscard]] QString problem() const; ///< one sentence; empty if all is well

    NumberEdit* amount;
    QComboBox* currency;
    QLineEdit *region, *source;
    QDateEdit* seen;
};

/// Which prices such a machine can have, the usual one first.
[[nodiscard]] std::vector<PriceKind> priceKindsFor(MachineKind kind);
/// Adds the row with names for tests and screen readers; an "&" in `text` marks its key.
void addNamedRow(QFormLayout& rows, const QString& text, QWidget& field, const QString& stem);
/// Where a dialog says what is wrong; hidden while it says nothing.
[[nodiscard]] QLabel* makeProblemLabel(QWidget* parent);
/// A typed text without its outer blanks, as it may be kept.
[[nodiscard]] std::string typedText(const QLineEdit& edit);

} // namespace rightrig
