// `rightrig.renewed/1`: which catalogue `catalogue update` put into the data folder, and the highest bundle number of each key. Strict.
#pragma once

#include "db/documents/answersfile.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rightrig {

struct SeenBundle
{
    std::string key; ///< public key as Base64
    std::int64_t number = 0;
};

struct Renewed
{
    std::string file;   ///< "catalogue-20261125.db" in the same folder; empty: the shipped catalogue is wanted
    std::string sha256; ///< of that file, 64 small hexadecimal digits
    std::vector<SeenBundle> seen;
};

/// The name of the file for a bundle's number: the only names that a state file may hold.
[[nodiscard]] std::string renewedFileName(std::int64_t number);
[[nodiscard]] std::variant<Renewed, DocumentError> readRenewed(const QByteArray& json);
/// Reading what this wrote gives the same. Two blanks, final newline.
[[nodiscard]] QByteArray writeRenewed(const Renewed& renewed);

} // namespace rightrig
