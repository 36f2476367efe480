// Draws every page, the answer page, the instructor's windows and the PDFs in light, dark, 200 % and German-length text: screenshots
// OUTPUT_FOLDER [details|instructor] With "details", what pages open and fold away only; with "instructor", the instructor's windows only.
#include "app/classoverview.h"
#include "app/composition.h"
#include "app/priceservices.h"
#include "app/reportsrun.h"
#include "db/cataloguefile.h"
#include "db/documents/answersfile.h"
#include "db/documents/planfile.h"
#include "models/qt/checkedfile.h"
#include "models/qt/plurals.h"
#include "models/qt/thiscomputer.h"
#include "tests/support/paths.h"
#include "tests/support/pseudotranslator.h"
#include "ui/classroom/classdialog.h"
#include "ui/classroom/columnsdialog.h"
#include "ui/classroom/courseeditor.h"
#include "ui/classroom/reportsdialog.h"
#include "ui/forms/collapsible.h"
#include "ui/mainwindow.h"
#include "ui/prices/pricesdialog.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace {

using namespace rightrig;

struct Look
{
    QString name;
    ThemeMode mode;
    int textPercent;
    QSize size;
    bool pseudo;
};

const QList<Look>& looks()
{
    static const QList<Look> all{
        {QStringLiteral("light"), ThemeMode::Light, 100, QSize(1280, 800), false},
        {QStringLiteral("small"), ThemeMode::Light, 100, QSize(1024, 640), false},
        {QStringLiteral("wide"), ThemeMode::Light, 100, QSize(1680, 1000), false},
        {QStringLiteral("dark"), ThemeMode::Dark, 100, QSize(1280, 800), false},
        {QStringLiteral("large"), ThemeMode::Light, 200, QSize(1600, 1000), false},
        {QStringLiteral("german"), ThemeMode::Dark, 100, QSize(1280, 800), true},
    };
    return all;
}

Services services(const std::shared_ptr<const Catalog>& catalog)
{
    Services all;
    all.catalog = catalog;
    all.today = QDate(2026, 11, 23);
    all.readPlan = [](const QByteArray& bytes) -> Outcome<SavedPlan> {
        auto read = readPlan(bytes);
        if (const auto* error = std::get_if<DocumentError>(&read))
            return {error->text};
        return {std::get<SavedPlan>(read)};
    };
    all.writePlan = [](const SavedPlan& plan) { return writePlan(plan); };
    all.writeAnswers = [](const Answers& answers) { return writeAnswers(answers); };
    all.readClass = [catalog](const QStringList& paths, const ClassWatch& watch) {
        Outcome<JudgedClass> judged = judgeClass(paths, std::nullopt, *catalog, watch);
        if (!judged.ok())
            qFatal("%s", qPrintable(judged.error()));
        return Outcome<std::shared_ptr<const JudgedClass>>{std::make_shared<const JudgedClass>(judged.get())};
    };
    all.writeClassTable = classCsv;
    all.batch = makeBatchServices({});
    all.detectComputer = [catalog] { return detectComputer(*catalog, QStringLiteral("/nonexistent")); };
    return all;
}

