// A PDF from elsewhere is hostile until shown otherwise. What could unpack without end in qpdf is compressed lists of objects and
// filters one after the other; both are recognised before qpdf sees the file, and refused.
#include "ui/report/attachment.h"

#include <QCoreApplication>

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr, as every qpdf since 11 means it
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>

#include <exception>
#include <stdexcept>

namespace rightrig {
namespace {

constexpr char attachedName[] = "answers.json";
constexpr qsizetype tailBytes = 1054; // where every reader looks for "startxref"
constexpr int mostNames = 200;

struct AttachmentWords
{
    Q_DECLARE_TR_FUNCTIONS(Attachment)
};

QString notOurs() { return AttachmentWords::tr("This PDF carries no answers. Only PDFs made by RightRig do."); }

QString notWhole() { return AttachmentWords::tr("This PDF is cut short or damaged. Copy it again."); }

QString changedByOthers()
{
    return AttachmentWords::tr("Another program wrote or changed this PDF. Use it as RightRig saved it, or the saved answers.");
}

/// Everything from the table of objects to the end of the file; empty if there is no plain table.
QByteArray tailFromTable(const QByteArray& pdf, QString& problem)
{
    static const QByteArray keyword("startxref");
    const qsizetype at = pdf.lastIndexOf(keyword);
    if (at < 0 || at < pdf.size() - tailBytes) {
        problem = notWhole();
        return {};
    }
    bool number = false;
    const QByteArray written = pdf.mid(at + keyword.size(), 40).trimmed().split('%').first().trimmed();
    const qlonglong table = written.toLongLong(&number);
    if (!number || table <= 0 || table >= at) {
        problem = notWhole();
        return {};
    }
    QByteArray tail = pdf.mid(table);
    if (!tail.startsWith("xref\n") && !tail.startsWith("xref\r") && !tail.startsWith("xref ")) {
        problem = changedByOthers();
        return {};
    }
    return tail;
}

/// What is wrong with the form of the file; empty if qpdf may look at it.
QString formProblem(const QByteArray& pdf)
{
    if (pdf.size() > mostPdfBytes)
        return AttachmentWords::tr("This PDF is larger than %1 MB. A RightRig PDF never is.").arg(mostPdfBytes >> 20);
    if (!pdf.startsWith("%PDF-"))
        return AttachmentWords::tr("This is not a PDF.");
    QString problem;
    const QByteArray tail = tailFromTable(pdf, problem);
    if (!problem.isEmpty())
        return problem;
    if (tail.contains("Encrypt"))
        return AttachmentWords::tr("This PDF is protected. Use it as RightRig saved it.");
    // "#" would let a name be written in another way than it is searched for here
    for (const char* other : {"Prev", "XRefStm", "stream", "#"}) {
        if (tail.contains(other))
            return changedByOthers();
    }
    return {};
}

/// Keeps what fits and stops the rest.
class LimitedSink : public Pipeline
{
public:
    LimitedSink() : Pipeline("answers", nullptr) { }
    void write(const unsigned char* data, size_t length) override
    {
        m_tooLarge = m_tooLarge || m_bytes.size() + static_cast<qint64>(length) > mostAttachedBytes;
        if (m_tooLarge)
            throw std::length_error("the attachment is too large");
        m_bytes.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length));
    }
    void finish() override { }
    [[nodiscard]] bool isTooLarge() const { return m_tooLarge; }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    bool m_tooLarge = false;
};

QPDFObjectHandle member(QPDFObjectHandle& dictionary, const char* key)
{
    return dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
}

/// The stream named "answers.json" among the attached files; null if there is none.
QPDFObjectHandle attachedStream(QPDF& pdf)
{
    QPDFObjectHandle root = pdf.getRoot();
    QPDFObjectHandle names = member(root, "/Names");
    QPDFObjectHandle files = member(names, "/EmbeddedFiles");
    QPDFObjectHandle list = member(files, "/Names");
    if (!list.isArray() || list.getArrayNItems() > 2 * mostNames)
        return QPDFObjectHandle::newNull();
    for (int i = 0; i + 1 < list.getArrayNItems(); i += 2) {
        QPDFObjectHandle name = list.getArrayItem(i);
        if (!name.isString() || name.getUTF8Value() != attachedName)
            continue;
        QPDFObjectHandle file = list.getArrayItem(i + 1);
        QPDFObjectHandle embedded = member(file, "/EF");
        QPDFObjectHandle stream = member(embedded, "/F");
        return stream.isStream() ? stream : member(embedded, "/UF");
    }
    return QPDFObjectHandle::newNull();
}

/// One filter at most, and only the usual one: filters behind each other can unpack a million to one.
bool isPlain(QPDFObjectHandle& stream)
{
    QPDFObjectHandle dictionary = stream.getDict();
    QPDFObjectHandle filter = dictionary.getKey("/Filter");
    QPDFObjectHandle length = dictionary.getKey("/Length");
    const bool usual = filter.isNull() || (filter.isName() && filter.getName() == "/FlateDecode");
    return usual && dictionary.getKey("/DecodeParms").isNull() && length.isInteger() && length.getIntValue() <= mostAttachedBytes;
}

std::variant<QByteArray, QString> unpacked(const QByteArray& pdf)
{
    QPDF document;
    document.setSuppressWarnings(true);
    document.setAttemptRecovery(false);
    document.processMemoryFile("PDF", pdf.constData(), static_cast<std::size_t>(pdf.size()));
    if (document.isEncrypted())
        return AttachmentWords::tr("This PDF is protected. Use it as RightRig saved it.");
    QPDFObjectHandle stream = attachedStream(document);
    if (!stream.isStream())
        return notOurs();
    if (!isPlain(stream))
        return changedByOthers();
    LimitedSink sink;
    const bool whole = stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
    if (sink.isTooLarge())
        return AttachmentWords::tr("The answers in this PDF are larger than 1 MB. Answers never are.");
    if (!whole)
        return notWhole();
    return sink.bytes();
}

} // namespace

void attachAnswers(QPDF& pdf, const QByteArray& json, QDate date)
{
    const std::string day = date.toString(QStringLiteral("'D:'yyyyMMdd'000000Z'")).toStdString();
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, json.toStdString());
    stream.setCreationDate(day).setModDate(day).setSubtype("application/json");
    auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, attachedName, stream);
    file.setDescription("The answers this report was made from. RightRig opens them again.");
    file.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Source"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(attachedName, file);
    QPDFObjectHandle related = QPDFObjectHandle::newArray();
    related.appendItem(file.getObjectHandle());
    pdf.getRoot().replaceKey("/AF", related);
}

std::variant<QByteArray, QString> attachedAnswers(const QByteArray& pdf)
{
    if (QString problem = formProblem(pdf); !problem.isEmpty())
        return problem;
    try {
        return unpacked(pdf);
    } catch (const std::exception&) {
        return notWhole();
    }
}

} // namespace rightrig
