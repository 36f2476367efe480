// The answers inside a PDF: put there when the report is finished, taken out again when it is opened.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <variant>

class QPDF;

namespace rightrig {

constexpr qint64 mostPdfBytes = qint64{16} << 20;     ///< larger files are not looked into; a report is a fiftieth of that
constexpr qint64 mostAttachedBytes = qint64{1} << 20; ///< as for saved answers

/// Adds `json` as "answers.json", dated `date`, so that the same report stays the same bytes. May throw what qpdf throws.
void attachAnswers(QPDF& pdf, const QByteArray& json, QDate date);

/// The bytes of "answers.json", or one sentence on why there are none. Never more than mostAttachedBytes; nothing else of the PDF is
/// unpacked. Only the plain form that RightRig writes is read: one table of objects, no passwords, nothing appended.
[[nodiscard]] std::variant<QByteArray, QString> attachedAnswers(const QByteArray& pdf);

} // namespace rightrig
