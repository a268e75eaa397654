"""The sounding examples of a word: held keys, buttons or the pointer make them heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.library.records import Song, State
from core.library.review_records import Anchor
from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.plain_text import tip_text

HOVER_MS = 300
SIGN_PX = 30  # of a row: the sign that sounds while the pointer rests on it
ANCHOR = Qt.ItemDataRole.UserRole


class ExampleList(QListWidget):
    """Space, held: the example; A, held: the open song, as loud. Delete: an example no more.

    example_held(Anchor), song_held(Anchor), released(); removed(Anchor); opened(Anchor) on Enter;
    chosen(Anchor or None): may be heard next.
    """

    example_held = Signal(object)
    song_held = Signal(object)
    released = Signal()
    removed = Signal(object)
    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: int | None = None  # the key that is down
        self._hovered: Anchor | None = None
        self._hover = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._hover.timeout.connect(self._on_hover)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(14, 14))
        self.setAccessibleName(self.tr("Examples"))
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(ANCHOR)))

    @property
    def anchor(self) -> Anchor | None:
        """The chosen example."""
        item = self.currentItem()
        return None if item is None else item.data(ANCHOR)

    def show_examples(self, anchors: Sequence[Anchor], songs: Mapping[int, Song]) -> None:
        """Show examples; the chosen one stays chosen."""
        chosen = self.anchor
        self.clear()
        for anchor in anchors:
            song = songs.get(anchor.song_id)
            if song is not None:
                self._add(anchor, song)
        rows = [self.item(row).data(ANCHOR).id for row in range(self.count())]
        if rows:
            known = chosen is not None and chosen.id in rows
            self.setCurrentRow(rows.index(chosen.id) if known and chosen is not None else 0)

    def _add(self, anchor: Anchor, song: Song) -> None:
        is_yes = anchor.state is State.YES
        part = ""
        if anchor.start_s is not None and anchor.end_s is not None:
            part = f"{clock_text(anchor.start_s)}–{clock_text(anchor.end_s)}"
        parts = [part, anchor.note, song.display_title, song.display_artist]
        text = "✓ " if is_yes else "✕ "
        text += " · ".join(part for part in parts if part)
        item = QListWidgetItem(theme.icon("volume", "accent"), text)
        item.setData(ANCHOR, anchor)
        says = self.tr("It is one: {song}") if is_yes else self.tr("It is not: {song}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, says.replace("{song}", text[2:]))
        lines = [text, self.tr("Space, held: hear it · A, held: the open song, as loud")]
        item.setToolTip(tip_text(lines))
        self.addItem(item)

    def _on_current(self, item: QListWidgetItem | None, _former: object) -> None:
        self.chosen.emit(None if item is None else item.data(ANCHOR))

    # -- held ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sound as long as the key is down."""
        held = {Qt.Key.Key_Space: self.example_held, Qt.Key.Key_A: self.song_held}
        signal, anchor = held.get(event.key()), self.anchor
        if anchor is None or (signal is None and event.key() != Qt.Key.Key_Delete):
            super().keyPressEvent(event)
        elif signal is None:
            self.removed.emit(anchor)
        elif not event.isAutoRepeat():
            self._held = event.key()
            signal.emit(anchor)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == self._held and not event.isAutoRepeat():
            self._let_go()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go()
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Wait a moment: a pointer that passes by makes no sound."""
        super().mouseMoveEvent(event)
        found = self._at_sign(event.position().toPoint())
        if found is not self._hovered:
            self._leave()
            self._hovered = found
            if found is not None:
                self._hover.start()

    def leaveEvent(self, event: QEvent) -> None:
        self._leave()
        super().leaveEvent(event)

    def _at_sign(self, at: QPoint) -> Anchor | None:
        item = self.itemAt(at)
        return item.data(ANCHOR) if item is not None and at.x() < theme.scaled(SIGN_PX) else None

    def _on_hover(self) -> None:
        if self._hovered is not None:
            self.example_held.emit(self._hovered)

    def _leave(self) -> None:
        if self._hovered is not None:
            self._hovered = None
            if not self._hover.isActive():
                self.released.emit()
            self._hover.stop()

    def _let_go(self) -> None:
        if self._held is not None:
            self._held = None
            self.released.emit()
