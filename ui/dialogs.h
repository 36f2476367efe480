// Help for the page, the glossary, and what this program is. All plain text, all closed with Esc.
#pragma once

class QWidget;

namespace rightrig {

void showHelp(QWidget* parent, int step); ///< of one page of the wizard
void showGlossary(QWidget* parent);
void showAbout(QWidget* parent);

} // namespace rightrig
