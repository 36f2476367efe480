// Students whose right answer any expert would agree on, against the real catalogue. Kinds after "|" are as good.
#include "db/documents/answersfile.h"
#include "models/domain/recommender.h"
#include "tests/support/catalogbuilder.h"

#include <QTest>

#include <set>

using namespace rightrig;

namespace {

const char* const ordinaryLaptop
    = R"("computer":{"kind":"known","form":"laptop","cpu":"Intel Core i5-1235U","gpu":"none","ram_gib":16,"os":"windows"})";
const char* const oldLaptop
    = R"("computer":{"kind":"known","form":"laptop","cpu":"Intel Core i5-8250U","gpu":"none","ram_gib":8,"os":"windows"})";
const char* const chromebook = R"("computer":{"kind":"known","form":"laptop","cpu":"MediaTek Kompanio 500","gpu":"none","ram_gib":4})";
const char* const macbook = R"("computer":{"kind":"known","form":"laptop","cpu":"Apple M2","ram_gib":16,"os":"macos"})";
const char* const gamer
    = R"("computer":{"kind":"known","form":"desktop","cpu":"AMD Ryzen 5 7600X","gpu":"GeForce RTX 3060 12 GB","ram_gib":32,"os":"windows"})";
const char* const noComputer = R"("computer":{"kind":"none"})";

QByteArray answersOf(const char* computer, const char* rest)
{
    return QByteArray(R"({"schema":"rightrig.answers/1",)") + computer + "," + rest + "}";
}

Answers parsed(const QByteArray& json)
{
    auto read = readAnswers(json);
    if (const auto* error = std::get_if<DocumentError>(&read))
        throw std::runtime_error(error->text.toStdString());
    return std::get<Answers>(read);
}

/// The catalogue with another preset as the typical one: what a course profile would name.
Catalog withTypical(const std::string& preset)
{
    Catalog catalog = *testing::realCatalog();
    if (const Preset* chosen = catalog.findPreset(preset)) {
        const Goal goal = chosen->goal;
        for (Preset& other : catalog.presets)
            other.typical = other.goal == goal ? other.id == preset : other.typical;
    }
    catalog.index();
    return catalog;
}

void printRow(const char* name, const Results& results)
{
    const Option& best = results.options[static_cast<std::size_t>(results.best.option)];
    const double hours = best.runTime ? best.runTime->likely.value / secondsPerHour : -1.0;
    std::fprintf(stderr, "%-28s %-8s %-52.52s up %7.0f  month %6.1f  total %7.0f  run %7.2f h  week %6.1f h  score %7.0f\n", name,
        std::string(kindName(best.kind)).c_str(), best.name.c_str(), best.upfrontCost, best.monthlyCost,
        best.total ? best.total->likely : -1.0, hours, best.weeklyTime ? best.weeklyTime->likely.value / secondsPerHour : -1.0, best.score);
    for (const Choice& choice : results.runnersUp) {
        const Option& o = results.options[static_cast<std::size_t>(choice.option)];
        std::fprintf(stderr, "%28s   %-8s %-52.52s up %7.0f  month %6.1f  total %7.0f  run %7.2f h  score %7.0f %s\n", "",
            std::string(kindName(o.kind)).c_str(), o.name.c_str(), o.upfrontCost, o.monthlyCost, o.total ? o.total->likely : -1.0,
            o.runTime ? o.runTime->likely.value / secondsPerHour : -1.0, o.score,
            o.whyNot.empty() ? "" : std::string(codeName(o.whyNot.front().code)).c_str());
    }
}

} // namespace

class TestPersonas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightKind_data();
    void rightKind();
    void privateDataNeverLeaves();
    void everyLoserHasAReason();
};

