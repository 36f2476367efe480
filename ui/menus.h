// The menu bar and its actions. What they do is connected by the main window.
#pragma once

#include "ui/theme.h"

#include <cstdint>

class QAction;
class QActionGroup;
class QMainWindow;

namespace rightrig {

struct Menus
{
    QAction *open = nullptr, *save = nullptr, *savePdf = nullptr, *startAgain = nullptr, *quit = nullptr;
    QAction *pdfName = nullptr, *pdfAnswers = nullptr; ///< checked: the PDF carries it
    QAction *undo = nullptr, *redo = nullptr, *prices = nullptr, *planPrices = nullptr;
    QActionGroup* theme = nullptr;    ///< data(): int(ThemeMode)
    QActionGroup* textSize = nullptr; ///< data(): percent
    QAction *courseNew = nullptr, *courseEdit = nullptr, *courseSample = nullptr, *classOverview = nullptr, *classReports = nullptr;
    QAction *help = nullptr, *glossary = nullptr, *accuracy = nullptr, *about = nullptr;
};

[[nodiscard]] Menus makeMenus(QMainWindow& window);
/// Greys the entry out and says why, to the mouse and to a screen reader; an empty reason makes it usable.
void setOff(QAction& action, const QString& reason);

/// What the student lets the PDF carry, kept between starts; everything unless it was unchecked.
enum class PdfChoice : std::uint8_t { Name, Answers };
[[nodiscard]] bool storedPdfChoice(PdfChoice choice);
void storePdfChoice(PdfChoice choice, bool carried);

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
