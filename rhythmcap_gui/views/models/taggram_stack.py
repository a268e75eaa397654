"""Several models' taggrams of the open song, one above the other, on one time axis.

Their rows have the same order, so that the eye can go straight down.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import decimal_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ModelPredictions
from rhythmcap_gui.views.listening.taggram_pane import ROW_PX, TaggramPane
from rhythmcap_gui.views.listening.taggram_rows import TagRow, rows_of
from rhythmcap_gui.views.listening.time_axis import TimeAxis
from rhythmcap_gui.views.listening.time_ruler import TimeRuler
from rhythmcap_gui.views.models.comparison_plot import letter

GUTTER_PX, GAP_PX = 48, 8
MAX_ROWS, MIN_SHARED_TAGS = 9, 3
SHARED, OWN = "shared", "own"


class TaggramStack(QWidget):
    """seek_requested(s) and loop_requested(span) as in the listening column."""

    seek_requested = Signal(float)
    loop_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._predictions: Sequence[ModelPredictions] = ()
        self._title = ""
        self.axis = TimeAxis(self)
        self.taggrams: list[TaggramPane] = []
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Tags that every model has a word for"), SHARED)
        self.kind.addItem(self.tr("Each model's strongest words"), OWN)
        self.kind.setAccessibleName(self.tr("Which rows"))
        self.kind.currentIndexChanged.connect(self._rebuild)
        self.message = QLabel(wordWrap=True)
        self.message.setProperty("dim", True)
        self.panes = _TaggramColumn(self.axis)
        self.panes.setProperty("ground", True)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.panes)
        head = QHBoxLayout()
        head.addWidget(self.message, 1)
        head.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(GAP_PX)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        session.position_changed.connect(self.panes.set_position)
        session.song_opened.connect(self._clear_for_other_song)

    def show_message(self, text: str) -> None:
        """Show a text above the taggrams, or in their place."""
        self.message.setText(text)

    def show_predictions(
        self, predictions: Sequence[ModelPredictions], title: str, duration_s: float
    ) -> None:
        """Show the models' taggrams of a song."""
        self._predictions = [
            of_model for of_model in predictions if of_model.predictions.taggram is not None
        ]
        self._title = title
        self.axis.set_duration(duration_s)
        n_shared = len(self._shared_tags())
        self.kind.setCurrentIndex(0 if n_shared >= MIN_SHARED_TAGS else 1)
        self.kind.setEnabled(n_shared > 0)
        self._rebuild()

    def _clear_for_other_song(self, _song: object) -> None:
        self._predictions = ()
        self._rebuild()
        self.show_message(self.tr("Another song was opened; compare again to see it."))

    def _shared_tags(self) -> set[int]:
        known = [
            {tag for tag in of_model.tags if tag is not None} for of_model in self._predictions
        ]
        return set.intersection(*known) if known else set()

    def _rebuild(self, *_index: object) -> None:
        self.taggrams = []
        self.panes.clear()
        if not self._predictions:
            return
        shared = self.kind.currentData() == SHARED
        self.show_message(self.tr("{}: click to hear, drag to loop").format(self._title))
        order = self._order() if shared else []
        for index, of_model in enumerate(self._predictions):
            rows = self._rows(of_model, order) if shared else self._own_rows(of_model)
            taggram = TaggramPane(self.axis)
            taggram.setFixedHeight(theme.scaled(ROW_PX) * max(min(len(rows), MAX_ROWS), 1))
            taggram.set_data(of_model.predictions.taggram, rows, of_model.song_score)
            taggram.seek_requested.connect(self.seek_requested)
            taggram.loop_requested.connect(self.loop_requested)
            self.taggrams.append(taggram)
            window_s = decimal_text(of_model.predictions.taggram.window_s, 1)
            title = self.tr("{} · {}, windows of {} s")
            self.panes.add(title.format(letter(index), of_model.model, window_s), taggram)
        self.panes.finish()

    def _order(self) -> list[int]:
        """Shared tags, the one with the highest mean score first."""
        means: dict[int, float] = {}
        for tag in self._shared_tags():
            scores = [
                float(of_model.predictions.scores[_column(of_model, tag)])
                for of_model in self._predictions
            ]
            means[tag] = sum(scores) / len(scores)
        return sorted(means, key=lambda tag: -means[tag])

    def _rows(self, of_model: ModelPredictions, order: Sequence[int]) -> list[TagRow]:
        names = {tag.id: tag.name for tag in self._session.library.codebook.tags()}
        columns = [(tag, _column(of_model, tag)) for tag in order]
        return [
            TagRow(names.get(tag, "?"), float(of_model.predictions.scores[column]), column)
            for tag, column in columns
        ]

    def _own_rows(self, of_model: ModelPredictions) -> list[TagRow]:
        predictions = of_model.predictions
        return rows_of(predictions.words, predictions.scores, of_model.tags, lambda _tag: True)


class _TaggramColumn(QFrame):
    """The ruler and the taggrams, with the playhead's line through all of them."""

    def __init__(self, axis: TimeAxis) -> None:
        super().__init__()
        self._axis = axis
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._line = _PlayheadLine(axis, self)

    def clear(self) -> None:
        """Remove all taggrams."""
        self._line.taggrams.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, title: str, taggram: TaggramPane) -> None:
        """Add a model's taggram below the others."""
        label = QLabel(title)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("heading", True)
        label.setContentsMargins(theme.scaled(GUTTER_PX), 4, 0, 0)
        self._column.addWidget(label)
        self._column.addWidget(taggram)
        self._line.taggrams.append(taggram)

    def finish(self) -> None:
        """Put the ruler below all."""
        self._column.addWidget(TimeRuler(self._axis))
        self._column.addStretch(1)
        self._line.raise_()

    def set_position(self, second: float) -> None:
        """Move the line to the second that is audible now."""
        self._line.move_to(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._axis.set_edges(theme.scaled(GUTTER_PX), self.width())
        self._line.setGeometry(self.rect())


class _PlayheadLine(QWidget):
    """A thin line over the taggrams; only its two strips are repainted."""

    def __init__(self, axis: TimeAxis, parent: QWidget) -> None:
        super().__init__(parent)
        self._axis = axis
        self._second = 0.0
        self.taggrams: list[TaggramPane] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    def move_to(self, second: float) -> None:
        for moment in (self._second, second):
            self.update(round(self._axis.x_of(moment)) - 1, 0, 3, self.height())
        self._second = second

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._axis.px_per_s:
            return
        x = round(self._axis.x_of(self._second))
        painter = QPainter(self)
        for taggram in self.taggrams:
            box = QRect(x, taggram.y(), 1, taggram.height())
            painter.fillRect(box, theme.colour("playhead"))
        painter.end()


def _column(of_model: ModelPredictions, tag_id: int) -> int:
    """The column of a tag in a model's scores: of several words for it, the highest."""
    columns = [column for column, meant in enumerate(of_model.tags) if meant == tag_id]
    return max(columns, key=lambda column: float(of_model.predictions.scores[column]))
