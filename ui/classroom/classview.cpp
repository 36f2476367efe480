#include "ui/classroom/classview.h"

#include "models/qt/classtext.h"
#include "models/qt/formatter.h"
#include "ui/charts/classchartview.h"
#include "ui/classroom/classtables.h"
#include "ui/forms/rowtable.h"
#include "ui/results/parts.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rightrig {
namespace {

constexpr qsizetype mostProblems = 200; // the exports have all

QList<MarkedLine> marked(const QString& mark, const QStringList& texts)
{
    QList<MarkedLine> lines;
    for (const QString& text : texts)
        lines.append({mark, text});
    return lines;
}

} // namespace

ClassView::ClassView(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_summary = plainLabel(QStringLiteral("classSummaryLabel"), this, 1.2, true);
    m_column->addWidget(m_summary);
    addHeading(QStringLiteral("classTallyHeadingLabel"), classChartName(ClassChart::Students));
    m_students = new ClassChartView(ClassChart::Students, this);
    m_column->addWidget(m_students);
    m_tally = new RowTable(QStringLiteral("classTally"), classChartName(ClassChart::Students), tallyHeaders(), true, this);
    m_column->addWidget(m_tally);
    m_weeksHeading = addHeading(QStringLiteral("classWeeksHeadingLabel"), classChartName(ClassChart::Weeks));
    addRush();
    m_weeks = new ClassChartView(ClassChart::Weeks, this);
    m_column->addWidget(m_weeks);
    m_weekTable = new RowTable(QStringLiteral("classWeeks"), classChartName(ClassChart::Weeks), weekHeaders(), true, this);
    m_column->addWidget(m_weekTable);
    m_changeHeading = addHeading(QStringLiteral("classChangesHeadingLabel"), tr("What one thing would change"));
    m_changes = new MarkedList(QStringLiteral("classChangesList"), this);
    m_column->addWidget(m_changes);
    const QString matrix = tr("Every student, every assignment");
    addHeading(QStringLiteral("classMatrixHeadingLabel"), matrix);
    m_matrix = new RowTable(QStringLiteral("classMatrix"), matrix, {}, true, this);
    m_column->addWidget(m_matrix);
    m_notes = new MarkedList(QStringLiteral("classNotesList"), this);
    m_column->addWidget(m_notes);
    m_column->addStretch();
}

QLabel* ClassView::addHeading(const QString& name, const QString& text)
{
    QLabel* heading = plainLabel(name, this, 1.08, true);
    heading->setText(text);
    heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    m_column->addWidget(heading);
    return heading;
}

void ClassView::addRush()
{
    m_rushRow = new QWidget(this);
    auto* row = new QHBoxLayout(m_rushRow);
    row->setContentsMargins(0, 0, 0, 0);
    QLabel* label = plainLabel(QStringLiteral("classRushLabel"), m_rushRow);
    label->setText(tr("&Work done in the last days before a deadline:"));
    m_rush = new QSpinBox(m_rushRow);
    m_rush->setObjectName(QStringLiteral("classRushQSpinBox"));
    m_rush->setAccessibleName(tr("Share of the work in the last days, in percent"));
    m_rush->setToolTip(tr("The larger the share, the more rented machines are busy at the same time."));
    m_rush->setRange(0, 100);
    m_rush->setSingleStep(5);
    m_rush->setSuffix(tr(" %"));
    m_rush->setKeyboardTracking(false);
    m_rush->setMinimumHeight(std::max(26, fontMetrics().height() * 3 / 2));
    label->setBuddy(m_rush);
    label->setWordWrap(false);
    row->addWidget(label);
    row->addWidget(m_rush);
    row->addStretch();
    m_column->addWidget(m_rushRow);
    connect(m_rush, &QSpinBox::valueChanged, this, [this](int percent) { Q_EMIT rushChanged(percent / 100.0); });
}

void ClassView::present(const std::shared_ptr<const JudgedClass>& judged, const Catalog& catalog)
{
    const ClassOverview& overview = judged->overview;
    m_summary->setText(classHeadline(overview) + QLatin1Char(' ') + cloudSummary(overview));
    m_students->setOverview(overview);
    m_tally->setRows(tallyRows(judged));
    {
        const QSignalBlocker quiet(m_rush);
        m_rush->setValue(static_cast<int>(std::lround(overview.rushShare * 100.0)));
    }
    m_weeks->setOverview(overview);
    m_weekTable->setRows(weekRows(judged));
    for (QWidget* part : {static_cast<QWidget*>(m_weeksHeading), m_rushRow, static_cast<QWidget*>(m_weekTable)})
        part->setVisible(!overview.weeks.empty());
    m_changes->setLines(marked(QStringLiteral("+"), measureTexts(overview)));
    m_changeHeading->setVisible(!overview.measures.empty());
    showMatrix(judged);
    showNotes(*judged, catalog);
}

void ClassView::showMatrix(const std::shared_ptr<const JudgedClass>& judged)
{
    const QStringList headers = matrixHeaders(judged->course);
    if (headers != m_matrixHeaders) // else it stays in the order that was asked for
        m_matrix->setHeaders(headers);
    m_matrixHeaders = headers;
    m_matrix->setRows(matrixRows(judged));
}

void ClassView::showNotes(const JudgedClass& judged, const Catalog& catalog)
{
    const QStringList problems = problemTexts(judged.problems);
    QList<MarkedLine> lines = marked(QStringLiteral("\u2022"), classNotes(judged.course, judged.overview, catalog));
    lines += marked(QStringLiteral("!"), problems.mid(0, mostProblems));
    if (problems.size() > mostProblems)
        lines.append({QStringLiteral("!"), tr("And %1 more.").arg(problems.size() - mostProblems)});
    m_notes->setLines(lines);
}

} // namespace rightrig
