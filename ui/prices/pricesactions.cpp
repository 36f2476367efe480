// What the page "Prices" does: opens, takes, changes, forgets, takes back.
#include "models/domain/pricematch.h"
#include "models/qt/formatter.h"
#include "ui/forms/rowtable.h"
#include "ui/messagebar.h"
#include "ui/prices/machinedialog.h"
#include "ui/prices/pricedialog.h"
#include "ui/prices/pricesdialog.h"

#include <QDir>
#include <QLabel>

namespace rightrig {

void PricesDialog::load()
{
    if (!m_services.open)
        return showButtons();
    auto opened = m_services.open();
    if (!opened.ok()) {
        showButtons();
        m_messages->showMessage(MessageBar::Problem, tr("Your own prices cannot be read. %1").arg(opened.error()),
            {{tr("Put the file aside"), [this] { putAside(); }}});
        return;
    }
    m_book = std::move(std::get<PriceBook>(opened.value));
    showBook();
    showProblems();
}

void PricesDialog::showProblems()
{
    if (m_book.unread.empty())
        return;
    const PriceProblem& first = m_book.unread.front();
    const QString place = QStringLiteral("%1:%2").arg(QDir::toNativeSeparators(m_book.file)).arg(first.line);
    const auto forget = [this] { change({}, PriceAction::Reset, tr("The lines that cannot be read are forgotten."), true); };
    m_messages->showMessage(MessageBar::Problem,
        tr("%n line(s) of your own prices cannot be read. The first is %1: %2", nullptr, static_cast<int>(m_book.unread.size()))
            .arg(place, plain(first.text, 300)),
        {{tr("Forget these lines"), forget}});
}

void PricesDialog::putAside()
{
    const QString name = m_services.putAside();
    if (name.isEmpty()) {
        m_messages->showMessage(MessageBar::Problem, tr("The file cannot be renamed. Move it away yourself."));
        return;
    }
    load();
    if (m_book.all)
        m_messages->showMessage(
            MessageBar::News, tr("The file is now %1. You start without prices of your own.").arg(QDir::toNativeSeparators(name)));
}

/// Writes the change and shows what there is now. False, with a message, if it could not be written: then nothing has changed.
bool PricesDialog::change(const OwnPriceChange& what, PriceAction action, const QString& done, bool dropUnread)
{
    const OwnPriceChange reverse = reverseOf(what, m_book.own);
    auto changed = m_services.change(what, action, dropUnread);
    if (!changed.ok()) {
        m_messages->showMessage(MessageBar::Problem, changed.error());
        return false;
    }
    if (action == PriceAction::Undo)
        m_undo.pop_back();
    else if (!reverse.empty())
        m_undo.push_back(reverse);
    m_book = std::move(std::get<PriceBook>(changed.value));
    m_done = done;
    showBook();
    showEffect({});
    Q_EMIT pricesChanged(m_book.catalog);
    return true;
}

void PricesDialog::showEffect(const QString& effect)
{
    QList<MessageAction> actions;
    if (!m_undo.empty())
        actions.append({tr("Undo"), [this] { undo(); }});
    m_messages->showMessage(MessageBar::News, effect.isEmpty() ? m_done : m_done + QLatin1Char(' ') + effect, actions);
}

void PricesDialog::take(const ImportPlan& plan, const QString& file)
{
    std::vector<PriceRow> rows = keptRows(plan);
    const int count = static_cast<int>(rows.size());
    change({{}, std::move(rows)}, PriceAction::Import, tr("%n price(s) of %1 are yours now.", nullptr, count).arg(file));
}

void PricesDialog::typeNew() { edit(-1, -1); }

void PricesDialog::editSelected()
{
    const int selected = m_own->selectedRow();
    if (selected < 0)
        return;
    const PriceRow& row = m_book.own.at(static_cast<std::size_t>(selected));
    if (row.kind && PriceMatcher(*m_book.shipped).machine(row) == -1)
        return editMachine(row);
    const PriceMatcher matcher(*m_book.all);
    const int machine = matcher.machine(row);
    bool elsewhere = false;
    edit(machine, machine < 0 ? -1 : matcher.offer(row, machine, elsewhere));
}

void PricesDialog::editOffer(const QString& id)
{
    if (!m_book.all)
        return;
    const int offer = id.isEmpty() ? -1 : m_book.all->findOffer(id.toStdString());
    if (offer < 0 || m_book.all->offers[static_cast<std::size_t>(offer)].per == Per::Free)
        m_messages->showMessage(MessageBar::News, tr("This option has no price in the catalogue. Type one for another machine here."));
    else
        edit(m_book.all->offers[static_cast<std::size_t>(offer)].machine, offer);
}

void PricesDialog::edit(int machine, int offer)
{
    auto* dialog = new PriceDialog(m_book.all, m_today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (machine >= 0)
        dialog->showPrice(machine, offer);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ImportPlan& plan = dialog->plan();
        const std::vector<PriceChange>& list = plan.changed.empty() ? plan.added : plan.changed;
        const QString name = list.empty() ? tr("The machine") : plain(list.front().name);
        change({{}, keptRows(plan)}, PriceAction::Edit, tr("%1 has your price now.").arg(name));
    });
    dialog->open();
}

void PricesDialog::addMachine()
{
    auto* dialog = new MachineDialog(m_book.all, m_today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        change(
            {{}, {dialog->row()}}, PriceAction::Edit, tr("%1 is added. Answers count it from now on.").arg(plain(dialog->row().machine)));
    });
    dialog->open();
}

/// Its other prices keep their amounts and get the new description.
void PricesDialog::editMachine(const PriceRow& row)
{
    const OwnPriceChange itself = redescribed(m_book.own, row, row);
    std::vector<PriceProblem> ignored;
    OwnPriceChange without;
    for (const PriceRow& one : itself.fresh)
        without.gone.push_back(priceKey(one));
    const auto others = std::make_shared<const Catalog>(withOwnPrices(*m_book.shipped, changedRows(m_book.own, without), ignored));
    auto* dialog = new MachineDialog(others, m_today, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->showMachine(row);
    connect(dialog, &QDialog::accepted, this, [this, dialog, old = row] {
        change(redescribed(m_book.own, old, dialog->row()), PriceAction::Edit, tr("%1 is changed.").arg(plain(dialog->row().machine)));
    });
    dialog->open();
}

void PricesDialog::forgetSelected()
{
    const int selected = m_own->selectedRow();
    if (selected < 0)
        return;
    const PriceRow& row = m_book.own.at(static_cast<std::size_t>(selected));
    const bool shipped = PriceMatcher(*m_book.shipped).machine(row) != -1;
    change({{priceKey(row)}, {}}, PriceAction::Reset,
        shipped ? tr("The price is forgotten. The catalogue's own counts again.") : tr("%1 is forgotten.").arg(plain(row.machine)));
}

void PricesDialog::forgetAll()
{
    OwnPriceChange all;
    for (const PriceRow& row : m_book.own)
        all.gone.push_back(priceKey(row));
    change(all, PriceAction::Reset, tr("All your own prices are forgotten."));
}

void PricesDialog::undo()
{
    if (m_undo.empty())
        return;
    const OwnPriceChange last = m_undo.back();
    change(last, PriceAction::Undo, tr("The last change is undone."));
}

} // namespace rightrig
