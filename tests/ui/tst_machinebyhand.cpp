// A machine that the catalogue lacks, typed by hand on the page "Prices": kept apart, marked, edited, forgotten, taken back.
#include "pricesfixture.h"

#include "models/qt/reasontext.h"
#include "ui/forms/partpicker.h"
#include "ui/prices/machinedialog.h"

#include <QTableView>

class TestMachineByHand : public PricesFixture
{
    Q_OBJECT

private:
    static MachineDialog* asked(PricesDialog& dialog) { return dialog.findChild<MachineDialog*>(); }
    static void fill(MachineDialog& dialog, const char* name, const QString& text) { retype(find<QLineEdit>(dialog, name), text); }
    static void choose(MachineDialog& dialog, const char* name, const QString& text)
    {
        auto& box = find<QComboBox>(dialog, name);
        QVERIFY2(box.findText(text) >= 0, qPrintable(text));
        box.setCurrentIndex(box.findText(text));
    }
    static void describe(MachineDialog& dialog, const QString& name = QStringLiteral("Corner shop laptop"))
    {
        fill(dialog, "nameQLineEdit", name);
        find<PartPicker>(dialog, "cpuPartPicker").setEditText(QStringLiteral("Intel Core i7-13700H"));
        find<PartPicker>(dialog, "gpuPartPicker").setEditText(QStringLiteral("GeForce RTX 4060 Laptop GPU"));
        fill(dialog, "ramQLineEdit", QStringLiteral("24"));
        fill(dialog, "tgpQLineEdit", QStringLiteral("105"));
        fill(dialog, "amountQLineEdit", QStringLiteral("640"));
        fill(dialog, "sourceQLineEdit", QStringLiteral("the shop at the corner"));
    }
    static void add(PricesDialog& dialog, const QString& name = QStringLiteral("Corner shop laptop"))
    {
        click(dialog, "newMachineQPushButton");
        QVERIFY(asked(dialog) != nullptr);
        describe(*asked(dialog), name);
        click(*asked(dialog), "keepQPushButton");
        QTRY_VERIFY(asked(dialog) == nullptr);
    }
    static const Machine* machineIn(const Catalog& catalog, const char* name)
    {
        const int index = catalog.findMachine(name);
        return index < 0 ? nullptr : &catalog.machines[static_cast<std::size_t>(index)];
    }
    static QString said(MachineDialog& dialog) { return find<QLabel>(dialog, "problemQLabel").text(); }

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { prepareOne(); }

    void isKeptApartAndCounts()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        add(dialog);
        QVERIFY2(message(dialog).contains(QStringLiteral("Corner shop laptop is added")), qPrintable(message(dialog)));
        const Machine* made = machineIn(*dialog.book().catalog, "Corner shop laptop");
        QVERIFY(made != nullptr && made->own && made->kind == MachineKind::Laptop);
        QCOMPARE(made->ram, std::optional(Gib{24}));
        QCOMPARE(made->tgp, std::optional(Watts{105}));
        QCOMPARE(dialog.book().catalog->devices.at(static_cast<std::size_t>(made->cpu)).name, std::string("Intel Core i7-13700H"));
        QCOMPARE(dialog.book().catalog->devices.at(static_cast<std::size_t>(made->accelerator)).name,
            std::string("GeForce RTX 4060 Laptop GPU"));
        QVERIFY(machineIn(*dialog.book().shipped, "Corner shop laptop") == nullptr);
        QVERIFY(machineIn(*catalogue(), "Corner shop laptop") == nullptr);
        QVERIFY(fileBytes(m_own).contains("Corner shop laptop,,laptop,GeForce RTX 4060 Laptop GPU,1,24"));
        QCOMPARE(table(dialog, "ownRowTable").model()->index(0, 0).data().toString(), QStringLiteral("Corner shop laptop"));
        RowTable& history = table(dialog, "historyRowTable");
        QCOMPARE(history.model()->index(0, 1).data().toString(), QStringLiteral("By hand"));
        QCOMPARE(history.model()->index(0, 2).data().toString(), QStringLiteral("Corner shop laptop"));

