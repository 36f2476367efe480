// Charts under the hand: keyboard, hover, compare, wheel, screen reader, and names that try to be HTML.
#include "tests/ui/charttools.h"
#include "ui/charts/charts.h"
#include "ui/charts/costtimeview.h"
#include "ui/charts/plainchartview.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace rightrig;

class TestChartInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light, 100);
        QAccessible::setActive(true);
    }

    void arrowKeysSpeakEveryPoint()
    {
        ShownView view(sample());
        view.setFocus();
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(reader);
        QCOMPARE(reader->role(), QAccessible::Chart);
        QCOMPARE(reader->text(QAccessible::Name), sample().summary);
        QVERIFY(!reader->text(QAccessible::Description).isEmpty());
        QTest::keyClick(&view, Qt::Key_Home);
        for (int i = 0; i < view.data().points.size(); ++i) {
            QCOMPARE(view.focusedPoint(), i);
            QVERIFY(reader->text(QAccessible::Value).contains(view.data().points[i].card));
            QVERIFY(view.cardText().contains(view.data().points[i].card));
            QCOMPARE(reader->valueInterface()->currentValue().toInt(), i);
            QTest::keyClick(&view, Qt::Key_Right);
        }
        QCOMPARE(view.focusedPoint(), 5); // stays at the end
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.focusedPoint(), 4);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.focusedPoint(), 5);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.focusedPoint(), -1);
        QVERIFY(view.cardText().isEmpty());
    }

    void enterSelectsAndSpaceCompares()
    {
        ShownView view(sample());
        QSignalSpy chosen(&view, &CostTimeView::currentChanged);
        QSignalSpy compared(&view, &CostTimeView::compareChanged);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(chosen.isEmpty()); // no point in focus yet
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 10);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(view.compared(), QList<int>{10});
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(view.compared().isEmpty());
        QCOMPARE(compared.size(), 2);
    }

    void fourAreComparedAtMost()
    {
        ShownView view(sample());
        for (int i = 0; i < 5; ++i) {
            view.focusPoint(i);
            QTest::keyClick(&view, Qt::Key_Space);
        }
        QCOMPARE(view.compared(), (QList<int>{11, 12, 13, 14}));
        CostTimeChart fewer = sample();
        fewer.points.removeFirst();
        fewer.points.removeFirst();
        view.setData(fewer);
        QCOMPARE(view.compared(), (QList<int>{12, 13, 14})); // one that is gone is no longer compared
    }

    void clickComparesAndSelects()
    {
        ShownView view(sample());
        QSignalSpy chosen(&view, &CostTimeView::currentChanged);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pixelOf(2));
        QCOMPARE(view.compared(), QList<int>{12});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 12);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.pixelOf(2));
        QVERIFY(view.compared().isEmpty());
    }

    void hoverNamesTheNearestAndAllOnTheSameSpot()
    {
        ShownView view(sample());
        QTest::mouseMove(view.viewport(), view.pixelOf(0) + QPoint(4, 3));
        QVERIFY(view.cardText().contains(QLatin1String("Option 10")));
        QVERIFY(!view.cardText().contains(QLatin1String("Option 11")));
        QTest::mouseMove(view.viewport(), view.pixelOf(3) + QPoint(2, 2));
        QVERIFY(view.cardText().contains(QLatin1String("Option 13")));
        QVERIFY(view.cardText().contains(QLatin1String("Option 14")));
        QTest::mouseMove(view.viewport(), QPoint(2, view.height() - 3));
        QVERIFY(view.cardText().isEmpty());
    }

    void theCardStaysInsideTheView()
    {
        ShownView view(sample());
        const auto* card = view.findChild<QLabel*>(QStringLiteral("chartCardLabel"));
        for (int i = 0; i < 6; ++i) {
            view.focusPoint(i);
            QVERIFY(view.viewport()->rect().contains(card->geometry()));
        }
    }

    void outsideNamesStayText()
    {
        CostTimeChart data = sample();
        data.points[0].label = data.points[0].card = canary();
        ShownView view(data);
        view.focusPoint(0);
        const auto* card = view.findChild<QLabel*>(QStringLiteral("chartCardLabel"));
        QCOMPARE(card->textFormat(), Qt::PlainText);
        QCOMPARE(card->text(), canary());
        QVERIFY(view.spoken().contains(canary()));
    }

    void aPressAnywhereIsSafe()
    {
        ShownView view(sample());
        PlainChartView plainView(makeCostOverTimeChart(crossing(), lightStyle()), nullptr);
        plainView.resize(400, 300);
        plainView.show();
        for (QChartView* each : {static_cast<QChartView*>(&view), static_cast<QChartView*>(&plainView)}) {
            for (int x = 0; x < each->width(); x += 37) {
                for (int y = 0; y < each->height(); y += 41)
                    QTest::mouseDClick(each->viewport(), Qt::LeftButton, {}, {x, y});
            }
            each->chart()->hide(); // a press where no item lies crashes Qt 6.4 (QTBUG-118669)
            QTest::mousePress(each->viewport(), Qt::LeftButton, {}, QPoint(200, 150));
            QTest::mouseRelease(each->viewport(), Qt::LeftButton, {}, QPoint(200, 150));
        }
    }

    void theWheelIsLeftToThePage()
    {
        ShownView view(sample());
        PlainChartView plainView(makeCostOverTimeChart(crossing(), lightStyle()), nullptr);
        QVERIFY(!takesWheel(*view.viewport()));
        QVERIFY(!takesWheel(*plainView.viewport()));
    }
};

QTEST_MAIN(TestChartInput)
#include "tst_chartinput.moc"
