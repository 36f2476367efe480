// A file is written whole or the old one stays: bad folders, short writes as on a full disk, things that are no files.
#include "models/qt/checkedfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace rightrig;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

#ifdef Q_OS_UNIX
/// Files of this process end at `bytes` while it lives: what a full disk does, without needing one.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_old);
        rlimit limit = m_old;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_old{};
    void (*m_oldHandler)(int) = nullptr;
};
#endif

} // namespace

class TestCheckedFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void writesAndReadsBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello\n");
        QTest::newRow("binary") << QByteArray("\0\xff\r\n\x1a", 5);
        QTest::newRow("large") << QByteArray(3000000, 'x');
    }
    void writesAndReadsBack()
    {
        QFETCH(QByteArray, bytes);
        const QString path = m_folder.filePath(QStringLiteral("\u00fc with blank.bin"));
        QCOMPARE(writeChecked(path, bytes), QString());
        QString error;
        QCOMPARE(readChecked(path, bytes.size(), error), bytes);
        QCOMPARE(error, QString());
    }

    void replacesTheOldFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("twice"));
        QCOMPARE(writeChecked(path, QByteArray("a much longer first version")), QString());
        QCOMPARE(writeChecked(path, QByteArray("second")), QString());
        QCOMPARE(contents(path), QByteArray("second"));
    }

    void saysWhatIsWrongWithThePlace_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no name") << QString();
        QTest::newRow("missing folder") << m_folder.filePath(QStringLiteral("missing/file"));
        QTest::newRow("a folder") << m_folder.path();
    }
    void saysWhatIsWrongWithThePlace()
    {
        QFETCH(QString, path);
        const QString error = writeChecked(path, QByteArray("x"));
        QVERIFY(error.endsWith(QLatin1Char('.')));
        QVERIFY2(path.isEmpty() || error.contains(m_folder.path()), qPrintable(error));
    }

#ifdef Q_OS_UNIX
    void unwritableFolder()
    {
        if (geteuid() == 0)
            QSKIP("the superuser may write everywhere");
        const QString folder = m_folder.filePath(QStringLiteral("locked"));
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const QString error = writeChecked(folder + QLatin1String("/file"), QByteArray("x"));
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QVERIFY(error.contains(folder));
    }

    void shortWriteKeepsTheOldFile_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("one block too many") << 70000;
        QTest::newRow("far too large") << 5000000;
        QTest::newRow("small, still in the buffer") << 5000;
    }
    void shortWriteKeepsTheOldFile()
    {
        QFETCH(int, size);
        const QString path = m_folder.filePath(QStringLiteral("report"));
        const QByteArray old("the good old report");
        QCOMPARE(writeChecked(path, old), QString());
        QString error;
        {
            const FileSizeLimit limit(4096);
            error = writeChecked(path, QByteArray(size, 'n'));
        }
        QVERIFY2(error.contains(path), qPrintable(error));
        QCOMPARE(contents(path), old);
        // and nothing half written is left beside it
        const QStringList left = QDir(m_folder.path()).entryList({QStringLiteral("report*")}, QDir::Files);
        QCOMPARE(left, QStringList{QStringLiteral("report")});
    }

    void neverWaitsForAPipe()
    {
        const QString path = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QString error;
        QCOMPARE(readChecked(path, 10, error), QByteArray());
        QVERIFY(error.contains(path));
    }

    void neverPutsAFileInPlaceOfAPipe()
    {
        const QString path = m_folder.filePath(QStringLiteral("kept pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const QString error = writeChecked(path, QByteArray("x"));
        QVERIFY2(error.contains(path), qPrintable(error));
        struct stat now = {};
        QCOMPARE(stat(QFile::encodeName(path).constData(), &now), 0);
        QVERIFY(S_ISFIFO(now.st_mode));
    }

    void readsFilesThatStateNoSize()
    {
        if (!QFile::exists(QStringLiteral("/proc/self/status")))
            QSKIP("no /proc here");
        QString error;
        QVERIFY(!readChecked(QStringLiteral("/proc/self/status"), 100000, error).isEmpty());
        QCOMPARE(error, QString());
        QVERIFY(readChecked(QStringLiteral("/proc/self/status"), 10, error).isEmpty());
        QVERIFY(!error.isEmpty());
    }
#endif

    void putsAsideWithoutOverwriting()
    {
        const QString path = m_folder.filePath(QStringLiteral("odd"));
        for (int i = 1; i <= 2; ++i) {
            QCOMPARE(writeChecked(path, QByteArray::number(i)), QString());
            QCOMPARE(putAside(path), QStringLiteral("%1.bad-%2").arg(path).arg(i));
            QVERIFY(!QFile::exists(path));
        }
        QString error;
        QCOMPARE(readChecked(path + QStringLiteral(".bad-1"), 10, error), QByteArray("1"));
        QVERIFY(putAside(path).isEmpty()); // nothing there
    }

    void refusesToRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<qint64>("most");
        const QString large = m_folder.filePath(QStringLiteral("eleven"));
        QCOMPARE(writeChecked(large, QByteArray("12345678901")), QString());
        QTest::newRow("too large") << large << qint64(10);
        QTest::newRow("missing") << m_folder.filePath(QStringLiteral("absent")) << qint64(10);
        QTest::newRow("folder") << m_folder.path() << qint64(10);
    }
    void refusesToRead()
    {
        QFETCH(QString, path);
        QFETCH(qint64, most);
        QString error;
        QCOMPARE(readChecked(path, most, error), QByteArray());
        QVERIFY2(error.contains(path) && error.endsWith(QLatin1Char('.')), qPrintable(error));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestCheckedFile)
#include "tst_checkedfile.moc"
