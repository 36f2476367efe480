#include "models/qt/ownviewtext.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>

namespace rightrig {

namespace {

struct OwnViewWords
{
    Q_DECLARE_TR_FUNCTIONS(OwnView)
};

QString timeText(const OwnView& view, const Job& job)
{
    if (!view.estimate.seconds)
        return OwnViewWords::tr("Your hardest job, \u201c%1\u201d, does not run on it.").arg(plain(job.title));
    const QString range = formatDurationRange(*view.estimate.seconds);
    return view.measured ? OwnViewWords::tr("Your slowest job takes %1 on it. That rests on measurements of this computer.").arg(range)
                         : OwnViewWords::tr("Your slowest job takes %1 on it. Test it on page 4 to know better.").arg(range);
}

QString limitText(OwnLimit limit)
{
    switch (limit) {
    case OwnLimit::Memory:
        return OwnViewWords::tr("What holds it back: its memory is too small or nearly full.");
    case OwnLimit::GraphicsMemory:
        return OwnViewWords::tr("What holds it back: the memory of its graphics card.");
    case OwnLimit::Arithmetic:
        return OwnViewWords::tr("What holds it back: how fast it calculates.");
    case OwnLimit::Bandwidth:
        return OwnViewWords::tr("What holds it back: how fast its memory delivers numbers.");
    case OwnLimit::OneCore:
        return OwnViewWords::tr("What holds it back: the speed of a single core. More cores would not help.");
    case OwnLimit::Cores:
        return OwnViewWords::tr("What holds it back: the number and the speed of its cores.");
    case OwnLimit::Calls:
        return OwnViewWords::tr("What holds it back: many small steps. A larger batch would help more than a faster computer.");
    case OwnLimit::Reading:
        return OwnViewWords::tr("What holds it back: opening the pictures. Smaller files would help most.");
    case OwnLimit::Unknown:
        break;
    }
    return {};
}

QString remedyText(const OwnView& view)
{
    switch (view.remedy) {
    case OwnRemedy::Nothing:
        return OwnViewWords::tr("What would help most: nothing. It is enough.");
    case OwnRemedy::Memory:
        return OwnViewWords::tr("What would help most: more memory. %1 would do.").arg(formatGib(*view.memory));
    case OwnRemedy::Card:
        return OwnViewWords::tr("What would help most: a graphics card. The cheapest we know is about %1 times as fast.")
            .arg(formatNumber(*view.faster));
    case OwnRemedy::Faster:
        break;
    }
    return OwnViewWords::tr("What would help most: a faster computer, or a smaller job.");
}

QString enoughText(const OwnView& view, const Job& job)
{
    if (view.enoughUntil) {
        const QString amount = amountText(*view.enoughUntil, job.unit);
        return *view.enoughUntil >= job.samples ? OwnViewWords::tr("It is enough until you pass about %1.").arg(amount)
                                                : OwnViewWords::tr("It would be enough for about %1.").arg(amount);
    }
    return view.enough ? OwnViewWords::tr("It stays enough for far more data than you have.") : QString();
}

} // namespace

QStringList ownViewTexts(const OwnView& view, const Results& results)
{
    const Job& job = results.jobs[static_cast<std::size_t>(view.job)];
    QStringList texts{timeText(view, job), limitText(view.limit)};
    if (view.heldUp)
        texts.append(OwnViewWords::tr("It gets slower when it is warm: %1 % of its first speed was left.")
                         .arg(formatNumber(*view.heldUp * 100.0, 2)));
    texts << remedyText(view) << enoughText(view, job);
    texts.removeAll(QString());
    return texts;
}

QString amountText(double samples, SampleUnit unit)
{
    const QString number = formatNumber(samples, 3);
    switch (unit) {
    case SampleUnit::Rows:
        return OwnViewWords::tr("%1 rows").arg(number);
    case SampleUnit::Images:
        return OwnViewWords::tr("%1 images").arg(number);
    case SampleUnit::Documents:
        return OwnViewWords::tr("%1 texts").arg(number);
    case SampleUnit::AudioHours:
        return OwnViewWords::tr("%1 hours of sound").arg(number);
    case SampleUnit::Steps:
        return OwnViewWords::tr("%1 steps").arg(number);
    case SampleUnit::Tokens:
        break;
    }
    return OwnViewWords::tr("%1 tokens").arg(number);
}

QString runComparisonText(const RunComparison& comparison)
{
    const QString title = comparison.title.empty() ? plain(comparison.run.preset) : plain(comparison.title);
    const QString took = formatDuration(comparison.run.time);
    const QString measured = comparison.run.part == RunPart::Epoch ? OwnViewWords::tr("%1: %2 an epoch.").arg(title, took)
                                                                   : OwnViewWords::tr("%1: %2 a run.").arg(title, took);
    if (!comparison.estimated)
        return measured + QLatin1Char(' ') + OwnViewWords::tr("We cannot compare it, so it changes nothing.");
    const QString said = formatDurationRange(*comparison.estimated);
    return measured + QLatin1Char(' ')
        + (comparison.inside ? OwnViewWords::tr("We said %1, so it fits.").arg(said) : OwnViewWords::tr("We said %1.").arg(said));
}

} // namespace rightrig
