// The answers inside the PDF: they come out as they went in, and no PDF from elsewhere does harm or is half read.
#include "ui/report/attachment.h"
#include "ui/report/postprocess.h"

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr, as every qpdf since 11 means it
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace rightrig;

namespace {

const QDate day(2026, 11, 23);
const QByteArray json = R"({"schema":"rightrig.answers/1","depth":"adapt"})";

using Change = std::function<void(QPDF&)>;
using Setting = std::function<void(QPDFWriter&)>;

/// A PDF of one empty catalogue, changed and written as asked.
QByteArray made(const Change& change, const Setting& set = {})
{
    QPDF pdf;
    pdf.emptyPDF();
    change(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    if (set)
        set(writer);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

QByteArray carrying(const QByteArray& answers, const Setting& set = {})
{
    return made([&](QPDF& pdf) { attachAnswers(pdf, answers, day); }, set);
}

QByteArray answersIn(const QByteArray& pdf)
{
    const auto read = attachedAnswers(pdf);
    const auto* bytes = std::get_if<QByteArray>(&read);
    return bytes != nullptr ? *bytes : QByteArray();
}

QString problemOf(const QByteArray& pdf)
{
    const auto read = attachedAnswers(pdf);
    const auto* problem = std::get_if<QString>(&read);
    return problem != nullptr ? *problem : QString();
}

/// The attachment replaced by a stream of raw bytes with these filters.
QByteArray withRawStream(const std::string& raw, QPDFObjectHandle filter)
{
    return made(
        [&](QPDF& pdf) {
            attachAnswers(pdf, json, day);
            QPDFObjectHandle file = pdf.getRoot().getKey("/Names").getKey("/EmbeddedFiles").getKey("/Names").getArrayItem(1);
            file.getKey("/EF").getKey("/F").replaceStreamData(raw, filter, QPDFObjectHandle::newNull());
        },
        [](QPDFWriter& writer) {
            writer.setStreamDataMode(qpdf_s_preserve);
            writer.setDecodeLevel(qpdf_dl_none);
        });
}

std::string packed(const QByteArray& bytes)
{
    const QByteArray deflated = qCompress(bytes, 9).mid(4); // without Qt's own length in front
    return deflated.toStdString();
}

} // namespace

class TestAttachment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOutAsItWentIn_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::newRow("usual") << json;
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("binary") << QByteArray("\0endstream\nendobj\n%%EOF\xff", 24);
        QTest::newRow("the largest") << QByteArray(mostAttachedBytes, 'x');
    }
    void comesOutAsItWentIn()
    {
        QFETCH(QByteArray, answers);
        const QByteArray pdf = carrying(answers);
        QVERIFY2(problemOf(pdf).isEmpty(), qPrintable(problemOf(pdf)));
        QVERIFY(answersIn(pdf) == answers);
        QCOMPARE(carrying(answers), pdf); // the same bytes each time
    }

    void postProcessingAttaches()
    {
        const QByteArray plain = made([](QPDF&) {});
        const auto with = postProcess(plain, {QStringLiteral("t"), {}, {}, QStringLiteral("en"), day, json});
        QCOMPARE(answersIn(std::get<QByteArray>(with)), json);
        const auto without = postProcess(plain, {QStringLiteral("t"), {}, {}, QStringLiteral("en"), day, {}});
        QVERIFY(problemOf(std::get<QByteArray>(without)).contains(QLatin1String("carries no answers")));
    }

