#include "ui/report/handout.h"

#include "models/qt/classtext.h"
#include "models/qt/coursetext.h"
#include "models/qt/formatter.h"
#include "models/qt/readinesstext.h"
#include "ui/report/postprocess.h"
#include "ui/report/reportpages.h"
#include "ui/report/reportwriter.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <array>

namespace rightrig {
namespace {

struct HandoutWords
{
    Q_DECLARE_TR_FUNCTIONS(Handout)
};

/// How much is said. The first that fits on one page is taken; the last has all that must be said.
struct Detail
{
    int ways;        ///< places for each assignment
    bool times;      ///< and how long a run takes there
    bool steps;      ///< what to do, step by step
    bool lists;      ///< each thing on a line of its own
    qsizetype notes; ///< of the teacher
    int title;       ///< characters of an assignment's title
};
constexpr std::array<Detail, 5> details{{{2, true, true, true, 12, 100}, {1, true, true, true, 6, 80}, {2, false, true, false, 3, 60},
    {1, false, true, false, 1, 32}, {1, false, false, false, 1, 32}}};

struct Contents
{
    const Course& course;
    const CoursePreview& preview;
};

QString factsOf(const Assignment& assignment)
{
    QStringList facts;
    if (assignment.runs.value_or(1.0) > 1.0)
        facts.append(HandoutWords::tr("%1 runs").arg(formatNumber(*assignment.runs, 4)));
    if (assignment.group)
        facts.append(HandoutWords::tr("in a group"));
    if (assignment.ownMachine)
        facts.append(HandoutWords::tr("on your own computer"));
    return facts.join(QStringLiteral(", "));
}

QString onLaptop(const AssignmentPreview& preview, CurrencyCode currency)
{
    return preview.laptops.empty() ? unknownText() : placeText(preview.laptops.front(), currency);
}

void writeAssignments(ReportWriter& writer, const Contents& in, const Detail& detail)
{
    writer.heading(HandoutWords::tr("What you need"));
    ReportTable table{detail.times ? QList<double>{8, 26, 16, 18, 32} : QList<double>{8, 32, 16, 18, 26},
        {HandoutWords::tr("Due"), HandoutWords::tr("Assignment"), HandoutWords::tr("Needs"), HandoutWords::tr("One run there"),
            HandoutWords::tr("If your computer cannot")},
        {}, false};
    for (std::size_t i = 0; i < in.course.assignments.size() && i < in.preview.assignments.size(); ++i) {
        const Assignment& assignment = in.course.assignments[i];
        const AssignmentPreview& one = in.preview.assignments[i];
        const QString where = otherwiseText(assignment, one, in.preview.currency, {detail.ways, detail.times});
        table.rows.append({{assignment.dueWeek ? weekText(assignment.dueWeek) : QString(), {}},
            {plain(assignment.title, detail.title), factsOf(assignment), true}, {needsText(one), {}},
            rangeCell(onLaptop(one, in.preview.currency)), {where, {}}});
    }
    writer.table(table);
}

void writeEntries(ReportWriter& writer, const QStringList& entries, const Detail& detail)
{
    if (detail.lists)
        writer.bullets(entries, Tone::Small);
    else
        writer.paragraph(entries.join(QLatin1Char(' ')), Tone::Small);
}

void writeHelp(ReportWriter& writer, const Contents& in, const Detail& detail)
{
    const QStringList given = schoolTexts(in.course);
    if (!given.isEmpty()) {
        writer.heading(HandoutWords::tr("What the school gives"));
        writeEntries(writer, given, detail);
    }
    if (detail.steps) {
        writer.heading(HandoutWords::tr("If you do not have it"));
        writeEntries(writer, handoutSteps(in.course, in.preview), detail);
    }
    const QStringList notes = courseNotes(in.course);
    if (notes.isEmpty())
        return;
    // whom to ask and the data rules stand last and are never left out
    const qsizetype own = static_cast<qsizetype>(in.course.notes.size());
    writer.heading(HandoutWords::tr("From your teacher"));
    writeEntries(writer, notes.mid(0, std::min(own, detail.notes)) + notes.mid(own), detail);
}

void write(QTextDocument& document, const Contents& in, const Detail& detail)
{
    QTextCursor whole(&document);
    whole.beginEditBlock();
    ReportWriter writer(document, ReportPages::spaceBelowBand());
    const QString term = in.course.term ? plain(*in.course.term, 60) + QStringLiteral(". ") : QString();
    writer.paragraph(term + HandoutWords::tr("What each assignment needs, and what to do if you don't have it."), Tone::Muted, 0, 4);
    writer.answerBox(
        handoutHeadline(in.course, in.preview), HandoutWords::tr("Times are for one run, and a range: 8 of 10 should fall into it."));
    writeAssignments(writer, in, detail);
    writeHelp(writer, in, detail);
    whole.endEditBlock();
    ReportWriter::keepHeadingsWithText(document);
}

/// The pages at this detail; empty if they could not be painted.
std::optional<Handout> drawn(const Contents& in, const Detail& detail, const PageText& text, QPageSize::PageSizeId paper)
{
    Handout handout;
    ReportPages pages(handout.pdf, paper, text.subtitle);
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    pages.prepare(document);
    write(document, in, detail);
    handout.pages = document.pageCount();
    if (!pages.paint(document, text))
        return std::nullopt;
    return handout;
}

PageText pageText(const Course& course, const Catalog& catalog)
{
    return {HandoutWords::tr("What you need for this course"), plain(course.title, 80), // a long title would run into the program's name
        HandoutWords::tr("RightRig. Prices as of %1.").arg(formatDate(catalog.asOf))};
}

} // namespace

std::variant<Handout, QString> renderHandout(
    const Course& course, const CoursePreview& preview, const Catalog& catalog, const ReportOptions& options)
{
    if (course.assignments.empty() || preview.assignments.size() != course.assignments.size())
        return HandoutWords::tr("There is nothing to hand out: the course has no assignments.");
    if (const QString problem = fontProblem(); !problem.isEmpty())
        return problem;
    const Contents in{course, preview};
    const PageText text = pageText(course, catalog);
    std::optional<Handout> handout;
    for (const Detail& detail : details) {
        handout = drawn(in, detail, text, options.paper);
        if (!handout)
            return HandoutWords::tr("The pages of the PDF could not be painted.");
        if (handout->pages == 1)
            break;
    }
    const ReportMeta meta{
        text.subtitle, handoutHeadline(course, preview), QStringLiteral("RightRig"), QStringLiteral("en"), options.today, {}};
    auto finished = postProcess(handout->pdf, meta);
    if (auto* problem = std::get_if<QString>(&finished))
        return std::move(*problem);
    handout->pdf = std::get<QByteArray>(std::move(finished));
    return *std::move(handout);
}

QString suggestedHandoutName(const Course& course)
{
    QString name;
    const QString title = plain(course.title, 60);
    for (const QChar letter : title) {
        if (letter.isLetterOrNumber() || letter == QLatin1Char(' ') || letter == QLatin1Char('-'))
            name.append(letter);
    }
    name = name.simplified();
    return (name.isEmpty() ? HandoutWords::tr("Handout") : HandoutWords::tr("Handout, %1").arg(name)) + QStringLiteral(".pdf");
}

QStringList handoutNotes(const Course& course, const Handout& handout)
{
    QStringList notes;
    if (handout.pages > 1)
        notes.append(HandoutWords::tr("The handout has %1 pages: these assignments do not fit on one.").arg(handout.pages));
    if (!speaksLanguageOf(course))
        notes.append(HandoutWords::tr("RightRig does not speak the course's language (%1) yet: the handout is in English.")
                         .arg(plain(*course.language, 30)));
    return notes;
}

} // namespace rightrig
