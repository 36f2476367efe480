#include "ui/report/postprocess.h"

#include "ui/report/attachment.h"

#include <QCoreApplication>

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr, as every qpdf since 11 means it
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace rightrig {
namespace {

QPDFObjectHandle textObject(const QString& text) { return QPDFObjectHandle::newUnicodeString(text.toStdString()); }

QPDFObjectHandle dateObject(QDate date)
{
    const QString text = date.toString(QStringLiteral("'D:'yyyyMMdd'000000Z'"));
    return QPDFObjectHandle::newString(text.toStdString());
}

void setInfo(QPDF& pdf, const ReportMeta& meta)
{
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", textObject(meta.title));
    info.replaceKey("/Subject", textObject(meta.subject));
    info.replaceKey("/Creator", textObject(meta.creator));
    info.replaceKey("/CreationDate", dateObject(meta.date));
    info.replaceKey("/ModDate", dateObject(meta.date));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

void setCatalogue(QPDF& pdf, const ReportMeta& meta)
{
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", textObject(meta.language));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
}

QByteArray written(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

} // namespace

std::variant<QByteArray, QString> postProcess(const QByteArray& pdf, const ReportMeta& meta)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        setInfo(document, meta);
        setCatalogue(document, meta);
        if (!meta.answers.isEmpty())
            attachAnswers(document, meta.answers, meta.date);
        return written(document);
    } catch (const std::exception& problem) {
        return QCoreApplication::translate("Report", "The PDF could not be finished: %1").arg(QString::fromUtf8(problem.what()));
    }
}

} // namespace rightrig
