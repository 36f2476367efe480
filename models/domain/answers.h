// What the student said. Every field is optional: empty means "I'm not sure" and planner.h names the default that is used.
// The written form is `rightrig.answers/1` (INTERFACES: db/documents/answersfile.h reads and writes it).
#pragma once

#include "models/domain/machine.h"
#include "models/domain/machineprofile.h"
#include "models/domain/units.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rightrig {

enum class Goal : std::uint8_t { Tables, Images, Text, Sound, Games };
enum class Depth : std::uint8_t { Tutorials, Adapt, Scratch };
enum class ComputerKind : std::uint8_t { None, Unknown, Known };
enum class FormFactor : std::uint8_t { Laptop, Desktop };
enum class Portability : std::uint8_t { Carry, Desk, Both };
enum class Internet : std::uint8_t { Good, Slow };
enum class Priority : std::uint8_t { Cost, Time, Hassle, Quiet };
enum class OtherUse : std::uint8_t { Gaming, Video };

struct DataSize
{
    std::optional<double> rows, columns, images, pixels, documents, tokens, hoursOfAudio;
    bool operator==(const DataSize&) const = default;
};

/// What was timed: one pass over the data, or all of a training run.
enum class RunPart : std::uint8_t { Epoch, Whole };

/// A real run on the own computer, as the student reports it.
struct OwnRun
{
    std::string preset;            ///< id: which job
    std::optional<double> samples; ///< of one epoch, in the job's unit; empty: as in the preset
    Seconds time;
    RunPart part = RunPart::Epoch;
    bool operator==(const OwnRun&) const = default;
};

/// Facts as they stand on a sticker: exact names or aliases, never guessed.
struct ComputerFacts
{
    ComputerKind kind = ComputerKind::Unknown;
    std::optional<FormFactor> form;
    std::optional<std::string> cpu;
    std::optional<std::string> gpu; ///< the text "none" means: no graphics card of its own
    std::optional<Gib> ram;
    std::optional<Gib> vram;
    std::optional<Os> os;
    std::optional<MachineProfile> profile; ///< of a test; empty if none was made
    std::vector<OwnRun> runs;              ///< what real training took on it (ownruns.h)
    bool operator==(const ComputerFacts&) const = default;
};

/// A machine the student is looking at in a shop. At most six.
struct Candidate
{
    std::string name;
    std::optional<FormFactor> form; ///< JSON "kind": "laptop" or "desktop"
    std::optional<std::string> cpu, gpu;
    std::optional<Watts> tgp;
    std::optional<Gib> vram, ram;
    std::optional<Os> os;
    std::optional<Money> price;
    bool operator==(const Candidate&) const = default;
};

struct School
{
    std::optional<bool> lab, gpuServer, loanLaptop;
    std::optional<Money> credits;
    bool operator==(const School&) const = default;
};

struct Answers
{
    std::optional<std::string> studentName, studentId, course;
    std::optional<std::vector<Goal>> goals;
    std::optional<Depth> depth;
    DataSize data;
    std::optional<double> runsPerWeek;
    std::optional<bool> tuning;
    std::optional<double> patienceHours;
    std::optional<ComputerFacts> computer;
    std::vector<Candidate> candidates;
    std::optional<Money> budgetUpfront, budgetMonthly;
    std::optional<double> horizonMonths;
    std::optional<Portability> portability;
    std::optional<Os> os;
    std::optional<std::vector<OtherUse>> otherUses;
    School school;
    std::optional<Internet> internet;
    std::optional<bool> privateData;
    std::optional<Priority> priority;
    std::optional<std::string> country; ///< ISO 3166-1 alpha-2

    /// Assumptions the student changed, by name ("electricity.price_per_kwh", "rate.EUR", ...). JSON key "overrides".
    std::vector<std::pair<std::string, double>> overrides;

    bool operator==(const Answers&) const = default;
};

} // namespace rightrig
