// "A real run took ...": typed or pasted, kept as a measurement of this computer, compared with the estimate, and taken out again.
#pragma once

#include "models/domain/catalog.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rightrig {

class NumberEdit;

class RunsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit RunsEditor(std::shared_ptr<const Catalog> catalog, QWidget* parent = nullptr);
    /// Shows the runs of this computer, each beside what we would have said. Emits nothing.
    void setFacts(const ComputerFacts& facts);
    [[nodiscard]] const std::vector<OwnRun>& runs() const { return m_facts.runs; }

Q_SIGNALS:
    void edited();

private:
    void setUpText(QVBoxLayout& box);
    void setUpFields(QVBoxLayout& box);
    void readText();
    void add();
    void takeOut(std::size_t run);
    void showUnit();
    void showRuns();
    [[nodiscard]] OwnRun typed() const;
    void setTyped(const OwnRun& run);

    std::shared_ptr<const Catalog> m_catalog;
    ComputerFacts m_facts;
    QLineEdit* m_text;
    QPushButton *m_read, *m_add;
    QComboBox *m_job, *m_unit, *m_part;
    NumberEdit *m_samples, *m_time;
    QLabel* m_message;
    QVBoxLayout* m_list;
    std::vector<QWidget*> m_rows;
};

} // namespace rightrig
