#include "ui/classroom/assignmentsform.h"

#include "models/qt/classtext.h"
#include "models/qt/coursetext.h"
#include "models/qt/formatter.h"
#include "ui/classroom/assignmentform.h"
#include "ui/classroom/textfield.h"
#include "ui/forms/flowlayout.h"
#include "ui/forms/form.h"
#include "ui/results/parts.h"
#include "ui/results/tablecopy.h"

#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

constexpr char pendingText[] = "\u2026";

/// A new one is like the last: weeks go on, and what is trained has to be chosen anyway.
Assignment fresh(const Course& course, const Catalog& catalog)
{
    Assignment one;
    one.id = freshAssignmentId(course);
    const auto typical = std::find_if(catalog.presets.begin(), catalog.presets.end(), [](const Preset& preset) { return preset.typical; });
    if (!course.assignments.empty())
        one.job.preset = course.assignments.back().job.preset;
    else if (typical != catalog.presets.end())
        one.job.preset = typical->id;
    return one;
}

/// Which machines stand behind the words of the table's headings.
QString machinesText(const CoursePreview& preview)
{
    QStringList names;
    for (const PlacePreview& laptop : preview.assignments.front().laptops)
        names.append(plain(laptop.name, 60));
    QString text = names.isEmpty()
        ? QString()
        : AssignmentsForm::tr("Typical laptops; the table shows the first: %1.").arg(names.join(QStringLiteral("; ")));
    const auto free
        = std::find_if(preview.assignments.begin(), preview.assignments.end(), [](const auto& one) { return one.free.has_value(); });
    if (free != preview.assignments.end())
        text += QLatin1Char(' ') + AssignmentsForm::tr("Free service: %1.").arg(plain(free->free->name, 60));
    return text.trimmed();
}

} // namespace

AssignmentsForm::AssignmentsForm(std::shared_ptr<const Catalog> catalog, QWidget* parent)
    : CourseForm(parent), m_catalog(std::move(catalog))
{
    auto* box = new QVBoxLayout(this);
    setUpTable(*box);
    m_warnings = new MarkedList(QStringLiteral("courseWarningsList"), this);
    m_warnings->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    box->addWidget(m_warnings);
    m_good = plainLabel(QStringLiteral("courseGoodQLabel"), this);
    m_laptops = plainLabel(QStringLiteral("courseLaptopsQLabel"), this);
    box->addWidget(m_good);
    box->addWidget(m_laptops);
    m_card = new TitledCard({}, QStringLiteral("assignmentTitledCard"), this);
    m_form = new AssignmentForm(m_catalog, m_card);
    m_card->box()->addWidget(m_form);
    box->addWidget(m_card);
    box->addStretch();
    connect(m_form, &AssignmentForm::changed, this, &AssignmentsForm::changed);
    showEstimates();
}

void AssignmentsForm::setUpTable(QVBoxLayout& box)
{
    m_empty = plainLabel(QStringLiteral("courseEmptyQLabel"), this);
    m_empty->setText(tr("No assignment yet. Add the first: each shows at once what it asks of a computer."));
    box.addWidget(m_empty);
    m_table = plainTable(QStringLiteral("assignmentsQTableWidget"), tr("Assignments"),
        {tr("Assignment"), tr("Due"), tr("Typical laptop"), tr("Free service"), tr("Cheapest rented")}, this);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    addCopyAction(*m_table);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &AssignmentsForm::takeSelection);
    box.addWidget(m_table);
    auto* row = new FlowLayout(0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    addButton(*row, "assignmentAdd", tr("&Add"), &AssignmentsForm::add);
    m_duplicate = addButton(*row, "assignmentDuplicate", tr("Dupl&icate"), &AssignmentsForm::duplicate);
    m_remove = addButton(*row, "assignmentRemove", tr("Re&move"), &AssignmentsForm::removeSelected);
    m_up = addButton(*row, "assignmentUp", tr("Move &up"), &AssignmentsForm::moveUp);
    m_down = addButton(*row, "assignmentDown", tr("Move &down"), &AssignmentsForm::moveDown);
    box.addLayout(row);
}

QPushButton* AssignmentsForm::addButton(QLayout& row, const char* stem, const QString& text, void (AssignmentsForm::*pressed)())
{
    auto* button = new QPushButton(text, this);
    setName(*button, QString::fromLatin1(stem));
    connect(button, &QPushButton::clicked, this, pressed);
    row.addWidget(button);
    return button;
}

void AssignmentsForm::add()
{
    if (m_course.assignments.size() >= mostAssignments || !m_form->isValid())
        return m_form->showInvalid();
    m_selected = static_cast<int>(m_course.assignments.size());
    Q_EMIT changed([one = fresh(m_course, *m_catalog)](Course& course) { course.assignments.push_back(one); }, nullptr);
    if (QWidget* title = m_form->fieldFor(QStringLiteral("assignments[%1].title").arg(m_selected)))
        title->setFocus();
}

void AssignmentsForm::duplicate()
{
    const auto from = static_cast<std::size_t>(m_selected);
    if (from >= m_course.assignments.size() || m_course.assignments.size() >= mostAssignments || !m_form->isValid())
        return m_form->showInvalid();
    ++m_selected;
    Q_EMIT changed(
        [from, id = freshAssignmentId(m_course)](Course& course) {
            Assignment copy = course.assignments[from];
            copy.id = id;
            course.assignments.insert(course.assignments.begin() + static_cast<std::ptrdiff_t>(from) + 1, copy);
        },
        nullptr);
}

