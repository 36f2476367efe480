#include "ui/charts/chartexport.h"

#include "models/qt/checkedfile.h"
#include "ui/charts/charts.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QSvgGenerator>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>

namespace rightrig {
namespace {

struct ChartMenuWords
{
    Q_DECLARE_TR_FUNCTIONS(ChartMenu)
};

void savePicture(QChartView& view)
{
    const QString path = QFileDialog::getSaveFileName(&view, ChartMenuWords::tr("Save picture"), QStringLiteral("rightrig-chart.svg"),
        ChartMenuWords::tr("Drawing (*.svg);;Picture (*.png)"));
    if (path.isEmpty())
        return;
    const bool png = path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
    const QString problem = writeChecked(path, png ? chartAsPng(view) : chartAsSvg(view));
    if (problem.isEmpty())
        return;
    QMessageBox box(QMessageBox::Warning, ChartMenuWords::tr("Save picture"), problem, QMessageBox::Ok, &view);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

} // namespace

QByteArray chartAsSvg(QChartView& view)
{
    QBuffer buffer;
    QSvgGenerator generator;
    const QSizeF size = view.chart()->size();
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(view.accessibleName());
    QPainter painter(&generator);
    paintChart(painter, *view.chart(), QRectF(QPointF(), size), size);
    painter.end();
    return buffer.data();
}

QByteArray chartAsPng(QChartView& view)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    view.grab().save(&buffer, "PNG");
    return bytes;
}

void showChartMenu(QChartView& view, const QString& data, QPoint where)
{
    QMenu menu(&view);
    const QAction* copyPicture = menu.addAction(ChartMenuWords::tr("Copy picture"));
    const QAction* copyData = menu.addAction(ChartMenuWords::tr("Copy data as text"));
    const QAction* save = menu.addAction(ChartMenuWords::tr("Save picture..."));
    const QAction* chosen = menu.exec(where);
    if (chosen == copyPicture)
        QGuiApplication::clipboard()->setPixmap(view.grab());
    else if (chosen == copyData)
        QGuiApplication::clipboard()->setText(data);
    else if (chosen == save)
        savePicture(view);
}

} // namespace rightrig
