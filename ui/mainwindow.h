// The wizard's window: step list, page, "So far" panel, menu. Owns the answers and the session.
#pragma once

#include "ui/services.h"

#include <QMainWindow>

#include <memory>

namespace rightrig {

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget* parent = nullptr);
    ~MainWindow() override;
    /// Opens saved answers, a course or a RightRig PDF; shows the problem in the message bar and keeps what was there if it cannot.
    void openAnswersFile(const QString& path);
    void setAnswers(const Answers& answers);
    [[nodiscard]] Answers answers() const;
    void showPage(int number); ///< 1 to 9
    [[nodiscard]] int pageNumber() const;
    /// Writes the PDF; returns an empty string or what went wrong.
    QString savePdf(const QString& path);

Q_SIGNALS:
    void firstPageShown();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override; ///< saved answers can be dropped anywhere
    void dropEvent(QDropEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace rightrig
