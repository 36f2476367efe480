// "Make reports for a roster": a PDF for every student of a course, made while one watches.
#pragma once

#include "ui/services.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace rightrig {

class MessageBar;

class ReportsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ReportsDialog(const Services& services, QWidget* parent = nullptr);
    ~ReportsDialog() override;
    void setCourse(const QString& path);
    void setRoster(const QString& path); ///< looks at its columns; asks if no column of IDs is known
    void setFolder(const QString& path);
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void reject() override;

private:
    QPushButton* addButton(const QString& name, const QString& text);
    QLineEdit* addPath(QFormLayout& form, const QString& name, const QString& text, void (ReportsDialog::*ask)());
    void setUpForm(QVBoxLayout& box);
    void setUpProgress(QVBoxLayout& box);
    void setUpButtons(QVBoxLayout& box);
    void askCourse();
    void askRoster();
    void askFolder();
    void askColumns();
    void lookAtRoster();
    void start();
    void stop();
    void finish(bool good, const QString& summary);
    void showState();

    Services m_services;
    RosterLook m_look;
    QString m_looked;                 ///< the roster that m_look is about
    QMap<QString, QString> m_columns; ///< chosen; empty: as the headings say
    std::unique_ptr<BatchRun> m_run;  ///< null while none is running
    MessageBar* m_messages = nullptr;
    QLineEdit *m_course = nullptr, *m_roster = nullptr, *m_folder = nullptr;
    QLabel* m_columnsLabel = nullptr;
    QPushButton *m_columnsButton = nullptr, *m_make = nullptr, *m_cancel = nullptr;
    QCheckBox* m_force = nullptr;
    QComboBox* m_paper = nullptr;
    QProgressBar* m_progress = nullptr;
    QPlainTextEdit* m_problems = nullptr;
    QWidget* m_form = nullptr;
};

/// Opens the dialog over `parent`; it frees itself when closed.
void showReports(QWidget* parent, const Services& services);

} // namespace rightrig
