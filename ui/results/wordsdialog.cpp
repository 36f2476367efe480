#include "ui/results/wordsdialog.h"

#include "models/qt/glossary.h"
#include "ui/results/parts.h"

#include <QDialogButtonBox>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rightrig {

WordsDialog::WordsDialog(const QString& text, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("wordsDialog"));
    setWindowTitle(tr("Words explained"));
    auto* list = new QWidget;
    list->setObjectName(QStringLiteral("wordsWidget"));
    auto* box = new QVBoxLayout(list);
    QList<GlossaryEntry> entries = glossaryFor(text);
    if (entries.isEmpty())
        entries = glossary();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto* term = plainLabel(QStringLiteral("term%1Label").arg(i), list, 1.0, true);
        auto* meaning = plainLabel(QStringLiteral("meaning%1Label").arg(i), list);
        term->setText(entries[i].term);
        meaning->setText(entries[i].text);
        box->addWidget(term);
        box->addWidget(meaning);
        box->addSpacing(fontMetrics().height() / 3);
    }
    box->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("wordsScrollArea"));
    scroll->setAccessibleName(windowTitle());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(list);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setObjectName(QStringLiteral("wordsDialogButtonBox"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* outer = new QVBoxLayout(this);
    outer->addWidget(scroll, 1);
    outer->addWidget(buttons);
    const int em = fontMetrics().height();
    resize(em * 34, em * 26);
}

} // namespace rightrig