Answers sample()
{
    QFile file(sourcePath(QStringLiteral("resources/samples/student.rightrig.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The sample answers are missing.");
    auto read = readAnswers(file.readAll());
    if (const auto* error = std::get_if<DocumentError>(&read))
        qFatal("%s", qPrintable(error->text));
    return std::get<Answers>(read);
}

/// What would change the answer is found after the answer itself.
void waitForChanges(const MainWindow& window)
{
    const auto searching = [&window] {
        const auto labels = window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [](const QLabel* label) { return label->isVisible() && label->text().contains(QLatin1String("Trying")); });
    };
    static_cast<void>(QTest::qWaitFor([&searching] { return !searching(); }, 20000));
    QTest::qWait(300); // the new lines are laid out
}

/// The page "Prices" with a price of one's own, and a file that has been looked at.
void drawPrices(const Look& look, const QDir& folder)
{
    const QTemporaryDir own;
    Request request;
    request.catalogue = testCatalogue();
    request.ownPrices = true;
    request.prices = own.filePath(QStringLiteral("prices.csv"));
    const QString table = own.filePath(QStringLiteral("sample-prices.csv"));
    PricesDialog dialog(makePriceServices(request), QDate(2026, 11, 23));
    const Catalog& all = *dialog.book().all;
    for (const Offer& offer : all.offers) {
        if (!offer.price || offer.kind != PriceKind::Street)
            continue;
        const QString id = QString::fromStdString(all.machines[static_cast<std::size_t>(offer.machine)].id);
        const QString rows = QStringLiteral("name,price,currency,date\n%1,%2,USD,2026-11-22\nno such machine,5,USD,2026-11-22\n");
        if (writeChecked(table, rows.arg(id).arg(offer.price->amount * 0.9).toUtf8()).isEmpty())
            dialog.readFile(table);
        break;
    }
    dialog.resize(look.size);
    dialog.show();
    QTest::qWait(500);
    dialog.grab().save(folder.filePath(look.name + QStringLiteral("-prices.png")));
}

void draw(const Look& look, const std::shared_ptr<const Catalog>& catalog, const QDir& folder)
{
    PseudoTranslator pseudo;
    if (look.pseudo)
        QCoreApplication::installTranslator(&pseudo);
    QSettings().clear();
    MainWindow window(services(catalog));
    applyTheme(*qApp, look.mode, look.textPercent);
    window.resize(look.size);
    window.setAnswers(sample());
    window.show();
    for (int page = 1; page <= 9; ++page) {
        window.showPage(page);
        QTest::qWait(page == 9 ? 500 : 250);
        if (page == 9)
            waitForChanges(window);
        window.grab().save(folder.filePath(QStringLiteral("%1-page%2.png").arg(look.name, QString::number(page))));
    }
    drawPrices(look, folder);
    window.resize(look.size.width(), 2600);
    QTest::qWait(400);
    window.grab().save(folder.filePath(look.name + QStringLiteral("-answer-tall.png")));
    if (look.name == QLatin1String("light")) {
        const QString error = window.savePdf(folder.filePath(QStringLiteral("report.pdf")));
        if (!error.isEmpty())
            qFatal("%s", qPrintable(error));
    }
    QCoreApplication::removeTranslator(&pseudo);
}

/// Somebody with a weak computer and three machines in view, who adapts language models: rented hours and verdicts have a part in it.
Answers shopper()
{
    auto read = readAnswers(R"({"schema":"rightrig.answers/1","goals":["text","images"],"depth":"adapt","runs_per_week":4,"tuning":true,
 "patience_hours":1,"computer":{"kind":"known","form":"laptop","cpu":"Intel Core i5-8250U","ram_gib":8,"os":"windows"},
 "candidates":[{"name":"Gaming laptop in the window","kind":"laptop","cpu":"AMD Ryzen 7 7735HS","gpu":"NVIDIA GeForce RTX 4060 Laptop GPU",
   "tgp_w":85,"ram_gib":16,"os":"windows","price":{"amount":1049,"currency":"USD"}},
  {"name":"Thin office laptop","kind":"laptop","cpu":"Intel Core i5-1235U","ram_gib":8,"os":"windows","price":{"amount":549,"currency":"USD"}},
  {"name":"Tower from the forum","kind":"desktop","cpu":"a processor nobody knows","ram_gib":32,"price":{"amount":800,"currency":"USD"}}],
 "budget":{"upfront":{"amount":1500,"currency":"USD"},"monthly":{"amount":50,"currency":"USD"}},"horizon_months":24,"country":"DE"})");
    if (const auto* error = std::get_if<DocumentError>(&read))
        qFatal("%s", qPrintable(error->text));
    return std::get<Answers>(read);
}

