// Assumptions that are changed on the spot: what is listed, what is refused, what goes out.
#include "db/cataloguefile.h"
#include "models/qt/formatter.h"
#include "tests/support/paths.h"
#include "ui/results/assumptionsmodel.h"
#include "ui/results/assumptionspanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace rightrig;

class TestResultsAssumptions : public QObject
{
    Q_OBJECT
private:
    std::shared_ptr<const Catalog> m_catalog;

    Shown shown(const Overrides& overrides = {}) const
    {
        Answers answers;
        answers.country = "DE";
        answers.overrides = overrides;
        return {std::make_shared<const Results>(recommend(answers, *m_catalog)), m_catalog, {}, -1, QDate(2026, 11, 23)};
    }
    static QModelIndex value(const AssumptionsModel& model, const char* name)
    {
        return model.index(model.rowOf(name), AssumptionsModel::ValueColumn);
    }

    /// Results of a test, and lists of machines, cannot be set.
    static bool isDial(const Assumption& assumption)
    {
        return !assumption.name.starts_with("accuracy.") && !assumption.name.starts_with("typical.");
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto opened = openCatalogue(testCatalogue());
        QVERIFY(std::holds_alternative<std::shared_ptr<const Catalog>>(opened));
        m_catalog = std::get<std::shared_ptr<const Catalog>>(opened);
    }

    void listsMoneyFirstThenEveryConstant()
    {
        AssumptionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.present(shown());
        QCOMPARE(model.rowOf("electricity.price_per_kwh"), 0);
        QVERIFY(model.rowOf("rate.EUR") > 0);
        for (const Assumption& assumption : m_catalog->assumptions) {
            QVERIFY2((model.rowOf(assumption.name) >= 0) == isDial(assumption), assumption.name.c_str());
        }
        QCOMPARE(model.rowOf("no.such.name"), -1);
        QVERIFY(model.row(0).assumption.value > 0.0);
        QVERIFY(!model.index(0, AssumptionsModel::SourceColumn).data().toString().isEmpty());
    }

    void anEditSendsTheWholeList()
    {
        AssumptionsModel model;
        model.present(shown({{"rate.EUR", 1.25}}));
        QSignalSpy spy(&model, &AssumptionsModel::overridesChanged);
        QVERIFY(model.setData(value(model, "electricity.price_per_kwh"), QStringLiteral("0.31")));
        QCOMPARE(spy.size(), 1);
        const Overrides expected{{"rate.EUR", 1.25}, {"electricity.price_per_kwh", 0.31}};
        QCOMPARE(model.overrides(), expected);
        QVERIFY(model.isChanged(0));
        QCOMPARE(model.index(0, AssumptionsModel::ValueColumn).data().toString(), formatNumber(0.31, 6));
        QVERIFY(model.setData(value(model, "electricity.price_per_kwh"), QStringLiteral("0.5")));
        QCOMPARE(model.overrides().size(), std::size_t{2}); // replaced, not added
    }

    void theEngineUsesWhatWasEdited()
    {
        const Shown before = shown();
        const Shown after = shown({{"electricity.price_per_kwh", 5.0}});
        double least = 0.0;
        double most = 0.0;
        for (const Option& option : before.results->options)
            least += option.cost.electricity;
        for (const Option& option : after.results->options)
            most += option.cost.electricity;
        QVERIFY(most > least);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* text : {"", "abc", "-1", "0x", "1e400", "nan", "inf", "<b>1</b>"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, typed);
        AssumptionsModel model;
        model.present(shown());
        QSignalSpy changed(&model, &AssumptionsModel::overridesChanged);
        QSignalSpy refused(&model, &AssumptionsModel::refused);
        QVERIFY(!model.setData(value(model, "electricity.price_per_kwh"), typed));
        QVERIFY(changed.isEmpty());
        QCOMPARE(refused.size(), 1);
        QVERIFY(model.overrides().empty());
    }

    void anUntouchedEditorChangesNothing()
    {
        AssumptionsModel model;
        model.present(shown());
        const QModelIndex index = value(model, "rate.EUR");
        QSignalSpy changed(&model, &AssumptionsModel::overridesChanged);
        QVERIFY(!model.setData(index, index.data(Qt::EditRole)));
        QVERIFY(!model.setData(model.index(0, AssumptionsModel::TextColumn), QStringLiteral("1")));
        QVERIFY(changed.isEmpty());
        QVERIFY(!(model.flags(model.index(0, AssumptionsModel::TextColumn)) & Qt::ItemIsEditable));
    }

    void resetTakesChangesBack()
    {
        AssumptionsModel model;
        model.present(shown({{"rate.EUR", 1.25}, {"electricity.price_per_kwh", 0.5}}));
        QSignalSpy changed(&model, &AssumptionsModel::overridesChanged);
        model.reset({model.rowOf("rate.EUR")});
        QCOMPARE(model.overrides().size(), std::size_t{1});
        model.reset({model.rowOf("rate.EUR")}); // nothing left to take back
        QCOMPARE(changed.size(), 1);
        model.resetAll();
        QVERIFY(model.overrides().empty());
        QCOMPARE(changed.size(), 2);
    }

    void thePanelHidesWhatIsNotUsed()
    {
        AssumptionsPanel panel;
        panel.present(shown());
        auto* table = panel.findChild<QTableView*>(QStringLiteral("assumptionsTable"));
        const int money = table->model()->rowCount();
        QVERIFY(money >= 2 && money < 30);
        QVERIFY(!m_catalog->assumptions.empty());
        panel.setUsed({m_catalog->assumptions.front().name});
        QCOMPARE(table->model()->rowCount(), money + 1);
        panel.findChild<QAbstractButton*>(QStringLiteral("allAssumptionsCheckBox"))->click();
        const auto dials = std::count_if(m_catalog->assumptions.begin(), m_catalog->assumptions.end(), isDial);
        QVERIFY(table->model()->rowCount() >= dials);
    }

    void thePanelSaysWhatItRefused()
    {
        AssumptionsPanel panel;
        panel.present(shown());
        auto* table = panel.findChild<QTableView*>(QStringLiteral("assumptionsTable"));
        const auto* problem = panel.findChild<QLabel*>(QStringLiteral("assumptionProblemLabel"));
        QVERIFY(problem->isHidden());
        const QModelIndex index = table->model()->index(0, AssumptionsModel::ValueColumn);
        QVERIFY(!table->model()->setData(index, QStringLiteral("<b>no</b>")));
        QVERIFY(!problem->isHidden());
        QCOMPARE(problem->textFormat(), Qt::PlainText);
        QSignalSpy spy(&panel, &AssumptionsPanel::overridesChanged);
        QVERIFY(table->model()->setData(index, QStringLiteral("0.9")));
        QVERIFY(problem->isHidden());
        QCOMPARE(spy.size(), 1);
    }
};

QTEST_MAIN(TestResultsAssumptions)
#include "tst_resultsassumptions.moc"
