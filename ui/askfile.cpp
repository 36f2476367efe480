#include "ui/askfile.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace rightrig {

namespace {

const char folderKey[] = "files/folder";

QString lastFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = QSettings().value(QLatin1String(folderKey), documents).toString();
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void rememberFolder(const QString& path) { QSettings().setValue(QLatin1String(folderKey), QFileInfo(path).absolutePath()); }

} // namespace

void askFile(
    QWidget* parent, const QString& title, const QString& filter, const QString& name, const std::function<void(const QString&)>& run)
{
    auto* dialog = new QFileDialog(parent, title, lastFolder(), filter);
    dialog->setObjectName(QStringLiteral("fileQFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(name.isEmpty() ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setAcceptMode(name.isEmpty() ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    if (!name.isEmpty()) {
        dialog->setDefaultSuffix(QFileInfo(name).completeSuffix()); // "rightrig-course.json": double click depends on it
        dialog->selectFile(name);
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [run](const QString& path) {
        rememberFolder(path);
        run(path);
    });
    dialog->open();
}

} // namespace rightrig
