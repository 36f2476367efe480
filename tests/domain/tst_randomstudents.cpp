// Five hundred students nobody would invent: no crash, no broken constraint, a reason for every loser, the same answer twice.
#include "models/domain/quickbest.h"
#include "models/domain/wouldchange.h"
#include "tests/support/catalogbuilder.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace rightrig;

namespace {

constexpr int students = 500;

class RandomStudent
{
public:
    explicit RandomStudent(unsigned seed) : m_random(seed) { }

    Answers operator()()
    {
        Answers a;
        goals(a);
        data(a);
        computer(a);
        money(a);
        surroundings(a);
        shopWindow(a);
        return a;
    }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool chance(int percent) { return below(100) < percent; }
    double log10Between(double low, double high) { return std::pow(10.0, low + (high - low) * below(10001) / 10000.0); }
    template <class T, class Make> void maybe(std::optional<T>& value, Make make)
    {
        if (chance(65))
            value = static_cast<T>(make());
    }
    const std::string& deviceName(DeviceKind kind)
    {
        const auto& devices = testing::realCatalog()->devices;
        for (;;) {
            const Device& device = devices[static_cast<std::size_t>(below(static_cast<int>(devices.size())))];
            if (device.kind == kind)
                return device.name;
        }
    }
    CurrencyCode currency()
    {
        const auto& all = testing::realCatalog()->currencies;
        return chance(70) ? CurrencyCode("USD") : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))].code;
    }
    Money amount(double low, double high) { return {chance(20) ? 0.0 : log10Between(low, high), currency()}; }

    void goals(Answers& a)
    {
        if (chance(85)) {
            a.goals.emplace();
            for (int i = below(3); i >= 0; --i)
                a.goals->push_back(static_cast<Goal>(below(5)));
        }
        maybe(a.depth, [&] { return static_cast<Depth>(below(3)); });
        maybe(a.runsPerWeek, [&] { return log10Between(-1, 2); });
        maybe(a.tuning, [&] { return chance(50); });
        maybe(a.patienceHours, [&] { return log10Between(-1, 2); });
    }
    void data(Answers& a)
    {
        maybe(a.data.rows, [&] { return log10Between(0, 9); });
        maybe(a.data.columns, [&] { return log10Between(0, 4); });
        maybe(a.data.images, [&] { return log10Between(0, 8); });
        maybe(a.data.pixels, [&] { return log10Between(1, 3.5); });
        maybe(a.data.documents, [&] { return log10Between(0, 8); });
        maybe(a.data.tokens, [&] { return log10Between(0, 5); });
        maybe(a.data.hoursOfAudio, [&] { return log10Between(-1, 4); });
    }
    void computer(Answers& a)
    {
        if (chance(15))
            return;
        a.computer.emplace();
        a.computer->kind = static_cast<ComputerKind>(below(3));
        maybe(a.computer->form, [&] { return static_cast<FormFactor>(below(2)); });
        maybe(a.computer->cpu, [&] { return chance(85) ? deviceName(DeviceKind::Cpu) : std::string("<img src=x>"); });
        maybe(a.computer->gpu, [&] { return chance(50) ? deviceName(DeviceKind::Gpu) : std::string(chance(80) ? "none" : "??"); });
        maybe(a.computer->ram, [&] { return Gib{log10Between(0, 2.5)}; });
        maybe(a.computer->vram, [&] { return Gib{log10Between(0, 2)}; });
        maybe(a.computer->os, [&] { return static_cast<Os>(below(4)); });
    }
    void money(Answers& a)
    {
        maybe(a.budgetUpfront, [&] { return amount(1, 4.5); });
        maybe(a.budgetMonthly, [&] { return amount(0, 3.5); });
        maybe(a.horizonMonths, [&] { return log10Between(0, 2); });
        maybe(a.school.credits, [&] { return amount(0, 3); });
        maybe(a.priority, [&] { return static_cast<Priority>(below(4)); });
        const auto& countries = testing::realCatalog()->countries;
        maybe(a.country, [&] {
            return chance(90) ? countries[static_cast<std::size_t>(below(static_cast<int>(countries.size())))].code : std::string("QQ");
        });
    }
    void surroundings(Answers& a)
    {
        maybe(a.portability, [&] { return static_cast<Portability>(below(3)); });
        maybe(a.os, [&] { return static_cast<Os>(below(4)); });
        maybe(a.school.lab, [&] { return chance(40); });
        maybe(a.school.gpuServer, [&] { return chance(40); });
        maybe(a.school.loanLaptop, [&] { return chance(40); });
        maybe(a.internet, [&] { return static_cast<Internet>(below(2)); });
        maybe(a.privateData, [&] { return chance(40); });
        if (chance(30))
            a.otherUses = std::vector{static_cast<OtherUse>(below(2))};
    }
    void shopWindow(Answers& a)
    {
        for (int i = chance(40) ? below(7) : 0; i > 0; --i) {
            Candidate c;
            c.name = "seen " + std::to_string(i);
            maybe(c.form, [&] { return static_cast<FormFactor>(below(2)); });
            maybe(c.cpu, [&] { return deviceName(DeviceKind::Cpu); });
            maybe(c.gpu, [&] { return deviceName(DeviceKind::Gpu); });
            maybe(c.ram, [&] { return Gib{log10Between(0, 2.5)}; });
            maybe(c.vram, [&] { return Gib{log10Between(0, 2)}; });
            maybe(c.os, [&] { return static_cast<Os>(below(4)); });
            maybe(c.price, [&] { return Money{log10Between(1, 4), currency()}; });
            a.candidates.push_back(c);
        }
    }

    std::mt19937 m_random;
};

