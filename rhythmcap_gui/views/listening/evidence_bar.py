"""The strip with four sounds that speak for a tag and against it, each one key away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rhythmcap_gui import key_names, theme
from rhythmcap_gui.evidence_state import Evidence, EvidenceClip, EvidenceState
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import KeyButton
from rhythmcap_gui.views.widgets.score_format import score_text

TITLE_LETTERS = 22


class EvidenceBar(QFrame):
    """Hidden while none is wanted. chosen(Evidence): play it, or be silent; closed()."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = EvidenceState()
        self.setProperty("column", True)
        self.title = ElidedLabel()
        self.title.setProperty("heading", True)
        self.remark = ElidedLabel()
        self.remark.setProperty("caption", True)
        self.buttons: dict[Evidence, KeyButton] = {}
        self._row = QWidget()
        flow = FlowLayout(self._row)
        for number, kind in enumerate(Evidence, start=1):
            button = KeyButton(self._text(kind), "", "")
            button.setCheckable(True)
            key_names.cap(button, "", f"Alt+{number}")
            button.clicked.connect(lambda _on=False, one=kind: self._choose(one))
            flow.addWidget(button)
            self.buttons[kind] = button
        self.close_button = QToolButton(autoRaise=True)
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.remark)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._row)
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def show_state(self, state: EvidenceState) -> None:
        """Show which sounds there are, and which is heard; and how to hear the others."""
        self.state = state
        self.setVisible(bool(state.tag_id))
        self.title.setText(self.tr("Hear “{tag}”").replace("{tag}", state.tag))
        self.remark.setText(self._remark())
        for kind, button in self.buttons.items():
            clip = state.clip(kind)
            button.setEnabled(clip is not None)
            button.setChecked(state.playing is kind)
            button.setText(self._label(kind, clip))
            key_names.tip(button, f"evidence.{kind.value}", tip_text([self._tip(kind, clip)]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, where the keyboard is here."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, kind: Evidence) -> None:
        self.buttons[kind].setChecked(self.state.playing is kind)  # until it is heard
        self.chosen.emit(kind)

    def _text(self, kind: Evidence) -> str:
        return {
            Evidence.FOR: self.tr("Most for it"),
            Evidence.AGAINST: self.tr("Most against it"),
            Evidence.WITH: self.tr("Nearest with it"),
            Evidence.WITHOUT: self.tr("Nearest without it"),
        }[kind]

    def _label(self, kind: Evidence, clip: EvidenceClip | None) -> str:
        if clip is None or clip.title or clip.span_s is None:
            return self._text(kind)
        return f"{self._text(kind)} {clock_text(clip.span_s[0])}"

    def _tip(self, kind: Evidence, clip: EvidenceClip | None) -> str:
        if clip is None:
            if kind in (Evidence.FOR, Evidence.AGAINST):
                return self.tr("The model has no scores of this tag along the song")
            return self.tr("No other song that the model knows was judged so")
        if not clip.title and clip.span_s is not None:
            start, end = (clock_text(second) for second in clip.span_s)
            text = self.tr("{start} to {end}, score {score}")
            return text.format(start=start, end=end, score=score_text(clip.score))
        text = self.tr("{song}, similarity {similarity}, as loud as this song")
        return text.replace("{similarity}", score_text(clip.score)).replace("{song}", clip.title)

    def _remark(self) -> str:
        if self.state.preparing:
            return self.tr("Reading the sounds")
        if not self.state.clips:
            return self.tr("Nothing to hear yet")
        playing = self.state.clip(self.state.playing) if self.state.playing else None
        if playing is not None:
            return playing.title or self.tr("this song")
        return self.tr("All as loud as this song")

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))
