#include "ui/mainwindowparts.h"

#include "models/domain/courseplan.h"
#include "ui/accuracy/accuracydialog.h"
#include "ui/classroom/classdialog.h"
#include "ui/classroom/courseeditor.h"
#include "ui/classroom/reportsdialog.h"
#include "ui/dialogs.h"
#include "ui/forms/candidatesform.h"
#include "ui/forms/checkform.h"
#include "ui/forms/goalsform.h"
#include "ui/forms/icons.h"
#include "ui/messagebar.h"
#include "ui/results/resultspage.h"
#include "ui/wizard/coursebar.h"
#include "ui/wizard/pages.h"
#include "ui/wizard/sofarpanel.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {

namespace {

constexpr qint64 oneStepMilliseconds = 1000;
const char geometryKey[] = "window/geometry";
const char pageKey[] = "window/page";

} // namespace

MainWindow::Parts::Parts(MainWindow& owner, Services given)
    : window(owner)
    , services(std::move(given))
    , context{services.catalog, settle({}, *services.catalog)}
    , runner(services.catalog)
    , session(services)
    , menus(makeMenus(owner))
{
    applyLook(storedLook(), menus); // before the forms measure their text
    const Pages pages = makePages(context, services.detectComputer, services.testComputer, {services.writeProfile, services.readProfile});
    resultPlace = new QWidget;
    setName(*resultPlace, QStringLiteral("result"));
    (new QVBoxLayout(resultPlace))->setContentsMargins(0, 0, 0, 0);
    view = new WizardView(pages.pages, resultPlace, &window);
    window.setCentralWidget(view);
    QObject::connect(pages.check, &CheckForm::pageWanted, &window, [this](int number) { showPage(number); });
    QObject::connect(pages.goals, &GoalsForm::courseWanted, &window, [this] { askOpen(); });
    QObject::connect(pages.candidates, &CandidatesForm::removed, &window, [this](const QString& name) {
        view->messages().showMessage(
            MessageBar::News, tr("\"%1\" is removed.").arg(name), {{tr("Undo"), [this] { step(history.undo(answers)); }}});
    });
    connectView();
    connectMenus();
    connectEngine();
    setUpPlan();
}

void MainWindow::Parts::connectView()
{
    QObject::connect(view, &WizardView::pageWanted, &window, [this](int number) { showPage(number); });
    QObject::connect(view, &WizardView::helpWanted, &window, [this] { showHelp(&window, view->pageNumber()); });
    QObject::connect(view, &WizardView::savePdfWanted, &window, [this] { askSavePdf(); });
    QObject::connect(view, &WizardView::changed, &window, [this](const Form* form) { take(*form); });
    QObject::connect(&view->course(), &CourseBar::leaveWanted, &window, [this] { leaveCourse(); });
    QObject::connect(&session, &Session::failed, &window,
        [this](const QString& problem) { view->messages().showMessage(MessageBar::Problem, problem); });
}

