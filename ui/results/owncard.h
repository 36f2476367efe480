// "Your computer" on the answer page: measured or estimated, what holds it back, what would help, and until when it is enough.
#pragma once

#include "ui/results/shown.h"

namespace rightrig {

class MarkedList;
class TitledCard;

class OwnCard : public ResultsPart
{
    Q_OBJECT
public:
    explicit OwnCard(QWidget* parent = nullptr);
    void present(const Shown& shown) override;
    void select(const Shown& /*shown*/) override { }

private:
    TitledCard* m_card;
    MarkedList* m_list;
};

} // namespace rightrig
