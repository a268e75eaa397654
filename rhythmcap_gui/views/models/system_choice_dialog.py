"""Which system suits my tags: the answer in plain words, its evidence, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import clock_text, counted, moment_text
from rhythmcap_gui.view_data import SystemChoiceState
from rhythmcap_gui.views.models.system_curves import SystemCurves
from rhythmcap_gui.views.models.system_table import SystemTable
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.work_row import WorkRow

if TYPE_CHECKING:
    from core.experiments.recommendation_records import Prospect, Recommendation

LARGE, SMALL, MARGIN = QSize(1120, 700), QSize(640, 260), QSize(20, 60)
GOOD = ("best", "good")  # verdicts by which own way stays


class SystemChoiceDialog(QDialog):
    """Stands beside the window; closing it stops nothing.

    learn_requested(depth): "" for the depth that is set. needs_requested: what tags still lack.
    """

    start_requested = Signal()
    cancel_requested = Signal()
    learn_requested = Signal(str)
    needs_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which system suits my tags?"))
        self.setModal(False)
        self._state = SystemChoiceState()
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("heading", True)
        self.words = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setContentsMargins(0, 0, theme.scaled(12), 0)  # off the curves
        self.caption = QLabel(wordWrap=True)
        self.caption.setProperty("caption", True)
        self.remark = QLabel(wordWrap=True)
        self.remark.setProperty("caption", True)
        self.curves = SystemCurves()
        self.curves.export_ended.connect(self._show_export)
        self.table = SystemTable()
        self.work = WorkRow()
        self.work.cancel.setToolTip(self.tr("Stop; what is finished is kept"))
        self.work.cancel_requested.connect(self.cancel_requested)
        self._is_large: bool | None = None
        self._lay_out()
        self.show_state(self._state)

    def show_state(self, state: SystemChoiceState) -> None:
        """Show what was found, what runs, or what would be tried."""
        before, self._state = self._state, state
        result, is_own = state.result, state.running and not state.library
        self.heading.setText(self._heading(state))
        self.words.setText("\n\n".join(self._sentences(state)))
        self.caption.setText(self._caption(state))
        self.caption.setVisible(bool(self.caption.text()))
        if result != before.result or self._is_large is None:
            self.curves.show_result(result)
            self.table.show_result(result)
            self.remark.setText(_reasons(result))
        self.remark.setVisible(bool(self.remark.text()))
        self._show_work(state, is_own=is_own)
        self._show_buttons(state)
        self._show_parts(result is not None)

    def failed(self, error: Exception) -> None:
        """Show why it failed, and what to do."""
        self.work.fail(error)

    # -- words --------------------------------------------------------------------------------

    def _heading(self, state: SystemChoiceState) -> str:
        if state.result is not None:
            return translated(state.result.headline)
        prospect = state.prospect
        if prospect is not None and prospect.obstacle:
            return translated(prospect.obstacle)
        if state.running and not state.library:
            return self.tr("Systems are being tried on your songs")
        return self.tr("How should your tags be learned?")

    def _sentences(self, state: SystemChoiceState) -> list[str]:
        if state.result is not None:
            return [translated(text) for text in state.result.sentences]
        prospect = state.prospect
        if prospect is None:
            return []
        if prospect.obstacle:
            return [translated(prospect.remedy)]
        return self._plan(state, prospect)

    def _plan(self, state: SystemChoiceState, prospect: Prospect) -> list[str]:
        text = self.tr(
            "{systems:# system|# systems} from RhythmCap's own way to timbre alone will learn "
            "{tags:# tag|# tags} from a part of {songs:# judged song|# judged songs}, and be "
            "tested on the songs of artists they have not learned from ({artists:# artist|"
            "# artists})."
        )
        lines = [
            counted(
                text,
                systems=prospect.n_systems,
                tags=prospect.n_tags,
                songs=prospect.n_used,
                artists=prospect.n_artists,
            )
        ]
        if prospect.n_used < prospect.n_songs:
            text = self.tr(
                "So that it stays short, {:only one judged song is drawn|only # judged songs are "
                "drawn}."
            )
            lines.append(counted(text, prospect.n_used))
        if state.running:
            lines.append(self.tr("Go on tagging: it uses the decisions of when it began. This "
                                 "window can be closed meanwhile."))  # fmt: skip
        else:
            text = self.tr("It takes about {} and runs in the background: you can go on tagging.")
            lines.append(text.format(clock_text(round(prospect.expected_s))))
        if state.stopped or prospect.begun:
            if prospect.begun and not state.running:
                lines.append(self.tr("It was stopped before: what was finished is kept, and it "
                                     "goes on from there."))  # fmt: skip
            elif not state.running:
                lines.append(self.tr("It was stopped."))
        return lines

    def _caption(self, state: SystemChoiceState) -> str:
        """Say of when the result is, what it rests on, and how much has changed since."""
        if state.library:
            text = self.tr("Systems are being tried for “{}”; after that it can be begun here.")
            return text.format(state.library)
        found = state.result
        if found is None:
            return ""
        text = self.tr("{moment}, with “{model}”, from {n:# decision|# decisions}.")
        rests_on = counted(
            text, moment=moment_text(found.made_at), model=found.model, n=found.n_decisions
        )
        parts = [rests_on]
        if state.n_since:
            parts.append(counted(self.tr("{:# decision|# decisions} since."), state.n_since))
        if state.stopped and not state.running:
            parts.append(self.tr("The new run was stopped; what was finished is kept."))
        return " ".join(parts)

    # -- parts --------------------------------------------------------------------------------

    def _show_work(self, state: SystemChoiceState, *, is_own: bool) -> None:
        if not is_own:
            if self.work.running:
                self.work.end()
            return
        if not self.work.running:
            self.work.begin(self.tr("Trying systems"))
        if state.progress is not None:
            self.work.show_progress(state.progress)

    def _show_buttons(self, state: SystemChoiceState) -> None:
        found, prospect = state.result, state.prospect
        obstacle = prospect is None or bool(prospect.obstacle)
        begun = prospect is not None and prospect.begun
        is_stale = found is not None and bool(state.n_since or begun)
        self.start.setVisible(not state.running and not obstacle)
        self.start.setEnabled(not state.library)
        self.start.setText(
            self.tr("Go on") if begun
            else self.tr("Try again") if found is not None
            else self.tr("Try the systems")
        )  # fmt: skip
        self.needs.setVisible(found is None and obstacle and not state.running)
        verdict = str(found.verdict) if found is not None else ""
        learns = found is not None and (verdict in GOOD or bool(found.depth))
        self.learn.setVisible(learns)
        self.learn.setText(
            self.tr("Learn with a sense of time") if found is not None and found.depth
            else self.tr("Learn from my tags")
        )  # fmt: skip
        self._make_primary(self.start, on=found is None or is_stale)
        self._make_primary(self.learn, on=learns and not is_stale and verdict not in GOOD)
        self.save.setVisible(found is not None)
        self.luck.setVisible(found is not None and found.optimism > 0.0)

    def _make_primary(self, button: QPushButton, *, on: bool) -> None:
        button.setProperty("primary", on)
        button.style().unpolish(button)
        button.style().polish(button)

    def _show_export(self, text: str, kind: str) -> None:
        if not self.work.running:
            self.work.end(text, good=kind == "good")

    def _show_parts(self, shown: bool) -> None:
        """Show curves and table, or only the words; the window fits what it shows."""
        self.picture.setVisible(shown)
        self.table.setVisible(shown)
        self.scroll.setMinimumHeight(0 if shown else 100)
        if shown == self._is_large:
            return
        self._is_large = shown
        room, middle = self.screen().availableGeometry(), self.geometry().center()
        self.resize((LARGE if shown else SMALL).boundedTo(room.size() - MARGIN))
        if self.isVisible():  # where it appears is the system's business
            frame = self.frameGeometry()
            frame.moveCenter(middle)
            x = max(room.left(), min(frame.left(), room.right() - frame.width()))
            y = max(room.top(), min(frame.top(), room.bottom() - frame.height()))
            self.move(x, y)

    def _lay_out(self) -> None:
        self.start = self._button(self.start_requested.emit)
        self.learn = self._button(lambda: self.learn_requested.emit(self._depth()))
        self.needs = self._button(self.needs_requested.emit)
        self.needs.setText(self.tr("What tags still need"))
        self.save = self._button(self.export_requested.emit)
        self.save.setText(self.tr("Save the table…"))
        self.save.setToolTip(self.tr("All numbers with their ranges, for a spreadsheet (CSV)"))
        self.close_button = self._button(self.close)
        self.close_button.setText(self.tr("Close"))
        buttons = QHBoxLayout()
        for button in (self.start, self.learn, self.needs, self.save):
            buttons.addWidget(button)
        buttons.addWidget(GlossaryLink("system"))
        self.luck = GlossaryLink("luck_of_best", glossary.entry("luck_of_best").term)
        buttons.addWidget(self.luck)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(self.heading)
        box.addWidget(self.caption)
        box.addWidget(self._parts(), 1)
        box.addWidget(self.remark)
        box.addWidget(self.work)
        box.addLayout(buttons)

    def _parts(self) -> QWidget:
        """The words beside the curves, the table below them."""
        self.scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidget(self.words)
        self.scroll.setAccessibleName(self.tr("What was found"))
        self.scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.setChildrenCollapsible(False)
        upper.addWidget(self.scroll)
        upper.addWidget(self._picture())
        upper.setSizes([560, 520])
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.addWidget(upper)
        whole.addWidget(self.table)
        whole.setSizes([340, 240])
        return whole

    def _picture(self) -> QWidget:
        """The curves under their title."""
        self.picture = QWidget()
        title = QLabel(self.tr("Pairs of 100 in order, by the number of songs learned from"))
        title.setProperty("caption", True)
        column = QVBoxLayout(self.picture)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self.curves, 1)
        return self.picture

    def _depth(self) -> str:
        return self._state.result.depth if self._state.result is not None else ""

    def _button(self, call: object) -> QPushButton:
        button = QPushButton(autoDefault=False)
        button.clicked.connect(lambda: call())
        return button


def _reasons(found: Recommendation | None) -> str:
    """Say why systems have no number, once for every reason."""
    names_by_reason: dict[str, list[str]] = {}
    for system in found.systems if found is not None else ():
        if system.reason and system.wauc.value is None:
            reason = translated(system.reason)
            names_by_reason.setdefault(reason, []).append(translated(system.name))
    return " ".join(f"{', '.join(names)}: {reason}" for reason, names in names_by_reason.items())
