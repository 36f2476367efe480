// The prices of an opened plan: how they differ from today's, what that means, and which of them count.
#include "models/domain/courseplan.h"
#include "models/qt/formatter.h"
#include "models/qt/planpricetext.h"
#include "ui/mainwindowparts.h"
#include "ui/messagebar.h"
#include "ui/prices/planpricesdialog.h"
#include "ui/wizard/planbar.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QtConcurrent>

#include <exception>

namespace rightrig {

namespace {

/// Off the GUI thread: it knows nothing of the window, which may be gone by then. Empty if the engine cannot say.
QString meaningOf(const SavedPlan& plan, const Answers& own, const std::shared_ptr<const Course>& course, const Catalog& today)
{
    try {
        const Results then = recommendFor(own, course.get(), withPlanPrices(today, plan));
        return planMeaningText(then, recommendFor(own, course.get(), today));
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace

QString MainWindow::Parts::noPlanText() { return tr("Open a plan, such as a RightRig PDF, whose prices have changed since."); }

void MainWindow::Parts::setUpPlan()
{
    setOff(*menus.planPrices, noPlanText());
    QObject::connect(menus.planPrices, &QAction::triggered, &window, [this] { showPlanPrices(); });
    QObject::connect(&view->plan(), &PlanBar::detailsWanted, &window, [this] { showPlanPrices(); });
    QObject::connect(&view->plan(), &PlanBar::todayWanted, &window, [this] { usePlanPrices(false); });
}

const std::shared_ptr<const Catalog>& MainWindow::Parts::todaysCatalog() const { return todays ? todays : services.catalog; }

/// Today's prices count until somebody asks for the plan's.
void MainWindow::Parts::openPlan(const SavedPlan& next)
{
    forgetPlan();
    if (changedPrices(next, *todaysCatalog()).empty())
        return;
    openedPlan = std::make_shared<const SavedPlan>(next);
    setOff(*menus.planPrices, {});
    comparePlan();
}

void MainWindow::Parts::forgetPlan()
{
    usePlanPrices(false);
    openedPlan.reset();
    ++planAsked;
    setOff(*menus.planPrices, noPlanText());
    if (planPrices)
        planPrices->close();
}

/// Works out in the background what the changed prices do to the answer; whoever waits for it is told.
void MainWindow::Parts::comparePlan()
{
    auto* watcher = new QFutureWatcher<QString>(&window);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &window, [this, watcher, number = ++planAsked] {
        watcher->deleteLater();
        if (number == planAsked)
            showPlanMeaning(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(
        [opened = openedPlan, own = answers, open = course, today = todaysCatalog()] { return meaningOf(*opened, own, open, *today); }));
}

/// Added to the message about the opened file if that is still there.
void MainWindow::Parts::showPlanMeaning(const QString& meaning)
{
    if (planPrices)
        planPrices->showMeaning(meaning);
    MessageBar& bar = view->messages();
    if (!meaning.isEmpty() && !planMessage.isEmpty() && bar.text() == planMessage)
        sayOpened(planMessage + QLatin1Char(' ') + meaning);
    planMessage.clear();
}

void MainWindow::Parts::sayOpened(const QString& text)
{
    QList<MessageAction> actions{{tr("Undo"), [this] {
                                      forgetPlan();
                                      step(history.undo(answers));
                                  }}};
    if (openedPlan)
        actions.prepend({tr("What changed..."), [this] { showPlanPrices(); }});
    view->messages().showMessage(MessageBar::News, text, actions);
}

void MainWindow::Parts::showPlanPrices()
{
    if (!openedPlan || planPrices)
        return;
    planPrices = new PlanPricesDialog(*openedPlan, *todaysCatalog(), services.today, todays != nullptr, &window);
    planPrices->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(planPrices, &PlanPricesDialog::chosen, &window, [this](bool plansPrices) { usePlanPrices(plansPrices); });
    comparePlan(); // the answers may be others than those of the file by now
    planPrices->open();
}

void MainWindow::Parts::usePlanPrices(bool plansPrices)
{
    if (plansPrices == (todays != nullptr) || (plansPrices && !openedPlan))
        return;
    if (plansPrices) {
        todays = services.catalog;
        useCatalog(std::make_shared<const Catalog>(withPlanPrices(*todays, *openedPlan)));
        view->plan().showNote(planPricesNote(openedPlan->date));
        return;
    }
    useCatalog(std::exchange(todays, nullptr));
    view->plan().showNote({});
}

} // namespace rightrig
