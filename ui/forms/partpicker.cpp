#include "ui/forms/partpicker.h"

#include "models/qt/formatter.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace rightrig {

namespace {

constexpr int longestName = 200;
constexpr char noCard[] = "none";

} // namespace

PartPicker::PartPicker(const Catalog& catalog, DeviceKind kind, bool offerNone, QWidget* parent, Parts parts) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    QStringList names;
    for (const Device& device : catalog.devices) {
        const bool own = device.segment != Segment::Datacentre && device.segment != Segment::Server;
        if (device.kind == kind && (own || parts == All))
            names.append(plain(device.name));
    }
    names.sort(Qt::CaseInsensitive);
    if (offerNone)
        names.prepend(tr("No graphics card of its own"));
    addItems(names);
    auto* completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    lineEdit()->setMaxLength(longestName);
    lineEdit()->setPlaceholderText(tr("not sure: type or choose"));
    setMinimumContentsLength(10);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setPart({});
    connect(this, &QComboBox::editTextChanged, this, &PartPicker::read);
}

void PartPicker::setPart(const std::optional<std::string>& name)
{
    if (m_part == name && (name || currentText().isEmpty()))
        return;
    m_part = name;
    const QSignalBlocker quiet(this);
    setCurrentIndex(-1);
    if (name && *name == noCard && count() > 0)
        setCurrentIndex(0);
    else
        setEditText(name ? plain(*name) : QString());
}

void PartPicker::read(const QString& text)
{
    const QString name = text.trimmed();
    if (name.isEmpty())
        m_part.reset();
    else if (name == tr("No graphics card of its own"))
        m_part = noCard;
    else
        m_part = plain(name.toStdString()).toStdString();
    Q_EMIT edited();
}

} // namespace rightrig
