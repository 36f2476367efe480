#include "ui/menus.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

#include <algorithm>

namespace rightrig {

namespace {

struct MenusWords
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

QAction* add(QMenu& menu, const QString& name, const QString& text, const QKeySequence& keys = {})
{
    QAction* action = menu.addAction(text);
    action->setObjectName(name + QStringLiteral("QAction"));
    action->setShortcut(keys);
    return action;
}

QString pdfKey(PdfChoice choice) { return choice == PdfChoice::Name ? QStringLiteral("pdf/name") : QStringLiteral("pdf/answers"); }

QAction* addPdfChoice(QMenu& menu, const QString& name, const QString& text, PdfChoice choice)
{
    QAction* action = add(menu, name, text);
    action->setCheckable(true);
    action->setChecked(storedPdfChoice(choice));
    return action;
}

QActionGroup* addChoices(QMenu& menu, const QList<std::pair<QString, int>>& choices)
{
    auto* group = new QActionGroup(&menu);
    for (const auto& [text, value] : choices) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    }
    return group;
}

void makeFileMenu(QMenuBar& bar, Menus& menus)
{
    QMenu* file = bar.addMenu(MenusWords::tr("&File"));
    menus.open = add(*file, QStringLiteral("open"), MenusWords::tr("&Open answers, course or PDF..."), QKeySequence::Open);
    menus.save = add(*file, QStringLiteral("save"), MenusWords::tr("&Save answers as..."), QKeySequence::Save);
    menus.savePdf = add(*file, QStringLiteral("savePdf"), MenusWords::tr("Save &PDF..."), QKeySequence(Qt::CTRL | Qt::Key_P));
    QMenu* pdf = file->addMenu(MenusWords::tr("The PDF &carries"));
    menus.pdfName = addPdfChoice(*pdf, QStringLiteral("pdfName"), MenusWords::tr("my &name and ID"), PdfChoice::Name);
    menus.pdfAnswers
        = addPdfChoice(*pdf, QStringLiteral("pdfAnswers"), MenusWords::tr("my &answers, to open it again"), PdfChoice::Answers);
    file->addSeparator();
    menus.startAgain = add(*file, QStringLiteral("startAgain"), MenusWords::tr("Start &again"));
    file->addSeparator();
    menus.quit = add(*file, QStringLiteral("quit"), MenusWords::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void makeViewMenu(QMenuBar& bar, Menus& menus)
{
    QMenu* view = bar.addMenu(MenusWords::tr("&View"));
    menus.theme = addChoices(*view,
        {{MenusWords::tr("As the &system"), int(ThemeMode::System)}, {MenusWords::tr("&Light"), int(ThemeMode::Light)},
            {MenusWords::tr("&Dark"), int(ThemeMode::Dark)}});
    view->addSeparator();
    QMenu* size = view->addMenu(MenusWords::tr("&Text size"));
    QList<std::pair<QString, int>> sizes;
    for (const int percent : {100, 125, 150, 175, 200})
        sizes.append({MenusWords::tr("%1 %").arg(QString::number(percent)), percent});
    menus.textSize = addChoices(*size, sizes);
}

void makeInstructorsMenu(QMenuBar& bar, Menus& menus)
{
    QMenu* instructors = bar.addMenu(MenusWords::tr("For &instructors"));
    menus.courseNew = add(*instructors, QStringLiteral("courseNew"), MenusWords::tr("&New course profile..."));
    menus.courseEdit = add(*instructors, QStringLiteral("courseEdit"), MenusWords::tr("&Edit course profile..."));
    menus.courseSample = add(*instructors, QStringLiteral("courseSample"), MenusWords::tr("&Sample course"));
    instructors->addSeparator();
    menus.classOverview = add(*instructors, QStringLiteral("classOverview"), MenusWords::tr("&Class overview..."));
    menus.classReports = add(*instructors, QStringLiteral("classReports"), MenusWords::tr("Make &reports for a roster..."));
}

void tick(const QActionGroup& group, int value)
{
    const QList<QAction*> actions = group.actions();
    for (QAction* action : actions)
        action->setChecked(action->data().toInt() == value);
}

} // namespace

Menus makeMenus(QMainWindow& window)
{
    Menus menus;
    QMenuBar& bar = *window.menuBar();
    makeFileMenu(bar, menus);
    QMenu* edit = bar.addMenu(MenusWords::tr("&Edit"));
    edit->setToolTipsVisible(true); // for what is greyed out
    menus.undo = add(*edit, QStringLiteral("undo"), MenusWords::tr("&Undo answer"), QKeySequence::Undo);
    menus.redo = add(*edit, QStringLiteral("redo"), MenusWords::tr("&Redo answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    edit->addSeparator();
    menus.prices = add(*edit, QStringLiteral("prices"), MenusWords::tr("&Prices..."));
    menus.planPrices = add(*edit, QStringLiteral("planPrices"), MenusWords::tr("&What changed since the plan..."));
    makeViewMenu(bar, menus);
    makeInstructorsMenu(bar, menus);
    QMenu* help = bar.addMenu(MenusWords::tr("&Help"));
    menus.help = add(*help, QStringLiteral("help"), MenusWords::tr("&Help for this page"), QKeySequence::HelpContents);
    menus.glossary = add(*help, QStringLiteral("glossary"), MenusWords::tr("&Words explained"));
    menus.accuracy = add(*help, QStringLiteral("accuracy"), MenusWords::tr("How &accurate are these numbers?"));
    menus.about = add(*help, QStringLiteral("about"), MenusWords::tr("A&bout RightRig"));
    return menus;
}

void setOff(QAction& action, const QString& reason)
{
    action.setEnabled(reason.isEmpty());
    action.setToolTip(reason);
    action.setStatusTip(reason);
    action.setWhatsThis(reason);
}

bool storedPdfChoice(PdfChoice choice) { return QSettings().value(pdfKey(choice), true).toBool(); }

void storePdfChoice(PdfChoice choice, bool carried) { QSettings().setValue(pdfKey(choice), carried); }

Look storedLook()
{
    const QSettings settings;
    Look look;
    look.theme = static_cast<ThemeMode>(std::clamp(settings.value(QStringLiteral("view/theme"), 0).toInt(), 0, 2));
    look.textPercent = std::clamp(settings.value(QStringLiteral("view/textPercent"), 100).toInt(), 100, 200);
    return look;
}

void storeLook(const Look& look)
{
    QSettings settings;
    settings.setValue(QStringLiteral("view/theme"), int(look.theme));
    settings.setValue(QStringLiteral("view/textPercent"), look.textPercent);
}

void applyLook(const Look& look, const Menus& menus)
{
    applyTheme(*qApp, look.theme, look.textPercent);
    tick(*menus.theme, int(look.theme));
    tick(*menus.textSize, look.textPercent);
}

} // namespace rightrig