void TestPersonas::rightKind_data()
{
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QString>("preset");
    const auto row = [](const char* name, const char* computer, const char* rest, const char* kinds, const char* preset = "") {
        QTest::newRow(name) << answersOf(computer, rest) << QString::fromLatin1(kinds) << QString::fromLatin1(preset);
    };
    row("tables, ordinary laptop", ordinaryLaptop,
        R"("goals":["tables"],"depth":"adapt","budget":{"upfront":{"amount":1500,"currency":"USD"}})", "keep");
    row("tables, old laptop", oldLaptop, R"("goals":["tables"],"depth":"tutorials","budget":{"upfront":{"amount":0,"currency":"USD"}})",
        "keep");
    row("nothing said", ordinaryLaptop, R"("portability":"carry")", "keep|free|mixed");
    row("images, old, no money", oldLaptop,
        R"("goals":["images"],"depth":"adapt","data":{"images":20000},"budget":{"upfront":{"amount":0,"currency":"USD"},"monthly":{"amount":0,"currency":"USD"}})",
        "free|mixed");
    row("private medical images", oldLaptop,
        R"("goals":["images"],"depth":"adapt","data":{"images":30000},"private_data":true,"runs_per_week":5,"budget":{"upfront":{"amount":2000,"currency":"USD"}})",
        "laptop|desktop");
    row("QLoRA 7B, a few times", ordinaryLaptop,
        R"("goals":["text"],"depth":"adapt","runs_per_week":0.5,"tuning":false,"patience_hours":10,"budget":{"upfront":{"amount":0,"currency":"USD"},"monthly":{"amount":30,"currency":"USD"}})",
        "rent|mixed|free", "text-qlora-7b");
    row("images daily, desk, 2500", ordinaryLaptop,
        R"("goals":["images"],"depth":"adapt","data":{"images":200000},"runs_per_week":7,"patience_hours":2,"portability":"desk","horizon_months":48,"priority":"time","budget":{"upfront":{"amount":2500,"currency":"USD"},"monthly":{"amount":0,"currency":"USD"}})",
        "desktop");
    row("language model from nothing", ordinaryLaptop,
        R"("goals":["text"],"depth":"scratch","runs_per_week":1,"budget":{"upfront":{"amount":500,"currency":"USD"},"monthly":{"amount":20,"currency":"USD"}})",
        "rent|none|free|mixed");
    row("7B from nothing", ordinaryLaptop,
        R"("goals":["text"],"depth":"scratch","runs_per_week":1,"budget":{"upfront":{"amount":500,"currency":"USD"}})", "none",
        "text-llm-7b");
    row("Mac, QLoRA", macbook,
        R"("goals":["text"],"depth":"adapt","runs_per_week":1,"os":"macos","patience_hours":10,"budget":{"monthly":{"amount":30,"currency":"USD"}})",
        "rent|free|mixed", "text-qlora-7b");
    row("no computer, tables, 800", noComputer,
        R"("goals":["tables"],"depth":"adapt","budget":{"upfront":{"amount":800,"currency":"USD"}})", "laptop");
    row("no computer, no money", noComputer,
        R"("goals":["tables"],"budget":{"upfront":{"amount":0,"currency":"USD"},"monthly":{"amount":0,"currency":"USD"}})", "none");
    row("Chromebook, images", chromebook, R"("goals":["images"],"depth":"adapt","budget":{"upfront":{"amount":0,"currency":"USD"}})",
        "free");
    row("school GPU server", ordinaryLaptop,
        R"("goals":["images"],"depth":"adapt","school":{"gpu_server":true},"budget":{"upfront":{"amount":0,"currency":"USD"}})",
        "keep|lab|free|mixed");
    row("gamer's desktop, images", gamer, R"("goals":["images"],"depth":"adapt","data":{"images":20000},"portability":"desk")", "keep");
    row("Mac, small pictures", macbook, R"("goals":["images"],"depth":"tutorials","patience_hours":2,"runs_per_week":2)", "keep");
    row("games on a processor", ordinaryLaptop, R"("goals":["games"],"depth":"tutorials","patience_hours":2)", "keep");
    row("heavy pictures, rent only", oldLaptop,
        R"("goals":["images"],"depth":"adapt","data":{"images":100000},"runs_per_week":3,"patience_hours":4,"budget":{"upfront":{"amount":0,"currency":"USD"},"monthly":{"amount":100,"currency":"USD"}})",
        "rent|mixed|free");
}

void TestPersonas::rightKind()
{
    QFETCH(QByteArray, answers);
    QFETCH(QString, kinds);
    QFETCH(QString, preset);
    const Catalog catalog = preset.isEmpty() ? *testing::realCatalog() : withTypical(preset.toStdString());
    const Results results = recommend(parsed(answers), catalog);
    QVERIFY(results.best.option >= 0);
    if (qEnvironmentVariableIsSet("RIGHTRIG_PERSONA_TABLE"))
        printRow(QTest::currentDataTag(), results);
    const Option& best = results.options[static_cast<std::size_t>(results.best.option)];
    const QString kind = QString::fromStdString(std::string(kindName(best.kind)));
    QVERIFY2(kinds.split(QLatin1Char('|')).contains(kind), qPrintable(kind + QLatin1String(": ") + QString::fromStdString(best.name)));
    QVERIFY(best.kind != OptionKind::None || !results.best.drawbacks.empty());
    QVERIFY(best.kind == OptionKind::None || !results.best.reasons.empty());
}

void TestPersonas::privateDataNeverLeaves()
{
    const Answers answers = parsed(answersOf(oldLaptop,
        R"("goals":["images","text"],"depth":"adapt","private_data":true,"budget":{"upfront":{"amount":3000,"currency":"USD"},"monthly":{"amount":500,"currency":"USD"}})"));
    const Results results = recommend(answers, *testing::realCatalog());
    for (const Option& option : results.options) {
        if (option.kind == OptionKind::Rent || option.kind == OptionKind::Free || option.kind == OptionKind::Mixed)
            QVERIFY2(!option.eligible, option.id.c_str());
    }
}

void TestPersonas::everyLoserHasAReason()
{
    const Results results = recommend(parsed(answersOf(ordinaryLaptop, R"("goals":["tables","images"])")), *testing::realCatalog());
    QVERIFY(results.options.size() > 300);
    for (std::size_t i = 0; i < results.options.size(); ++i) {
        if (static_cast<int>(i) != results.best.option)
            QVERIFY2(!results.options[i].whyNot.empty(), results.options[i].id.c_str());
    }
}

QTEST_APPLESS_MAIN(TestPersonas)
#include "tst_personas.moc"