bool remote(const Option& o) { return o.kind == OptionKind::Rent || o.kind == OptionKind::Free || o.kind == OptionKind::Mixed; }

Os soldWith(const Option& option, const Results& results)
{
    if (option.candidate >= 0)
        return results.settled.given.candidates[static_cast<std::size_t>(option.candidate)].os.value_or(Os::Any);
    return testing::realCatalog()->machines[static_cast<std::size_t>(option.machine)].os;
}

/// Empty if the option keeps every promise it must keep; else the promise it breaks.
const char* brokenPromise(const Option& o, const Results& r)
{
    const Settled& s = r.settled;
    constexpr double cent = 0.01;
    if (o.upfrontCost > s.budgetUpfront.amount + cent)
        return "budget now";
    if (o.monthlyCost > s.budgetMonthly.amount + cent)
        return "budget a month";
    if (s.privateData && remote(o))
        return "private data";
    if (o.kind == OptionKind::Desktop && s.portability == Portability::Carry
        && (s.computer.kind != ComputerKind::Known || s.computer.form == FormFactor::Desktop))
        return "carrying";
    if ((o.kind == OptionKind::Laptop || o.kind == OptionKind::Desktop) && s.os == Os::MacOs && soldWith(o, r) != Os::MacOs)
        return "macOS";
    if ((o.kind == OptionKind::Laptop || o.kind == OptionKind::Desktop) && s.os == Os::Windows && soldWith(o, r) == Os::MacOs)
        return "Windows";
    for (const Estimate& job : o.jobs) {
        if (job.fit == Fit::No || job.fit == Fit::Unknown || !job.seconds)
            return "memory";
    }
    return o.total && o.weeklyTime && std::isfinite(o.score) ? nullptr : "known cost";
}

