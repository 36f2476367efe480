// What the main window is made of. Only mainwindow*.cpp include this.
#pragma once

#include "models/qt/estimaterunner.h"
#include "ui/forms/choices.h"
#include "ui/history.h"
#include "ui/mainwindow.h"
#include "ui/menus.h"
#include "ui/session.h"

#include <QElapsedTimer>
#include <QPointer>

namespace rightrig {

class CourseEditor;
class Form;
class MessageBar;
class PlanPricesDialog;
class PricesDialog;
class ResultsPage;
class WizardView;

struct MainWindow::Parts
{
    Parts(MainWindow& owner, Services given);

    // answers (mainwindow.cpp)
    void connectMenus();
    void connectView();
    void connectEngine();
    void start();
    void take(const Form& form);
    void replace(const Answers& newAnswers, bool undoable = true);
    void afterChange();
    void startAgain();
    void lookForComputer();
    void step(const std::optional<Answers>& state);
    void showPage(int number);
    ResultsPage& resultsPage();
    void showResults(const std::shared_ptr<const Results>& results);
    void setLook(const Look& look);

    // the course (mainwindowcourse.cpp)
    /// Null leaves the course. What the course presets fills what the student left open.
    void setCourse(std::shared_ptr<const Course> next);
    void openCourse(const Course& next);
    void leaveCourse();
    CourseEditor& courseEditor(); ///< made when it is first wanted
    void askCourseToEdit();
    [[nodiscard]] int firstPage() const;        ///< that asks something
    [[nodiscard]] Answers fixed() const;        ///< by the course; nothing without one
    [[nodiscard]] Answers shownAnswers() const; ///< the student's, with what the course fixes

    // files (mainwindowfiles.cpp)
    void askOpen();
    void askSaveAnswers();
    void askSavePdf();
    void open(const QString& path);
    void show(const SavedPlan& opened, const QString& name);
    void saveAnswers(const QString& path);
    QString savePdf(const QString& path);
    void savePdfAndTell(const QString& path);

    // an opened plan's prices (mainwindowplan.cpp)
    [[nodiscard]] static QString noPlanText();
    void setUpPlan();
    void openPlan(const SavedPlan& next);
    void forgetPlan();
    void comparePlan();
    void showPlanMeaning(const QString& meaning);
    void sayOpened(const QString& text);
    void showPlanPrices();
    void usePlanPrices(bool plansPrices);
    [[nodiscard]] const std::shared_ptr<const Catalog>& todaysCatalog() const;

    // prices (mainwindowprices.cpp)
    void useCatalog(const std::shared_ptr<const Catalog>& catalog);
    [[nodiscard]] static QString withoutOwnPricesText();
    void showPrices();
    void changePrice(const QString& offer);
    void takePrices(const std::shared_ptr<const Catalog>& catalog);
    void showPriceEffect(const Results& now);
    void sayPriceProblem();

    MainWindow& window;
    Services services;
    FormContext context;
    Answers answers; ///< the student's own
    std::shared_ptr<const Course> course;
    History<Answers> history;
    EstimateRunner runner;
    Session session;
    Menus menus;
    WizardView* view = nullptr;
    QWidget* resultPlace = nullptr;
    QPointer<ResultsPage> results;
    QPointer<PricesDialog> prices;
    QPointer<CourseEditor> editor;
    std::shared_ptr<const SavedPlan> openedPlan; ///< the opened one, if its prices are not today's
    std::shared_ptr<const Catalog> todays;       ///< while the plan's prices count; else null
    QPointer<PlanPricesDialog> planPrices;
    QString planMessage;                             ///< what the message bar says until the meaning of the changes is known
    int planAsked = 0;                               ///< answers to older questions are dropped
    std::shared_ptr<const Results> beforePrices;     ///< the answer before prices were changed, until there is a new one
    std::optional<std::vector<WouldChange>> changes; ///< of the present results; empty: not known yet
    QPointer<const QObject> lastForm;                ///< changes of one form in quick succession are one step to undo
    QElapsedTimer sinceChange;
    bool shown = false;
};

} // namespace rightrig
