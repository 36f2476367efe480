// How much data, in pictures and in exact numbers.
#include "ui/forms/choices.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

struct DataSizeWords
{
    Q_DECLARE_TR_FUNCTIONS(Choices)
};

using Member = std::optional<double> DataSize::*;

/// What the three pictures mean, in numbers. One row for each kind of data.
struct Sizes
{
    Goal goal;
    Member member;
    std::array<double, 3> values; ///< a spreadsheet, thousands of photos, a hard drive full
};
constexpr std::array<Sizes, 5> wordTable{{{Goal::Tables, &DataSize::rows, {10000.0, 100000.0, 10000000.0}},
    {Goal::Tables, &DataSize::columns, {20.0, 50.0, 100.0}}, {Goal::Images, &DataSize::images, {500.0, 5000.0, 1000000.0}},
    {Goal::Text, &DataSize::documents, {1000.0, 20000.0, 1000000.0}}, {Goal::Sound, &DataSize::hoursOfAudio, {1.0, 10.0, 1000.0}}}};

bool contains(const std::vector<Goal>& goals, Goal goal) { return std::find(goals.begin(), goals.end(), goal) != goals.end(); }

DataSize sizeFor(std::size_t word, const std::vector<Goal>& goals)
{
    DataSize data;
    for (const Sizes& row : wordTable) {
        if (contains(goals, row.goal))
            data.*row.member = row.values.at(word);
    }
    return data;
}

std::optional<double> wordOf(const DataSize& data, const std::vector<Goal>& goals)
{
    if (data == DataSize{})
        return {};
    for (std::size_t word = 0; word < 3; ++word) {
        if (data == sizeFor(word, goals))
            return static_cast<double>(word);
    }
    return -1.0; // own numbers
}

Field exact(const char* name, const QString& question, const QString& unit, double most, Member member)
{
    Field field{QString::fromLatin1(name), question, {}, unit, 1.0, most, true, {}, {}, {}};
    field.get = [member](const Answers& answers) { return answers.data.*member; };
    field.set = [member](Answers& answers, std::optional<double> value) { answers.data.*member = value; };
    return field;
}

} // namespace

namespace fields {

Field dataWords(const FormContext& context)
{
    Field field{QStringLiteral("dataWords"), DataSizeWords::tr("How much data will you use?"),
        {{0.0, DataSizeWords::tr("A spreadsheet"), DataSizeWords::tr("I could open it in Excel"), QStringLiteral("size-small")},
            {1.0, DataSizeWords::tr("Thousands of photos"), DataSizeWords::tr("Or as much of text or sound"),
                QStringLiteral("size-medium")},
            {2.0, DataSizeWords::tr("A hard drive full"), DataSizeWords::tr("It does not fit on a USB stick"),
                QStringLiteral("size-large")}},
        {}, 0, 2, true, {}, {}, {}};
    field.assumedText = DataSizeWords::tr("the usual size for your goals");
    field.get = [context](const Answers& answers) { return wordOf(answers.data, goalsOf(answers, context)); };
    field.set = [context](Answers& answers, std::optional<double> value) {
        if (!value)
            answers.data = {};
        else if (*value >= 0.0)
            answers.data = sizeFor(static_cast<std::size_t>(*value), goalsOf(answers, context));
    };
    return field;
}

QList<Field> dataNumbers()
{
    return {exact("rows", DataSizeWords::tr("Rows in the table"), DataSizeWords::tr("rows"), 1e12, &DataSize::rows),
        exact("columns", DataSizeWords::tr("Columns in the table"), DataSizeWords::tr("columns"), 1e7, &DataSize::columns),
        exact("images", DataSizeWords::tr("Number of pictures"), DataSizeWords::tr("pictures"), 1e10, &DataSize::images),
        exact("pixels", DataSizeWords::tr("Width of a picture"), DataSizeWords::tr("pixels"), 8192, &DataSize::pixels),
        exact("documents", DataSizeWords::tr("Number of texts"), DataSizeWords::tr("texts"), 1e10, &DataSize::documents),
        exact("tokens", DataSizeWords::tr("Word pieces in a text"), DataSizeWords::tr("tokens"), 1e6, &DataSize::tokens),
        exact("hoursOfAudio", DataSizeWords::tr("Hours of sound"), DataSizeWords::tr("hours"), 1e7, &DataSize::hoursOfAudio)};
}

bool concerns(const Field& dataNumber, const std::vector<Goal>& goals)
{
    const QString& name = dataNumber.name;
    if (name == QLatin1String("rows") || name == QLatin1String("columns"))
        return contains(goals, Goal::Tables);
    if (name == QLatin1String("images") || name == QLatin1String("pixels"))
        return contains(goals, Goal::Images);
    if (name == QLatin1String("documents") || name == QLatin1String("tokens"))
        return contains(goals, Goal::Text);
    return contains(goals, Goal::Sound);
}

} // namespace fields

QString sampleWord(SampleUnit unit)
{
    switch (unit) {
    case SampleUnit::Rows:
        return DataSizeWords::tr("rows");
    case SampleUnit::Images:
        return DataSizeWords::tr("images");
    case SampleUnit::Documents:
        return DataSizeWords::tr("texts");
    case SampleUnit::AudioHours:
        return DataSizeWords::tr("hours of sound");
    case SampleUnit::Steps:
        return DataSizeWords::tr("steps");
    case SampleUnit::Tokens:
        break;
    }
    return DataSizeWords::tr("tokens");
}

} // namespace rightrig
