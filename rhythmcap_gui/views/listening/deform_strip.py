"""Sliders that deform the open song as it plays, and what that does to the model's scores.

It owns no player and no model: it emits what is set, and shows the LiveState that comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.audio.playback_records import LiveDeformation
from core.evaluation.live_records import LiveState
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.number_format import clock_text, score_text
from rhythmcap_gui.views.listening.deform_sliders import KINDS, DeformSlider, how_text
from rhythmcap_gui.views.listening.score_bars import MOVED, ScoreBar, ScoreBars
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from core.audio.playback_records import PlayerState
    from core.evaluation.live_records import LiveScores
    from rhythmcap_gui.session import Session

N_NAMED = 3
SLIDERS_PX = 360


class DeformStrip(QWidget):
    """Treble, pitch, noise and level on the left; bars and what moved most on the right."""

    deformation_changed = Signal(object)  # LiveDeformation
    bypass_toggled = Signal(bool)
    reset_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._state, self._is_silent = LiveState(), False
        self.sliders = {kind: DeformSlider(kind) for kind in KINDS}
        self.bypass = QPushButton(self.tr("As it is"), checkable=True, autoDefault=False)
        self.reset = QPushButton(self.tr("Reset"), autoDefault=False)
        self.bars = ScoreBars()
        self.sentence = QLabel(wordWrap=True)
        self.basis = ElidedLabel()
        self.basis.setProperty("caption", True)
        self._lay_out()
        self._connect()
        self._name()
        self.show_state(self._state)

    def show_state(self, state: LiveState) -> None:
        """Show what is set, and the scores that are known."""
        self._state = state
        for kind, slider in self.sliders.items():
            slider.show_value(getattr(state.deformation, kind))
        with QSignalBlocker(self.bypass):
            self.bypass.setChecked(state.bypassed)
        is_off = state.deformation.is_off
        self.bypass.setEnabled(not is_off)
        self.reset.setEnabled(not is_off)
        for slider in self.sliders.values():
            slider.setEnabled(self._session.song is not None)
        self._show_scores()

    # -- inside -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, slider in enumerate(self.sliders.values()):
            for column, widget in enumerate((slider.name, slider.slider, slider.value_label)):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.bypass)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addLayout(buttons)
        column.addStretch(1)
        left.setFixedWidth(theme.scaled(SLIDERS_PX))
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.sentence)
        right.addWidget(self.bars, 1)
        right.addWidget(self.basis)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(20)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        for slider in self.sliders.values():
            slider.moved.connect(self._emit_deformation)
        self.bypass.toggled.connect(self.bypass_toggled)
        self.reset.clicked.connect(self.reset_requested)
        self._session.blind_changed.connect(lambda _on: self._show_scores())
        self._session.model_changed.connect(lambda _model: self._show_scores())
        self._session.playback_changed.connect(self._follow_player)

    def _name(self) -> None:
        key_names.tip(self.reset, "playback.undeformed", self.tr("All sliders back: nothing stays"))
        self.bypass.setToolTip(self.tr("Hear the song as it is for a moment, to compare"))

    def _follow_player(self, state: PlayerState) -> None:
        if self._is_silent != bool(state.problem):
            self._is_silent = bool(state.problem)
            self._show_scores()

    def _emit_deformation(self) -> None:
        values = {kind: slider.value for kind, slider in self.sliders.items()}
        self.deformation_changed.emit(LiveDeformation(**values))

    def _show_scores(self) -> None:
        state, session = self._state, self._session
        self.sentence.setText(self._sentence())
        self.basis.setText(self._basis())
        if session.song is None:
            self.bars.show_placeholder(self.tr("No song is open"), self.tr("Open one to play it."))
        elif session.model is None:
            self.bars.show_placeholder(
                self.tr("No model is in use"), self.tr("Choose one under Models to see scores.")
            )
        elif not session.guesses_visible:
            self.bars.show_placeholder(
                self.tr("Blind mode covers the scores"),
                self._silence() or self.tr("You hear the deformation all the same."),
            )
        elif state.problem:
            self.bars.show_placeholder(self.tr("No scores"), state.problem)
        elif state.scores is None:
            self.bars.show_placeholder(self.tr("The model listens …"))
        else:
            self.bars.show_bars(self._bars(state.scores))

    def _bars(self, scores: LiveScores) -> list[ScoreBar]:
        """The words that the sentence names, then those with the highest scores; as they are."""
        names, n = self._names(scores), self.bars.n_rows
        either = [max(pair) for pair in zip(scores.undeformed, scores.deformed, strict=True)]
        named = set(scores.moved_most(N_NAMED, MOVED))
        ranked = sorted(range(len(names)), key=lambda row: (row not in named, -either[row]))
        chosen = sorted(ranked[:n], key=lambda row: -scores.undeformed[row])
        return [
            ScoreBar(names[row], float(scores.undeformed[row]), float(scores.deformed[row]))
            for row in chosen
        ]

    def _names(self, scores: LiveScores) -> list[str]:
        """The words as the tags they stand for are called."""
        library, tags = self._session.library, self._session.model_tags
        known = {tag.id: tag.name for tag in library.codebook.tags()} if library else {}
        ids = tags if len(tags) == len(scores.words) else (None,) * len(scores.words)
        return [known.get(tag, word) for word, tag in zip(scores.words, ids, strict=True)]

    def _sentence(self) -> str:
        """Say which words move most, and with what."""
        state, scores = self._state, self._state.scores
        if state.deformation.is_off:
            if self._is_silent:
                return f"{self.tr('Move a slider and see which scores move.')} {self._silence()}"
            return self.tr("Move a slider: you hear it at once, and see which scores move.")
        if not self._session.guesses_visible or scores is None:
            return ""
        how = how_text(scores.deformation)
        if scores.deformation.is_off or not how:
            return self.tr("The model listens …")
        moved, names = scores.moved_most(N_NAMED, MOVED), self._names(scores)
        if not moved:
            text = self.tr("No score moves by {} or more with {}.")
            return text.format(score_text(MOVED), how)
        parts = []
        for row in moved:
            by = float(scores.deformed[row] - scores.undeformed[row])
            text = self.tr("“{}” rises by {}") if by > 0 else self.tr("“{}” falls by {}")
            parts.append(text.format(names[row], score_text(abs(by))))
        return self.tr("{} with {}.").format(", ".join(parts), how)

    def _silence(self) -> str:
        if not self._is_silent:
            return ""
        return self.tr("Nothing can be heard: there is no sound output.")

    def _basis(self) -> str:
        """Say which seconds the scores are of, and that nothing is kept."""
        state, model = self._state, self._session.model
        if state.scores is None or model is None or not self._session.guesses_visible:
            return ""
        span = f"{clock_text(state.scores.start_s)}–{clock_text(state.scores.end_s)}"
        text = self.tr("{} by “{}”; grey: as it is, blue: deformed. Nothing of it is kept.")
        parts = [text.format(span, model.name)]
        if state.running:
            parts.insert(0, self.tr("The model listens …"))
        return " ".join(parts)
