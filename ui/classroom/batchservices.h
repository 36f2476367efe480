// What the window "Make reports" may ask of the rest of the program.
#pragma once

#include "ui/outcome.h"

#include <QMap>
#include <QObject>
#include <QPageSize>
#include <QStringList>

#include <functional>
#include <memory>

namespace rightrig {

/// The top of a roster: enough to see which column is which.
struct RosterLook
{
    QStringList headings;
    QList<QStringList> rows;
    QMap<QString, QString> columns; ///< what a column says ("id", "name", "ram_gib", ...) -> its heading, as far as it was recognised
};

struct BatchOrder
{
    QString course, roster, folder;
    QMap<QString, QString> columns; ///< as RosterLook::columns; empty: as the headings say
    QPageSize::PageSizeId paper = QPageSize::A4;
    bool force = false; ///< reports that are there already are written again
};

/// Reports in the making. Deleting it stops them; what is written stays, and the same order goes on from there.
class BatchRun : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void progressed(int done, int all);
    void problemFound(const QString& text); ///< of one student or row; the others go on
    /// The last of all. `good`: nothing failed. Without a summary it could not begin, or ended early.
    void finished(bool good, const QString& summary);
};

struct BatchServices
{
    std::function<Outcome<RosterLook>(const QString& path)> look;
    std::function<std::unique_ptr<BatchRun>(const BatchOrder& order)> start; ///< signals come later, never from within
};

} // namespace rightrig
