// `catalogue import`, `export`, `diff` and `reset` as a script runs them.
#include "tests/support/programrunner.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace rightrig::test;

namespace {

QJsonObject offerOf(const QJsonObject& machines, const QString& id)
{
    const QJsonArray all = machines.value(QLatin1String("machines")).toArray();
    for (const QJsonValue& machine : all) {
        const QJsonArray offers = machine.toObject().value(QLatin1String("offers")).toArray();
        for (const QJsonValue& offer : offers) {
            if (offer.toObject().value(QLatin1String("id")).toString() == id)
                return offer.toObject();
        }
    }
    return {};
}

} // namespace

class TestCataloguePrices : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    static Ran catalogue(const QStringList& words) { return runProgram(QStringList{QStringLiteral("catalogue")} + words); }
    [[nodiscard]] QString skyFile() const
    {
        const QString file = path("sample_vms.csv");
        writeBytes(file,
            "Region,InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,GpuInfo,SpotPrice\n"
            "eu-north1,cpu-e2_2vcpu-8gb,,0,2,8,0.04,,\n"
            "eu-north1,sample-new-gpu,H100,2.0,32,400,5.5,\"{'Gpus': [{'Name': 'H100', 'Count': 2, 'MemoryInfo': {'SizeInMiB': "
            "80}}]}\",2.5\n"
            "eu-north1,sample-strange,NoSuchCard,1,8,32,1,,\n"
            "eu-north1,sample-free,,0,8,32,0,,\n");
        return file;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void importsASkyPilotCatalogue()
    {
        const QString own = path("own.csv");
        const QStringList words{QStringLiteral("import"), skyFile(), QStringLiteral("--provider"), QStringLiteral("nebius"),
            QStringLiteral("--prices"), own, QStringLiteral("--json")};
        const Ran dry = catalogue(words + QStringList{QStringLiteral("--dry-run")});
        QVERIFY2(dry.code == 0, dry.err.constData());
        const QJsonObject plan = jsonOf(dry);
        QCOMPARE(plan.value(QLatin1String("format")).toString(), QStringLiteral("skypilot"));
        QCOMPARE(plan.value(QLatin1String("added")).toArray().size(), 2);
        const QJsonObject changed = plan.value(QLatin1String("changed")).toArray().at(0).toObject();
        QCOMPARE(changed.value(QLatin1String("id")).toString(), QStringLiteral("nebius-cpu-e2-2vcpu-8gb-eu-north1"));
        QCOMPARE(changed.value(QLatin1String("before")).toObject().value(QLatin1String("price")).toObject().value(QLatin1String("amount")),
            QJsonValue(0.0496));
        QCOMPARE(plan.value(QLatin1String("unmatched")).toArray().at(0).toObject().value(QLatin1String("line")).toInt(), 4);
        QCOMPARE(plan.value(QLatin1String("rejected")).toArray().at(0).toObject().value(QLatin1String("line")).toInt(), 5);
        QVERIFY(!QFile::exists(own));

        QCOMPARE(catalogue(words).code, 0);
        QVERIFY(QFile::exists(own));
        const QJsonObject again = jsonOf(catalogue(words));
        QCOMPARE(again.value(QLatin1String("added")).toArray().size(), 0);
        QCOMPARE(again.value(QLatin1String("unchanged")).toInt(), 3);

        const Ran with = runProgram({QStringLiteral("machines"), QStringLiteral("--json"), QStringLiteral("--prices"), own});
        QCOMPARE(
            offerOf(jsonOf(with), QStringLiteral("nebius-cpu-e2-2vcpu-8gb-eu-north1")).value(QLatin1String("amount")).toDouble(), 0.04);
        const Ran without = runProgram({QStringLiteral("machines"), QStringLiteral("--json")});
        QCOMPARE(offerOf(jsonOf(without), QStringLiteral("nebius-cpu-e2-2vcpu-8gb-eu-north1")).value(QLatin1String("amount")).toDouble(),
            0.0496);
    }

    void resetsRowByRow()
    {
        const QString own = path("reset.csv");
        QCOMPARE(catalogue({QStringLiteral("import"), skyFile(), QStringLiteral("--provider"), QStringLiteral("Nebius"),
                               QStringLiteral("--prices"), own})
                     .code,
            0);
        const QString id = QStringLiteral("nebius-cpu-e2-2vcpu-8gb-eu-north1");
        const Ran one = catalogue({QStringLiteral("reset"), id, QStringLiteral("--prices"), own, QStringLiteral("--json")});
        QCOMPARE(jsonOf(one).value(QLatin1String("removed")).toInt(), 1);
        QCOMPARE(jsonOf(one).value(QLatin1String("left")).toInt(), 2);
        QCOMPARE(catalogue({QStringLiteral("reset"), id, QStringLiteral("--prices"), own}).code, 1);
        QCOMPARE(catalogue({QStringLiteral("reset"), QStringLiteral("--all"), QStringLiteral("--prices"), own}).code, 0);
        QCOMPARE(fileBytes(own).count('\n'), 1);
    }

    void whatCommandsChangeStandsInTheHistory()
    {
        const QString own = path("noted.csv"), history = path("history-of-noted.csv");
        const QStringList import{
            QStringLiteral("import"), skyFile(), QStringLiteral("--provider"), QStringLiteral("Nebius"), QStringLiteral("--prices"), own};
        QCOMPARE(catalogue(import + QStringList{QStringLiteral("--dry-run")}).code, 0);
        QVERIFY(!QFile::exists(history));
        QCOMPARE(catalogue(import).code, 0);
        const QByteArray imported = fileBytes(history);
        QCOMPARE(imported.count("2026-11-23,import,"), 3);
        QVERIFY2(imported.contains("eu-north1,0.0496,USD,0.04,USD,1,"), imported.constData());
        QCOMPARE(catalogue(import).code, 0); // nothing new: nothing to note
        QCOMPARE(fileBytes(history), imported);
        const QStringList reset{
            QStringLiteral("reset"), QStringLiteral("nebius-cpu-e2-2vcpu-8gb-eu-north1"), QStringLiteral("--prices"), own};
        QCOMPARE(catalogue(reset).code, 0);
        QVERIFY2(fileBytes(history).contains("2026-11-23,reset,"), fileBytes(history).constData());
        QVERIFY(fileBytes(history).contains("eu-north1,0.04,USD,0.0496,USD,1,"));
        QVERIFY(writeBytes(history, "damaged\n")); // is put aside, and keeps nothing from being changed
        QCOMPARE(catalogue({QStringLiteral("reset"), QStringLiteral("--all"), QStringLiteral("--prices"), own}).code, 0);
        QCOMPARE(fileBytes(history).count("2026-11-23,reset,"), 2);
        QCOMPARE(fileBytes(history + QStringLiteral(".bad-1")), QByteArray("damaged\n"));
        QCOMPARE(fileBytes(own).count('\n'), 1);
    }

    void aMachineComesInByFile()
    {
        const QString own = path("machines.csv"), table = path("corner.csv");
        QVERIFY(writeBytes(table,
            "machine,kind,cpu,accelerator,tgp_w,ram_gib,price,currency,price_kind,source,as_of\n"
            "Corner book,laptop,Intel Core i7-13700H,GeForce RTX 4060 Laptop GPU,105,16,640,USD,street,a shop,2026-11-20\n"
            "Odd book,laptop,Abacus 9,,,16,640,USD,street,a shop,2026-11-20\n"
            "Hot book,laptop,,GeForce RTX 4060 Laptop GPU,9000,16,640,USD,street,a shop,2026-11-20\n"));
        const QStringList prices{QStringLiteral("--prices"), own, QStringLiteral("--json")};
        const QJsonObject plan = jsonOf(catalogue(QStringList{QStringLiteral("import"), table} + prices));
        QCOMPARE(plan.value(QLatin1String("added")).toArray().size(), 1);
        QVERIFY(plan.value(QLatin1String("unmatched"))
                    .toArray()
                    .at(0)
                    .toObject()
                    .value(QLatin1String("text"))
                    .toString()
                    .contains(QStringLiteral("Abacus 9")));
        QVERIFY(plan.value(QLatin1String("rejected"))
                    .toArray()
                    .at(0)
                    .toObject()
                    .value(QLatin1String("text"))
                    .toString()
                    .contains(QStringLiteral("tgp_w")));
        const auto member = [&](const QStringList& words, const char* list) {
            const QJsonArray all = jsonOf(runProgram(words + prices)).value(QLatin1String(list)).toArray();
            QList<QJsonObject> added;
            for (const QJsonValue& one : all) {
                if (one.toObject().value(QLatin1String("added_by_you")).toBool())
                    added.append(one.toObject());
            }
            return added.size() == 1 ? added.first() : QJsonObject();
        };
        const QJsonObject machine = member({QStringLiteral("machines")}, "machines");
        QCOMPARE(machine.value(QLatin1String("name")).toString(), QStringLiteral("Corner book"));
        QCOMPARE(machine.value(QLatin1String("cpu")).toString(), QStringLiteral("Intel Core i7-13700H"));
        QCOMPARE(machine.value(QLatin1String("tgp_w")).toDouble(), 105.0);
        const QJsonObject option = member({QStringLiteral("recommend"), QStringLiteral("--answers"), sampleAnswers()}, "options");
        QCOMPARE(option.value(QLatin1String("name")).toString(), QStringLiteral("Corner book"));
    }

    void neverOverwritesAFileItCannotRead()
    {
        const QString own = path("bad.csv");
        const QByteArray bytes = "machine,price,currency,source,as_of\nBook,many,USD,page,2026\n";
        QVERIFY(writeBytes(own, bytes));
        const Ran ran = catalogue(
            {QStringLiteral("import"), skyFile(), QStringLiteral("--provider"), QStringLiteral("Nebius"), QStringLiteral("--prices"), own});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.errorText().contains(QLatin1String("bad.csv:2")));
        QCOMPARE(fileBytes(own), bytes);
    }

    void templateAndExportComeBack()
    {
        const QString table = path("template.csv");
        QCOMPARE(catalogue({QStringLiteral("export"), QStringLiteral("--template"), QStringLiteral("--out"), table}).code, 0);
        const Ran ran = catalogue({QStringLiteral("import"), table, QStringLiteral("--dry-run"), QStringLiteral("--json"),
            QStringLiteral("--prices"), path("none.csv")});
        const QJsonObject plan = jsonOf(ran);
        QCOMPARE(plan.value(QLatin1String("format")).toString(), QStringLiteral("rightrig"));
        QCOMPARE(plan.value(QLatin1String("rejected_count")).toInt(), 0);
        QVERIFY2(plan.value(QLatin1String("unmatched_count")).toInt() == 0, ran.out.constData());

        const QString all = path("all.csv");
        QCOMPARE(catalogue({QStringLiteral("export"), QStringLiteral("--out"), all}).code, 0);
        const Ran same = catalogue({QStringLiteral("diff"), rightrig::testCatalogue(), all, QStringLiteral("--json")});
        QCOMPARE(same.code, 0);
        for (const char* list : {"added", "removed", "changed"})
            QCOMPARE(jsonOf(same).value(QLatin1String(list)).toArray().size(), 0);
        QByteArray bytes = fileBytes(all);
        bytes.replace(",0.0496,", ",0.05,");
        const QString other = path("other.csv");
        QVERIFY(writeBytes(other, bytes));
        QVERIFY(!jsonOf(catalogue({QStringLiteral("diff"), all, other, QStringLiteral("--json")}))
                     .value(QLatin1String("changed"))
                     .toArray()
                     .isEmpty());
    }

    void aPlanSaysWhatChangedSinceItWasMade()
    {
        const QString plan = path("plan.json"), id = QStringLiteral("nebius-cpu-e2-2vcpu-8gb-eu-north1");
        const QJsonObject answers = QJsonDocument::fromJson(fileBytes(sampleAnswers())).object();
        const auto price = [](double amount) {
            return QJsonObject{{QStringLiteral("amount"), amount}, {QStringLiteral("currency"), QStringLiteral("USD")}};
        };
        const auto used = [&](const QString& offer, double amount) {
            return QJsonObject{{QStringLiteral("offer"), offer}, {QStringLiteral("name"), offer + QStringLiteral(" by name")},
                {QStringLiteral("price"), price(amount)}, {QStringLiteral("per"), QStringLiteral("hour")},
                {QStringLiteral("as_of"), QStringLiteral("2026-01")}};
        };
        const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("rightrig.plan/1")},
            {QStringLiteral("date"), QStringLiteral("2026-02-01")}, {QStringLiteral("answers"), answers},
            {QStringLiteral("prices"), QJsonArray{used(id, 0.1), used(QStringLiteral("gone"), 3.0)}}};
        QVERIFY(writeBytes(plan, QJsonDocument(document).toJson()));
        const QStringList words{QStringLiteral("recommend"), QStringLiteral("--answers"), plan};
        const QString text = runProgram(words).text();
        QVERIFY2(text.contains(QStringLiteral("Since this plan was made")), qPrintable(text));
        QVERIFY2(
            text.simplified().contains(QStringLiteral("2 of the plan's 2 prices changed since 1 February 2026: 1 fell")), qPrintable(text));
        QVERIFY(text.simplified().contains(id + QStringLiteral(" by name: 0.10 USD an hour then, 0.05")));
        QVERIFY(text.contains(QStringLiteral("best option")));
        const QJsonObject changes
            = jsonOf(runProgram(words + QStringList{QStringLiteral("--json")})).value(QLatin1String("plan")).toObject();
        QCOMPARE(changes.value(QLatin1String("prices")).toInt(), 2);
        const QJsonArray changed = changes.value(QLatin1String("changed")).toArray();
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).toObject().value(QLatin1String("before")).toObject().value(QLatin1String("amount")).toDouble(), 0.1);
        QCOMPARE(changed.at(0).toObject().value(QLatin1String("after")).toObject().value(QLatin1String("amount")).toDouble(), 0.0496);
        QVERIFY(changed.at(1).toObject().value(QLatin1String("after")).isNull());
        const Ran without = runProgram({QStringLiteral("recommend"), QStringLiteral("--answers"), sampleAnswers()});
        QVERIFY(!without.text().contains(QStringLiteral("Since this plan was made")));
    }

    void leavesOutTheOldestPricesUnlessAsked()
    {
        const QStringList words{QStringLiteral("recommend"), QStringLiteral("--answers"), sampleAnswers(), QStringLiteral("--json")};
        const auto expired = [&](const QStringList& more) {
            const QJsonObject catalogue = jsonOf(runProgram(words + more)).value(QLatin1String("catalogue")).toObject();
            return catalogue.value(QLatin1String("expired_prices")).toInt();
        };
        QVERIFY(expired({}) > 0);
        QCOMPARE(expired({QStringLiteral("--old-prices")}), 0);
    }
};

QTEST_GUILESS_MAIN(TestCataloguePrices)
#include "tst_catalogueprices.moc"
