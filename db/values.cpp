#include "db/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <locale>
#include <sstream>

namespace rightrig {
namespace {

struct RangeRule
{
    std::string_view table; ///< empty: every table
    std::string_view column;
    ValueRange range;
};

constexpr double tiny = 1e-9; // stands for "above 0"

// The CHECKs of db/schema say the same where they say anything; here every numeric column has its bounds.
constexpr RangeRule rangeRules[] = {
    {"", "year", {2005, 2035}},
    {"", "vram_gib", {0.5, 512}},
    {"devices", "bandwidth_gb_per_s", {5, 20000}},
    {"devices", "fp32_tflops", {0.05, 1000}},
    {"devices", "tf32_tflops", {0.05, 5000}},
    {"devices", "half_tflops", {0.05, 10000}},
    {"devices", "power_w", {2, 2500}},
    {"devices", "power_min_w", {2, 2500}},
    {"devices", "power_max_w", {2, 2500}},
    {"devices", "unified_memory", {0, 1}},
    {"devices", "cores", {1, 512}},
    {"devices", "performance_cores", {1, 512}},
    {"devices", "threads", {1, 1024}},
    {"devices", "base_ghz", {0.3, 8}},
    {"devices", "boost_ghz", {0.3, 8}},
    {"devices", "flop_per_cycle", {4, 64}},
    {"devices", "single_core_speed", {0.05, 4}},
    {"machines", "accelerator_unknown", {0, 1}},
    {"machines", "accelerator_count", {0, 64}},
    {"machines", "ram_gib", {0.5, 32768}},
    {"machines", "tgp_w", {5, 300}},
    {"machines", "vcpus", {0.25, 2048}},
    {"machines", "storage_gb", {1, 1e6}},
    {"machines", "weight_kg", {0.3, 60}},
    {"machines", "fanless", {0, 1}},
    {"machines", "session_hours", {0.01, 8784}},
    {"machines", "weekly_hours", {0.1, 168}},
    {"machines", "guaranteed", {0, 1}},
    {"", "price", {tiny, 1e9}},
    {"offers", "billing_unit_s", {tiny, 1e8}},
    {"offers", "minimum_s", {tiny, 1e8}},
    {"presets", "samples", {tiny, 1e16}},
    {"presets", "epochs", {tiny, 1e6}},
    {"presets", "batch", {tiny, 1e9}},
    {"presets", "checkpointing", {0, 1}},
    {"presets", "loads_images", {0, 1}},
    {"presets", "typical", {0, 1}},
    {"presets", "tuning_runs", {1, 1e5}},
    {"presets", "params_m", {tiny, 1e8}},
    {"presets", "embedding_params_m", {0, 1e8}},
    {"presets", "forward_gflop", {tiny, 1e9}},
    {"presets", "activations_m", {tiny, 1e8}},
    {"presets", "layers", {1, 1e5}},
    {"presets", "hidden", {1, 1e7}},
    {"presets", "heads", {1, 1e5}},
    {"presets", "sequence", {1, 1e8}},
    {"presets", "vocabulary", {2, 1e8}},
    {"presets", "image_px", {8, 16384}},
    {"presets", "kappa", {tiny, 1e4}},
    {"presets", "adapter_params_m", {tiny, 1e8}},
    {"presets", "throughput_k_amp", {tiny, 1e12}},
    {"presets", "throughput_k_fp32", {tiny, 1e12}},
    {"presets", "memory_fixed_gib", {0, 1e6}},
    {"presets", "memory_per_sample_mib", {0, 1e7}},
    {"presets", "columns", {1, 1e7}},
    {"presets", "trees", {1, 1e7}},
    {"presets", "depth_of_tree", {1, 1e4}},
    {"presets", "leaves", {2, 1e8}},
    {"presets", "clusters", {1, 1e8}},
    {"presets", "iterations", {1, 1e9}},
    {"presets", "features_per_split", {1, 1e7}},
    {"presets", "initialisations", {1, 1e6}},
    {"checkpoints", "params_m", {tiny, 1e8}},
    {"checkpoints", "forward_gflop", {tiny, 1e9}},
    {"checkpoints", "activations_m", {tiny, 1e8}},
    {"checkpoints", "layers", {1, 1e5}},
    {"checkpoints", "hidden", {1, 1e7}},
    {"checkpoints", "sequence", {1, 1e8}},
    {"checkpoints", "image_px", {1, 16384}},
    {"checkpoints", "rows", {1, 1e13}},
    {"checkpoints", "features", {1, 1e7}},
    {"checkpoints", "trees", {1, 1e7}},
    {"checkpoints", "depth", {1, 1e4}},
    {"checkpoints", "leaves", {2, 1e8}},
    {"checkpoints", "samples", {tiny, 1e16}},
    {"checkpoints", "epochs", {tiny, 1e6}},
    {"checkpoints", "batch", {tiny, 1e9}},
    {"checkpoints", "value", {tiny, 1e12}},
    {"checkpoints", "hardware_count", {1, 1e5}},
    {"checkpoints", "cores_used", {1, 1024}},
    {"checkpoints", "power_w", {2, 2500}},
    {"checkpoints", "checkpointing", {0, 1}},
    {"checkpoints", "peak_memory_gib", {0.001, 32768}},
    {"currencies", "usd_per_unit", {1e-7, 1000}},
    {"countries", "electricity_per_kwh", {0.0001, 1e6}},
    {"countries", "carbon_g_per_kwh", {0, 2000}},
};

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isUpperCase(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

int twoDigits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

int daysOfMonth(int year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Bytes of the well-formed sequence at the start of `text` (not empty), 0 if it is malformed.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = first == 0xED ? 0x9F : 0xBF;
        return byte(1) >= low && byte(1) <= high && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
        return byte(1) >= low && byte(1) <= high && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

ValueRange valueRange(std::string_view table, std::string_view column)
{
    for (const RangeRule& rule : rangeRules) {
        if (rule.column == column && (rule.table.empty() || rule.table == table))
            return rule.range;
    }
    return {};
}

std::size_t textLimit(std::string_view column)
{
    if (column == "notes" || column == "aliases" || column == "url")
        return 2000;
    return column == "text" || column == "example" || column == "licence" ? 500 : 200;
}

std::optional<double> parseNumber(std::string_view text)
{
    double value = 0.0;
#ifdef __cpp_lib_to_chars
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool read = error == std::errc() && end == text.data() + text.size();
#else // libc++ of macOS reads no floating-point numbers this way
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    const bool read = bool(stream >> std::noskipws >> value) && stream.peek() == std::istringstream::traits_type::eof();
#endif
    const bool plain = text.find_first_not_of("0123456789.eE+-") == std::string_view::npos && !text.starts_with('+');
    return read && plain && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> parseWhole(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string numberText(double value)
{
    if (std::abs(value) < 1e15 && std::trunc(value) == value)
        return std::to_string(static_cast<std::int64_t>(value));
    for (int digits = 1; digits <= 17; ++digits) {
        std::ostringstream stream;
        stream.imbue(std::locale::classic());
        stream.precision(digits);
        stream << value;
        if (parseNumber(stream.str()) == value || digits == 17)
            return stream.str();
    }
    return {};
}

bool isDate(std::string_view text)
{
    const bool shape = (text.size() == 4 || text.size() == 7 || text.size() == 10) && (text.size() < 7 || text[4] == '-')
        && (text.size() < 10 || text[7] == '-');
    if (!shape || !isDigits(text.substr(0, 4)))
        return false;
    const int year = twoDigits(text) * 100 + twoDigits(text.substr(2));
    if (year < 1990 || year > 2100)
        return false;
    if (text.size() == 4)
        return true;
    if (!isDigits(text.substr(5, 2)) || twoDigits(text.substr(5)) < 1 || twoDigits(text.substr(5)) > 12)
        return false;
    if (text.size() == 7)
        return true;
    const int month = twoDigits(text.substr(5));
    return isDigits(text.substr(8, 2)) && twoDigits(text.substr(8)) >= 1 && twoDigits(text.substr(8)) <= daysOfMonth(year, month);
}

bool isCurrencyCode(std::string_view text) { return text.size() == 3 && isUpperCase(text); }

bool isCountryCode(std::string_view text) { return text.size() == 2 && isUpperCase(text); }

bool isPrintableAscii(std::string_view text)
{
    unsigned odd = 0; // no early exit: the compiler makes wide instructions of this
    for (const char c : text)
        odd |= static_cast<unsigned>(static_cast<unsigned char>(c - ' ') > '~' - ' ');
    return odd == 0;
}

bool isValidUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

bool hasControlCharacter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
    });
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace rightrig
