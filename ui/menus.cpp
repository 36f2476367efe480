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

struct Words
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
    QMenu* file = bar.addMenu(Words::tr("&File"));
    menus.open = add(*file, QStringLiteral("open"), Words::tr("&Open answers..."), QKeySequence::Open);
    menus.save = add(*file, QStringLiteral("save"), Words::tr("&Save answers as..."), QKeySequence::Save);
    menus.savePdf = add(*file, QStringLiteral("savePdf"), Words::tr("Save &PDF..."), QKeySequence(Qt::CTRL | Qt::Key_P));
    file->addSeparator();
    menus.startAgain = add(*file, QStringLiteral("startAgain"), Words::tr("Start &again"));
    file->addSeparator();
    menus.quit = add(*file, QStringLiteral("quit"), Words::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void makeViewMenu(QMenuBar& bar, Menus& menus)
{
    QMenu* view = bar.addMenu(Words::tr("&View"));
    menus.theme = addChoices(*view,
        {{Words::tr("As the &system"), int(ThemeMode::System)}, {Words::tr("&Light"), int(ThemeMode::Light)},
            {Words::tr("&Dark"), int(ThemeMode::Dark)}});
    view->addSeparator();
    QMenu* size = view->addMenu(Words::tr("&Text size"));
    QList<std::pair<QString, int>> sizes;
    for (const int percent : {100, 125, 150, 175, 200})
        sizes.append({Words::tr("%1 %").arg(QString::number(percent)), percent});
    menus.textSize = addChoices(*size, sizes);
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
    QMenu* edit = bar.addMenu(Words::tr("&Edit"));
    menus.undo = add(*edit, QStringLiteral("undo"), Words::tr("&Undo answer"), QKeySequence::Undo);
    menus.redo = add(*edit, QStringLiteral("redo"), Words::tr("&Redo answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    makeViewMenu(bar, menus);
    QMenu* help = bar.addMenu(Words::tr("&Help"));
    menus.help = add(*help, QStringLiteral("help"), Words::tr("&Help for this page"), QKeySequence::HelpContents);
    menus.glossary = add(*help, QStringLiteral("glossary"), Words::tr("&Words explained"));
    menus.accuracy = add(*help, QStringLiteral("accuracy"), Words::tr("How &accurate are these numbers?"));
    menus.about = add(*help, QStringLiteral("about"), Words::tr("A&bout RightRig"));
    return menus;
}

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
