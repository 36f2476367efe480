# cmake -DCATALOGUE=FILE -DOUT=HEADER -P shippedhash.cmake: the SHA-256 of the catalogue that was just built, for its opener.
file(SHA256 "${CATALOGUE}" hash)
file(WRITE "${OUT}" "#pragma once\n\nnamespace rightrig {\n\nconstexpr char shippedCatalogueSha256[] = \"${hash}\";\n\n} // namespace rightrig\n")
