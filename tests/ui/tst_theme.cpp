// Contrast of everything the theme paints: text 4.5:1, borders, focus rings and chart colours 3:1 (WCAG 2.2).
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace rightrig;

class TestTheme : public QObject
{
    Q_OBJECT

private:
    static double luminance(const QColor& colour)
    {
        const auto part = [](int channel) {
            const double c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.red()) + 0.7152 * part(colour.green()) + 0.0722 * part(colour.blue());
    }
    static double contrast(const QColor& a, const QColor& b)
    {
        const double x = luminance(a), y = luminance(b);
        return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
    }
    static void modes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static QPalette palette(bool dark)
    {
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light, 100);
        return QApplication::palette();
    }

private Q_SLOTS:
    void textIsReadable_data() { modes(); }
    void textIsReadable()
    {
        QFETCH(bool, dark);
        const QPalette p = palette(dark);
        QCOMPARE(isDark(p), dark);
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            for (const auto ink : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText, QPalette::Link})
                QVERIFY2(
                    contrast(p.color(ink), p.color(ground)) >= 4.5, qPrintable(QStringLiteral("%1 on %2").arg(int(ink)).arg(int(ground))));
        }
        QVERIFY(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(p.color(QPalette::ToolTipText), p.color(QPalette::ToolTipBase)) >= 4.5);
    }

    void bordersAndFocusShow_data() { modes(); }
    void bordersAndFocusShow()
    {
        QFETCH(bool, dark);
        const QPalette p = palette(dark);
        for (const auto ground : {QPalette::Window, QPalette::Base}) {
            QVERIFY(contrast(p.color(QPalette::Mid), p.color(ground)) >= 3.0);
            QVERIFY(contrast(p.color(QPalette::Highlight), p.color(ground)) >= 3.0);
        }
    }

    void chartColoursShow_data() { modes(); }
    void chartColoursShow()
    {
        QFETCH(bool, dark);
        const QPalette p = palette(dark);
        const ChartStyle style = chartStyle(p, QApplication::font());
        QSet<QRgb> seen;
        for (const auto family :
            {ChartFamily::Own, ChartFamily::Free, ChartFamily::Laptop, ChartFamily::Desktop, ChartFamily::Cloud, ChartFamily::Mixed}) {
            QVERIFY2(contrast(familyColour(family, dark), style.background) >= 3.0, qPrintable(familyName(family)));
            QVERIFY(!familyName(family).isEmpty());
            seen.insert(familyColour(family, dark).rgb());
        }
        QCOMPARE(seen.size(), 6);
        QVERIFY(contrast(style.text, style.background) >= 4.5);
        QVERIFY(contrast(style.guide, style.background) >= 3.0);
    }

    void indicatorsArePainted_data() { modes(); }
    void indicatorsArePainted()
    {
        QFETCH(bool, dark);
        const QPalette p = palette(dark);
        QRadioButton radio(QStringLiteral("Choose"));
        radio.resize(radio.sizeHint());
        const QImage image = radio.grab().toImage();
        double best = 1.0;
        for (int x = 0; x < 18; ++x)
            best = std::max(best, contrast(image.pixelColor(x, image.height() / 2), p.color(QPalette::Window)));
        QVERIFY2(best >= 3.0, "the ring of an unchecked radio button cannot be seen");
    }

    /// A message that stands while the look changes must change with it: all the way there and back.
    void aMessageFollowsTheLook()
    {
        QWidget window;
        auto* bar = new MessageBar(&window);
        window.show();
        applyTheme(*qApp, ThemeMode::Light, 100);
        bar->showMessage(MessageBar::News, objectName() + QStringLiteral("News"), {{QStringLiteral("Undo"), [] {}}});
        for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light, ThemeMode::Dark}) {
            applyTheme(*qApp, mode, 100);
            QCoreApplication::processEvents(); // Qt tells the widgets in a posted event
            const QColor ground = bar->grab().toImage().pixelColor(2, 2);
            QVERIFY(ground != QApplication::palette().color(QPalette::Window)); // it stands out
            QCOMPARE(ground.lightness() < 128, mode == ThemeMode::Dark);
            for (const QWidget* part : bar->findChildren<QWidget*>()) {
                if (part->inherits("QLabel") || part->inherits("QToolButton"))
                    QVERIFY2(contrast(part->palette().color(part->foregroundRole()), ground) >= 4.5, part->metaObject()->className());
            }
        }
    }

    void textGrowsAndTargetsAreLargeEnough()
    {
        applyTheme(*qApp, ThemeMode::Light, 100);
        const double small = QApplication::font().pointSizeF();
        QVERIFY(small >= 10.0);
        for (QWidget* widget :
            std::initializer_list<QWidget*>{new QRadioButton(this->objectName()), new QCheckBox, new QPushButton, new QToolButton}) {
            const std::unique_ptr<QWidget> owner(widget);
            QVERIFY2(widget->sizeHint().height() >= 24 && widget->sizeHint().width() >= 18, widget->metaObject()->className());
        }
        applyTheme(*qApp, ThemeMode::Light, 200);
        QCOMPARE(QApplication::font().pointSizeF(), small * 2);
        applyTheme(*qApp, ThemeMode::Light, 900); // nonsense is held back
        QCOMPARE(QApplication::font().pointSizeF(), small * 2);
    }

    void theProgramHasAFont() { QVERIFY(!programFontFamily().isEmpty()); }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
