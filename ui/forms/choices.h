// The questions as data: what can be chosen, and where in the answers it is kept. Wizard pages and the check page share them.
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/planner.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace rightrig {

struct AnswerChoice
{
    double value = 0.0;
    QString text, detail, icon; ///< icon: file name in resources/icons without ending
};

/// One question with one number (or one enum value) as its answer. Empty means "not sure".
struct Field
{
    QString name;     ///< for object names: letters only
    QString question; ///< shown as title or label
    QList<AnswerChoice> choices;
    QString unit;
    double least = 0.0, most = 0.0; ///< of a typed number
    bool whole = false;
    std::function<std::optional<double>(const Answers&)> get;
    std::function<void(Answers&, std::optional<double>)> set;
    std::function<std::optional<double>(const Settled&)> assumed; ///< the default; null: see assumedText
    QString assumedText = {};                                     ///< what is assumed, where it is not one number
};

/// What forms need to know besides the answers. Made once by the main window.
struct FormContext
{
    std::shared_ptr<const Catalog> catalog;
    Settled defaults; ///< settle() of no answers at all: what "I'm not sure" stands for
};

namespace fields {
[[nodiscard]] Field depth();
[[nodiscard]] Field dataWords(const FormContext& context);
[[nodiscard]] Field runsPerWeek();
[[nodiscard]] Field patience();
[[nodiscard]] Field tuning();
[[nodiscard]] Field budgetUpfront(const FormContext& context);
[[nodiscard]] Field budgetMonthly(const FormContext& context);
[[nodiscard]] Field horizon();
[[nodiscard]] Field portability();
[[nodiscard]] Field operatingSystem();
[[nodiscard]] Field otherUses();
[[nodiscard]] Field lab();
[[nodiscard]] Field gpuServer();
[[nodiscard]] Field loanLaptop();
[[nodiscard]] Field credits(const FormContext& context);
[[nodiscard]] Field internet();
[[nodiscard]] Field privateData();
[[nodiscard]] Field priority();
/// The exact numbers of page 2; which of them concern these goals: dataFieldFor().
[[nodiscard]] QList<Field> dataNumbers();
[[nodiscard]] bool concerns(const Field& dataNumber, const std::vector<Goal>& goals);
} // namespace fields

[[nodiscard]] QList<AnswerChoice> goalChoices();
[[nodiscard]] QList<AnswerChoice> computerKindChoices();
[[nodiscard]] QList<AnswerChoice> formFactorChoices();
[[nodiscard]] QList<AnswerChoice> machineOsChoices();
[[nodiscard]] QString sampleWord(SampleUnit unit); ///< "rows", "images", ...
/// The chosen goals, or the ones assumed while nothing is chosen.
[[nodiscard]] std::vector<Goal> goalsOf(const Answers& answers, const FormContext& context);
/// The words for a value: the matching choice, or the number with its unit.
[[nodiscard]] QString choiceText(const Field& field, std::optional<double> value);
/// "I'm not sure (we assume: a few times a week)"
[[nodiscard]] QString unsureText(const Field& field, const Settled& defaults);
/// The currency money is asked in: of the answers' own amounts, else of the country, else US dollars.
[[nodiscard]] CurrencyCode currencyOf(const Answers& answers, const Catalog& catalog);

} // namespace rightrig