void MainWindow::Parts::connectMenus()
{
    const auto on = [this](QAction* action, auto function) { QObject::connect(action, &QAction::triggered, &window, function); };
    on(menus.open, [this] { askOpen(); });
    on(menus.save, [this] { askSaveAnswers(); });
    on(menus.savePdf, [this] { askSavePdf(); });
    QObject::connect(menus.pdfName, &QAction::toggled, &window, [](bool carried) { storePdfChoice(PdfChoice::Name, carried); });
    QObject::connect(menus.pdfAnswers, &QAction::toggled, &window, [](bool carried) { storePdfChoice(PdfChoice::Answers, carried); });
    on(menus.startAgain, [this] { startAgain(); });
    on(menus.quit, [this] { window.close(); });
    on(menus.undo, [this] { step(history.undo(answers)); });
    on(menus.redo, [this] { step(history.redo(answers)); });
    for (QAction* action : {menus.courseNew, menus.courseEdit, menus.courseSample})
        action->setEnabled(static_cast<bool>(services.writeCourse));
    on(menus.courseNew, [this] { courseEditor().newCourse(); });
    on(menus.courseEdit, [this] { askCourseToEdit(); });
    on(menus.courseSample, [this] { courseEditor().openSample(); });
    menus.classOverview->setEnabled(static_cast<bool>(services.readClass));
    on(menus.classOverview, [this] { showClass(&window, services); });
    menus.classReports->setEnabled(static_cast<bool>(services.batch.start));
    on(menus.classReports, [this] { showReports(&window, services); });
    on(menus.prices, [this] { showPrices(); });
    on(menus.help, [this] { showHelp(&window, view->pageNumber()); });
    on(menus.glossary, [this] { showGlossary(&window); });
    on(menus.accuracy, [this] { showAccuracy(&window, services.catalog); });
    on(menus.about, [this] { showAbout(&window); });
    QObject::connect(menus.theme, &QActionGroup::triggered, &window, [this](const QAction* action) {
        Look look = storedLook();
        look.theme = static_cast<ThemeMode>(action->data().toInt());
        setLook(look);
    });
    QObject::connect(menus.textSize, &QActionGroup::triggered, &window, [this](const QAction* action) {
        Look look = storedLook();
        look.textPercent = action->data().toInt();
        setLook(look);
    });
}

void MainWindow::Parts::connectEngine()
{
    QObject::connect(
        &runner, &EstimateRunner::resultsReady, &window, [this](const std::shared_ptr<const Results>& found) { showResults(found); });
    QObject::connect(&runner, &EstimateRunner::wouldChangeReady, &window, [this](const std::vector<WouldChange>& found) {
        changes = found;
        if (results)
            results->setWouldChange(found);
    });
}

/// Brings back what was kept, or starts fresh.
void MainWindow::Parts::start()
{
    const Session::Found found = session.restore();
    if (found.answers)
        answers = *found.answers;
    if (found.course)
        setCourse(std::make_shared<const Course>(*found.course));
    if (session.isReadOnly())
        view->messages().showMessage(MessageBar::News, tr("RightRig is open already. This second window does not keep your answers."));
    else if (!found.problem.isEmpty())
        view->messages().showMessage(MessageBar::Problem, found.problem);
    else if (!services.catalog->notice.empty())
        view->messages().showMessage(MessageBar::Problem, QString::fromStdString(services.catalog->notice));
    else if (found.answers && *found.answers != Answers{})
        view->messages().showMessage(MessageBar::News, tr("We kept your answers."), {{tr("Start again"), [this] { startAgain(); }}});
    sayPriceProblem();
    menus.undo->setEnabled(false);
    menus.redo->setEnabled(false);
    setOff(*menus.prices, services.prices.open ? QString() : withoutOwnPricesText());
    const bool goesOn = found.answers && *found.answers != Answers{};
    showPage(goesOn ? QSettings().value(QLatin1String(pageKey), firstPage()).toInt() : firstPage());
    runner.request(answers, view->pageNumber() == resultStep);
}

void MainWindow::Parts::take(const Form& form)
{
    Answers changed = answers;
    form.save(changed);
    changed = withoutFixed(changed, fixed(), answers);
    if (changed == answers)
        return;
    const bool sameStep = lastForm == &form && sinceChange.isValid() && sinceChange.elapsed() < oneStepMilliseconds;
    if (!sameStep)
        history.push(answers);
    lastForm = &form;
    sinceChange.start();
    answers = changed;
    afterChange();
}

void MainWindow::Parts::replace(const Answers& newAnswers, bool undoable)
{
    if (undoable && newAnswers != answers)
        history.push(answers);
    lastForm.clear();
    answers = newAnswers;
    afterChange();
}

void MainWindow::Parts::afterChange()
{
    menus.undo->setEnabled(history.canUndo());
    menus.redo->setEnabled(history.canRedo());
    changes.reset();
    view->reload(shownAnswers());
    session.keep(answers, course);
    runner.request(answers, view->pageNumber() == resultStep);
}

