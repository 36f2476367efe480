// Catalogues: any bytes are opened and read, or refused. Seed: build/fuzz/share/rightrig/catalogue.db.
#include "db/cataloguereader.h"
#include "db/guardeddatabase.h"

#include <cstddef>
#include <cstdint>

using namespace rightrig;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        const GuardedDatabase database(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
        static_cast<void>(CatalogueReader(database.handle()).read());
    } catch (const CatalogueFault&) { // refused, with its reason
    }
    return 0;
}
