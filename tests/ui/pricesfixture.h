// What the tests of the page "Prices" share: a folder of own prices for each test, and the ways to use the page.
#pragma once

#include "wizardtools.h"

#include "app/priceservices.h"
#include "models/qt/optiontablemodel.h"
#include "tests/support/programrunner.h"
#include "ui/forms/numberedit.h"
#include "ui/forms/rowtable.h"
#include "ui/messagebar.h"
#include "ui/prices/pricedialog.h"
#include "ui/prices/priceimporter.h"
#include "ui/prices/pricesdialog.h"
#include "ui/results/resultspage.h"
#include "ui/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace wizardtools;
using rightrig::test::fileBytes;
using rightrig::test::writeBytes;

inline constexpr int patience = 60000;

class PricesFixture : public QObject
{
protected:
    QTemporaryDir m_folder;
    QString m_own;

    [[nodiscard]] PriceServices services() const
    {
        Request asked;
        asked.command = QStringLiteral("wizard");
        asked.catalogue = testCatalogue();
        asked.ownPrices = true;
        asked.prices = m_own;
        return makePriceServices(asked);
    }
    [[nodiscard]] static QDate today() { return {2026, 11, 23}; }
    [[nodiscard]] Services windowServices() const
    {
        Services all = servicesIn(QFileInfo(m_own).path());
        all.prices = services();
        if (const auto opened = all.prices.open(); opened.ok())
            all.catalog = opened.get().catalog; // as the program starts
        return all;
    }
    /// A name, and a price of today, as the simple list has them.
    [[nodiscard]] QString listOf(const QByteArray& rows, const char* name = "list.csv") const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        return writeBytes(path, "name,price,currency,date\n" + rows) ? path : QString();
    }
    static const Machine& sold()
    {
        for (const Offer& offer : catalogue()->offers) {
            if (offer.price && offer.kind == PriceKind::Street)
                return catalogue()->machines[static_cast<std::size_t>(offer.machine)];
        }
        qFatal("nothing is sold");
    }
    static void click(QWidget& window, const char* name) { find<QPushButton>(window, name).click(); }
    static QString message(QWidget& window) { return window.findChild<MessageBar*>()->text(); }
    /// Reads a file and waits for what it would change.
    static void look(PricesDialog& dialog, const QString& path)
    {
        dialog.readFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.findChild<PriceImporter*>()->isReading(), patience);
        QCoreApplication::processEvents();
    }
    static RowTable& table(QWidget& window, const char* name) { return find<RowTable>(window, name); }
    static PriceDialog* typing(PricesDialog& dialog) { return dialog.findChild<PriceDialog*>(); }
    static void retype(QLineEdit& edit, const QString& text)
    {
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClicks(&edit, text);
    }
    static void type(PriceDialog& dialog, const QString& machine, const QString& amount)
    {
        find<QComboBox>(dialog, "machineQComboBox").setEditText(machine);
        auto& edit = find<QLineEdit>(dialog, "amountQLineEdit");
        retype(edit, amount);
        click(dialog, "keepQPushButton");
    }

    static void prepare()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("prices"));
        qputenv("SOURCE_DATE_EPOCH", "1795392000"); // 2026-11-23
        QVERIFY(catalogue());
    }
    void prepareOne()
    {
        const QString name = QLatin1String(QTest::currentTestFunction()) + QLatin1String(QTest::currentDataTag());
        m_own = m_folder.filePath(name + QStringLiteral("/prices.csv"));
        QVERIFY(QDir().mkpath(QFileInfo(m_own).path()));
        applyTheme(*qApp, ThemeMode::Light, 100);
    }
};