void checkStudent(const Results& results, int student)
{
    const std::string who = "student " + std::to_string(student) + ' ';
    QVERIFY2(!results.jobs.empty(), who.c_str());
    QVERIFY2(results.best.option >= 0, who.c_str());
    const Option& best = results.options[static_cast<std::size_t>(results.best.option)];
    QVERIFY2(best.eligible || best.kind == OptionKind::None, (who + best.id).c_str());
    QVERIFY2(!results.best.reasons.empty() || !results.best.drawbacks.empty(), who.c_str());
    QVERIFY2(results.runnersUp.size() <= 3, who.c_str());
    std::vector<Choice> named = results.runnersUp;
    named.push_back(results.best);
    for (const Choice& choice : named) {
        const bool saysFree = std::any_of(choice.reasons.begin(), choice.reasons.end(),
            [](const Reason& reason) { return reason.code == ReasonCode::FreeService || reason.code == ReasonCode::CostsNothingNew; });
        const bool costs = choice.option >= 0 && results.options.at(static_cast<std::size_t>(choice.option)).upfrontCost > 0.0;
        QVERIFY2(!saysFree || !costs, who.c_str());
    }
    for (std::size_t i = 0; i < results.options.size(); ++i) {
        const Option& option = results.options[i];
        const bool won = static_cast<int>(i) == results.best.option;
        QVERIFY2(won == option.whyNot.empty(), (who + option.id).c_str());
        QVERIFY2(option.jobs.size() == results.jobs.size(), (who + option.id).c_str());
        if (const char* broken = option.eligible ? brokenPromise(option, results) : nullptr)
            QFAIL((who + option.id + " breaks: " + broken).c_str());
        if (option.eligible && best.kind == option.kind && !won) {
            const bool dominates = option.total->likely <= best.total->likely && option.weeklyTime->likely < best.weeklyTime->likely
                && option.confidence <= best.confidence && option.score <= best.score;
            QVERIFY2(!dominates, (who + option.id + " is better than " + best.id).c_str());
        }
    }
}

} // namespace

class TestRandomStudents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneBreaksAPromise();
    void sameStudentSameAnswer();
    void theQuickAnswerIsTheAnswer();
};

void TestRandomStudents::noneBreaksAPromise()
{
    RandomStudent make(20261123);
    for (int i = 0; i < students; ++i) {
        checkStudent(recommend(make(), *testing::realCatalog()), i);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestRandomStudents::sameStudentSameAnswer()
{
    RandomStudent first(7), second(7);
    for (int i = 0; i < 20; ++i) {
        const Results a = recommend(first(), *testing::realCatalog()), b = recommend(second(), *testing::realCatalog());
        QCOMPARE(a.best.option, b.best.option);
        QVERIFY(a.best.reasons == b.best.reasons && a.best.drawbacks == b.best.drawbacks);
        QCOMPARE(a.options.size(), b.options.size());
    }
}

/// With one store for all that is asked about a student, as the search of changes uses it.
void TestRandomStudents::theQuickAnswerIsTheAnswer()
{
    RandomStudent make(20261126);
    for (int i = 0; i < 25; ++i) {
        const Results now = recommend(make(), *testing::realCatalog());
        SeatStore seats;
        for (const auto& [path, factor] : {std::pair{"", 1.0}, std::pair{"budget.upfront", 3.0}, std::pair{"runs_per_week", 8.0},
                 std::pair{"data", 16.0}, std::pair{"patience_hours", 0.2}, std::pair{"budget.monthly", 0.0}}) {
            const double value = factor * (QLatin1String(path) == QLatin1String("budget.upfront") ? 500.0 : 1.0);
            const Answers changed = withChange(now, path, value);
            const Results full = recommend(changed, *testing::realCatalog());
            const auto quick = quickBest(changed, *testing::realCatalog(), seats);
            QVERIFY(quick.has_value() == (full.best.option >= 0));
            const Option& best = full.options[static_cast<std::size_t>(full.best.option)];
            QVERIFY2(quick->kind == best.kind && quick->id == best.id && quick->name == best.name,
                qPrintable(
                    QStringLiteral("student %1, %2: %3, not %4")
                        .arg(QString::number(i), QLatin1String(path), QString::fromStdString(quick->id), QString::fromStdString(best.id))));
        }
    }
}

QTEST_APPLESS_MAIN(TestRandomStudents)
#include "tst_randomstudents.moc"
