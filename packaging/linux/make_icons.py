"""Draw the program's icon in every size that desktops ask for, from resources/icons/rhythmcap.svg.

Kept in packaging/linux/icons: a wheel is built where no Qt is installed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
SVG = HERE.parents[1] / "resources" / "icons" / "rhythmcap.svg"
ICONS = HERE / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(size: int) -> QImage:
    """Draw the icon, size × size pixels on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(SVG.read_bytes())).render(painter)
    painter.end()
    return image


def icon_file(size: int) -> Path:
    """Where the icon of a size is kept: as in a theme of icons."""
    return ICONS / f"{size}x{size}" / "apps" / "rhythmcap.png"


if __name__ == "__main__":
    for size in SIZES:
        icon_file(size).parent.mkdir(parents=True, exist_ok=True)
        draw(size).save(str(icon_file(size)))
