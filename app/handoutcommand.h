// `rightrig class handout`: one page for a course's students.
#pragma once

#include "app/commandline.h"
#include "app/composition.h"

namespace rightrig {

/// What is wrong with the words after `class handout`; empty if nothing is, and then `course` is the file to read. `given` is --course.
[[nodiscard]] QString takeHandoutWords(const ClassWordsGiven& words, const QString& given, const QString& out, QString& course);

/// Writes --out. Returns the exit code; more than one page, and a language that the program lacks, are said on standard error.
[[nodiscard]] int runHandout(const Request& request, const Catalog& catalog);

} // namespace rightrig
