#include "ui/wizard/mnemonics.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSet>

namespace rightrig {

namespace {

/// Position of the best free letter: the start of a word before any other; -1 if all are taken.
qsizetype freeLetter(const QString& text, const QSet<QChar>& taken)
{
    for (const bool wordStart : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool atStart = i == 0 || text.at(i - 1).isSpace();
            if (text.at(i).isLetter() && (atStart || !wordStart) && !taken.contains(text.at(i).toUpper()))
                return i;
        }
    }
    return -1;
}

QString marked(QString text, QSet<QChar>& taken)
{
    const qsizetype at = text.contains(QLatin1Char('&')) ? -1 : freeLetter(text, taken);
    if (at < 0)
        return text;
    taken.insert(text.at(at).toUpper());
    return text.insert(at, QLatin1Char('&'));
}

} // namespace

void assignMnemonics(QWidget& page, QLatin1String taken)
{
    QSet<QChar> used;
    for (const char letter : taken)
        used.insert(QLatin1Char(letter));
    const QList<QWidget*> widgets = page.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (auto* button = qobject_cast<QAbstractButton*>(widget); button != nullptr && !button->text().isEmpty())
            button->setText(marked(button->text(), used));
        else if (auto* label = qobject_cast<QLabel*>(widget); label != nullptr && label->buddy() != nullptr)
            label->setText(marked(label->text(), used));
    }
}

} // namespace rightrig
