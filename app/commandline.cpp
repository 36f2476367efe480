#include "app/commandline.h"

#include "app/commandoptions.h"
#include "app/handoutcommand.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace po = boost::program_options;

namespace rightrig {
namespace {

/// A command, what it is for, and its line in the usage text. Plain ASCII, so that it can live before main().
struct CommandInfo
{
    const char* name;
    const char* usage;
    const char* summary;
    void (*addOptions)(po::options_description&, RawOptions&);
    const char* positional; ///< names of its positional arguments, with a blank between two; or null
};

constexpr std::array<CommandInfo, 10> commands{{
    {"wizard", "[FILE]", "open the wizard, with saved answers, a course or a RightRig PDF", wizardOptions, "file"},
    {"recommend", "--answers FILE [--course FILE] [--machine-profile FILE] [--catalogue DB] [--json]",
        "print the recommendation for saved answers", recommendOptions, nullptr},
    {"report",
        "--answers FILE --out FILE.pdf [--course FILE] [--no-name] [--no-answers] [--paper A4|Letter] [--language en] [--catalogue DB]",
        "write the recommendation as a PDF", reportOptions, nullptr},
    {"estimate", "--job FILE|PRESET --machine ID|NAME|this [--machine-profile FILE] [--catalogue DB] [--json]",
        "print time and memory of one job on one machine", estimateOptions, nullptr},
    {"validate", "[MEASUREMENTS.csv] [--machine-profile FILE] [--catalogue DB] [--json|--markdown]",
        "compare the estimates with measured runs: your file, or the published ones", validateOptions, "file"},
    {"measure", "[--quick] [--json] [--out FILE]", "test this computer: what it is and what it really does", measureOptions, nullptr},
    {"presets", "[--catalogue DB] [--json]", "list the jobs the catalogue knows", listOptions, nullptr},
    {"machines", "[--catalogue DB] [--json]", "list the machines the catalogue knows", listOptions, nullptr},
    {"catalogue",
        "check [DB] | import FILE [--provider NAME] [--dry-run] | export [--template] [--out FILE] | diff A B | reset ID|--all |\n"
        "           update URL|FILE|--shipped [--key FILE] [--dry-run] | sign DB --key FILE --out FILE [--number N] | sign --new-key FILE"
        "  [--json]",
        "check, renew, export and compare prices", catalogueOptions, "action file other"},
    {"class",
        "reports --course FILE --roster CSV --out DIR [--map FILE] [--jobs N] [--shard i/n] [--force] [--rush PERCENT]\n"
        "  rightrig class overview PATH... [--course FILE] [--out FILE.csv|FILE.pdf] [--json] [--anonymous] [--rush PERCENT]\n"
        "  rightrig class handout COURSE.json --out FILE.pdf [--paper A4|Letter]",
        "for instructors: a PDF for every student of a course, who can do what, and a page to hand out", classOptions, "action path"},
}};

const CommandInfo* findCommand(const QString& name)
{
    for (const CommandInfo& command : commands)
        if (name == QLatin1String(command.name))
            return &command;
    return nullptr;
}

QString generalHelp()
{
    QString help = QStringLiteral("RightRig: which computer do you need for machine learning?\n\nUsage:\n"
                                  "  rightrig [FILE]\n  rightrig COMMAND [OPTIONS]\n\nCommands:\n");
    for (const CommandInfo& command : commands)
        help += QStringLiteral("  %1 %2\n").arg(QLatin1String(command.name), -10).arg(QLatin1String(command.summary));
    return help + QStringLiteral("\n  rightrig COMMAND --help  explains one command\n  rightrig --version       prints the version\n");
}

QString commandHelp(const CommandInfo& command)
{
    RawOptions unread;
    po::options_description options("Options");
    command.addOptions(options, unread);
    std::ostringstream listed;
    listed << options;
    return QStringLiteral("rightrig %1: %2\n\nUsage:\n  rightrig %1 %3\n\n%4")
        .arg(QLatin1String(command.name), QLatin1String(command.summary), QLatin1String(command.usage),
            QString::fromStdString(listed.str()));
}

/// "rightrig FILE": anything that exists or is written like a path, so that a mistyped command is not taken for a file.
bool looksLikeFile(const QString& word)
{
    return word.contains(QLatin1Char('.')) || word.contains(QLatin1Char('/')) || word.contains(QLatin1Char('\\'))
        || QFileInfo::exists(word);
}

/// The command of these arguments; null if the first word is neither a command, nor an option, nor a file.
const CommandInfo* commandOf(const QStringList& arguments)
{
    if (arguments.isEmpty() || arguments.first().startsWith(QLatin1Char('-')))
        return &commands.front();
    if (const CommandInfo* command = findCommand(arguments.first()))
        return command;
    return looksLikeFile(arguments.first()) ? &commands.front() : nullptr;
}

bool asksForHelp(const QStringList& arguments)
{
    return arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h"));
}

std::optional<QPageSize::PageSizeId> paperNamed(const std::string& name)
{
    const QString wanted = QString::fromStdString(name).toLower();
    if (wanted == QLatin1String("a4"))
        return QPageSize::A4;
    if (wanted == QLatin1String("letter"))
        return QPageSize::Letter;
    return std::nullopt;
}

/// Runs Boost over `words`; throws po::error. Returns true if --json was there.
bool readOptions(const CommandInfo& command, const std::vector<std::string>& words, RawOptions& raw)
{
    po::options_description options;
    command.addOptions(options, raw);
    po::positional_options_description positional;
    const QStringList places = QString::fromLatin1(command.positional).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& place : places) {
        const std::string name = place.toStdString();
        if (name == "path") {
            options.add_options()("path", po::value(&raw.classes.paths), "");
            positional.add("path", -1);
            continue;
        }
        std::string& target = name == "action" ? raw.action : name == "other" ? raw.other : raw.file;
        options.add_options()(name.c_str(), po::value(&target), "");
        positional.add(name.c_str(), 1);
    }
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::variables_map values;
    po::store(po::command_line_parser(words).options(options).positional(positional).style(style).run(), values);
    po::notify(values);
    return values.count("json") > 0;
}

/// What is wrong with the words after `catalogue update` or `catalogue sign`; empty if nothing is.
QString bundleFault(const QString& action, const RawOptions& raw)
{
    if (action == QLatin1String("update") && raw.file.empty() != raw.shipped)
        return QStringLiteral("name the address or file to update from, or give --shipped");
    if (action != QLatin1String("sign"))
        return {};
    if (!raw.newKey.empty())
        return raw.file.empty() && raw.key.empty() && raw.out.empty() ? QString() : QStringLiteral("--new-key goes alone");
    if (raw.file.empty() || raw.key.empty() || raw.out.empty())
        return QStringLiteral("name the catalogue to sign, your secret key with --key, and the bundle to write with --out");
    return raw.number < 0 || raw.number > 999999999999 ? QStringLiteral("--number is between 1 and 999999999999") : QString();
}

/// What is wrong with the words after `catalogue`; empty if nothing is.
QString catalogueFault(const RawOptions& raw)
{
    static const QStringList actions{QStringLiteral("check"), QStringLiteral("import"), QStringLiteral("export"), QStringLiteral("diff"),
        QStringLiteral("reset"), QStringLiteral("update"), QStringLiteral("sign")};
    const QString action = QString::fromStdString(raw.action);
    if (action.isEmpty())
        return QStringLiteral("say what to do: %1").arg(actions.join(QLatin1String(", ")));
    if (!actions.contains(action))
        return QStringLiteral("unknown action \"%1\"; there are %2").arg(action, actions.join(QLatin1String(", ")));
    if (action == QLatin1String("import") && raw.file.empty())
        return QStringLiteral("name the file to import");
    if (action == QLatin1String("diff") && raw.other.empty())
        return QStringLiteral("name the two files to compare");
    if (action == QLatin1String("reset") && raw.file.empty() != raw.all)
        return QStringLiteral("name one price to reset, or give --all");
    if (action != QLatin1String("diff") && !raw.other.empty())
        return QStringLiteral("one file too many: \"%1\"").arg(QString::fromStdString(raw.other));
    return bundleFault(action, raw);
}

QString classFault(const RawOptions& raw, Request& request)
{
    const QString out = QString::fromStdString(raw.out);
    if (raw.action == "handout")
        return takeHandoutWords(raw.classes, QString::fromStdString(raw.course), out, request.course);
    return takeClassWords(raw.classes, QString::fromStdString(raw.action), !raw.course.empty(), out, request.classes);
}

void takePrices(const RawOptions& raw, Request& request)
{
    const bool wizard = request.command == QLatin1String("wizard");
    request.action = QString::fromStdString(raw.action);
    request.other = QString::fromStdString(raw.other);
    request.provider = QString::fromStdString(raw.provider);
    request.asOf = QString::fromStdString(raw.asOf);
    request.key = QString::fromStdString(raw.key);
    request.newKey = QString::fromStdString(raw.newKey);
    request.number = raw.number;
    request.shipped = raw.shipped;
    request.prices = QString::fromStdString(raw.prices);
    request.ownPrices = !raw.noOwnPrices && (wizard || raw.ownPrices || !raw.prices.empty());
    request.oldPrices = raw.oldPrices;
    request.dryRun = raw.dryRun;
    request.allRegions = raw.allRegions;
    request.onlyTemplate = raw.onlyTemplate;
    request.all = raw.all;
}

ParsedLine checkedRequest(const CommandInfo& command, const RawOptions& raw, bool json)
{
    if (raw.markdown && json)
        return UsageError{QStringLiteral("--markdown does not go with --json"), commandHelp(command)};
    if (QLatin1String(command.name) == QLatin1String("estimate") && !raw.machineProfile.empty() && raw.machine != "this")
        return UsageError{QStringLiteral("--machine-profile goes with --machine this"), commandHelp(command)};
    Request request;
    request.command = QLatin1String(command.name);
    if (const QString fault = request.command == QLatin1String("catalogue") ? catalogueFault(raw) : QString(); !fault.isEmpty())
        return UsageError{fault, commandHelp(command)};
    if (const QString fault = request.command == QLatin1String("class") ? classFault(raw, request) : QString(); !fault.isEmpty())
        return UsageError{fault, commandHelp(command)};
    takePrices(raw, request);
    request.file = QString::fromStdString(raw.file);
    request.answers = QString::fromStdString(raw.answers);
    request.catalogue = QString::fromStdString(raw.catalogue);
    request.out = QString::fromStdString(raw.out);
    if (request.course.isEmpty()) // the handout's is no option
        request.course = QString::fromStdString(raw.course);
    request.noName = raw.noName;
    request.noAnswers = raw.noAnswers;
    request.job = QString::fromStdString(raw.job);
    request.machine = QString::fromStdString(raw.machine);
    request.language = QString::fromStdString(raw.language);
    request.machineProfile = QString::fromStdString(raw.machineProfile);
    request.quick = raw.quick;
    request.json = json;
    request.markdown = raw.markdown;
    const auto paper = paperNamed(raw.paper);
    if (!paper)
        return UsageError{
            QStringLiteral("--paper is A4 or Letter, not \"%1\"").arg(QString::fromStdString(raw.paper)), commandHelp(command)};
    request.paper = *paper;
    return request;
}

} // namespace

