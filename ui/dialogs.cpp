#include "ui/dialogs.h"

#include "models/qt/glossary.h"
#include "ui/forms/form.h"
#include "ui/forms/icons.h"
#include "ui/wizard/steps.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rightrig {

namespace {

struct DialogsWords
{
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

/// A dialog that frees itself when closed; content goes above its Close button.
QDialog* makeDialog(QWidget* parent, const QString& stem, const QString& title, QVBoxLayout*& content)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(stem + QStringLiteral("QDialog"));
    dialog->setWindowTitle(title);
    auto* box = new QVBoxLayout(dialog);
    content = new QVBoxLayout;
    box->addLayout(content, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    box->addWidget(buttons);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(metrics.averageCharWidth() * 72, metrics.height() * 20);
    return dialog;
}

QPlainTextEdit* addText(QVBoxLayout& content, const QString& stem, const QString& name, const QString& text)
{
    auto* edit = new QPlainTextEdit(text);
    setName(*edit, stem);
    edit->setAccessibleName(name);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    content.addWidget(edit);
    return edit;
}

QString glossaryText(const QString& filter)
{
    QStringList parts;
    for (const GlossaryEntry& entry : glossary()) {
        if (filter.isEmpty() || entry.term.contains(filter, Qt::CaseInsensitive) || entry.text.contains(filter, Qt::CaseInsensitive))
            parts.append(QStringLiteral("%1\n    %2").arg(entry.term, entry.text));
    }
    return parts.isEmpty() ? DialogsWords::tr("No word like that. Try a shorter one.") : parts.join(QStringLiteral("\n\n"));
}

QString licences()
{
    return DialogsWords::tr(
        "RightRig is free software under the GNU General Public License, version 3 or later. It comes with no warranty.\n\n"
        "It is made with:\n"
        "Qt %1 (LGPL-3.0; Qt Charts: GPL-3.0)\n"
        "SQLite (public domain), SQLiteCpp (MIT)\n"
        "JSON for Modern C++ (MIT)\n"
        "Boost.Program_options (Boost Software License 1.0)\n"
        "qpdf (Apache-2.0)\n"
        "DejaVu fonts (Bitstream Vera licence)\n\n"
        "It sends nothing anywhere, and it needs no account.")
        .arg(QString::fromLatin1(qVersion()));
}

} // namespace

void showHelp(QWidget* parent, int number)
{
    QVBoxLayout* content = nullptr;
    QDialog* dialog = makeDialog(parent, QStringLiteral("help"), DialogsWords::tr("Help"), content);
    const Step& page = step(number);
    QStringList parts{page.question, page.why};
    parts += page.help;
    parts.removeAll(QString());
    addText(*content, QStringLiteral("help"), DialogsWords::tr("Help for this page"), parts.join(QStringLiteral("\n\n")));
    auto* words = new QPushButton(DialogsWords::tr("Words explained"), dialog);
    setName(*words, QStringLiteral("words"));
    QObject::connect(words, &QPushButton::clicked, parent, [parent, dialog] {
        dialog->close();
        showGlossary(parent);
    });
    content->addWidget(words, 0, Qt::AlignLeft);
    dialog->open();
}

void showGlossary(QWidget* parent)
{
    QVBoxLayout* content = nullptr;
    QDialog* dialog = makeDialog(parent, QStringLiteral("glossary"), DialogsWords::tr("Words explained"), content);
    auto* filter = new QLineEdit(dialog);
    setName(*filter, QStringLiteral("glossaryFilter"));
    filter->setAccessibleName(DialogsWords::tr("Find a word"));
    filter->setPlaceholderText(DialogsWords::tr("Find a word"));
    filter->setClearButtonEnabled(true);
    content->addWidget(filter);
    QPlainTextEdit* text = addText(*content, QStringLiteral("glossary"), DialogsWords::tr("Words explained"), glossaryText({}));
    QObject::connect(filter, &QLineEdit::textChanged, text, [text](const QString& wanted) { text->setPlainText(glossaryText(wanted)); });
    filter->setFocus();
    dialog->open();
}

void showAbout(QWidget* parent)
{
    QVBoxLayout* content = nullptr;
    QDialog* dialog = makeDialog(parent, QStringLiteral("about"), DialogsWords::tr("About RightRig"), content);
    auto* logo = new QLabel(dialog);
    logo->setPixmap(programIcon().pixmap(QSize(64, 64), dialog->devicePixelRatioF()));
    content->addWidget(logo);
    auto* title = new QLabel(
        DialogsWords::tr("RightRig %1: which computer do you need for machine learning?").arg(QCoreApplication::applicationVersion()),
        dialog);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    content->addWidget(title);
    addText(*content, QStringLiteral("licences"), DialogsWords::tr("Licences"), licences());
    dialog->open();
}

} // namespace rightrig
