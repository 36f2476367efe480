// "Test it": measures this computer off the GUI thread, shows live figures, can be stopped, and says what came out.
#pragma once

#include "models/qt/measure/machinetest.h"

#include <QFutureWatcher>
#include <QTimer>
#include <QWidget>

#include <variant>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rightrig {

using MachineTesting = std::function<std::optional<MachineProfile>(const TestOptions&)>;

/// How a test is written to a file and read again (`rightrig.profile/1`). Empty: no files.
struct ProfileFiles
{
    std::function<QByteArray(const MachineProfile&)> write;
    std::function<std::variant<MachineProfile, QString>(const QByteArray&)> read; ///< or what is wrong with it
};

class MachineTester : public QWidget
{
    Q_OBJECT
public:
    /// Does nothing and hides itself without `test`.
    explicit MachineTester(MachineTesting test, QWidget* parent = nullptr);
    ~MachineTester() override;
    /// The profile to show; emits nothing.
    void setProfile(const std::optional<MachineProfile>& profile);
    void setFiles(ProfileFiles files);
    /// Writes the test to a file, or reads one. What went wrong is said below the buttons.
    void saveTo(const QString& path);
    void openFrom(const QString& path);
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    void tested(const rightrig::MachineProfile& profile);
    void opened(const rightrig::MachineProfile& profile); ///< from a file; it may be of another computer
    void forgotten();                                     ///< the person took the test's figures out

private:
    struct Live;
    void setUp();
    void start();
    void cancel();
    void showLive();
    void finish();
    void show();
    void copyFacts();
    void askFile(bool save);

    MachineTesting m_test;
    ProfileFiles m_files;
    std::optional<MachineProfile> m_profile;
    std::shared_ptr<Live> m_live; ///< written by the test, read by the timer
    QFutureWatcher<std::optional<MachineProfile>> m_watcher;
    QTimer m_timer;
    QPushButton *m_start, *m_cancel, *m_copy, *m_save, *m_open, *m_forget;
    QProgressBar* m_progress;
    QLabel *m_figure, *m_summary;
};

} // namespace rightrig
