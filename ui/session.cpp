#include "ui/session.h"

#include "models/qt/checkedfile.h"

#include <QDir>
#include <QFileInfo>

namespace rightrig {

namespace {

constexpr qint64 mostBytes = qint64{1} << 20;
constexpr int delayMilliseconds = 300;

} // namespace

Session::Session(const Services& services, QObject* parent) : QObject(parent), m_services(services)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Session::flush);
    takeLock();
}

void Session::takeLock()
{
    if (m_services.sessionFile.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_services.sessionFile).absolutePath());
    m_lock = std::make_unique<QLockFile>(m_services.sessionFile + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // only the lock of a program that has ended is stale, however old
    m_readOnly = !m_lock->tryLock(0) && m_lock->error() == QLockFile::LockFailedError;
}

Session::Found Session::restore()
{
    if (m_services.sessionFile.isEmpty() || !QFileInfo::exists(m_services.sessionFile))
        return {};
    QString error;
    const QByteArray bytes = readChecked(m_services.sessionFile, mostBytes, error);
    if (error.isEmpty()) {
        const Outcome<SavedPlan> read = m_services.readPlan(bytes);
        if (read.ok())
            return {read.get().answers, read.get().course, {}};
        error = read.error();
    }
    const QString aside = m_readOnly ? QString() : putAside(m_services.sessionFile);
    if (aside.isEmpty())
        return {{}, {}, tr("Your kept answers cannot be read: %1").arg(error)};
    return {{}, {}, tr("Your kept answers cannot be read. The file is now %1. We start fresh.").arg(QDir::toNativeSeparators(aside))};
}

void Session::keep(const Answers& answers, std::shared_ptr<const Course> course)
{
    if (m_readOnly || m_services.sessionFile.isEmpty())
        return;
    m_waiting = answers;
    m_course = std::move(course);
    if (!m_timer.isActive())
        m_timer.start(); // not restarted: somebody who never stops typing is saved, too
}

void Session::flush()
{
    m_timer.stop();
    if (!m_waiting)
        return;
    const QByteArray bytes = m_course ? m_services.writePlan({m_waiting, *m_course, {}, {}, {}, {}}) : m_services.writeAnswers(*m_waiting);
    const QString problem = writeChecked(m_services.sessionFile, bytes);
    m_waiting.reset();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
}

} // namespace rightrig
