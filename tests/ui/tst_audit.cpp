// Every page, at 100 and 200 %: names, labels, target sizes, Alt keys, tab order, clipped text, and no rich text from outside.
#include "wizardtools.h"

#include "app/composition.h"
#include "app/priceservices.h"
#include "app/reportsrun.h"
#include "ui/classroom/classdialog.h"
#include "ui/classroom/columnsdialog.h"
#include "ui/classroom/courseeditor.h"
#include "ui/classroom/reportsdialog.h"
#include "ui/forms/candidatedialog.h"
#include "ui/forms/collapsible.h"
#include "ui/forms/stickerguide.h"
#include "ui/prices/pricedialog.h"
#include "ui/prices/pricesdialog.h"
#include "ui/theme.h"
#include "ui/wizard/steps.h"
#include "ui/wizard/wizardpage.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>

using namespace wizardtools;

class TestAudit : public QObject
{
    Q_OBJECT

private:
    static bool counts(const QWidget& widget, const QWidget& top)
    {
        const QWidget* parent = widget.parentWidget();
        const bool onlySelectable = widget.inherits("QLabel") && widget.focusPolicy() == Qt::ClickFocus; // text, no target
        return !onlySelectable && widget.isVisibleTo(&top) && widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus
            && !widget.objectName().startsWith(QLatin1String("qt_")) && !widget.inherits("QComboBoxListView")
            && (parent == nullptr || (!parent->inherits("QAbstractItemView") && !parent->inherits("QComboBox")));
    }
    static QString label(const QWidget& widget)
    {
        return QStringLiteral("%1 %2").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
    }

