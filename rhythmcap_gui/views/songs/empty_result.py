"""What stands in the song table's place when it has no rows: the reason, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from rhythmcap_gui import key_names
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.session import Session


class EmptyResult(QWidget):
    """Emits query_requested(query): less of the search, or none of it."""

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
        """Explain why this search finds nothing."""
        query, library = query.strip(), self._session.library
        self.clear.setVisible(bool(query))
        self._without = ""
        if library is None or not query:
            self._say_first(self.tr("No songs yet"), self._how_to_add())
        elif query in self._done():
            self._say_first(self._done()[query], "")
        else:
            self._explain(query)
        self.less.setVisible(bool(self._without))

    def _say_first(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)

    def _how_to_add(self) -> str:
        key = key_names.key_of("library.add")
        if not key:
            return self.tr("Drop files or a folder here.")
        template = self.tr("Drop files or a folder here, or press {key} to add songs.")
        return template.format(key=key)

    def _done(self) -> dict[str, str]:
        return {
            "untagged": self.tr("Every song has tags"),
            "review": self.tr("Nothing to review"),
            "unsure": self.tr("Nothing is unsure"),
            "missing": self.tr("No file is missing"),
        }

    def _explain(self, query: str) -> None:
        self.title.setText(self.tr("No song matches “{query}”").format(query=query))
        library = self._session.library
        problem = None if library is None else library.search.check(query)
        if problem is not None:
            title = self.tr("“{query}” is not understood").format(query=query)
            self._say_first(title, " ".join(error_texts(problem)).strip())
            return
        cause = None if library is None else library.search.explain_empty(query)
        if cause is None:
            return
        if cause.n_parts < 2:
            self.text.setText(self.tr("Try fewer letters, or another word or tag."))
        elif cause.unmatched:
            self._without = cause.remaining
            text = self.tr("No song at all matches “{part}”.")
            self.text.setText(text.format(part=cause.unmatched))
        elif cause.excludes:
            self.text.setText(self.tr("Each part finds songs, but no song has all of them."))
        else:
            self.text.setText(self.tr("No song has all of this. Join the words with OR, or use "
                                      "fewer."))  # fmt: skip
