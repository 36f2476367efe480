// The page "Prices" in its window: what it does to the answer, files that are broken, looks, and text from outside.
#include "pricesfixture.h"

namespace {

const char bait[] = "<img src=\"file:///canary.png\">";

} // namespace

class TestPricesInWindow : public PricesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { prepareOne(); }

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

    void aBrokenFileIsNamedAtTheStart()
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
        QVERIFY(table(dialog, "sourcesRowTable").rows() > 5);
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
        QCOMPARE(table(*dialog, "ownRowTable").rows(), 1);
        QVERIFY(message(*dialog).contains(QStringLiteral("prices.csv:2")));
        click(*dialog, "messageAction1QPushButton");
        QVERIFY(!fileBytes(m_own).contains("many"));
        QVERIFY(fileBytes(m_own).contains("300"));
    }
    void withoutOwnPricesThePageIsClosed()
    {
        MainWindow window(servicesIn(QFileInfo(m_own).path()));
        const auto& entry = find<QAction>(window, "pricesQAction");
        QVERIFY(!entry.isEnabled());
        for (const QString& why : {entry.toolTip(), entry.statusTip(), entry.whatsThis()})
            QVERIFY2(why.contains(QStringLiteral("--no-own-prices")), qPrintable(why));
        MainWindow other(windowServices());
        QVERIFY(find<QAction>(other, "pricesQAction").isEnabled());
        QVERIFY(find<QAction>(other, "pricesQAction").statusTip().isEmpty());
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
        QCOMPARE(table(dialog, "ownRowTable").rows(), 1);
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')), qPrintable(label->objectName()));
        for (const char* name : {"ownRowTable", "planRowTable", "sourcesRowTable"}) {
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
        const QWidget &changes = table(dialog, "planRowTable"), &take = find<QPushButton>(dialog, "takeQPushButton");
        const auto bottom = [&dialog](const QWidget& widget) { return widget.mapTo(&dialog, QPoint(0, widget.height())).y(); };
        QTRY_VERIFY2(take.mapTo(&dialog, QPoint()).y() >= bottom(changes), "the buttons lie below the table");
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

QTEST_MAIN(TestPricesInWindow)
#include "tst_pricesinwindow.moc"
