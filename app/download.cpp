#include "app/download.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QUrl>

#include <array>
#include <memory>

#if __has_include(<curl/curl.h>)
#define CURL_DISABLE_TYPECHECK   // the functions are called through pointers
#define CURL_DISABLE_DEPRECATION // the newer options are not in every library that may be found
#include <curl/curl.h>
#endif

namespace rightrig {
namespace {

struct DownloadWords
{
    Q_DECLARE_TR_FUNCTIONS(Download)
};

bool isThisComputer(const QUrl& url)
{
    return url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("localhost") || url.host() == QLatin1String("::1");
}

#if __has_include(<curl/curl.h>)

/// The few functions needed, found at run time: linking the library would slow down every start of the program.
struct Curl
{
    decltype(&curl_easy_init) init = nullptr;
    CURLcode (*set)(CURL*, CURLoption, ...) = nullptr;
    decltype(&curl_easy_perform) perform = nullptr;
    decltype(&curl_easy_cleanup) cleanUp = nullptr;
    decltype(&curl_easy_strerror) errorText = nullptr;

    [[nodiscard]] bool load()
    {
        for (const int version : {4, -1}) {
            QLibrary file(QStringLiteral("curl"), version);
            init = reinterpret_cast<decltype(init)>(file.resolve("curl_easy_init"));
            set = reinterpret_cast<decltype(set)>(file.resolve("curl_easy_setopt"));
            perform = reinterpret_cast<decltype(perform)>(file.resolve("curl_easy_perform"));
            cleanUp = reinterpret_cast<decltype(cleanUp)>(file.resolve("curl_easy_cleanup"));
            errorText = reinterpret_cast<decltype(errorText)>(file.resolve("curl_easy_strerror"));
            if (init && set && perform && cleanUp && errorText)
                return true;
        }
        return false;
    }
};

struct Received
{
    QByteArray bytes;
    qint64 most = 0;
};

/// Called by the library; less than it was given ends the transfer.
std::size_t takeBytes(char* data, std::size_t size, std::size_t count, void* target)
{
    auto& received = *static_cast<Received*>(target);
    const std::size_t given = size * count;
    if (received.bytes.size() + static_cast<qint64>(given) > received.most)
        return 0;
    received.bytes.append(data, static_cast<qsizetype>(given));
    return given;
}

void prepare(const Curl& curl, CURL* handle, const QByteArray& address, Received& received, bool plainAllowed)
{
    constexpr long secondsToConnect = 20, secondsInAll = 600, slowBytes = 512, slowSeconds = 30, mostRedirects = 5;
    const long schemes = plainAllowed ? long{CURLPROTO_HTTP} : long{CURLPROTO_HTTPS};
    curl.set(handle, CURLOPT_URL, address.constData());
    curl.set(handle, CURLOPT_PROTOCOLS, schemes);
    curl.set(handle, CURLOPT_REDIR_PROTOCOLS, long{CURLPROTO_HTTPS});
    curl.set(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl.set(handle, CURLOPT_MAXREDIRS, mostRedirects);
    curl.set(handle, CURLOPT_FAILONERROR, 1L);
    curl.set(handle, CURLOPT_NOSIGNAL, 1L);
    curl.set(handle, CURLOPT_CONNECTTIMEOUT, secondsToConnect);
    curl.set(handle, CURLOPT_TIMEOUT, secondsInAll);
    curl.set(handle, CURLOPT_LOW_SPEED_LIMIT, slowBytes);
    curl.set(handle, CURLOPT_LOW_SPEED_TIME, slowSeconds);
    curl.set(handle, CURLOPT_USERAGENT, "rightrig");
    curl.set(handle, CURLOPT_WRITEFUNCTION, &takeBytes);
    curl.set(handle, CURLOPT_WRITEDATA, &received);
}

#endif

} // namespace

bool isWebAddress(const QString& place)
{
    const QUrl url(place, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isThisComputer(url)));
}

Outcome<QByteArray> download(const QString& address, qint64 most)
{
#if __has_include(<curl/curl.h>)
    Curl curl;
    if (curl.load()) {
        const std::unique_ptr<CURL, decltype(curl.cleanUp)> handle(curl.init(), curl.cleanUp);
        if (!handle)
            return {DownloadWords::tr("%1: the download cannot be started.").arg(address)};
        Received received{{}, most};
        const QUrl url(address, QUrl::StrictMode);
        prepare(curl, handle.get(), url.toEncoded(), received, isThisComputer(url) && url.scheme() == QLatin1String("http"));
        const CURLcode code = curl.perform(handle.get());
        if (code == CURLE_WRITE_ERROR)
            return {DownloadWords::tr("%1: the file is larger than %2 MiB. Check the address.").arg(address).arg(most >> 20)};
        if (code != CURLE_OK)
            return {
                DownloadWords::tr("%1: %2. Check the address and your connection.").arg(address, QString::fromUtf8(curl.errorText(code)))};
        return {std::move(received.bytes)};
    }
#else
    static_cast<void>(most);
#endif
    return {DownloadWords::tr("%1: libcurl is not installed. Download the file with your browser and give its name.").arg(address)};
}

} // namespace rightrig
