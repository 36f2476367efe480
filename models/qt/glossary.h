// Plain words for each technical term the program shows (resources/glossary.csv: term, explanation).
#pragma once

#include <QList>
#include <QString>

namespace rightrig {

struct GlossaryEntry
{
    QString term, text;
};
[[nodiscard]] const QList<GlossaryEntry>& glossary();
/// Entries whose term occurs in `text` as a whole word.
[[nodiscard]] QList<GlossaryEntry> glossaryFor(const QString& text);

} // namespace rightrig
