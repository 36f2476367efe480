#include "models/qt/glossary.h"

#include <QCoreApplication>

#include <algorithm>

namespace rightrig {

namespace {

struct Entry
{
    const char* term;
    const char* text;
};

// A term may list other spellings after a slash; the first one is shown.
constexpr Entry entries[]{
    {QT_TRANSLATE_NOOP("Glossary", "GPU/GPUs/graphics card/graphics cards"),
        QT_TRANSLATE_NOOP("Glossary", "The graphics chip. It does many small sums at once, which is what training deep networks needs.")},
    {QT_TRANSLATE_NOOP("Glossary", "CPU/CPUs/processor"),
        QT_TRANSLATE_NOOP("Glossary", "The main chip of a computer. Most work on tables runs on it.")},
    {QT_TRANSLATE_NOOP("Glossary", "TPU/TPUs"),
        QT_TRANSLATE_NOOP("Glossary", "A chip by Google made for training networks. You can only rent it.")},
    {QT_TRANSLATE_NOOP("Glossary", "NPU/NPUs"),
        QT_TRANSLATE_NOOP("Glossary", "A small chip that uses finished models with little power. It does not train them.")},
    {QT_TRANSLATE_NOOP("Glossary", "RAM"),
        QT_TRANSLATE_NOOP("Glossary", "The computer's working memory, like the space on a desk. It is not the disk.")},
    {QT_TRANSLATE_NOOP("Glossary", "VRAM/graphics memory"),
        QT_TRANSLATE_NOOP("Glossary", "The graphics card's own memory. A model and its batch must fit into it while it trains.")},
    {QT_TRANSLATE_NOOP("Glossary", "unified memory"),
        QT_TRANSLATE_NOOP("Glossary", "One memory that processor and graphics share, as in new Macs. The system needs part of it.")},
    {QT_TRANSLATE_NOOP("Glossary", "integrated graphics"),
        QT_TRANSLATE_NOOP("Glossary", "Graphics inside the processor. Good for the screen, rarely of use for training.")},
    {QT_TRANSLATE_NOOP("Glossary", "memory bandwidth/bandwidth"),
        QT_TRANSLATE_NOOP("Glossary", "How much data a chip can read from its memory in a second. Often it sets the speed.")},
    {QT_TRANSLATE_NOOP("Glossary", "TFLOPS"),
        QT_TRANSLATE_NOOP(
            "Glossary", "Sums per second, in millions of millions. Boxes count them in different ways, so compare with care.")},
    {QT_TRANSLATE_NOOP("Glossary", "CUDA"),
        QT_TRANSLATE_NOOP("Glossary", "NVIDIA's software for using its graphics cards. Most training programs expect it.")},
    {QT_TRANSLATE_NOOP("Glossary", "ROCm"),
        QT_TRANSLATE_NOOP("Glossary", "AMD's software for using its graphics cards. It runs best on Linux and with some cards.")},
    {QT_TRANSLATE_NOOP("Glossary", "Metal"), QT_TRANSLATE_NOOP("Glossary", "Apple's software for using the graphics of a Mac.")},
    {QT_TRANSLATE_NOOP("Glossary", "TGP/power limit"),
        QT_TRANSLATE_NOOP("Glossary", "How many watts a laptop gives its graphics chip. More watts make the same chip faster.")},
    {QT_TRANSLATE_NOOP("Glossary", "watt/watts"),
        QT_TRANSLATE_NOOP("Glossary", "How much power a device draws at one moment. More watts mean more heat.")},
    {QT_TRANSLATE_NOOP("Glossary", "kWh"),
        QT_TRANSLATE_NOOP("Glossary", "The unit on the electricity bill: one thousand watts for one hour.")},
    {QT_TRANSLATE_NOOP("Glossary", "CO2"),
        QT_TRANSLATE_NOOP("Glossary", "The gas that power plants give off for your electricity. Making the computer is not counted.")},
    {QT_TRANSLATE_NOOP("Glossary", "training"),
        QT_TRANSLATE_NOOP("Glossary", "Teaching a model from examples. It takes far more time and memory than using the model.")},
    {QT_TRANSLATE_NOOP("Glossary", "inference"),
        QT_TRANSLATE_NOOP("Glossary", "Using a finished model, for example asking a chatbot. It needs much less than training.")},
    {QT_TRANSLATE_NOOP("Glossary", "model/models"),
        QT_TRANSLATE_NOOP("Glossary", "What training makes: numbers that turn an input, like a picture, into an answer.")},
    {QT_TRANSLATE_NOOP("Glossary", "parameter/parameters"),
        QT_TRANSLATE_NOOP("Glossary", "The numbers inside a model that training changes. Big language models have billions of them.")},
    {QT_TRANSLATE_NOOP("Glossary", "fine-tuning/fine-tune"),
        QT_TRANSLATE_NOOP("Glossary", "Training a ready-made model a little more on your own data. Much cheaper than starting anew.")},
    {QT_TRANSLATE_NOOP("Glossary", "LoRA"),
        QT_TRANSLATE_NOOP("Glossary", "Fine-tuning only a small add-on to a model. It needs far less memory.")},
    {QT_TRANSLATE_NOOP("Glossary", "QLoRA"),
        QT_TRANSLATE_NOOP("Glossary", "LoRA on a compressed model. It needs the least memory and is a little slower.")},
    {QT_TRANSLATE_NOOP("Glossary", "FSDP"),
        QT_TRANSLATE_NOOP("Glossary", "Each of several cards holds a part of the model. So a model can be larger than one card's memory.")},
    {QT_TRANSLATE_NOOP("Glossary", "from scratch"),
        QT_TRANSLATE_NOOP("Glossary", "Training a model that knows nothing yet. For large models this costs far more than students have.")},
    {QT_TRANSLATE_NOOP("Glossary", "epoch/epochs"),
        QT_TRANSLATE_NOOP("Glossary", "One pass of training over all your data. Most jobs need several.")},
    {QT_TRANSLATE_NOOP("Glossary", "batch size/batch/batches"),
        QT_TRANSLATE_NOOP("Glossary", "How many examples are worked on at once. Smaller batches need less memory and more time.")},
    {QT_TRANSLATE_NOOP("Glossary", "published run/published runs"),
        QT_TRANSLATE_NOOP("Glossary", "A training that somebody timed and wrote down in public, with the machine it ran on.")},
    {QT_TRANSLATE_NOOP("Glossary", "within 2 times"),
        QT_TRANSLATE_NOOP("Glossary", "The estimate was at least half and at most double the measured time.")},
    {QT_TRANSLATE_NOOP("Glossary", "in our range"),
        QT_TRANSLATE_NOOP("Glossary", "The measured time lay between the two numbers in our brackets. It should 8 times out of 10.")},
    {QT_TRANSLATE_NOOP("Glossary", "gradient accumulation"),
        QT_TRANSLATE_NOOP("Glossary", "Adding up several small batches before each step, so that a big batch fits.")},
    {QT_TRANSLATE_NOOP("Glossary", "checkpointing"),
        QT_TRANSLATE_NOOP("Glossary", "Computing some values twice instead of keeping them. It saves memory and costs time.")},
    {QT_TRANSLATE_NOOP("Glossary", "mixed precision/precision"),
        QT_TRANSLATE_NOOP(
            "Glossary", "Storing numbers with fewer digits. It makes training faster and smaller, with about the same result.")},
    {QT_TRANSLATE_NOOP("Glossary", "token/tokens"),
        QT_TRANSLATE_NOOP("Glossary", "A piece of a word. Language models read and write tokens.")},
    {QT_TRANSLATE_NOOP("Glossary", "neural network/deep learning"),
        QT_TRANSLATE_NOOP("Glossary", "A model of many layers of simple sums. It is used for pictures, sound and text.")},
    {QT_TRANSLATE_NOOP("Glossary", "boosted trees"),
        QT_TRANSLATE_NOOP("Glossary", "Many small decision trees, each mending the errors before it. Often the best for tables.")},
    {QT_TRANSLATE_NOOP("Glossary", "random forest"),
        QT_TRANSLATE_NOOP("Glossary", "Many decision trees that vote. Quick to train on an ordinary processor.")},
    {QT_TRANSLATE_NOOP("Glossary", "tuning"),
        QT_TRANSLATE_NOOP("Glossary", "Training several times with different settings to find good ones.")},
    {QT_TRANSLATE_NOOP("Glossary", "run/runs"), QT_TRANSLATE_NOOP("Glossary", "One training from start to end.")},
    {QT_TRANSLATE_NOOP("Glossary", "throughput"), QT_TRANSLATE_NOOP("Glossary", "How many examples a computer trains on in a second.")},
    {QT_TRANSLATE_NOOP("Glossary", "cloud/instance"),
        QT_TRANSLATE_NOOP("Glossary", "Computers of a provider that you rent by the hour and reach over the internet.")},
    {QT_TRANSLATE_NOOP("Glossary", "spot"),
        QT_TRANSLATE_NOOP("Glossary", "Spare rented computers at a low price. The provider may stop them at any time.")},
    {QT_TRANSLATE_NOOP("Glossary", "on-demand"),
        QT_TRANSLATE_NOOP("Glossary", "Renting at the normal price. Nobody stops your computer but you.")},
    {QT_TRANSLATE_NOOP("Glossary", "idle"),
        QT_TRANSLATE_NOOP("Glossary", "A rented computer that is on while nothing runs. You still pay for it.")},
    {QT_TRANSLATE_NOOP("Glossary", "notebook"),
        QT_TRANSLATE_NOOP("Glossary", "A web page in which you write and run code, for example in Colab or Kaggle.")},
    {QT_TRANSLATE_NOOP("Glossary", "quota"), QT_TRANSLATE_NOOP("Glossary", "How many hours or computers a service lets you use.")},
    {QT_TRANSLATE_NOOP("Glossary", "amortisation"),
        QT_TRANSLATE_NOOP("Glossary", "Spreading the price of a computer over the months in which you use it.")},
    {QT_TRANSLATE_NOOP("Glossary", "resale"), QT_TRANSLATE_NOOP("Glossary", "What you get back when you sell the computer at the end.")},
    {QT_TRANSLATE_NOOP("Glossary", "break-even"), QT_TRANSLATE_NOOP("Glossary", "The point where renting and buying cost the same.")},
    {QT_TRANSLATE_NOOP("Glossary", "catalogue"),
        QT_TRANSLATE_NOOP("Glossary", "The list of computers and prices inside this program, each with its source and date.")},
};

bool isWordCharacter(const QString& text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at) == u'_');
}

