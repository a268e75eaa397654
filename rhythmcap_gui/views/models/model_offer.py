"""The offer of a model that knows recordings: what it is, one button, and how far it is.

A bar over the columns, which can be dismissed, and a card under Models, which cannot.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.view_data import OfferState
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.work_row import WorkRow


class ModelOfferBar(QFrame):
    """Shows and hides itself with the state it is given. can_dismiss: it is the window's bar."""

    get_requested = Signal()
    cancel_requested = Signal()
    dismiss_requested = Signal()
    use_requested = Signal()
    keep_requested = Signal()

    def __init__(self, *, can_dismiss: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_dismiss = can_dismiss
        self._state = OfferState()
        self._offered_elsewhere = False
        self.setProperty("offer" if can_dismiss else "card", True)
        self._picture = QLabel()
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.words = ElidedLabel()
        self.words.setProperty("dim", True)
        self.work = WorkRow()
        self.work.cancel_requested.connect(self.cancel_requested)
        self.get = self._button(self.tr("Get it"), self.get_requested)
        self.use = self._button(self.tr("Use it"), self.use_requested)
        self.keep = self._button(self.tr("Not now"), self.keep_requested)
        self.keep.setToolTip(self.tr("It stays under Models, to be used or learned from"))
        self.dismiss = self._button(self.tr("Not now"), self.dismiss_requested)
        self.dismiss.setToolTip(self.tr("It can be got later, under Models"))
        self._lay_out()
        theme.notifier().theme_changed.connect(self._draw_picture)
        self._draw_picture()
        self.show_state(self._state)

    def show_state(self, state: OfferState) -> None:
        """Show the offer, the download, why it failed, or what has come; or nothing."""
        was_running, self._state = self._state.running, state
        # One of the two at a time: after a dismissal the dock's, which stays.
        offered = state.model is not None and state.added is None and not state.running
        twice = self._offered_elsewhere and offered and state.problem is None
        self.setVisible(state.is_open and self._can_dismiss is not state.dismissed and not twice)
        self.title.setText(self._title(state))
        self.words.setText(self._words(state))
        self.words.setToolTip(self.words.text())
        for label in (self._picture, self.title, self.words):
            label.setVisible(not state.running)
        self.setAccessibleName(self.title.text())
        self._show_work(state, was_running)
        again, first = self.tr("Try again"), self.tr("Get it")
        self.get.setText(again if state.problem is not None else first)
        self.get.setAccessibleName(self.get.text())
        self.get.setVisible(offered)
        self.dismiss.setVisible(offered and self._can_dismiss)
        self.use.setVisible(state.added is not None)
        self.keep.setVisible(state.added is not None)

    def set_offered_elsewhere(self, elsewhere: bool) -> None:
        """Leave the bare offer to the first page, which makes it too; what has begun stays."""
        self._offered_elsewhere = elsewhere
        self.show_state(self._state)

    def _show_work(self, state: OfferState, was_running: bool) -> None:
        if state.running:
            if not was_running:
                self.work.begin(self.title.text())
            if state.progress is not None:
                self.work.show_progress(state.progress)
        elif state.problem is not None:
            self.work.fail(state.problem)
        else:
            self.work.end()

    def _title(self, state: OfferState) -> str:
        if state.added is not None:
            return self.tr("“{}” has arrived").format(state.added.name)
        if state.model is None:
            return ""
        if state.running:
            return self.tr("Getting {}").format(state.model.name)
        megabytes = round((state.model.size_bytes or 0) / 1e6)
        return self.tr("Get a model that knows recordings ({} MB)").format(megabytes)

    def _words(self, state: OfferState) -> str:
        if state.added is not None:
            return self.tr("It is the one recommended to learn from. Use it now?")
        if state.model is None:
            return ""
        text = self.tr(
            "{network}, licence {licence}, trained on the recordings of {data}: a better start "
            "for your words"
        )
        return text.format(
            network=state.network, data=state.model.data_set, licence=state.model.licence
        )

    def _draw_picture(self) -> None:
        self._picture.setPixmap(theme.icon("learn", "accent").pixmap(20, 20))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(self.title)
        row.addWidget(self.words, 1)
        for button in (self.get, self.use, self.keep, self.dismiss):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 5, 12, 5)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.work)

    def _button(self, text: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: signal.emit())
        return button
