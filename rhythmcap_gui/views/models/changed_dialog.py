"""What did it change its mind about? Tags that songs gained and lost, to hear and to decide."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.evaluation.changed_records import ChangedTag, ChangedTags, csv_rows
from core.library.records import State
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.changed_table import BeyondChance, ChangedTable
from rhythmcap_gui.views.widgets.findings_dialog import FindingsDialog
from rhythmcap_gui.views.widgets.key_cap import ENTER, KeyButton

if TYPE_CHECKING:
    from core.library.review_records import Flip

SIZE, SIDE_PX = QSize(1180, 660), 320


class ChangedDialog(FindingsDialog):
    """hear_requested(song id, tag id): its best evidence.

    play_requested(): play or pause. decided(ChangedTag, State). queue_requested(): ask about all of
    them one after another.
    """

    hear_requested = Signal(int, int)
    play_requested = Signal()
    decided = Signal(object, object)
    queue_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self._session = session
        self._found: ChangedTags | None = None
        self._nothing = ""
        self.setWindowTitle(self.tr("What did it change its mind about?"))
        self.table = ChangedTable()
        self.table.play_requested.connect(self.play_requested)
        self.table.answered.connect(self._answer_by_key)
        self.table.activated_row.connect(self._hear)
        self.table.selection_moved.connect(self._enable)
        self.side = BeyondChance()
        self.side.tag_chosen.connect(self._choose_tag)
        self._lay_out()
        session.blind_changed.connect(self._show)
        self._show()

    def show_found(self, found: ChangedTags | str) -> None:
        """Show what changed, or say why nothing can; the chosen row stays, or the next one."""
        self.work.end()
        self._nothing = found if isinstance(found, str) else ""
        self._found = None if isinstance(found, str) else found
        self._fill_tags()
        self._show()

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tag, self.kind = QComboBox(), QComboBox()
        self.tag.setAccessibleName(self.tr("Tag"))
        self.tag.setMinimumWidth(180)
        self.kind.setAccessibleName(self.tr("Change"))
        for text, claims in (
            (self.tr("Gained and lost"), None), (self.tr("Gained"), True), (self.tr("Lost"), False),
        ):  # fmt: skip
            self.kind.addItem(text, claims)
        self.tag.currentIndexChanged.connect(self._list)
        self.kind.currentIndexChanged.connect(self._list)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.table)
        self.parts.addWidget(self._make_side())
        self.parts.setStretchFactor(0, 1)
        self.parts.setSizes([SIZE.width() - SIDE_PX, SIDE_PX])
        self._make_buttons()
        self.lay_out(
            [(self.parts, 1)],
            choices=[self.tag, self.kind],
            buttons=[self.listen, self.right, self.wrong, self.unsure, None, self.queue, self.save],
        )

    def _make_side(self) -> QWidget:
        self.beside = QWidget()
        heading = QLabel(self.tr("Better and worse beyond chance"), wordWrap=True)
        heading.setProperty("heading", True)
        column = QVBoxLayout(self.beside)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.side, 1)
        return self.beside

    def _make_buttons(self) -> None:
        self.listen = KeyButton(self.tr("Listen"), ENTER, self.tr("Open the song and play the "
                                "seconds that speak most for the tag"))  # fmt: skip
        self.listen.setAutoDefault(False)
        self.listen.clicked.connect(lambda: self._hear(self._chosen()))
        self.right = self._answer(self.tr("Right"), "J", right=True)
        self.wrong = self._answer(self.tr("Wrong"), "X", right=False)
        self.unsure = self._answer(self.tr("Unsure"), "?", right=None)
        self.queue = QPushButton(self.tr("One after another"), autoDefault=False)
        self.queue.setToolTip(self.tr("Be asked about each of them in the window"))
        self.queue.clicked.connect(self.queue_requested)
        self.save = self.save_button(
            self.tr("The listed rows as a CSV file"), "rhythmcap-changed-tags.csv",
            lambda: csv_rows(self.table.rows),
        )  # fmt: skip

    def _answer(self, text: str, key: str, *, right: bool | None) -> KeyButton:
        button = KeyButton(text, key, self.tr("Your decision on the tag of this song"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._decide(right))
        return button

    # -- showing ------------------------------------------------------------------------------

    def _fill_tags(self) -> None:
        """Offer the tags that changed, the most changed first; the chosen one stays."""
        chosen = self.tag.currentData()
        counts = Counter(one.tag for one in self._found.tags) if self._found is not None else {}
        self.tag.blockSignals(True)
        self.tag.clear()
        self.tag.addItem(self.tr("All tags"), None)
        for name, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
            self.tag.addItem(f"{name} ({n})", name)
        self.tag.setCurrentIndex(max(self.tag.findData(chosen) if chosen else 0, 0))
        self.tag.blockSignals(False)

    def _show(self, *_change: object) -> None:
        found, blind = self._found, self._session.blind
        shown = found is not None and not blind
        has_rows = shown and bool(found.tags)
        for widget in (self.tag, self.kind, self.table, self.listen, self.right, self.wrong,
                       self.unsure, self.queue, self.save):  # fmt: skip
            widget.setVisible(has_rows)
        has_side = shown and bool(self.side.show_change(found.change))
        self.beside.setVisible(has_side)
        self.parts.setVisible(has_rows or has_side)
        caption = self._caption(found) if found is not None and not blind else ""
        self.tell(self._summary(), caption, empty=not (has_rows or has_side))
        if has_rows and not self.table.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list()

    def _list(self, *_choice: object) -> None:
        """List what is chosen by tag and kind."""
        at, kept = self.table.currentIndex().row(), self._chosen()
        name, claims = self.tag.currentData(), self.kind.currentData()
        found = self._found.tags if self._found is not None and not self._session.blind else ()
        rows = [
            one for one in found
            if name in (None, one.tag) and claims in (None, one.flip.claims)
        ]  # fmt: skip
        self.table.show_rows(rows)
        cells = [_cell(one.flip) for one in rows]
        if kept is not None and _cell(kept.flip) in cells:
            self._select(cells.index(_cell(kept.flip)))
        elif kept is not None:
            self._select(min(at, len(rows) - 1))
        self._enable()

    def _select(self, row: int) -> None:
        if 0 <= row < len(self.table.rows):
            self.table.setCurrentIndex(self.table.model().index(row, 0))

    def _choose_tag(self, name: str) -> None:
        self.tag.setCurrentIndex(max(self.tag.findData(name), 0))

    def _chosen(self) -> ChangedTag | None:
        chosen = self.table.selected()
        return chosen[0] if chosen else None

    def _enable(self) -> None:
        library, one = self._session.library, self._chosen()
        self.listen.setEnabled(one is not None)
        writable = one is not None and library is not None and not library.read_only
        for button in (self.right, self.wrong, self.unsure):
            button.setEnabled(writable)

    # -- words --------------------------------------------------------------------------------

    def _summary(self) -> str:
        if self._session.blind:
            return self.tr("In blind mode nothing of it is shown: switch it off to see it.")
        found = self._found
        if found is None:
            return self._nothing
        if not found.tags:
            text = self.tr("“{now}” says of no tag that you have not judged otherwise than "
                           "“{before}”.")  # fmt: skip
            return text.format(now=found.now, before=found.before)
        text = self.tr("“{now}” says otherwise than “{before}” of {n:# tag|# tags} that you have "
                       "not judged.")  # fmt: skip
        return counted(text, now=found.now, before=found.before, n=found.n_changed)

    def _caption(self, found: ChangedTags) -> str:
        parts = []
        if found.n_judged:
            text = self.tr("Of {n:# judged tag|# judged tags} that changed, {agreeing} agree with "
                           "your decisions now.")  # fmt: skip
            parts.append(counted(text, n=found.n_judged, agreeing=found.n_agreeing))
        if found.n_changed > len(found.tags):
            text = self.tr("The {:# greatest change is|# greatest changes are} listed.")
            parts.append(counted(text, len(found.tags)))
        if found.tags:
            parts.append(self.tr("The most surprising comes first. Space plays and pauses."))
        if found.change is None or not (found.change.better or found.change.worse):
            parts.append(self._no_change(found))
        return " ".join(parts)

    def _no_change(self, found: ChangedTags) -> str:
        if found.change is None:
            return translated(found.reason)
        if not found.change.tags:
            return self.tr("No tag could be compared on the same songs.")
        text = self.tr("Of {n:# tag|# tags} none became better or worse by more than chance.")
        return counted(text, n=len(found.change.tags))

    # -- doing --------------------------------------------------------------------------------

    def _hear(self, one: ChangedTag | None) -> None:
        if one is not None:
            self.hear_requested.emit(one.flip.song_id, one.flip.tag_id)

    def _answer_by_key(self, right: bool | None) -> None:
        if self.right.isEnabled():
            self._decide(right)

    def _decide(self, right: bool | None) -> None:
        """Decide on the chosen row, and choose the next one."""
        one, at = self._chosen(), self.table.currentIndex().row()
        if one is None:
            return
        state = State.UNSURE
        if right is not None:
            state = State.YES if one.flip.claims is right else State.NO
        self._select(at + 1)
        self.decided.emit(one, state)


def _cell(flip: Flip) -> tuple[int, int]:
    return flip.song_id, flip.tag_id
