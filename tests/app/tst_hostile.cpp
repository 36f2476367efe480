// Files that somebody made to do harm, wherever a command reads one: refused with their name and a reason, nothing written, nobody waits.
#include "tests/support/programrunner.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace rightrig::test;

namespace {

constexpr qint64 gibibyte = qint64{1} << 30;
constexpr qint64 smallFile = qint64{1} << 20;

QByteArray wideHeader()
{
    QByteArray header = "name,price";
    for (int i = 0; i < 65536; ++i)
        header += ",c" + QByteArray::number(i);
    return header + "\nx,1\n";
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// One GiB that takes no room on the disk: a line that never ends.
    static bool makeEndlessLine(const QString& file)
    {
        QFile output(file);
        return output.open(QIODevice::WriteOnly) && output.write("name,price,currency,date\nx") > 0 && output.resize(gibibyte);
    }
    static bool makeSpecial(const QString& file, const QString& kind)
    {
        if (kind == QStringLiteral("folder"))
            return QDir().mkpath(file);
        if (kind == QStringLiteral("endless line"))
            return makeEndlessLine(file);
#ifdef Q_OS_UNIX
        if (kind == QStringLiteral("pipe"))
            return mkfifo(file.toLocal8Bit().constData(), 0600) == 0;
        if (kind == QStringLiteral("endless device"))
            return QFile::link(QStringLiteral("/dev/zero"), file);
#endif
        return false;
    }
    static void addFiles()
    {
        QTest::addColumn<QString>("kind"); // empty: `bytes` is what the file holds
        QTest::addColumn<QByteArray>("bytes");
        for (const char* kind : {"folder", "endless line"})
            QTest::newRow(kind) << QString::fromLatin1(kind) << QByteArray();
#ifdef Q_OS_UNIX
        for (const char* kind : {"pipe", "endless device"})
            QTest::newRow(kind) << QString::fromLatin1(kind) << QByteArray();
#endif
        const QByteArray shipped = fileBytes(rightrig::testCatalogue());
        const auto row = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << QString() << bytes; };
        row("empty", {});
        row("NUL", QByteArray("name,price,currency,date\na\0b,1,USD,2026\n", 40));
        row("UTF-16", QByteArray("\xFF\xFEn\0a\0m\0e\0", 10));
        row("not UTF-8", "name,price,currency,date\n\xC3\x28,1,USD,2026\n");
        row("65,538 columns", wideHeader());
        row("open quote", "name,price,currency,date\n\"a,1,USD,2026\n");
        row("text after a quote", "name,price,currency,date\n\"a\"b,1,USD,2026\n");
        row("half a catalogue", shipped.left(shipped.size() / 2));
        row("a catalogue's first page", shipped.left(4096));
        row("nothing but a header", QByteArray("SQLite format 3\0", 16));
        row("nested", QByteArray(100000, '['));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void isRefusedEverywhere_data() { addFiles(); }
    void isRefusedEverywhere()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, bytes);
        const QString name = QStringLiteral("hostile-%1.csv")
                                 .arg(QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        const QString file = path(name), own = path(QStringLiteral("own.csv"));
        QVERIFY(kind.isEmpty() ? writeBytes(file, bytes) : makeSpecial(file, kind));
        const qint64 size = QFileInfo(file).size();
        const QList<QStringList> commands{{QStringLiteral("catalogue"), QStringLiteral("import"), file, QStringLiteral("--prices"), own},
            {QStringLiteral("machines"), QStringLiteral("--prices"), file},
            {QStringLiteral("machines"), QStringLiteral("--catalogue"), file},
            {QStringLiteral("recommend"), QStringLiteral("--answers"), file}};
        for (const QStringList& command : commands) {
            const Ran ran = runProgram(command);
            const QByteArray all = command.join(QLatin1Char(' ')).toUtf8() + ": " + ran.err;
            QVERIFY2(ran.code == 1, all.constData()); // neither accepted nor crashed nor stuck
            QVERIFY2(ran.out.isEmpty(), ran.out.constData());
            QVERIFY2(ran.errorText().contains(name), all.constData());
            QVERIFY2(ran.err.count('\n') <= 2 && ran.err.size() < 2000, all.constData());
        }
        QVERIFY(!QFile::exists(own));
        QCOMPARE(QFileInfo(file).size(), size);
        if (kind.isEmpty() && size < smallFile)
            QCOMPARE(fileBytes(file), bytes);
        QFile::remove(file);
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
