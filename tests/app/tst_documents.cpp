// Every JSON document, field by field, against its published description.
#include "tests/support/programrunner.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rightrig::test;

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recommendationHasItsFields();
    void everyOptionHasItsFields();
    void choicesNameOptions();
    void optionsThatLostSayWhy();
    void candidatesAreOptions();
    void machinesHaveTheirFields();
    void nothingUnknownIsZero();
    void presetsHaveTheirFields();
    void estimateHasItsFields();
    void estimateOfThisComputer();
    void estimateReadsAJobFile();
    void oneDocumentOnly_data();
    void oneDocumentOnly();

private:
    QJsonObject m_recommendation, m_machines, m_presets;
    QTemporaryDir m_folder;
};

namespace {

QJsonValue at(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)); }

bool isDate(const QJsonValue& value)
{
    static const QRegularExpression iso(QStringLiteral("^\\d{4}(-\\d{2}(-\\d{2})?)?$"));
    return value.isNull() || iso.match(value.toString()).hasMatch();
}

bool isOneOf(const QJsonValue& value, const char* list)
{
    return QString::fromLatin1(list).split(QLatin1Char('|')).contains(value.toString());
}

bool isNumberOrNull(const QJsonValue& value) { return value.isNull() || value.isDouble(); }

bool isTextOrNull(const QJsonValue& value) { return value.isNull() || (value.isString() && !value.toString().isEmpty()); }

/// low <= likely <= high, all of them there; or null.
bool isRange(const QJsonValue& value)
{
    if (value.isNull())
        return true;
    const QJsonObject range = value.toObject();
    return at(range, "low").isDouble() && at(range, "likely").isDouble() && at(range, "high").isDouble()
        && at(range, "low").toDouble() <= at(range, "likely").toDouble() && at(range, "likely").toDouble() <= at(range, "high").toDouble();
}

bool areReasons(const QJsonValue& value)
{
    if (!value.isArray())
        return false;
    const QJsonArray list = value.toArray();
    return std::all_of(list.begin(), list.end(), [](const QJsonValue& one) {
        return !at(one.toObject(), "code").toString().isEmpty() && !at(one.toObject(), "text").toString().isEmpty();
    });
}

/// Null, or amount and currency together; an amount is never 0.
bool isPrice(const QJsonValue& value)
{
    if (value.isNull())
        return true;
    const QJsonObject price = value.toObject();
    const bool known = at(price, "amount").isDouble();
    if (known ? (at(price, "amount").toDouble() <= 0 || at(price, "currency").toString().size() != 3) : !at(price, "currency").isNull())
        return false;
    return isOneOf(at(price, "per"), "once|hour|month|free") && isDate(at(price, "as_of")) && isTextOrNull(at(price, "source"));
}

QJsonObject document(const QStringList& arguments)
{
    const Ran ran = runProgram(arguments);
    return ran.code == 0 ? jsonOf(ran) : QJsonObject();
}

const QJsonArray listOf(const QJsonObject& object, const char* key) { return at(object, key).toArray(); }

} // namespace

void TestDocuments::initTestCase()
{
    const QString answers = m_folder.filePath(QStringLiteral("answers.json"));
    QVERIFY(writeBytes(answers, R"({"schema":"rightrig.answers/1","goals":["images","text"],"depth":"adapt",
        "computer":{"kind":"known","form":"laptop","cpu":"Intel Core i5-1235U","ram_gib":16,"gpu":"none","os":"windows"},
        "candidates":[{"name":"<b>the one</b> in the shop","kind":"laptop","ram_gib":16,"price":{"amount":1199,"currency":"USD"}}],
        "budget":{"upfront":{"amount":1500,"currency":"USD"}}})"));
    m_recommendation = document({QStringLiteral("recommend"), QStringLiteral("--json"), QStringLiteral("--answers"), answers});
    m_machines = document({QStringLiteral("machines"), QStringLiteral("--json")});
    m_presets = document({QStringLiteral("presets"), QStringLiteral("--json")});
    QVERIFY(!m_recommendation.isEmpty());
}

