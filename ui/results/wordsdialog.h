// The technical words on the page, explained in plain ones.
#pragma once

#include <QDialog>

namespace rightrig {

class WordsDialog : public QDialog
{
    Q_OBJECT
public:
    /// Entries for the words in `text`; all entries if it has none.
    explicit WordsDialog(const QString& text, QWidget* parent = nullptr);
};

} // namespace rightrig
