// The forms of pages 2, 3, 5 (without the machines), 6 and 7: made of fields only.
#pragma once

#include "ui/forms/fieldform.h"

class QComboBox;
class QLabel;

namespace rightrig {

class Collapsible;

/// Page 2: how far, with how much data.
class DepthForm : public FieldForm
{
    Q_OBJECT
public:
    explicit DepthForm(const FormContext& context, QWidget* parent = nullptr);

protected:
    void refresh(const Answers& answers) override;

private:
    ChoiceGroup* m_words;
    QList<Field> m_exactFields;
    QList<NumberEdit*> m_exact;
    QFormLayout* m_rows;
    Collapsible* m_more;
    QLabel* m_note;
};

/// Page 3: how often, how long, and whether settings are searched for.
class RhythmForm : public FieldForm
{
    Q_OBJECT
public:
    explicit RhythmForm(const FormContext& context, QWidget* parent = nullptr);
};

/// Page 5, upper part: money now, money each month, and for how long.
class MoneyForm : public FieldForm
{
    Q_OBJECT
public:
    explicit MoneyForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;

protected:
    void refresh(const Answers& answers) override;

private:
    QComboBox* m_currency;
    QList<NumberEdit*> m_amounts;
    bool m_picked = false;
};

/// Page 6: where, with which system, and for what else.
class PlaceForm : public FieldForm
{
    Q_OBJECT
public:
    explicit PlaceForm(const FormContext& context, QWidget* parent = nullptr);
};

/// Page 7: what is free, and what is not allowed.
class FreeForm : public FieldForm
{
    Q_OBJECT
public:
    explicit FreeForm(const FormContext& context, QWidget* parent = nullptr);

protected:
    void refresh(const Answers& answers) override;

private:
    NumberEdit* m_credits;
};

} // namespace rightrig
