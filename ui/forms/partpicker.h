// A processor or graphics card: typed freely or found by typing any part of its name.
#pragma once

#include "models/domain/catalog.h"

#include <QComboBox>

#include <optional>
#include <string>

namespace rightrig {

class PartPicker : public QComboBox
{
    Q_OBJECT
public:
    enum Parts { OfOwnComputers, All }; ///< without or with what stands in data centres only
    /// Lists the catalogue's names of this kind. With `offerNone`, also "No graphics card of its own" (the text "none").
    PartPicker(const Catalog& catalog, DeviceKind kind, bool offerNone, QWidget* parent = nullptr, Parts parts = OfOwnComputers);
    void setPart(const std::optional<std::string>& name);
    [[nodiscard]] std::optional<std::string> part() const { return m_part; }

Q_SIGNALS:
    void edited();

private:
    void read(const QString& text);

    std::optional<std::string> m_part;
};

} // namespace rightrig
