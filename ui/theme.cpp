#include "ui/theme.h"

#include "ui/style.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>
#include <array>

namespace rightrig {

namespace {

constexpr double smallestPointSize = 10.0;

/// The few colours everything is made of. Text is at least 4.5:1 and borders are at least 3:1 on `base` and `window` (tst_theme).
struct Tokens
{
    QRgb window, base, alternate, text, muted, border, accent, onAccent, link, disabled;
};
constexpr Tokens lightTokens{
    0xFFF3F5F9, 0xFFFFFFFF, 0xFFEAEEF5, 0xFF1B2330, 0xFF566173, 0xFF7A8699, 0xFF1F5FBF, 0xFFFFFFFF, 0xFF1B55AD, 0xFF7E8897};
constexpr Tokens darkTokens{
    0xFF1B1E23, 0xFF24282F, 0xFF2C313A, 0xFFE8ECF2, 0xFFAAB4C2, 0xFF7F8A9B, 0xFF7FB0FF, 0xFF0B1220, 0xFF8FBAFF, 0xFF808A98};

void setAll(QPalette& palette, const Tokens& t)
{
    using P = QPalette;
    const std::array<std::pair<P::ColorRole, QRgb>, 19> roles{{{P::Window, t.window}, {P::WindowText, t.text}, {P::Base, t.base},
        {P::AlternateBase, t.alternate}, {P::Text, t.text}, {P::Button, t.base}, {P::ButtonText, t.text}, {P::BrightText, t.onAccent},
        {P::Highlight, t.accent}, {P::HighlightedText, t.onAccent}, {P::Link, t.link}, {P::LinkVisited, t.link}, {P::ToolTipBase, t.base},
        {P::ToolTipText, t.text}, {P::PlaceholderText, t.muted}, {P::Mid, t.border}, {P::Dark, t.border}, {P::Midlight, t.alternate},
        {P::Light, t.base}}};
    for (const auto& [role, rgb] : roles)
        palette.setColor(role, QColor::fromRgb(rgb));
    palette.setColor(P::Shadow, QColor(0, 0, 0, 90));
    for (const auto role : {P::WindowText, P::Text, P::ButtonText})
        palette.setColor(P::Disabled, role, QColor::fromRgb(t.disabled));
}

QPalette themePalette(bool dark)
{
    QPalette palette;
    setAll(palette, dark ? darkTokens : lightTokens);
    return palette;
}

bool wantsDark(QApplication& application, ThemeMode mode)
{
    if (mode != ThemeMode::System)
        return mode == ThemeMode::Dark;
    application.setPalette(QPalette()); // back to what the platform says
    return isDark(QApplication::palette());
}

/// The platform's own font, except where it has none of its own (offscreen): there ours keeps the layout the same everywhere.
QFont baseFont()
{
    static const QFont platform = QApplication::font();
    QFont font = platform;
    if (QGuiApplication::platformName() == QLatin1String("offscreen"))
        font.setFamily(programFontFamily());
    font.setPointSizeF(std::max(smallestPointSize, platform.pointSizeF()));
    return font;
}

} // namespace

void applyTheme(QApplication& application, ThemeMode mode, int textPercent)
{
    if (qobject_cast<Style*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new Style); // the application owns it
    const QPalette palette = themePalette(wantsDark(application, mode));
    application.setPalette(palette);
    QFont font = baseFont();
    font.setPointSizeF(font.pointSizeF() * std::clamp(textPercent, 100, 200) / 100.0);
    QApplication::setFont(font);
    Q_EMIT fontNotifier().fontChanged();
}

FontNotifier& fontNotifier()
{
    static FontNotifier notifier;
    return notifier;
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

ChartStyle chartStyle(const QPalette& palette, const QFont& font)
{
    const bool dark = isDark(palette);
    ChartStyle style;
    style.background = palette.color(dark ? QPalette::Window : QPalette::Base); // the dark colours need a dark ground
    style.text = palette.color(QPalette::Text);
    style.grid = dark ? QColor(0x3A, 0x41, 0x4C) : QColor(0xDD, 0xE2, 0xEA);
    style.guide = palette.color(QPalette::Mid);
    style.frontier = palette.color(QPalette::PlaceholderText);
    style.highlight = palette.color(QPalette::Highlight);
    style.font = font;
    style.dark = dark;
    return style;
}

ChartStyle printStyle(const QFont& font)
{
    return {Qt::white, QColor(0x1B, 0x23, 0x30), QColor(0xDD, 0xE2, 0xEA), QColor(0x66, 0x70, 0x80), QColor(0x4A, 0x55, 0x66),
        QColor(0x1F, 0x5F, 0xBF), font, false};
}

QColor familyColour(ChartFamily family, bool dark)
{
    switch (family) {
    case ChartFamily::Own:
        return QColor::fromRgb(dark ? 0xFFFFFF40 : 0xFF000060);
    case ChartFamily::Free:
        return QColor::fromRgb(dark ? 0xFF60E0E0 : 0xFF20A0C0);
    case ChartFamily::Laptop:
        return QColor::fromRgb(dark ? 0xFF6080E0 : 0xFF2040E0);
    case ChartFamily::Desktop:
        return QColor::fromRgb(dark ? 0xFFE0A080 : 0xFFA06040);
    case ChartFamily::Cloud:
        return QColor::fromRgb(dark ? 0xFFC04020 : 0xFF600000);
    case ChartFamily::Mixed:
        return QColor::fromRgb(dark ? 0xFFB8B8B8 : 0xFF707070); // grey: its shape and label carry it
    }
    return dark ? Qt::white : Qt::black;
}

QString familyName(ChartFamily family)
{
    switch (family) {
    case ChartFamily::Own:
        return QCoreApplication::translate("Theme", "Your own");
    case ChartFamily::Free:
        return QCoreApplication::translate("Theme", "Free and school");
    case ChartFamily::Laptop:
        return QCoreApplication::translate("Theme", "Laptop");
    case ChartFamily::Desktop:
        return QCoreApplication::translate("Theme", "Desktop");
    case ChartFamily::Cloud:
        return QCoreApplication::translate("Theme", "Cloud");
    case ChartFamily::Mixed:
        return QCoreApplication::translate("Theme", "Mixed plan");
    }
    return {};
}

QString programFontFamily()
{
    static const QString family = [] {
        for (const auto* bold : {":/rightrig/fonts/DejaVuSans-Bold.ttf", ":/rightrig/fonts/DejaVuSans-Oblique.ttf"})
            QFontDatabase::addApplicationFont(QString::fromLatin1(bold));
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/rightrig/fonts/DejaVuSans.ttf"));
        const QStringList families = id < 0 ? QStringList() : QFontDatabase::applicationFontFamilies(id);
        return families.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont).family() : families.first();
    }();
    return family;
}

} // namespace rightrig
