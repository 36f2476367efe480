#include "app/pricefileplan.h"

#include "app/composition.h"
#include "db/documents/pricefile.h"
#include "models/qt/checkedfile.h"
#include "models/qt/formatter.h"

#include <QFileInfo>

#include <algorithm>

namespace rightrig {
namespace {

struct Stopped
{ };

/// The provider as the catalogue writes it, whatever the case; what was typed if the catalogue has none of the name.
std::string knownProvider(const QString& typed, const Catalog& catalog)
{
    const std::string wanted = normalisedName(typed.toStdString());
    for (const Machine& machine : catalog.machines) {
        if (!wanted.empty() && normalisedName(machine.provider) == wanted)
            return machine.provider;
    }
    return typed.trimmed().toStdString();
}

/// Asks every thousandth row whether to go on.
class Progress
{
public:
    Progress(const std::function<bool(int)>& goOn, std::string_view text)
        : m_goOn(goOn), m_lines(std::max<qsizetype>(1, std::count(text.begin(), text.end(), '\n')))
    { }

    void reached(int line)
    {
        constexpr int every = 1000;
        if (!m_goOn || line < m_next)
            return;
        m_next = line + every;
        if (!m_goOn(static_cast<int>(std::min<qsizetype>(1000, qsizetype{line} * 1000 / m_lines))))
            throw Stopped{};
    }

private:
    const std::function<bool(int)>& m_goOn;
    qsizetype m_lines;
    int m_next = 0;
};

} // namespace

Outcome<PriceFilePlan> planPriceFile(const PriceFileOptions& options, const Catalog& catalog)
try {
    QString error;
    const QByteArray bytes = readChecked(options.path, priceFileBytes, error);
    if (!error.isEmpty())
        return {error};
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const QString name = QFileInfo(options.path).fileName();
    const std::string day = options.asOf.isEmpty() ? isoToday() : options.asOf.toStdString();
    PriceFileContext context{plain(name.toStdString(), 120).toStdString(), knownProvider(options.provider, catalog), day};
    context.fileName += options.asOf.isEmpty() ? ", imported on " + isoToday() : ", imported";
    ImportPlanner planner(catalog, options.allRegions);
    Progress progress(options.goOn, text);
    const auto row = [&](PriceRow&& price) {
        progress.reached(price.line);
        planner.add(std::move(price));
    };
    const auto reject = [&](int line, std::string reason) {
        progress.reached(line);
        planner.reject(line, std::move(reason));
    };
    const auto read = readPriceFile(text, context, {row, reject});
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {QStringLiteral("%1: %2").arg(options.path, problem->text)};
    return {PriceFilePlan{planner.finish(), QLatin1String(priceFormatName(std::get<PriceFormat>(read)))}};
} catch (const Stopped&) {
    return {QString()};
}

} // namespace rightrig
