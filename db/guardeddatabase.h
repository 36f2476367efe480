// Bytes of an unknown file -> a database in memory that can only be read, with all of SQLite's brakes on.
#pragma once

#include "db/sqlitestatement.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

namespace rightrig {

constexpr qint64 catalogueBytesLimit = qint64{32} << 20U;
constexpr sqlite3_int64 catalogueHeapLimit = sqlite3_int64{64} << 20U;
/// Of the reading thread's own work: a computer that is busy with other things must not make a good catalogue look hostile.
constexpr std::chrono::milliseconds catalogueTimeLimit{2000};

/// SQLite's heap limit is one for the whole process: set while this lives, then as it was. One at a time.
class HeapLimit
{
public:
    explicit HeapLimit(sqlite3_int64 bytes);
    ~HeapLimit();
    HeapLimit(const HeapLimit&) = delete;
    HeapLimit& operator=(const HeapLimit&) = delete;

private:
    std::unique_lock<std::mutex> m_lock;
    sqlite3_int64 m_hard;
    sqlite3_int64 m_soft;
};

class GuardedDatabase
{
public:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    /// Throws CatalogueFault unless the bytes are a database with exactly our schema.
    explicit GuardedDatabase(QByteArray bytes);
    GuardedDatabase(const GuardedDatabase&) = delete;
    GuardedDatabase& operator=(const GuardedDatabase&) = delete;
    [[nodiscard]] sqlite3* handle() const { return m_database.get(); }
    /// Throws CatalogueFault unless it is undamaged and holds the data that its digest promises. Nothing read from it counts before.
    void checkContent() const;
    /// From now on reading fails soon after another thread has set the flag. Null: it goes on whatever happens.
    void stopOn(Flag flag) { m_brakes.stop = std::move(flag); }

private:
    struct Brakes
    {
        std::chrono::nanoseconds deadline; ///< on the clock of the thread's own work
        Flag stop;
    };
    static int mustStop(void* brakes);

    void checkHeader() const;
    void open();
    void restrain();
    void checkSchema() const;

    HeapLimit m_heap{catalogueHeapLimit};
    QByteArray m_bytes; ///< SQLite reads these; outlives the connection
    Brakes m_brakes;
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> m_database;
};

} // namespace rightrig