bool occursAsWord(const QString& text, const QString& word)
{
    // Abbreviations are told by their capitals: "RAM" is a term, "ram" an animal.
    const bool abbreviation = word.size() <= 5 && word == word.toUpper();
    const Qt::CaseSensitivity cases = abbreviation ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = text.indexOf(word, 0, cases); at >= 0; at = text.indexOf(word, at + 1, cases)) {
        if (!isWordCharacter(text, at - 1) && !isWordCharacter(text, at + word.size()))
            return true;
    }
    return false;
}

struct Spelling
{
    QStringList words;
    GlossaryEntry entry;
};

QList<Spelling> makeSpellings()
{
    QList<Spelling> spellings;
    for (const Entry& entry : entries) {
        const QStringList words = QCoreApplication::translate("Glossary", entry.term).split(u'/', Qt::SkipEmptyParts);
        if (!words.isEmpty())
            spellings += {words, {words.front(), QCoreApplication::translate("Glossary", entry.text)}};
    }
    std::sort(spellings.begin(), spellings.end(), [](const Spelling& left, const Spelling& right) {
        return QString::compare(left.entry.term, right.entry.term, Qt::CaseInsensitive) < 0;
    });
    return spellings;
}

const QList<Spelling>& spellings()
{
    static const QList<Spelling> all = makeSpellings();
    return all;
}

QList<GlossaryEntry> makeGlossary()
{
    QList<GlossaryEntry> all;
    for (const Spelling& spelling : spellings())
        all += spelling.entry;
    return all;
}

} // namespace

const QList<GlossaryEntry>& glossary()
{
    static const QList<GlossaryEntry> all = makeGlossary();
    return all;
}

QList<GlossaryEntry> glossaryFor(const QString& text)
{
    QList<GlossaryEntry> found;
    for (const Spelling& spelling : spellings()) {
        for (const QString& word : spelling.words) {
            if (!occursAsWord(text, word))
                continue;
            found += spelling.entry;
            break;
        }
    }
    return found;
}

} // namespace rightrig
