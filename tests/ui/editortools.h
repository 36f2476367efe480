// What the tests of the course editor share: typing, choosing, answering its file dialogs.
#pragma once

#include "wizardtools.h"

#include "app/composition.h"
#include "db/documents/coursefile.h"
#include "models/domain/coursecheck.h"
#include "ui/classroom/assignmentsform.h"
#include "ui/classroom/courseeditor.h"
#include "ui/messagebar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

namespace wizardtools {

/// Everything the program uses, with a session in a folder of its own.
inline Services programServicesIn(const QString& folder)
{
    Services services = makeServices(catalogue());
    services.today = QDate(2026, 11, 23);
    services.sessionFile = folder + QStringLiteral("/session.json");
    services.detectComputer = sampleComputer;
    return services;
}

inline void type(QWidget& parent, const char* name, const QString& text)
{
    auto& edit = find<QLineEdit>(parent, name);
    edit.selectAll();
    if (text.isEmpty())
        QTest::keyClick(&edit, Qt::Key_Delete);
    else
        QTest::keyClicks(&edit, text);
}

/// As if it had been chosen with mouse or keys.
inline void choose(QComboBox& combo, int index)
{
    combo.setCurrentIndex(index);
    Q_EMIT combo.activated(index);
}
inline void choose(QWidget& parent, const char* name, int index) { choose(find<QComboBox>(parent, name), index); }

inline void choosePreset(QWidget& parent, const char* id)
{
    auto& combo = find<QComboBox>(parent, "assignmentPresetQComboBox");
    const int index = combo.findData(QString::fromLatin1(id));
    QVERIFY(index >= 0);
    choose(combo, index);
}

inline void press(QWidget& parent, const char* name) { find<QPushButton>(parent, name).click(); }
inline void trigger(QWidget& parent, const char* name) { find<QAction>(parent, name).trigger(); }
inline QString said(const QWidget& window) { return window.findChild<MessageBar*>()->text(); }

/// Answers the open file dialog with this path.
inline void answerFile(QWidget& window, const QString& path)
{
    auto* dialog = window.findChild<QFileDialog*>(QStringLiteral("fileQFileDialog"));
    QVERIFY(dialog);
    dialog->selectFile(path);
    dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(path);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

inline std::optional<Course> courseIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto read = readCourse(file.readAll());
    return std::holds_alternative<Course>(read) ? std::optional(std::get<Course>(std::move(read))) : std::nullopt;
}

inline QString sampleCoursePath() { return sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")); }

} // namespace wizardtools
