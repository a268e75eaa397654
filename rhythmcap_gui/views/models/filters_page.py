"""The filters that meet the sound: which bank, in which order, as a grid and one magnified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.models.inside_records import FilterKind
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.models.filter_detail import FilterDetail, axis_texts, weight_text
from rhythmcap_gui.views.models.filter_grid import FilterGrid
from rhythmcap_gui.views.widgets.diverging_colours import paint_legend

if TYPE_CHECKING:
    from core.models.inside_records import FilterBank, ModelInside

NUMBER, STRENGTH = "number", "strength"
SHARP = 2  # pixels of a saved picture to one of the screen
EXPORT_WIDTH_PX, CAPTION_PX = 960, 28


class FiltersPage(QWidget):
    """Grid on the left, the chosen filter on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: ModelInside | None = None
        self.banks = QComboBox()
        self.banks.setAccessibleName(self.tr("Which filters"))
        self.banks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.order = QComboBox()
        self.order.addItem(self.tr("By number"), NUMBER)
        self.order.addItem(self.tr("The strongest first"), STRENGTH)
        self.order.setAccessibleName(self.tr("Order of the filters"))
        self.own_scale = QCheckBox(self.tr("A scale for every filter"))
        self.own_scale.setToolTip(self.tr("Shows the shape of weak filters, too"))
        self.sentence = QLabel(wordWrap=True)
        self.grid, self.detail = FilterGrid(), FilterDetail()
        self.grid.chosen.connect(self._show_filter)
        for combo in (self.banks, self.order):
            combo.currentIndexChanged.connect(self._draw)
        self.own_scale.toggled.connect(self._draw)
        self._lay_out()

    @property
    def bank(self) -> FilterBank | None:
        """The filters that are shown."""
        number = self.banks.currentIndex()
        has_any = self._found is not None and 0 <= number < len(self._found.banks)
        return self._found.banks[number] if has_any else None

    def show_inside(self, found: ModelInside) -> None:
        """Show the filters of a network."""
        self._found = found
        self.banks.blockSignals(True)
        self.banks.clear()
        for bank in found.banks:
            self.banks.addItem(bank_title(bank))
        self.banks.blockSignals(False)
        self.banks.setVisible(len(found.banks) > 1)
        self._draw()

    def picture(self) -> QImage:
        """Draw the whole grid with its title and scale, as it is saved."""
        bank, grid = self.bank, FilterGrid()
        if bank is None:
            return QImage()
        grid.show_bank(bank, by_strength=self._by_strength(), own_scale=self.own_scale.isChecked())
        caption = theme.scaled(CAPTION_PX)
        height = grid.heightForWidth(EXPORT_WIDTH_PX)
        grid.setMinimumHeight(0)
        grid.resize(EXPORT_WIDTH_PX, height)
        grid.position = -1
        image = QImage(
            grid.width() * SHARP, (height + 2 * caption) * SHARP, QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(SHARP)
        image.fill(theme.colour("panel"))
        painter = QPainter(image)
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("text"))
        line = QRectF(6, 0, grid.width() - 12, caption)
        name = self._found.name if self._found is not None else ""
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, f"{name} · {bank_title(bank)}")
        ends = (weight_text(-bank.greatest), weight_text(bank.greatest))
        if not self.own_scale.isChecked():
            paint_legend(painter, line.translated(0, caption), ends)
        painter.translate(0, 2 * caption)
        for position in range(len(grid.order)):
            grid.paint_tile(painter, position)
        painter.end()
        grid.deleteLater()
        return image

    def table(self) -> tuple[tuple[str, ...], ...]:
        """Return a row for every weight of the filters shown, heads first."""
        bank, rows = self.bank, []
        if bank is None:
            return ()
        for image, values in enumerate(bank.images):
            number, channel = bank.number_of(image)
            rows += [
                (str(number), str(channel), str(row + 1), str(column + 1), repr(float(value)))
                for row, line in enumerate(values)
                for column, value in enumerate(line)
            ]
        return (("filter", "channel", "row_from_below", "column", "weight"), *rows)

    def _by_strength(self) -> bool:
        return self.order.currentData() == STRENGTH

    def _draw(self) -> None:
        bank = self.bank
        self.sentence.setText(bank_sentence(bank) if bank is not None else "")
        self.grid.show_bank(
            bank, by_strength=self._by_strength(), own_scale=self.own_scale.isChecked()
        )

    def _show_filter(self, image: int, row: int, column: int) -> None:
        if self.bank is not None:
            self.detail.show_filter(self.bank, image, self.grid.scale_of(image), (row, column))

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(12)
        for widget in (self.banks, self.order, self.own_scale):
            choices.addWidget(widget)
        choices.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("All filters"))
        scroll.setWidget(self.grid)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(scroll, 1)
        halves.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(choices)
        column.addWidget(self.sentence)
        column.addLayout(halves, 1)


def bank_title(bank: FilterBank) -> str:
    """Name a bank by its layer, how many filters it has, and their size."""
    height, width = bank.images.shape[1:]
    size = f"{height} × {width}" if height > 1 else str(width)
    return counted(_tr("{name}: {n:# filter|# filters} of {size}"), name=bank.name,
                   n=int(bank.values.shape[0]), size=size)  # fmt: skip


def bank_sentence(bank: FilterBank) -> str:
    """Say what the pictures of a bank are."""
    across, upward = axis_texts(bank)
    if bank.kind is FilterKind.BANDS:
        text = _tr(
            "A picture is a filter: what it is looking for in the spectrogram. Orange: louder "
            "there, blue: softer there ({upward}, {across})."
        )
        return text.format(upward=upward.rstrip(" →"), across=across.rstrip(" →"))
    if bank.kind is FilterKind.SAMPLES:
        return _tr(
            "This network reads the waveform, sample by sample: its first filters are only a few "
            "samples long, and what they find becomes tones and rhythms in later layers."
        )
    if bank.kind is FilterKind.VALUES:
        return _tr("A curve is a filter over the numbers that the network gets of the sound.")
    text = _tr(
        "A curve is a filter over time: how the loudness has to move for it to answer ({across})."
    )
    return text.format(across=across.rstrip(" →"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("filters_page", text)
