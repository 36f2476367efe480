// Type and colour of the printed report. Every pair of colours stays readable when printed in grey.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextBlockFormat>
#include <QTextCharFormat>

namespace rightrig {

namespace ink {

constexpr QRgb band = 0xFF16335C; ///< the header band, with white text
constexpr QRgb onBand = 0xFFFFFFFF;
constexpr QRgb softOnBand = 0xFFD5E0F0;
constexpr QRgb text = 0xFF1B2330;
constexpr QRgb muted = 0xFF566173;
constexpr QRgb accent = 0xFF1B4F9C; ///< headings
constexpr QRgb line = 0xFFC9D1DC;
constexpr QRgb tint = 0xFFEDF2F9; ///< behind the answer and table headers

} // namespace ink

enum class Tone { Body, Strong, Muted, Small, SmallStrong, SmallMuted, Heading, Headline, Label };

/// The report's base font. Its letters stand a hair apart, which keeps "fi" two letters that can be searched.
[[nodiscard]] QFont reportFont(double points, bool bold = false);
[[nodiscard]] QTextCharFormat toneFormat(Tone tone);
/// Space above and below, in points.
[[nodiscard]] QTextBlockFormat spacing(double above, double below);
/// An error if this computer and the program have no font with letters in it: such a PDF would be blank. Empty if all is well.
[[nodiscard]] QString fontProblem();

} // namespace rightrig
