// The first rows of a roster and what its columns seem to be, for somebody who is asked which is which.
#pragma once

#include "db/documents/rostercolumns.h"

#include <map>

namespace rightrig {

struct RosterPreview
{
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows; ///< the first few, as wide as the headings
    std::map<std::string, std::string> columns; ///< member of a mapping -> heading, as far as it was recognised
};

/// Looks at no more than the first rows. Fails where there is no heading that could be read.
[[nodiscard]] std::variant<RosterPreview, DocumentError> previewRoster(const QByteArray& bytes);

} // namespace rightrig
