// The course editor's page of services on the web that students may, or may not, use.
#pragma once

#include "ui/classroom/courseform.h"

#include <memory>

class QLabel;
class QTableWidget;
class QTableWidgetItem;

namespace rightrig {

struct Catalog;

class ServicesForm : public CourseForm
{
    Q_OBJECT
public:
    explicit ServicesForm(const std::shared_ptr<const Catalog>& catalog, QWidget* parent = nullptr);
    void load(const Course& course) override;
    [[nodiscard]] QWidget* fieldFor(const QString& path) override;

private:
    enum Column { Name, Kind, Only, Never };
    void take(const QTableWidgetItem* item);
    void fill(const std::vector<std::string>& names);
    void showSummary(const Course& course);

    std::vector<std::pair<std::string, QString>> m_known; ///< providers of the catalogue, and what they are
    std::vector<std::string> m_names;                     ///< of the rows
    QTableWidget* m_table;
    QLabel* m_summary;
};

} // namespace rightrig