QString versionText() { return QStringLiteral("rightrig " RIGHTRIG_VERSION); }

bool opensWindow(const QStringList& arguments)
{
    const CommandInfo* command = commandOf(arguments);
    return command == &commands.front();
}

bool drawsPages(const QStringList& arguments)
{
    const CommandInfo* command = commandOf(arguments);
    const QLatin1String name(command ? command->name : "");
    return name == QLatin1String("report") || name == QLatin1String("class");
}

ParsedLine parseCommandLine(const QStringList& arguments)
{
    if (!arguments.isEmpty() && arguments.first() == QLatin1String("--version"))
        return JustPrint{versionText() + QLatin1Char('\n')};
    const CommandInfo* command = commandOf(arguments);
    if (!command)
        return UsageError{QStringLiteral("unknown command \"%1\"").arg(arguments.first()), generalHelp()};
    const bool named = !arguments.isEmpty() && findCommand(arguments.first());
    if (asksForHelp(arguments))
        return JustPrint{named ? commandHelp(*command) : generalHelp()};
    std::vector<std::string> words;
    for (qsizetype i = named ? 1 : 0; i < arguments.size(); ++i)
        words.push_back(arguments.at(i).toStdString());
    try {
        RawOptions raw;
        const bool json = readOptions(*command, words, raw);
        return checkedRequest(*command, raw, json);
    } catch (const po::error& problem) {
        return UsageError{QString::fromLocal8Bit(problem.what()), named ? commandHelp(*command) : generalHelp()};
    }
}

} // namespace rightrig
