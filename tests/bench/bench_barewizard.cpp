// The least a wizard of nine pages can be: what the start of the real one is measured against.
#include "tests/bench/firstpaint.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>
#include <QWizard>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QWizard wizard;
    for (int number = 1; number <= 9; ++number) {
        auto* page = new QWizardPage(&wizard);
        page->setTitle(QStringLiteral("Page %1").arg(number));
        auto* box = new QVBoxLayout(page);
        box->addWidget(new QLabel(QStringLiteral("One question"), page));
        for (int choice = 1; choice <= 4; ++choice)
            box->addWidget(new QRadioButton(QStringLiteral("Choice %1").arg(choice), page));
        wizard.addPage(page);
    }
    wizard.resize(1180, 760);
    const rightrig::FirstPaint first(wizard.page(wizard.pageIds().constFirst()));
    wizard.show();
    return QApplication::exec();
}
