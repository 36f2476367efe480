#include "models/qt/coursepreviewer.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <exception>

namespace rightrig {

namespace {

struct Previewed
{
    std::shared_ptr<const CoursePreview> preview;
    QString problem;
};

/// Runs on a thread of the pool: knows nothing of the previewer, which may be gone by then.
Previewed compute(const Course& course, const Catalog& catalog, const std::function<bool()>& overtaken)
{
    try {
        return {std::make_shared<const CoursePreview>(previewOf(course, catalog, overtaken)), {}};
    } catch (const std::exception& problem) {
        return {nullptr, QString::fromUtf8(problem.what())};
    }
}

} // namespace

CoursePreviewer::CoursePreviewer(std::shared_ptr<const Catalog> catalog, QObject* parent)
    : QObject(parent), m_catalog(std::move(catalog)), m_newest(std::make_shared<std::atomic<int>>(0))
{ }

CoursePreviewer::~CoursePreviewer()
{
    ++*m_newest; // whatever still runs stops at its next look
}

void CoursePreviewer::request(const Course& course)
{
    const int number = ++*m_newest;
    m_running = true;
    auto* watcher = new QFutureWatcher<Previewed>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        if (m_newest->load() != number)
            return;
        m_running = false;
        const Previewed found = watcher->result();
        if (found.preview)
            Q_EMIT ready(found.preview);
        else
            Q_EMIT failed(found.problem);
    });
    watcher->setFuture(QtConcurrent::run([course, catalog = m_catalog, newest = m_newest, number] {
        return compute(course, *catalog, [newest, number] { return newest->load() != number; });
    }));
}

} // namespace rightrig
