"""The songs behind a tag's numbers: missed, false alarms, found; and the threshold that decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSlider,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.widgets.plain_table import RIGHT
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.evaluation.evaluation_records import ScoredSong, TagSongs

SONG = Qt.ItemDataRole.UserRole
STEPS = 100  # of the slider
PAUSE_MS = 400  # until a threshold that was changed in steps is set
SCORE_PX, SPIN_PX = 76, 76
SAME_SCORE = 0.004  # the field shows two digits
MAX_SHOWN = 500  # songs of a group; nobody reads more


class TagSongsPane(QWidget):
    """song_requested: a song was double-clicked. threshold_set: tag, score, None to estimate it.

    title_of: the text of a song, by id; "" where it is no longer in the library.
    """

    song_requested = Signal(int)
    threshold_set = Signal(str, object)

    def __init__(self, title_of: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._tag, self._own, self._threshold = "", False, 0.5
        self._songs: TagSongs | None = None
        self._heading = QLabel(wordWrap=True)
        self._heading.setProperty("heading", True)
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("caption", True)
        self.list = self._make_list()
        self.slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=STEPS)
        self.slider.setAccessibleName(self.tr("Yes from this score on"))
        self.spin = QDoubleSpinBox(minimum=0.0, maximum=1.0, singleStep=0.01, decimals=2)
        self.spin.setAccessibleName(self.tr("Yes from this score on"))
        self.spin.setFixedWidth(SPIN_PX)
        self.reset = QPushButton(self.tr("Estimate"), autoDefault=False)
        self.reset.setToolTip(self.tr("Go back to the estimated threshold"))
        self._pause = QTimer(self)  # of clicks beside the handle, keys and the wheel
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._set)
        self.slider.valueChanged.connect(self._on_slider)
        self.spin.valueChanged.connect(self._preview)
        self.slider.sliderReleased.connect(self._set)
        self.spin.editingFinished.connect(self._set)
        self.reset.clicked.connect(lambda: self.threshold_set.emit(self._tag, None))
        self._lay_out()

    def show_songs(self, tag: str, songs: TagSongs, threshold: float, *, own: bool) -> None:
        """Show a tag's songs. own: whether the user set the threshold."""
        if self._pause.isActive():
            self._set()
        self._tag, self._songs, self._own, self._threshold = tag, songs, own, threshold
        for widget, value in ((self.slider, round(threshold * STEPS)), (self.spin, threshold)):
            widget.blockSignals(True)
            widget.setValue(value)
            widget.blockSignals(False)
        self.reset.setEnabled(own)
        self.setEnabled(True)
        self._fill(songs, estimated=not own)

    def clear(self, text: str) -> None:
        """Show no songs, and why."""
        self._songs = None
        self._heading.setText(text)
        self._hint.clear()
        self.list.clear()
        self.setEnabled(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(self.tr("Yes from"))
        label.setProperty("dim", True)
        label.setToolTip(glossary.hint("threshold"))
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.spin)
        row.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self._hint)

    def _make_list(self) -> QTreeWidget:
        songs = QTreeWidget(columnCount=2)
        songs.setHeaderLabels([self.tr("Song"), self.tr("Score")])
        songs.headerItem().setTextAlignment(1, RIGHT)
        songs.setAccessibleName(self.tr("Songs behind the numbers"))
        songs.setUniformRowHeights(True)
        songs.setIndentation(16)
        head = songs.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(1, SCORE_PX)
        songs.itemActivated.connect(self._open)
        return songs

    def _preview(self, score: float) -> None:
        """Decide anew while the threshold moves; nothing is stored yet."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(score * STEPS))
        self.slider.blockSignals(False)
        if self._songs is not None:
            self._fill(self._songs.decided_from(score), estimated=False)

    def _on_slider(self, step: int) -> None:
        self.spin.setValue(step / STEPS)
        if not self.slider.isSliderDown():
            self._pause.start()

    def _set(self) -> None:
        self._pause.stop()
        if self.spin.hasFocus():
            self.list.setFocus()  # after Enter; in the field Ctrl+Z would be about typing
        if self._songs is None:
            return
        if abs(self.spin.value() - self._threshold) > SAME_SCORE:
            self.threshold_set.emit(self._tag, round(self.spin.value(), 2))
        else:  # what was previewed meanwhile is not what counts
            self.show_songs(self._tag, self._songs, self._threshold, own=self._own)

    def _fill(self, songs: TagSongs, *, estimated: bool) -> None:
        self._heading.setText(self._tag)
        self._hint.setText(
            self.tr("Each song was decided by a threshold estimated without its artist, so a song "
                    "near it may be on the other side. Double-click a song to hear it.")
            if estimated else self.tr("Double-click a song to hear it.")
        )  # fmt: skip
        self.list.clear()
        groups = (
            (self.tr("Missed"), songs.missed, True),
            (self.tr("False alarms"), songs.false_alarms, True),
            (self.tr("Found"), songs.found, True),
            (self.tr("Rightly not found"), songs.not_found, False),
        )
        for title, members, opened in groups:
            self._add_group(title, members, opened=opened)

    def _add_group(self, title: str, members: Sequence[ScoredSong], *, opened: bool) -> None:
        group = QTreeWidgetItem(self.list, [f"{title} ({len(members)})", ""])
        group.setFont(0, theme.font(bold=True))
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        for song in members[:MAX_SHOWN]:
            title = self._title_of(song.song_id) or self.tr("no longer in the library")
            item = QTreeWidgetItem(group, [title, score_text(song.score)])
            item.setData(0, SONG, song.song_id)
            item.setToolTip(0, title)
            item.setTextAlignment(1, RIGHT)
            item.setFont(1, theme.font(figures=True))
        if len(members) > MAX_SHOWN:
            more = counted(self.tr("and {} more"), len(members) - MAX_SHOWN)
            QTreeWidgetItem(group, [more, ""]).setFlags(Qt.ItemFlag.NoItemFlags)
        group.setExpanded(opened)

    def _open(self, item: QTreeWidgetItem) -> None:
        if song_id := item.data(0, SONG):
            self.song_requested.emit(int(song_id))
