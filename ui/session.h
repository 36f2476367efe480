// The unfinished answers on disk: written soon after each change, kept for one window at a time, never lost to a bad file.
#pragma once

#include "ui/services.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

namespace rightrig {

class Session : public QObject
{
    Q_OBJECT
public:
    /// What was found at start. `problem` is one sentence; the bad file has been kept aside by then.
    struct Found
    {
        std::optional<Answers> answers;
        std::optional<Course> course;
        QString problem;
    };

    explicit Session(const Services& services, QObject* parent = nullptr);
    [[nodiscard]] Found restore();
    /// Another window has the session: this one writes nothing.
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// Writes 300 ms later. `course` may be null.
    void keep(const Answers& answers, std::shared_ptr<const Course> course);
    void flush(); ///< writes now what is still waiting

Q_SIGNALS:
    void failed(const QString& problem);

private:
    void takeLock();

    Services m_services;
    std::unique_ptr<QLockFile> m_lock;
    std::optional<Answers> m_waiting;
    std::shared_ptr<const Course> m_course; ///< of m_waiting
    QTimer m_timer;
    bool m_readOnly = false;
};

} // namespace rightrig
