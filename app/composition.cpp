#include "app/composition.h"

#include "app/classoverview.h"
#include "app/console.h"
#include "app/ownpricesfile.h"
#include "app/priceservices.h"
#include "app/renewedcatalogue.h"
#include "app/reportsrun.h"
#include "app/startup.h"
#include "db/cataloguefile.h"
#include "db/documents/answersfile.h"
#include "db/documents/coursefile.h"
#include "db/documents/planfile.h"
#include "db/documents/profilefile.h"
#include "models/domain/priceage.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"
#include "models/qt/measure/machinetest.h"
#include "models/qt/plurals.h"
#include "models/qt/thiscomputer.h"
#include "models/qt/timing.h"
#include "ui/mainwindow.h"
#include "ui/report/attachment.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QTimeZone>

#define BOOST_DLL_USE_STD_FS
#include <boost/dll/runtime_symbol_info.hpp>

#include <cstdio>
#include <exception>

namespace rightrig {
namespace {

constexpr qint64 mostAnswerBytes = 1 << 20;

struct CompositionWords
{
    Q_DECLARE_TR_FUNCTIONS(Composition)
};

/// Where the program lies; empty if nobody knows. QCoreApplication knows it only once it exists, and the catalogue opens before.
QString programFolder()
{
    std::error_code unknown;
    const std::filesystem::path self = boost::dll::program_location(unknown);
    return unknown ? QString() : QString::fromStdU16String(self.parent_path().u16string());
}

QByteArray readStandardInput(QString& error)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        error = CompositionWords::tr("Standard input cannot be read.");
        return {};
    }
    QByteArray bytes;
    while (bytes.size() <= mostPdfBytes) { // a pipe gives what it holds, not all that comes
        const QByteArray more = input.read(mostPdfBytes + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > (bytes.startsWith("%PDF") ? mostPdfBytes : mostAnswerBytes))
        error = CompositionWords::tr("Standard input is larger than 1 MiB; saved answers are never that large.");
    return bytes;
}

/// Of saved answers, a plan, a course or a PDF. A PDF may be larger than the answers in it.
Outcome<SavedPlan> parsePlan(const QByteArray& bytes)
{
    QByteArray json = bytes;
    if (bytes.startsWith("%PDF")) {
        auto attached = attachedAnswers(bytes);
        if (const auto* problem = std::get_if<QString>(&attached))
            return {*problem};
        json = std::get<QByteArray>(std::move(attached));
    }
    auto read = readPlan(json);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {problem->text};
    return {std::get<SavedPlan>(std::move(read))};
}

/// The text must stay plain: it may hold the path the user typed.
void showCatalogueProblem(const QString& problem)
{
    QMessageBox box(QMessageBox::Critical, QStringLiteral("RightRig"), problem, QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(CompositionWords::tr("Install RightRig again, or start it with --catalogue and a good catalogue file."));
    box.exec();
}

using ChangeableCatalogue = std::variant<std::shared_ptr<Catalog>, QString>;

ChangeableCatalogue openOne(const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    auto opened = openCatalogueToChange(path);
    if (const auto* problem = std::get_if<DbError>(&opened))
        return problem->text;
    auto catalog = std::get<std::shared_ptr<Catalog>>(std::move(opened));
    // A catalogue of another version may lack constants: better said here than found out in the middle of an answer.
    try {
        static_cast<void>(resolveConstants(*catalog, Answers{}));
    } catch (const std::exception& problem) {
        return QStringLiteral("%1: %2").arg(path, QString::fromUtf8(problem.what()));
    }
    logTiming("catalogue.open_ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    return catalog;
}

/// What `catalogue update` brought, as hostile as any other file; null if there is none or it is not what was put there.
std::shared_ptr<Catalog> openRenewed(QString& notice)
{
    const std::optional<RenewedFile> file = renewedFile(notice);
    if (!file)
        return nullptr;
    ChangeableCatalogue opened = openOne(file->path);
    if (const auto* problem = std::get_if<QString>(&opened)) {
        notice = *problem;
        return nullptr;
    }
    auto catalog = std::get<std::shared_ptr<Catalog>>(std::move(opened));
    if (catalog->sha256 == file->sha256)
        return catalog;
    notice = CompositionWords::tr("%1 is not the catalogue that was put there.").arg(file->path);
    return nullptr;
}

/// The updated catalogue, or the shipped one: the one with the newer prices, and the shipped one whenever the other fails.
ChangeableCatalogue openChecked(const QString& path)
{
    if (!path.isEmpty())
        return openOne(path);
    QString notice;
    std::shared_ptr<Catalog> renewed = openRenewed(notice);
    const QString shippedPath = shippedCataloguePath(programFolder());
    if (shippedPath.isEmpty() && !renewed)
        return CompositionWords::tr("The catalogue of machines is missing. Install RightRig again, or name a catalogue with --catalogue.");
    ChangeableCatalogue shipped = shippedPath.isEmpty() ? ChangeableCatalogue(QString()) : openOne(shippedPath);
    const auto* own = std::get_if<std::shared_ptr<Catalog>>(&shipped);
    if (renewed && (!own || (*own)->asOf <= renewed->asOf))
        return renewed;
    if (own && !notice.isEmpty())
        (*own)->notice = CompositionWords::tr("The updated catalogue is left out, the shipped one is used. %1").arg(notice).toStdString();
    return shipped;
}

ChangeableCatalogue sayNotice(ChangeableCatalogue opened)
{
    const auto* catalog = std::get_if<std::shared_ptr<Catalog>>(&opened);
    if (catalog && !(*catalog)->notice.empty())
        printError(QString::fromStdString((*catalog)->notice));
    return opened;
}

} // namespace

OpenedCatalogue openCatalogueFor(const QString& path)
{
    auto opened = openChecked(path);
    if (const auto* problem = std::get_if<QString>(&opened))
        return *problem;
    return CatalogPtr(std::get<std::shared_ptr<Catalog>>(sayNotice(std::move(opened))));
}

OpenedCatalogue openCatalogueFor(const Request& request)
{
    auto opened = openChecked(request.catalogue);
    if (const auto* problem = std::get_if<QString>(&opened))
        return *problem;
    const auto catalog = std::get<std::shared_ptr<Catalog>>(sayNotice(std::move(opened)));
    if (request.ownPrices) {
        if (const QString problem = layOwnPrices(*catalog, ownPricesPath(request)); !problem.isEmpty())
            return problem;
    }
    if (!request.oldPrices)
        leaveOutExpiredPrices(*catalog, isoToday());
    return CatalogPtr(catalog);
}

/// The user's own prices must never keep the program from starting.
static OpenedCatalogue openForWizard(const Request& request)
{
    auto opened = openCatalogueFor(request);
    const auto* problem = std::get_if<QString>(&opened);
    if (!problem || !request.ownPrices || !request.prices.isEmpty())
        return opened;
    printError(*problem);
    Request without = request;
    without.ownPrices = false;
    return openCatalogueFor(without);
}

std::future<OpenedCatalogue> openCatalogueEarly(const QStringList& arguments)
{
    const ParsedLine line = parseCommandLine(arguments);
    const auto* request = std::get_if<Request>(&line);
    if (request == nullptr || request->command != QLatin1String("wizard"))
        return {};
    return std::async([request = *request] { return openForWizard(request); });
}

std::string isoToday() { return todaysDate().toString(Qt::ISODate).toStdString(); }

QDate todaysDate()
{
    bool ok = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&ok);
    if (ok && epoch >= 0)
        return QDateTime::fromSecsSinceEpoch(epoch, QTimeZone::utc()).date();
    return QDate::currentDate();
}

Outcome<SavedPlan> readPlanFile(const QString& path)
{
    QString error;
    const QByteArray bytes = path == QLatin1String("-") ? readStandardInput(error) : readChecked(path, mostPdfBytes, error);
    if (!error.isEmpty())
        return {error};
    if (!bytes.startsWith("%PDF") && bytes.size() > mostAnswerBytes)
        return {CompositionWords::tr("%1: larger than 1 MiB; saved answers are never that large.").arg(path)};
    Outcome<SavedPlan> plan = parsePlan(bytes);
    if (!plan.ok())
        return {QStringLiteral("%1: %2").arg(path, plan.error())};
    return plan;
}

Outcome<Answers> readAnswersFile(const QString& path)
{
    const Outcome<SavedPlan> plan = readPlanFile(path);
    if (!plan.ok())
        return {plan.error()};
    if (!plan.get().answers)
        return {CompositionWords::tr("%1: this is a course. Give it with --course, and a student's answers here.").arg(path)};
    return {*plan.get().answers};
}

Outcome<Course> readCourseFile(const QString& path)
{
    QString error;
    const QByteArray bytes = readChecked(path, mostAnswerBytes, error);
    if (!error.isEmpty())
        return {error};
    auto read = readCourse(bytes);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(path, problem->text)};
    return {std::get<Course>(std::move(read))};
}

