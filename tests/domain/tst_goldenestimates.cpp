// Every number of the estimator and the recommender, against the numbers of the last fit; and a proof that these comparisons would notice
// any constant that moved by 30 %. After a new fit: RIGHTRIG_WRITE_GOLDEN=1 tst_domain_goldenestimates, and read the change.

#include "tests/support/estimatenumbers.h"

#include <QFile>
#include <QtTest>

#include <cmath>

using namespace rightrig;
using namespace rightrig::testing;

namespace {

constexpr double tolerance = 0.005;
constexpr double mutation = 1.3;

/// The first number that differs by more than the tolerance, or is not in both.
std::string firstDifference(const Numbers& expected, const Numbers& now)
{
    for (const auto& [name, value] : expected) {
        const auto found = now.find(name);
        if (found == now.end())
            return name + " is gone";
        if (std::abs(found->second - value) > tolerance * std::abs(value))
            return name + ": " + std::to_string(value) + " became " + std::to_string(found->second);
    }
    return now.size() == expected.size() ? std::string() : "there are " + std::to_string(now.size() - expected.size()) + " more numbers";
}

const char* const goldenFile = "tests/domain/goldenestimates.csv";

Numbers readGolden()
{
    QFile file(sourcePath(QString::fromLatin1(goldenFile)));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read the golden file");
    Numbers numbers;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        const auto comma = line.lastIndexOf(',');
        numbers[line.left(comma).toStdString()] = line.mid(comma + 1).toDouble();
    }
    return numbers;
}

/// Few enough to be read: presets on the machines, and the check points.
Numbers golden(const Constants& constants)
{
    Numbers numbers;
    addPresets(numbers, constants);
    addCheckPoints(numbers, constants);
    return numbers;
}

void writeGolden(const Numbers& numbers)
{
    QFile file(sourcePath(QString::fromLatin1(goldenFile)));
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("cannot write the golden file");
    for (const auto& [name, value] : numbers)
        file.write(QByteArray::fromStdString(name) + ',' + QByteArray::number(value, 'g', 5) + '\n');
}

bool estimatesNothing(const std::string& name)
{
    const std::string family = name.substr(0, name.find('.'));
    // Two that no estimate uses: a worked example's second way to pack weights, and the grams of a recommendation.
    const bool elsewhere = name == "memory.nf4_double_bytes" || name == "power.co2_world_grams";
    return elsewhere || family == "accuracy" || family == "class" || family == "choice" || family == "cost" || family == "rented"
        || family == "typical";
}

} // namespace

class TestGoldenEstimates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheLastFit()
    {
        const Numbers now = golden(*resolveConstants(shipped(), {}));
        if (qEnvironmentVariableIsSet("RIGHTRIG_WRITE_GOLDEN"))
            writeGolden(now);
        QCOMPARE(QString::fromStdString(firstDifference(readGolden(), now)), QString());
    }
    /// Mutation test: no constant of the estimator may move by 30 % without a number that shows it.
    void everyConstantCounts()
    {
        std::vector<Numbers> before;
        for (const Section section : sections)
            before.push_back(numbersOf(section, *resolveConstants(shipped(), timedAnswers())));
        QStringList unnoticed;
        for (const Assumption& constant : shipped().assumptions) {
            if (constant.value == 0.0 || estimatesNothing(constant.name))
                continue;
            Answers overrides = timedAnswers();
            overrides.overrides.emplace_back(constant.name, constant.value * mutation);
            const auto constants = resolveConstants(shipped(), overrides);
            bool noticed = false;
            for (std::size_t i = 0; i < sections.size() && !noticed; ++i)
                noticed = !firstDifference(before[i], numbersOf(sections[i], *constants)).empty();
            if (!noticed)
                unnoticed << QString::fromStdString(constant.name);
        }
        for (const QString& name : std::as_const(unnoticed))
            qWarning("nothing notices 30 %% more of %s", qPrintable(name));
        QCOMPARE(unnoticed.join(QLatin1String(", ")), QString());
    }
};

QTEST_APPLESS_MAIN(TestGoldenEstimates)
#include "tst_goldenestimates.moc"
