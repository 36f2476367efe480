// What the window says when its catalogue is missing, damaged or not a catalogue: what is wrong, where, and what to do.
#include "app/composition.h"
#include "models/qt/checkedfile.h"
#include "tests/support/paths.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace rightrig;

namespace {

struct SeenBox
{
    bool shown = false;
    QString text, advice;
    Qt::TextFormat format = Qt::AutoText;
    QMessageBox::Icon icon = QMessageBox::NoIcon;
    QMessageBox::StandardButtons buttons;
};

/// Looks at the message box that is open, and closes it as its user would.
void lookAndClose(SeenBox& seen)
{
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (box == nullptr)
        return;
    seen = {true, box->text(), box->informativeText(), box->textFormat(), box->icon(), box->standardButtons()};
    box->button(QMessageBox::Close)->click();
}

QByteArray shippedBytes()
{
    QString problem;
    return readChecked(testCatalogue(), qint64{32} << 20U, problem);
}

} // namespace

class TestCatalogueProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QVERIFY(m_folder.isValid());
    }
    void theBoxSaysWhatIsWrongAndWhatToDo_data();
    void theBoxSaysWhatIsWrongAndWhatToDo();
    void aGoodCatalogueOpensNoBox();
    void onlyTheWizardOpensItsCatalogueEarly();
    void whatIsWrongIsSaidForAnEarlyCatalogueToo();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(name);
        return writeChecked(path, bytes).isEmpty() ? path : QString();
    }
    QTemporaryDir m_folder;
};

void TestCatalogueProblem::theBoxSaysWhatIsWrongAndWhatToDo_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("nowhere.db"));
    QTest::newRow("empty") << write(QStringLiteral("empty.db"), {});
    QTest::newRow("no database") << write(QStringLiteral("letter.db"), QByteArray("Dear catalogue, ").repeated(100));
    QTest::newRow("cut off") << write(QStringLiteral("half.db"), shippedBytes().left(shippedBytes().size() / 2));
    QByteArray flipped = shippedBytes();
    const qsizetype name = flipped.lastIndexOf("NVIDIA ");
    QVERIFY(name > 0);
    flipped[name + 1] = 'X'; // somebody else's data in an intact database
    QTest::newRow("one letter changed") << write(QStringLiteral("flipped.db"), flipped);
    QTest::newRow("a name that tries to be HTML") << write(QStringLiteral("<img src=x><b>bold.db"), QByteArray("no"));
}

void TestCatalogueProblem::theBoxSaysWhatIsWrongAndWhatToDo()
{
    QFETCH(QString, path);
    QVERIFY(!path.isEmpty());
    Request request;
    request.command = QStringLiteral("wizard");
    request.catalogue = path;
    SeenBox seen;
    QTimer looking;
    connect(&looking, &QTimer::timeout, &looking, [&seen] { lookAndClose(seen); });
    looking.start(20);
    QTimer::singleShot(10000, &looking, [] { QCoreApplication::exit(99); }); // a window that opens in spite of it all
    QElapsedTimer sinceStart;
    sinceStart.start();
    QCOMPARE(runWizard(request, sinceStart), 1);
    QVERIFY2(seen.shown, "nobody was told");
    QVERIFY2(seen.text.contains(path), qPrintable(seen.text)); // which file
    QVERIFY2(seen.text.size() > path.size() + 10, qPrintable(seen.text));
    QVERIFY2(seen.advice.contains(QStringLiteral("Install RightRig again")), qPrintable(seen.advice));
    QVERIFY2(seen.advice.contains(QStringLiteral("--catalogue")), qPrintable(seen.advice));
    QCOMPARE(seen.format, Qt::PlainText);
    QCOMPARE(seen.icon, QMessageBox::Critical);
    QCOMPARE(seen.buttons, QMessageBox::StandardButtons(QMessageBox::Close));
}

void TestCatalogueProblem::aGoodCatalogueOpensNoBox()
{
    const auto opened = openCatalogueFor(testCatalogue());
    const auto* problem = std::get_if<QString>(&opened);
    QVERIFY2(problem == nullptr, problem == nullptr ? "" : qPrintable(*problem));
    QVERIFY(!std::get<CatalogPtr>(opened)->offers.empty());
}

void TestCatalogueProblem::onlyTheWizardOpensItsCatalogueEarly()
{
    const QStringList catalogue{QStringLiteral("--catalogue"), testCatalogue()};
    std::future<OpenedCatalogue> wizard = openCatalogueEarly(catalogue);
    QVERIFY(wizard.valid());
    QVERIFY(std::holds_alternative<CatalogPtr>(wizard.get()));
    QVERIFY(!openCatalogueEarly(QStringList{QStringLiteral("machines")} + catalogue).valid());
    QVERIFY(!openCatalogueEarly({QStringLiteral("--no-such-option")}).valid());
}

void TestCatalogueProblem::whatIsWrongIsSaidForAnEarlyCatalogueToo()
{
    const QString path = m_folder.filePath(QStringLiteral("nowhere.db"));
    std::future<OpenedCatalogue> wizard = openCatalogueEarly({QStringLiteral("--catalogue"), path});
    QVERIFY(wizard.valid());
    const OpenedCatalogue opened = wizard.get();
    QVERIFY(std::holds_alternative<QString>(opened));
    QVERIFY(std::get<QString>(opened).contains(path));
}

QTEST_MAIN(TestCatalogueProblem)
#include "tst_catalogueproblem.moc"
