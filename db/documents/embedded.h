// A document inside another one.
#pragma once

#include "db/documents/answersfile.h"
#include "db/documents/strictjson.h"

namespace rightrig {

/// Reads a document within this one, with the same rules as its own file. Throws DocumentFault with the whole path.
template <class T, class Read> T embedded(const Json& value, const std::string& path, Read read)
{
    if (!value.is_object())
        throw DocumentFault(path, "expected an object");
    const auto result = read(QByteArray::fromStdString(value.dump()));
    if (const auto* error = std::get_if<DocumentError>(&result))
        throw DocumentFault(path + "." + error->text.toStdString());
    return std::get<T>(result);
}

} // namespace rightrig
