#include "models/qt/measure/numberlibraries.h"

#include "models/qt/measure/kernels.h"

#include <QLibrary>
#include <QPair>

#include <array>

namespace rightrig {

namespace {

constexpr int cblasRowMajor = 101, cblasNoTranspose = 111;                           // cblas.h
constexpr int pixelRgb = 0, sampling420 = 2, pictureQuality = 85, bytesPerPixel = 3; // turbojpeg.h

/// The libraries stay loaded: their threads may outlive a test.
template <class Function> Function resolved(QLibrary& library, const char* name)
{
    return reinterpret_cast<Function>(library.resolve(name));
}

} // namespace

std::shared_ptr<Blas> Blas::load()
{
    const std::array<QPair<QString, int>, 3> places{{{QStringLiteral("openblas"), 0}, {QStringLiteral("openblas"), -1},
        {QStringLiteral("/System/Library/Frameworks/Accelerate.framework/Accelerate"), -1}}};
    for (const auto& [name, version] : places) {
        QLibrary library(name, version);
        auto blas = std::make_shared<Blas>();
        blas->m_sgemm = resolved<Sgemm>(library, "cblas_sgemm");
        blas->m_setThreads = resolved<SetThreads>(library, "openblas_set_num_threads");
        if (blas->m_sgemm != nullptr)
            return blas;
    }
    return nullptr;
}

void Blas::multiply(int m, int n, int k, const float* a, const float* b, float* c) const
{
    m_sgemm(cblasRowMajor, cblasNoTranspose, cblasNoTranspose, m, n, k, 1.0F, a, k, b, n, 0.0F, c, n);
}

void Blas::setThreads(int count) const
{
    if (m_setThreads != nullptr)
        m_setThreads(count);
}

struct JpegDecoder::Library
{
    void* (*initCompress)() = nullptr;
    void* (*initDecompress)() = nullptr;
    int (*compress)(void*, const unsigned char*, int, int, int, int, unsigned char**, unsigned long*, int, int, int) = nullptr;
    int (*decompress)(void*, const unsigned char*, unsigned long, unsigned char*, int, int, int, int, int) = nullptr;
    int (*destroy)(void*) = nullptr;
    void (*release)(unsigned char*) = nullptr;

    [[nodiscard]] bool load(const QString& name, int version)
    {
        QLibrary file(name, version);
        initCompress = resolved<decltype(initCompress)>(file, "tjInitCompress");
        initDecompress = resolved<decltype(initDecompress)>(file, "tjInitDecompress");
        compress = resolved<decltype(compress)>(file, "tjCompress2");
        decompress = resolved<decltype(decompress)>(file, "tjDecompress2");
        destroy = resolved<decltype(destroy)>(file, "tjDestroy");
        release = resolved<decltype(release)>(file, "tjFree");
        return initCompress && initDecompress && compress && decompress && destroy && release;
    }
};

std::shared_ptr<JpegDecoder> JpegDecoder::load(int width, int height)
{
    auto library = std::make_unique<Library>();
    if (!library->load(QStringLiteral("turbojpeg"), 0) && !library->load(QStringLiteral("turbojpeg"), -1))
        return nullptr;
    struct Made : JpegDecoder
    {
        Made(std::unique_ptr<Library> loaded, int w, int h) : JpegDecoder(std::move(loaded), w, h) { }
    };
    auto decoder = std::make_shared<Made>(std::move(library), width, height);
    return decoder->m_handle != nullptr && decoder->makePicture() ? decoder : nullptr;
}

JpegDecoder::JpegDecoder(std::unique_ptr<Library> library, int width, int height)
    : m_library(std::move(library)), m_handle(m_library->initDecompress()), m_width(width), m_height(height)
{ }

JpegDecoder::~JpegDecoder()
{
    if (m_handle != nullptr)
        m_library->destroy(m_handle);
}

/// Soft shapes with some noise: about as many bytes a pixel as a photo has.
bool JpegDecoder::makePicture()
{
    std::vector<float> noise(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height) * bytesPerPixel);
    fillRandom(noise, 7);
    m_pixels.resize(noise.size());
    for (std::size_t i = 0; i < noise.size(); ++i)
        m_pixels[i] = static_cast<unsigned char>(static_cast<std::size_t>(noise[i] * 24.0F) + (i / 700 + i % 611) % 200);
    void* const compressor = m_library->initCompress();
    if (compressor == nullptr)
        return false;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const bool good
        = m_library->compress(compressor, m_pixels.data(), m_width, 0, m_height, pixelRgb, &bytes, &size, sampling420, pictureQuality, 0)
        == 0;
    if (good)
        m_jpeg.assign(bytes, bytes + size);
    if (bytes != nullptr)
        m_library->release(bytes);
    m_library->destroy(compressor);
    return good;
}

bool JpegDecoder::decode()
{
    return m_library->decompress(
               m_handle, m_jpeg.data(), static_cast<unsigned long>(m_jpeg.size()), m_pixels.data(), m_width, 0, m_height, pixelRgb, 0)
        == 0;
}

} // namespace rightrig