    void refusesWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const QByteArray& pdf, const char* reason) {
            QTest::newRow(name) << pdf << QString::fromLatin1(reason);
        };
        const QByteArray good = carrying(json);
        row("empty", {}, "not a PDF");
        row("text", "hello", "not a PDF");
        row("only a header", "%PDF-1.7\n", "cut short");
        row("half", good.left(good.size() / 2), "cut short");
        row("table outside", QByteArray(good).replace("startxref\n", "startxref\n9"), "cut short");
        row("no number", QByteArray(good).replace("startxref\n", "startxref\nx"), "cut short");
        row("too large", good + QByteArray(mostPdfBytes, ' '), "larger than 16 MB");
        row("nothing attached", made([](QPDF&) {}), "carries no answers");
        row("something else attached", made([](QPDF& pdf) {
            attachAnswers(pdf, json, day);
            pdf.getRoot()
                .getKey("/Names")
                .getKey("/EmbeddedFiles")
                .getKey("/Names")
                .setArrayItem(0, QPDFObjectHandle::newString("other.json"));
        }),
            "carries no answers");
        row("names are no list", made([](QPDF& pdf) { pdf.getRoot().replaceKey("/Names", QPDFObjectHandle::newInteger(7)); }),
            "carries no answers");
        row("protected",
            carrying(json,
                [](QPDFWriter& writer) {
                    writer.setR6EncryptionParameters("secret", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
                }),
            "protected");
        row("protected for changes only",
            carrying(json,
                [](QPDFWriter& writer) {
                    writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
                }),
            "protected");
        row("objects in streams", carrying(json, [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_generate); }),
            "Another program");
        row("something appended", QByteArray(good).replace("/Root", "/Prev 15 /Root"), "Another program");
        row("appended in disguise", QByteArray(good).replace("/Root", "/Pr#65v 15 /Root"), "Another program");
    }
    void refusesWithTheReason()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QString, reason);
        QVERIFY2(problemOf(pdf).contains(reason), qPrintable(problemOf(pdf)));
    }

    void bombsAreStopped_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const QByteArray zeros(qsizetype{200} << 20, '\0');
        const std::string once = packed(zeros);
        const auto flate = [] { return QPDFObjectHandle::newName("/FlateDecode"); };
        QTest::newRow("a little over") << carrying(QByteArray(mostAttachedBytes + 1, 'x'));
        QTest::newRow("200 MB in 200 kB") << withRawStream(once, flate());
        QTest::newRow("a packed bomb") << withRawStream(
            packed(QByteArray::fromStdString(once)), QPDFObjectHandle::newArray(std::vector<QPDFObjectHandle>{flate(), flate()}));
        QTest::newRow("another filter") << withRawStream("abc", QPDFObjectHandle::newName("/LZWDecode"));
        QTest::newRow("not packed at all") << withRawStream("abc", flate());
    }
    void bombsAreStopped()
    {
        QFETCH(QByteArray, pdf);
        QVERIFY(pdf.size() < 4 * mostAttachedBytes);
        QVERIFY2(!problemOf(pdf).isEmpty(), answersIn(pdf).left(100).constData());
    }

    void everyCutIsRefused()
    {
        const QByteArray good = carrying(json);
        for (qsizetype length = 0; length < good.size() - 8; ++length) // the last line may lack its end
            QVERIFY2(!problemOf(good.left(length)).isEmpty(), qPrintable(QString::number(length)));
    }

    /// Whatever happens to a good file, it gives the answers, other bytes of bounded size, or a reason; never a crash.
    void changedBytesNeverCrash()
    {
        const QByteArray good = carrying(json);
        QRandomGenerator random(3);
        for (int round = 0; round < 3000; ++round) {
            QByteArray pdf = good;
            for (int i = 0; i < 1 + round % 5; ++i)
                pdf[static_cast<qsizetype>(random.bounded(static_cast<quint32>(pdf.size())))] = static_cast<char>(random.bounded(256));
            QVERIFY(answersIn(pdf).size() <= mostAttachedBytes);
        }
    }

    void namesThatLoopAreNoAnswers()
    {
        const QByteArray pdf = made([](QPDF& document) {
            QPDFObjectHandle loop = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
            loop.replaceKey("/EmbeddedFiles", loop);
            loop.replaceKey("/Kids", loop);
            document.getRoot().replaceKey("/Names", loop);
        });
        QVERIFY(problemOf(pdf).contains(QLatin1String("carries no answers")));
    }
};

QTEST_APPLESS_MAIN(TestAttachment)
#include "tst_attachment.moc"
