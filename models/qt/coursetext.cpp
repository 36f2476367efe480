#include "models/qt/coursetext.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {

namespace {

struct CourseTextWords
{
    Q_DECLARE_TR_FUNCTIONS(CourseText)
};

QString memoryText(const MemoryCheck& memory)
{
    if (!memory.need || !memory.have)
        return CourseTextWords::tr("does not run");
    return memory.kind == MemoryKind::Vram
        ? CourseTextWords::tr("needs %1 of graphics memory, has %2").arg(formatGib(*memory.need), formatGib(*memory.have))
        : CourseTextWords::tr("needs %1 of memory, has %2").arg(formatGib(*memory.need), formatGib(*memory.have));
}

QString withCost(const QString& time, const PlacePreview& place, CurrencyCode currency)
{
    return place.cost ? CourseTextWords::tr("%1; all runs %2").arg(time, formatMoneyRange(*place.cost, currency)) : time;
}

QString titleOf(const Course& course, std::size_t i)
{
    const QString title = plain(course.assignments[i].title, 60);
    return title.isEmpty() ? CourseTextWords::tr("Assignment %1").arg(i + 1)
                           : CourseTextWords::tr("Assignment %1 (%2)").arg(QString::number(i + 1), title);
}

bool isSameJob(const WayOut& way) { return way.kind != WayKind::Lighter; }

/// The name of the first place that surely helps; empty if none does.
QString sureHelp(const AssignmentPreview& preview, CurrencyCode currency)
{
    for (const WayOut& way : preview.ways) {
        if (!way.seconds || !isSameJob(way))
            continue;
        switch (way.kind) {
        case WayKind::Free:
            return CourseTextWords::tr("%1 can run it for free.").arg(plain(way.name, 60));
        case WayKind::Lab:
            return CourseTextWords::tr("Your lab can run it.");
        case WayKind::Server:
            return CourseTextWords::tr("Your server can run it.");
        case WayKind::Loan:
            return CourseTextWords::tr("A loan laptop can run it.");
        case WayKind::Cloud:
        case WayKind::Lighter:
            break;
        }
        if (way.covered)
            return CourseTextWords::tr("Your credits pay for renting.");
        if (way.cost)
            return CourseTextWords::tr("Renting costs each student %1: add credits, or choose less.")
                .arg(formatMoneyRange(*way.cost, currency));
    }
    return {};
}

const Preset* lighterOf(const AssignmentPreview& preview, const Catalog& catalog)
{
    for (const WayOut& way : preview.ways) {
        if (way.kind == WayKind::Lighter)
            return catalog.findPreset(way.id);
    }
    return nullptr;
}

/// What the instructor can do about it.
QString remedy(const Assignment& assignment, const AssignmentPreview& preview, const Catalog& catalog, CurrencyCode currency)
{
    QStringList texts{sureHelp(preview, currency)};
    const Preset* lighter = lighterOf(preview, catalog);
    if (texts.first().isEmpty() && assignment.ownMachine)
        texts = QStringList{CourseTextWords::tr("It must run on their own computer: offer loan laptops, or allow other places.")};
    else if (texts.first().isEmpty())
        texts = QStringList{CourseTextWords::tr("Nothing the course offers is sure to help: add a lab, a server or credits.")};
    if (lighter != nullptr && lighter->id != assignment.job.preset)
        texts.append(CourseTextWords::tr("Lighter: \"%1\".").arg(plain(lighter->title, 60)));
    return texts.join(QLatin1Char(' '));
}

/// The memory that most asks for among the laptops it does not fit; nullptr if memory is not what is missing.
const MemoryCheck* missingMemory(const AssignmentPreview& preview)
{
    for (const PlacePreview& laptop : preview.laptops) {
        if (laptop.fit == Fit::No && !laptop.blocked && laptop.memory.need)
            return &laptop.memory;
    }
    return nullptr;
}

QString laptopWarning(const QString& title, const AssignmentPreview& preview)
{
    const int all = static_cast<int>(preview.laptops.size());
    const auto count = [&](auto test) { return static_cast<int>(std::count_if(preview.laptops.begin(), preview.laptops.end(), test)); };
    const int no = count([](const PlacePreview& laptop) { return laptop.fit == Fit::No; });
    const int slow = count([](const PlacePreview& laptop) { return laptop.tooSlow; });
    QStringList texts;
    if (const MemoryCheck* memory = missingMemory(preview); memory != nullptr && no > 0)
        texts.append(
            (memory->kind == MemoryKind::Vram ? CourseTextWords::tr("%1 needs %2 of graphics memory: %3 of %4 typical laptops cannot.")
                                              : CourseTextWords::tr("%1 needs %2 of memory: %3 of %4 typical laptops cannot."))
                .arg(title, formatGib(*memory->need), QString::number(no), QString::number(all)));
    else if (no > 0)
        texts.append(
            CourseTextWords::tr("%1 does not run on %2 of %3 typical laptops.").arg(title, QString::number(no), QString::number(all)));
    if (slow > 0 && texts.isEmpty())
        texts.append(
            CourseTextWords::tr("%1 takes too long on %2 of %3 typical laptops.").arg(title, QString::number(slow), QString::number(all)));
    else if (slow > 0)
        texts.append(CourseTextWords::tr("On %1 it takes too long.").arg(slow));
    return texts.join(QLatin1Char(' '));
}

void warnAboutServices(const Course& course, const Catalog& catalog, QStringList& warnings)
{
    for (const auto* list : {&course.allowedProviders, &course.deniedProviders}) {
        for (const std::string& name : *list) {
            const auto offers = [&name](const Machine& machine) { return normalisedName(machine.provider) == normalisedName(name); };
            if (std::none_of(catalog.machines.begin(), catalog.machines.end(), offers))
                warnings.append(CourseTextWords::tr("No service in the catalogue is called \"%1\".").arg(plain(name, 60)));
        }
    }
}

QString countText(double count) { return formatNumber(count, 6); }

QString named(const QString& text, const std::optional<Candidate>& machine)
{
    return machine ? CourseTextWords::tr("%1 (%2)").arg(text, plain(machine->name, 60)) : text;
}

QString labText(const CourseSchool& school)
{
    const QString count = CourseTextWords::tr("%1 computers in the lab").arg(countText(*school.labMachines));
    const QString lab = named(count, school.labMachine);
    return school.labHoursPerWeek ? CourseTextWords::tr("%1, open %2 hours a week.").arg(lab, countText(*school.labHoursPerWeek))
                                  : CourseTextWords::tr("%1.").arg(lab);
}

QString placeOf(const WayOut& way)
{
    switch (way.kind) {
    case WayKind::Free:
        return way.name.find("free") != std::string::npos ? plain(way.name, 40) : CourseTextWords::tr("%1 (free)").arg(plain(way.name, 40));
    case WayKind::Lab:
        return CourseTextWords::tr("lab");
    case WayKind::Server:
        return CourseTextWords::tr("school's server");
    case WayKind::Loan:
        return CourseTextWords::tr("loan laptop");
    case WayKind::Cloud:
    case WayKind::Lighter:
        break;
    }
    return way.covered ? CourseTextWords::tr("rented, your credits pay") : CourseTextWords::tr("rented");
}

QString wayInHandout(const WayOut& way, CurrencyCode currency, bool withTime)
{
    QString place = placeOf(way);
    if (!way.seconds)
        return CourseTextWords::tr("ask for: %1").arg(place);
    if (!withTime)
        return place;
    const QString time = CourseTextWords::tr("%1: %2").arg(place, formatDurationRange(*way.seconds));
    return way.cost && !way.covered ? CourseTextWords::tr("%1, %2").arg(time, formatMoneyRange(*way.cost, currency)) : time;
}

bool anyWay(const CoursePreview& preview, WayKind kind)
{
    return std::any_of(preview.assignments.begin(), preview.assignments.end(), [kind](const AssignmentPreview& one) {
        return std::any_of(one.ways.begin(), one.ways.end(), [kind](const WayOut& way) { return way.kind == kind; });
    });
}

} // namespace

