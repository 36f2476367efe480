// What QPdfWriter leaves out: language, window title, attached answers, and a date that the caller decides, so that the same report is the
// same bytes.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

#include <variant>

namespace rightrig {

/// What the file says about itself.
struct ReportMeta
{
    QString title;
    QString subject;
    QString creator;
    QString language; ///< BCP 47, "en"
    QDate date;
    QByteArray answers; ///< attached as "answers.json"; empty: nothing is attached
};

/// The same pages with the metadata of `meta` and an identifier computed from the content, or one sentence on what failed.
/// The only place that touches the finished PDF.
[[nodiscard]] std::variant<QByteArray, QString> postProcess(const QByteArray& pdf, const ReportMeta& meta);

} // namespace rightrig
