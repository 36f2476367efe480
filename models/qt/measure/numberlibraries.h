// OpenBLAS and libjpeg-turbo, loaded when a test starts: the program starts as fast without them, and works where they are missing.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace rightrig {

/// The matrix product that NumPy, scikit-learn and PyTorch build on.
class Blas
{
public:
    /// Null where no OpenBLAS (on macOS: no Accelerate) is installed.
    [[nodiscard]] static std::shared_ptr<Blas> load();
    /// c = a b, row by row: a is m x k, b is k x n.
    void multiply(int m, int n, int k, const float* a, const float* b, float* c) const;
    /// False if this library chooses the number of threads alone.
    [[nodiscard]] bool canSetThreads() const { return m_setThreads != nullptr; }
    void setThreads(int count) const;

private:
    using Sgemm = void (*)(int, int, int, int, int, int, float, const float*, int, const float*, int, float, float*, int);
    using SetThreads = void (*)(int);
    Sgemm m_sgemm = nullptr;
    SetThreads m_setThreads = nullptr;
};

/// Decodes one picture again and again.
class JpegDecoder
{
public:
    /// Null where libjpeg-turbo is missing.
    [[nodiscard]] static std::shared_ptr<JpegDecoder> load(int width, int height);
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;
    [[nodiscard]] bool decode();

private:
    struct Library;
    JpegDecoder(std::unique_ptr<Library> library, int width, int height);
    [[nodiscard]] bool makePicture();

    std::unique_ptr<Library> m_library;
    void* m_handle = nullptr;
    int m_width, m_height;
    std::vector<unsigned char> m_jpeg, m_pixels;
};

} // namespace rightrig
