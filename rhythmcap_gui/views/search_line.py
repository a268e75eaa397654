"""The search line: words and tags, with hints while typing and errors explained beneath.

It only says what was typed; the session's query changes by it, and the table asks the library.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from core.errors import QueryError
from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.core_words import words_of
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.search_hints import Token, completed, hints_for, token_at

LONGEST_WAIT_MS = 250
QUICK_MS = 12
ERROR_WAIT_MS = 600
LEAST_LETTERS = 2
OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(QLineEdit):
    """query_edited(query) while typing; list_wanted() on Down, to go on in the table.

    It waits before it speaks only as long as the last search took; an error is shown once the
    typing pauses.
    """

    query_edited = Signal(str)
    list_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._last_ms = 0.0
        self._words: list[str] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell)
        self._error_pause = QTimer(self)
        self._error_pause.setSingleShot(True)
        self._error_pause.setInterval(ERROR_WAIT_MS)
        self._error_pause.timeout.connect(self._show_problem)
        self._problem = ProblemLabel(self)
        self._make_completer()
        self._dress()
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        session.query_changed.connect(self._on_query)
        session.library_changed.connect(lambda _library: self._read_words())
        session.changed.connect(self._on_changes)
        self._read_words()

    def _dress(self) -> None:
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Search: words, tags, house > 0.5, -drums"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setToolTip(
            self.tr(
                "Search the library (Ctrl+F). Words, tags, -tag without, ?tag unsure,<br>"
                "predicted:tag>0.7, year:1990..1995, untagged, missing. Esc clears."
            )
        )
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        theme.notifier().theme_changed.connect(self._tint)

    def _tint(self) -> None:
        self._sign.setIcon(theme.icon("search", "dim"))
        colours = theme.tokens()
        self._completer.popup().setStyleSheet(
            f"QListView {{ background: {colours['panel']}; border: 1px solid {colours['line']};"
            " border-radius: 6px; padding: 4px; }"
            "QListView::item { padding: 4px 6px; border-radius: 4px; }"
            f"QListView::item:selected {{ background: {colours['selected']}; }}"
        )

    # -- typing -----------------------------------------------------------------------------

    def _on_edited(self, _text: str) -> None:
        wait = 0 if self._last_ms <= QUICK_MS else min(LONGEST_WAIT_MS, round(self._last_ms))
        self._pause.start(wait)
        self._hint()

    def _on_changed(self, text: str) -> None:
        """The clear button and setText come here, too; typing has been seen already."""
        if not text and self._session.query:
            self._pause.start(0)
        self._problem.hide()
        self._error_pause.start()

    def _tell(self) -> None:
        began = perf_counter()
        self.query_edited.emit(self.text().strip())
        self._last_ms = 1000 * (perf_counter() - began)

    def _on_query(self, query: str) -> None:
        """The query was changed elsewhere, by a pill."""
        if query != self.text().strip():
            self.setText(query)

    # -- errors -----------------------------------------------------------------------------

    def problem(self) -> QueryError | None:
        """Why the line cannot be understood, or None."""
        library = self._session.library
        if library is None:
            return None
        try:
            library.search.ids(self.text())
        except QueryError as error:
            return error
        return None

    def _show_problem(self) -> None:
        error = self.problem()
        if error is None:
            self._problem.hide()
            return
        self._problem.show_under(self, " ".join(words_of(error)).strip())

    # -- hints ------------------------------------------------------------------------------

    def _make_completer(self) -> None:
        self._hints = QStringListModel(self)
        self._completer = QCompleter(self._hints, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._complete)
        popup = self._completer.popup()
        popup.setAccessibleName(self.tr("Hints"))
        popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _on_changes(self, changes: Changes) -> None:
        if changes.codebook:
            self._read_words()

    def _read_words(self) -> None:
        library = self._session.library
        self._words = [tag.name for tag in library.codebook.tags()] if library else []

    def _token(self) -> Token:
        return token_at(self.text(), self.cursorPosition())

    def _hint(self) -> None:
        token = self._token()
        found = hints_for(token, self._words) if len(token.word) >= LEAST_LETTERS else []
        self._hints.setStringList(found)
        popup = self._completer.popup()
        if not found:
            popup.hide()
            return
        box = self.rect()
        box.setWidth(min(box.width(), 260))
        self._completer.complete(box)
        popup.setCurrentIndex(self._hints.index(-1))

    def _complete(self, hint: str) -> None:
        text, cursor = completed(self.text(), self._token(), hint)
        self.setText(text)
        self.setCursorPosition(cursor)
        self._tell()

    # -- keys -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are kept from the window's shortcuts."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self._tell()
            self._show_problem()
            if not self._problem.isVisible():
                self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_problem()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._problem.isVisible():
            self._show_problem()


class ProblemLabel(QLabel):
    """What is wrong with the line, floating under it so that nothing moves."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setWordWrap(True)
        self.setProperty("bad", True)
        self.setAccessibleName(self.tr("What is wrong with the search"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_under(self, line: QLineEdit, text: str) -> None:
        """Show under the line, as wide as it, over whatever is there."""
        window = line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.setStyleSheet(
            f"background: {theme.tokens()['raised']}; border: 1px solid {theme.tokens()['bad']};"
            "border-radius: 6px; padding: 6px 8px;"
        )
        self.setText(text)
        self.setFixedWidth(line.width())
        self.adjustSize()
        self.move(line.mapTo(window, QPoint(0, line.height() + theme.SPACE)))
        self.raise_()
        self.show()
