"""The filter pills over the song table: what is left to do, and the user's own saved searches.

The counts are read one at a time when the window is idle; a decision never waits for them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from core.errors import QueryError
from core.library.records import Changes
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.pill_button import HEIGHT_PX, NamedQuery, PillButton
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.tab_order import put_behind

IDLE_MS = 300


class SavedSearches(QWidget):
    """query_requested(query) on a click; search_saved(name, query), search_renamed(name, new name),
    search_moved(name, steps to the right), search_removed(name).
    """

    query_requested = Signal(str)
    search_saved = Signal(str, str)
    search_renamed = Signal(str, str)
    search_moved = Signal(str, int)
    search_removed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._buttons: list[PillButton] = []
        self._waiting: list[PillButton] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(8, 8, 4, 8)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._count_next)
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self.rebuild())
        session.query_changed.connect(lambda _query: self._on_query())
        session.scores_changed.connect(self.count_soon)
        self.rebuild()

    def _built_in(self) -> list[NamedQuery]:
        tips = {
            "": (self.tr("All"), self.tr("Every song, or all that the search finds")),
            "untagged": (self.tr("Not tagged"), self.tr("No decision on the whole song yet")),
            "review": (
                self.tr("To review"),
                self.tr("The model is sure of the contrary of what you decided"),
            ),
            "unsure": (self.tr("Unsure"), self.tr("You were unsure of a tag")),
            "recent": (self.tr("Recent"), self.tr("Judged lately")),
        }
        return [NamedQuery(name, flag, tip=tip) for flag, (name, tip) in tips.items()]

    def rebuild(self) -> None:
        """Make the pills anew, for another library or other saved searches."""
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().deleteLater()
        library = self._session.library
        saved = library.search.saved() if library else []
        pills = self._built_in() + [
            NamedQuery(search.name, search.query, own=True) for search in saved
        ]
        self._buttons = [self._make(pill) for pill in pills]
        self._add = add = QPushButton("+")
        add.setProperty("pill", True)
        add.setFixedHeight(theme.scaled(HEIGHT_PX))
        add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add.setAccessibleName(self.tr("Keep this search"))
        add.setToolTip(self.tr("Keep what the search line says as a search of your own"))
        add.clicked.connect(self._save_search)
        self._flow.addWidget(add)
        put_behind(self, (*self._buttons, add))
        self._mark()
        self.count_soon()

    def _make(self, pill: NamedQuery) -> PillButton:
        button = PillButton(pill)
        button.clicked.connect(lambda: self._on_clicked(pill))
        if pill.own:
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda at: self._show_menu(pill, button.mapToGlobal(at))
            )
        self._flow.addWidget(button)
        return button

    def _show_menu(self, pill: NamedQuery, at: QPoint) -> None:
        self.menu_of(pill).popup(at)

    def _on_clicked(self, pill: NamedQuery) -> None:
        self.query_requested.emit(self._line_of(pill))
        self._mark()

    def _line_of(self, pill: NamedQuery) -> str:
        """Return the search line of a pill: a filter stays within what is searched."""
        return pill.query if pill.own else self._session.query_line().with_flag(pill.query)

    def _on_query(self) -> None:
        self._mark()
        self.count_soon()

    def _mark(self) -> None:
        now = self._session.query.strip()
        flag = self._session.query_line().flag() if now else ""
        is_own = any(button.pill.own and button.pill.query == now for button in self._buttons)
        for button in self._buttons:
            pill = button.pill
            button.setChecked(pill.query == now if pill.own else pill.query == flag and not is_own)
        known = {button.pill.query for button in self._buttons}
        self._add.setEnabled(self._session.query.strip() not in known)

    # -- the user's own -----------------------------------------------------------------------

    def _save_search(self) -> None:
        query = self._session.query.strip()
        label = self.tr("Name of the search “{}”").format(query)
        name = self._name_from_user(self.tr("Keep this search"), label, "")
        if name:
            self.search_saved.emit(name, query)

    def _name_from_user(self, title: str, label: str, now: str) -> str:
        name, done = QInputDialog.getText(self, title, label, text=now)
        return name.strip() if done else ""

    def focused(self) -> PillButton | None:
        """Return the user's own search that has the keyboard."""
        return next(
            (button for button in self._buttons if button.pill.own and button.hasFocus()), None
        )

    def rename(self, pill: NamedQuery) -> None:
        """Ask for another name."""
        label = self.tr("Another name for “{}”").format(pill.name)
        name = self._name_from_user(self.tr("Rename this search"), label, pill.name)
        if name and name != pill.name:
            self.search_renamed.emit(pill.name, name)
            self._focus(name)

    def _move(self, pill: NamedQuery, by: int) -> None:
        self.search_moved.emit(pill.name, by)
        self._focus(pill.name)

    def _update(self, pill: NamedQuery) -> None:
        self.search_saved.emit(pill.name, self._session.query.strip())
        self._focus(pill.name)

    def _remove(self, pill: NamedQuery) -> None:
        self.search_removed.emit(pill.name)

    def _focus(self, name: str) -> None:
        """Give the keyboard to one of the user's own searches."""
        for button in self._buttons:
            if button.pill.own and button.pill.name == name:
                button.show()  # or it would have no focus to take
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_of(self, pill: NamedQuery) -> QMenu:
        """Return the menu of one of the user's own searches."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = [button.pill.name for button in self._buttons if button.pill.own]
        index, now = own.index(pill.name), self._session.query.strip()
        key = key_names.key_of("edit.rename")
        menu.addAction(self.tr("Rename…") + (f"\t{key}" if key else ""), lambda: self.rename(pill))
        update = menu.addAction(self.tr("Let it be what the search line says"))
        update.triggered.connect(lambda: self._update(pill))
        update.setEnabled(now not in ("", pill.query))
        left = menu.addAction(self.tr("Move to the left"), lambda: self._move(pill, -1))
        left.setEnabled(index > 0)
        right = menu.addAction(self.tr("Move to the right"), lambda: self._move(pill, 1))
        right.setEnabled(index < len(own) - 1)
        menu.addSeparator()
        menu.addAction(self.tr("Forget this search"), lambda: self._remove(pill))
        return menu

    def event(self, event: QEvent) -> bool:
        """Keep Delete on one of the user's own searches from removing songs."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        is_delete = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if overriding and is_delete and self.focused() is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove one of the user's own searches on Delete."""
        button = self.focused()
        if button is not None and event.key() == Qt.Key.Key_Delete:
            self._remove(button.pill)
        else:
            super().keyPressEvent(event)

    # -- counts -----------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.searches:
            focused = self.focused()
            self.rebuild()
            if focused is not None:
                self._focus(focused.pill.name)
        elif changes.songs or changes.library or changes.codebook:
            self.count_soon()

    def count_soon(self) -> None:
        """Count again when the window has been idle for a moment."""
        self._waiting = list(self._buttons)
        self._idle.start(IDLE_MS)

    def _count(self, pill: NamedQuery) -> int:
        library = self._session.library
        if library is None:
            return 0
        line = self._line_of(pill)
        try:
            return len(library.search.ids(line)) if line else library.songs.count()
        except QueryError:
            if pill.own:
                raise
        line = library.search.usable(line)
        return len(library.search.ids(line)) if line else library.songs.count()

    def _count_next(self) -> None:
        """Count one pill, then return to the event loop."""
        if not self._waiting or self._session.library is None:
            return
        button = self._waiting.pop(0)
        query, search = self._session.query, self._session.library.search
        if not button.pill.own and query and not search.usable(query):
            self._idle.start(0)  # the list stays as it is, and so does its count
            return
        try:
            button.show_count(self._count(button.pill))
            button.show_more("")
            button.setToolTip(button.pill.tip or button.pill.query)
        except QueryError as error:  # its tag was removed: it can be changed or removed
            button.show_count(None)
            button.show_more("?")
            button.setToolTip("\n".join((button.pill.query, *error_texts(error))))
        if self._waiting:
            self._idle.start(0)
