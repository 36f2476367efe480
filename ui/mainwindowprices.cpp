// The page "Prices" and what newer prices do to the answer.
#include "models/qt/pricetext.h"
#include "ui/mainwindowparts.h"
#include "ui/messagebar.h"
#include "ui/prices/pricesdialog.h"
#include "ui/results/resultspage.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QDir>

#include <utility>

namespace rightrig {

QString MainWindow::Parts::withoutOwnPricesText()
{
    return tr("RightRig was started with --no-own-prices. Start it without that to see and change prices.");
}

void MainWindow::Parts::showPrices()
{
    if (prices)
        return;
    if (!services.prices.open) {
        view->messages().showMessage(MessageBar::News, withoutOwnPricesText());
        return;
    }
    prices = new PricesDialog(services.prices, services.today, &window);
    prices->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        prices, &PricesDialog::pricesChanged, &window, [this](const std::shared_ptr<const Catalog>& catalog) { takePrices(catalog); });
    prices->open();
}

void MainWindow::Parts::changePrice(const QString& offer)
{
    showPrices();
    if (prices)
        prices->editOffer(offer);
}

/// Today's prices have changed: whoever changes them wants to see them count. showResults() compares with the answer before.
void MainWindow::Parts::takePrices(const std::shared_ptr<const Catalog>& catalog)
{
    if (!beforePrices)
        beforePrices = runner.results();
    usePlanPrices(false);
    useCatalog(catalog);
}

/// The answer is worked out again.
void MainWindow::Parts::useCatalog(const std::shared_ptr<const Catalog>& catalog)
{
    services.catalog = catalog;
    changes.reset();
    runner.setCatalog(catalog);
    runner.request(answers, view->pageNumber() == resultStep);
}

void MainWindow::Parts::showPriceEffect(const Results& now)
{
    const std::shared_ptr<const Results> before = std::exchange(beforePrices, nullptr);
    if (before && prices)
        prices->showEffect(answerChangeText(*before, now));
}

/// Own prices that cannot be read must not go unseen: the answer is made without them.
void MainWindow::Parts::sayPriceProblem()
{
    const PriceServices& own = services.prices;
    if (own.problem.isEmpty())
        return;
    const MessageAction aside{tr("Put the file aside"), [this] {
                                  const QString name = QDir::toNativeSeparators(services.prices.putAside());
                                  const QString done = name.isEmpty()
                                      ? tr("The file cannot be renamed. Move it away yourself.")
                                      : tr("The file is now %1. You start without prices of your own.").arg(name);
                                  view->messages().showMessage(name.isEmpty() ? MessageBar::Problem : MessageBar::News, done);
                              }};
    const MessageAction look{tr("Show prices"), [this] { showPrices(); }};
    const MessageAction without{tr("Go on without them"), [] {}};
    const QString earlier = view->messages().text();
    const bool both = view->messages().kind() == MessageBar::Problem && !earlier.isEmpty();
    const QList<MessageAction> actions = own.broken ? QList<MessageAction>{aside, without} : QList<MessageAction>{look};
    view->messages().showMessage(MessageBar::Problem, both ? earlier + QLatin1Char('\n') + own.problem : own.problem, actions);
}

} // namespace rightrig
