#include "models/qt/plurals.h"

#include <QCoreApplication>
#include <QTranslator>

#include <string_view>

namespace rightrig {

namespace {

class Plurals : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    /// `n` is below 0 for texts that count nothing; those are left alone.
    [[nodiscard]] QString translate(const char* /*context*/, const char* source, const char* /*disambiguation*/, int n) const override
    {
        using namespace std::string_view_literals;
        if (n < 0 || std::string_view(source).find("(s)"sv) == std::string_view::npos)
            return {};
        return QString::fromUtf8(source).replace(QLatin1String("(s)"), QLatin1String(n == 1 ? "" : "s"));
    }
};

} // namespace

void installPlurals(QCoreApplication& application) { QCoreApplication::installTranslator(new Plurals(&application)); }

} // namespace rightrig
