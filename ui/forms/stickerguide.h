// Where a computer says what it is: Windows, Mac, Linux.
#pragma once

#include <QDialog>

namespace rightrig {

class StickerGuide : public QDialog
{
    Q_OBJECT
public:
    explicit StickerGuide(QWidget* parent = nullptr);
};

/// Shows the guide without blocking the window; it deletes itself when closed.
void showStickerGuide(QWidget* parent);

} // namespace rightrig
