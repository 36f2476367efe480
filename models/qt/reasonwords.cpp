#include "models/qt/reasonwords.h"

#include "models/qt/formatter.h"

#include <QCoreApplication>
#include <QStringView>

namespace rightrig {

namespace {

using enum ReasonCode;

// Fullest sentence of each code first: the first one whose placeholders can all be filled is used.
constexpr ReasonSentence sentences[]{
    {NotEnoughVram, QT_TRANSLATE_NOOP("ReasonText", "{text} needs {memory} of graphics memory; this has {memory2}.")},
    {NotEnoughVram, QT_TRANSLATE_NOOP("ReasonText", "It has too little graphics memory.")},
    {NotEnoughRam, QT_TRANSLATE_NOOP("ReasonText", "{text} needs {memory} of memory (RAM); this has {memory2}.")},
    {NotEnoughRam, QT_TRANSLATE_NOOP("ReasonText", "It has too little memory (RAM).")},
    {TightMemory, QT_TRANSLATE_NOOP("ReasonText", "{text} only just fits: it needs {memory} of {memory2}.")},
    {TightMemory, QT_TRANSLATE_NOOP("ReasonText", "The memory is only just enough.")},
    {UnknownSpec, QT_TRANSLATE_NOOP("ReasonText", "We do not know {text2}.")},
    {UnknownSpec, QT_TRANSLATE_NOOP("ReasonText", "We do not know enough about {text} to say.")},
    {UnknownSpec, QT_TRANSLATE_NOOP("ReasonText", "We do not know enough about it to say.")},
    {UnknownPrice, QT_TRANSLATE_NOOP("ReasonText", "We do not know the price of {text}.")},
    {UnknownPrice, QT_TRANSLATE_NOOP("ReasonText", "We do not know its price.")},
    {SoftwareUnsupported, QT_TRANSLATE_NOOP("ReasonText", "{text} does not run on {text2}: the software is missing.")},
    {SoftwareUnsupported, QT_TRANSLATE_NOOP("ReasonText", "The software for {text} does not run on it.")},
    {SoftwareUnsupported, QT_TRANSLATE_NOOP("ReasonText", "The software does not run on it.")},
    {SoftwareExtraWork, QT_TRANSLATE_NOOP("ReasonText", "Setting up the software ({text}) takes extra work.")},
    {SoftwareExtraWork, QT_TRANSLATE_NOOP("ReasonText", "Setting up the software takes extra work.")},
    {PrivateDataOffSite, QT_TRANSLATE_NOOP("ReasonText", "Your data is private and must not leave your own computer.")},
    {OverUpfrontBudget, QT_TRANSLATE_NOOP("ReasonText", "It costs {money} at once; you can spend {money2}.")},
    {OverUpfrontBudget, QT_TRANSLATE_NOOP("ReasonText", "It costs more at once than you can spend.")},
    {OverMonthlyBudget, QT_TRANSLATE_NOOP("ReasonText", "It costs {money} a month; you can spend {money2}.")},
    {OverMonthlyBudget, QT_TRANSLATE_NOOP("ReasonText", "It costs more each month than you can spend.")},
    {NotPortable, QT_TRANSLATE_NOOP("ReasonText", "You cannot carry it with you.")},
    {WrongOs, QT_TRANSLATE_NOOP("ReasonText", "It does not come with {text}, which you want.")},
    {WrongOs, QT_TRANSLATE_NOOP("ReasonText", "It does not come with the system you want.")},
    {SlowInternet, QT_TRANSLATE_NOOP("ReasonText", "Sending your data would take about {number} on your connection.")},
    {SlowInternet, QT_TRANSLATE_NOOP("ReasonText", "Your connection is too slow to send your data.")},
    {QuotaExceeded, QT_TRANSLATE_NOOP("ReasonText", "You need {number} a week; it allows {number2}.")},
    {QuotaExceeded, QT_TRANSLATE_NOOP("ReasonText", "You need more hours a week than it allows.")},
    {SessionTooLong, QT_TRANSLATE_NOOP("ReasonText", "{text} takes {time}; a session ends after {time2}.")},
    {SessionTooLong, QT_TRANSLATE_NOOP("ReasonText", "Its sessions end before your job does.")},
    {TooSlow, QT_TRANSLATE_NOOP("ReasonText", "{text} takes {time} on it; you want to wait {time2}.")},
    {TooSlow, QT_TRANSLATE_NOOP("ReasonText", "{text} takes {time} on it, longer than you want to wait.")},
    {TooSlow, QT_TRANSLATE_NOOP("ReasonText", "It is slower than you want to wait.")},
    {JobTooLarge, QT_TRANSLATE_NOOP("ReasonText", "{text} is too large for this method; its limit is {number} rows.")},
    {JobTooLarge, QT_TRANSLATE_NOOP("ReasonText", "{text} is too large for this method on any computer.")},
    {JobTooLarge, QT_TRANSLATE_NOOP("ReasonText", "The job is too large for this method.")},
    {CostsMore, QT_TRANSLATE_NOOP("ReasonText", "It costs {money} more than the best choice.")},
    {CostsMore, QT_TRANSLATE_NOOP("ReasonText", "It costs more than the best choice.")},
    {Slower, QT_TRANSLATE_NOOP("ReasonText", "It is {number} times slower than the best choice.")},
    {Slower, QT_TRANSLATE_NOOP("ReasonText", "It is slower than the best choice.")},
    {AboutEquallyFast, QT_TRANSLATE_NOOP("ReasonText", "It is about equally fast: our estimates cannot tell it from the best choice.")},
    {Dominated, QT_TRANSLATE_NOOP("ReasonText", "{text} is no slower and costs no more.")},
    {Dominated, QT_TRANSLATE_NOOP("ReasonText", "Another choice is no slower and costs no more.")},
    {NotYourOwn, QT_TRANSLATE_NOOP("ReasonText", "It is not yours: you need permission and opening hours.")},
    {CostsNothingNew, QT_TRANSLATE_NOOP("ReasonText", "You have it already, so there is nothing to buy.")},
    {FastEnough, QT_TRANSLATE_NOOP("ReasonText", "{text} takes {time}, within the {time2} you want to wait.")},
    {FastEnough, QT_TRANSLATE_NOOP("ReasonText", "One run takes {time}, within the {time2} you want to wait.")},
    {FastEnough, QT_TRANSLATE_NOOP("ReasonText", "{text} takes {time}, as quick as you need.")},
    {FastEnough, QT_TRANSLATE_NOOP("ReasonText", "One run takes {time}, as quick as you need.")},
    {FastEnough, QT_TRANSLATE_NOOP("ReasonText", "It is as quick as you need.")},
    {FitsAllJobs, QT_TRANSLATE_NOOP("ReasonText", "All {number} of your jobs fit into its memory.")},
    {FitsAllJobs, QT_TRANSLATE_NOOP("ReasonText", "All your jobs fit into its memory.")},
    {CheapestThatFits, QT_TRANSLATE_NOOP("ReasonText", "It is the cheapest choice that does everything, at {money}.")},
    {CheapestThatFits, QT_TRANSLATE_NOOP("ReasonText", "It is the cheapest choice that does everything.")},
    {FastestInBudget, QT_TRANSLATE_NOOP("ReasonText", "Nothing you can pay for is faster: one run takes {time}.")},
    {FastestInBudget, QT_TRANSLATE_NOOP("ReasonText", "Nothing you can pay for is faster.")},
    {FreeService, QT_TRANSLATE_NOOP("ReasonText", "It is free: {text} asks for no money.")},
    {FreeService, QT_TRANSLATE_NOOP("ReasonText", "It costs no money.")},
    {Reversible, QT_TRANSLATE_NOOP("ReasonText", "You can change your mind later and lose little.")},
    {UsefulForOtherThings, QT_TRANSLATE_NOOP("ReasonText", "You can use it for other things too: {text}.")},
    {UsefulForOtherThings, QT_TRANSLATE_NOOP("ReasonText", "You can use it for games or video too.")},
    {PortableEnough, QT_TRANSLATE_NOOP("ReasonText", "You can carry it with you; it weighs {number} kg.")},
    {PortableEnough, QT_TRANSLATE_NOOP("ReasonText", "You can carry it with you.")},
    {QuietEnough, QT_TRANSLATE_NOOP("ReasonText", "It stays quiet, or the noise is somewhere else.")},
    {WithinTie, QT_TRANSLATE_NOOP("ReasonText", "It is a close call with {text}: what is easier to undo wins.")},
    {WithinTie, QT_TRANSLATE_NOOP("ReasonText", "It is a close call: what is easier to undo wins.")},
    {SchoolProvides, QT_TRANSLATE_NOOP("ReasonText", "Your school provides it: {text}.")},
    {SchoolProvides, QT_TRANSLATE_NOOP("ReasonText", "Your school provides it.")},
    {MixedSavesMoney, QT_TRANSLATE_NOOP("ReasonText", "Doing only the big jobs elsewhere saves {money}.")},
    {MixedSavesMoney, QT_TRANSLATE_NOOP("ReasonText", "Doing only the big jobs elsewhere saves money.")},
    {WaitsLonger, QT_TRANSLATE_NOOP("ReasonText", "You wait {time} for {text}; you wanted {time2}.")},
    {WaitsLonger, QT_TRANSLATE_NOOP("ReasonText", "You wait {time} for one run; you wanted {time2}.")},
    {WaitsLonger, QT_TRANSLATE_NOOP("ReasonText", "You wait {time} for one run.")},
    {WaitsLonger, QT_TRANSLATE_NOOP("ReasonText", "You wait longer than you wanted.")},
    {NotGuaranteed, QT_TRANSLATE_NOOP("ReasonText", "Nobody promises that it is free when you need it.")},
    {SessionLimit, QT_TRANSLATE_NOOP("ReasonText", "A session ends after {number}, and you get {number2} a week. Save your work often.")},
    {SessionLimit, QT_TRANSLATE_NOOP("ReasonText", "A session ends after {number}; save your work before that.")},
    {SessionLimit, QT_TRANSLATE_NOOP("ReasonText", "Sessions end after some hours; save your work often.")},
    {IdleWaste, QT_TRANSLATE_NOOP("ReasonText", "Hours you forget to switch off cost about {money}.")},
    {IdleWaste, QT_TRANSLATE_NOOP("ReasonText", "It costs money while it is idle: switch it off.")},
    {SetUpEachTime, QT_TRANSLATE_NOOP("ReasonText", "You set it up again each time, about {time}.")},
    {SetUpEachTime, QT_TRANSLATE_NOOP("ReasonText", "You set it up again each time.")},
    {HeatAndNoise, QT_TRANSLATE_NOOP("ReasonText", "Long runs make it hot and loud.")},
    {PowerLimited, QT_TRANSLATE_NOOP("ReasonText", "Its graphics chip runs at {watts}, less than the desktop card.")},
    {PowerLimited, QT_TRANSLATE_NOOP("ReasonText", "Its graphics chip has less power than the desktop card.")},
    {BatteryUnplugged, QT_TRANSLATE_NOOP("ReasonText", "Plug it in: on battery it is much slower.")},
    {ResaleUncertain, QT_TRANSLATE_NOOP("ReasonText", "We count on selling it for {money}; nobody can promise that.")},
    {ResaleUncertain, QT_TRANSLATE_NOOP("ReasonText", "Nobody knows what you will get when you sell it.")},
    {PriceOld, QT_TRANSLATE_NOOP("ReasonText", "Its price is {number} old; look it up before you pay.")},
    {PriceOld, QT_TRANSLATE_NOOP("ReasonText", "Its price is of {text}; look it up before you pay.")},
    {PriceOld, QT_TRANSLATE_NOOP("ReasonText", "Its price is old; look it up before you pay.")},
    {PriceLowConfidence, QT_TRANSLATE_NOOP("ReasonText", "Its price comes from one weak source; look it up first.")},
    {SpotCanStop, QT_TRANSLATE_NOOP("ReasonText", "At this low price the provider may stop it at any time.")},
    {EstimateWide, QT_TRANSLATE_NOOP("ReasonText", "Our time estimate is rough here: {time} to {time2}.")},
    {EstimateWide, QT_TRANSLATE_NOOP("ReasonText", "Our time estimate is rough here.")},
    {SharedMemory, QT_TRANSLATE_NOOP("ReasonText", "Graphics and programs share its memory; about {memory} is left for training.")},
    {SharedMemory, QT_TRANSLATE_NOOP("ReasonText", "Graphics and programs share its memory.")},
    {NeedsInternet, QT_TRANSLATE_NOOP("ReasonText", "It needs a good internet connection.")},
    {GpuDoesNotHelpTables, QT_TRANSLATE_NOOP("ReasonText", "A graphics card hardly speeds up {text}.")},
    {GpuDoesNotHelpTables, QT_TRANSLATE_NOOP("ReasonText", "A graphics card hardly speeds up work on tables.")},
    {SmallMicroBatch, QT_TRANSLATE_NOOP("ReasonText", "Only small batches of {number} fit, so it runs slower.")},
    {SmallMicroBatch, QT_TRANSLATE_NOOP("ReasonText", "Only small batches fit, so it runs slower.")},
    {MacStackDiffers, QT_TRANSLATE_NOOP("ReasonText", "Some training software does not run on a Mac.")},
    {AmdStackDiffers, QT_TRANSLATE_NOOP("ReasonText", "Some training software does not run on AMD graphics.")},
    {NoGpuTraining, QT_TRANSLATE_NOOP("ReasonText", "Its graphics chip cannot train; the processor does the work.")},
    {NeedsOwnLaptopToo, QT_TRANSLATE_NOOP("ReasonText", "You need a simple laptop as well, to reach rented and free computers.")},
    {PrivateDataConsent, QT_TRANSLATE_NOOP("ReasonText", "Your data is private: ask before you send it away.")},
    {UsedHardware, QT_TRANSLATE_NOOP("ReasonText", "It is used: check its warranty and its fans.")},
    {UsedAccumulation, QT_TRANSLATE_NOOP("ReasonText", "{text} fits with smaller batches, added up before each step.")},
    {UsedAccumulation, QT_TRANSLATE_NOOP("ReasonText", "It fits with smaller batches, added up before each step.")},
    {UsedCheckpointing, QT_TRANSLATE_NOOP("ReasonText", "{text} fits by recomputing parts, about a third slower.")},
    {UsedCheckpointing, QT_TRANSLATE_NOOP("ReasonText", "It fits by recomputing parts, about a third slower.")},
    {UsedLora, QT_TRANSLATE_NOOP("ReasonText", "{text} fits by training a small add-on (LoRA).")},
    {UsedLora, QT_TRANSLATE_NOOP("ReasonText", "It fits by training a small add-on (LoRA).")},
    {UsedQlora, QT_TRANSLATE_NOOP("ReasonText", "{text} fits by training an add-on to a compressed model (QLoRA).")},
    {UsedQlora, QT_TRANSLATE_NOOP("ReasonText", "It fits by training an add-on to a compressed model (QLoRA).")},
    {UsedSmallerInput, QT_TRANSLATE_NOOP("ReasonText", "{text} fits with smaller pictures or shorter texts.")},
    {UsedSmallerInput, QT_TRANSLATE_NOOP("ReasonText", "It fits with smaller pictures or shorter texts.")},
    {LoaderBound, QT_TRANSLATE_NOOP("ReasonText", "Reading the pictures, not the graphics card, sets its speed.")},
    {PowerCapped, QT_TRANSLATE_NOOP("ReasonText", "Its power limit of {watts} holds it back.")},
    {PowerCapped, QT_TRANSLATE_NOOP("ReasonText", "Its power limit holds it back.")},
    {CandidateEnough, QT_TRANSLATE_NOOP("ReasonText", "It is enough for {text}.")},
    {CandidateEnough, QT_TRANSLATE_NOOP("ReasonText", "It is enough for all your jobs.")},
    {CandidateMore, QT_TRANSLATE_NOOP("ReasonText", "You pay for {text} you never use: your jobs need {memory} of {memory2}.")},
    {CandidateMore, QT_TRANSLATE_NOOP("ReasonText", "You pay for {text} you never use.")},
    {CandidateMore, QT_TRANSLATE_NOOP("ReasonText", "It is more than you need.")},
    {CandidateTooLittle, QT_TRANSLATE_NOOP("ReasonText", "It is too little for {text}: {text2}.")},
    {CandidateTooLittle, QT_TRANSLATE_NOOP("ReasonText", "It is too little for {text}.")},
    {CandidateTooLittle, QT_TRANSLATE_NOOP("ReasonText", "It is too little for your jobs.")},
    {CandidateBetterForSameMoney, QT_TRANSLATE_NOOP("ReasonText", "For {money}, {text} is the better choice.")},
    {CandidateBetterForSameMoney, QT_TRANSLATE_NOOP("ReasonText", "For the same money, {text} is the better choice.")},
    {CandidateBetterForSameMoney, QT_TRANSLATE_NOOP("ReasonText", "Something better costs the same.")},
};

/// A plain number's unit is fixed by the code (see reasons.cpp).
QString numberText(ReasonCode code, double value)
{
    switch (code) {
    case SlowInternet:
    case QuotaExceeded:
    case SessionLimit:
        return formatDuration(Seconds{value * secondsPerHour});
    case PriceOld:
        return value < 1.5 ? QCoreApplication::translate("ReasonText", "1 month")
                           : QCoreApplication::translate("ReasonText", "%1 months").arg(formatNumber(value));
    default:
        return formatNumber(value);
    }
}

/// What is not known about a machine, as the end of "We do not know ..."; empty for what is no such fact.
QString missingText(const std::string& fact)
{
    if (fact == "ram")
        return QCoreApplication::translate("ReasonText", "how much memory (RAM) it has");
    if (fact == "vram")
        return QCoreApplication::translate("ReasonText", "how much graphics memory it has");
    if (fact == "gpu")
        return QCoreApplication::translate("ReasonText", "which graphics card it has");
    if (fact == "gpu_speed")
        return QCoreApplication::translate("ReasonText", "how fast its graphics chip is");
    return fact == "cpu" ? QCoreApplication::translate("ReasonText", "how fast its processor is") : QString();
}

QString stringText(ReasonCode code, const std::string& value)
{
    if (code == WrongOs && value == "windows")
        return QStringLiteral("Windows");
    if (code == WrongOs && value == "macos")
        return QStringLiteral("macOS");
    if (code == WrongOs && value == "linux")
        return QStringLiteral("Linux");
    if (code == CandidateMore && value == "gpu")
        return QCoreApplication::translate("ReasonText", "a graphics card");
    if (code == CandidateMore && value == "vram")
        return QCoreApplication::translate("ReasonText", "graphics memory");
    if (code == CandidateMore && value == "ram")
        return QCoreApplication::translate("ReasonText", "memory (RAM)");
    if (code == PriceOld)
        return formatDate(value);
    return plain(value, 60);
}

/// The `nth` parameter that holds a T.
template <class T> const T* nthOf(const Reason& reason, int nth)
{
    for (const ReasonParam& param : reason.params) {
        if (const T* value = std::get_if<T>(&param); value != nullptr && nth-- == 0)
            return value;
    }
    return nullptr;
}

/// "10.4 GB" and "10 GB" where whole numbers would say that 10 GB are less than 10 GB.
QString memoryText(const Reason& reason, int nth)
{
    const auto* value = nthOf<Gib>(reason, nth);
    const auto* other = nthOf<Gib>(reason, 1 - nth);
    if (value == nullptr)
        return {};
    if (other == nullptr || *value == *other || formatGib(*value) != formatGib(*other))
        return formatGib(*value);
    return QCoreApplication::translate("ReasonText", "%1 GB").arg(formatNumber(value->value, 4));
}

/// The text of one placeholder ("time2"), or null if the reason has no such parameter.
QString parameterText(QStringView name, const Reason& reason)
{
    const int nth = name.endsWith(u'2') ? 1 : 0;
    const QStringView type = nth == 1 ? name.chopped(1) : name;
    if (type == u"text") {
        const auto* value = nthOf<std::string>(reason, nth);
        if (value != nullptr && reason.code == UnknownSpec && nth == 1)
            return missingText(*value);
        return value != nullptr ? stringText(reason.code, *value) : QString();
    }
    if (type == u"money") {
        const auto* value = nthOf<Money>(reason, nth);
        const bool guess = reason.code == IdleWaste || reason.code == ResaleUncertain;
        if (value == nullptr)
            return {};
        return guess ? formatMoneyAbout(value->amount, value->currency) : formatMoney(*value);
    }
    if (type == u"time") {
        const auto* value = nthOf<Seconds>(reason, nth);
        return value != nullptr ? formatDuration(*value) : QString();
    }
    if (type == u"memory")
        return memoryText(reason, nth);
    if (type == u"watts") {
        const auto* value = nthOf<Watts>(reason, nth);
        return value != nullptr ? formatWatts(*value) : QString();
    }
    const auto* value = type == u"number" ? nthOf<double>(reason, nth) : nullptr;
    return value != nullptr ? numberText(reason.code, *value) : QString();
}

} // namespace

std::span<const ReasonSentence> reasonSentences() { return sentences; }

QString filledSentence(const QString& sentence, const Reason& reason)
{
    QString filled;
    qsizetype from = 0;
    for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', from)) {
        const qsizetype close = sentence.indexOf(u'}', open);
        if (close < 0)
            return {};
        const QString value = parameterText(QStringView(sentence).mid(open + 1, close - open - 1), reason);
        if (value.isEmpty())
            return {};
        filled += QStringView(sentence).mid(from, open - from);
        filled += value;
        from = close + 1;
    }
    return filled + sentence.mid(from);
}

} // namespace rightrig
