// What the wizard's tests share: a catalogue, services in a folder of their own, random answers.
#pragma once

#include "db/cataloguefile.h"
#include "db/documents/answersfile.h"
#include "db/documents/planfile.h"
#include "tests/support/answerfixture.h"
#include "tests/support/paths.h"
#include "ui/mainwindow.h"
#include "ui/services.h"

#include <QTemporaryDir>
#include <QtTest>

namespace wizardtools {

using namespace rightrig;

inline std::shared_ptr<const Catalog> catalogue()
{
    static const auto opened = openCatalogue(testCatalogue());
    const auto* catalog = std::get_if<std::shared_ptr<const Catalog>>(&opened);
    return catalog != nullptr ? *catalog : nullptr;
}

inline ComputerFacts sampleComputer()
{
    ComputerFacts facts;
    facts.kind = ComputerKind::Known;
    facts.form = FormFactor::Laptop;
    facts.cpu = "Intel Core i7-13700H";
    facts.gpu = "none";
    facts.ram = Gib{16};
    facts.os = Os::Linux;
    return facts;
}

inline Services servicesIn(const QString& folder)
{
    Services services;
    services.catalog = catalogue();
    services.today = QDate(2026, 11, 23);
    services.sessionFile = folder + QStringLiteral("/session.json");
    services.readPlan = [](const QByteArray& bytes) -> Outcome<SavedPlan> {
        auto read = readPlan(bytes);
        if (const auto* error = std::get_if<DocumentError>(&read))
            return {error->text};
        return {std::get<SavedPlan>(read)};
    };
    services.writePlan = [](const SavedPlan& plan) { return writePlan(plan); };
    services.writeAnswers = [](const Answers& answers) { return writeAnswers(answers); };
    services.detectComputer = sampleComputer;
    return services;
}

inline Answers randomAnswers(unsigned seed) { return test::RandomAnswers(seed).next(); }

/// The widget of that name, or the test ends: a renamed widget must not pass unseen.
template <class Widget> Widget& find(QWidget& parent, const char* name)
{
    auto* found = parent.findChild<Widget*>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("no widget called %s", name);
    return *found;
}

} // namespace wizardtools
