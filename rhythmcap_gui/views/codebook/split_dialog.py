"""A tag made two: the new one's name, and which songs' decisions go to it; it stores nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import RhythmCapError
from core.library.codebook.codebook_records import TagDraft
from core.library.records import State, Tag
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.ok_buttons import ok_buttons
from rhythmcap_gui.views.codebook.song_preview import SongPreview
from rhythmcap_gui.views.tags.tag_dialog import label, line, problem_text

WIDTH_PX = 480


class SplitDialog(QDialog):
    """Emits decided(tag id, name, song ids, definition) on OK."""

    decided = Signal(int, str, tuple, str)

    def __init__(self, session: Session, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tag = session, tag
        self._judged = set(session.library.tag_uses.songs_judged_on(tag.id))
        self._song_ids: tuple[int, ...] = ()
        self.setWindowTitle(self.tr("Split “{tag}”").format(tag=tag.name))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = line(self.tr("Name"), self.tr("The word for the other meaning"))
        self.definition = line(self.tr("Definition"), self.tr("What the word means to you"))
        self._make_choice()
        self._touched = QLabel(wordWrap=True)
        self._songs = SongPreview(session)
        self._wrong = label("bad")
        self._buttons = ok_buttons(self, self.tr("Split"))
        self._lay_out()
        self._preview()

    def accept(self) -> None:
        """Close only with a new name."""
        if not self._song_ids or self._goes_whole():
            return
        if self._problem(strict=True) is None:
            name, definition = " ".join(self.name.text().split()), self.definition.text().strip()
            super().accept()
            self.decided.emit(self._tag.id, name, self._song_ids, definition)
        else:
            self._check(strict=True)

    def _make_choice(self) -> None:
        session = self._session
        chosen = [song_id for song_id in session.selection if song_id in self._judged]
        text = self.tr("the {n:# selected song|# selected songs}")
        self.selected = QRadioButton(counted(text, n=len(chosen)))
        self.selected.setEnabled(bool(chosen))
        self.searched = QRadioButton(self.tr("the songs this search finds"))
        self.query = QLineEdit(session.query, clearButtonEnabled=True)
        self.query.setAccessibleName(self.tr("Search"))
        self.query.setPlaceholderText(
            self.tr("as in the search line: house, path:live, year:1990..1995")
        )
        (self.selected if len(chosen) > 1 else self.searched).setChecked(True)
        self.selected.toggled.connect(lambda _on: self._preview())
        self.query.textChanged.connect(self._on_query)
        self.name.textChanged.connect(lambda _text: self._check())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("New tag"), self.name)
        form.addRow(self.tr("Definition"), self.definition)
        head = self.tr("To it go the decisions on “{tag}” of").format(tag=self._tag.name)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addLayout(form)
        for widget in (QLabel(head), self.selected, self.searched, self.query, self._touched):
            box.addWidget(widget)
        box.addWidget(self._songs, 1)
        box.addWidget(self._wrong)
        box.addWidget(self._buttons)

    def _on_query(self, _text: str) -> None:
        self.searched.setChecked(True)
        self._preview()

    def _found(self) -> Sequence[int]:
        """Return the songs that were chosen. Raises QueryError."""
        if self.selected.isChecked():
            return self._session.selection
        found: Sequence[int] = self._session.library.search.ids(self.query.text()).tolist()
        return found

    def _preview(self) -> None:
        try:
            found, problem = self._found(), ""
        except RhythmCapError as error:
            found, problem = (), " ".join(error_texts(error))
        self._song_ids = tuple(song_id for song_id in found if song_id in self._judged)
        text = self.tr(
            "{n:# song goes|# songs go} over, of {m}: {yes} yes, {no} no, {unsure} unsure."
        )
        counts = self._session.library.search.state_counts(self._song_ids).get(self._tag.id, {})
        self._touched.setText(problem or counted(
            text, n=len(self._song_ids), m=len(self._judged),
            yes=counts.get(State.YES, 0), no=counts.get(State.NO, 0),
            unsure=counts.get(State.UNSURE, 0),
        ))  # fmt: skip
        if self._goes_whole():
            self._touched.setText(
                self.tr("All of them would go over: say which, with a search or a selection.")
            )
        self._songs.show_songs(self._song_ids)
        self._check()

    def _goes_whole(self) -> bool:
        """Whether no song would stay: that were another name, not a split."""
        return bool(self._judged) and len(self._song_ids) == len(self._judged)

    def _problem(self, *, strict: bool) -> str | None:
        """Return what is wrong with the new name; one that is still empty only if strict."""
        name = " ".join(self.name.text().split())
        if not name and not strict:
            return None
        draft = TagDraft(None, name, self._tag.category_id, None)
        problems = self._session.known_words().problems(draft)
        return problem_text(problems[0]) if problems else None

    def _check(self, *, strict: bool = False) -> None:
        problem = self._problem(strict=strict)
        self._wrong.setText(problem or "")
        self._wrong.setVisible(problem is not None)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self._song_ids) and not self._goes_whole())
