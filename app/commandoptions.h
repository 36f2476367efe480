// The options of each command, and where their values go.
#pragma once

#include "app/commandline.h"

#include <boost/program_options.hpp>

#include <cstdint>
#include <string>

namespace rightrig {

/// Where Boost puts the values of one parse.
struct RawOptions
{
    std::string file, answers, catalogue, out, job, machine, machineProfile, course;
    std::string action, other, provider, asOf, prices, key, newKey;
    std::int64_t number = 0;
    std::string paper = "A4", language = "en";
    bool markdown = false, quick = false, dryRun = false, allRegions = false, onlyTemplate = false, all = false;
    bool noName = false, noAnswers = false;
    bool ownPrices = false, noOwnPrices = false, oldPrices = false, shipped = false;
    ClassWordsGiven classes;
};

// One function for each command that has options.
void wizardOptions(boost::program_options::options_description& options, RawOptions& raw);
void recommendOptions(boost::program_options::options_description& options, RawOptions& raw);
void reportOptions(boost::program_options::options_description& options, RawOptions& raw);
void estimateOptions(boost::program_options::options_description& options, RawOptions& raw);
void validateOptions(boost::program_options::options_description& options, RawOptions& raw);
void measureOptions(boost::program_options::options_description& options, RawOptions& raw);
void listOptions(boost::program_options::options_description& options, RawOptions& raw);
void catalogueOptions(boost::program_options::options_description& options, RawOptions& raw);
void classOptions(boost::program_options::options_description& options, RawOptions& raw);

} // namespace rightrig