QString placeText(const PlacePreview& place, CurrencyCode currency)
{
    if (place.fit == Fit::Unknown)
        return unknownText();
    if (place.fit == Fit::No || !place.seconds) {
        if (place.blocked == ReasonCode::SoftwareUnsupported)
            return CourseTextWords::tr("needs a graphics card");
        return place.blocked ? CourseTextWords::tr("too much data for this method") : memoryText(place.memory);
    }
    const QString time = formatDurationRange(*place.seconds);
    if (place.tooSlow)
        return CourseTextWords::tr("too slow: %1").arg(time);
    if (!place.whyNot.empty())
        return CourseTextWords::tr("no: %1").arg(reasonText(place.whyNot.front(), currency));
    return withCost(place.fit == Fit::Tight ? CourseTextWords::tr("tight: %1").arg(time) : time, place, currency);
}

QString elsewhereText(const std::optional<PlacePreview>& place, const Assignment& assignment, CurrencyCode currency)
{
    if (assignment.ownMachine)
        return CourseTextWords::tr("own computer only");
    return place ? placeText(*place, currency) : CourseTextWords::tr("none");
}

QStringList courseWarnings(const Course& course, const CoursePreview& preview, const Catalog& catalog)
{
    QStringList warnings;
    for (std::size_t i = 0; i < course.assignments.size() && i < preview.assignments.size(); ++i) {
        const AssignmentPreview& one = preview.assignments[i];
        const QString title = titleOf(course, i);
        if (!one.known) {
            warnings.append(CourseTextWords::tr("%1: choose what is trained.").arg(title));
            continue;
        }
        const QString text = laptopWarning(title, one);
        if (!text.isEmpty())
            warnings.append(text + QLatin1Char(' ') + remedy(course.assignments[i], one, catalog, preview.currency));
    }
    warnAboutServices(course, catalog, warnings);
    return warnings;
}

