// A timed run typed or pasted on page 4, a saved test, and "Your computer" on the answer page.
#include "db/documents/profilefile.h"
#include "models/qt/ownviewtext.h"
#include "tests/ui/resultspagefixture.h"
#include "ui/forms/computerform.h"
#include "ui/forms/machinetester.h"
#include "ui/results/owncard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

using namespace rightrig;

class TestOwnRunsUi : public QObject, private ResultsPageFixture
{
    Q_OBJECT

    [[nodiscard]] static Answers withComputer()
    {
        Answers answers = student();
        answers.computer.emplace();
        answers.computer->kind = ComputerKind::Known;
        answers.computer->ram = Gib{16.0};
        answers.computer->gpu = "none";
        return answers;
    }
    [[nodiscard]] std::unique_ptr<ComputerForm> makeForm() const
    {
        const FormContext context{m_catalog, settle({}, *m_catalog)};
        auto form = std::make_unique<ComputerForm>(context, nullptr, [](const TestOptions&) { return std::optional(MachineProfile{}); });
        form->setProfileFiles({writeProfile, [](const QByteArray& bytes) -> std::variant<MachineProfile, QString> {
                                   auto read = readProfile(bytes);
                                   if (auto* problem = std::get_if<DocumentError>(&read))
                                       return problem->text;
                                   return std::get<MachineProfile>(std::move(read));
                               }});
        form->load(withComputer());
        return form;
    }

private Q_SLOTS:
    void initTestCase() { open(QStringLiteral("tst_ownrunsui")); }

    void aPastedRunIsReadAddedComparedAndTakenOut()
    {
        const auto form = makeForm();
        QSignalSpy spy(form.get(), &Form::changed);
        child<QLineEdit>(*form, "runTextQLineEdit")->setText(QStringLiteral("ResNet-18 on my 5,000 photos: 6 min an epoch"));
        child<QPushButton>(*form, "runReadQPushButton")->click();
        QCOMPARE(spy.count(), 0); // nothing counts before it is added
        child<QPushButton>(*form, "runAddQPushButton")->click();
        QCOMPARE(spy.count(), 1);
        Answers answers;
        form->save(answers);
        QCOMPARE(answers.computer->runs.size(), std::size_t(1));
        const OwnRun& run = answers.computer->runs.front();
        QCOMPARE(run.preset, std::string("images-resnet18"));
        QCOMPARE(run.time.value, 360.0);
        QCOMPARE(run.samples, std::optional(5000.0));
        QVERIFY(run.part == RunPart::Epoch);
        const QString text = child<QLabel>(*form, "run0QLabel")->text();
        QVERIFY2(text.contains(QStringLiteral("6 min an epoch")) && text.contains(QStringLiteral("We said")), qPrintable(text));
        child<QPushButton>(*form, "run0OutQPushButton")->click();
        form->save(answers);
        QVERIFY(answers.computer->runs.empty());
        QCOMPARE(spy.count(), 2);
    }

    void aRunWithoutATimeIsRefused()
    {
        const auto form = makeForm();
        QSignalSpy spy(form.get(), &Form::changed);
        child<QLineEdit>(*form, "runTextQLineEdit")->setText(canary());
        child<QPushButton>(*form, "runReadQPushButton")->click();
        child<QPushButton>(*form, "runAddQPushButton")->click();
        QCOMPARE(spy.count(), 0);
        QVERIFY(!child<QLabel>(*form, "runMessageQLabel")->isHidden());
    }

    void aTestIsSavedAndOpenedAgain()
    {
        QTemporaryDir folder;
        const auto form = makeForm();
        auto* tester = form->findChild<MachineTester*>();
        MachineProfile profile;
        profile.cpu = "Sample 9000";
        profile.ram = Gib{8.0};
        profile.rates[0] = MeasuredRate{50.0, 0.01};
        tester->setProfile(profile);
        const QString path = folder.filePath(QStringLiteral("test.json"));
        tester->saveTo(path);
        tester->setProfile({});
        QSignalSpy spy(form.get(), &Form::changed);
        tester->openFrom(path);
        QCOMPARE(spy.count(), 1);
        Answers answers;
        form->save(answers);
        QVERIFY(answers.computer->profile == profile);
        QCOMPARE(answers.computer->cpu, profile.cpu); // the file says which computer it is of
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{\"cpu\":{\"cores\":0}}") > 0);
        broken.close();
        tester->openFrom(path);
        QCOMPARE(spy.count(), 1);
        const QString said = child<QLabel>(*form, "testSummaryQLabel")->text();
        QVERIFY2(said.contains(QStringLiteral("cpu.cores: 0 is below 1")), qPrintable(said));
        tester->openFrom(folder.filePath(QStringLiteral("nothing.json")));
        QCOMPARE(spy.count(), 1);
    }

    void figuresAreShownAsTheyCome()
    {
        MachineTester tester([](const TestOptions& options) -> std::optional<MachineProfile> {
            options.progress({0.1, Rate::SgemmAllLarge, true, 812.0});
            options.progress({0.4, Rate::BandwidthAll, true, 40.0});
            options.progress({0.5, Rate::BandwidthAll, false, 45.0});
            while (!*options.cancelled)
                QThread::msleep(5);
            return std::nullopt;
        });
        static_cast<QWidget&>(tester).show();
        child<QPushButton>(tester, "testStartQPushButton")->click();
        const auto* figures = child<QLabel>(tester, "testFigureQLabel");
        QTRY_COMPARE(
            figures->text(), QStringLiteral("Matrix product, all cores, large: 812 GFLOP/s\nMemory bandwidth, all cores: 45 GB/s"));
        QVERIFY(figures->isVisible());
        child<QPushButton>(tester, "testCancelQPushButton")->click();
        QTRY_VERIFY(!tester.isRunning());
        QTRY_VERIFY(!figures->isVisible());
    }

    void theAnswerPageSaysWhatTheOwnComputerCanDo()
    {
        Answers answers = withComputer();
        OwnRun run;
        run.preset = "images-resnet50";
        run.time = Seconds{360.0};
        answers.computer->runs = {run};
        Shown seen{resultsFor(answers, *m_catalog), m_catalog, {}, 0, QDate(2026, 11, 23)};
        OwnCard card;
        card.present(seen);
        QStringList texts;
        for (const QLabel* label : card.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            texts.append(label->text());
        }
        const QString all = texts.join(QLatin1Char('\n'));
        QVERIFY2(
            all.contains(QStringLiteral("What holds it back")) && all.contains(QStringLiteral("What would help most")), qPrintable(all));
        QVERIFY2(
            all.contains(QStringLiteral("6 min an epoch")) && all.contains(QStringLiteral("Your computer, measured")), qPrintable(all));
        const auto view = ownView(*seen.results, *m_catalog);
        for (const QString& text : ownViewTexts(*view, *seen.results)) {
            for (const QString& sentence : text.split(QStringLiteral(". ")))
                QVERIFY2(sentence.split(QLatin1Char(' ')).size() <= 20, qPrintable(sentence));
        }
        answers.computer->kind = ComputerKind::None;
        answers.computer->runs.clear();
        seen.results = resultsFor(answers, *m_catalog);
        card.present(seen);
        QVERIFY(card.isHidden());
    }
};

QTEST_MAIN(TestOwnRunsUi)
#include "tst_ownrunsui.moc"
