// The page "Prices": what it shows, files dropped on it, prices typed, forgotten and taken back.
#include "pricesfixture.h"

class TestPrices : public PricesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { prepareOne(); }

    void showsWherePricesComeFrom()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        RowTable& sources = table(dialog, "sourcesRowTable");
        QVERIFY(sources.rows() > 5);
        int prices = 0, priced = 0;
        for (int row = 0; row < sources.rows(); ++row)
            prices += sources.model()->index(row, 1).data(RowModel::SortRole).toInt();
        for (const Offer& offer : catalogue()->offers)
            priced += offer.price ? 1 : 0;
        QCOMPARE(prices, priced);
        QVERIFY(find<QLabel>(dialog, "sourcesLabel").text().contains(QStringLiteral("cannot win")));
        QVERIFY(!table(dialog, "ownRowTable").isVisibleTo(&dialog));
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
        RowTable& plan = table(dialog, "planRowTable");
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
        QCOMPARE(table(dialog, "ownRowTable").rows(), 1);
        QCOMPARE(table(dialog, "historyRowTable").rows(), 1);
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
        QTRY_COMPARE_WITH_TIMEOUT(table(dialog, "planRowTable").rows(), 1, patience);
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
        QVERIFY(!table(dialog, "planRowTable").isVisibleTo(&dialog));
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
        QVERIFY2(table(dialog, "planRowTable").rows() == 1, qPrintable(message(dialog)));
        QCOMPARE(table(dialog, "planRowTable").model()->index(0, 0).data().toString(), QStringLiteral("Changed"));
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
        RowTable& own = table(dialog, "ownRowTable");
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
        QCOMPARE(table(dialog, "historyRowTable").rows(), 8);
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
        RowTable& own = table(dialog, "ownRowTable");
        QCOMPARE(own.rows(), 1);
        QCOMPARE(own.model()->index(0, 1).data().toString(), QStringLiteral("used"));
        QCOMPARE(own.model()->index(0, 2).data().toString(), QStringLiteral("my town"));
        QCOMPARE(own.model()->index(0, 5).data().toString(), QStringLiteral("nothing: it is new"));
        QCOMPARE(dialog.book().catalog->offers.size(), dialog.book().shipped->offers.size() + 1);
    }
};

QTEST_MAIN(TestPrices)
#include "tst_prices.moc"