QString sessionFilePath()
{
    const QString folder = dataFolder();
    if (folder.isEmpty() || !QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
        return {};
    return folder + QStringLiteral("/session.rightrig.json");
}

Services makeServices(const CatalogPtr& catalog)
{
    Services services;
    services.catalog = catalog;
    services.today = todaysDate();
    services.sessionFile = sessionFilePath();
    services.readPlan = parsePlan;
    services.writePlan = [](const SavedPlan& plan) { return writePlan(plan); };
    services.writeAnswers = [](const Answers& answers) { return writeAnswers(answers); };
    services.writeCourse = [](const Course& course) { return writeCourse(course); };
    services.testComputer = testMachine;
    services.writeProfile = writeProfile;
    services.readProfile = [](const QByteArray& bytes) -> std::variant<MachineProfile, QString> {
        auto read = readProfile(bytes);
        if (auto* problem = std::get_if<DocumentError>(&read))
            return problem->text;
        return std::get<MachineProfile>(std::move(read));
    };
    services.readClass = [catalog](const QStringList& paths, const ClassWatch& watch) {
        Outcome<JudgedClass> judged = judgeClass(paths, std::nullopt, *catalog, watch);
        if (!judged.ok())
            return Outcome<std::shared_ptr<const JudgedClass>>{judged.error()};
        return Outcome<std::shared_ptr<const JudgedClass>>{
            std::make_shared<const JudgedClass>(std::get<JudgedClass>(std::move(judged.value)))};
    };
    services.writeClassTable = classCsv;
    services.detectComputer = [catalog] { return detectComputer(*catalog); };
    return services;
}

int runWizard(const Request& request, const QElapsedTimer& sinceStart, std::future<OpenedCatalogue> opening)
{
    auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
    if (!application) {
        printError(CompositionWords::tr("There is no display to open a window on. Commands such as \"rightrig recommend\" need none."));
        return 1;
    }
    installPlurals(*application);
    applyTheme(*application, ThemeMode::System, 100);
    const OpenedCatalogue catalog = opening.valid() ? opening.get() : openForWizard(request);
    if (const auto* problem = std::get_if<QString>(&catalog)) {
        printError(*problem);
        showCatalogueProblem(*problem);
        return 1;
    }
    Services services = makeServices(std::get<CatalogPtr>(catalog));
    services.prices = makePriceServices(request);
    services.batch = makeBatchServices(request);
    MainWindow window(std::move(services));
    QObject::connect(&window, &MainWindow::firstPageShown, &window,
        [&sinceStart] { logTiming("startup.first_page_ms", static_cast<double>(sinceStart.nsecsElapsed()) / 1e6); });
    if (!request.file.isEmpty())
        window.openAnswersFile(request.file);
    window.show();
    return QCoreApplication::exec();
}

} // namespace rightrig
