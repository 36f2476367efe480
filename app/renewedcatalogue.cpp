#include "app/renewedcatalogue.h"

#include "app/startup.h"
#include "models/qt/checkedfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rightrig {
namespace {

constexpr qint64 mostStateBytes = 1 << 16;

struct RenewedWords
{
    Q_DECLARE_TR_FUNCTIONS(RenewedCatalogue)
};

QString writeState(const RenewedPlace& place) { return writeChecked(place.stateFile(), writeRenewed(place.state)); }

/// What an update left behind; the file in use stays. What cannot be removed does no harm.
void removeOthers(const RenewedPlace& place)
{
    QDir folder(place.folder);
    const QStringList files = folder.entryList({QStringLiteral("catalogue-*.db")}, QDir::Files);
    for (const QString& file : files) {
        if (file.toStdString() != place.state.file)
            folder.remove(file);
    }
}

void remember(Renewed& state, const std::string& key, std::int64_t number)
{
    const auto known = std::find_if(state.seen.begin(), state.seen.end(), [&](const SeenBundle& seen) { return seen.key == key; });
    if (known == state.seen.end())
        state.seen.push_back({key, number});
    else
        known->number = std::max(known->number, number);
}

} // namespace

std::int64_t RenewedPlace::highestOf(const std::string& key) const
{
    const auto known = std::find_if(state.seen.begin(), state.seen.end(), [&](const SeenBundle& seen) { return seen.key == key; });
    return known == state.seen.end() ? 0 : known->number;
}

Outcome<RenewedPlace> renewedPlace()
{
    RenewedPlace place{dataFolder(), {}};
    if (place.folder.isEmpty() || !QFileInfo::exists(place.stateFile()))
        return {std::move(place)};
    QString error;
    const QByteArray bytes = readChecked(place.stateFile(), mostStateBytes, error);
    if (!error.isEmpty())
        return {error};
    auto read = readRenewed(bytes);
    if (const auto* problem = std::get_if<DocumentError>(&read))
        return {RenewedWords::tr("%1: %2. Delete this file to use the shipped catalogue.").arg(place.stateFile(), problem->text)};
    place.state = std::get<Renewed>(std::move(read));
    return {std::move(place)};
}

std::optional<RenewedFile> renewedFile(QString& notice)
{
    const Outcome<RenewedPlace> place = renewedPlace();
    if (!place.ok()) {
        notice = place.error();
        return std::nullopt;
    }
    const Renewed& state = place.get().state;
    if (place.get().folder.isEmpty() || state.file.empty())
        return std::nullopt;
    return RenewedFile{place.get().pathOf(state.file), state.sha256};
}

QString installRenewed(RenewedPlace& place, std::int64_t number, const std::string& key, const QByteArray& catalogue)
{
    if (place.folder.isEmpty() || !QDir().mkpath(place.folder))
        return RenewedWords::tr("There is no data folder to keep the catalogue in.");
    RenewedPlace next = place;
    next.state.file = renewedFileName(number);
    next.state.sha256 = QCryptographicHash::hash(catalogue, QCryptographicHash::Sha256).toHex().toStdString();
    remember(next.state, key, number);
    if (QString problem = writeChecked(next.pathOf(next.state.file), catalogue); !problem.isEmpty())
        return problem;
    if (QString problem = writeState(next); !problem.isEmpty())
        return problem;
    place = std::move(next);
    removeOthers(place);
    return {};
}

QString withdrawRenewed(RenewedPlace& place)
{
    if (place.state.file.empty())
        return {};
    place.state.file.clear();
    place.state.sha256.clear();
    QString problem = writeState(place);
    if (problem.isEmpty())
        removeOthers(place);
    return problem;
}

} // namespace rightrig
