"""The three columns: songs and sound, with the docks under them, and the tags at full height.

On a wide screen the tags get room for two columns of categories, until the user sets the widths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QDataStream, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.views.shell.dock_area import DockArea

SONGS_PX, SOUND_PX, TAGS_PX = 360, 608, 312  # of the first window
WIDE_PX, WIDE_TAGS_PX = 1600, 576
SONGS_HEIGHT_PX = 300
NEAR_PX = 24  # a width this near to a first one was not set by hand
SPLITTER_MARK = 0xFF  # Qt's own, before the version of its format


class Columns(QSplitter):
    """Songs, sound and tags; in their place the first page, while there are no songs."""

    def __init__(
        self,
        songs: QWidget,
        sound: QWidget,
        tags: QWidget,
        first_page: QWidget,
        dock_titles: Mapping[str, str],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._tags = tags
        self._first_page = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._first_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._first_page.setWidget(first_page)
        self.are_own = False  # whether the user has set the widths
        self._songs_and_sound = _splitter(
            QSplitter(Qt.Orientation.Horizontal), _SongColumn(songs), sound
        )
        self._songs_and_sound.setStretchFactor(0, 1)
        self._songs_and_sound.setStretchFactor(1, 4)
        self._pages = _Pages()
        self._pages.addWidget(self._first_page)
        self._pages.addWidget(self._songs_and_sound)
        self.dock_area = DockArea(self._pages, dock_titles)
        _splitter(self, self.dock_area, tags)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.set_widths((SONGS_PX, SOUND_PX, theme.scaled(TAGS_PX)))
        for splitter in (self, self._songs_and_sound):
            splitter.splitterMoved.connect(self._note_own)

    def show_first_page(self, empty: bool) -> None:
        """Show the page of a library without songs, or the columns."""
        self._pages.setCurrentWidget(self._first_page if empty else self._songs_and_sound)
        self._tags.setHidden(empty)

    @property
    def is_first_page(self) -> bool:
        """Whether the page of a library without songs is shown."""
        return self._pages.currentWidget() is self._first_page

    def widths(self) -> list[int]:
        """Return the widths of songs, sound and tags in pixels."""
        return [*self._songs_and_sound.sizes(), self.sizes()[1]]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Set the widths of songs, sound and tags in pixels."""
        songs, sound, tags = widths
        self.setSizes([songs + sound, tags])
        self._songs_and_sound.setSizes([songs, sound])

    def restore(self, widths: Sequence[int], *, are_own: bool | None) -> None:
        """Restore stored widths. are_own: None where it was not stored."""
        if len(widths) == 3 and all(widths):
            set_by_hand = abs(widths[2] - theme.scaled(TAGS_PX)) > NEAR_PX
            self.are_own = set_by_hand if are_own is None else are_own
            self.set_widths(widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide, was_wide = (size.width() >= theme.scaled(WIDE_PX)
                             for size in (event.size(), event.oldSize()))  # fmt: skip
        if not self.are_own and is_wide is not was_wide:
            tags = theme.scaled(WIDE_TAGS_PX if is_wide else TAGS_PX)
            self.setSizes([event.size().width() - tags, tags])

    def _note_own(self, _position: int, _index: int) -> None:
        self.are_own = True


class _SongColumn(QFrame):
    """The songs, as high at least as what is above their list is, broken into lines."""

    def __init__(self, songs: QWidget) -> None:
        super().__init__()
        self.setProperty("column", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(songs)

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        if layout.hasHeightForWidth():
            height = layout.minimumHeightForWidth(max(self.width(), least.width()))
            most = theme.scaled(SONGS_HEIGHT_PX)  # the facets take less where there is less room
            least.setHeight(max(least.height(), min(height, most)))
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class _Pages(QStackedWidget):
    """Needs what the page on top needs."""

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def widths_of_state(state: QByteArray) -> list[int]:
    """Return the widths in a QSplitter's saved state, as versions up to 0.1 stored them."""
    stream = QDataStream(state)
    if stream.readInt32() != SPLITTER_MARK:
        return []
    stream.readInt32()  # the version of the format
    n_columns = stream.readUInt32()
    return [stream.readInt32() for _ in range(n_columns)] if n_columns == 3 else []


def _splitter(splitter: QSplitter, *columns: QWidget) -> QSplitter:
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for column in columns:
        splitter.addWidget(column)
    return splitter