void TestDocuments::recommendationHasItsFields()
{
    QCOMPARE(at(m_recommendation, "schema").toString(), QStringLiteral("rightrig.recommendation/1"));
    QVERIFY(!at(m_recommendation, "headline").toString().isEmpty());
    for (const char* list : {"runners_up", "would_change", "jobs", "options", "assumed"})
        QVERIFY2(at(m_recommendation, list).isArray(), list);
    const QJsonArray jobs = listOf(m_recommendation, "jobs");
    QVERIFY(jobs.size() >= 2);
    for (const QJsonValue& value : jobs) {
        const QJsonObject job = value.toObject();
        for (const char* text : {"id", "preset", "title"})
            QVERIFY2(!at(job, text).toString().isEmpty(), text);
        for (const char* number : {"samples", "epochs", "runs_per_week"})
            QVERIFY2(at(job, number).toDouble() > 0, number);
    }
    for (const QJsonValue& value : listOf(m_recommendation, "assumed")) {
        const QJsonObject assumed = value.toObject();
        QVERIFY(!at(assumed, "path").toString().isEmpty() && !at(assumed, "text").toString().isEmpty());
        QVERIFY(at(assumed, "value").isDouble() || at(assumed, "value").isString());
    }
    const QJsonObject catalogue = at(m_recommendation, "catalogue").toObject();
    QVERIFY(isDate(at(catalogue, "as_of")) && at(catalogue, "offers").toInt() > 0);
    QCOMPARE(at(catalogue, "sha256").toString().size(), 64);
}

void TestDocuments::everyOptionHasItsFields()
{
    QSet<QString> ids;
    const auto jobs = listOf(m_recommendation, "jobs").size();
    for (const QJsonValue& value : listOf(m_recommendation, "options")) {
        const QJsonObject option = value.toObject();
        const QByteArray id = at(option, "id").toString().toUtf8();
        QVERIFY2(!id.isEmpty() && !ids.contains(at(option, "id").toString()), id.constData());
        ids.insert(at(option, "id").toString());
        QVERIFY2(!at(option, "name").toString().isEmpty(), id.constData());
        QVERIFY2(isOneOf(at(option, "kind"), "keep|free|rent|laptop|desktop|mixed|lab|none"), id.constData());
        QVERIFY2(
            isTextOrNull(at(option, "machine")) && at(option, "candidate").isBool() && at(option, "on_frontier").isBool(), id.constData());
        QVERIFY2(isOneOf(at(option, "fits"), "yes|tight|no|unknown"), id.constData());
        QVERIFY2(areReasons(at(option, "why_not")), id.constData());
        QVERIFY2(isPrice(at(option, "price")), id.constData());
        QVERIFY2(isRange(at(option, "total_cost")), id.constData());
        QVERIFY2(isNumberOrNull(at(option, "energy_kwh")) && isNumberOrNull(at(option, "co2_kg")), id.constData());
        QCOMPARE(listOf(option, "jobs").size(), jobs);
        for (const QJsonValue& job : listOf(option, "jobs")) {
            QVERIFY2(isOneOf(at(job.toObject(), "fits"), "yes|tight|no|unknown"), id.constData());
            QVERIFY2(isOneOf(at(job.toObject(), "method"), "measured|calibrated|spec|classical"), id.constData());
            QVERIFY2(isRange(at(job.toObject(), "seconds")), id.constData());
            const QJsonObject memory = at(job.toObject(), "memory_gib").toObject();
            QVERIFY2(isNumberOrNull(at(memory, "need")) && isNumberOrNull(at(memory, "have")), id.constData());
        }
    }
    QVERIFY(ids.size() > 100);
}

