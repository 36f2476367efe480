// Gives every button and labelled field of a page its own Alt key, so that none is taken twice, in any language.
#pragma once

#include <QLatin1String>

class QWidget;

namespace rightrig {

/// `taken`: letters that the menu bar and the buttons below the page use. Widgets for which no letter is left go without.
void assignMnemonics(QWidget& page, QLatin1String taken);

} // namespace rightrig
