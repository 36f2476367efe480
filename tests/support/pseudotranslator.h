// Text as long as German and with letters beyond ASCII: shows what is clipped and what was never given to tr().
#pragma once

#include <QTranslator>

#include <utility>

namespace rightrig {

class PseudoTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char* /*context*/, const char* source, const char* /*disambiguation*/, int /*n*/) const override
    {
        QString text = QString::fromUtf8(source);
        if (text.size() < 2 || text.startsWith(u'%'))
            return text;
        QString longer;
        for (const QChar letter : std::as_const(text))
            longer += accented(letter);
        return u'[' + longer + QString(qMax(qsizetype(1), text.size() * 3 / 10), u'~') + u']';
    }

private:
    static QChar accented(QChar letter)
    {
        static const QString plainLetters = QStringLiteral("aeouAOU");
        static const QString accents = QStringLiteral("äéöüÄÖÜ");
        const auto at = plainLetters.indexOf(letter);
        return at < 0 ? letter : accents[at];
    }
};

} // namespace rightrig
