#include "ui/forms/goalsform.h"

#include "ui/forms/card.h"
#include "ui/forms/flowlayout.h"

#include <QGroupBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

QString assumedGoals(const FormContext& context)
{
    QStringList names;
    const QList<AnswerChoice> choices = goalChoices();
    for (const Goal goal : context.defaults.goals)
        names.append(choices.value(int(goal)).text.toLower());
    return names.join(QStringLiteral(", "));
}

} // namespace

GoalsForm::GoalsForm(const FormContext& context, QWidget* parent) : Form(parent), m_context(context)
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    auto* group = new QGroupBox(tr("Choose one or more"), this);
    setName(*group, QStringLiteral("goals"));
    auto* flow = new FlowLayout(20, 3, group);
    flow->setSpacing(8);
    for (const AnswerChoice& choice : goalChoices()) {
        auto* card = new CheckCard(choice, group);
        card->setObjectName(choice.icon + QStringLiteral("QCheckBox"));
        const Goal goal = static_cast<Goal>(static_cast<int>(choice.value));
        connect(card, &QCheckBox::toggled, this, [this, goal](bool on) { toggle(goal, on); });
        m_cards.append(card);
        flow->addWidget(card);
    }
    m_unsure = new CheckCard({0, tr("I'm not sure (we assume: %1)").arg(assumedGoals(m_context)), {}, {}}, this);
    m_unsure->setObjectName(QStringLiteral("goalsUnsureQCheckBox"));
    connect(m_unsure, &QCheckBox::clicked, this, &GoalsForm::clear);
    box->addWidget(group);
    box->addWidget(m_unsure);
    auto* course = new QPushButton(tr("I have a course file..."), this);
    setName(*course, QStringLiteral("courseFile"));
    course->setToolTip(tr("Your teacher may have given you one. It answers some questions for you."));
    connect(course, &QPushButton::clicked, this, &GoalsForm::courseWanted);
    box->addWidget(course, 0, Qt::AlignLeft);
    show();
}

void GoalsForm::load(const Answers& answers)
{
    m_goals = answers.goals;
    show();
}

void GoalsForm::save(Answers& answers) const
{
    if (answers.goals == m_goals)
        return;
    const Field size = fields::dataWords(m_context);
    const std::optional<double> words = size.get(answers);
    answers.goals = m_goals;
    if (words && *words >= 0.0)
        size.set(answers, words); // "a spreadsheet" means other numbers for other goals
}

void GoalsForm::setFixed(const Answers& fixed)
{
    m_fixed = fixed.goals.has_value();
    setVisible(!m_fixed);
}

void GoalsForm::toggle(Goal goal, bool on)
{
    std::vector<Goal> goals = m_goals.value_or(std::vector<Goal>());
    std::erase(goals, goal);
    if (on)
        goals.push_back(goal);
    m_goals = goals.empty() ? std::nullopt : std::optional(goals);
    show();
    Q_EMIT changed();
}

void GoalsForm::clear()
{
    m_goals.reset();
    show();
    Q_EMIT changed();
}

void GoalsForm::show()
{
    for (int i = 0; i < m_cards.size(); ++i) {
        const QSignalBlocker quiet(m_cards[i]);
        const Goal goal = static_cast<Goal>(i);
        m_cards[i]->setChecked(m_goals && std::find(m_goals->begin(), m_goals->end(), goal) != m_goals->end());
    }
    m_unsure->setChecked(!m_goals);
}

} // namespace rightrig
