// Page 5, lower part: "I'm looking at these machines", at most six.
#pragma once

#include "ui/forms/form.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace rightrig {

constexpr int mostCandidates = 6;

class CandidatesForm : public Form
{
    Q_OBJECT
public:
    explicit CandidatesForm(const FormContext& context, QWidget* parent = nullptr);
    void load(const Answers& answers) override;
    void save(Answers& answers) const override;

Q_SIGNALS:
    void removed(const QString& name); ///< the window offers undo

private:
    void setUpButtons();
    void edit(int row); ///< -1: a new one
    void removeCurrent();
    void show();

    FormContext m_context;
    Answers m_answers;
    QListWidget* m_list;
    QLabel* m_hint;
    QPushButton *m_add, *m_edit, *m_remove;
};

} // namespace rightrig
