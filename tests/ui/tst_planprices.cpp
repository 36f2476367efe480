// A plan that is opened again: which of its prices changed, what that means, and whose prices count.
#include "pricesfixture.h"

#include "models/domain/savedplan.h"
#include "models/qt/planpricetext.h"
#include "ui/prices/planpricesdialog.h"
#include "ui/report/attachment.h"
#include "ui/wizard/planbar.h"

#include <QAction>
#include <QClipboard>
#include <QRadioButton>

class TestPlanPrices : public PricesFixture
{
    Q_OBJECT

private:
    /// Somebody who has to buy or rent.
    static Answers student()
    {
        Answers answers;
        answers.goals = std::vector{Goal::Images};
        answers.depth = Depth::Adapt;
        answers.data.images = 20000.0;
        answers.computer = sampleComputer();
        answers.computer->cpu = "Intel Celeron N4020";
        answers.computer->ram = Gib{4};
        answers.internet = Internet::Slow;
        answers.budgetUpfront = Money{3000.0, CurrencyCode("USD")};
        answers.budgetMonthly = Money{10.0, CurrencyCode("USD")};
        answers.country = "US";
        return answers;
    }
    /// As it would have been made when everything on sale cost a third, the best option a tenth.
    static SavedPlan oldPlan()
    {
        Catalog then = *catalogue();
        const Results now = recommend(student(), then);
        for (Offer& offer : then.offers) {
            offer.source.asOf = "2026-01-15";
            if (offer.price && offer.per == Per::Once)
                offer.price->amount /= 3.0;
        }
        return planOf(student(), nullptr, recommend(student(), then), then, "2026-02-01");
    }
    [[nodiscard]] QString written(const SavedPlan& plan) const
    {
        const QString path = m_folder.filePath(QStringLiteral("plan.json"));
        return writeBytes(path, writePlan(plan)) ? path : QString();
    }
    static PlanPricesDialog* details(MainWindow& window) { return window.findChild<PlanPricesDialog*>(); }
    static int differences(const SavedPlan& plan) { return static_cast<int>(changedPrices(plan, *catalogue()).size()); }
    /// The plan that a PDF saved now would carry.
    [[nodiscard]] SavedPlan savedNow(MainWindow& window) const
    {
        const QString path = m_folder.filePath(QStringLiteral("now.pdf"));
        if (!window.savePdf(path).isEmpty())
            return {};
        const auto attached = attachedAnswers(fileBytes(path));
        if (!std::holds_alternative<QByteArray>(attached))
            return {};
        return std::get<SavedPlan>(readPlan(std::get<QByteArray>(attached)));
    }
    static std::optional<Money> priceIn(const SavedPlan& plan, const std::string& offer)
    {
        for (const UsedPrice& used : plan.prices) {
            if (used.offer == offer)
                return used.price;
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { prepareOne(); }

    void openingSaysWhatChangedAndWhatItMeans()
    {
        const SavedPlan plan = oldPlan();
        const int changed = differences(plan);
        QVERIFY(changed > 0);
        MainWindow window(windowServices());
        window.openAnswersFile(written(plan));
        const QString first = message(window);
        QVERIFY2(first.contains(QStringLiteral("%1 of its prices changed since").arg(changed)), qPrintable(first));
        QTRY_VERIFY2_WITH_TIMEOUT(message(window).contains(QStringLiteral("best option")), qPrintable(message(window)), patience);
        const auto today = windowServices().catalog; // the oldest prices do not count in it
        const Results then = recommend(student(), withPlanPrices(*today, plan));
        QVERIFY2(message(window).endsWith(planMeaningText(then, recommend(student(), *today))), qPrintable(message(window)));

        click(window, "messageAction1QPushButton");
        PlanPricesDialog* dialog = details(window);
        QVERIFY(dialog != nullptr);
        RowTable& prices = table(*dialog, "planPricesRowTable");
        QCOMPARE(prices.rows(), changed);
        const PlanPriceChange row = changedPrices(plan, *catalogue()).front();
        QCOMPARE(prices.model()->index(0, 0).data().toString(), QString::fromStdString(row.then.name));
        QVERIFY(prices.model()->index(0, 1).data().toString() != prices.model()->index(0, 3).data().toString());
        QCOMPARE(prices.model()->index(0, 2).data().toString(), QStringLiteral("15 January 2026"));
        QVERIFY(find<QLabel>(*dialog, "planSummaryLabel").text().contains(QStringLiteral("rose")));
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(*dialog, "planMeaningLabel").text().contains(QStringLiteral("best option")), patience);
        QVERIFY(find<QRadioButton>(*dialog, "todaysPricesQRadioButton").isChecked());
    }

    void allOfItCanBeCopied()
    {
        const SavedPlan plan = oldPlan();
        PlanPricesDialog dialog(plan, *catalogue(), today(), false);
        dialog.show();
        dialog.showMeaning(QStringLiteral("Nothing changes."));
        click(dialog, "copyPlanPricesQPushButton");
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.startsWith(find<QLabel>(dialog, "planSummaryLabel").text()));
        QVERIFY(text.contains(QStringLiteral("Nothing changes.")) && text.contains(QStringLiteral("Price today")));
        for (const PlanPriceChange& change : changedPrices(plan, *catalogue()))
            QVERIFY2(text.contains(QString::fromStdString(change.then.name)), change.then.name.c_str());
        QVERIFY(table(dialog, "planPricesRowTable").selectedRow() < 0); // what was selected stays
        dialog.showMeaning({});
        QVERIFY(find<QLabel>(dialog, "planMeaningLabel").text().contains(QStringLiteral("cannot be worked out")));
    }

