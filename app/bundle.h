// A signed catalogue: what `catalogue sign` makes and `catalogue update` takes. Ed25519 through libsodium; no file, no network.
#pragma once

#include "ui/services.h"

#include <QByteArray>

#include <cstdint>

namespace rightrig {

constexpr qint64 mostBundleBytes = (qint64{32} << 20) + 4096; ///< the largest catalogue and its head
constexpr std::int64_t mostBundleNumber = 999999999999;       ///< twelve digits: 20261125 and 202611251830 both fit

struct Bundle
{
    std::int64_t number = 0; ///< rises with every bundle of a key; a smaller one is never installed
    QByteArray catalogue;
};

struct KeyPair
{
    QByteArray publicKey, secretKey; ///< raw: 32 and 64 bytes
};

[[nodiscard]] KeyPair newKeyPair();
/// One line of text for a file; `secret` says which of the two.
[[nodiscard]] QByteArray keyText(const QByteArray& key, bool secret);
/// The raw key in such a text; the sentence says what is wrong with it.
[[nodiscard]] Outcome<QByteArray> keyOf(const QByteArray& text, bool secret);
/// The key that this build trusts (CMake option RIGHTRIG_UPDATE_KEY); empty if it knows none.
[[nodiscard]] QByteArray builtInKey();

/// Head, signature and catalogue in one. `number` is between 1 and mostBundleNumber.
[[nodiscard]] QByteArray sealBundle(const Bundle& bundle, const QByteArray& secretKey);
/// Only what `publicKey` signed is returned: nothing of the rest is believed, not even its number.
[[nodiscard]] Outcome<Bundle> openBundle(const QByteArray& bytes, const QByteArray& publicKey);

} // namespace rightrig
