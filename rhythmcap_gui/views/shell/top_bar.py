"""The row on top: search, add songs, how good the model is, blind mode, and the learn button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rhythmcap_gui import glossary
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.key_cap import KeyButton
from rhythmcap_gui.views.widgets.measured_text import basis_text
from rhythmcap_gui.views.widgets.score_format import pair_count

LONGEST_NAME = 24  # letters; the figures behind it are never cut


class TopBar(QWidget):
    """Buttons stand for actions of the one table; this row only shows them."""

    def __init__(
        self,
        session: Session,
        search: QWidget,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        search.setMinimumWidth(220)
        search.setMaximumWidth(420)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model = ElidedLabel()
        self._model.setProperty("dim", True)
        self._model.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.learn = _button(actions["learn"], self.tr("Learn from my tags"), primary=True)
        self.blind = _button(actions["blind"], self.tr("Blind"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(search, 2)
        row.addWidget(_button(actions["add"], self.tr("Add songs…")))
        row.addWidget(self._model, 3)  # it may never be cut: a measure needs its number of songs
        row.addWidget(self.blind)
        row.addWidget(self.learn)
        session.model_changed.connect(self._show_model)
        session.live_changed.connect(self._show_model)
        session.changed.connect(lambda changes: changes.models and self._show_model())
        self._show_model()

    def _show_model(self, *_model: object) -> None:
        model = self._session.model
        self._model.setText(model_sentence(self._session))
        live = self.tr(
            "The decisions are those that the model itself has not learned from; ones on songs not"
            " listened to yet join them once they are."
        )
        parts = [live] if self._session.live.ready else []
        tip = "" if model is None else tip_text([*parts, basis_text(model)])
        self._model.setToolTip(f"{tip}\n{glossary.hint('pairs')}" if tip else "")


def model_sentence(session: Session) -> str:
    """Return "Model my ear · 7: 78 of 100 pairs right, 41 songs", as plain text."""
    model = session.model
    if model is None:
        return TopBar.tr("No model in use") if session.library is not None else ""
    name = model.name if len(model.name) <= LONGEST_NAME else model.name[: LONGEST_NAME - 1] + "…"
    if session.live.ready and session.live.n_decisions:
        text = TopBar.tr("Model {} + {:# decision|# decisions}")
        return counted(text, name, session.live.n_decisions)
    if model.wauc is None or not model.metrics.get("n_held_out") or not model.measured_here:
        return TopBar.tr("Model {}").format(name)
    songs, pairs = int(model.metrics["n_held_out"]), pair_count(model.wauc)
    text = TopBar.tr("Model {}: {} of 100 pairs right, {:# song|# songs}")
    return counted(text, name, pairs, songs)


def _button(action: QAction, text: str, *, primary: bool = False) -> KeyButton:
    """Make a button that triggers an action, and is enabled and checked as it is."""
    button = KeyButton(text, "", action.toolTip())
    button.setProperty("primary", primary)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCheckable(action.isCheckable())
    button.clicked.connect(action.trigger)

    def follow() -> None:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.set_key(key.replace("+", " ") if primary or len(key) == 1 else "")
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        if action.isCheckable():
            button.setChecked(action.isChecked())

    action.changed.connect(follow)
    follow()
    return button
