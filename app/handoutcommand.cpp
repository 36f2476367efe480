#include "app/handoutcommand.h"

#include "app/console.h"
#include "models/domain/courseplan.h"
#include "models/qt/checkedfile.h"
#include "ui/report/handout.h"

#include <QCoreApplication>

namespace rightrig {
namespace {

struct HandoutCommandWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassCommand)
};

} // namespace

QString takeHandoutWords(const ClassWordsGiven& words, const QString& given, const QString& out, QString& course)
{
    if (words.paths.size() > 1)
        return QStringLiteral("one word too many: \"%1\"").arg(QString::fromStdString(words.paths[1]));
    if (words.paths.empty() == given.isEmpty())
        return QStringLiteral("name one course to make the handout for");
    if (!out.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return QStringLiteral("name the PDF to write with --out");
    course = given.isEmpty() ? QString::fromStdString(words.paths.front()) : given;
    return {};
}

int runHandout(const Request& request, const Catalog& catalog)
{
    const Outcome<Course> read = readCourseFile(request.course);
    if (!read.ok())
        return failedCode(read.error());
    const Course& course = read.get();
    for (const std::string& problem : courseProblems(course, catalog))
        printError(HandoutCommandWords::tr("%1: %2. It counts as unknown.").arg(request.course, QString::fromStdString(problem)));
    ReportOptions options;
    options.paper = request.paper;
    options.today = todaysDate();
    const auto made = renderHandout(course, previewOf(course, catalog), catalog, options);
    if (const auto* problem = std::get_if<QString>(&made))
        return failedCode(*problem);
    const Handout& handout = std::get<Handout>(made);
    if (const QString problem = writeChecked(request.out, handout.pdf); !problem.isEmpty())
        return failedCode(problem);
    const QStringList notes = handoutNotes(course, handout);
    for (const QString& note : notes)
        printError(note);
    return 0;
}

} // namespace rightrig
