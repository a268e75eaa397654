"""The strip above a queue of songs: on which word they are judged, how far one is, yes, no, unsure.

It emits what was clicked; judging and stepping on are operations.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.library.records import Changes, State
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.key_cap import KeyButton


class QueueStrip(QFrame):
    """Shown while the session has a queue. judged(State); closed(): back to all songs."""

    judged = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("offer", True)
        self.title = ElidedLabel()
        self.title.setProperty("heading", True)
        self.close_button = QToolButton()
        key_names.tip(self.close_button, "queue.close", self.tr("Back to all songs"))
        self.close_button.setAccessibleName(self.tr("Back to all songs"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        for text, action_id, default, state in (
            (self.tr("Yes"), "queue.yes", "J", State.YES),
            (self.tr("No"), "queue.no", "X", State.NO),
            (self.tr("Unsure"), "queue.unsure", "?", State.UNSURE),
        ):
            self.buttons.addWidget(self._button(text, action_id, default, state))
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self.buttons)
        session.queue_changed.connect(lambda _queue: self._show())
        session.changed.connect(self._follow)
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self._show()

    def _button(self, text: str, action_id: str, default: str, state: State) -> KeyButton:
        button = KeyButton(text, default, "")
        key_names.tip(button, action_id, self.tr("Decide, and go to the next song"))
        key_names.cap(button, default, default)
        button.clicked.connect(lambda: self.judged.emit(state))
        return button

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))

    def _follow(self, changes: Changes) -> None:
        queue = self._session.queue
        if queue is not None and not changes.songs.isdisjoint(queue.song_ids):
            self._show()

    def _show(self) -> None:
        queue, library = self._session.queue, self._session.library
        self.setVisible(queue is not None)
        if queue is None or library is None:
            return
        n_judged = len(library.annotations.rows_by_song(queue.song_ids, queue.tag_id))
        text = self.tr("“{tag}”: {judged} of {songs} judged")
        if n_judged == len(queue.song_ids):
            text = self.tr("“{tag}”: {songs:its one song is|all #} judged")
        values = {"tag": queue.name, "judged": n_judged, "songs": len(queue.song_ids)}
        self.title.setText(counted(text, **values))
