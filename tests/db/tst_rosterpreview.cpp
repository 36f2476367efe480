// The top of a table of students, for whoever must say what its columns are. All names are samples.
#include "db/documents/rosterpreview.h"
#include "tests/support/paths.h"
#include "tests/support/programrunner.h"

#include <QtTest>

using namespace rightrig;

class TestRosterPreview : public QObject
{
    Q_OBJECT

    static QByteArray rosterFixture(const QString& name)
    {
        return test::fileBytes(sourcePath(QStringLiteral("tests/data/rosters/") + name));
    }

private Q_SLOTS:
    void showsTheTopOfATable()
    {
        const auto read = previewRoster(rosterFixture(QStringLiteral("own-columns.csv")));
        const auto& own = std::get<RosterPreview>(read);
        QCOMPARE(own.headings, (std::vector<std::string>{"Kennung", "Wer", "Rechner: Prozessor", "Rechner: RAM"}));
        QCOMPARE(own.rows.at(0), (std::vector<std::string>{"K1", "Sample Ada", "Apple M1", "8"}));
        QVERIFY(!own.columns.contains("id")); // somebody must say it
        const auto forms = previewRoster(rosterFixture(QStringLiteral("google-forms.csv")));
        const auto& columns = std::get<RosterPreview>(forms).columns;
        QCOMPARE(columns.at("id"), std::string("What is your student ID?"));
        QCOMPARE(columns.at("name"), std::string("What is your name?"));
        QByteArray many = "id,name\n";
        for (int i = 0; i < 100000; ++i)
            many += "s" + QByteArray::number(i) + ",Sample\n";
        const auto top = previewRoster(many);
        QCOMPARE(std::get<RosterPreview>(top).rows.size(), 5U);
    }

    void showsWhatItCanOfABadTable()
    {
        const auto empty = previewRoster("\n\n");
        QVERIFY(std::get<DocumentError>(empty).text.contains(QLatin1String("empty")));
        const auto torn = previewRoster("id,name\ns-1,Sample One,one too many\ns-2\n\"open,Sample\n");
        const auto& rows = std::get<RosterPreview>(torn).rows;
        QCOMPARE(rows, (std::vector<std::vector<std::string>>{{"s-1", "Sample One"}, {"s-2", ""}}));
    }
};

QTEST_GUILESS_MAIN(TestRosterPreview)
#include "tst_rosterpreview.moc"
