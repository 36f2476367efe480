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

int failedCode(const QString& problem)
{
    printError(problem);
    return 1;
}

int printedCode(const QByteArray& bytes)
{
    return printOut(bytes) ? 0 : failedCode(QStringLiteral("standard output could not be written completely"));
}

} // namespace rightrig
