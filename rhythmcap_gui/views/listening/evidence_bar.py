"""The strip with four sounds that speak for a tag and against it, each one key away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from rhythmcap_gui import key_names, theme
from rhythmcap_gui.evidence_state import Evidence, EvidenceClip, EvidenceState
from rhythmcap_gui.number_format import clock_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import KeyButton
from rhythmcap_gui.views.widgets.score_format import score_text


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
        self._flow = FlowLayout(self._row)
        for kind in Evidence:
            button = KeyButton(self._text(kind), "", "")
            button.setAccessibleName(self._name(kind))
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, one=kind: self._choose(one))
            self._flow.addWidget(button)
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
            tips = [self._name(kind), self._tip(kind, clip)]
            key_names.tip(button, f"evidence.{kind.value}", tip_text(tips))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, where the keyboard is here."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Have all in one row: where that is too narrow, their tooltips alone tell the keys."""
        for number, button in enumerate(self.buttons.values(), start=1):
            key_names.cap(button, "", f"Alt+{number}")
        if self._flow.one_row_px() > self._row.width():
            for button in self.buttons.values():
                button.set_key("")

    def _choose(self, kind: Evidence) -> None:
        self.buttons[kind].setChecked(self.state.playing is kind)  # until it is heard
        self.chosen.emit(kind)

    def _text(self, kind: Evidence) -> str:
        """Return a word: four buttons stand in one row."""
        return {
            Evidence.FOR: self.tr("For"), Evidence.AGAINST: self.tr("Against"),
            Evidence.WITH: self.tr("With"), Evidence.WITHOUT: self.tr("Without"),
        }[kind]  # fmt: skip

    def _name(self, kind: Evidence) -> str:
        return {
            Evidence.FOR: self.tr("The seconds that speak most for it"),
            Evidence.AGAINST: self.tr("The seconds that speak most against it"),
            Evidence.WITH: self.tr("The nearest judged song with it"),
            Evidence.WITHOUT: self.tr("The nearest judged song without it"),
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
            return self._span_tip(clip.span_s, clip)
        text = self.tr("{song}, similarity {similarity}, as loud as this song")
        return text.replace("{similarity}", score_text(clip.score)).replace("{song}", clip.title)

    def _span_tip(self, span_s: tuple[float, float], clip: EvidenceClip) -> str:
        start, end = (clock_text(second) for second in span_s)
        score = score_text(clip.score)
        if clip.without is None:
            text = self.tr("{start} to {end}, score {score}")
            return text.format(start=start, end=end, score=score)
        text = self.tr("{start} to {end}; the score around them is {score}, without them {without}")
        return text.format(start=start, end=end, score=score, without=score_text(clip.without))

    def _remark(self) -> str:
        if self.state.preparing:
            return self.tr("Reading the sounds")
        if not self.state.clips:
            return self.tr("Nothing to hear yet")
        playing = self.state.clip(self.state.playing) if self.state.playing else None
        if playing is not None:
            return playing.title or self.tr("this song")
        if self.state.looking:
            return self.tr("Looking for the exact seconds")
        return self.tr("All as loud as this song")

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))
