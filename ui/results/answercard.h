// The answer: one big sentence, how sure it is, why, what it cannot do, and what to try first for free.
#pragma once

#include "ui/results/shown.h"

class QLabel;
class QPushButton;

namespace rightrig {

class MarkedList;
class TitledCard;

class AnswerCard : public ResultsPart
{
    Q_OBJECT
public:
    explicit AnswerCard(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& /*shown*/) override { } // the answer stays the answer
    [[nodiscard]] QString shownText() const;         ///< everything in words, for the glossary

Q_SIGNALS:
    void wordsRequested();

private:
    void setUpHead(TitledCard& card);
    void setUpLists(TitledCard& card);
    void presentNone(const Shown& shown);

    QLabel* m_headline;
    QLabel* m_numbers;
    QLabel* m_method;
    MarkedList* m_reasons;
    MarkedList* m_drawbacks;
    MarkedList* m_firstTry;
    QLabel* m_firstTryTitle;
    QLabel* m_issuesTitle; ///< answers that contradict each other
    MarkedList* m_issues;
    QPushButton* m_words;
};

/// Free ways to start: sentences, best first, at most two. Also used where nothing fits.
[[nodiscard]] QStringList freeFirst(const Shown& shown);
/// "All runs of a week: about 4.4 h (2.2-8.7 h). To pay now: 630 USD. Cost in 24 months: about 450 USD (380-600)."
[[nodiscard]] QString numbersLine(const Option& option, const Results& results);

} // namespace rightrig
