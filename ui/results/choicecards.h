// The next best options, side by side. A click shows one everywhere on the page.
#pragma once

#include "ui/results/shown.h"

#include <QList>

class QLabel;
class QPushButton;

namespace rightrig {

class MarkedList;
class TitledCard;

class ChoiceCards : public ResultsPart
{
    Q_OBJECT
public:
    explicit ChoiceCards(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& shown) override;
    [[nodiscard]] QString shownText() const;

private:
    struct Card
    {
        TitledCard* frame = nullptr;
        QLabel* kind = nullptr;
        QLabel* numbers = nullptr;
        MarkedList* lines = nullptr;
        QPushButton* show = nullptr;
        int option = -1;
    };
    Card makeCard(int number);
    static void fill(Card& card, const Choice& choice, const Shown& shown);

    QLabel* m_title;
    QList<Card> m_cards;
};

} // namespace rightrig
