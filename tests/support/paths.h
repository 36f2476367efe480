// Where this build's files are. In one library, so that the tests themselves compile the same in every folder and a compiler cache serves
// them.
#pragma once

#include <QString>

namespace rightrig {

/// A file or folder of the checkout, by its path from the top; the top itself if empty.
[[nodiscard]] QString sourcePath(const QString& relative = {});
/// The catalogue that was built with the tests.
[[nodiscard]] QString testCatalogue();
/// The program that was built with the tests.
[[nodiscard]] QString testProgram();

} // namespace rightrig
