// Own light and dark palettes (Qt 6.4 has no colour scheme of its own) and the chart colours of the research notes.
#pragma once

#include "models/qt/chartdata.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace rightrig {

enum class ThemeMode { System, Light, Dark };

/// Fusion, our palette, text size in percent (100-200). Call again to change it while running.
void applyTheme(QApplication& application, ThemeMode mode, int textPercent);
/// Tells of each new text size: before the window runs, Qt tells nobody, and widgets with a font of their own never hear of it.
class FontNotifier : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void fontChanged();
};
[[nodiscard]] FontNotifier& fontNotifier();
[[nodiscard]] bool isDark(const QPalette& palette);

/// Everything a chart paints with; shape and label always back the colour up.
struct ChartStyle
{
    QColor background, text, grid, guide, frontier, highlight;
    QFont font;
    bool dark = false;
};
[[nodiscard]] ChartStyle chartStyle(const QPalette& palette, const QFont& font);
[[nodiscard]] ChartStyle printStyle(const QFont& font); ///< white paper, readable in grey
[[nodiscard]] QColor familyColour(ChartFamily family, bool dark);
[[nodiscard]] QString familyName(ChartFamily family);
/// Loads the program's own font (resources) once; the family to use for text and PDF.
[[nodiscard]] QString programFontFamily();

} // namespace rightrig
