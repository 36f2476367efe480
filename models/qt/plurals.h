// English plurals for texts that count: "%n price(s)" is shown as "1 price" and "2 prices".
#pragma once

class QCoreApplication;

namespace rightrig {

/// To be called once the application exists. A language's own translation, installed later, comes before it.
void installPlurals(QCoreApplication& application);

} // namespace rightrig
