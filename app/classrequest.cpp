#include "app/classrequest.h"

#include <boost/program_options.hpp>

#include <QRegularExpression>

namespace po = boost::program_options;

namespace rightrig {
namespace {

constexpr int mostJobs = 256;

/// "3/10" -> 3 and 10.
QString takeShard(const std::string& text, ClassRequest& request)
{
    if (text.empty())
        return {};
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9})/([0-9]{1,9})$"));
    const auto match = form.match(QString::fromStdString(text));
    request.shard = match.captured(1).toInt();
    request.shards = match.captured(2).toInt();
    const bool good = match.hasMatch() && request.shard >= 1 && request.shard <= request.shards;
    return good ? QString()
                : QStringLiteral("--shard is a number and how many there are, such as 2/10, not \"%1\"").arg(QString::fromStdString(text));
}

/// "60" -> 0.6.
QString takeRush(const std::string& text, ClassRequest& request)
{
    if (text.empty())
        return {};
    bool number = false;
    const double percent = QString::fromStdString(text).toDouble(&number);
    if (!number || !(percent >= 0.0 && percent <= 100.0))
        return QStringLiteral("--rush is a number of percent from 0 to 100, not \"%1\"").arg(QString::fromStdString(text));
    request.rush = percent / 100.0;
    return {};
}

QString reportsFault(const ClassWordsGiven& given, bool hasCourse, const QString& out)
{
    if (!hasCourse)
        return QStringLiteral("name the course with --course");
    if (given.roster.empty())
        return QStringLiteral("name the table of students with --roster");
    if (out.isEmpty())
        return QStringLiteral("name the folder for the reports with --out");
    if (!given.paths.empty())
        return QStringLiteral("one word too many: \"%1\"").arg(QString::fromStdString(given.paths.front()));
    return given.jobs < 0 || given.jobs > mostJobs ? QStringLiteral("--jobs is from 1 to %1").arg(mostJobs) : QString();
}

QString overviewFault(const ClassWordsGiven& given, const QString& out)
{
    if (given.paths.empty())
        return QStringLiteral("name the files or folders to read");
    const bool known = out.isEmpty() || out.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
        || out.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    return known ? QString() : QStringLiteral("--out is a file that ends in .csv or .pdf");
}

} // namespace

void addClassOptions(po::options_description& options, ClassWordsGiven& given)
{
    auto add = options.add_options();
    add("roster", po::value(&given.roster)->value_name("CSV"), "reports: the table of students, as a learning system or a form exports it");
    add("map", po::value(&given.map)->value_name("FILE"), "reports: what the columns of the table are, if their headings do not say");
    add("jobs", po::value(&given.jobs)->value_name("N"), "reports: this many processes at once; as many as cores if not given");
    add("shard", po::value(&given.shard)->value_name("i/n"), "reports: only part i of n, for job arrays");
    add("rush", po::value(&given.rush)->value_name("PERCENT"),
        "how much of the work is done in the last days before a deadline; as the catalogue says (60) if not given");
    add("force", po::bool_switch(&given.force), "reports: write again what is there already");
    add("anonymous", po::bool_switch(&given.anonymous), "overview: without names and IDs");
    add("worker", po::bool_switch(&given.worker), "reports: for the program's own use with --jobs");
    add("tell", po::bool_switch(&given.tell), "reports: for the program's own window");
}

QString takeClassWords(const ClassWordsGiven& given, const QString& action, bool hasCourse, const QString& out, ClassRequest& request)
{
    const bool reports = action == QLatin1String("reports");
    if (!reports && action != QLatin1String("overview"))
        return action.isEmpty() ? QStringLiteral("say what to do: reports, overview or handout")
                                : QStringLiteral("unknown action \"%1\"; there are reports, overview and handout").arg(action);
    if (QString fault = reports ? reportsFault(given, hasCourse, out) : overviewFault(given, out); !fault.isEmpty())
        return fault;
    request.roster = QString::fromStdString(given.roster);
    request.map = QString::fromStdString(given.map);
    for (const std::string& path : given.paths)
        request.paths.append(QString::fromStdString(path));
    request.jobs = given.jobs;
    if (QString fault = takeRush(given.rush, request); !fault.isEmpty())
        return fault;
    request.force = given.force;
    request.anonymous = given.anonymous;
    request.worker = given.worker;
    request.tell = given.tell;
    return takeShard(given.shard, request);
}

} // namespace rightrig
