// RightRig: which computer does a student who starts with machine learning need?
#include "app/commandline.h"
#include "app/composition.h"
#include "app/console.h"
#include "app/headless.h"
#include "app/startup.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QThread>

#include <memory>

int main(int argc, char* argv[])
{
    using namespace rightrig;
    QElapsedTimer sinceStart;
    sinceStart.start();
    QStringList early;
    for (int i = 1; i < argc; ++i)
        early.append(QString::fromLocal8Bit(argv[i]));
    if (const auto code = finishWithoutApplication(early))
        return *code;

    nameApplication();
    static_cast<void>(QThread::currentThread()); // the first thread that Qt meets is its main thread: it must not be the one opening files
    std::future<OpenedCatalogue> opening = openCatalogueEarly(early);
    // Qt takes its own options out of argv, so the real parse comes after this line.
    const std::unique_ptr<QCoreApplication> application = makeApplication(early, argc, argv);
    const ParsedLine line = parseCommandLine(QCoreApplication::arguments().mid(1));
    if (const auto code = finishUnlessRequest(line))
        return *code;
    const auto& request = std::get<Request>(line);
    return request.command == QLatin1String("wizard") ? runWizard(request, sinceStart, std::move(opening)) : runHeadless(request);
}
