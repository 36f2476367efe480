// What an option is called, and its reasons as sentences: the second half of reasontext.h.
#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

namespace rightrig {

namespace {

struct OptionWords
{
    Q_DECLARE_TR_FUNCTIONS(ReasonText)
};

constexpr int nameLength = 80;

} // namespace

const Option* optionAt(const Results& results, int index)
{
    const bool valid = index >= 0 && static_cast<std::size_t>(index) < results.options.size();
    return valid ? &results.options[static_cast<std::size_t>(index)] : nullptr;
}

QStringList reasonTexts(const std::vector<Reason>& reasons, CurrencyCode currency)
{
    QStringList sentences;
    for (const Reason& reason : reasons)
        sentences.append(reasonText(reason, currency));
    sentences.removeDuplicates();
    return sentences;
}

QString bareOptionName(const Option& option)
{
    const QString name = plain(option.name, nameLength);
    return name.isEmpty() ? plain(option.id, nameLength) : name;
}

QString optionName(const Option& option)
{
    const QString name = bareOptionName(option);
    return option.ownMachine ? OptionWords::tr("%1 (added by you)", "name of a machine").arg(name) : name;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString optionTitle(const Option& option)
{
    // names of products keep their own first letter; "own computer" and "school computer lab" are our words
    const bool ours = option.kind == OptionKind::Keep || option.kind == OptionKind::Lab || option.kind == OptionKind::Mixed;
    return ours ? capitalised(optionName(option)) : optionName(option);
}

QString kindText(OptionKind kind)
{
    switch (kind) {
    case OptionKind::Keep:
        return OptionWords::tr("Keep what you have");
    case OptionKind::Lab:
        return OptionWords::tr("Use your school's");
    case OptionKind::Free:
        return OptionWords::tr("Free service");
    case OptionKind::Rent:
        return OptionWords::tr("Rent");
    case OptionKind::Mixed:
        return OptionWords::tr("Mixed plan");
    case OptionKind::Laptop:
        return OptionWords::tr("Buy a laptop");
    case OptionKind::Desktop:
        return OptionWords::tr("Buy a desktop");
    case OptionKind::None:
        break;
    }
    return OptionWords::tr("Nothing fits");
}

QString fitText(Fit fit)
{
    switch (fit) {
    case Fit::Yes:
        return OptionWords::tr("runs");
    case Fit::Tight:
        return OptionWords::tr("tight");
    case Fit::No:
        return OptionWords::tr("does not fit");
    case Fit::Unknown:
        break;
    }
    return unknownText();
}

QString priceText(const Option& option)
{
    if (option.kind == OptionKind::Keep || option.kind == OptionKind::Lab || option.per == Per::Free)
        return option.price && option.price->amount > 0.0 ? formatMoney(*option.price) : OptionWords::tr("free");
    if (!option.price)
        return unknownText();
    const QString money = formatMoney(*option.price);
    if (option.per == Per::Hour)
        return OptionWords::tr("%1 an hour").arg(money);
    return option.per == Per::Month ? OptionWords::tr("%1 a month").arg(money) : money;
}

} // namespace rightrig
