// "Which column is which?": the top of a roster, and for each thing we want to know the column that says it.
#pragma once

#include "ui/classroom/batchservices.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QPushButton;
class QVBoxLayout;

namespace rightrig {

class ColumnsDialog : public QDialog
{
    Q_OBJECT
public:
    /// Starts with what `look` recognised, or with `chosen` if somebody chose before.
    ColumnsDialog(const RosterLook& look, const QMap<QString, QString>& chosen, QWidget* parent = nullptr);
    [[nodiscard]] QMap<QString, QString> columns() const;

private:
    void addPreview(QVBoxLayout& box, const RosterLook& look);
    void addChoice(QFormLayout& form, const QString& member, const QString& text, const QStringList& headings, const QString& now);
    void check();

    QMap<QString, QComboBox*> m_choices; ///< by member
    QPushButton* m_ok = nullptr;
};

/// "ID: Matrikelnr.; memory: RAM": what each column says, in one line.
[[nodiscard]] QString columnsText(const QMap<QString, QString>& columns);

} // namespace rightrig
