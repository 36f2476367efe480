// Tells when a window's first page has been painted, for bench_firstpage and the bare wizard it compares with.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace rightrig {

/// Writes "painted" once the watched widget has been painted and shown by the platform, and ends the program.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(QWidget* watched) : QObject(watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            QTimer::singleShot(0, this, [] { // after the paint is flushed
                std::puts("painted");
                std::fflush(stdout);
                QApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

} // namespace rightrig
