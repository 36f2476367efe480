// Plain words for each technical term the program shows, in the student's language.
#pragma once

#include <QList>
#include <QString>

namespace rightrig {

struct GlossaryEntry
{
    QString term, text;
};
/// All entries, sorted by term. Made once, in the language that is set at the first call.
[[nodiscard]] const QList<GlossaryEntry>& glossary();
/// Entries whose term occurs in `text` as a whole word.
[[nodiscard]] QList<GlossaryEntry> glossaryFor(const QString& text);

} // namespace rightrig
