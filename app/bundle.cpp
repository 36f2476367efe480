// The file: "rightrig.bundle/1\nnumber N\nsize BYTES\nsignature BASE64\n", then the catalogue. Signed are the first three lines and the
// catalogue, so that no number and no catalogue can be put beside another's signature.
#include "app/bundle.h"

#include <QCoreApplication>

#include <sodium.h>

#include <optional>
#include <stdexcept>
#include <string_view>

namespace rightrig {
namespace {

constexpr char bundleMark[] = "rightrig.bundle/1\n";
constexpr char publicMark[] = "rightrig-public-key ";
constexpr char secretMark[] = "rightrig-secret-key ";
constexpr qsizetype mostHeadLine = 200;

struct BundleWords
{
    Q_DECLARE_TR_FUNCTIONS(Bundle)
};

/// Before any other call into the library; later calls return at once.
void startSodium()
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot be started");
}

const unsigned char* octets(const QByteArray& bytes) { return reinterpret_cast<const unsigned char*>(bytes.constData()); }
unsigned char* octets(QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

QByteArray headOf(std::int64_t number, qsizetype size)
{
    return bundleMark + QByteArray("number ") + QByteArray::number(qlonglong(number)) + "\nsize " + QByteArray::number(qlonglong(size))
        + '\n';
}

/// The rest of the line at `at` after `name` and a blank; `at` moves behind it. Empty if another line stands there.
std::optional<QByteArray> headLine(const QByteArray& bytes, qsizetype& at, const QByteArray& name)
{
    const qsizetype end = bytes.indexOf('\n', at);
    if (end < 0 || end - at > mostHeadLine || !QByteArrayView(bytes).sliced(at, end - at).startsWith(name + ' '))
        return std::nullopt;
    QByteArray value = bytes.mid(at + name.size() + 1, end - at - name.size() - 1);
    at = end + 1;
    return value;
}

/// Digits only, no sign, no zero before them: one number has one text, and the text is what was signed.
std::optional<std::int64_t> wholeOf(const QByteArray& text, std::int64_t most)
{
    bool ok = false;
    const qlonglong value = text.toLongLong(&ok);
    if (!ok || value < 1 || value > most || QByteArray::number(value) != text)
        return std::nullopt;
    return value;
}

std::optional<QByteArray> base64Of(const QByteArray& text, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != size)
        return std::nullopt;
    return *decoded;
}

QString notABundle() { return BundleWords::tr("This is not a bundle that \"rightrig catalogue sign\" made, or it is not whole."); }

} // namespace

KeyPair newKeyPair()
{
    startSodium();
    KeyPair pair{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_keypair(octets(pair.publicKey), octets(pair.secretKey));
    return pair;
}

QByteArray keyText(const QByteArray& key, bool secret) { return (secret ? secretMark : publicMark) + key.toBase64() + '\n'; }

Outcome<QByteArray> keyOf(const QByteArray& text, bool secret)
{
    const QByteArray mark = secret ? secretMark : publicMark, line = text.trimmed();
    const qsizetype size = secret ? crypto_sign_SECRETKEYBYTES : crypto_sign_PUBLICKEYBYTES;
    const auto key = line.startsWith(mark) ? base64Of(line.mid(mark.size()), size) : std::nullopt;
    if (key)
        return {*key};
    return {secret ? BundleWords::tr("This is not a secret key that \"rightrig catalogue sign --new-key\" made.")
                   : BundleWords::tr("This is not a public key. Its one line begins with \"rightrig-public-key\".")};
}

QByteArray builtInKey()
{
#ifdef RIGHTRIG_UPDATE_KEY
    return base64Of(RIGHTRIG_UPDATE_KEY, crypto_sign_PUBLICKEYBYTES).value_or(QByteArray());
#else
    return {};
#endif
}

QByteArray sealBundle(const Bundle& bundle, const QByteArray& secretKey)
{
    startSodium();
    if (bundle.number < 1 || bundle.number > mostBundleNumber || secretKey.size() != qsizetype{crypto_sign_SECRETKEYBYTES})
        throw std::invalid_argument("a bundle needs a number above 0 and a secret key");
    const QByteArray head = headOf(bundle.number, bundle.catalogue.size()), signedBytes = head + bundle.catalogue;
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(
        octets(signature), nullptr, octets(signedBytes), static_cast<unsigned long long>(signedBytes.size()), octets(secretKey));
    return head + "signature " + signature.toBase64() + '\n' + bundle.catalogue;
}

Outcome<Bundle> openBundle(const QByteArray& bytes, const QByteArray& publicKey)
{
    startSodium();
    qsizetype at = qsizetype(sizeof bundleMark) - 1;
    if (!bytes.startsWith(bundleMark) || bytes.size() > mostBundleBytes)
        return {notABundle()};
    const auto numberText = headLine(bytes, at, "number");
    const auto sizeText = numberText ? headLine(bytes, at, "size") : std::nullopt;
    const auto signatureText = sizeText ? headLine(bytes, at, "signature") : std::nullopt;
    if (!signatureText)
        return {notABundle()};
    const auto number = wholeOf(*numberText, mostBundleNumber), size = wholeOf(*sizeText, mostBundleBytes);
    const auto signature = base64Of(*signatureText, crypto_sign_BYTES);
    Bundle bundle{number.value_or(0), bytes.mid(at)};
    if (!number || !size || !signature || *size != bundle.catalogue.size())
        return {notABundle()};
    const QByteArray signedBytes = headOf(*number, bundle.catalogue.size()) + bundle.catalogue;
    const bool good = publicKey.size() == qsizetype{crypto_sign_PUBLICKEYBYTES}
        && crypto_sign_verify_detached(
               octets(*signature), octets(signedBytes), static_cast<unsigned long long>(signedBytes.size()), octets(publicKey))
            == 0;
    if (!good)
        return {BundleWords::tr("The signature does not fit: another key signed this bundle, or somebody changed it.")};
    return {std::move(bundle)};
}

} // namespace rightrig
