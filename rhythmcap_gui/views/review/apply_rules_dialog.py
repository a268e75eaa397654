"""What accepted rules imply for many songs, to be looked through before it is decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from core.grammar.grammar_records import ImpliedSongs
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.score_format import state_word
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

SIZE = QSize(560, 420)


class ApplyRulesDialog(WorkDialog):
    """A row a tag and its state, ticked; go_requested(those that stayed ticked)."""

    go_requested = Signal(list)

    def __init__(self, session: Session, n_songs: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._n_songs = session, n_songs
        self._left_out: set[int] = set()  # tag ids
        self._names: dict[int, str] = {}
        self.setWindowTitle(self.tr("Apply rules to songs"))
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("heading", True)
        heads = (self.tr("Tag"), self.tr("Decision"), self.tr("Songs"))
        self.table = RowTable(heads, self._cells, shares=(4, 3, 0), tick_of=self._is_ticked)
        self.table.setAccessibleName(self.tr("What the rules imply"))
        self.table.ticked.connect(self._tick)
        self.remark = QLabel(
            self.tr("Only what is not judged is decided, and marked as implied by a rule: it is"
                    " learned from, but does not count as heard. One undo takes all of it back."),
            wordWrap=True,
        )  # fmt: skip
        self.remark.setProperty("caption", True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(
            self.tr("Decide"), QDialogButtonBox.ButtonRole.AcceptRole
        )  # fmt: skip
        self.buttons.accepted.connect(self._go)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.summary, self.work):
            box.addWidget(widget)
        box.addWidget(self.table, 1)
        box.addStretch()
        box.addWidget(self.remark)
        box.addWidget(self.buttons)
        self.resize(SIZE)
        self._refresh()

    def show_implied(self, implied: Sequence[ImpliedSongs]) -> None:
        """Show what would be decided."""
        self.work.end()
        library = self._session.library
        tags = library.codebook.tags() if library is not None else []
        self._names = {tag.id: tag.name for tag in tags}
        self.table.show_rows(sorted(implied, key=lambda one: -len(one.song_ids)))
        self._refresh()

    def _cells(self, one: ImpliedSongs) -> tuple[str, str, str]:
        return (
            self._names.get(one.tag_id, ""), state_word(one.state),
            number_text(len(one.song_ids)),
        )  # fmt: skip

    def _is_ticked(self, one: ImpliedSongs) -> bool:
        return one.tag_id not in self._left_out

    def _tick(self, rows: list[ImpliedSongs], on: bool) -> None:
        tags = {one.tag_id for one in rows}
        self._left_out = self._left_out - tags if on else self._left_out | tags
        self.table.redraw()
        self._refresh()

    def _ticked(self) -> list[ImpliedSongs]:
        return [one for one in self.table.rows if self._is_ticked(one)]

    def _refresh(self, *_change: object) -> None:
        n = sum(len(one.song_ids) for one in self._ticked())
        text = self.tr("For {songs:# song|# songs} the rules imply {n:# decision|# decisions}.")
        if not self.table.rows:
            text = self.tr("For {songs:# song|# songs} the rules imply nothing that is not judged.")
        self.summary.setText("" if self.work.running else counted(text, songs=self._n_songs, n=n))
        self.table.setVisible(bool(self.table.rows) or self.work.running)
        self.remark.setVisible(bool(self.table.rows))
        self.go.setEnabled(n > 0 and not self.work.running)

    def _go(self) -> None:
        self.go_requested.emit(self._ticked())
        self.finish()
