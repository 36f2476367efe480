// Reads "ResNet-18 on my 5,000 photos: 6 min an epoch". Plain tokens only; what is not understood is left alone.
#include "models/domain/ownruns.h"

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

constexpr std::size_t mostTextBytes = 2000;

struct TextWord
{
    std::string text;
    std::optional<double> number;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// "5,000" and "5,000,000" are thousands; "1.5" and "1,5" are not.
std::optional<double> numberOf(const std::string& digits)
{
    const std::size_t comma = digits.find(',');
    const bool thousands
        = comma != std::string::npos && digits.find('.') == std::string::npos && digits.size() - digits.rfind(',') == 4 && comma <= 3;
    std::string plain;
    for (const char c : digits) {
        if (c != ',')
            plain += c;
        else if (!thousands)
            plain += '.';
    }
    const auto dots = std::count(plain.begin(), plain.end(), '.');
    if (plain.empty() || plain.size() > 15 || dots > 1)
        return std::nullopt;
    double value = 0.0, place = 0.0;
    for (const char c : plain) { // no locale, unlike strtod
        if (c == '.') {
            place = 1.0;
            continue;
        }
        value = value * 10.0 + (c - '0');
        place *= 10.0;
    }
    return place > 0.0 ? value / place : value;
}

std::vector<TextWord> wordsOf(std::string_view text)
{
    std::vector<TextWord> tokens;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        if (isDigit(text[i])) {
            while (end < text.size()
                && (isDigit(text[end]) || ((text[end] == ',' || text[end] == '.') && end + 1 < text.size() && isDigit(text[end + 1]))))
                ++end;
            tokens.push_back({std::string(text.substr(i, end - i)), numberOf(std::string(text.substr(i, end - i)))});
        } else if (isLetter(text[i])) {
            while (end < text.size() && isLetter(text[end]))
                ++end;
            tokens.push_back({std::string(text.substr(i, end - i)), {}});
        } else {
            end = i + 1;
            if (text[i] == '/')
                tokens.push_back({"per", {}});
        }
        i = end;
    }
    return tokens;
}

double unitSeconds(const std::string& word)
{
    constexpr std::array<std::pair<std::string_view, double>, 17> units{
        {{"s", 1}, {"sec", 1}, {"secs", 1}, {"second", 1}, {"seconds", 1}, {"m", 60}, {"min", 60}, {"mins", 60}, {"minute", 60},
            {"minutes", 60}, {"h", 3600}, {"hr", 3600}, {"hrs", 3600}, {"hour", 3600}, {"hours", 3600}, {"day", 86400}, {"days", 86400}}};
    for (const auto& [name, seconds] : units) {
        if (word == name)
            return seconds;
    }
    return 0.0;
}

bool isSample(const std::string& word)
{
    constexpr std::array<std::string_view, 20> nouns{"photo", "photos", "image", "images", "picture", "pictures", "row", "rows", "line",
        "lines", "text", "texts", "document", "documents", "review", "reviews", "sample", "samples", "example", "examples"};
    return std::find(nouns.begin(), nouns.end(), word) != nouns.end();
}

struct Understood
{
    double seconds = 0.0;
    std::optional<double> samples, epochs;
    bool perEpoch = false, whole = false;
};

Understood understand(const std::vector<TextWord>& tokens)
{
    Understood found;
    const auto at = [&tokens](std::size_t i) { return i < tokens.size() ? tokens[i].text : std::string(); };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string &next = at(i + 1), &afterNext = at(i + 2);
        if (tokens[i].number) {
            const double thousand = next == "k" || next == "thousand" ? 1000.0 : 1.0;
            const std::string& noun = thousand > 1.0 ? afterNext : next;
            if (const double unit = unitSeconds(next))
                found.seconds += *tokens[i].number * unit;
            else if (isSample(noun) || (thousand == 1.0 && isSample(afterNext)))
                found.samples = *tokens[i].number * thousand;
            else if (next == "epochs" || next == "epoch")
                found.epochs = *tokens[i].number;
        }
        const bool each = tokens[i].text == "an" || tokens[i].text == "a" || tokens[i].text == "per" || tokens[i].text == "each"
            || tokens[i].text == "every";
        found.perEpoch = found.perEpoch || (each && next == "epoch");
        found.whole = found.whole || (each && next == "run") || tokens[i].text == "altogether" || tokens[i].text == "total";
    }
    return found;
}

/// The preset whose name the text holds; the longest name wins.
const Preset* presetIn(std::string_view text, const Catalog& catalog)
{
    const std::string key = networkKey(text);
    const Preset* best = nullptr;
    std::size_t length = 3; // shorter names are found in any text
    for (const Preset& preset : catalog.presets) {
        const std::size_t dash = preset.id.find('-');
        for (const std::string& name :
            {networkKey(preset.title), networkKey(dash == std::string::npos ? preset.id : preset.id.substr(dash))}) {
            if (name.size() > length && key.find(name) != std::string::npos) {
                best = &preset;
                length = name.size();
            }
        }
    }
    return best;
}

} // namespace

std::optional<OwnRun> readRunText(std::string_view text, const OwnRun& before, const Catalog& catalog)
{
    std::string lower(text.substr(0, mostTextBytes));
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    OwnRun run = before;
    if (const Preset* preset = presetIn(lower, catalog))
        run.preset = preset->id;
    const Understood found = understand(wordsOf(lower));
    if (!(found.seconds > 0.0))
        return std::nullopt;
    run.time = Seconds{found.seconds};
    if (found.samples)
        run.samples = found.samples;
    if (found.perEpoch) {
        run.part = RunPart::Epoch;
    } else if (found.epochs && *found.epochs >= 1.0) {
        run.part = RunPart::Epoch;
        run.time = Seconds{found.seconds / *found.epochs};
    } else if (found.whole) {
        run.part = RunPart::Whole;
    }
    return run;
}

} // namespace rightrig
