// Every code, kind and path has words: short, plain, with the numbers in them.
#include "models/qt/reasontext.h"

#include "tests/qt/sampleresults.h"

#include <QSet>
#include <QtTest>

using namespace rightrig;

namespace {

constexpr int lastCode = static_cast<int>(ReasonCode::CandidateBetterForSameMoney);
constexpr int lastKind = static_cast<int>(OptionKind::None);

void verifySentence(const QString& text)
{
    QVERIFY2(!text.isEmpty(), "no words");
    QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1Char('<')) && !text.contains(QLatin1Char('{')) && !text.contains(QLatin1Char('%')), qPrintable(text));
    const QStringList sentences = text.split(QStringLiteral(". "));
    for (const QString& sentence : sentences)
        QVERIFY2(sentence.split(QLatin1Char(' ')).size() <= 20, qPrintable(sentence));
}

QString textOf(ReasonCode code, std::vector<ReasonParam> params = {}) { return reasonText({code, std::move(params)}, sample::usd); }

} // namespace

class TestReasonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= lastCode; ++code)
            QTest::newRow(std::string(codeName(static_cast<ReasonCode>(code))).c_str()) << code;
    }
    void everyCodeHasItsOwnSentence()
    {
        QFETCH(int, code);
        const QString bare = textOf(static_cast<ReasonCode>(code));
        verifySentence(bare);
        QVERIFY2(!bare.startsWith(QStringLiteral("There is another reason")), qPrintable(bare));
        // any parameters at all still give one sentence
        const std::vector<ReasonParam> many{std::string("Boosted trees"), std::string("CUDA"), Money{12.0, sample::usd},
            Money{5.0, sample::usd}, Seconds{7200.0}, Seconds{3600.0}, Gib{24.0}, Gib{8.0}, 3.0, 2.0, Watts{85.0}};
        verifySentence(textOf(static_cast<ReasonCode>(code), many));
    }

    void theLastCodeIsTheLast()
    {
        QCOMPARE(codeName(static_cast<ReasonCode>(lastCode + 1)), std::string_view("unknown"));
        QSet<QString> names;
        for (int code = 0; code <= lastCode; ++code)
            names.insert(QString::fromStdString(std::string(codeName(static_cast<ReasonCode>(code)))));
        QCOMPARE(names.size(), lastCode + 1);
        QVERIFY(!names.contains(QStringLiteral("unknown")));
    }

    void reasonsBecomeSentencesWithoutRepeats()
    {
        const std::vector<Reason> reasons{
            {ReasonCode::CostsNothingNew, {}}, {ReasonCode::FitsAllJobs, {}}, {ReasonCode::CostsNothingNew, {}}};
        QCOMPARE(reasonTexts(reasons, sample::usd), (QStringList{textOf(ReasonCode::CostsNothingNew), textOf(ReasonCode::FitsAllJobs)}));
        QVERIFY(reasonTexts({}, sample::usd).isEmpty());
    }

    void optionsAreFoundOrNull()
    {
        const Results results = sample::results();
        QCOMPARE(optionAt(results, 0), &results.options.front());
        QVERIFY(optionAt(results, -1) == nullptr);
        QVERIFY(optionAt(results, static_cast<int>(results.options.size())) == nullptr);
    }

    void ourOwnWordsBeginALineInUpperCase()
    {
        Option option;
        option.name = "own computer + g5.xlarge";
        option.kind = OptionKind::Mixed;
        QCOMPARE(optionTitle(option), QStringLiteral("Own computer + g5.xlarge"));
        QCOMPARE(optionName(option), QStringLiteral("own computer + g5.xlarge"));
        option.name = "g5.xlarge"; // a product keeps its name
        option.kind = OptionKind::Rent;
        QCOMPARE(optionTitle(option), QStringLiteral("g5.xlarge"));
        QCOMPARE(capitalised(QString()), QString());
    }

    void valuesAppear_data()
    {
        QTest::addColumn<QString>("text"); // the sentence, then what must be in it
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("memory", textOf(ReasonCode::NotEnoughVram, {std::string("LoRA"), Gib{18.2}, Gib{8.0}}) + QStringLiteral("|LoRA|18 GB|8 GB"));
        row("budget",
            textOf(ReasonCode::OverUpfrontBudget, {Money{1400.0, sample::usd}, Money{1000.0, sample::usd}})
                + QStringLiteral("|1,400 USD|1,000 USD"));
        row("too slow",
            textOf(ReasonCode::TooSlow, {std::string("ViT"), Seconds{72000.0}, Seconds{3600.0}}) + QStringLiteral("|ViT|20 h|60 min"));
        row("quota in hours", textOf(ReasonCode::QuotaExceeded, {40.0, 30.0}) + QStringLiteral("|40 h|30 h"));
        row("factor", textOf(ReasonCode::Slower, {2.44}) + QStringLiteral("|2.4 times"));
        row("costs more", textOf(ReasonCode::CostsMore, {Money{120.0, sample::usd}}) + QStringLiteral("|120 USD"));
        row("dominated", textOf(ReasonCode::Dominated, {std::string("Cloud card")}) + QStringLiteral("|Cloud card"));
        row("software",
            textOf(ReasonCode::SoftwareUnsupported, {std::string("QLoRA"), std::string("Metal")}) + QStringLiteral("|QLoRA|Metal"));
        row("system", textOf(ReasonCode::WrongOs, {std::string("macos")}) + QStringLiteral("|macOS"));
        row("fast enough", textOf(ReasonCode::FastEnough, {Seconds{1500.0}, Seconds{3600.0}}) + QStringLiteral("|25 min|60 min"));
        row("never used",
            textOf(ReasonCode::CandidateMore, {std::string("vram"), Gib{4.0}, Gib{16.0}}) + QStringLiteral("|graphics memory|4 GB|16 GB"));
        row("which fact is missing",
            textOf(ReasonCode::UnknownSpec, {std::string("A laptop"), std::string("ram")}) + QStringLiteral("|how much memory (RAM)"));
        row("some fact is missing", textOf(ReasonCode::UnknownSpec, {std::string("A laptop")}) + QStringLiteral("|A laptop"));
        row("session", textOf(ReasonCode::SessionLimit, {12.0}) + QStringLiteral("|12 h"));
        row("session and week", textOf(ReasonCode::SessionLimit, {9.0, 30.0}) + QStringLiteral("|9 h|30 h a week"));
        row("guessed money", textOf(ReasonCode::ResaleUncertain, {Money{326.4, sample::usd}}) + QStringLiteral("|330 USD"));
        row("old price", textOf(ReasonCode::PriceOld, {std::string("2025-08-17")}) + QStringLiteral("|17 August 2025"));
        row("watts", textOf(ReasonCode::PowerLimited, {Watts{85.0}}) + QStringLiteral("|85 W"));
    }
    void valuesAppear()
    {
        QFETCH(QString, text);
        QStringList parts = text.split(QLatin1Char('|'));
        const QString sentence = parts.takeFirst();
        verifySentence(sentence);
        for (const QString& part : std::as_const(parts))
            QVERIFY2(sentence.contains(part), qPrintable(sentence + QLatin1String(" lacks ") + part));
    }

    void needIsNeverShownEqualToWhatIsTooLittle()
    {
        const QString text = textOf(ReasonCode::NotEnoughVram, {std::string("LoRA"), Gib{10.4}, Gib{10.0}});
        QVERIFY2(text.contains(QStringLiteral("10.4 GB")), qPrintable(text));
    }

    void outsideTextStaysPlainAndShort()
    {
        const QString text = textOf(ReasonCode::Dominated, {std::string("{money}\xe2\x80\xae <b>%1") + std::string(500, 'x')});
        QVERIFY(text.contains(QStringLiteral("{money} <b>%1")));
        QVERIFY(text.size() < 150);
    }

    void headlines_data()
    {
        QTest::addColumn<int>("best");
        QTest::addColumn<QString>("text");
        QTest::newRow("keep") << 0 << QStringLiteral("Keep your laptop. Your job takes about 25 min (18-38 min).");
        QTest::newRow("free") << 1 << QStringLiteral("Use a free service: Free notebook. Your job takes about 15 min (11-23 min).");
        QTest::newRow("rent") << 2 << QStringLiteral("Rent when you need it: Cloud card. Your job takes about 5 min (3.5-7.5 min).");
        QTest::newRow("laptop") << 3 << QStringLiteral("Buy this laptop: Shop laptop. Your job takes about 6.7 min (4.7-10 min).");
        QTest::newRow("mixed")
            << 5
            << QStringLiteral(
                   "Keep your laptop, and rent for the biggest jobs: Laptop and cloud. Your job takes about 5.8 min (4.1-8.8 min).");
        QTest::newRow("nothing") << -1
                                 << QStringLiteral("Nothing we know does all this within your limits. See below what would change that.");
        QTest::newRow("beyond the end") << 99
                                        << QStringLiteral(
                                               "Nothing we know does all this within your limits. See below what would change that.");
    }
    void headlines()
    {
        QFETCH(int, best);
        Results results = sample::results();
        results.best.option = best;
        QTEST(headline(results), "text");
    }

    void mixedPlanWithAFreeServiceIsNotCalledRenting()
    {
        Results results = sample::results();
        results.best.option = 5;
        results.options[5].per = Per::Free;
        results.options[5].cost.rent = 0.0;
        QVERIFY(headline(results).startsWith(QStringLiteral("Keep your laptop, and use a free service for the biggest jobs:")));
        results.options[5].machine = 0;
        results.options[5].per = Per::Once;
        QVERIFY(headline(results).startsWith(QStringLiteral("Buy a modest computer, and use a free service for the biggest jobs:")));
        results.options[5].cost.rent = 12.0;
        QVERIFY(headline(results).startsWith(QStringLiteral("Buy a modest computer, and rent for the biggest jobs:")));
    }

    void headlineNamesWhatIsOwned()
    {
        Results results = sample::results();
        results.settled.computer.form = FormFactor::Desktop;
        QVERIFY(headline(results).startsWith(QStringLiteral("Keep your desktop computer.")));
        results.settled.computer.form.reset();
        QVERIFY(headline(results).startsWith(QStringLiteral("Keep your computer.")));
        results.jobs.push_back(results.jobs.front());
        QVERIFY(headline(results).contains(QStringLiteral("Your biggest job takes")));
    }

    void everyKindHasHeadlineAndName()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= lastKind; ++kind) {
            Results results = sample::results();
            results.options[0].kind = static_cast<OptionKind>(kind);
            verifySentence(headline(results));
            names.insert(kindText(static_cast<OptionKind>(kind)));
        }
        QCOMPARE(names.size(), lastKind + 1);
    }

    void prices()
    {
        const Results results = sample::results();
        QCOMPARE(priceText(results.options[0]), QStringLiteral("free"));
        QCOMPARE(priceText(results.options[2]), QStringLiteral("0.53 USD an hour"));
        QCOMPARE(priceText(results.options[3]), QStringLiteral("1,200 USD"));
        Option unknown = results.options[2];
        unknown.price.reset();
        QCOMPARE(priceText(unknown), QStringLiteral("unknown"));
        unknown.price = Money{20.0, sample::usd};
        unknown.per = Per::Month;
        QCOMPARE(priceText(unknown), QStringLiteral("20 USD a month"));
    }

    void whatWouldChange_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<bool>("atLeast");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("condition");
        QTest::newRow("budget") << QStringLiteral("budget.upfront") << 1400.0 << QStringLiteral("USD") << true
                                << QStringLiteral("With 1,400 USD to spend, we would say: Buy a laptop (Shop laptop).")
                                << QStringLiteral("budget.upfront >= 1400 USD");
        QTest::newRow("patience") << QStringLiteral("patience_hours") << 0.5 << QStringLiteral("h") << false
                                  << QStringLiteral("If one run must end within 30 min, we would say: Buy a laptop (Shop laptop).")
                                  << QStringLiteral("patience_hours <= 0.5 h");
        QTest::newRow("data") << QStringLiteral("data") << 4.0 << QStringLiteral("x") << true
                              << QStringLiteral("With 4 times as much data, we would say: Buy a laptop (Shop laptop).")
                              << QStringLiteral("data >= 4 x");
        QTest::newRow("runs") << QStringLiteral("runs_per_week") << 20.0 << QStringLiteral("1/week") << true
                              << QStringLiteral("With 20 or more runs a week, we would say: Buy a laptop (Shop laptop).")
                              << QStringLiteral("runs_per_week >= 20 1/week");
        QTest::newRow("less than a run a week")
            << QStringLiteral("runs_per_week") << 0.5 << QStringLiteral("1/week") << false
            << QStringLiteral("With a run every 14 days or less often, we would say: Buy a laptop (Shop laptop).")
            << QStringLiteral("runs_per_week <= 0.5 1/week");
        QTest::newRow("less data") << QStringLiteral("data") << 0.29 << QStringLiteral("x") << false
                                   << QStringLiteral("With only 29 % of your data, we would say: Buy a laptop (Shop laptop).")
                                   << QStringLiteral("data <= 0.29 x");
        QTest::newRow("unknown path") << QStringLiteral("moon") << 1.0 << QString() << true
                                      << QStringLiteral("If moon changes, we would say: Buy a laptop (Shop laptop).")
                                      << QStringLiteral("moon >= 1");
    }
    void whatWouldChange()
    {
        QFETCH(QString, path);
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(bool, atLeast);
        const WouldChange change{path.toStdString(), value, unit.toStdString(), atLeast, OptionKind::Laptop, "id", "Shop laptop"};
        QTEST(wouldChangeText(change, sample::usd), "text");
        QTEST(wouldChangeIf(change), "condition");
    }

    void assumptions_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("number") << QStringLiteral("runs_per_week") << QString() << 3.0 << QStringLiteral("We assume 3 runs a week.");
        QTest::newRow("large number") << QStringLiteral("data.rows") << QString() << 100000.0
                                      << QStringLiteral("We assume tables of 100,000 rows.");
        QTest::newRow("list") << QStringLiteral("goals") << QStringLiteral("tables,images,text") << 0.0
                              << QStringLiteral("We assume that you work with tables, pictures, text.");
        QTest::newRow("word") << QStringLiteral("portability") << QStringLiteral("carry") << 0.0
                              << QStringLiteral("We assume that you carry your computer every day.");
        QTest::newRow("truth") << QStringLiteral("private_data") << QStringLiteral("false") << 0.0
                               << QStringLiteral("Is your data private? We assume: no.");
        QTest::newRow("unknown path") << QStringLiteral("a.b") << QStringLiteral("c") << 0.0 << QStringLiteral("We assume a.b: c.");
    }
    void assumptions()
    {
        QFETCH(QString, path);
        QFETCH(QString, word);
        QFETCH(double, number);
        Assumed assumed{path.toStdString(), number};
        if (!word.isEmpty())
            assumed.value = word.toStdString();
        QTEST(assumedText(assumed), "text");
    }

    void everyAnswerThatCanBeMissingHasASentence()
    {
        for (const char* path : {"goals", "depth", "data.rows", "data.columns", "data.images", "data.pixels", "data.documents",
                 "data.tokens", "data.hours_of_audio", "runs_per_week", "tuning", "patience_hours", "computer.kind", "computer.form",
                 "computer.cpu", "computer.gpu", "computer.ram_gib", "computer.vram_gib", "computer.os", "budget.upfront", "budget.monthly",
                 "horizon_months", "portability", "os", "school.lab", "school.gpu_server", "school.loan_laptop", "internet", "private_data",
                 "priority", "country"}) {
            const QString text = assumedText({path, std::string("7")});
            verifySentence(text.last(1) == QLatin1String(".") ? text : text + QLatin1Char('.'));
            // the general sentence would show the path itself
            QVERIFY2(!text.startsWith(QLatin1String("We assume ") + QLatin1String(path) + QLatin1Char(':')), qPrintable(text));
        }
    }

    void issuesNameWhatTheyAreAbout()
    {
        Answers answers;
        answers.candidates.resize(2);
        answers.candidates[1].name = "Tower";
        const QStringList texts = issueTexts({{"computer.cpu", "unknown_device"}, {"computer.gpu", "unknown_device"},
                                                 {"candidates[1].cpu", "unknown_device"}, {"candidates[1].price", "candidate_over_budget"},
                                                 {"computer", "no_computer_no_money"}, {"computer", "no_computer_no_money"}},
            answers);
        QCOMPARE(texts.size(), 5);
        const char* places[] = {"Your processor: ", "Your graphics card: ", "Tower, processor: ", "Tower: ", "Without a computer"};
        for (int i = 0; i < 5; ++i)
            QVERIFY2(texts[i].startsWith(QLatin1String(places[i])), qPrintable(texts[i]));
    }

    void issues()
    {
        verifySentence(issueText({"computer.gpu", "mac_with_nvidia"}));
        QCOMPARE(issueText({"data.rows", "new_code"}), QStringLiteral("Please check this answer: data.rows."));
    }

    void breakEven()
    {
        Results results = sample::results();
        QCOMPARE(breakEvenText(results), QString());
        results.breakEvenHoursPerWeek = 9.2;
        QCOMPARE(breakEvenText(results), QStringLiteral("Renting is cheaper below 9.2 hours a week."));
        results.breakEvenHoursPerWeek = 0.0;
        QCOMPARE(breakEvenText(results), QString());
    }

    void adjustments()
    {
        QCOMPARE(adjustmentText(0), QString());
        QSet<QString> sentences;
        for (std::uint16_t bit = AdjustAccumulation; bit <= AdjustSharedWeights; bit = static_cast<std::uint16_t>(bit * 2)) {
            verifySentence(adjustmentText(bit));
            sentences.insert(adjustmentText(bit));
        }
        QCOMPARE(sentences.size(), 10);
        const QString two = adjustmentText(AdjustLora | AdjustSmallerInput);
        QCOMPARE(two, adjustmentText(AdjustLora) + QLatin1Char(' ') + adjustmentText(AdjustSmallerInput));
    }

    void verdicts()
    {
        Results results = sample::results();
        CandidateVerdict verdict;
        verdict.option = 3;
        verdict.verdict = Verdict::Enough;
        verdict.reasons = {{ReasonCode::CandidateEnough, {}}};
        QCOMPARE(verdictText(verdict, results), QStringLiteral("Shop laptop is enough for all your jobs."));
        verdict.verdict = Verdict::TooLittle;
        verdict.reasons = {{ReasonCode::CandidateTooLittle, {std::string("LoRA")}},
            {ReasonCode::NotEnoughVram, {std::string("LoRA"), Gib{18.0}, Gib{8.0}}}};
        verdict.better = 4;
        const QString text = verdictText(verdict, results);
        QCOMPARE(text.count(QStringLiteral("too little")), 1);
        QVERIFY2(text.contains(QStringLiteral("too little")) && text.contains(QStringLiteral("18 GB")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Built desktop")), qPrintable(text));
        verdict.option = 99;
        verifySentence(verdictText(verdict, results));
    }
};

QTEST_APPLESS_MAIN(TestReasonText)
#include "tst_reasontext.moc"
