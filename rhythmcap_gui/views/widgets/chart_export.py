"""A chart as bytes of a picture (PNG, SVG) or a table (CSV), and the file they go into."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QRect, QRectF, QSaveFile, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.exchange.tables.cell_records import csv_text
from rhythmcap_gui import theme
from rhythmcap_gui.views.widgets.chart_items import LEGEND_PX
from rhythmcap_gui.views.widgets.chart_plot import PlotView

if TYPE_CHECKING:
    from rhythmcap_gui.views.widgets.chart_data import ChartData

SHARP = 2  # pixels of a PNG to a pixel of the screen
LEAST_PX = (480, 240)


def exported(data: ChartData, size: QSize, suffix: str) -> bytes:
    """The whole chart with its legend, whatever is zoomed on the screen: .png, .svg or .csv."""
    if suffix == ".csv":
        return table_bytes(data)
    view = PlotView(None)
    view.show_data(data, for_export=True)
    legend_px = 0 if data.show_legend else LEGEND_PX  # the rows stay as high as they are shown
    least = QSize(max(LEAST_PX[0], view.legend_width_px()), 0 if data.by_row else LEAST_PX[1])
    view.resize(size.grownBy(QMargins(0, 0, 0, legend_px)).expandedTo(least))
    picture = _svg(view) if suffix == ".svg" else _png(view)
    view.close()
    return picture


def table_bytes(data: ChartData) -> bytes:
    """The values as CSV, heads first."""
    return csv_text(data.table).encode("utf-8")


def write(path: Path, content: bytes) -> str:
    """Write a file whole or not at all; what went wrong, "" if nothing did."""
    file = QSaveFile(str(path))
    done = file.open(QIODevice.OpenModeFlag.WriteOnly)
    done = done and file.write(content) == len(content) and file.commit()
    return "" if done else file.errorString()


def png_bytes(image: QImage) -> bytes:
    """Return a picture as a PNG file's bytes."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return content.data()


def _png(view: PlotView) -> bytes:
    image = QImage(view.size() * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(theme.colour("panel"))
    painter = QPainter(image)
    view.draw_on(painter)
    painter.end()
    return png_bytes(image)


def _svg(view: PlotView) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(view.logicalDpiX())  # or the axes, played back, come out smaller
    generator.setSize(view.size())
    generator.setViewBox(QRect(0, 0, view.width(), view.height()))
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, view.width(), view.height()), theme.colour("panel"))
    view.draw_on(painter)
    painter.end()
    buffer.close()
    return content.data()
