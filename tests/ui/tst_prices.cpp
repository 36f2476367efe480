// The page "Prices": what it shows, files dropped on it, prices typed, forgotten and taken back, and what that does to the answer.
#include "wizardtools.h"

#include "app/priceservices.h"
#include "models/qt/optiontablemodel.h"
#include "tests/support/programrunner.h"
#include "ui/forms/numberedit.h"
#include "ui/messagebar.h"
#include "ui/prices/pricedialog.h"
#include "ui/prices/priceimporter.h"
#include "ui/prices/pricesdialog.h"
#include "ui/prices/pricetable.h"
#include "ui/results/resultspage.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

using namespace wizardtools;
using rightrig::test::fileBytes;
using rightrig::test::writeBytes;

namespace {

constexpr int patience = 60000;
const char bait[] = "<img src=\"file:///canary.png\">";

} // namespace

class TestPrices : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_own;

    [[nodiscard]] PriceServices services() const
    {
        Request asked;
        asked.command = QStringLiteral("wizard");
        asked.catalogue = testCatalogue();
        asked.ownPrices = true;
        asked.prices = m_own;
        return makePriceServices(asked);
    }
    [[nodiscard]] static QDate today() { return {2026, 11, 23}; }
    [[nodiscard]] Services windowServices() const
    {
        Services all = servicesIn(QFileInfo(m_own).path());
        all.prices = services();
        if (const auto opened = all.prices.open(); opened.ok())
            all.catalog = opened.get().catalog; // as the program starts
        return all;
    }
    /// A name, and a price of today, as the simple list has them.
    [[nodiscard]] QString listOf(const QByteArray& rows, const char* name = "list.csv") const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        return writeBytes(path, "name,price,currency,date\n" + rows) ? path : QString();
    }
    static const Machine& sold()
    {
        for (const Offer& offer : catalogue()->offers) {
            if (offer.price && offer.kind == PriceKind::Street)
                return catalogue()->machines[static_cast<std::size_t>(offer.machine)];
        }
        qFatal("nothing is sold");
    }
    static void click(QWidget& window, const char* name) { find<QPushButton>(window, name).click(); }
    static QString message(QWidget& window) { return window.findChild<MessageBar*>()->text(); }
    /// Reads a file and waits for what it would change.
    static void look(PricesDialog& dialog, const QString& path)
    {
        dialog.readFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<PriceImporter*>()->isReading(), patience);
        QCoreApplication::processEvents();
    }
    static PriceTable& table(QWidget& window, const char* name) { return find<PriceTable>(window, name); }
    static PriceDialog* typing(PricesDialog& dialog) { return dialog.findChild<PriceDialog*>(); }
    static void retype(QLineEdit& edit, const QString& text)
    {
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClicks(&edit, text);
    }
    static void type(PriceDialog& dialog, const QString& machine, const QString& amount)
    {
        find<QComboBox>(dialog, "machineQComboBox").setEditText(machine);
        auto& edit = find<QLineEdit>(dialog, "amountQLineEdit");
        retype(edit, amount);
        click(dialog, "keepQPushButton");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("prices"));
        qputenv("SOURCE_DATE_EPOCH", "1795392000"); // 2026-11-23
        QVERIFY(catalogue());
    }
    void init()
    {
        const QString name = QLatin1String(QTest::currentTestFunction()) + QLatin1String(QTest::currentDataTag());
        m_own = m_folder.filePath(name + QStringLiteral("/prices.csv"));
        QVERIFY(QDir().mkpath(QFileInfo(m_own).path()));
        applyTheme(*qApp, ThemeMode::Light, 100);
    }

    void showsWherePricesComeFrom()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        PriceTable& sources = table(dialog, "sourcesPriceTable");
        QVERIFY(sources.rows() > 5);
        int prices = 0, priced = 0;
        for (int row = 0; row < sources.rows(); ++row)
            prices += sources.model()->index(row, 1).data(RowModel::SortRole).toInt();
        for (const Offer& offer : catalogue()->offers)
            priced += offer.price ? 1 : 0;
        QCOMPARE(prices, priced);
        QVERIFY(find<QLabel>(dialog, "sourcesLabel").text().contains(QStringLiteral("do not count")));
        QVERIFY(!table(dialog, "ownPriceTable").isVisibleTo(&dialog));
        QVERIFY(!find<QPushButton>(dialog, "forgetAllQPushButton").isEnabled());
        QVERIFY(!find<QPushButton>(dialog, "undoPricesQPushButton").isEnabled());
    }

    void aFileChangesNothingUntilItIsTaken()
    {
        PricesDialog dialog(services(), today());
        QSignalSpy changed(&dialog, &PricesDialog::pricesChanged);
        dialog.show();
        const QByteArray name = QByteArray::fromStdString(sold().id);
        const QString path = listOf(name + ",77,USD,2026-11-21\nno such machine,1,USD,2026-11-21\n" + name + ",0,USD,2026-11-21\n");
        look(dialog, path);
        PriceTable& plan = table(dialog, "planPriceTable");
        QCOMPARE(plan.rows(), 3);
        QVERIFY(plan.isVisibleTo(&dialog));
        QCOMPARE(plan.model()->index(0, 4).data().toString(), QStringLiteral("77 USD"));
        QVERIFY(plan.model()->index(1, 1).data().toString().contains(QStringLiteral("no such machine")));
        QCOMPARE(plan.model()->index(2, 6).data().toString(), QStringLiteral("4"));
        QVERIFY(find<QLabel>(dialog, "planLabel").text().contains(QStringLiteral("Changed: 1")));
        click(dialog, "leaveQPushButton");
        QVERIFY(!plan.isVisibleTo(&dialog) && !QFile::exists(m_own));
        QCOMPARE(changed.count(), 0);

        look(dialog, path);
        click(dialog, "takeQPushButton");
        QCOMPARE(changed.count(), 1);
        QVERIFY(QFile::exists(m_own));
        QCOMPARE(table(dialog, "ownPriceTable").rows(), 1);
        QCOMPARE(table(dialog, "historyPriceTable").rows(), 1);
        QVERIFY(message(dialog).contains(QStringLiteral("are yours now")));
        QVERIFY(!plan.isVisibleTo(&dialog));
        look(dialog, listOf(name + ",77,USD,2026-11-21\n"));
        QVERIFY(!find<QPushButton>(dialog, "takeQPushButton").isEnabled()); // the same again
    }

    void aFileCanBeDropped()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(listOf(QByteArray::fromStdString(sold().id) + ",70,USD,2026-11-21\n"))});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &drop);
        QTRY_COMPARE_WITH_TIMEOUT(table(dialog, "planPriceTable").rows(), 1, patience);
        QMimeData text;
        text.setText(QStringLiteral("no file"));
        QDragEnterEvent other(QPoint(20, 20), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &other);
        QVERIFY(!other.isAccepted());
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("binary") << QByteArray("\x00\x01\xff\xfe", 4) << QStringLiteral("odd.csv");
        QTest::newRow("other columns") << QByteArray("a,b\n1,2\n") << QStringLiteral("columns are those of no price file");
        QTest::newRow("unbalanced") << QByteArray("name,price\n\"x,1\n") << QStringLiteral("line ");
        QTest::newRow("SkyPilot without a provider") << QByteArray("InstanceType,Price\nx,1\n") << QStringLiteral("name the provider");
    }
    void whatCannotBeReadIsSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        PricesDialog dialog(services(), today());
        dialog.show();
        const QString path = m_folder.filePath(QStringLiteral("odd.csv"));
        QVERIFY(writeBytes(path, bytes));
        look(dialog, path);
        QVERIFY2(message(dialog).contains(said), qPrintable(message(dialog)));
        QCOMPARE(dialog.findChild<MessageBar*>()->kind(), MessageBar::Problem);
        QVERIFY(!table(dialog, "planPriceTable").isVisibleTo(&dialog));
    }

    void theProviderOfASkyPilotFileIsAsked()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        find<QComboBox>(dialog, "providerQComboBox").setEditText(QStringLiteral("nebius"));
        const QString path = m_folder.filePath(QStringLiteral("sky.csv"));
        QVERIFY(writeBytes(path,
            "Region,InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,GpuInfo,SpotPrice\n"
            "eu-north1,cpu-e2_2vcpu-8gb,,0,2,8,0.04,,\n"));
        look(dialog, path);
        QVERIFY2(table(dialog, "planPriceTable").rows() == 1, qPrintable(message(dialog)));
        QCOMPARE(table(dialog, "planPriceTable").model()->index(0, 0).data().toString(), QStringLiteral("Changed"));
    }

    void readingShowsProgressAndStops()
    {
        PriceServices slow = services();
        const auto started = std::make_shared<std::atomic<bool>>(false);
        slow.plan = [started](const PriceFileRequest& request) -> Outcome<ImportPlan> {
            *request.perMille = 420;
            *started = true;
            while (!request.cancelled->load())
                QThread::msleep(2);
            return {QString()};
        };
        PricesDialog dialog(slow, today());
        dialog.show();
        dialog.readFile(QStringLiteral("any.csv"));
        QVERIFY(!find<QPushButton>(dialog, "readFileQPushButton").isVisibleTo(&dialog));
        QTRY_COMPARE_WITH_TIMEOUT(find<QProgressBar>(dialog, "readingQProgressBar").value(), 420, patience);
        click(dialog, "stopReadingQPushButton");
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(dialog, "readFileQPushButton").isVisibleTo(&dialog), patience);
        QVERIFY(message(dialog).contains(QStringLiteral("was stopped")));
        dialog.readFile(QStringLiteral("any.csv")); // closed while it reads: the reading must notice
        QTRY_VERIFY_WITH_TIMEOUT(started->load(), patience);
    }

    void aPriceIsTypedChangedForgottenAndTakenBack()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        const QString name = QString::fromStdString(sold().name);
        click(dialog, "newPriceQPushButton");
        QVERIFY(typing(dialog) != nullptr);
        const QString label = find<QComboBox>(*typing(dialog), "machineQComboBox")
                                  .itemText(find<QComboBox>(*typing(dialog), "machineQComboBox").findText(name, Qt::MatchStartsWith));
        type(*typing(dialog), label, QStringLiteral("431"));
        QTRY_VERIFY(typing(dialog) == nullptr);
        PriceTable& own = table(dialog, "ownPriceTable");
        QCOMPARE(own.rows(), 1);
        QCOMPARE(own.model()->index(0, 3).data().toString(), QStringLiteral("431 USD"));
        QVERIFY(message(dialog).contains(QStringLiteral("has your price now")));

        own.selectRow(0);
        click(dialog, "editPriceQPushButton");
        QCOMPARE(find<QLineEdit>(*typing(dialog), "amountQLineEdit").text(), QStringLiteral("431"));
        type(*typing(dialog), label, QStringLiteral("432"));
        QTRY_VERIFY(typing(dialog) == nullptr);
        QCOMPARE(own.model()->index(0, 3).data().toString(), QStringLiteral("432 USD"));
        click(dialog, "undoPricesQPushButton");
        QCOMPARE(own.model()->index(0, 3).data().toString(), QStringLiteral("431 USD"));

        own.selectRow(0);
        click(dialog, "forgetPriceQPushButton");
        QCOMPARE(own.rows(), 0);
        click(dialog, "undoPricesQPushButton");
        QCOMPARE(own.rows(), 1);
        click(dialog, "forgetAllQPushButton");
        QCOMPARE(own.rows(), 0);
        click(dialog, "messageAction1QPushButton"); // "Undo" in the message
        QCOMPARE(own.rows(), 1);
        click(dialog, "undoPricesQPushButton");
        QCOMPARE(own.rows(), 0);
        QVERIFY(!find<QPushButton>(dialog, "undoPricesQPushButton").isEnabled());
        QCOMPARE(table(dialog, "historyPriceTable").rows(), 8);
        QCOMPARE(fileBytes(m_own).count('\n'), 1);
    }

    void whatIsTypedWrongIsSaid_data()
    {
        QTest::addColumn<QString>("machine");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("said");
        const QString name = QString::fromStdString(sold().name);
        QTest::newRow("no machine") << QStringLiteral("no such machine") << QStringLiteral("5") << QStringLiteral("from the list");
        QTest::newRow("nothing") << name << QString() << QStringLiteral("above 0");
        QTest::newRow("zero") << name << QStringLiteral("0") << QStringLiteral("above 0");
        QTest::newRow("letters") << name << QStringLiteral("many") << QStringLiteral("above 0");
    }
    void whatIsTypedWrongIsSaid()
    {
        QFETCH(QString, machine);
        QFETCH(QString, amount);
        QFETCH(QString, said);
        auto all = std::make_shared<Catalog>(*catalogue());
        PriceDialog dialog(all, today());
        dialog.show();
        auto& names = find<QComboBox>(dialog, "machineQComboBox");
        const int at = names.findText(machine, Qt::MatchStartsWith);
        type(dialog, at < 0 ? machine : names.itemText(at), amount);
        const QString problem = find<QLabel>(dialog, "problemQLabel").text();
        QVERIFY2(problem.contains(said), qPrintable(problem));
        QVERIFY(dialog.isVisible() && dialog.result() != QDialog::Accepted);
    }
    void anOlderDayIsRefused()
    {
        auto all = std::make_shared<Catalog>(*catalogue());
        const int machine = all->findMachine(sold().id);
        int offer = 0;
        while (all->offers[static_cast<std::size_t>(offer)].machine != machine)
            ++offer;
        PriceDialog dialog(all, today());
        dialog.showPrice(machine, offer);
        dialog.show();
        find<QDateEdit>(dialog, "seenQDateEdit").setDate(QDate(2001, 1, 1));
        auto& edit = find<QLineEdit>(dialog, "amountQLineEdit");
        retype(edit, QStringLiteral("5"));
        click(dialog, "keepQPushButton");
        QVERIFY(find<QLabel>(dialog, "problemQLabel").text().contains(QStringLiteral("newer than 2001-01-01")));
    }
    void aUsedPriceIsAddedBesideTheOthers()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        click(dialog, "newPriceQPushButton");
        auto& names = find<QComboBox>(*typing(dialog), "machineQComboBox");
        names.setCurrentIndex(names.findText(QString::fromStdString(sold().name), Qt::MatchStartsWith));
        auto& offers = find<QComboBox>(*typing(dialog), "offerQComboBox");
        offers.setCurrentIndex(offers.findText(QStringLiteral("another one: used")));
        find<QLineEdit>(*typing(dialog), "regionQLineEdit").setText(QStringLiteral("my town"));
        QTest::keyClicks(&find<QLineEdit>(*typing(dialog), "amountQLineEdit"), QStringLiteral("150"));
        click(*typing(dialog), "keepQPushButton");
        PriceTable& own = table(dialog, "ownPriceTable");
        QCOMPARE(own.rows(), 1);
        QCOMPARE(own.model()->index(0, 1).data().toString(), QStringLiteral("used"));
        QCOMPARE(own.model()->index(0, 2).data().toString(), QStringLiteral("my town"));
        QCOMPARE(own.model()->index(0, 5).data().toString(), QStringLiteral("nothing: it is new"));
        QCOMPARE(dialog.book().catalog->offers.size(), dialog.book().shipped->offers.size() + 1);
    }

    void theOpenAnswerFollows()
    {
        MainWindow window(windowServices());
        window.show();
        Answers answers;
        answers.goals = std::vector<Goal>{Goal::Images};
        answers.depth = Depth::Adapt;
        answers.budgetUpfront = Money{3000.0, CurrencyCode("USD")};
        answers.budgetMonthly = Money{10.0, CurrencyCode("USD")};
        answers.country = "US";
        window.setAnswers(answers);
        window.showPage(9);
        const Results before = recommend(answers, *services().open().get().catalog);
        const Option& best = before.options.at(static_cast<std::size_t>(before.best.option));
        const Option* laptop = nullptr; // some machine that is sold and would win for next to nothing
        for (const Option& option : before.options) {
            if (option.id != best.id && option.offer >= 0 && option.price && option.per == Per::Once && option.fit == Fit::Yes)
                laptop = &option;
        }
        QVERIFY(laptop != nullptr);
        find<QAction>(window, "pricesQAction").trigger();
        auto* dialog = window.findChild<PricesDialog*>();
        QVERIFY(dialog != nullptr);
        QTest::qWait(4000); // the first answer, also on a slow machine with sanitizers
        const std::string id = catalogue()->machines[static_cast<std::size_t>(laptop->machine)].id;
        look(*dialog, listOf(QByteArray::fromStdString(id) + ",1,USD,2026-11-22\n"));
        click(*dialog, "takeQPushButton");
        QTRY_VERIFY2_WITH_TIMEOUT(message(*dialog).contains(QStringLiteral("best option")), qPrintable(message(*dialog)), patience);
        QVERIFY2(message(*dialog).contains(QStringLiteral("changes from %1 to ").arg(QString::fromStdString(best.name))),
            qPrintable(message(*dialog)));
        click(*dialog, "undoPricesQPushButton");
        QTRY_VERIFY2_WITH_TIMEOUT(message(*dialog).contains(QStringLiteral("to %1.").arg(QString::fromStdString(best.name))),
            qPrintable(message(*dialog)), patience);
        dialog->close();
        QTRY_VERIFY(window.findChild<PricesDialog*>() == nullptr);
    }

    void aPriceOfTheTableIsChanged()
    {
        MainWindow window(windowServices());
        window.show();
        window.showPage(9);
        auto& page = find<ResultsPage>(window, "resultsPage");
        page.showTab(ResultsPage::CompareTab);
        auto& options = find<QTableView>(page, "optionTable");
        QTRY_VERIFY_WITH_TIMEOUT(options.model()->rowCount() > 0, patience);
        int row = 0;
        const auto nameAt = [&](int at) { return options.model()->index(at, OptionTableModel::NameColumn).data().toString(); };
        while (row < options.model()->rowCount() && !nameAt(row).startsWith(QString::fromStdString(sold().name)))
            ++row;
        QVERIFY(row < options.model()->rowCount());
        options.setCurrentIndex(options.model()->index(row, 0));
        find<QAction>(options, "changePriceAction").trigger();
        auto* dialog = window.findChild<PricesDialog*>();
        QVERIFY(dialog != nullptr && typing(*dialog) != nullptr);
        const QString machine = find<QComboBox>(*typing(*dialog), "machineQComboBox").currentText();
        QVERIFY2(machine.startsWith(QString::fromStdString(sold().name)), qPrintable(machine));
        typing(*dialog)->reject();
        dialog->editOffer(QStringLiteral("no such offer"));
        QVERIFY(message(*dialog).contains(QStringLiteral("no price in the catalogue")));
    }

    void aBrokenFileIsSanameAtTheStart()
    {
        const QByteArray bytes = "id,machine,price\n\"never closed\n";
        QVERIFY(writeBytes(m_own, bytes));
        {
            MainWindow window(windowServices());
            QVERIFY2(message(window).contains(QStringLiteral("prices.csv: line ")), qPrintable(message(window)));
            click(window, "messageAction2QPushButton"); // go on without them
            QCOMPARE(fileBytes(m_own), bytes);
        }
        MainWindow window(windowServices());
        click(window, "messageAction1QPushButton"); // put aside
        QVERIFY(!QFile::exists(m_own));
        QCOMPARE(fileBytes(m_own + QStringLiteral(".bad-1")), bytes);
        QVERIFY(message(window).contains(QStringLiteral(".bad-1")));
    }
    void aBrokenFileCanBePutAsideOnThePage()
    {
        QVERIFY(writeBytes(m_own, "nothing of the kind\n"));
        PricesDialog dialog(services(), today());
        dialog.show();
        QVERIFY(message(dialog).contains(QStringLiteral("prices.csv")));
        QVERIFY(!find<QPushButton>(dialog, "newPriceQPushButton").isEnabled());
        click(dialog, "messageAction1QPushButton");
        QVERIFY(find<QPushButton>(dialog, "newPriceQPushButton").isEnabled());
        QVERIFY(table(dialog, "sourcesPriceTable").rows() > 5);
    }
    void linesThatCannotBeReadAreForgottenOnlyWhenAsked()
    {
        const QByteArray good = "ok," + QByteArray::fromStdString(sold().id) + ",300,USD,used,page,2026\n";
        QVERIFY(writeBytes(m_own, "id,machine,price,currency,price_kind,source,as_of\nx,Book,many,USD,street,page,2026\n" + good));
        MainWindow window(windowServices());
        QVERIFY2(message(window).contains(QStringLiteral("prices.csv:2")), qPrintable(message(window)));
        click(window, "messageAction1QPushButton"); // show prices
        auto* dialog = window.findChild<PricesDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(table(*dialog, "ownPriceTable").rows(), 1);
        QVERIFY(message(*dialog).contains(QStringLiteral("prices.csv:2")));
        click(*dialog, "messageAction1QPushButton");
        QVERIFY(!fileBytes(m_own).contains("many"));
        QVERIFY(fileBytes(m_own).contains("300"));
    }
    void withoutOwnPricesThePageIsClosed()
    {
        MainWindow window(servicesIn(QFileInfo(m_own).path()));
        QVERIFY(!find<QAction>(window, "pricesQAction").isEnabled());
    }

    void outsideTextStaysText()
    {
        const QByteArray cell = QByteArray("\"") + QByteArray(bait).replace("\"", "\"\"") + "\"";
        QVERIFY(writeBytes(m_own,
            "id,machine,kind,price,currency,price_kind,region,source,as_of\n" + cell + "," + cell + ",laptop,5,USD,used," + cell + ","
                + cell + ",2026\n"));
        PricesDialog dialog(services(), today());
        dialog.show();
        look(dialog, listOf(cell + ",77,USD,2026-11-21\n", "bait.csv"));
        QCOMPARE(table(dialog, "ownPriceTable").rows(), 1);
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')), qPrintable(label->objectName()));
        for (const char* name : {"ownPriceTable", "planPriceTable", "sourcesPriceTable"}) {
            const QAbstractItemModel* model = table(dialog, name).model();
            for (int row = 0; row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column)
                    QVERIFY(!model->index(row, column).data(Qt::ToolTipRole).toString().contains(QLatin1Char('<')));
            }
        }
    }

    void darkAndLargeFit_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << static_cast<int>(ThemeMode::Light) << 100;
        QTest::newRow("dark") << static_cast<int>(ThemeMode::Dark) << 100;
        QTest::newRow("large") << static_cast<int>(ThemeMode::Light) << 200;
    }
    void darkAndLargeFit()
    {
        QFETCH(int, mode);
        QFETCH(int, percent);
        applyTheme(*qApp, static_cast<ThemeMode>(mode), percent);
        const QByteArray name = QByteArray::fromStdString(sold().id);
        QVERIFY(writeBytes(m_own,
            "id,machine,price,currency,price_kind,region,source,as_of,confidence\nown-a," + name
                + ",300,USD,used,my town,seen in a shop,2026-11-01,low\n"));
        PricesDialog dialog(services(), today());
        dialog.resize(1100, 760);
        dialog.show();
        look(dialog, listOf(name + ",77,USD,2026-11-21\nno such machine,1,USD,2026-11-21\n"));
        for (const QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->isVisibleTo(&dialog))
                QVERIFY2(button->height() >= 24 && button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
        }
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&dialog) && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->objectName()));
        }
        QCOMPARE(find<QScrollArea>(dialog, "pricesQScrollArea").horizontalScrollBar()->maximum(), 0);
        if (const QByteArray folder = qgetenv("RIGHTRIG_SCREENSHOTS"); !folder.isEmpty()) {
            const QString tag = QLatin1String(QTest::currentDataTag());
            dialog.grab().save(QStringLiteral("%1/prices-%2.png").arg(QString::fromLocal8Bit(folder), tag));
            find<QWidget>(dialog, "pricesBodyQWidget")
                .grab()
                .save(QStringLiteral("%1/prices-all-%2.png").arg(QString::fromLocal8Bit(folder), tag));
            PriceDialog price(dialog.book().all, today(), &dialog);
            price.showPrice(dialog.book().all->findMachine(sold().id), 0);
            price.show();
            price.grab().save(QStringLiteral("%1/price-%2.png").arg(QString::fromLocal8Bit(folder), tag));
        }
    }
};

QTEST_MAIN(TestPrices)
#include "tst_prices.moc"
