// What `rightrig class` was asked for beyond the options that other commands have too.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace boost::program_options {
class options_description;
}

namespace rightrig {

/// As Boost leaves them.
struct ClassWordsGiven
{
    std::string roster, map, shard, rush;
    std::vector<std::string> paths;
    int jobs = 0;
    bool force = false, anonymous = false, worker = false, tell = false;
};

struct ClassRequest
{
    QString roster, map;        ///< reports: the table of students, and the file that says what its columns are
    QStringList paths;          ///< overview: files and folders
    int jobs = 0;               ///< reports: processes at once; 0: as many as the computer has cores
    int shard = 1, shards = 1;  ///< reports: the student of row i belongs to shard i modulo `shards`, counted from 1
    std::optional<double> rush; ///< of the work in the last days before a deadline, 0 to 1; empty: as the catalogue says
    bool force = false;         ///< reports: write again what is there already
    bool anonymous = false;     ///< overview: without names and IDs
    bool worker = false;        ///< reports: one process of several, which tells the first what it does
    bool tell = false;          ///< reports: says on standard output what it does, a line for each (reportsrun.h)
};

void addClassOptions(boost::program_options::options_description& options, ClassWordsGiven& given);
/// What is wrong with the words after `class`; empty if nothing is, and then `request` is filled. `action` is the first of them.
[[nodiscard]] QString takeClassWords(
    const ClassWordsGiven& given, const QString& action, bool hasCourse, const QString& out, ClassRequest& request);

} // namespace rightrig
