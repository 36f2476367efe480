#include "ui/results/parts.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace rightrig {

namespace {

constexpr int mostPlainRows = 12;

class FontWatch : public QObject
{
public:
    FontWatch(QWidget& widget, std::function<void(const QFont&)> fit) : QObject(&widget), m_fit(std::move(fit))
    {
        m_fit(QApplication::font());
        widget.installEventFilter(this); // sizes of parts are right when the widget has its new font
        connect(
            &fontNotifier(), &FontNotifier::fontChanged, this, [this] { m_fit(QApplication::font()); }); // fonts of its own never change
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::FontChange)
            m_fit(QApplication::font());
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void(const QFont&)> m_fit;
};

} // namespace

void followFont(QWidget& widget, std::function<void(const QFont&)> fit) { new FontWatch(widget, std::move(fit)); }

TitledCard::TitledCard(const QString& title, const QString& name, QWidget* parent)
    : QFrame(parent), m_title(plainLabel(name + QStringLiteral("TitleLabel"), this, 1.08, true)), m_box(new QVBoxLayout(this))
{
    setObjectName(name);
    followFont(*this, [this](const QFont& font) {
        const int space = QFontMetrics(font).height();
        m_box->setContentsMargins(space, space * 3 / 4, space, space * 3 / 4);
        m_box->setSpacing(space / 2);
    });
    m_box->addWidget(m_title);
    setTitle(title);
}

void TitledCard::setTitle(const QString& title)
{
    showText(*m_title, title);
    setAccessibleName(title);
}

void TitledCard::setStrong(bool strong)
{
    m_strong = strong;
    update();
}

void TitledCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = m_strong ? 2.0 : 1.0;
    QColor border = palette().color(m_strong ? QPalette::Highlight : QPalette::Mid);
    if (!m_strong)
        border.setAlphaF(0.45F); // a card's edge is decoration, its content is not
    painter.setPen(QPen(border, width));
    painter.setBrush(palette().base());
    painter.drawRoundedRect(QRectF(rect()).adjusted(width, width, -width, -width), 8.0, 8.0);
}

QLabel* plainLabel(const QString& name, QWidget* parent, double scale, bool bold)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (bold || scale < 0.99 || scale > 1.01) {
        followFont(*label, [label, scale, bold](QFont font) {
            if (font.pointSizeF() > 0.0)
                font.setPointSizeF(font.pointSizeF() * scale);
            font.setBold(bold);
            label->setFont(font);
        });
    }
    return label;
}

void showText(QLabel& label, const QString& text)
{
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

MarkedList::MarkedList(const QString& name, QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(name);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(fontMetrics().height() / 3);
    m_grid->setHorizontalSpacing(fontMetrics().height() / 2);
    m_grid->setColumnStretch(1, 1);
}

void MarkedList::setLines(const QList<MarkedLine>& lines)
{
    while (m_texts.size() < lines.size()) {
        const int row = static_cast<int>(m_texts.size());
        m_marks.append(plainLabel(QStringLiteral("%1Mark%2Label").arg(objectName()).arg(row), this, 1.0, true));
        m_texts.append(plainLabel(QStringLiteral("%1Line%2Label").arg(objectName()).arg(row), this));
        m_grid->setRowStretch(row, 0);
        m_marks.last()->setWordWrap(false);
        m_grid->addWidget(m_marks.last(), row, 0, Qt::AlignTop);
        m_grid->addWidget(m_texts.last(), row, 1);
    }
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const bool used = i < lines.size();
        showText(*m_marks[i], used ? lines[i].mark : QString());
        showText(*m_texts[i], used ? lines[i].text : QString());
    }
    m_grid->setRowStretch(static_cast<int>(m_texts.size()), 1);
    setVisible(!lines.isEmpty());
}

QStringList MarkedList::texts() const
{
    QStringList all;
    for (const QLabel* label : m_texts) {
        if (!label->text().isEmpty())
            all.append(label->text());
    }
    return all;
}

QTableWidget* plainTable(const QString& name, const QString& spoken, const QStringList& headers, QWidget* parent)
{
    auto* table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setObjectName(name);
    table->setAccessibleName(spoken);
    table->setHorizontalHeaderLabels(headers);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    fitRows(*table, mostPlainRows);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void fitRows(QTableView& table, int mostRows)
{
    static constexpr int leastTarget = 26;
    auto line = std::make_shared<int>(0); // height of the text before
    followFont(table, [&table, line, mostRows](const QFont& font) {
        const int height = QFontMetrics(font).height();
        table.verticalHeader()->setDefaultSectionSize(std::max(leastTarget, height * 3 / 2));
        for (int column = 0; *line > 0 && column < table.model()->columnCount(); ++column)
            table.setColumnWidth(column, table.columnWidth(column) * height / *line);
        *line = height;
        if (mostRows > 0 && table.model() != nullptr)
            fitHeight(table, mostRows);
    });
}

void fillTable(QTableWidget& table, const QList<QStringList>& rows)
{
    table.setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column) {
            QTableWidgetItem* item = table.item(row, column);
            if (!item) {
                item = new QTableWidgetItem; // the table owns it
                table.setItem(row, column, item);
            }
            const QString text = rows[row].value(column);
            item->setText(text);
            item->setToolTip(text.toHtmlEscaped()); // a tool tip reads HTML
        }
    }
    table.resizeColumnsToContents();
    const int most = std::max(table.viewport()->width(), 400) * 45 / 100;
    for (int column = 0; column < table.columnCount(); ++column)
        table.setColumnWidth(column, std::min(table.columnWidth(column), most));
    fitHeight(table, mostPlainRows);
}

void fitHeight(QTableView& table, int mostRows)
{
    const int rows = table.model()->rowCount();
    const int shown = std::min(rows, mostRows);
    int height = table.horizontalHeader()->sizeHint().height() + 2 * table.frameWidth() + 2;
    for (int row = 0; row < shown; ++row)
        height += table.rowHeight(row);
    const int most = table.fontMetrics().height() * 26;
    table.setFixedHeight(std::min(height, most) + table.horizontalScrollBar()->sizeHint().height());
}

} // namespace rightrig
