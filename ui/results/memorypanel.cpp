#include "ui/results/memorypanel.h"

#include "models/qt/formatter.h"
#include "models/qt/reasontext.h"
#include "ui/results/memorybar.h"
#include "ui/results/parts.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace rightrig {
namespace {

QString memoryName(MemoryKind kind)
{
    switch (kind) {
    case MemoryKind::Ram:
        return MemoryPanel::tr("memory of the computer");
    case MemoryKind::Vram:
        return MemoryPanel::tr("memory of the graphics card");
    case MemoryKind::Unified:
        return MemoryPanel::tr("memory shared with graphics");
    }
    return {};
}

QString sizeText(const std::optional<Gib>& size) { return size ? formatGib(*size) : unknownText(); }

QString checkText(const MemoryCheck& check)
{
    return MemoryPanel::tr("Needs %1, has %2 (%3): %4.")
        .arg(sizeText(check.need), sizeText(check.have), memoryName(check.kind), fitText(check.fit));
}

double mostOf(const Option& option)
{
    double most = 0.0;
    for (const Estimate& job : option.jobs) {
        for (const std::optional<Gib>& size : {job.memory.need, job.memory.have})
            most = std::max(most, size ? size->value : 0.0);
    }
    return most * 1.08;
}

} // namespace

MemoryPanel::MemoryPanel(QWidget* parent) : ResultsPart(parent)
{
    setObjectName(QStringLiteral("memoryPanel"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_title = plainLabel(QStringLiteral("memoryTitleLabel"), this, 1.08, true);
    auto* why = plainLabel(QStringLiteral("memoryWhyLabel"), this);
    why->setText(tr("A job that does not fit does not run at all. The thick line is where the memory ends."));
    m_grid = new QGridLayout;
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    m_grid->setColumnStretch(2, 3);
    m_grid->setHorizontalSpacing(fontMetrics().height());
    outer->addWidget(m_title);
    outer->addWidget(why);
    outer->addLayout(m_grid);
    outer->addStretch(1);
}

void MemoryPanel::addRow()
{
    const int number = static_cast<int>(m_rows.size());
    Row row;
    row.title = plainLabel(QStringLiteral("memoryJob%1Label").arg(number), this);
    row.bar = new MemoryBar(this);
    row.bar->setObjectName(QStringLiteral("memory%1MemoryBar").arg(number));
    row.text = plainLabel(QStringLiteral("memoryText%1Label").arg(number), this);
    m_grid->addWidget(row.title, number, 0);
    m_grid->addWidget(row.bar, number, 1);
    m_grid->addWidget(row.text, number, 2);
    m_rows.append(row);
}

void MemoryPanel::present(const Shown& shown)
{
    const Option* option = shown.selected();
    const std::size_t used = option ? std::min(option->jobs.size(), shown.results->jobs.size()) : 0;
    m_title->setText(option ? optionTitle(*option) : tr("Choose an option in the table or the chart."));
    while (static_cast<std::size_t>(m_rows.size()) < used)
        addRow();
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_rows.size()); ++i) {
        const Row& row = m_rows[static_cast<qsizetype>(i)];
        for (QWidget* widget : {static_cast<QWidget*>(row.title), static_cast<QWidget*>(row.bar), static_cast<QWidget*>(row.text)})
            widget->setVisible(i < used);
        if (i >= used)
            continue;
        const MemoryCheck& check = option->jobs[i].memory;
        row.title->setText(plain(shown.results->jobs[i].title));
        row.bar->setCheck(check, mostOf(*option));
        row.text->setText(checkText(check));
        row.bar->setAccessibleName(row.title->text());
        row.bar->setAccessibleDescription(row.text->text());
    }
}

QString MemoryPanel::sentence(int job) const { return job >= 0 && job < m_rows.size() ? m_rows[job].text->text() : QString(); }

} // namespace rightrig
