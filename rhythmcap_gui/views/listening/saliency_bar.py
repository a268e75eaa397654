"""The strip over the picture while it shows what speaks for a word: how, of what, how strongly.

It shows two states and emits what was chosen; computing and playing are operations' business.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.models.saliency_records import Method
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.saliency_state import MaskedState, SaliencyState, Scope, Sound
from rhythmcap_gui.views.listening.saliency_image import AGAINST, FOR, MIDDLE, PERCENT
from rhythmcap_gui.views.listening.saliency_texts import (
    check_text,
    explanation,
    listening_text,
    share_text,
)
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.work_row import WorkRow

SLIDER_PX, PATCH_PX = 84, 12
SHARES = (5, 100)  # percent


class SaliencyBar(QFrame):
    """Hidden while no map is wanted. strength_changed(percent)."""

    method_chosen = Signal(object)  # Method
    scope_chosen = Signal(object)  # Scope
    strength_changed = Signal(int)
    share_chosen = Signal(float)
    listen_requested = Signal()
    stop_requested = Signal()
    export_requested = Signal()
    check_requested = Signal()
    cancel_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.masked = SaliencyState(), MaskedState()
        self.setProperty("column", True)
        self.title = ElidedLabel()
        self.title.setProperty("heading", True)
        self.method = self._combo(self.tr("How the map is made"))
        self.method.addItem(self.tr("Gradient × input"), Method.GRADIENT)
        self.method.addItem(self.tr("By covering (occlusion)"), Method.OCCLUSION)
        self.scope = self._combo(self.tr("Which part is judged"))
        for scope, text in (
            (Scope.SONG, self.tr("The whole song")),
            (Scope.LOOP, self.tr("The loop")),
            (Scope.VIEW, self.tr("What is in view")),
        ):
            self.scope.addItem(text, scope)
        self.strength = self._slider((0, PERCENT), MIDDLE, self.tr("Strength of the colours"))
        self.share = self._slider(SHARES, MIDDLE, self.tr("How much of it is played"))
        self.share_label = QLabel()
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setProperty("caption", True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)  # its end goes first in a low window
        self.work = WorkRow()
        self._make_buttons()
        self._lay_out()
        self._connect()
        theme.notifier().theme_changed.connect(self._apply_theme)
        self._apply_theme()
        self._show_buttons()
        self.hide()

    # -- what is shown ----------------------------------------------------------------------

    def show_state(self, state: SaliencyState) -> None:
        """Show a map that is made, is there, or cannot be."""
        self.state = state
        self.setVisible(state.is_open)
        if not state.is_open:
            return
        self.title.setText(self.tr("What speaks for “{tag}”").format(tag=state.tag))
        for combo, value in ((self.method, state.method), (self.scope, state.scope)):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(combo.findData(value))
        self._show_work()
        self._show_sentence()
        self._show_buttons()

    def show_masked(self, masked: MaskedState) -> None:
        """Show what is played, and how much of the map."""
        self.masked = masked
        with QSignalBlocker(self.share):
            self.share.setValue(round(masked.share * PERCENT))
        self.share_label.setText(share_text(masked.share))
        self._show_work()
        self._show_sentence()
        self._show_buttons()

    def _show_work(self) -> None:
        state = self.state
        if state.problem is not None:
            self.work.fail(state.problem)
            return
        title = ""
        if state.running:
            title = self.tr("Finding out what speaks for it")
        elif state.checking:
            title = self.tr("Comparing with networks of random weights")
        elif self.masked.preparing:
            title = self.tr("Filtering the sound")
        if not title:
            self.work.end()
            return
        if not self.work.running or self.work.message.text() != title:
            self.work.begin(title)
        if state.progress is not None and not self.masked.preparing:
            self.work.show_progress(state.progress)

    def _show_sentence(self) -> None:
        parts = []
        if self.state.map is not None:
            parts = [explanation(self.state, self.state.map.saliency), check_text(self.state.check)]
            parts.append(listening_text(self.masked))
        text = " ".join(part for part in parts if part)
        self.sentence.setText(text)
        self.sentence.setToolTip(tip_text([text]))
        self.sentence.setVisible(self.state.map is not None)

    def _show_buttons(self) -> None:
        has_map = self.state.map is not None and not self.masked.preparing
        is_on = self.masked.sound is not Sound.FILE
        for control in (self.listen, self.save, self.strength, self.share):
            control.setEnabled(has_map)
        self.check.setVisible(has_map and not self.state.checking and self.state.check is None)
        texts = {
            Sound.FILE: self.tr("Play only what mattered"),
            Sound.MASKED: self.tr("Now the original"),
            Sound.ORIGINAL: self.tr("Now what mattered"),
        }
        self.listen.setText(texts[self.masked.sound])
        self.listen.setAccessibleName(self.listen.text())
        self.stop.setVisible(is_on)

    # -- building ---------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.listen = QPushButton(autoDefault=False)
        tip = self.tr("In place of the song, as loud; again: the original in the same loudness")
        key_names.tip(self.listen, "saliency.listen", tip)
        self.stop = QPushButton(self.tr("The song as it is"), autoDefault=False)
        self.stop.setToolTip(self.tr("Play the song's file again, in its own loudness"))
        self.save, self.close_button = _icon_button(), _icon_button()
        self.save.setAccessibleName(self.tr("Save as WAV…"))
        tip = self.tr("Only what mattered, as a sound file")
        self.save.setToolTip(f"{self.save.accessibleName()} {tip}")
        self.check = QPushButton(self.tr("Is it learned?"), autoDefault=False)
        self.check.setProperty("link", True)
        self.check.setToolTip(
            self.tr("Compare this map with those of networks whose weights are random")
        )
        for button in (self.stop, self.check):
            button.setAccessibleName(button.text())
        self.close_button.setAccessibleName(self.tr("Remove the map"))
        key_names.tip(self.close_button, "saliency.show", self.tr("Remove the map"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(_Legend())
        head.addWidget(GlossaryLink("saliency"))
        head.addWidget(self.save)
        head.addWidget(self.close_button)
        first, second = FlowLayout(), FlowLayout()
        colours = _beside(QLabel(self.tr("Colours")), self.strength)
        for control in (self.method, self.scope, colours):
            first.addWidget(control)
        for control in (self.listen, self.stop, _beside(self.share_label, self.share)):
            second.addWidget(control)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(foot)
        column.addWidget(self.work)

    def _connect(self) -> None:
        self.method.currentIndexChanged.connect(
            lambda _row: self.method_chosen.emit(Method(self.method.currentData()))
        )
        self.scope.currentIndexChanged.connect(
            lambda _row: self.scope_chosen.emit(Scope(self.scope.currentData()))
        )
        self.scope.activated.connect(  # again: what is in view now
            lambda _row: self.scope_chosen.emit(Scope(self.scope.currentData()))
        )
        self.strength.valueChanged.connect(self.strength_changed)
        self.share.valueChanged.connect(lambda percent: self.share_chosen.emit(percent / PERCENT))
        self.listen.clicked.connect(self.listen_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.save.clicked.connect(self.export_requested)
        self.check.clicked.connect(self.check_requested)
        self.work.cancel_requested.connect(self.cancel_requested)
        self.close_button.clicked.connect(self.closed)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        return combo

    def _slider(self, ends: tuple[int, int], value: int, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(*ends)
        slider.setValue(value)
        slider.setPageStep(10)
        slider.setFixedWidth(theme.scaled(SLIDER_PX))
        slider.setAccessibleName(name)
        slider.setToolTip(name)
        return slider

    def _apply_theme(self) -> None:
        self.close_button.setIcon(theme.icon("close", "dim"))
        self.save.setIcon(theme.icon("save", "dim"))


def _icon_button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIconSize(QSize(14, 14))
    return button


def _beside(label: QLabel, slider: QSlider) -> QWidget:
    """Put a label and its slider into one row as high as a button."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(4, 0, 4, 0)
    row.setSpacing(6)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(slider, 0, Qt.AlignmentFlag.AlignVCenter)
    pair.setMinimumHeight(QPushButton("x").sizeHint().height())
    return pair


class _Legend(QWidget):
    """Two patches of colour with their words."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = ((FOR, self.tr("for it")), (AGAINST, self.tr("against it")))
        self.setAccessibleName(self.tr("Orange: for the word, blue: against it"))

    def sizeHint(self) -> QSize:
        patch = theme.scaled(PATCH_PX)
        metrics = self.fontMetrics()
        width = sum(patch + 6 + metrics.horizontalAdvance(text) + 12 for _, text in self._parts)
        return QSize(width, max(patch, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        patch, x = theme.scaled(PATCH_PX), 0
        for colour, text in self._parts:
            painter.fillRect(x, (self.height() - patch) // 2, patch, patch, colour)
            x += patch + 6
            painter.setPen(theme.colour("dim"))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(x, 0, width, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
            x += width + 12
