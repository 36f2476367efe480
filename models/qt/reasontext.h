// Reason codes -> sentences of at most 20 words, through tr(). No other file words a result.
#pragma once

#include "models/domain/recommender.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace rightrig {

[[nodiscard]] QString reasonText(const Reason& reason, CurrencyCode currency);
[[nodiscard]] QStringList reasonTexts(const std::vector<Reason>& reasons, CurrencyCode currency); ///< without repeats
[[nodiscard]] const Option* optionAt(const Results& results, int index);                          ///< null if there is none
[[nodiscard]] bool findsNothing(const Results& results);                                          ///< true if nothing fits the answers
[[nodiscard]] QString headline(const Results& results);     ///< "Keep your laptop. Your biggest job takes about 25 min (15-45 min)."
[[nodiscard]] QString optionName(const Option& option);     ///< plain text inside a sentence; says so if the user added the machine
[[nodiscard]] QString bareOptionName(const Option& option); ///< the name alone, for programs
[[nodiscard]] QString optionTitle(const Option& option);    ///< the name where it begins a line or a cell: "Own computer"
[[nodiscard]] QString capitalised(QString text);            ///< its first letter in upper case
[[nodiscard]] QString kindText(OptionKind kind);            ///< "Keep what you have", "Rent", ...
[[nodiscard]] QString fitText(Fit fit);                     ///< "runs", "tight", "does not fit", "unknown"
[[nodiscard]] QString methodText(Method method);
[[nodiscard]] QString confidenceText(Confidence confidence);
[[nodiscard]] QString verdictText(const CandidateVerdict& verdict, const Results& results);
[[nodiscard]] QString wouldChangeText(const WouldChange& change, CurrencyCode currency);
[[nodiscard]] QString wouldChangeIf(const WouldChange& change); ///< "budget.upfront >= 1400 USD", for JSON
[[nodiscard]] QString assumedText(const Assumed& assumed);      ///< "We assume 3 runs a week."
[[nodiscard]] QString issueText(const AnswerIssue& issue);
/// Each sentence once, with the part or machine it is about in front: "Your processor: We do not know this part."
[[nodiscard]] QStringList issueTexts(const std::vector<AnswerIssue>& issues, const Answers& answers);
[[nodiscard]] QString priceText(const Option& option);           ///< "0.53 USD an hour", "free", "unknown"
[[nodiscard]] QString breakEvenText(const Results& results);     ///< "Renting is cheaper below 9 hours a week."; empty if none
[[nodiscard]] QString adjustmentText(std::uint16_t adjustments); ///< "A power limit holds it back."; empty if none
/// Misconceptions (research notes) that concern this option; plain sentences.
[[nodiscard]] QStringList honestNotes(const Option& option, const Results& results, const Catalog& catalog);
/// What to ask about each thing the school offers, and what its credits do; empty if it offers nothing.
[[nodiscard]] QStringList schoolNotes(const Results& results);

/// What to do where nothing fits.
[[nodiscard]] QStringList nothingFitsNotes();

} // namespace rightrig
