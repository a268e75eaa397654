"""The map of the library: two dimensions, what they hide, and what its songs are coloured by."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.similar_data import (
    ColourKind,
    CompareBy,
    IndexState,
    MapColours,
    MapState,
)
from rhythmcap_gui.views.similar.index_strip import IndexStrip
from rhythmcap_gui.views.similar.map_choices import MapChoices
from rhythmcap_gui.views.similar.map_colours import entries, kind_tells, layers
from rhythmcap_gui.views.similar.map_legend import MapLegend
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from rhythmcap_gui.views.similar.map_plot import MapPlot

SIDE_PX, TOLD_PX = 250, 230  # width of the columns beside the map
STACKED_PX = 800  # below this they stand above and under it
AWAY_PX = 14
QWIDGETSIZE_MAX = (1 << 24) - 1


class MapDock(QWidget):
    """chosen(song id) on a click, activated(song id) on a double click, surrounded(ids, added).

    shown(whether it is on screen); stop_requested() of the map or of what it rests on.
    """

    chosen = Signal(int)
    activated = Signal(int)
    surrounded = Signal(tuple, bool)
    again_requested = Signal()
    listen_requested = Signal()
    stop_requested = Signal()
    shown = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state, self._index, self._colours = MapState(), IndexState(), MapColours()
        self._song_ids: NDArray[np.int64] = np.zeros(0, np.int64)
        self.plot: MapPlot | None = None
        self.choices = MapChoices(session)
        self.choices.again.clicked.connect(self.again_requested)
        self.legend = MapLegend()
        self.legend.hidden_changed.connect(lambda _codes: self._draw_colours())
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("caption", True)
        self.strip = IndexStrip()
        self.strip.listen_requested.connect(self.listen_requested)
        self.strip.cancel_requested.connect(self.stop_requested)
        self.message = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.message.setProperty("dim", True)
        self.readout = QLabel(self)
        self.readout.setProperty("readout", True)
        self.readout.setTextFormat(Qt.TextFormat.PlainText)
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.hide()
        self._lay_out()
        session.song_opened.connect(lambda _song: self._mark_opened())
        session.selection_changed.connect(lambda _ids: self._mark_selected())
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._draw()

    def _lay_out(self) -> None:
        self._area = _MapArea()
        self._pages = QStackedLayout(self._area)
        self._pages.addWidget(self.message)
        self._side = _column(self.tr("How the map is made"), self.choices)
        self._told = _column(self.tr("What the map shows"), self.legend, self.remark)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(12)
        self._parts.addWidget(self._side)
        self._parts.addWidget(self._area, 1)
        self._parts.addWidget(self._told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.setSpacing(6)
        whole.addLayout(self._parts, 1)
        whole.addWidget(self.strip)
        self._zooming = self._area.corner = self._zoom_buttons()

    def _zoom_buttons(self) -> QFrame:
        """Over the corner of the map."""
        frame = QFrame(self._area)
        row = QHBoxLayout(frame)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self._zoom: dict[str, QToolButton] = {}
        for name, text in (
            ("zoom-in", self.tr("Zoom in")), ("zoom-out", self.tr("Zoom out")),
            ("fit", self.tr("Show all songs")),
        ):  # fmt: skip
            button = self._zoom[name] = QToolButton()
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, name=name: self._on_zoom(name))
            row.addWidget(button)
        self._draw_icons()
        return frame

    def _draw_icons(self) -> None:
        for name, button in self._zoom.items():
            button.setIcon(theme.icon(name, "dim"))

    # -- what is shown ------------------------------------------------------------------------

    def show_state(self, state: MapState) -> None:
        """Show the map, or how far it is."""
        former, self._state = self._state, state
        if state.songs is not former.songs:
            self._song_ids = state.songs.song_ids if state.songs is not None else self._song_ids[:0]
            self._colours = MapColours(self._colours.by)
            if state.songs is not None:
                self._made_plot().show_positions(state.songs.positions)
                self._draw_colours()
                self._mark_opened()
                self._mark_selected()
        self.choices.show_method(state.method)
        self.choices.again.setVisible(bool(state.n_new) and not state.running)
        self._draw()

    def show_colours(self, colours: MapColours) -> None:
        """Colour the songs."""
        self._colours = colours
        self.choices.show_colours(colours.by, colours.tag)
        self._draw_colours()
        self._draw()

    def show_index(self, state: IndexState) -> None:
        """Show how many songs can be compared."""
        self._index = state
        self._draw()

    def show_by(self, by: CompareBy) -> None:
        """Show what songs are compared by."""
        self.choices.by.show_choice(by)

    def _made_plot(self) -> MapPlot:
        if self.plot is None:
            self.plot = _load_plot()(self._area)
            self.plot.pointed.connect(self._show_readout)
            self.plot.chosen.connect(lambda row: self._emit_song(self.chosen, row))
            self.plot.activated.connect(lambda row: self._emit_song(self.activated, row))
            self.plot.surrounded.connect(self._on_surrounded)
            self._pages.addWidget(self.plot)
            self._zooming.raise_()
        return self.plot

    def _draw(self) -> None:
        state, songs = self._state, self._state.songs
        work = ""
        if state.running and not self._index.reading and not self._index.listening:
            work = self.tr("Laying the songs out…")
        self.strip.show_state(self._index, work, state.progress if work else None)
        message = self._message()
        self.message.setText(message)
        shows_map = self.plot is not None and songs is not None and not message
        self._pages.setCurrentWidget(self.plot if shows_map else self.message)
        self._zooming.setVisible(shows_map)
        self._zooming.raise_()
        self.legend.setVisible(shows_map)
        parts = [translated(songs.remark)] if shows_map else []
        if state.n_new and shows_map:
            text = self.tr("{:# song that came since is|# songs that came since are} not on it.")
            parts.append(counted(text, state.n_new))
        if (why := self.choices.remark_on(self._colours)) and songs is not None:
            parts.insert(0, why)
        self.remark.setText(" ".join(parts))
        self.remark.setVisible(bool(parts))

    def _message(self) -> str:
        """Return what stands here in place of the map."""
        index = self._index
        for problem in (self._state.problem, index.problem):
            if problem[0]:
                return " ".join(problem).strip()
        if self._session.library is None or not index.model:
            return self.tr("Songs are compared by what a model hears. Choose one under Models.")
        if self._state.songs is not None and len(self._state.songs.song_ids):
            return ""
        if index.reading or index.listening or self._state.running:
            return self.tr("A moment…")
        if not index.n_songs:
            return self.tr("The model has listened to no song yet. Let it listen below.")
        return self.tr("There is no map yet. Draw it again.")

    def _draw_colours(self) -> None:
        n_songs = len(self._song_ids)
        found = entries(self._colours, n_songs)
        colours = self._colours
        is_scored = colours.by.kind is ColourKind.PREDICTED and colours.scores is not None
        self.legend.show_entries(found, score_of=colours.tag if is_scored else "")
        if self.plot is not None:
            self.plot.show_layers(layers(colours, n_songs, self.legend.hidden))

    def _mark_opened(self) -> None:
        opened = self._session.song
        if self.plot is not None:
            row = -1 if opened is None else self._row_of(opened.id)
            self.plot.show_opened(row)

    def _mark_selected(self) -> None:
        selected = self._session.selection
        rows = np.zeros(0, np.int64)
        if len(selected) > 1:  # one is the open song
            rows = np.flatnonzero(np.isin(self._song_ids, np.array(selected, np.int64)))
        if self.plot is not None:
            self.plot.show_selected(rows)

    def _row_of(self, song_id: int) -> int:
        row = int(np.searchsorted(self._song_ids, song_id))
        return row if row < len(self._song_ids) and self._song_ids[row] == song_id else -1

    def _apply_theme(self) -> None:
        self._draw_icons()
        if self.plot is not None:
            self.plot.apply_theme()
        self._draw_colours()

    # -- the pointer --------------------------------------------------------------------------

    def _show_readout(self, row: int) -> None:
        """Name the song under the pointer or the keyboard."""
        library = self._session.library
        song = None
        if 0 <= row < len(self._song_ids) and library is not None:
            song = library.songs.get(int(self._song_ids[row]))
        self.readout.setVisible(song is not None)
        if song is None or self.plot is None:
            return
        lines = [song.display_title, song.artist, self._colour_text(row)]
        self.readout.setText("\n".join(line for line in lines if line))
        self.plot.setAccessibleDescription(", ".join(line for line in lines if line))
        self.readout.adjustSize()
        self.readout.move(self._beside(self.plot.point_of(row)).toPoint())
        self.readout.raise_()

    def _colour_text(self, row: int) -> str:
        colours = self._colours
        if not kind_tells(colours) or len(colours.codes) != len(self._song_ids):
            return ""
        if colours.scores is not None:
            score = colours.scores[row]
            return "" if np.isnan(score) else f"{colours.tag} {score_text(float(score))}"
        found = {entry.code: entry.text for entry in entries(colours, len(self._song_ids))}
        text = found.get(int(colours.codes[row]), "")
        return f"{colours.tag}: {text}" if colours.tag else text

    def _beside(self, spot: QPointF) -> QPointF:
        at = QPointF(self.plot.mapTo(self, spot.toPoint()))
        size = self.readout.size()
        x = at.x() + AWAY_PX
        if x + size.width() > self.width() - AWAY_PX:
            x = at.x() - AWAY_PX - size.width()
        y = min(at.y() + AWAY_PX, self.height() - size.height() - 2)
        return QPointF(max(x, 0), max(y, 0))

    def _emit_song(self, signal: Signal, row: int) -> None:
        if 0 <= row < len(self._song_ids):
            signal.emit(int(self._song_ids[row]))

    def _on_surrounded(self, rows: NDArray[np.int64], adds: bool) -> None:
        shown = np.concatenate(
            [layer.rows for layer in layers(self._colours, len(self._song_ids), self.legend.hidden)]
            or [rows[:0]]
        )
        rows = rows[np.isin(rows, shown)]
        if len(rows):
            self.surrounded.emit(tuple(self._song_ids[rows].tolist()), adds)

    def _on_zoom(self, name: str) -> None:
        if self.plot is not None and name == "fit":
            self.plot.fit()
        elif self.plot is not None:
            self.plot.zoom(1.5 if name == "zoom-in" else 1 / 1.5)

    # -- Qt's events --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme.scaled(STACKED_PX)
        way = QBoxLayout.Direction
        self._parts.setDirection(way.BottomToTop if is_narrow else way.LeftToRight)
        for column, width_px in ((self._side, SIDE_PX), (self._told, TOLD_PX)):
            column.setMaximumWidth(QWIDGETSIZE_MAX if is_narrow else theme.scaled(width_px))
            column.setMinimumWidth(0 if is_narrow else theme.scaled(width_px))
            column.setMaximumHeight(self.height() // 4 if is_narrow else QWIDGETSIZE_MAX)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.readout.hide()
        self.shown.emit(False)


class _MapArea(QWidget):
    """Holds the map, with something over its upper right corner."""

    corner: QWidget | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.corner is not None:
            size = self.corner.sizeHint()
            self.corner.setGeometry(self.width() - size.width() - 4, 4, size.width(), size.height())


def _column(name: str, *widgets: QWidget) -> QScrollArea:
    """Stack widgets in a column that scrolls where it has less room than they need."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def _load_plot() -> type[MapPlot]:
    """Import pyqtgraph, which puts hooks of its own before ours."""
    hooks = sys.excepthook, threading.excepthook
    from rhythmcap_gui.views.similar.map_plot import MapPlot

    sys.excepthook, threading.excepthook = hooks
    return MapPlot
