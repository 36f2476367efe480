#include "models/qt/reasontext.h"

#include "models/qt/formatter.h"
#include "models/qt/reasonwords.h"

#include <QCoreApplication>

namespace rightrig {

namespace {

struct ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(ReasonText)
};

QString ownName(const Results& results)
{
    const auto& form = results.settled.computer.form;
    if (results.settled.computer.kind == ComputerKind::None || !form)
        return ReasonWords::tr("your computer");
    return *form == FormFactor::Laptop ? ReasonWords::tr("your laptop") : ReasonWords::tr("your desktop computer");
}

QString mixedAdvice(const Option& option, const Results& results)
{
    const bool buys = option.machine >= 0 || option.candidate >= 0;
    const bool free = option.cost.rent <= 0.0 && (buys || option.per == Per::Free);
    if (free && !buys)
        return ReasonWords::tr("Keep %1, and use a free service for the biggest jobs: %2.").arg(ownName(results), optionName(option));
    if (free)
        return ReasonWords::tr("Buy a modest computer, and use a free service for the biggest jobs: %1.").arg(optionName(option));
    if (buys)
        return ReasonWords::tr("Buy a modest computer, and rent for the biggest jobs: %1.").arg(optionName(option));
    return ReasonWords::tr("Keep %1, and rent for the biggest jobs: %2.").arg(ownName(results), optionName(option));
}

/// What to do, as one sentence.
QString advice(const Option& option, const Results& results)
{
    const QString name = optionName(option);
    switch (option.kind) {
    case OptionKind::Keep:
        return ReasonWords::tr("Keep %1.").arg(ownName(results));
    case OptionKind::Lab:
        return ReasonWords::tr("Use what your school offers: %1.").arg(name);
    case OptionKind::Free:
        return ReasonWords::tr("Use a free service: %1.").arg(name);
    case OptionKind::Rent:
        return ReasonWords::tr("Rent when you need it: %1.").arg(name);
    case OptionKind::Mixed:
        return mixedAdvice(option, results);
    case OptionKind::Laptop:
        return ReasonWords::tr("Buy this laptop: %1.").arg(name);
    case OptionKind::Desktop:
        return ReasonWords::tr("Buy this desktop computer: %1.").arg(name);
    case OptionKind::None:
        break;
    }
    return ReasonWords::tr("Nothing we know does all this within your limits.");
}

QString verdictSentence(Verdict verdict, const QString& name)
{
    switch (verdict) {
    case Verdict::Enough:
        return ReasonWords::tr("%1 is enough for all your jobs.").arg(name);
    case Verdict::MoreThanNeeded:
        return ReasonWords::tr("%1 is more than you need.").arg(name);
    case Verdict::TooLittle:
        return ReasonWords::tr("%1 is too little.").arg(name);
    case Verdict::Unknown:
        break;
    }
    return ReasonWords::tr("We do not know enough about %1 to judge it.").arg(name);
}

/// Reasons that only repeat what verdictSentence() said, or what those after them say more exactly.
bool repeatsVerdict(const Reason& reason, std::size_t howMany)
{
    return reason.code == ReasonCode::CandidateEnough || (reason.code == ReasonCode::CandidateMore && reason.params.empty())
        || (reason.code == ReasonCode::CandidateTooLittle && howMany > 1);
}

} // namespace

QString reasonText(const Reason& reason, CurrencyCode /*currency*/)
{
    for (const ReasonSentence& sentence : reasonSentences()) {
        if (sentence.code != reason.code)
            continue;
        QString filled = filledSentence(QCoreApplication::translate("ReasonText", sentence.text), reason);
        if (!filled.isEmpty())
            return filled;
    }
    return ReasonWords::tr("There is another reason: %1.").arg(plain(codeName(reason.code)));
}

bool findsNothing(const Results& results)
{
    const Option* best = optionAt(results, results.best.option);
    return best == nullptr || best->kind == OptionKind::None;
}

QString headline(const Results& results)
{
    const Option* best = optionAt(results, results.best.option);
    if (findsNothing(results))
        return ReasonWords::tr("Nothing we know does all this within your limits. See below what would change that.");
    QString first = advice(*best, results);
    if (!best->runTime)
        return first;
    const QString time = formatDurationRange(*best->runTime);
    return results.jobs.size() > 1 ? ReasonWords::tr("%1 Your biggest job takes %2.").arg(first, time)
                                   : ReasonWords::tr("%1 Your job takes %2.").arg(first, time);
}

QString methodText(Method method)
{
    switch (method) {
    case Method::Measured:
        return ReasonWords::tr("From speeds measured on this very computer.");
    case Method::Calibrated:
        return ReasonWords::tr("From measured runs of this job, scaled to this computer.");
    case Method::Classical:
        return ReasonWords::tr("From measured runs on tables, scaled to this processor.");
    case Method::Spec:
        break;
    }
    return ReasonWords::tr("From the size of the job and the data sheet only.");
}

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::High:
        return ReasonWords::tr("well sourced");
    case Confidence::Medium:
        return ReasonWords::tr("fairly well sourced");
    case Confidence::Low:
        break;
    }
    return ReasonWords::tr("weakly sourced");
}

QString verdictText(const CandidateVerdict& verdict, const Results& results)
{
    const Option* candidate = optionAt(results, verdict.option);
    const QString name = candidate != nullptr ? optionName(*candidate) : ReasonWords::tr("This computer");
    QStringList sentences{verdictSentence(verdict.verdict, name)};
    bool namesBetter = false;
    for (const Reason& reason : verdict.reasons) {
        namesBetter = namesBetter || reason.code == ReasonCode::CandidateBetterForSameMoney;
        if (!repeatsVerdict(reason, verdict.reasons.size()))
            sentences += reasonText(reason, results.settled.currency);
    }
    const Option* better = optionAt(results, verdict.better);
    if (better != nullptr && !namesBetter)
        sentences += ReasonWords::tr("For the same money, %1 is the better choice.").arg(optionName(*better));
    return sentences.join(QLatin1Char(' '));
}

QString breakEvenText(const Results& results)
{
    if (!results.breakEvenHoursPerWeek || *results.breakEvenHoursPerWeek <= 0.0)
        return {};
    return ReasonWords::tr("Renting is cheaper below %1 hours a week.").arg(formatNumber(*results.breakEvenHoursPerWeek));
}

QString adjustmentText(std::uint16_t adjustments)
{
    QStringList sentences;
    const auto add = [&](Adjustment bit, const QString& words) {
        if ((adjustments & bit) != 0)
            sentences += words;
    };
    add(AdjustAccumulation, ReasonWords::tr("Small batches are added up to save memory."));
    add(AdjustCheckpointing, ReasonWords::tr("Some parts are computed twice to save memory."));
    add(AdjustLora, ReasonWords::tr("Only a small add-on is trained (LoRA)."));
    add(AdjustQlora, ReasonWords::tr("Only an add-on to a compressed model is trained (QLoRA)."));
    add(AdjustSmallerInput, ReasonWords::tr("It uses smaller pictures or shorter texts."));
    add(AdjustLoaderBound, ReasonWords::tr("Reading the pictures takes longer than the training itself."));
    add(AdjustPowerCapped, ReasonWords::tr("A power limit holds it back."));
    add(AdjustOnCpu, ReasonWords::tr("The processor does the work."));
    add(AdjustSmallBatch, ReasonWords::tr("It works in small batches."));
    add(AdjustSharedWeights, ReasonWords::tr("The cards share the model's weights between them (FSDP)."));
    return sentences.join(QLatin1Char(' '));
}

} // namespace rightrig