void TestDocuments::choicesNameOptions()
{
    QSet<QString> ids;
    for (const QJsonValue& option : listOf(m_recommendation, "options"))
        ids.insert(at(option.toObject(), "id").toString());
    QJsonArray choices = listOf(m_recommendation, "runners_up");
    QVERIFY(choices.size() <= 3);
    choices.append(at(m_recommendation, "best"));
    for (const QJsonValue& choice : std::as_const(choices)) {
        QVERIFY(ids.contains(at(choice.toObject(), "option").toString()));
        QVERIFY(areReasons(at(choice.toObject(), "reasons")) && areReasons(at(choice.toObject(), "drawbacks")));
        QVERIFY(isOneOf(at(choice.toObject(), "kind"), "keep|free|rent|laptop|desktop|mixed|lab|none"));
    }
    for (const QJsonValue& change : listOf(m_recommendation, "would_change")) {
        QVERIFY(at(change.toObject(), "if").toString().contains(QLatin1Char('=')));
        QVERIFY(!at(change.toObject(), "then").toString().isEmpty() && !at(change.toObject(), "text").toString().isEmpty());
    }
}

void TestDocuments::optionsThatLostSayWhy()
{
    const QString best = at(at(m_recommendation, "best").toObject(), "option").toString();
    for (const QJsonValue& option : listOf(m_recommendation, "options")) {
        const QString id = at(option.toObject(), "id").toString();
        QVERIFY2(id == best || !listOf(option.toObject(), "why_not").isEmpty(), qPrintable(id));
        // what does not fit has no time
        for (const QJsonValue& job : listOf(option.toObject(), "jobs"))
            if (isOneOf(at(job.toObject(), "fits"), "no|unknown"))
                QVERIFY2(at(job.toObject(), "seconds").isNull(), qPrintable(id));
    }
}

void TestDocuments::candidatesAreOptions()
{
    int candidates = 0;
    for (const QJsonValue& value : listOf(m_recommendation, "options")) {
        const QJsonObject option = value.toObject();
        if (!at(option, "candidate").toBool())
            continue;
        ++candidates;
        QCOMPARE(at(option, "name").toString(), QStringLiteral("<b>the one</b> in the shop"));
        QCOMPARE(at(at(option, "price").toObject(), "amount").toDouble(), 1199.0);
    }
    QCOMPARE(candidates, 1);
}

void TestDocuments::machinesHaveTheirFields()
{
    QCOMPARE(at(m_machines, "schema").toString(), QStringLiteral("rightrig.machines/1"));
    QSet<QString> ids;
    for (const QJsonValue& value : listOf(m_machines, "machines")) {
        const QJsonObject machine = value.toObject();
        const QByteArray id = at(machine, "id").toString().toUtf8();
        QVERIFY2(!id.isEmpty() && !ids.contains(at(machine, "id").toString()), id.constData());
        ids.insert(at(machine, "id").toString());
        QVERIFY2(isOneOf(at(machine, "kind"), "laptop|desktop|rent|free|lab"), id.constData());
        for (const char* text : {"provider", "region", "cpu", "accelerator"})
            QVERIFY2(machine.contains(QLatin1String(text)) && isTextOrNull(at(machine, text)), text);
        for (const char* number : {"ram_gib", "accelerator_count", "vram_gib", "tgp_w"})
            QVERIFY2(machine.contains(QLatin1String(number)) && isNumberOrNull(at(machine, number)), number);
        QVERIFY2(isPrice(at(machine, "price")), id.constData());
        QVERIFY2(at(machine, "aliases").isArray(), id.constData());
        const QJsonObject price = at(machine, "price").toObject();
        if (!price.isEmpty())
            QVERIFY2(
                isOneOf(at(price, "kind"), "list|street|used|on-demand|spot|free") && isOneOf(at(price, "confidence"), "high|medium|low"),
                id.constData());
    }
    QVERIFY(ids.size() >= 150);
}

void TestDocuments::nothingUnknownIsZero()
{
    for (const QJsonValue& value : listOf(m_machines, "machines"))
        for (const char* number : {"ram_gib", "vram_gib", "tgp_w"})
            QVERIFY2(at(value.toObject(), number).isNull() || at(value.toObject(), number).toDouble() > 0, number);
}