    static QStringList unnamed(QWidget& top)
    {
        QStringList bad;
        for (QWidget* widget : top.findChildren<QWidget*>()) {
            if (!counts(*widget, top))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            const QString name = face != nullptr ? face->text(QAccessible::Name) : QString();
            const bool labelled = face != nullptr && !face->relations(QAccessible::Label).isEmpty();
            if (name.trimmed().isEmpty() && !labelled)
                bad.append(label(*widget) + QStringLiteral(" has no name"));
            if (widget->inherits("QComboBox") && !labelled && widget->accessibleName().isEmpty())
                bad.append(label(*widget) + QStringLiteral(" has no label"));
        }
        return bad;
    }
    static QStringList smallTargets(QWidget& top)
    {
        QStringList bad;
        for (QWidget* widget : top.findChildren<QWidget*>()) {
            if (counts(*widget, top) && (widget->width() < 24 || widget->height() < 24))
                bad.append(QStringLiteral("%1 is %2x%3").arg(label(*widget)).arg(widget->width()).arg(widget->height()));
        }
        return bad;
    }
    static QStringList doubleMnemonics(QWidget& top)
    {
        QMap<QString, QStringList> users;
        for (const QAbstractButton* button : top.findChildren<QAbstractButton*>()) {
            const QKeySequence keys = QKeySequence::mnemonic(button->text());
            if (button->isVisibleTo(&top) && !keys.isEmpty())
                users[keys.toString()].append(label(*button));
        }
        for (const QLabel* text : top.findChildren<QLabel*>()) {
            const QKeySequence keys = QKeySequence::mnemonic(text->text());
            if (text->isVisibleTo(&top) && text->buddy() != nullptr && !keys.isEmpty())
                users[keys.toString()].append(label(*text));
        }
        for (const QMenuBar* bar : top.findChildren<QMenuBar*>()) {
            const QList<QAction*> menus = bar->actions();
            for (const QAction* menu : menus)
                users[QKeySequence::mnemonic(menu->text()).toString()].append(menu->text());
        }
        QStringList bad;
        for (auto it = users.cbegin(); it != users.cend(); ++it) {
            if (it->size() > 1)
                bad.append(it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", ")));
        }
        return bad;
    }
    /// Labels and buttons that get less room than their text needs.
    static QStringList clipped(QWidget& top)
    {
        QStringList bad;
        for (const QLabel* text : top.findChildren<QLabel*>()) {
            if (!text->isVisibleTo(&top) || text->text().isEmpty())
                continue;
            const int needed = text->wordWrap() ? text->heightForWidth(text->width()) : text->sizeHint().height();
            const bool tooNarrow = !text->wordWrap() && text->width() < text->sizeHint().width();
            if (text->height() < needed || tooNarrow)
                bad.append(QStringLiteral("%1 \"%2\" has %3x%4, needs height %5")
                               .arg(label(*text), text->text().left(40))
                               .arg(text->width())
                               .arg(text->height())
                               .arg(needed));
        }
        for (const QAbstractButton* button : top.findChildren<QAbstractButton*>()) {
            if (!button->isVisibleTo(&top) || button->text().isEmpty())
                continue;
            const int height = button->hasHeightForWidth() ? button->heightForWidth(button->width()) : button->sizeHint().height();
            const bool tooNarrow = !button->hasHeightForWidth() && button->width() < button->sizeHint().width();
            if (button->height() < height || tooNarrow)
                bad.append(QStringLiteral("%1 \"%2\"").arg(label(*button), button->text().left(40)));
        }
        return bad;
    }
    static QStringList badNames(QWidget& top)
    {
        QStringList bad;
        for (const QWidget* widget : top.findChildren<QWidget*>()) {
            if (!counts(*widget, top))
                continue;
            QString type = QString::fromLatin1(widget->metaObject()->className());
            type.remove(0, type.lastIndexOf(QLatin1Char(':')) + 1);
            if (!widget->objectName().endsWith(type))
                bad.append(label(*widget));
        }
        return bad;
    }

    static void passes(QWidget& window)
    {
        QCOMPARE(unnamed(window).join(QLatin1Char('\n')), QString());
        QTRY_COMPARE(smallTargets(window).join(QLatin1Char('\n')), QString()); // a busy computer lays out later
        QCOMPARE(doubleMnemonics(window).join(QLatin1Char('\n')), QString());
        QCOMPARE(badNames(window).join(QLatin1Char('\n')), QString());
        QTRY_COMPARE(clipped(window).join(QLatin1Char('\n')), QString());
    }

    static void pages()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 150, 200}) {
            for (int page = 1; page <= checkStep; ++page)
                QTest::addRow("page %d at %d", page, percent) << page << percent;
        }
    }
    /// Answers that show as much of the pages as can be shown.
    static Answers full()
    {
        Answers answers;
        answers.goals = std::vector<Goal>{Goal::Tables, Goal::Images, Goal::Text, Goal::Sound};
        answers.computer = sampleComputer();
        for (int i = 0; i < 3; ++i) {
            Candidate candidate;
            candidate.name = "A machine from the shop window";
            candidate.price = Money{1199, CurrencyCode("USD")};
            answers.candidates.push_back(candidate);
        }
        return answers;
    }
    static void open(MainWindow& window, int page, int percent)
    {
        applyTheme(*qApp, ThemeMode::Light, percent);
        window.resize(1024, 640);
        window.setAnswers(full());
        window.show();
        window.showPage(page);
        QTest::qWait(150);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("rightrig-tests"));
        QCoreApplication::setApplicationName(QStringLiteral("audit"));
        QSettings().clear();
        QAccessible::setActive(true);
        QVERIFY(catalogue());
    }

    void everyPage_data() { pages(); }
    void everyPage()
    {
        QFETCH(int, page);
        QFETCH(int, percent);
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        open(window, page, percent);
        QCOMPARE(window.size(), QSize(1024, 640));
        QCOMPARE(unnamed(window).join(QLatin1Char('\n')), QString());
        QTRY_COMPARE(smallTargets(window).join(QLatin1Char('\n')), QString()); // a busy computer lays out later
        QCOMPARE(doubleMnemonics(window).join(QLatin1Char('\n')), QString());
        QCOMPARE(badNames(window).join(QLatin1Char('\n')), QString());
        QTRY_COMPARE(clipped(window).join(QLatin1Char('\n')), QString());
        auto& scroll = find<QScrollArea>(window, qPrintable(QStringLiteral("step%1QScrollArea").arg(page)));
        QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0); // reading never needs to go sideways
    }

    void nothingScrollsAtNormalSize_data()
    {
        QTest::addColumn<int>("page");
        for (int page = 1; page < checkStep; ++page)
            QTest::addRow("page %d", page) << page;
    }
    void nothingScrollsAtNormalSize()
    {
        QFETCH(int, page);
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        open(window, page, 100);
        auto& scroll = find<QScrollArea>(window, qPrintable(QStringLiteral("step%1QScrollArea").arg(page)));
        QCOMPARE(scroll.verticalScrollBar()->maximum(), 0);
        QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0);
    }

    void tabOrderIsVisualOrder_data() { nothingScrollsAtNormalSize_data(); }
    void tabOrderIsVisualOrder()
    {
        QFETCH(int, page);
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        open(window, page, 100);
        auto& form = find<WizardPage>(window, qPrintable(QStringLiteral("step%1WizardPage").arg(page)));
        int last = -1000;
        const QWidget* first = &form;
        for (const QWidget* next = first->nextInFocusChain(); next != first; next = next->nextInFocusChain()) {
            if (!form.isAncestorOf(next) || !counts(*next, window) || (next->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const int y = next->mapTo(&form, QPoint(0, 0)).y();
            QVERIFY2(y >= last - 40, qPrintable(label(*next))); // things of one row may stand a little higher
            last = y;
        }
    }

    void dialogsPassToo()
    {
        applyTheme(*qApp, ThemeMode::Light, 100);
        const FormContext context{catalogue(), settle({}, *catalogue())};
        CandidateDialog candidate(context, Candidate{}, CurrencyCode("USD"));
        StickerGuide guide;
        const QTemporaryDir folder;
        Request request;
        request.catalogue = testCatalogue();
        request.ownPrices = true;
        request.prices = folder.filePath(QStringLiteral("prices.csv"));
        PriceDialog price(catalogue(), QDate(2026, 11, 23));
        PricesDialog prices(makePriceServices(request), QDate(2026, 11, 23));
        Services given = servicesIn(folder.path());
        given.batch = makeBatchServices(request);
        ReportsDialog reports(given);
        ClassDialog overview(given);
        ColumnsDialog columns({{QStringLiteral("Who"), QStringLiteral("What")}, {{QStringLiteral("a"), QStringLiteral("b")}}, {}}, {});
        for (QDialog* dialog : std::initializer_list<QDialog*>{&candidate, &guide, &price, &prices, &reports, &overview, &columns}) {
            dialog->show();
            QCOMPARE(doubleMnemonics(*dialog).join(QLatin1Char('\n')), QString());
            QCOMPARE(unnamed(*dialog).join(QLatin1Char('\n')), QString());
            QCOMPARE(smallTargets(*dialog).join(QLatin1Char('\n')), QString());
            QCOMPARE(clipped(*dialog).join(QLatin1Char('\n')), QString());
        }
    }

    void theInstructorsWindowsPassToo_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 150, 200})
            QTest::addRow("%d", percent) << percent;
    }
    void theInstructorsWindowsPassToo()
    {
        QFETCH(int, percent);
        applyTheme(*qApp, ThemeMode::Light, percent);
        const Services services = makeServices(catalogue());
        CourseEditor editor(services);
        editor.openSample();
        editor.resize(1024, 700);
        editor.show();
        auto& tabs = find<QTabWidget>(editor, "courseQTabWidget");
        for (auto* folded : editor.findChildren<Collapsible*>())
            folded->setOpen(true);
        for (int page = 0; page < tabs.count(); ++page) {
            tabs.setCurrentIndex(page);
            QTest::qWait(50);
            passes(editor);
            const auto* scroll = qobject_cast<QScrollArea*>(tabs.currentWidget());
            QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
        }
        ClassDialog overview(services);
        overview.show();
        passes(overview);
    }

    void theEditorsTabOrderIsVisualOrder()
    {
        applyTheme(*qApp, ThemeMode::Light, 100);
        CourseEditor editor(makeServices(catalogue()));
        editor.openSample();
        editor.resize(1024, 700);
        editor.show();
        auto& tabs = find<QTabWidget>(editor, "courseQTabWidget");
        for (int page = 0; page < tabs.count(); ++page) {
            tabs.setCurrentIndex(page);
            QTest::qWait(50);
            const QWidget* form = qobject_cast<QScrollArea*>(tabs.currentWidget())->widget();
            int last = -1000;
            for (const QWidget* next = form->nextInFocusChain(); next != form; next = next->nextInFocusChain()) {
                if (!form->isAncestorOf(next) || !counts(*next, editor) || (next->focusPolicy() & Qt::TabFocus) == 0)
                    continue;
                const int y = next->mapTo(form, QPoint(0, 0)).y();
                QVERIFY2(y >= last - 40, qPrintable(label(*next)));
                last = y;
            }
        }
    }

    void outsideTextStaysPlain()
    {
        const QTemporaryDir folder;
        MainWindow window(servicesIn(folder.path()));
        const std::string bait = "<img src=\"file:///etc/hostname\"><b>bait</b>";
        Answers answers = full();
        answers.studentName = bait;
        answers.computer->cpu = bait;
        answers.candidates[0].name = bait;
        window.setAnswers(answers);
        window.show();
        for (int page = 1; page <= resultStep; ++page) {
            window.showPage(page);
            QTest::qWait(page == resultStep ? 500 : 20);
            for (const QLabel* text : window.findChildren<QLabel*>()) {
                const bool rich
                    = text->textFormat() == Qt::RichText || (text->textFormat() == Qt::AutoText && Qt::mightBeRichText(text->text()));
                QVERIFY2(!rich || !text->text().contains(QStringLiteral("<img")), qPrintable(label(*text)));
            }
            for (const QWidget* widget : window.findChildren<QWidget*>())
                QVERIFY2(!Qt::mightBeRichText(widget->toolTip()) || !widget->toolTip().contains(QStringLiteral("<img")),
                    qPrintable(label(*widget)));
        }
    }
};

QTEST_MAIN(TestAudit)
#include "tst_audit.moc"
