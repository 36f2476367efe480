#include "app/console.h"

#include <cstdio>

namespace rightrig {
namespace {

bool writeTo(std::FILE* stream, const QByteArray& bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

bool printOut(const QByteArray& bytes) { return writeTo(stdout, bytes); }

bool printOut(const QString& text) { return printOut(text.toUtf8()); }

void printError(const QString& text)
{
    // nothing sensible is left to do if even this cannot be written
    static_cast<void>(writeTo(stderr, "rightrig: " + text.trimmed().toUtf8() + '\n'));
}

int printedCode(const QByteArray& bytes)
{
    if (printOut(bytes))
        return 0;
    printError(QStringLiteral("standard output could not be written completely"));
    return 1;
}

} // namespace rightrig
