// Words for numbers: a table in three locales, the gate for outside text, and numbers as people type them.
#include "models/qt/formatter.h"

#include <QLocale>
#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace rightrig;

namespace {

const CurrencyCode usd("USD");
constexpr double minute = 60.0, hour = 3600.0, day = 86400.0;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

Range<Seconds> seconds(double low, double likely, double high) { return {{low}, {likely}, {high}}; }

} // namespace

class TestFormatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void money_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<double>("amount");
        QTest::addColumn<QString>("text");
        const QLocale german(QLocale::German, QLocale::Germany), english(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("C groups") << QLocale::c() << 1200.0 << QStringLiteral("1,200 USD");
        QTest::newRow("en groups") << english << 1234567.0 << QStringLiteral("1,234,567 USD");
        QTest::newRow("de groups") << german << 1200.0 << QStringLiteral("1.200 USD");
        QTest::newRow("de cents") << german << 0.53 << QStringLiteral("0,53 USD");
        QTest::newRow("cents below ten") << english << 9.5 << QStringLiteral("9.50 USD");
        QTest::newRow("whole below ten") << english << 5.0 << QStringLiteral("5 USD");
        QTest::newRow("no cents above ten") << english << 10.49 << QStringLiteral("10 USD");
        QTest::newRow("almost ten") << english << 9.999 << QStringLiteral("10 USD");
        QTest::newRow("below a cent") << english << 0.0042 << QStringLiteral("0.0042 USD");
        QTest::newRow("zero") << english << 0.0 << QStringLiteral("0 USD");
        QTest::newRow("minus nothing") << english << -0.0 << QStringLiteral("0 USD");
        QTest::newRow("negative") << english << -120.0 << QStringLiteral("-120 USD");
        QTest::newRow("not a number") << english << notANumber << QStringLiteral("unknown");
    }
    void money()
    {
        QFETCH(QLocale, locale);
        QFETCH(double, amount);
        QFETCH(QString, text);
        QLocale::setDefault(locale);
        QCOMPARE(formatMoney(amount, usd), text);
        QCOMPARE(formatMoney(Money{amount, usd}), text);
    }

    void moneyNeverUsesTheLocalesSign()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(formatMoney(12.0, CurrencyCode("JPY")), QStringLiteral("12 JPY"));
        QVERIFY(!formatMoney(12.0, usd).contains(QChar(0x20ac)));
    }

    void moneyRange()
    {
        QCOMPARE(formatMoneyRange({380.0, 450.0, 600.0}, usd), QStringLiteral("about 450 USD (380-600)"));
        QCOMPARE(formatMoneyRange({0.0, 0.0, 0.0}, usd), QStringLiteral("0 USD"));
        QCOMPARE(formatMoneyRange({notANumber, 1.0, 2.0}, usd), QStringLiteral("unknown"));
        QCOMPARE(formatMoneyAbout(1234.0, usd), QStringLiteral("1,200 USD"));
    }

    void duration_data()
    {
        QTest::addColumn<double>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0 s");
        QTest::newRow("tiny") << 0.01 << QStringLiteral("under 0.1 s");
        QTest::newRow("below a second") << 0.345 << QStringLiteral("0.35 s");
        QTest::newRow("seconds") << 40.2 << QStringLiteral("40 s");
        QTest::newRow("89 s") << 89.0 << QStringLiteral("89 s");
        QTest::newRow("rounds up to minutes") << 89.7 << QStringLiteral("1.5 min");
        QTest::newRow("minutes") << 25.0 * minute << QStringLiteral("25 min");
        QTest::newRow("89 min") << 89.0 * minute << QStringLiteral("89 min");
        QTest::newRow("hours") << 3.5 * hour << QStringLiteral("3.5 h");
        QTest::newRow("whole hours") << 4.0 * hour << QStringLiteral("4 h");
        QTest::newRow("47 h") << 47.0 * hour << QStringLiteral("47 h");
        QTest::newRow("days") << 4.0 * day << QStringLiteral("4 days");
        QTest::newRow("weeks") << 21.0 * day << QStringLiteral("3 weeks");
        QTest::newRow("months") << 152.0 * day << QStringLiteral("5 months");
        QTest::newRow("years") << 365.25 * 40.0 * day << QStringLiteral("40 years");
        QTest::newRow("absurd") << 1e18 << QStringLiteral("over 1,000 years");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QStringLiteral("unknown");
        QTest::newRow("negative") << -1.0 << QStringLiteral("unknown");
    }
    void duration()
    {
        QFETCH(double, time);
        QTEST(formatDuration(Seconds{time}), "text");
    }

    void durationRange()
    {
        QCOMPARE(formatDurationRange(seconds(15 * minute, 25 * minute, 45 * minute)), QStringLiteral("about 25 min (15-45 min)"));
        QCOMPARE(formatDurationRange(seconds(40 * minute, 60 * minute, 2 * hour)), QStringLiteral("about 60 min (40 min to 2 h)"));
        QCOMPARE(formatDurationRange(seconds(60, 60, 60)), QStringLiteral("60 s"));
        QCOMPARE(formatDurationRange(seconds(0.01, 0.2, 5)), QStringLiteral("about 0.2 s (under 0.1 s to 5 s)"));
        QCOMPARE(formatDurationRange(seconds(-1, 0, 1)), QStringLiteral("unknown"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(formatDurationRange(seconds(1.5 * hour, 2.5 * hour, 4 * hour)), QStringLiteral("about 2,5 h (1,5-4 h)"));
    }

    void memory_data()
    {
        QTest::addColumn<double>("gib");
        QTest::addColumn<QString>("text");
        QTest::newRow("need") << 7.43 << QStringLiteral("7.4 GB");
        QTest::newRow("label") << 16.0 << QStringLiteral("16 GB");
        QTest::newRow("almost") << 15.995 << QStringLiteral("16 GB");
        QTest::newRow("three digits stay") << 128.0 << QStringLiteral("128 GB");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0 GB");
        QTest::newRow("unknown") << notANumber << QStringLiteral("unknown");
    }
    void memory()
    {
        QFETCH(double, gib);
        QTEST(formatGib(Gib{gib}), "text");
    }

    void otherUnits()
    {
        QCOMPARE(formatWatts(Watts{84.6}), QStringLiteral("85 W"));
        QCOMPARE(formatEnergyRange({{8.0}, {12.0}, {20.0}}), QStringLiteral("about 12 kWh (8-20)"));
        QCOMPARE(formatCarbonRange({{0.2}, {0.45}, {0.9}}), QStringLiteral("about 450 g CO2 (200-900)"));
        QCOMPARE(formatCarbonRange({{1.0}, {2.0}, {3.0}}), QStringLiteral("about 2 kg CO2 (1-3)"));
    }

    void number_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("significant");
        QTest::addColumn<QString>("text");
        QTest::newRow("two digits") << 1234.0 << 2 << QStringLiteral("1,200");
        QTest::newRow("no empty decimals") << 3.0 << 2 << QStringLiteral("3");
        QTest::newRow("small") << 0.00123 << 2 << QStringLiteral("0.0012");
        QTest::newRow("carries") << 0.0999 << 2 << QStringLiteral("0.1");
        QTest::newRow("four digits") << 12345.0 << 4 << QStringLiteral("12,350");
        QTest::newRow("at least one digit") << 17.0 << 0 << QStringLiteral("20");
        QTest::newRow("smallest double") << std::numeric_limits<double>::denorm_min() << 2 << QStringLiteral("0");
    }
    void number()
    {
        QFETCH(double, value);
        QFETCH(int, significant);
        QTEST(formatNumber(value, significant), "text");
    }

    void dates()
    {
        QCOMPARE(formatDate("2026-08-01"), QStringLiteral("1 August 2026"));
        QCOMPARE(formatDate("2026-08"), QStringLiteral("August 2026"));
        QCOMPARE(formatDate("2026"), QStringLiteral("2026"));
        QCOMPARE(formatDate(""), QStringLiteral("unknown"));
        QCOMPARE(formatDate("2026-13"), QStringLiteral("2026-13"));
        QCOMPARE(formatDate("2026-02-30"), QStringLiteral("2026-02-30"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(formatDate("2026-03"), QStringLiteral("M\u00e4rz 2026"));
    }

    void age()
    {
        const QDate today(2026, 11, 23);
        QCOMPARE(ageInMonths("2026-11-01", today), std::optional<int>(0));
        QCOMPARE(ageInMonths("2026-10-24", today), std::optional<int>(0));
        QCOMPARE(ageInMonths("2026-10-23", today), std::optional<int>(1));
        QCOMPARE(ageInMonths("2025-11", today), std::optional<int>(12));
        QCOMPARE(ageInMonths("2025", today), std::optional<int>(22));
        QCOMPARE(ageInMonths("2027-01-01", today), std::optional<int>(0));
        QVERIFY(!ageInMonths("soon", today));
        QVERIFY(!ageInMonths("20x6-01-01", today));
        QVERIFY(!ageInMonths("2026-01-01", QDate()));
    }

    void plainText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ordinary") << QByteArray("RTX 4060") << QStringLiteral("RTX 4060");
        QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("control") << QByteArray("a\x01\x7f\x1b[31mb") << QStringLiteral("a[31mb");
        QTest::newRow("lines") << QByteArray("a\nb\tc") << QStringLiteral("a b c");
        QTest::newRow("bidi override") << QByteArray("a\xe2\x80\xae"
                                                     "b\xe2\x81\xa6"
                                                     "c")
                                       << QStringLiteral("abc");
        QTest::newRow("zero width") << QByteArray("a\xe2\x80\x8b"
                                                  "b\xef\xbb\xbf"
                                                  "c")
                                    << QStringLiteral("abc");
        QTest::newRow("umlaut") << QByteArray("Z\xc3\xbcrich") << QStringLiteral("Z\u00fcrich");
        QTest::newRow("broken UTF-8") << QByteArray("a\xff") << QStringLiteral("a\ufffd");
        QTest::newRow("only blanks") << QByteArray(" \n\t ") << QString();
    }
    void plainText()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(plain(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), expected);
    }

    void plainTextHasALength()
    {
        const std::string longText(100000, 'x');
        QCOMPARE(plain(longText).size(), 200);
        QVERIFY(plain(longText).endsWith(QChar(0x2026)));
        QCOMPARE(plain("abcd", 4), QStringLiteral("abcd"));
        QCOMPARE(plain("abcde", 4), QStringLiteral("abc\u2026"));
        QCOMPARE(plain("abc", 0), QString());
        // a character of two halves is never cut in the middle
        const QString cut = plain("a\xf0\x9f\x98\x80"
                                  "bcd",
            3);
        QCOMPARE(cut, QStringLiteral("a\u2026"));
    }

    void escapedText() { QCOMPARE(escaped("<img src=x> & \"y\""), QStringLiteral("&lt;img src=x&gt; &amp; &quot;y&quot;")); }

    void typedNumber_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const QLocale german(QLocale::German, QLocale::Germany), english(QLocale::English, QLocale::UnitedStates);
        const QLocale french(QLocale::French, QLocale::France);
        QTest::newRow("de") << german << QStringLiteral("1.234,5") << 1234.5;
        QTest::newRow("de comma") << german << QStringLiteral("0,5") << 0.5;
        QTest::newRow("de, typed as in C") << german << QStringLiteral("0.5") << 0.5;
        QTest::newRow("de thousands") << german << QStringLiteral("1.200") << 1200.0;
        QTest::newRow("en") << english << QStringLiteral("1,234.5") << 1234.5;
        QTest::newRow("C") << QLocale::c() << QStringLiteral(" 42 ") << 42.0;
        QTest::newRow("C groups") << QLocale::c() << QStringLiteral("1,200") << 1200.0;
        QTest::newRow("fr with blanks") << french << QStringLiteral("1 234,5") << 1234.5;
        QTest::newRow("negative") << english << QStringLiteral("-3") << -3.0;
        for (const auto* const bad : {"", "abc", "12 GB", "nan", "inf", "1e999", "--1", "0x10"})
            QTest::newRow(qPrintable(QStringLiteral("bad %1").arg(QLatin1String(bad))))
                << english << QString::fromLatin1(bad) << notANumber;
    }
    void typedNumber()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, text);
        QFETCH(double, value);
        QLocale::setDefault(locale);
        const std::optional<double> parsed = parseNumber(text);
        QCOMPARE(parsed.has_value(), !std::isnan(value));
        if (parsed)
            QCOMPARE(*parsed, value);
    }

    void sourcesAreReadable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("readable");
        const auto row = [](const char* name, const char* text, const char* readable) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(readable);
        };
        row("a file at a version", "someone/prices:src/data/offers.json@8f09a68, 2026-05-24",
            "offers.json on github.com/someone/prices, 2026-05-24");
        row("a repository at a version", "someone/GBM-bench@0e9d8ad: processors", "github.com/someone/GBM-bench: processors");
        row("a commit in words", "lab/bench, results (commit aa5addb6): 38 systems", "github.com/lab/bench, results: 38 systems");
        row("inside brackets", "Market report (someone/gpu-poet@d134ade): average", "Market report (github.com/someone/gpu-poet): average");
        row("a second file", "lab/models:a/encoder.py@5d2914e3 and decoder.py@072523d5: sizes",
            "encoder.py on github.com/lab/models and decoder.py: sizes");
        row("a second file in a folder", "lab/llm.c:README.md@027a43e0 and scripts/run.sh@039904ee",
            "README.md on github.com/lab/llm.c and run.sh");
        row("plain words", "Ars Technica, table of chips, 2024-10", "Ars Technica, table of chips, 2024-10");
        row("and/or is no repository", "Sun and/or moon: 400 W, 4.0 TB/s", "Sun and/or moon: 400 W, 4.0 TB/s");
        row("an address stays", "Read on example.org/a/b.html, 2026-11", "Read on example.org/a/b.html, 2026-11");
        row("nothing", "", "");
    }
    void sourcesAreReadable()
    {
        QFETCH(QString, text);
        QTEST(formatSource(text.toStdString()), "readable");
    }

    void numbersSurviveTheWayToTextAndBack_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << QLocale::c();
        QTest::newRow("en") << QLocale(QLocale::English, QLocale::UnitedStates);
        QTest::newRow("de") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("fr") << QLocale(QLocale::French, QLocale::France);
        QTest::newRow("hi") << QLocale(QLocale::Hindi, QLocale::India);
        QTest::newRow("ar") << QLocale(QLocale::Arabic, QLocale::Egypt);
    }
    void numbersSurviveTheWayToTextAndBack()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        std::mt19937 random(7);
        std::uniform_real_distribution<double> exponent(-3.0, 9.0);
        for (int i = 0; i < 500; ++i) {
            const double value = std::pow(10.0, exponent(random));
            const QString text = formatNumber(value, 9);
            const std::optional<double> back = parseNumber(text);
            QVERIFY2(back.has_value(), qPrintable(text));
            QVERIFY2(std::fabs(*back - value) <= 1e-7 * value, qPrintable(text));
        }
    }
};

QTEST_APPLESS_MAIN(TestFormatter)
#include "tst_formatter.moc"
