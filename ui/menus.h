// The menu bar and its actions. What they do is connected by the main window.
#pragma once

#include "ui/theme.h"

class QAction;
class QActionGroup;
class QMainWindow;

namespace rightrig {

struct Menus
{
    QAction *open = nullptr, *save = nullptr, *savePdf = nullptr, *startAgain = nullptr, *quit = nullptr;
    QAction *undo = nullptr, *redo = nullptr, *prices = nullptr;
    QActionGroup* theme = nullptr;    ///< data(): int(ThemeMode)
    QActionGroup* textSize = nullptr; ///< data(): percent
    QAction *help = nullptr, *glossary = nullptr, *accuracy = nullptr, *about = nullptr;
};

[[nodiscard]] Menus makeMenus(QMainWindow& window);

/// What the student chose to see, kept between starts.
struct Look
{
    ThemeMode theme = ThemeMode::System;
    int textPercent = 100;
};
[[nodiscard]] Look storedLook();
void storeLook(const Look& look);
/// Applies it to the program and ticks it in the menus.
void applyLook(const Look& look, const Menus& menus);

} // namespace rightrig