    void thePlansOwnPricesCount()
    {
        const SavedPlan plan = oldPlan();
        const PlanPriceChange change = changedPrices(plan, *catalogue()).front();
        MainWindow window(windowServices());
        window.show();
        window.openAnswersFile(written(plan));
        auto& bar = find<PlanBar>(window, "planPlanBar");
        QVERIFY(!bar.isVisibleTo(&window));
        QVERIFY(priceIn(savedNow(window), change.then.offer) != change.then.price);

        find<QAction>(window, "planPricesQAction").trigger();
        find<QRadioButton>(*details(window), "plansPricesQRadioButton").click();
        QVERIFY(bar.isVisibleTo(&window));
        QVERIFY2(bar.note().contains(QStringLiteral("1 February 2026")), qPrintable(bar.note()));
        if (const QByteArray folder = qgetenv("RIGHTRIG_SCREENSHOTS"); !folder.isEmpty())
            window.grab().save(QString::fromLocal8Bit(folder) + QStringLiteral("/planbar.png"));
        const SavedPlan then = savedNow(window);
        QCOMPARE(priceIn(then, change.then.offer), change.then.price);
        details(window)->close();
        QTRY_VERIFY(details(window) == nullptr);

        click(window, "planDetailsQPushButton");
        QVERIFY(find<QRadioButton>(*details(window), "plansPricesQRadioButton").isChecked());
        details(window)->close();
        click(window, "useTodayQPushButton");
        QVERIFY(!bar.isVisibleTo(&window));
        QVERIFY(priceIn(savedNow(window), change.then.offer) != change.then.price);
    }

    void anotherStartForgetsThePlan_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("start again") << QStringLiteral("startAgain");
        QTest::newRow("another file") << QStringLiteral("open");
        QTest::newRow("undo") << QStringLiteral("undo");
    }
    void anotherStartForgetsThePlan()
    {
        QFETCH(QString, how);
        MainWindow window(windowServices());
        window.openAnswersFile(written(oldPlan()));
        const auto& action = find<QAction>(window, "planPricesQAction");
        QVERIFY(action.isEnabled() && action.toolTip().isEmpty() == false);
        if (how == QStringLiteral("undo")) {
            click(window, "messageAction2QPushButton");
        } else {
            find<QAction>(window, "planPricesQAction").trigger();
            find<QRadioButton>(*details(window), "plansPricesQRadioButton").click();
            if (how == QStringLiteral("startAgain"))
                find<QAction>(window, "startAgainQAction").trigger();
            else
                window.openAnswersFile(written(SavedPlan{student(), {}, {}, {}, {}, {}}));
        }
        QVERIFY(!action.isEnabled());
        QVERIFY2(action.toolTip().contains(QStringLiteral("Open a plan")), qPrintable(action.toolTip()));
        QVERIFY(find<PlanBar>(window, "planPlanBar").note().isEmpty());
        QTRY_VERIFY(details(window) == nullptr);
    }

    void newPricesOfTodayEndThePlans()
    {
        MainWindow window(windowServices());
        window.openAnswersFile(written(oldPlan()));
        find<QAction>(window, "planPricesQAction").trigger();
        find<QRadioButton>(*details(window), "plansPricesQRadioButton").click();
        details(window)->close();
        find<QAction>(window, "pricesQAction").trigger();
        auto* dialog = window.findChild<PricesDialog*>();
        look(*dialog, listOf(QByteArray::fromStdString(sold().id) + ",77,USD,2026-11-21\n"));
        click(*dialog, "takeQPushButton");
        QVERIFY(find<PlanBar>(window, "planPlanBar").note().isEmpty());
        QCOMPARE(fileBytes(m_own).count("\n"), 2);
    }

    void unchangedPricesAreNotTalkedAbout()
    {
        const SavedPlan plan = planOf(student(), nullptr, recommend(student(), *catalogue()), *catalogue(), "2026-11-01");
        MainWindow window(servicesIn(QFileInfo(m_own).path()));
        window.openAnswersFile(written(plan));
        QVERIFY2(!message(window).contains(QStringLiteral("changed since")), qPrintable(message(window)));
        QVERIFY(!find<QAction>(window, "planPricesQAction").isEnabled());
        PlanPricesDialog dialog(plan, *catalogue(), today(), false);
        QVERIFY(find<QLabel>(dialog, "planSummaryLabel").text().contains(QStringLiteral("still the same")));
    }

    void looksRight_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << false << 100;
        QTest::newRow("dark") << true << 100;
        QTest::newRow("large") << false << 200;
    }
    void looksRight()
    {
        QFETCH(bool, dark);
        QFETCH(int, percent);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light, percent);
        SavedPlan plan = oldPlan();
        plan.prices.back().name = "<img src=\"file:///canary.png\">"; // text, and never more
        const Results then = recommend(student(), withPlanPrices(*catalogue(), plan));
        PlanPricesDialog dialog(plan, *catalogue(), today(), false);
        dialog.showMeaning(planMeaningText(then, recommend(student(), *catalogue())));
        dialog.show();
        QCoreApplication::processEvents();
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->objectName()));
        }
        for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>()) {
            if (button->isVisibleTo(&dialog) && !button->objectName().isEmpty())
                QVERIFY2(button->height() >= 24 && button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
        }
        if (const QByteArray folder = qgetenv("RIGHTRIG_SCREENSHOTS"); !folder.isEmpty())
            dialog.grab().save(
                QStringLiteral("%1/planprices-%2.png").arg(QString::fromLocal8Bit(folder), QLatin1String(QTest::currentDataTag())));
    }
};

QTEST_MAIN(TestPlanPrices)
#include "tst_planprices.moc"