        const PriceBook again = services().open().get(); // after a restart
        const Results results = recommend(Answers{}, *again.catalog);
        const auto own
            = std::find_if(results.options.begin(), results.options.end(), [](const Option& option) { return option.ownMachine; });
        QVERIFY(own != results.options.end());
        QCOMPARE(optionName(*own), QStringLiteral("Corner shop laptop (added by you)"));
        QCOMPARE(bareOptionName(*own), QStringLiteral("Corner shop laptop"));
        QVERIFY(own->runTime.has_value()); // its parts are known: it can be estimated
        QCOMPARE(std::count_if(results.options.begin(), results.options.end(), [](const Option& option) { return option.ownMachine; }), 1);
    }

    void theAnswerShowsItAsTheUsersOwn()
    {
        {
            PricesDialog dialog(services(), today());
            add(dialog);
        }
        MainWindow window(windowServices());
        window.showPage(9);
        auto& page = find<ResultsPage>(window, "resultsPage");
        page.showTab(ResultsPage::CompareTab);
        auto& options = find<QTableView>(page, "optionTable");
        const auto isShown = [&options] {
            for (int row = 0; row < options.model()->rowCount(); ++row) {
                if (options.model()->index(row, OptionTableModel::NameColumn).data().toString().contains(QStringLiteral("(added by you)")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShown(), patience);
    }

    void isEditedForgottenAndTakenBack()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        add(dialog);
        RowTable& own = table(dialog, "ownRowTable");
        own.selectRow(0);
        click(dialog, "editPriceQPushButton");
        QVERIFY(asked(dialog) != nullptr);
        QCOMPARE(find<QLineEdit>(*asked(dialog), "nameQLineEdit").text(), QStringLiteral("Corner shop laptop"));
        QCOMPARE(find<QLineEdit>(*asked(dialog), "tgpQLineEdit").text(), QStringLiteral("105"));
        QCOMPARE(find<PartPicker>(*asked(dialog), "cpuPartPicker").currentText(), QStringLiteral("Intel Core i7-13700H"));
        QCOMPARE(find<QComboBox>(*asked(dialog), "kindQComboBox").count(), 2); // bought stays bought
        fill(*asked(dialog), "nameQLineEdit", QStringLiteral("Corner laptop"));
        fill(*asked(dialog), "ramQLineEdit", QStringLiteral("48"));
        fill(*asked(dialog), "amountQLineEdit", QStringLiteral("700"));
        click(*asked(dialog), "keepQPushButton");
        QTRY_VERIFY(asked(dialog) == nullptr);
        QCOMPARE(own.rows(), 1);
        QCOMPARE(own.model()->index(0, 0).data().toString(), QStringLiteral("Corner laptop"));
        QCOMPARE(own.model()->index(0, 3).data().toString(), QStringLiteral("700 USD"));
        QCOMPARE(machineIn(*dialog.book().catalog, "Corner laptop")->ram, std::optional(Gib{48}));
        QVERIFY(machineIn(*dialog.book().catalog, "Corner shop laptop") == nullptr);

        click(dialog, "undoPricesQPushButton");
        QCOMPARE(machineIn(*dialog.book().catalog, "Corner shop laptop")->ram, std::optional(Gib{24}));
        own.selectRow(0);
        click(dialog, "forgetPriceQPushButton");
        QVERIFY2(message(dialog).contains(QStringLiteral("Corner shop laptop is forgotten")), qPrintable(message(dialog)));
        QVERIFY(machineIn(*dialog.book().catalog, "Corner shop laptop") == nullptr);
        click(dialog, "undoPricesQPushButton");
        QVERIFY(machineIn(*dialog.book().catalog, "Corner shop laptop") != nullptr);
        click(dialog, "undoPricesQPushButton");
        QCOMPARE(own.rows(), 0);
    }

    void itsOtherPricesFollow()
    {
        PricesDialog dialog(services(), today());
        dialog.show();
        add(dialog);
        click(dialog, "newPriceQPushButton"); // a second price of the same machine
        auto& machines = find<QComboBox>(*typing(dialog), "machineQComboBox");
        machines.setCurrentIndex(machines.findText(QStringLiteral("Corner shop laptop")));
        auto& offers = find<QComboBox>(*typing(dialog), "offerQComboBox");
        offers.setCurrentIndex(offers.findText(QStringLiteral("another one: used")));
        retype(find<QLineEdit>(*typing(dialog), "amountQLineEdit"), QStringLiteral("300"));
        click(*typing(dialog), "keepQPushButton");
        QTRY_VERIFY(typing(dialog) == nullptr);
        RowTable& own = table(dialog, "ownRowTable");
        QCOMPARE(own.rows(), 2);
        own.selectRow(0);
        click(dialog, "editPriceQPushButton");
        fill(*asked(dialog), "nameQLineEdit", QStringLiteral("Renamed"));
        click(*asked(dialog), "keepQPushButton");
        QTRY_VERIFY(asked(dialog) == nullptr);
        QCOMPARE(own.rows(), 2);
        const Catalog& catalog = *dialog.book().catalog;
        const int machine = catalog.findMachine("Renamed");
        QVERIFY(machine >= 0 && catalog.findMachine("Corner shop laptop") < 0);
        std::vector<double> prices;
        for (const Offer& offer : catalog.offers) {
            if (offer.machine == machine)
                prices.push_back(offer.price->amount);
        }
        std::sort(prices.begin(), prices.end());
        QCOMPARE(prices, (std::vector{300.0, 640.0}));
    }

    void aRentedMachineHasItsOwnFields()
    {
        MachineDialog dialog(catalogue(), today());
        dialog.show();
        const auto isShown = [&dialog](const char* name) { return find<QWidget>(dialog, name).isVisibleTo(&dialog); };
        QVERIFY(isShown("tgpNumberEdit") && !isShown("providerQLineEdit") && !isShown("vcpusNumberEdit") && !isShown("countNumberEdit"));
        choose(dialog, "kindQComboBox", QStringLiteral("Rented in the cloud"));
        QVERIFY(!isShown("tgpNumberEdit") && isShown("providerQLineEdit") && isShown("vcpusNumberEdit") && isShown("countNumberEdit"));
        fill(dialog, "nameQLineEdit", QStringLiteral("box-2"));
        fill(dialog, "providerQLineEdit", QStringLiteral("Our institute"));
        fill(dialog, "vcpusQLineEdit", QStringLiteral("16"));
        find<PartPicker>(dialog, "gpuPartPicker").setEditText(QStringLiteral("NVIDIA A10G"));
        fill(dialog, "countQLineEdit", QStringLiteral("2"));
        fill(dialog, "amountQLineEdit", QStringLiteral("0.4"));
        fill(dialog, "regionQLineEdit", QStringLiteral("campus"));
        choose(dialog, "priceKindQComboBox", QStringLiteral("rented, spot"));
        click(dialog, "keepQPushButton");
        QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(said(dialog)));
        const PriceRow& row = dialog.row();
        QCOMPARE(row.per, Per::Hour);
        QCOMPARE(row.priceKind, std::optional(PriceKind::Spot));
        QVERIFY(row.kind == MachineKind::Cloud && row.provider == "Our institute" && row.acceleratorCount == 2 && row.vcpus == 16.0);
        QVERIFY(row.region == "campus" && !row.tgp && row.id.starts_with("own-our-institute-box-2"));
    }

    void aComputerWithoutGraphicsCardIsFine()
    {
        MachineDialog dialog(catalogue(), today());
        dialog.show();
        choose(dialog, "kindQComboBox", QStringLiteral("Desktop"));
        fill(dialog, "nameQLineEdit", QStringLiteral("Plain tower"));
        find<PartPicker>(dialog, "gpuPartPicker").setCurrentIndex(0);
        fill(dialog, "vramQLineEdit", QStringLiteral("8")); // of no card
        fill(dialog, "amountQLineEdit", QStringLiteral("300"));
        click(dialog, "keepQPushButton");
        QVERIFY2(dialog.result() == QDialog::Accepted, qPrintable(said(dialog)));
        QVERIFY(dialog.row().accelerator.empty() && dialog.row().acceleratorCount == 0 && !dialog.row().vram && dialog.row().cpu.empty());
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* field, const QString& text, const char* said) {
            QTest::newRow(name) << QByteArray(field) << text << QString::fromLatin1(said);
        };
        row("no name", "nameQLineEdit", QStringLiteral("  "), "Give it a name");
        row("known machine", "nameQLineEdit", QString::fromStdString(sold().name), "There is a machine of that name");
        row("strange processor", "cpuPartPicker", QStringLiteral("Abacus 9"), "knows no processor \"Abacus 9\"");
        row("strange card", "gpuPartPicker", QStringLiteral("<b>Card</b>"), "knows no graphics card \"<b>Card</b>\"");
        row("memory in words", "ramQLineEdit", QStringLiteral("lots"), "marked above");
        row("no watts", "tgpQLineEdit", QStringLiteral("0"), "marked above");
        row("no price", "amountQLineEdit", QString(), "above 0");
        row("price of 0", "amountQLineEdit", QStringLiteral("0"), "above 0");
        row("no source", "sourceQLineEdit", QStringLiteral(" "), "where you saw");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        QFETCH(QString, said);
        MachineDialog dialog(catalogue(), today());
        dialog.show();
        describe(dialog);
        if (field.endsWith("PartPicker"))
            find<PartPicker>(dialog, field.constData()).setEditText(text);
        else
            fill(dialog, field.constData(), text);
        click(dialog, "keepQPushButton");
        QVERIFY(dialog.isVisible() && dialog.result() != QDialog::Accepted);
        QVERIFY2(TestMachineByHand::said(dialog).contains(said), qPrintable(TestMachineByHand::said(dialog)));
        QCOMPARE(find<QLabel>(dialog, "problemQLabel").textFormat(), Qt::PlainText);
    }

    void everyFieldCanBeReachedAndHeard_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << false << 100;
        QTest::newRow("dark") << true << 100;
        QTest::newRow("large") << false << 200;
    }
    void everyFieldCanBeReachedAndHeard()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light, percent);
        MachineDialog dialog(catalogue(), today());
        dialog.show();
        describe(dialog);
        QCoreApplication::processEvents();
        QSet<QString> keys;
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            const qsizetype at = label->text().indexOf(QLatin1Char('&'));
            if (at < 0 || label->buddy() == nullptr)
                continue;
            const QString key = label->text().mid(at + 1, 1).toUpper();
            QVERIFY2(!keys.contains(key), qPrintable(label->text()));
            keys.insert(key);
        }
        QVERIFY(keys.size() >= 15);
        for (const QWidget* field : dialog.findChildren<QWidget*>()) {
            if (field->isVisibleTo(&dialog) && field->focusPolicy() != Qt::NoFocus && qobject_cast<const QComboBox*>(field) != nullptr)
                QVERIFY2(!field->accessibleName().isEmpty() && field->height() >= 24, qPrintable(field->objectName()));
        }
        if (const QByteArray folder = qgetenv("RIGHTRIG_SCREENSHOTS"); !folder.isEmpty())
            dialog.grab().save(
                QStringLiteral("%1/machine-%2.png").arg(QString::fromLocal8Bit(folder), QLatin1String(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestMachineByHand)
#include "tst_machinebyhand.moc"
