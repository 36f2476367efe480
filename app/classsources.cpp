#include "app/classsources.h"

#include "app/measurecommand.h"
#include "db/documents/planfile.h"
#include "db/documents/profilefile.h"
#include "db/documents/rosterfile.h"
#include "models/qt/checkedfile.h"
#include "models/qt/thiscomputer.h"
#include "ui/report/attachment.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <exception>
#include <unordered_map>

namespace rightrig {
namespace {

constexpr qint64 mostJsonBytes = qint64{1} << 20;
constexpr qsizetype mostFiles = 200000;

struct ClassSourcesWords
{
    Q_DECLARE_TR_FUNCTIONS(ClassCommand)
};

QStringList filesIn(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, {QStringLiteral("*.json"), QStringLiteral("*.pdf"), QStringLiteral("*.csv"), QStringLiteral("*.tsv")},
        QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && files.size() < mostFiles) {
        const QString path = it.next();
        if (it.fileName() != QLatin1String("class.csv") && it.fileName() != QLatin1String("class.pdf"))
            files.append(path);
    }
    files.sort();
    return files;
}

/// "ada" of "/x/ada.rightrig.json".
std::string baseName(const QString& path) { return QFileInfo(path).fileName().section(QLatin1Char('.'), 0, 0).toStdString(); }

bool isTable(const QString& path)
{
    const QString name = path.toLower();
    return name.endsWith(QLatin1String(".csv")) || name.endsWith(QLatin1String(".tsv"));
}

class ClassReader
{
public:
    explicit ClassReader(const Catalog& catalog) : m_catalog(catalog) { }

    void readFile(const QString& path)
    {
        QString error;
        const QByteArray bytes = readChecked(path, isTable(path) ? rosterBytes : mostPdfBytes, error);
        if (!error.isEmpty())
            return problem(path, 0, error);
        if (isTable(path))
            readTable(path, bytes);
        else if (bytes.startsWith("%PDF"))
            readPdf(path, bytes);
        else
            readJson(path, bytes);
    }
    void problem(const QString& file, int row, const QString& text) { m_sources.problems.push_back({file, row, text}); }
    [[nodiscard]] ClassSources take() { return std::move(m_sources); }

private:
    void readPdf(const QString& path, const QByteArray& bytes)
    {
        const auto attached = attachedAnswers(bytes);
        if (const auto* fault = std::get_if<QString>(&attached))
            return problem(path, 0, *fault);
        readJson(path, std::get<QByteArray>(attached));
    }

    void readJson(const QString& path, const QByteArray& bytes)
    {
        if (bytes.size() > mostJsonBytes)
            return problem(path, 0, ClassSourcesWords::tr("larger than 1 MiB; saved answers are never that large"));
        auto plan = readPlan(bytes);
        if (auto* read = std::get_if<SavedPlan>(&plan))
            return takePlan(path, *read);
        auto profile = readProfile(bytes);
        if (auto* read = std::get_if<MachineProfile>(&profile)) {
            Answers answers;
            addProfile(answers, *read, m_catalog);
            return add({path, 0, {}, baseName(path), std::move(answers)}, true);
        }
        const bool tested = bytes.left(200).contains("rightrig.profile/");
        problem(path, 0, tested ? std::get<DocumentError>(profile).text : std::get<DocumentError>(plan).text);
    }

    void takePlan(const QString& path, SavedPlan& plan)
    {
        if (plan.course && !m_sources.course)
            m_sources.course = std::move(plan.course);
        if (plan.answers)
            add({path, 0, plan.date, plan.answers->studentId.value_or(baseName(path)), std::move(*plan.answers)}, true);
    }

    void readTable(const QString& path, const QByteArray& bytes)
    {
        const auto read = readRoster(bytes);
        if (const auto* fault = std::get_if<DocumentError>(&read))
            return problem(path, 0, fault->text);
        const auto& roster = std::get<Roster>(read);
        for (const RosterStudent& student : roster.students)
            add({path, student.line, {}, student.id, rosterAnswers(student)}, student.computer != nullptr);
        for (const RosterProblem& row : roster.problems)
            problem(path, row.line, QString::fromStdString(row.text));
    }

    /// `telling`: it says something about the computer.
    void add(ClassEntry entry, bool telling)
    {
        const auto [place, fresh] = m_places.emplace(entry.id, Place{m_sources.students.size(), telling});
        if (fresh) {
            m_sources.students.push_back(std::move(entry));
            return;
        }
        ClassEntry& kept = m_sources.students[place->second.index];
        if (!telling) { // a row of the class list: perhaps it knows the name
            if (!kept.answers.studentName)
                kept.answers.studentName = entry.answers.studentName;
            return;
        }
        if (!entry.answers.studentName)
            entry.answers.studentName = kept.answers.studentName;
        if (place->second.telling)
            replaceOrDrop(kept, std::move(entry));
        else
            kept = std::move(entry);
        place->second.telling = true;
    }

    void replaceOrDrop(ClassEntry& kept, ClassEntry entry)
    {
        const bool newer = entry.date >= kept.date;
        const ClassEntry& dropped = newer ? kept : entry;
        problem(
            dropped.file, dropped.row, ClassSourcesWords::tr("not used: %1 is about the same student").arg(newer ? entry.file : kept.file));
        if (newer)
            kept = std::move(entry);
    }

    struct Place
    {
        std::size_t index = 0;
        bool telling = false;
    };

    const Catalog& m_catalog;
    ClassSources m_sources;
    std::unordered_map<std::string, Place> m_places;
};

} // namespace

ClassSources readClass(const QStringList& paths, const Catalog& catalog, const ClassWatch& watch)
{
    ClassReader reader(catalog);
    QStringList files;
    for (const QString& path : paths) {
        const QStringList found = QFileInfo(path).isDir() ? filesIn(path) : QStringList{path};
        if (found.isEmpty())
            reader.problem(path, 0, ClassSourcesWords::tr("the folder holds no PDF, JSON or CSV file"));
        files += found;
    }
    for (qsizetype i = 0; i < files.size() && !watch.stopped(); ++i) {
        watch.tell(static_cast<std::size_t>(i), static_cast<std::size_t>(files.size()), 0, filesPerMille);
        try {
            reader.readFile(files[i]);
        } catch (const std::exception& fault) { // one file never stops the others
            reader.problem(files[i], 0, QString::fromUtf8(fault.what()));
        }
    }
    return reader.take();
}

} // namespace rightrig
