// "Prices": how old they are and where from, bringing in newer ones, one's own prices, and what has been changed.
#pragma once

#include "models/qt/rowmodel.h"
#include "ui/priceservices.h"

#include <QDate>
#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rightrig {

class MessageBar;
class PriceImporter;
class RowTable;
class TitledCard;

class PricesDialog : public QDialog
{
    Q_OBJECT
public:
    PricesDialog(PriceServices services, QDate today, QWidget* parent = nullptr);
    /// What the last change did to the answer, once it has been worked out again.
    void showEffect(const QString& effect);
    void readFile(const QString& path); ///< as if it had been dropped here
    void editOffer(const QString& id);  ///< asks for its price, or says that it has none of its own
    [[nodiscard]] const PriceBook& book() const { return m_book; }

Q_SIGNALS:
    void pricesChanged(const std::shared_ptr<const rightrig::Catalog>& catalog);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setUpBody();
    TitledCard* addCard(const QString& title, const QString& stem);
    void addImport();
    void addOwn();
    void addSources();
    void addHistory();
    QPushButton* addButton(QLayout& row, const QString& text, const QString& stem);
    void load();
    void showBook();
    void showCounts();
    void showProblems();
    void showButtons();
    void take(const ImportPlan& plan, const QString& file);
    void editSelected();
    void typeNew();
    void edit(int machine, int offer);
    void addMachine();
    void editMachine(const PriceRow& row);
    void forgetSelected();
    void forgetAll();
    void undo();
    bool change(const OwnPriceChange& what, PriceAction action, const QString& done, bool dropUnread = false);
    void putAside();

    PriceServices m_services;
    QDate m_today;
    PriceBook m_book; ///< its catalogues are null while the prices cannot be read
    std::vector<OwnPriceChange> m_undo;
    QString m_done; ///< the last change in words
    MessageBar* m_messages;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_box = nullptr;
    PriceImporter* m_importer = nullptr;
    RowTable *m_own = nullptr, *m_sources = nullptr, *m_history = nullptr;
    QLabel *m_ownText = nullptr, *m_sourcesText = nullptr, *m_historyText = nullptr;
    QPushButton *m_new = nullptr, *m_newMachine = nullptr, *m_edit = nullptr, *m_forget = nullptr, *m_forgetAll = nullptr,
                *m_undoButton = nullptr;
};

} // namespace rightrig
