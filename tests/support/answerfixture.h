// Random answers that a student could have given: every field present or not, within the ranges of the document.
#pragma once

#include "models/domain/answers.h"

#include <cmath>
#include <initializer_list>
#include <random>
#include <string>

namespace rightrig::test {

class RandomAnswers
{
public:
    explicit RandomAnswers(unsigned seed) : m_random(seed) { }

    Answers next()
    {
        Answers answers;
        maybe(answers.studentName, [&] { return text(); });
        maybe(answers.studentId, [&] { return text(); });
        maybe(answers.course, [&] { return text(); });
        maybe(answers.goals, [&] { return some({Goal::Tables, Goal::Images, Goal::Text, Goal::Sound, Goal::Games}); });
        maybe(answers.depth, [&] { return one({Depth::Tutorials, Depth::Adapt, Depth::Scratch}); });
        answers.data = dataSize();
        maybe(answers.runsPerWeek, [&] { return number(0.01, 1000); });
        maybe(answers.tuning, [&] { return flag(); });
        maybe(answers.patienceHours, [&] { return number(0.01, 10000); });
        maybe(answers.computer, [&] { return computer(); });
        for (unsigned i = m_random() % 7; i > 0; --i)
            answers.candidates.push_back(candidate());
        circumstances(answers);
        return answers;
    }

private:
    bool flag() { return m_random() % 2 == 0; }
    template <class T, class Make> void maybe(std::optional<T>& field, Make make)
    {
        if (flag())
            field = make();
    }
    template <class E> E one(std::initializer_list<E> values) { return *(values.begin() + m_random() % values.size()); }
    template <class E> std::vector<E> some(std::initializer_list<E> values)
    {
        std::vector<E> result;
        for (const E value : values) {
            if (flag())
                result.insert(flag() ? result.begin() : result.end(), value);
        }
        return result;
    }
    double number(double low, double high)
    {
        const double value = std::uniform_real_distribution<double>(low, high)(m_random);
        return flag() && value > low + 1 ? std::trunc(value) : value;
    }
    std::string text()
    {
        const char* const pieces[] = {"a", "RTX 4060", " ", "\"", "\\", "<b>", "é", "漢", "\xF0\x9F\x98\x80", "\n", "/"};
        std::string result = "x";
        for (unsigned i = m_random() % 8; i > 0; --i)
            result += pieces[m_random() % std::size(pieces)];
        return result;
    }
    Money money(double least) { return {number(least, 1e9), CurrencyCode(one<std::string_view>({"USD", "EUR", "INR"}))}; }
    Os system() { return one({Os::Windows, Os::MacOs, Os::Linux}); }
    DataSize dataSize()
    {
        DataSize data;
        maybe(data.rows, [&] { return number(1, 1e12); });
        maybe(data.columns, [&] { return number(1, 1e7); });
        maybe(data.images, [&] { return number(1, 1e10); });
        maybe(data.pixels, [&] { return number(16, 8192); });
        maybe(data.documents, [&] { return number(1, 1e10); });
        maybe(data.tokens, [&] { return number(1, 1e6); });
        maybe(data.hoursOfAudio, [&] { return number(0.01, 1e7); });
        return data;
    }
    MachineProfile profile()
    {
        MachineProfile tested;
        maybe(tested.cpu, [] { return std::string("Sample CPU"); });
        maybe(tested.cores, [] { return 8.0; });
        maybe(tested.freeRam, [&] { return Gib{number(0.5, 8192)}; });
        maybe(tested.noisy, [&] { return flag(); });
        for (std::size_t i = 0; i < rateCount; ++i)
            maybe(tested.rates[i], [&] { return MeasuredRate{number(0.1, 1e4), 0.02}; });
        return tested;
    }
    OwnRun ownRun()
    {
        OwnRun run;
        run.preset = one<std::string>({"images-resnet18", "tables-boosted-small", "no such job"});
        maybe(run.samples, [&] { return number(0.001, 1e13); });
        run.time = Seconds{number(0.001, 1e8)};
        run.part = one({RunPart::Epoch, RunPart::Whole});
        return run;
    }
    ComputerFacts computer()
    {
        ComputerFacts facts;
        facts.kind = one({ComputerKind::None, ComputerKind::Unknown, ComputerKind::Known});
        maybe(facts.form, [&] { return one({FormFactor::Laptop, FormFactor::Desktop}); });
        maybe(facts.cpu, [&] { return text(); });
        maybe(facts.gpu, [&] { return text(); });
        maybe(facts.ram, [&] { return Gib{number(0.5, 8192)}; });
        maybe(facts.vram, [&] { return Gib{number(0.5, 1024)}; });
        maybe(facts.os, [&] { return system(); });
        maybe(facts.profile, [&] { return profile(); });
        for (unsigned i = m_random() % 4; i > 0; --i)
            facts.runs.push_back(ownRun());
        return facts;
    }
    Candidate candidate()
    {
        Candidate result;
        result.name = text();
        maybe(result.form, [&] { return one({FormFactor::Laptop, FormFactor::Desktop}); });
        maybe(result.cpu, [&] { return text(); });
        maybe(result.gpu, [&] { return text(); });
        maybe(result.tgp, [&] { return Watts{number(5, 1500)}; });
        maybe(result.vram, [&] { return Gib{number(0.5, 1024)}; });
        maybe(result.ram, [&] { return Gib{number(0.5, 8192)}; });
        maybe(result.os, [&] { return system(); });
        maybe(result.price, [&] { return money(0.01); });
        return result;
    }
    void circumstances(Answers& answers)
    {
        maybe(answers.budgetUpfront, [&] { return money(0); });
        maybe(answers.budgetMonthly, [&] { return money(0); });
        maybe(answers.horizonMonths, [&] { return number(1, 120); });
        maybe(answers.portability, [&] { return one({Portability::Carry, Portability::Desk, Portability::Both}); });
        maybe(answers.os, [&] { return flag() ? Os::Any : system(); });
        maybe(answers.otherUses, [&] { return some({OtherUse::Gaming, OtherUse::Video}); });
        maybe(answers.school.lab, [&] { return flag(); });
        maybe(answers.school.gpuServer, [&] { return flag(); });
        maybe(answers.school.loanLaptop, [&] { return flag(); });
        maybe(answers.school.credits, [&] { return money(0); });
        maybe(answers.internet, [&] { return one({Internet::Good, Internet::Slow}); });
        maybe(answers.privateData, [&] { return flag(); });
        maybe(answers.priority, [&] { return one({Priority::Cost, Priority::Time, Priority::Hassle, Priority::Quiet}); });
        maybe(answers.country, [&] { return one<std::string>({"US", "DE", "IN"}); });
        for (unsigned i = m_random() % 4; i > 0; --i)
            answers.overrides.emplace_back("rate." + std::to_string(m_random() % 1000) + "." + std::to_string(i), number(-5, 5));
    }

    std::mt19937 m_random;
};

} // namespace rightrig::test
