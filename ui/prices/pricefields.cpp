#include "ui/prices/pricefields.h"

#include "models/qt/formatter.h"
#include "ui/forms/form.h"
#include "ui/forms/numberedit.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace rightrig {

namespace {

constexpr int longestText = 200;

struct PriceFieldsWords
{
    Q_DECLARE_TR_FUNCTIONS(PriceDialog)
};

} // namespace

PriceFields::PriceFields(const Catalog& all, QDate today, QWidget& parent)
    : amount(new NumberEdit(PriceFieldsWords::tr("Price"), {1e-6, 1e9, false}, {}, &parent))
    , currency(new QComboBox(&parent))
    , region(new QLineEdit(&parent))
    , source(new QLineEdit(&parent))
    , seen(new QDateEdit(today, &parent))
{
    for (const Currency& one : all.currencies)
        currency->addItem(plain(one.code.view(), 3));
    currency->model()->sort(0);
    currency->setCurrentText(QStringLiteral("USD"));
    region->setMaxLength(longestText);
    source->setMaxLength(longestText);
    source->setText(PriceFieldsWords::tr("typed in by hand"));
    seen->setMaximumDate(today);
    seen->setCalendarPopup(true);
}

void PriceFields::addTo(QFormLayout& rows) const
{
    addNamedRow(rows, PriceFieldsWords::tr("&Price"), *amount, QStringLiteral("amount"));
    addNamedRow(rows, PriceFieldsWords::tr("&Currency"), *currency, QStringLiteral("currency"));
    addNamedRow(rows, PriceFieldsWords::tr("&Region"), *region, QStringLiteral("region"));
    addNamedRow(rows, PriceFieldsWords::tr("&Seen on"), *seen, QStringLiteral("seen"));
    addNamedRow(rows, PriceFieldsWords::tr("W&here you saw it"), *source, QStringLiteral("source"));
}

void PriceFields::show(const PriceRow& row) const
{
    amount->setValue(row.price.amount);
    const QString code = plain(row.price.currency.view(), 3);
    if (currency->findText(code) < 0)
        currency->addItem(code);
    currency->setCurrentText(code);
    region->setText(plain(row.region));
    source->setText(plain(row.source.text));
    if (const QDate day = QDate::fromString(plain(row.source.asOf), Qt::ISODate); day.isValid())
        seen->setDate(day);
}

void PriceFields::save(PriceRow& row) const
{
    row.price = {*amount->value(), CurrencyCode(currency->currentText().toStdString())};
    row.region = typedText(*region);
    row.source = {typedText(*source), seen->date().toString(Qt::ISODate).toStdString()};
}

QString PriceFields::problem() const
{
    if (!amount->isValid() || !amount->value())
        return PriceFieldsWords::tr("Type the price as a number above 0.");
    return typedText(*source).empty() ? PriceFieldsWords::tr("Say where you saw the price.") : QString();
}

std::vector<PriceKind> priceKindsFor(MachineKind kind)
{
    if (kind == MachineKind::Cloud)
        return {PriceKind::OnDemand, PriceKind::Spot};
    return {PriceKind::Street, PriceKind::List, PriceKind::Used};
}

void addNamedRow(QFormLayout& rows, const QString& text, QWidget& field, const QString& stem)
{
    setName(field, stem);
    QString spoken = text;
    field.setAccessibleName(spoken.remove(QLatin1Char('&')));
    rows.addRow(text, &field);
    auto* number = qobject_cast<NumberEdit*>(&field);
    if (number == nullptr)
        return;
    number->edit()->setObjectName(stem + QStringLiteral("QLineEdit"));
    if (auto* label = qobject_cast<QLabel*>(rows.labelForField(&field)))
        label->setBuddy(number->edit());
}

QLabel* makeProblemLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    setName(*label, QStringLiteral("problem"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

std::string typedText(const QLineEdit& edit) { return plain(edit.text().trimmed().toStdString()).toStdString(); }

} // namespace rightrig
