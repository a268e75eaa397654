"""The search line: words and tags, with hints while typing and errors explained beneath.

It only emits what was typed; the session's query changes by it, and the table searches.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from core.errors import QueryError
from core.library.records import Changes
from core.library.search.query_records import Vocabulary
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.search_marks import MarkedLine

LONGEST_WAIT_MS = 250
QUICK_MS = 12
ERROR_WAIT_MS, UNFINISHED_WAIT_MS = 250, 900  # the second while the wrong word is being typed
LEAST_LETTERS = 2
HINTS_PX = 10  # the frame around the hints
OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(MarkedLine):
    """query_edited(query) while typing; list_requested() on Down, to go on in the table.

    It waits before it emits only as long as the last search took. An error is shown once the
    typing pauses, later while its own word is unfinished, and stays until it is corrected.
    """

    query_edited = Signal(str)
    list_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._last_ms = 0.0
        self._words = Vocabulary()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._emit_query)
        self._error_pause = QTimer(self)
        self._error_pause.setSingleShot(True)
        self._error_pause.timeout.connect(self._look_for_problem)
        self._problem = ProblemLabel(self)
        self._make_completer()
        self._configure()
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        session.query_changed.connect(self._on_query)
        session.library_changed.connect(lambda _library: self._read_words())
        session.model_changed.connect(lambda _model: self._read_words())
        session.changed.connect(self._on_changes)
        self._read_words()

    def _configure(self) -> None:
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Search: words, tags, house > 0.5, -drums"))
        self.setAccessibleName(self.tr("Search the library"))
        self.setProperty("search", True)
        tip = self.tr(
            "Search the library. Words, tags, -tag without, ?tag unsure,\n"
            "house > 0.7 by the model, region:tag, year:1990..1995, untagged, missing.\n"
            "Esc clears."
        )
        key_names.tip(self, "library.search", tip)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._apply_theme()
        theme.notifier().theme_changed.connect(self._apply_theme)

    def _apply_theme(self) -> None:
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
        """Follow every change of the text, by the clear button and setText too."""
        if not text and self._session.query:
            self._pause.start(0)
        self._mark_terms()
        if self.wrong is not None or self._problem.isVisible():
            self._show_problem()
        self._error_pause.start(ERROR_WAIT_MS)

    def _emit_query(self) -> None:
        began = perf_counter()
        self.query_edited.emit(self.text().strip())
        self._last_ms = 1000 * (perf_counter() - began)

    def _on_query(self, query: str) -> None:
        """Follow a query that was changed elsewhere."""
        if query != self.text().strip():
            self.setText(query)

    # -- errors -----------------------------------------------------------------------------

    def problem(self) -> QueryError | None:
        """Return why the line cannot be understood, or None."""
        library = self._session.library
        return None if library is None else library.search.check(self.text())

    def _look_for_problem(self) -> None:
        """Show what is wrong, unless the wrong word may still become a right one."""
        error = self.problem()
        waited = self._error_pause.interval() == UNFINISHED_WAIT_MS
        if self._completer.popup().isVisible():  # what fits is being offered
            self._error_pause.start(UNFINISHED_WAIT_MS)
            return
        if error is not None and not waited and not self._problem.isVisible():
            _start, end = self._session.query_line(self.text()).error_span(error.position or 0)
            if self.hasFocus() and self.cursorPosition() == end:
                self._error_pause.start(UNFINISHED_WAIT_MS)
                return
        self._show(error)

    def _show_problem(self) -> None:
        self._show(self.problem())

    def _show(self, error: QueryError | None) -> None:
        text = "" if error is None else " ".join(error_texts(error)).strip()
        where = None if error is None else error.position
        self.wrong = (
            None if where is None else self._session.query_line(self.text()).error_span(where)
        )
        self.setAccessibleDescription(text)
        self.update()
        if error is None:
            self._problem.hide()
        else:
            self._problem.show_under(self, text)

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

    def _mark_terms(self) -> None:
        library, text = self._session.library, self.text()
        codebook = library.codebook if library else None
        self.mark_terms(self._session.query_line(text).understood(codebook) if text else [])

    def _read_words(self) -> None:
        library, predicted = self._session.library, set(self._session.model_tags)
        tags = library.codebook.tags() if library else []
        own = self._session.model.words if self._session.model else ()
        known = [tag.name for tag in tags if tag.id in predicted]
        self._words = Vocabulary(
            [tag.name for tag in tags],
            [*known, *(word for word in own if word not in known)],
            [category.name for category in library.codebook.categories()] if library else [],
        )
        self._mark_terms()

    def _hint(self) -> None:
        line, cursor = self._session.query_line(self.text()), self.cursorPosition()
        term = line.typed_term(cursor)
        enough = bool(term.field) or len(term.word) >= LEAST_LETTERS
        hints = line.hints(cursor, self._words) if enough else []
        self._hints.setStringList(hints)
        popup = self._completer.popup()
        if not hints:
            popup.hide()
            return
        box = self.rect()
        box.setWidth(min(box.width(), 260))
        popup.setFixedHeight(len(hints) * popup.sizeHintForRow(0) + HINTS_PX)
        self._completer.complete(box)
        popup.setCurrentIndex(self._hints.index(-1))

    def _complete(self, hint: str) -> None:
        text, cursor = self._session.query_line(self.text()).complete(self.cursorPosition(), hint)
        self.selectAll()
        self.insert(text)  # unlike setText it can be undone
        self.setCursorPosition(cursor)
        self._completer.popup().hide()
        self._emit_query()

    # -- keys -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the line's own keys from the window's shortcuts."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def _for_hints(self, key: int) -> bool:
        """Tell whether a key is for the hints: Esc closes them, Enter takes the current one."""
        popup = self._completer.popup()
        chosen = popup.isVisible() and popup.currentIndex().isValid()
        entering = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entering and not chosen:
            popup.hide()
        return chosen if entering else popup.isVisible() and key == Qt.Key.Key_Escape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._for_hints(event.key()):
            event.ignore()  # the completer does what is to be done
            return
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._pause.stop()
                self._emit_query()  # the list is whole again before it is entered
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Down:
            if self._pause.isActive():
                self._pause.stop()
                self._emit_query()  # the list is what was typed before it is entered
            self.list_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self._emit_query()
            self._show_problem()
            if not self._problem.isVisible():
                self.list_requested.emit()
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
    """What is wrong with the text, floating under the line so that nothing moves."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setWordWrap(True)
        self.setProperty("bad", True)
        self.setAccessibleName(self.tr("What is wrong with the search"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def show_under(self, line: QLineEdit, text: str) -> None:
        """Show under the line, as wide as it, above what is below."""
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
