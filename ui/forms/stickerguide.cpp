#include "ui/forms/stickerguide.h"

#include "ui/forms/form.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rightrig {

namespace {

struct Guide
{
    QString system;
    QStringList steps;
};

struct StickerGuideWords
{
    Q_DECLARE_TR_FUNCTIONS(StickerGuide)
};

QList<Guide> guides()
{
    return {{StickerGuideWords::tr("Windows"),
                {StickerGuideWords::tr("Press the Windows key and I together. Settings opens."),
                    StickerGuideWords::tr("Choose System, then About. Read Processor and Installed RAM."),
                    StickerGuideWords::tr("Press Ctrl, Shift and Esc together. Choose Performance, then GPU."),
                    StickerGuideWords::tr("The name is at the top right. Read Dedicated GPU memory, not Shared."),
                    StickerGuideWords::tr("No Dedicated memory? Then choose: No graphics card of its own.")}},
        {StickerGuideWords::tr("Mac"),
            {StickerGuideWords::tr("Click the apple at the top left. Choose About This Mac."),
                StickerGuideWords::tr("Chip is the processor, for example Apple M2. Memory is the RAM."),
                StickerGuideWords::tr("Apple chips share their memory with the graphics. Choose the chip as graphics card, too."),
                StickerGuideWords::tr("Leave the memory of the graphics card empty.")}},
        {StickerGuideWords::tr("Linux"),
            {StickerGuideWords::tr("Open Settings and choose About. Read Processor, Memory and Graphics."),
                StickerGuideWords::tr("Or open a terminal. Type lscpu for the processor and free -h for the memory."),
                StickerGuideWords::tr("Type lspci and look for VGA or 3D for the graphics card.")}},
        {StickerGuideWords::tr("In a shop"),
            {StickerGuideWords::tr("Look at the label: processor, RAM, graphics card, price."),
                StickerGuideWords::tr("RTX 4060 Laptop and RTX 4060 are different parts. Laptop is slower."),
                StickerGuideWords::tr("Ask for the TGP in watts. More watts mean a faster card.")}}};
}

QString numbered(const QStringList& steps)
{
    QStringList lines;
    for (int i = 0; i < steps.size(); ++i)
        lines.append(QStringLiteral("%1.  %2").arg(QString::number(i + 1), steps[i]));
    return lines.join(QStringLiteral("\n\n"));
}

} // namespace

StickerGuide::StickerGuide(QWidget* parent) : QDialog(parent)
{
    setName(*this, QStringLiteral("main"));
    setWindowTitle(tr("Where to find what your computer is"));
    auto* box = new QVBoxLayout(this);
    auto* tabs = new QTabWidget(this);
    setName(*tabs, QStringLiteral("guide"));
    tabs->setAccessibleName(tr("Which system?"));
    tabs->tabBar()->setAccessibleName(tr("Which system?"));
    for (const Guide& guide : guides()) {
        auto* text = new QLabel(numbered(guide.steps), tabs);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setMargin(fontMetrics().height());
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        tabs->addTab(text, guide.system);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    box->addWidget(tabs);
    box->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 24);
}

void showStickerGuide(QWidget* parent)
{
    auto* guide = new StickerGuide(parent);
    guide->setAttribute(Qt::WA_DeleteOnClose);
    guide->open();
}

} // namespace rightrig