QString courseFaultText(const CourseFault& fault)
{
    const QString path = plain(fault.path, 100);
    switch (fault.kind) {
    case CourseFaultKind::TooLong:
        return CourseTextWords::tr("%1: is longer than 200 characters.").arg(path);
    case CourseFaultKind::Twice:
        return CourseTextWords::tr("%1: another assignment has the same one.").arg(path);
    case CourseFaultKind::InBothLists:
        return CourseTextWords::tr("%1: is both allowed and ruled out.").arg(path);
    case CourseFaultKind::TooMany:
        return CourseTextWords::tr("%1: has too many entries.").arg(path);
    case CourseFaultKind::NoAssignments:
        return CourseTextWords::tr("%1: add at least one.").arg(path);
    case CourseFaultKind::Missing:
        break;
    }
    return CourseTextWords::tr("%1: is missing.").arg(path);
}

QStringList schoolTexts(const Course& course)
{
    const CourseSchool& school = course.school;
    QStringList texts;
    if (school.labMachines.value_or(0.0) > 0.0)
        texts.append(labText(school));
    if (school.gpuServer.value_or(false))
        texts.append(CourseTextWords::tr("%1.").arg(named(CourseTextWords::tr("A server with graphics cards"), school.serverMachine)));
    if (school.loanLaptops.value_or(0.0) > 0.0)
        texts.append(CourseTextWords::tr("%1.").arg(
            named(CourseTextWords::tr("%1 laptops to borrow").arg(countText(*school.loanLaptops)), school.loanMachine)));
    if (school.creditsPerStudent && school.creditsPerStudent->amount > 0.0)
        texts.append(CourseTextWords::tr("Credits of %1 a student for renting computers.").arg(formatMoney(*school.creditsPerStudent)));
    return texts;
}

QString handoutHeadline(const Course& course, const CoursePreview& preview)
{
    const int all = static_cast<int>(course.assignments.size());
    int enough = 0;
    QString name;
    for (const AssignmentPreview& one : preview.assignments) {
        if (one.laptops.empty())
            continue;
        name = plain(one.laptops.front().name, 60);
        enough += one.laptops.front().enough() ? 1 : 0;
    }
    if (name.isEmpty())
        return CourseTextWords::tr("What you need for the %n assignment(s) of this course", nullptr, all);
    return enough == all ? CourseTextWords::tr("A computer like this is enough for every assignment: %1.").arg(name)
                         : CourseTextWords::tr("A computer like this is enough for %1 of %2 assignments: %3.")
                               .arg(QString::number(enough), QString::number(all), name);
}

QString needsText(const AssignmentPreview& preview)
{
    const MemoryCheck* memory = missingMemory(preview);
    if (memory == nullptr && !preview.laptops.empty())
        memory = &preview.laptops.front().memory;
    if (memory == nullptr || !memory->need)
        return unknownText();
    return memory->kind == MemoryKind::Vram ? CourseTextWords::tr("%1 of graphics memory").arg(formatGib(*memory->need))
                                            : CourseTextWords::tr("%1 of memory").arg(formatGib(*memory->need));
}

QString otherwiseText(const Assignment& assignment, const AssignmentPreview& preview, CurrencyCode currency, const PlacesWanted& wanted)
{
    QStringList places;
    for (const WayOut& way : preview.ways) {
        if (way.kind != WayKind::Lighter && places.size() < wanted.most)
            places.append(wayInHandout(way, currency, wanted.times));
    }
    if (!places.isEmpty())
        return capitalised(places.join(QLatin1String("; ")));
    return assignment.ownMachine ? CourseTextWords::tr("Own computer only: ask your teacher") : CourseTextWords::tr("Ask your teacher");
}

QStringList handoutSteps(const Course& course, const CoursePreview& preview)
{
    QStringList steps{CourseTextWords::tr("Open the course file in RightRig: it looks at your own computer and says what it can do.")};
    if (anyWay(preview, WayKind::Free))
        steps.append(CourseTextWords::tr("Try a free service on the web first. You need an account, and nobody promises a place."));
    const CourseSchool& school = course.school;
    if (school.labMachines.value_or(0.0) > 0.0 || school.gpuServer.value_or(false))
        steps.append(CourseTextWords::tr("Use the school's computers. Book early: the days before a due date are full."));
    if (school.loanLaptops.value_or(0.0) > 0.0)
        steps.append(CourseTextWords::tr("Ask for a loan laptop in the first week."));
    if (school.creditsPerStudent && school.creditsPerStudent->amount > 0.0)
        steps.append(CourseTextWords::tr("Use your credits to rent a computer, and switch it off after each run."));
    if (course.budgetCap)
        steps.append(CourseTextWords::tr("Do not buy a computer for this course for more than %1.").arg(formatMoney(*course.budgetCap)));
    steps.append(CourseTextWords::tr("If nothing here helps, ask before the assignment begins, not in the week it is due."));
    return steps;
}

bool speaksLanguageOf(const Course& course)
{
    if (!course.language)
        return true;
    const QString language = QString::fromStdString(*course.language).trimmed().toLower();
    return language == QLatin1String("en") || language.startsWith(QLatin1String("en-")) || language.startsWith(QLatin1String("en_"))
        || language == QLatin1String("english");
}

} // namespace rightrig