void AssignmentsForm::removeSelected()
{
    const auto at = static_cast<std::size_t>(m_selected);
    if (at >= m_course.assignments.size())
        return;
    Q_EMIT changed(
        [at](Course& course) { course.assignments.erase(course.assignments.begin() + static_cast<std::ptrdiff_t>(at)); }, nullptr);
    m_table->setFocus(); // the button may be off now
}

void AssignmentsForm::move(int by)
{
    const auto from = static_cast<std::size_t>(m_selected);
    const int target = m_selected + by;
    const auto to = static_cast<std::size_t>(target);
    if (from >= m_course.assignments.size() || to >= m_course.assignments.size() || !m_form->isValid())
        return m_form->showInvalid();
    m_selected = target;
    Q_EMIT changed([from, to](Course& course) { std::swap(course.assignments[from], course.assignments[to]); }, nullptr);
}

void AssignmentsForm::load(const Course& course)
{
    m_course = course;
    m_selected = std::clamp(m_selected, 0, std::max(0, static_cast<int>(course.assignments.size()) - 1));
    showRows();
    m_form->setIndex(m_selected);
    m_form->load(course);
    m_form->showFaults(m_faults);
}

void AssignmentsForm::showFaults(const std::vector<CourseFault>& faults)
{
    m_faults = faults;
    m_form->showFaults(faults);
}

/// A number that cannot be taken is mended first: with another assignment on show it would be forgotten.
void AssignmentsForm::takeSelection()
{
    const int row = m_table->currentRow();
    if (m_showing || row < 0 || row == m_selected)
        return;
    if (!m_form->isValid()) {
        const QSignalBlocker quiet(m_table);
        m_table->selectRow(m_selected);
        return m_form->showInvalid();
    }
    selectAssignment(row);
}

void AssignmentsForm::selectAssignment(int index)
{
    m_selected = index;
    load(m_course);
}

QStringList AssignmentsForm::rowOf(std::size_t index) const
{
    const Assignment& one = m_course.assignments[index];
    const QString title = plain(one.title, 80);
    QStringList cells{title.isEmpty() ? tr("(no title yet)") : title, one.dueWeek ? weekText(one.dueWeek) : QString()};
    const bool known = m_preview && index < m_preview->assignments.size() && index < m_previewed.assignments.size()
        && m_previewed.assignments[index] == one;
    if (!known)
        return cells << QString::fromUtf8(pendingText) << QString::fromUtf8(pendingText) << QString::fromUtf8(pendingText);
    const AssignmentPreview& preview = m_preview->assignments[index];
    cells << (preview.laptops.empty() ? unknownText() : placeText(preview.laptops.front(), m_preview->currency));
    cells << elsewhereText(preview.free, one, m_preview->currency);
    const QString cloud = elsewhereText(preview.cloud, one, m_preview->currency);
    return cells << (preview.cloud ? tr("%1: %2").arg(plain(preview.cloud->name, 40), cloud) : cloud);
}

void AssignmentsForm::showRows()
{
    m_showing = true;
    QList<QStringList> rows;
    for (std::size_t i = 0; i < m_course.assignments.size(); ++i)
        rows.append(rowOf(i));
    fillTable(*m_table, rows);
    m_table->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    m_card->setVisible(!rows.isEmpty());
    if (!rows.isEmpty())
        m_table->selectRow(m_selected);
    m_card->setTitle(tr("Assignment %1").arg(m_selected + 1));
    showButtons();
    m_showing = false;
}

void AssignmentsForm::showButtons()
{
    const int count = static_cast<int>(m_course.assignments.size());
    const bool room = m_course.assignments.size() < mostAssignments;
    m_duplicate->setEnabled(count > 0 && room);
    m_remove->setEnabled(count > 0);
    m_up->setEnabled(m_selected > 0);
    m_down->setEnabled(m_selected + 1 < count);
}

void AssignmentsForm::showPreview(const Course& course, const std::shared_ptr<const CoursePreview>& preview)
{
    m_previewed = course;
    m_preview = preview;
    showRows();
    showEstimates();
}

void AssignmentsForm::showPreviewProblem(const QString& problem)
{
    m_preview.reset();
    showEstimates();
    showText(*m_good, problem);
}

void AssignmentsForm::showEstimates()
{
    const bool any = m_preview && !m_preview->assignments.empty();
    QList<MarkedLine> lines;
    const QStringList warnings = any ? courseWarnings(m_previewed, *m_preview, *m_catalog) : QStringList();
    for (const QString& warning : warnings)
        lines.append({QStringLiteral("!"), warning});
    m_warnings->setLines(lines);
    showText(*m_good, any && warnings.isEmpty() ? tr("Every assignment runs on every typical laptop.") : QString());
    showText(*m_laptops, any ? machinesText(*m_preview) : QString());
}

QWidget* AssignmentsForm::fieldFor(const QString& path)
{
    if (!path.startsWith(QLatin1String("assignments")))
        return nullptr;
    const QString number = path.section(QLatin1Char('['), 1, 1).section(QLatin1Char(']'), 0, 0);
    const int index = number.toInt();
    if (!number.isEmpty() && index < static_cast<int>(m_course.assignments.size()))
        selectAssignment(index);
    QWidget* field = m_form->fieldFor(path);
    return field != nullptr ? field : m_table;
}

} // namespace rightrig