/// Every view of the answer page, whatever is folded away on the others, and the windows that they open.
void drawDetails(const Look& look, const std::shared_ptr<const Catalog>& catalog, const QDir& folder)
{
    PseudoTranslator pseudo;
    if (look.pseudo)
        QCoreApplication::installTranslator(&pseudo);
    QSettings().clear();
    MainWindow window(services(catalog));
    applyTheme(*qApp, look.mode, look.textPercent);
    window.resize(look.size.width(), 2600);
    window.setAnswers(shopper());
    window.show();
    const auto shoot = [&](QWidget& what, const QString& name) {
        QTest::qWait(400);
        what.grab().save(folder.filePath(look.name + QLatin1Char('-') + name + QStringLiteral(".png")));
    };
    window.showPage(9);
    QTest::qWait(500);
    waitForChanges(window);
    shoot(window, QStringLiteral("shopper-tall"));
    auto* tabs = window.findChild<QTabBar*>(QStringLiteral("sectionTabBar"));
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        shoot(*window.findChild<QWidget*>(QStringLiteral("viewsFrame")), QStringLiteral("view%1").arg(i + 1));
    }
    window.resize(look.size);
    for (Collapsible* folded : window.findChildren<Collapsible*>())
        folded->setOpen(true);
    for (const int page : {2, 3, 4, 5, 8}) {
        window.showPage(page);
        shoot(window, QStringLiteral("open%1").arg(page));
    }
    for (const QString& stem : {QStringLiteral("addCandidate"), QStringLiteral("guide"), QStringLiteral("words")}) {
        QTimer::singleShot(500, &window, [&, stem] { // some of these windows come back only when they are closed
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog == nullptr)
                qFatal("%s opens no window", qPrintable(stem));
            dialog->grab().save(folder.filePath(look.name + QLatin1Char('-') + stem + QStringLiteral(".png")));
            dialog->close();
        });
        const auto buttons
            = window.findChildren<QPushButton*>(QRegularExpression(QLatin1Char('^') + stem + QStringLiteral("(QPush)?Button$")));
        if (!buttons.isEmpty())
            buttons.first()->click();
        QTest::qWait(700);
    }
    QCoreApplication::removeTranslator(&pseudo);
}

/// A student in the sample course, with a computer that cannot do all of it.
void drawCourse(const Look& look, const std::shared_ptr<const Catalog>& catalog, const QDir& folder)
{
    QSettings().clear();
    MainWindow window(services(catalog));
    applyTheme(*qApp, look.mode, look.textPercent);
    window.resize(look.size);
    window.setAnswers(sample());
    window.openAnswersFile(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")));
    window.show();
    for (const int page : {2, 7, 8, 9}) {
        window.showPage(page);
        QTest::qWait(500);
        if (page == 9)
            waitForChanges(window);
        window.grab().save(folder.filePath(QStringLiteral("%1-course-page%2.png").arg(look.name, QString::number(page))));
    }
    window.resize(look.size.width(), 2600);
    QTest::qWait(400);
    window.grab().save(folder.filePath(look.name + QStringLiteral("-course-tall.png")));
    if (const QString error = window.savePdf(folder.filePath(QStringLiteral("course.pdf"))); !error.isEmpty())
        qFatal("%s", qPrintable(error));
}

/// The sample course in its editor, page by page, and its handout.
void drawEditor(const Look& look, const std::shared_ptr<const Catalog>& catalog, const QDir& folder)
{
    QSettings().clear();
    applyTheme(*qApp, look.mode, look.textPercent);
    CourseEditor editor(makeServices(catalog));
    editor.openSample();
    editor.resize(look.size);
    editor.show();
    auto* tabs = editor.findChild<QTabWidget*>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QTest::qWait(page == 1 ? 2000 : 250);
        editor.grab().save(folder.filePath(QStringLiteral("%1-editor%2.png").arg(look.name, QString::number(page + 1))));
    }
    tabs->setCurrentIndex(1);
    editor.resize(look.size.width(), 1700);
    QTest::qWait(300);
    editor.grab().save(folder.filePath(look.name + QStringLiteral("-editor-tall.png")));
    if (const QString error = editor.saveHandout(folder.filePath(QStringLiteral("handout.pdf"))); !error.isEmpty())
        qFatal("%s", qPrintable(error));
}

