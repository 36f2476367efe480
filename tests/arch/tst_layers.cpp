// Reads every include of the program and fails on one that points the wrong way (ARCHITECTURE: the only links allowed).
#include "tests/support/paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

struct Layer
{
    QString folder;
    QStringList projectFolders; ///< what its includes may begin with
    QRegularExpression system;  ///< what its <...> includes may be
};

const QString standardHeaders = QStringLiteral("[a-z_]+(\\.h)?");

QList<Layer> layers()
{
    const QString qtCore = QStringLiteral("|Q(?!Widget|Application|GuiApplication|Chart|Svg|Print|Painter|Dialog|Label|Pixmap|Icon|Image|"
                                          "Font|Color|Palette)[A-Z][A-Za-z]*|Qt(Core|Concurrent|Global)(/.*)?|qt?[a-z]+\\.h");
    const auto only = [](const QString& pattern) { return QRegularExpression(QStringLiteral("^(%1)$").arg(pattern)); };
    return {
        {QStringLiteral("models/domain"), {QStringLiteral("models/domain/")}, only(QStringLiteral("[a-z_]+"))},
        {QStringLiteral("models/qt"), {QStringLiteral("models/domain/"), QStringLiteral("models/qt/")},
            only(standardHeaders + qtCore + QStringLiteral("|sys/.*|CoreFoundation/.*|IOKit/.*"))},
        {QStringLiteral("db"), {QStringLiteral("models/domain/"), QStringLiteral("db/")},
            only(standardHeaders + qtCore + QStringLiteral("|SQLiteCpp/.*|nlohmann/.*|valijson/.*|sqlite3\\.h"))},
        {QStringLiteral("ui"), {QStringLiteral("models/"), QStringLiteral("ui/")},
            only(QStringLiteral("(?!SQLite|sqlite|nlohmann|boost|QSql|QNetwork|QtNetwork).*"))},
        {QStringLiteral("app"), {QStringLiteral("models/"), QStringLiteral("ui/"), QStringLiteral("db/"), QStringLiteral("app/")},
            only(QStringLiteral("(?!SQLite|sqlite|QSql|QNetwork|QtNetwork).*"))},
    };
}

QStringList sources(const QString& folder)
{
    QStringList found;
    QDirIterator it(
        rightrig::sourcePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        found << it.next();
    found.sort();
    return found;
}

QString readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString relative(const QString& path) { return QDir(rightrig::sourcePath()).relativeFilePath(path); }

/// Conditions in a test that its moc does not know (tests/CMakeLists.txt): the tests inside would vanish without a word.
QStringList unknownConditions(const QString& path)
{
    static const QRegularExpression condition(QStringLiteral("^#(if|ifdef|ifndef)\\b.*$"), QRegularExpression::MultilineOption);
    static const QRegularExpression system(
        QStringLiteral("^#(ifdef Q_OS_(UNIX|WIN|MACOS|LINUX)|if (!?defined\\(Q_OS_(UNIX|WIN|MACOS|DARWIN|LINUX)\\)( (&&|\\|\\|) )?)+)$"));
    QStringList bad;
    auto it = condition.globalMatch(readText(path));
    while (it.hasNext()) {
        const QString line = it.next().captured();
        if (!system.match(line).hasMatch())
            bad << relative(path) + QLatin1String(": ") + line;
    }
    return bad;
}

QStringList badIncludes(const Layer& layer, const QString& path)
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
    QStringList bad;
    const QString text = readText(path);
    for (auto it = include.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(2);
        const bool own = match.captured(1) == QLatin1String("\"");
        const auto allowedFolder = [&name](const QString& folder) { return name.startsWith(folder); };
        const bool moc = name.endsWith(QLatin1String(".moc")) || name.startsWith(QLatin1String("generated/"));
        const bool good = own ? moc || std::any_of(layer.projectFolders.begin(), layer.projectFolders.end(), allowedFolder)
                              : layer.system.match(name).hasMatch();
        if (!good)
            bad << relative(path) + QStringLiteral(" includes ") + name;
    }
    return bad;
}

