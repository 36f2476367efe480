#include "db/tools/cataloguebuilder.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fputs("usage: rightrig-build-catalogue SCHEMA_FOLDER ROWS_FOLDER OUT.db\n", stderr);
        return 2;
    }
    try {
        rightrig::buildCatalogue({argv[1], argv[2]}, argv[3]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
