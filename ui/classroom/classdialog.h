// "Class overview": drop what the students handed in, see who can do what, take it along as a table or a PDF.
#pragma once

#include "models/qt/judgedclass.h"
#include "ui/services.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace rightrig {

class ClassView;
class MessageBar;

class ClassDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ClassDialog(const Services& services, QWidget* parent = nullptr);
    ~ClassDialog() override;
    /// Reads these files and folders together with those before, off the GUI thread; finished() of the watcher shows them.
    void addPaths(const QStringList& paths);
    [[nodiscard]] bool isReading() const { return m_watcher.isRunning(); }
    /// Writes a .csv or .pdf; returns an empty string or what went wrong.
    [[nodiscard]] QString exportTo(const QString& path) const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    void setUpTop(QVBoxLayout& box);
    void setUpBody(QVBoxLayout& box);
    void setUpButtons(QVBoxLayout& box);
    QPushButton* addButton(const QString& name, const QString& text, void (ClassDialog::*pressed)());
    void askFiles();
    void askFolder();
    void askExport();
    void startAgain();
    void cancel();
    void setReading(bool reading);
    void take();
    void present();
    /// With the share of work in the last days that was chosen, and without names if that was asked for.
    [[nodiscard]] std::shared_ptr<const JudgedClass> shownClass() const;

    Services m_services;
    QStringList m_paths;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::shared_ptr<std::atomic<int>> m_perMille; ///< how much has been read
    std::shared_ptr<const JudgedClass> m_judged;  ///< null before the first
    QFutureWatcher<Outcome<std::shared_ptr<const JudgedClass>>> m_watcher;
    MessageBar* m_messages = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton *m_cancel = nullptr, *m_export = nullptr, *m_again = nullptr;
    QCheckBox* m_nameless = nullptr;
    QLabel* m_hint = nullptr;
    ClassView* m_view = nullptr;
    QTimer m_ticker; ///< brings the progress from the thread that reads
};

/// Opens the dialog over `parent`; it frees itself when closed.
void showClass(QWidget* parent, const Services& services);

} // namespace rightrig
