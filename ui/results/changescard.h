// What would change the answer, and how the machines from the shop did.
#pragma once

#include "ui/results/shown.h"

#include <QList>

class QPushButton;
class QVBoxLayout;

namespace rightrig {

class MarkedList;
class TitledCard;

class ChangesCard : public ResultsPart
{
    Q_OBJECT
public:
    explicit ChangesCard(QWidget* parent = nullptr);
    void present(const Shown& shown) override; ///< until showChanges() it says that it is looking
    void select(const Shown& /*shown*/) override { }
    void showChanges(const std::vector<WouldChange>& changes, CurrencyCode currency);

private:
    MarkedList* m_list;
};

class CandidatesCard : public ResultsPart
{
    Q_OBJECT
public:
    explicit CandidatesCard(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& /*shown*/) override { }

private:
    QPushButton* button(int number);

    TitledCard* m_card;
    MarkedList* m_list;
    QList<QPushButton*> m_buttons;
    QList<int> m_options;
};

} // namespace rightrig
