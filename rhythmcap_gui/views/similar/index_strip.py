"""How many songs can be compared, work that makes it more, and what to do about the others."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.similar_data import IndexState
from rhythmcap_gui.view_data import Progress
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel

STEPS = 1000
BAR_PX = 120


class IndexStrip(QWidget):
    """listen_requested(); cancel_requested()."""

    listen_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel()
        self.text.setProperty("caption", True)
        self.note = ElidedLabel()
        self.note.setProperty("caption", True)
        self.note.hide()
        self.bar = QProgressBar(maximum=STEPS, textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setFixedWidth(BAR_PX)
        self.left = QLabel()
        self.left.setProperty("caption", True)
        self.listen = QPushButton(self.tr("Let it listen"))
        self.listen.setProperty("link", True)
        self.listen.clicked.connect(self.listen_requested)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setProperty("link", True)
        self.stop.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 2)
        row.addWidget(self.note, 3)
        for widget in (self.bar, self.left, self.listen, self.stop):
            row.addWidget(widget)
        self.show_state(IndexState())

    def show_state(
        self, state: IndexState, work: str = "", progress: Progress | None = None
    ) -> None:
        """Show it. work: other work that goes on, with its progress."""
        doing = work or self._doing(state)
        progress = progress or state.progress
        known = progress is not None and progress.total > 0
        self.text.setText(doing or self._counts(state))
        self.text.setToolTip(self.text.text())
        self.bar.setVisible(bool(doing))
        self.bar.setMaximum(STEPS if known else 0)
        self.bar.setValue(round(STEPS * progress.fraction) if known else 0)
        left = progress.time_left if progress is not None else ""
        self.left.setText(self.tr("{} left").format(left) if left else "")
        self.left.setVisible(bool(doing and left))
        self.stop.setVisible(bool(doing))
        can_listen = bool(state.n_new) and not state.in_turn and not doing
        self.listen.setVisible(can_listen)

    def show_note(self, text: str, more: str = "") -> None:
        """Say something besides, while nothing goes on. more: of its tooltip."""
        self.note.setText(text)
        self.note.setToolTip(tip_text([part for part in (text, more) if part]))
        self.note.setVisible(bool(text) and self.bar.isHidden())

    def _doing(self, state: IndexState) -> str:
        if state.listening:
            return counted(self.tr("Listening to {:# song|# songs}…"), state.n_new)
        return self.tr("Reading what is known of the songs…") if state.reading else ""

    def _counts(self, state: IndexState) -> str:
        if not state.model or state.problem[0]:
            return ""
        parts = [counted(self.tr("{:# song|# songs} compared"), state.n_songs)]
        if state.n_new and state.in_turn:
            text = self.tr("{:# is|# are} still being listened to")
            parts.append(counted(text, state.n_new))
        elif state.n_new:
            parts.append(counted(self.tr("{:# was|# were} never listened to"), state.n_new))
        if state.n_left_out:
            text = self.tr(
                "{:# cannot be compared: its file is missing, silent or too short|"
                "# cannot be compared: their files are missing, silent or too short}"
            )
            parts.append(counted(text, state.n_left_out))
        return " · ".join(parts)
