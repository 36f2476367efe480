// Choosing a file in the folder that was used last.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace rightrig {

/// Opens a dialog that frees itself and calls `run` with the chosen file. With a `name` it asks where to save, without one what to open.
void askFile(
    QWidget* parent, const QString& title, const QString& filter, const QString& name, const std::function<void(const QString&)>& run);

} // namespace rightrig