/// The sample course without free services and without a lab, so that some of its students must rent.
QStringList writeClass(const QTemporaryDir& own)
{
    QFile file(sourcePath(QStringLiteral("resources/samples/sample.rightrig-course.json")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The sample course is missing.");
    QByteArray course;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.contains("\"lab_") && !line.contains("\"loan_"))
            course += line;
    }
    course.replace("\"deny\": []", "\"deny\": [\"Google\", \"Kaggle\", \"Lightning AI\", \"AWS\"]");
    QByteArray roster = "id,name,cpu,ram,gpu\n";
    const char* computers[] = {"Intel Core i5-1235U,8,none", "AMD Ryzen 7 5800H,16,NVIDIA GeForce RTX 3060 Laptop GPU", "Apple M2,8,",
        "Intel Core i7-13700H,32,NVIDIA GeForce RTX 4060 Laptop GPU", ",,", "AMD Ryzen 5 5500U,4,none"};
    for (int i = 0; i < 17; ++i)
        roster += "S-" + QByteArray::number(100 + i) + ",Sample " + QByteArray::number(i) + ',' + computers[i % 6] + '\n';
    QStringList paths{own.filePath(QStringLiteral("course.rightrig-course.json")), own.filePath(QStringLiteral("roster.csv"))};
    for (int i = 0; i < 2; ++i) {
        if (const QString problem = writeChecked(paths[i], i == 0 ? course : roster); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
    }
    return paths;
}

/// What an instructor sees: the overview, and the window that makes reports.
void drawClass(const Look& look, const std::shared_ptr<const Catalog>& catalog, const QDir& folder)
{
    QSettings().clear();
    applyTheme(*qApp, look.mode, look.textPercent);
    const QTemporaryDir own;
    const QStringList paths = writeClass(own);
    ClassDialog overview(services(catalog));
    overview.resize(look.size.width(), 1700);
    overview.show();
    overview.addPaths(paths);
    static_cast<void>(QTest::qWaitFor([&overview] { return !overview.isReading(); }, 60000));
    QTest::qWait(500);
    overview.grab().save(folder.filePath(look.name + QStringLiteral("-class.png")));
    if (const QString error = overview.exportTo(folder.filePath(QStringLiteral("class.pdf"))); !error.isEmpty())
        qFatal("%s", qPrintable(error));
    ReportsDialog reports(services(catalog));
    reports.setCourse(QStringLiteral("sample.rightrig-course.json"));
    reports.setRoster(sourcePath(QStringLiteral("tests/data/rosters/own-columns.csv")));
    reports.show();
    QTest::qWait(200);
    reports.grab().save(folder.filePath(look.name + QStringLiteral("-reports.png")));
    const auto seen = services(catalog).batch.look(sourcePath(QStringLiteral("tests/data/rosters/google-forms.csv")));
    if (!seen.ok())
        qFatal("%s", qPrintable(seen.error()));
    ColumnsDialog columns(seen.get(), {});
    columns.show();
    QTest::qWait(200);
    columns.grab().save(folder.filePath(look.name + QStringLiteral("-columns.png")));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    installPlurals(application);
    QCoreApplication::setOrganizationName(QStringLiteral("rightrig-screenshots"));
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    folder.mkpath(QStringLiteral("."));
    auto opened = openCatalogue(testCatalogue());
    if (const auto* error = std::get_if<DbError>(&opened))
        qFatal("%s", qPrintable(error->text));
    const auto catalog = std::get<std::shared_ptr<const Catalog>>(opened);
    const bool all = argc < 3;
    const bool details = !all && qstrcmp(argv[2], "details") == 0;
    for (const Look& look : looks()) {
        if (all)
            draw(look, catalog, folder);
        if (all || details)
            drawDetails(look, catalog, folder);
        if (all && !look.pseudo)
            drawCourse(look, catalog, folder);
        if (look.pseudo || details)
            continue;
        drawEditor(look, catalog, folder);
        drawClass(look, catalog, folder);
    }
    return 0;
}
