// How long the dialog "How accurate are these numbers?" takes to open with all check points. The product's limit is 500 ms.
#include "tests/support/catalogbuilder.h"
#include "ui/accuracy/accuracydialog.h"
#include "ui/theme.h"

#include <QTest>

using namespace rightrig;

class BenchAccuracy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light, 100); }
    void opens()
    {
        const auto catalogue = testing::realCatalog();
        QBENCHMARK
        {
            AccuracyDialog dialog(catalogue);
            dialog.show();
            QVERIFY(!dialog.grab().isNull());
        }
    }
};

QTEST_MAIN(BenchAccuracy)
#include "bench_accuracy.moc"