void TestDocuments::presetsHaveTheirFields()
{
    QCOMPARE(at(m_presets, "schema").toString(), QStringLiteral("rightrig.presets/1"));
    QSet<QString> goals;
    for (const QJsonValue& value : listOf(m_presets, "presets")) {
        const QJsonObject preset = value.toObject();
        for (const char* text : {"id", "title", "goal", "depth", "family", "unit", "source", "as_of"})
            QVERIFY2(!at(preset, text).toString().isEmpty(), text);
        QVERIFY(at(preset, "samples").toDouble() > 0 && at(preset, "epochs").toDouble() > 0);
        goals.insert(at(preset, "goal").toString());
    }
    QCOMPARE(goals.size(), 5);
}

void TestDocuments::estimateHasItsFields()
{
    const QString preset = at(listOf(m_presets, "presets").first().toObject(), "id").toString();
    const QString machine = at(listOf(m_machines, "machines").first().toObject(), "id").toString();
    const QJsonObject json = document(
        {QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--job"), preset, QStringLiteral("--machine"), machine});
    QCOMPARE(at(json, "schema").toString(), QStringLiteral("rightrig.estimate/1"));
    QCOMPARE(at(json, "machine").toString(), machine);
    QVERIFY(!at(json, "job").toString().isEmpty());
    QVERIFY(isOneOf(at(json, "fits"), "yes|tight|no|unknown") && isOneOf(at(json, "method"), "measured|calibrated|spec|classical"));
    QVERIFY(isRange(at(json, "seconds")));
    QVERIFY(at(json, "formula").isString());
    QVERIFY(!listOf(json, "inputs").isEmpty());
    for (const QJsonValue& input : listOf(json, "inputs")) {
        QVERIFY(!at(input.toObject(), "name").toString().isEmpty() && at(input.toObject(), "value").isDouble());
        QVERIFY(at(input.toObject(), "unit").isString() && isTextOrNull(at(input.toObject(), "source"))
            && isDate(at(input.toObject(), "as_of")));
    }
}

void TestDocuments::estimateOfThisComputer()
{
    const QString preset = at(listOf(m_presets, "presets").first().toObject(), "id").toString();
    const QJsonObject json = document({QStringLiteral("estimate"), QStringLiteral("--json"), QStringLiteral("--job"), preset,
        QStringLiteral("--machine"), QStringLiteral("this")});
    QCOMPARE(at(json, "machine").toString(), QStringLiteral("this"));
    QVERIFY(isOneOf(at(json, "fits"), "yes|tight|no|unknown"));
}

void TestDocuments::estimateReadsAJobFile()
{
    const QString preset = at(listOf(m_presets, "presets").first().toObject(), "id").toString();
    const QString machine = at(listOf(m_machines, "machines").first().toObject(), "id").toString();
    const QString file = m_folder.filePath(QStringLiteral("job.json"));
    QVERIFY(writeBytes(file, "{\"schema\":\"rightrig.job/1\",\"preset\":\"" + preset.toUtf8() + "\",\"epochs\":7}"));
    const QStringList rest{QStringLiteral("--machine"), machine, QStringLiteral("--json")};
    QCOMPARE(runProgram(QStringList{QStringLiteral("estimate"), QStringLiteral("--job"), file} + rest).code, 0);
    QVERIFY(writeBytes(file, "{\"schema\":\"rightrig.job/1\",\"preset\":\"" + preset.toUtf8() + "\",\"epochs\":0}"));
    const Ran bad = runProgram(QStringList{QStringLiteral("estimate"), QStringLiteral("--job"), file} + rest);
    QCOMPARE(bad.code, 1);
    QVERIFY2(bad.err.contains("epochs"), bad.err.constData());
}

void TestDocuments::oneDocumentOnly_data()
{
    QTest::addColumn<QString>("command");
    for (const char* command : {"machines", "presets"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestDocuments::oneDocumentOnly()
{
    QFETCH(QString, command);
    const Ran ran = runProgram({command, QStringLiteral("--json")});
    QJsonParseError problem;
    QVERIFY(QJsonDocument::fromJson(ran.out, &problem).isObject());
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QVERIFY(ran.out.endsWith("}\n"));
    QCOMPARE(ran.err, QByteArray());
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
