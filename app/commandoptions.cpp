#include "app/commandoptions.h"

namespace po = boost::program_options;

namespace rightrig {

namespace {

auto text(std::string& target) { return po::value<std::string>(&target)->value_name("FILE"); }

void addCatalogueFile(po::options_description& options, RawOptions& raw)
{
    options.add_options()("catalogue", text(raw.catalogue)->value_name("DB"), "use this catalogue instead of the shipped one");
    options.add_options()("help,h", "print this help");
}

void addCatalogue(po::options_description& options, RawOptions& raw)
{
    auto add = options.add_options();
    add("prices", text(raw.prices), "lay the prices of this file over the catalogue");
    add("own-prices", po::bool_switch(&raw.ownPrices), "lay your own imported prices over the catalogue");
    add("old-prices", po::bool_switch(&raw.oldPrices), "also count prices of 24 months and more");
    addCatalogueFile(options, raw);
}

void addJson(po::options_description& options) { options.add_options()("json", "print one JSON document"); }

void addAnswers(po::options_description& options, RawOptions& raw)
{
    options.add_options()(
        "answers", text(raw.answers)->required(), "the student's saved answers, or a RightRig PDF; - reads standard input");
}

void addCourse(po::options_description& options, RawOptions& raw)
{
    options.add_options()("course", text(raw.course), "the course the student takes: its answers, rules and assignments");
}

void addProfileOption(po::options_description& options, RawOptions& raw)
{
    options.add_options()("machine-profile", text(raw.machineProfile), "what \"rightrig measure --out FILE\" wrote");
}

} // namespace

void wizardOptions(po::options_description& options, RawOptions& raw)
{
    auto add = options.add_options();
    add("prices", text(raw.prices), "lay the prices of this file over the catalogue, instead of your own imported ones");
    add("no-own-prices", po::bool_switch(&raw.noOwnPrices), "leave out your own imported prices");
    add("old-prices", po::bool_switch(&raw.oldPrices), "also count prices of 24 months and more");
    addCatalogueFile(options, raw);
}

void recommendOptions(po::options_description& options, RawOptions& raw)
{
    addAnswers(options, raw);
    addCourse(options, raw);
    addProfileOption(options, raw);
    addJson(options);
    addCatalogue(options, raw);
}

void reportOptions(po::options_description& options, RawOptions& raw)
{
    addAnswers(options, raw);
    addCourse(options, raw);
    auto add = options.add_options();
    add("out", text(raw.out)->required()->value_name("FILE.pdf"), "the PDF to write");
    add("no-name", po::bool_switch(&raw.noName), "leave the student's name and ID out");
    add("no-answers", po::bool_switch(&raw.noAnswers), "do not attach the answers");
    add("paper", text(raw.paper)->value_name("A4|Letter"), "paper size, A4 if not given");
    add("language", text(raw.language)->value_name("CODE"), "language of the report, en if not given");
    addCatalogue(options, raw);
}

void estimateOptions(po::options_description& options, RawOptions& raw)
{
    auto add = options.add_options();
    add("job", text(raw.job)->required()->value_name("FILE|PRESET"), "a job file, or the id of a preset");
    add("machine", text(raw.machine)->required()->value_name("ID|NAME|this"), "a machine of the catalogue, or this computer");
    addProfileOption(options, raw);
    addJson(options);
    addCatalogue(options, raw);
}

void validateOptions(po::options_description& options, RawOptions& raw)
{
    addProfileOption(options, raw);
    addJson(options);
    options.add_options()("markdown", po::bool_switch(&raw.markdown), "print the tables as README.md has them");
    addCatalogue(options, raw);
}

void measureOptions(po::options_description& options, RawOptions& raw)
{
    options.add_options()("quick", po::bool_switch(&raw.quick), "6 seconds instead of 20, with wider spread");
    options.add_options()("out", text(raw.out), "write the profile to this file");
    addJson(options);
    addCatalogue(options, raw);
}

void listOptions(po::options_description& options, RawOptions& raw)
{
    addJson(options);
    addCatalogue(options, raw);
}

void catalogueOptions(po::options_description& options, RawOptions& raw)
{
    auto add = options.add_options();
    add("provider", text(raw.provider)->value_name("NAME"), "import: whose prices a SkyPilot file lists");
    add("as-of", text(raw.asOf)->value_name("DATE"), "import: the day of the prices, for a file that states none");
    add("dry-run", po::bool_switch(&raw.dryRun), "import, update: say what would change and write nothing");
    add("all-regions", po::bool_switch(&raw.allRegions), "import: keep every region, not one for each machine");
    add("prices", text(raw.prices), "your own prices are in this file, not in your data folder");
    add("template", po::bool_switch(&raw.onlyTemplate), "export: the columns and two sample rows only");
    add("out", text(raw.out), "export: write this file instead of standard output; sign: the bundle to write");
    add("key", text(raw.key), "update: the publisher's public key; sign: your secret key");
    add("new-key", text(raw.newKey), "sign: make a secret key in this file, and FILE.pub beside it");
    add("number", po::value<std::int64_t>(&raw.number)->value_name("N"),
        "sign: higher than that of every earlier bundle; today if not given");
    add("shipped", po::bool_switch(&raw.shipped), "update: back to the catalogue that came with the program");
    add("markdown", po::bool_switch(&raw.markdown), "check: print the tables for README.md");
    add("all", po::bool_switch(&raw.all), "reset: forget every price of your own");
    addJson(options);
    addCatalogueFile(options, raw);
}

void classOptions(po::options_description& options, RawOptions& raw)
{
    auto add = options.add_options();
    add("course", text(raw.course), "the course profile");
    add("out", text(raw.out)->value_name("PATH"), "reports: the folder; overview: a file ending in .csv or .pdf; handout: the PDF");
    add("paper", text(raw.paper)->value_name("A4|Letter"), "paper size, A4 if not given");
    addClassOptions(options, raw.classes);
    addJson(options);
    addCatalogue(options, raw);
}

} // namespace rightrig