/// Places in the program's sources (not the tests) that match, as "file:line".
QStringList places(const QRegularExpression& pattern, const QStringList& folders, const QStringList& exempt)
{
    QStringList found;
    for (const QString& folder : folders) {
        const QStringList files = sources(folder);
        for (const QString& path : files) {
            if (exempt.contains(relative(path)))
                continue;
            const QStringList lines = readText(path).split(u'\n');
            for (int i = 0; i < lines.size(); ++i)
                if (pattern.match(lines[i]).hasMatch())
                    found << QStringLiteral("%1:%2: %3").arg(relative(path), QString::number(i + 1), lines[i].trimmed());
        }
    }
    return found;
}

const QStringList everything{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("models"), QStringLiteral("db")};

} // namespace

class Layers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void conditionsInTestsAreKnownToMoc()
    {
        QStringList bad;
        int tests = 0;
        for (const QString& path : sources(QStringLiteral("tests"))) {
            if (!QFileInfo(path).fileName().startsWith(QLatin1String("tst_")))
                continue;
            ++tests;
            bad += unknownConditions(path);
        }
        QVERIFY(tests > 100);
        QCOMPARE(bad.join(QLatin1Char('\n')), QString());
    }
    void includesPointOneWay_data()
    {
        QTest::addColumn<QString>("folder");
        for (const Layer& layer : layers())
            QTest::newRow(qPrintable(layer.folder)) << layer.folder;
    }
    void includesPointOneWay()
    {
        QFETCH(QString, folder);
        const QList<Layer> all = layers();
        const auto layer = std::find_if(all.begin(), all.end(), [&folder](const Layer& l) { return l.folder == folder; });
        const QStringList files = sources(folder);
        QVERIFY2(files.size() > 3, "no sources found: has the folder moved?");
        QStringList bad;
        for (const QString& path : files)
            bad << badIncludes(*layer, path);
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void theCheckSeesABadInclude()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("x.cpp")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#include <vector>\n#include \"db/cataloguefile.h\"\n  #  include <QString>\n");
        file.close();
        QCOMPARE(badIncludes(layers().constFirst(), file.fileName()).size(), 2);
    }

    void everyFileIsWrittenByTheOneHelper()
    {
        const QRegularExpression writing(
            QStringLiteral("\\bQSaveFile\\b|QIODevice::WriteOnly|QFile::WriteOnly|std::ofstream|\\bfopen\\s*\\("));
        QStringList bad
            = places(writing, everything, {QStringLiteral("models/qt/checkedfile.cpp"), QStringLiteral("models/qt/checkedfile.h")});
        bad.removeIf([](const QString& line) { return line.contains(QLatin1String("uffer")); }); // into memory is fine
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void nobodyDeletesByHand()
    {
        const QStringList bad
            = places(QRegularExpression(QStringLiteral("^\\s*delete\\b|\\bdelete\\s+[a-z_]+;|\\bmalloc\\s*\\(")), everything, {});
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void nothingParsesRichText()
    {
        const QRegularExpression rich(QStringLiteral("Qt::RichText|Qt::AutoText|\\bsetHtml\\s*\\(|\\bQTextBrowser\\b|insertHtml"));
        const QStringList bad = places(rich, everything, {});
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void sentencesNameNoHelper()
    {
        const QStringList bad = places(QRegularExpression(QStringLiteral("tr\\(\"[^\"]*[a-z]Words\\b")), everything, {});
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void nothingTalksToTheNetwork()
    {
        const QStringList bad = places(QRegularExpression(QStringLiteral("QNetwork|QTcpSocket|QUdpSocket|QSslSocket")), everything, {});
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void sqlStaysInDb()
    {
        const QRegularExpression sql(QStringLiteral("sqlite3|SQLite::|\\bSELECT\\s.+\\bFROM\\b"));
        const QStringList bad = places(sql, {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("models")}, {});
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void filesStayReadable()
    {
        QStringList bad;
        for (const QString& folder : everything) {
            const QStringList files = sources(folder);
            for (const QString& path : files) {
                const auto lines = readText(path).count(u'\n');
                if (lines > 400)
                    bad << QStringLiteral("%1 has %2 lines").arg(relative(path), QString::number(lines));
            }
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void topLevelIsFixed()
    {
        const QSet<QString> allowed{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("models"), QStringLiteral("resources"),
            QStringLiteral("db"), QStringLiteral("tests"), QStringLiteral("packaging"), QStringLiteral("build")};
        const QStringList folders = QDir(rightrig::sourcePath()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& folder : folders)
            QVERIFY2(allowed.contains(folder), qPrintable(folder));
    }
};

QTEST_APPLESS_MAIN(Layers)
#include "tst_layers.moc"
