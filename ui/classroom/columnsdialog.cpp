#include "ui/classroom/columnsdialog.h"

#include "models/qt/formatter.h"
#include "ui/forms/rowtable.h"
#include "ui/results/parts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rightrig {
namespace {

constexpr std::size_t longestHeading = 60;

/// Members of a mapping, in the order in which they are asked for, with what they mean.
QList<std::pair<QString, QString>> members()
{
    return {{QStringLiteral("id"), ColumnsDialog::tr("ID (needed)")}, {QStringLiteral("name"), ColumnsDialog::tr("Name")},
        {QStringLiteral("first_name"), ColumnsDialog::tr("First name")}, {QStringLiteral("last_name"), ColumnsDialog::tr("Last name")},
        {QStringLiteral("email"), ColumnsDialog::tr("E-mail")}, {QStringLiteral("form"), ColumnsDialog::tr("Laptop or desktop")},
        {QStringLiteral("cpu"), ColumnsDialog::tr("Processor")}, {QStringLiteral("ram_gib"), ColumnsDialog::tr("Memory (GB)")},
        {QStringLiteral("gpu"), ColumnsDialog::tr("Graphics card")},
        {QStringLiteral("vram_gib"), ColumnsDialog::tr("Graphics memory (GB)")},
        {QStringLiteral("os"), ColumnsDialog::tr("Operating system")}, {QStringLiteral("profile"), ColumnsDialog::tr("Machine profile")}};
}

QString shownHeading(const QString& heading) { return plain(heading.toStdString(), longestHeading); }

} // namespace

ColumnsDialog::ColumnsDialog(const RosterLook& look, const QMap<QString, QString>& chosen, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("columnsDialog"));
    setWindowTitle(tr("Which column is which?"));
    auto* box = new QVBoxLayout(this);
    QLabel* hint = plainLabel(QStringLiteral("columnsHintLabel"), this);
    hint->setText(tr("These are the first rows of the roster. Say which column holds what; leave out what it does not have."));
    box->addWidget(hint);
    addPreview(*box, look);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("columnsQScrollArea"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* body = new QWidget;
    auto* form = new QFormLayout(body);
    const QMap<QString, QString>& now = chosen.isEmpty() ? look.columns : chosen;
    const auto asked = members();
    for (const auto& [member, text] : asked)
        addChoice(*form, member, text, look.headings, now.value(member));
    scroll->setWidget(body); // which owns it from now on
    box->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(QStringLiteral("columnsOkQPushButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    box->addWidget(buttons);
    check();
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 36);
}

void ColumnsDialog::addPreview(QVBoxLayout& box, const RosterLook& look)
{
    QStringList headings;
    for (const QString& heading : look.headings)
        headings.append(shownHeading(heading));
    auto* table = new RowTable(QStringLiteral("columnsPreview"), tr("First rows of the roster"), headings, false, this);
    table->setRows({static_cast<int>(look.rows.size()),
        [rows = look.rows](int row, int column) { return plain(rows.at(row).value(column).toStdString(), longestHeading); }, {}, {}});
    box.addWidget(table);
}

void ColumnsDialog::addChoice(
    QFormLayout& form, const QString& member, const QString& text, const QStringList& headings, const QString& now)
{
    auto* choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("columns_%1_QComboBox").arg(member));
    choice->setAccessibleName(text);
    choice->setMinimumHeight(std::max(26, fontMetrics().height() * 3 / 2));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->addItem(tr("(no column)"));
    for (const QString& heading : headings)
        choice->addItem(shownHeading(heading), heading);
    choice->setCurrentIndex(now.isEmpty() ? 0 : std::max(0, choice->findData(now)));
    connect(choice, &QComboBox::currentIndexChanged, this, [this] { check(); });
    m_choices.insert(member, choice);
    form.addRow(text, choice);
}

void ColumnsDialog::check() // also while the choices are being made, before there is a button
{
    if (m_ok != nullptr)
        m_ok->setEnabled(m_choices.value(QStringLiteral("id"))->currentIndex() > 0);
}

QMap<QString, QString> ColumnsDialog::columns() const
{
    QMap<QString, QString> columns;
    for (auto it = m_choices.begin(); it != m_choices.end(); ++it) {
        if (it.value()->currentIndex() > 0)
            columns.insert(it.key(), it.value()->currentData().toString());
    }
    return columns;
}

QString columnsText(const QMap<QString, QString>& columns)
{
    QStringList parts;
    const auto asked = members();
    for (const auto& [member, text] : asked) {
        if (columns.contains(member))
            parts.append(ColumnsDialog::tr("%1: %2", "what a column says, its heading").arg(text, shownHeading(columns.value(member))));
    }
    return parts.join(QLatin1String("; "));
}

} // namespace rightrig
