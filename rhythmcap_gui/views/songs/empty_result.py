"""What stands in the song table's place when it has no rows: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.errors import QueryError
from core.library.search.query import And, Flag, Not, Query, write_query
from core.library.search.query_parser import read_query, terms_of
from core.library.store import Library
from rhythmcap_gui import key_names
from rhythmcap_gui.session import Session

MOST_PARTS = 6  # each costs a search


class EmptyResult(QWidget):
    """query_requested(query): less of the search, or nothing of it."""

    query_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._without = ""
        self.title, self.text = QLabel(), QLabel()
        self.title.setProperty("heading", True)
        self.text.setProperty("dim", True)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.less = QPushButton(self.tr("Leave that out"))
        self.less.clicked.connect(lambda: self.query_requested.emit(self._without))
        self.clear = QPushButton(self.tr("Show all songs"))
        self.clear.setToolTip(self.tr("Clear the search"))
        self.clear.clicked.connect(lambda: self.query_requested.emit(""))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 48, 24, 24)
        box.setSpacing(8)
        for widget in (self.title, self.text):
            box.addWidget(widget)
        for button in (self.less, self.clear):
            box.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        box.addStretch()

    def explain(self, query: str) -> None:
        """Say why nothing is found by this search."""
        query, library = query.strip(), self._session.library
        self.clear.setVisible(bool(query))
        self._without = ""
        if library is None or not query:
            self._say_first(self.tr("No songs yet"), self._how_to_add())
        elif query in self._done():
            self._say_first(self._done()[query], "")
        else:
            self._explain(library, query)
        self.less.setVisible(bool(self._without))

    def _say_first(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)

    def _how_to_add(self) -> str:
        key = key_names.key_of("library.add")
        if not key:
            return self.tr("Drop files or a folder here.")
        said = self.tr("Drop files or a folder here, or press {key} to add songs.")
        return said.format(key=key)

    def _done(self) -> dict[str, str]:
        return {
            "untagged": self.tr("Every song has tags"),
            "review": self.tr("Nothing to review"),
            "unsure": self.tr("Nothing is unsure"),
            "missing": self.tr("No file is missing"),
        }

    def _explain(self, library: Library, query: str) -> None:
        self.title.setText(self.tr("No song matches “{query}”").format(query=query))
        try:
            asked = read_query(query)
            parts = asked.parts if isinstance(asked, And) else ()
            alone = [part for part in parts[:MOST_PARTS] if not len(library.search.ids(part))]
        except QueryError:
            return
        if len(parts) < 2:
            self.text.setText(self.tr("Try fewer letters, or another word or tag."))
        elif len(alone) == 1:
            typed, self._without = _without(query, asked, alone[0])
            self.text.setText(self.tr("No song at all matches “{part}”.").format(part=typed))
        elif any(isinstance(part, Flag | Not) for part in parts):
            self.text.setText(self.tr("Each part finds songs, but no song has all of them."))
        else:
            self.text.setText(self.tr("No song has all of this. Join the words with OR, or use "
                                      "fewer."))  # fmt: skip


def _without(query: str, asked: And, part: Query) -> tuple[str, str]:
    """A part as it was typed, and the search without it."""
    term = next((each for each in terms_of(query) if each.query == part), None)
    if term is not None and "AND" not in query.split():
        rest = f"{query[: term.start].rstrip()} {query[term.end :].lstrip()}"
        return query[term.start : term.end], rest.strip()
    others = tuple(each for each in asked.parts if each is not part)
    return write_query(part), write_query(And(others) if len(others) > 1 else others[0])
