"""Bars of scores under a deformation, with the bars of the same seconds as they are behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import score_text
from rhythmcap_gui.views.widgets.placeholder import Placeholder, paint_placeholder

ROW_PX, NAME_PX, FIGURES_PX, GAP_PX = 20, 110, 92, 8
BEHIND_PX, FRONT_PX = 12, 5
MOVED = 0.02  # a smaller change is no arrow


@dataclass(frozen=True, slots=True)
class ScoreBar:
    """A word's score as it is, and deformed; 0 to 1."""

    name: str
    undeformed: float
    deformed: float

    @property
    def change(self) -> float:
        """By how much it has moved."""
        return self.deformed - self.undeformed


class ScoreBars(QWidget):
    """Rows in the order given; as many as fit, in two columns where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[ScoreBar, ...] = ()
        self._placeholder = Placeholder()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 3 * ROW_PX)
        theme.notifier().theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(420, 6 * theme.scaled(ROW_PX))

    @property
    def n_rows(self) -> int:
        """How many words have room."""
        return max(1, self.height() // theme.scaled(ROW_PX)) * self._n_columns()

    @property
    def bars(self) -> tuple[ScoreBar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[ScoreBar]) -> None:
        """Draw these."""
        self._bars = tuple(bars)
        self.setAccessibleName(self.tr("Scores as they are, and deformed"))
        spoken = (f"{bar.name} {score_text(bar.undeformed)} → {score_text(bar.deformed)}"
                  for bar in bars)  # fmt: skip
        self.setAccessibleDescription(", ".join(spoken))
        self.update()

    def show_placeholder(self, title: str, detail: str = "") -> None:
        """Say why there are no bars."""
        self._bars, self._placeholder = (), Placeholder(title, detail)
        self.setAccessibleName(f"{title} {detail}".strip())
        self.setAccessibleDescription("")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._bars:
            paint_placeholder(painter, self.rect(), self._placeholder)
            return
        n_columns, row_px = self._n_columns(), theme.scaled(ROW_PX)
        per_column = max(1, self.height() // row_px)
        width = self.width() // n_columns
        for index, bar in enumerate(self._bars[: per_column * n_columns]):
            column, row = divmod(index, per_column)
            box = QRect(column * width, row * row_px, width - 2 * GAP_PX, row_px)
            self._paint_bar(painter, box, bar)

    def _n_columns(self) -> int:
        least = theme.scaled(NAME_PX + FIGURES_PX) + 120
        return 2 if self.width() >= 2 * least else 1

    def _paint_bar(self, painter: QPainter, box: QRect, bar: ScoreBar) -> None:
        name_px, figures_px = theme.scaled(NAME_PX), theme.scaled(FIGURES_PX)
        name = QRect(box.left(), box.top(), name_px, box.height())
        painter.setFont(theme.font(theme.CAPTION_PX + 1))
        painter.setPen(theme.colour("text"))
        text = painter.fontMetrics().elidedText(
            bar.name, Qt.TextElideMode.ElideRight, name_px - GAP_PX
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), text)
        track = QRectF(name.right(), box.top(), box.width() - name_px - figures_px, box.height())
        painter.setPen(Qt.PenStyle.NoPen)
        for token, share, height in (
            ("control", 1.0, BEHIND_PX), ("faint", bar.undeformed, BEHIND_PX),
            ("accent", bar.deformed, FRONT_PX),
        ):  # fmt: skip
            strip = QRectF(track.left(), track.center().y() - height / 2,
                           max(track.width() * share, 1.0), height)  # fmt: skip
            painter.setBrush(theme.colour(token, 0.6 if token == "faint" else 1.0))
            painter.drawRoundedRect(strip, 2, 2)
        self._paint_figures(painter, QRect(box.right() - figures_px, box.top(), figures_px,
                                           box.height()), bar)  # fmt: skip

    def _paint_figures(self, painter: QPainter, box: QRect, bar: ScoreBar) -> None:
        painter.setFont(theme.font(theme.CAPTION_PX + 1, figures=True))
        token, sign = "dim", ""
        if abs(bar.change) >= MOVED:
            token, sign = ("good", "▲ ") if bar.change > 0 else ("bad", "▼ ")
        painter.setPen(theme.colour(token))
        text = score_text(bar.deformed)
        if sign:
            text = f"{sign}{score_text(bar.undeformed)} → {text}"
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text
        )
