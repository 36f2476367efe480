// Tries a course out off the GUI thread and drops what a newer change has overtaken.
#pragma once

#include "models/domain/coursepreview.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace rightrig {

class CoursePreviewer : public QObject
{
    Q_OBJECT
public:
    explicit CoursePreviewer(std::shared_ptr<const Catalog> catalog, QObject* parent = nullptr);
    ~CoursePreviewer() override;
    /// ready() or failed() follows, unless a newer request comes first.
    void request(const Course& course);
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void ready(const std::shared_ptr<const rightrig::CoursePreview>& preview);
    void failed(const QString& problem); ///< the catalogue lacks something

private:
    std::shared_ptr<const Catalog> m_catalog;
    std::shared_ptr<std::atomic<int>> m_newest;
    bool m_running = false;
};

} // namespace rightrig