void MainWindow::Parts::startAgain()
{
    forgetPlan();
    replace({});
    lookForComputer();
    showPage(firstPage());
    view->messages().showMessage(MessageBar::News, tr("All answers are cleared."), {{tr("Undo"), [this] { step(history.undo(answers)); }}});
}

/// Only while nothing at all has been answered: what somebody said is never overwritten.
void MainWindow::Parts::lookForComputer()
{
    if (answers != Answers{} || !services.detectComputer)
        return;
    const ComputerFacts facts = services.detectComputer();
    if (facts.kind != ComputerKind::Known)
        return;
    answers.computer = facts;
    afterChange();
}

void MainWindow::Parts::step(const std::optional<Answers>& state)
{
    if (state)
        replace(*state, false);
}

void MainWindow::Parts::showPage(int number)
{
    const int wanted = std::clamp(number, 1, stepCount);
    if (wanted == resultStep) {
        resultsPage();
        if (!changes)
            runner.request(answers, true);
    }
    view->showPage(wanted, shownAnswers());
    if (!session.isReadOnly())
        QSettings().setValue(QLatin1String(pageKey), wanted); // the session goes on there
    if (wanted == resultStep)
        view->putButtonsLast();
}

/// Made when it is first shown: its charts would slow the start.
ResultsPage& MainWindow::Parts::resultsPage()
{
    if (results)
        return *results;
    results = new ResultsPage(services.catalog, resultPlace);
    results->setToday(services.today);
    resultPlace->layout()->addWidget(results);
    QObject::connect(
        results, &ResultsPage::overridesChanged, &window, [this](const std::vector<std::pair<std::string, double>>& overrides) {
            Answers changed = answers;
            changed.overrides = overrides;
            replace(changed);
        });
    QObject::connect(results, &ResultsPage::priceWanted, &window, [this](const QString& offer) { changePrice(offer); });
    if (runner.results())
        results->setResults(runner.results(), runner.coursePlan());
    return *results;
}

void MainWindow::Parts::showResults(const std::shared_ptr<const Results>& found)
{
    view->soFar().showResults(*found);
    if (results) {
        results->setCatalog(services.catalog); // these results were made with it
        results->setResults(found, runner.coursePlan());
    }
    showPriceEffect(*found);
}

void MainWindow::Parts::setLook(const Look& look)
{
    storeLook(look);
    applyLook(look, menus);
}

MainWindow::MainWindow(Services services, QWidget* parent)
    : QMainWindow(parent), m_parts(std::make_unique<Parts>(*this, std::move(services)))
{
    setName(*this, QStringLiteral("main"));
    setWindowIcon(programIcon());
    setMinimumSize(1024, 640);
    setAcceptDrops(true);
    if (!restoreGeometry(QSettings().value(QLatin1String(geometryKey)).toByteArray()))
        resize(1180, 760);
    m_parts->start();
}

MainWindow::~MainWindow() { m_parts->session.flush(); }

void MainWindow::openAnswersFile(const QString& path) { m_parts->open(path); }

void MainWindow::setAnswers(const Answers& answers) { m_parts->replace(answers); }

Answers MainWindow::answers() const { return m_parts->answers; }

void MainWindow::showPage(int number) { m_parts->showPage(number); }

int MainWindow::pageNumber() const { return m_parts->view->pageNumber(); }

QString MainWindow::savePdf(const QString& path) { return m_parts->savePdf(path); }

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_parts->editor && !m_parts->editor->close()) { // it asks about its course first
        event->ignore();
        return;
    }
    QSettings().setValue(QLatin1String(geometryKey), saveGeometry());
    m_parts->session.flush();
    QMainWindow::closeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (m_parts->shown)
        return;
    m_parts->shown = true;
    QTimer::singleShot(0, this, [this] {
        Q_EMIT firstPageShown();
        m_parts->lookForComputer();
    });
}

} // namespace rightrig
