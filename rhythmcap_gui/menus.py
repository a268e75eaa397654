"""From the table of actions to Qt: one QAction each, the menu bar, and the user's own keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from rhythmcap_gui import key_names
from rhythmcap_gui.action_record import CHANGING, Action, Menu, Window
from rhythmcap_gui.actions import ACTIONS, category_keys, keys_of, live_keys
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.plain_text import literal


def translated(text: str) -> str:
    """Return an action's or menu's text in the user's language."""
    return QCoreApplication.translate("actions", text)


class ActionSet(QObject):
    """Every action of the table as a QAction of the window, kept enabled as the state allows."""

    def __init__(self, main_window: QMainWindow, window: Window) -> None:
        super().__init__(main_window)
        self._context: AppContext = window.context
        self.menus: dict[Menu, QMenu] = {}
        self._actions: dict[str, QAction] = {}
        self._tips: dict[str, str] = {}
        for action in ACTIONS:
            self._actions[action.id] = self._make(main_window, window, action)
        for menu in Menu:
            self.menus[menu] = self._fill(main_window.menuBar().addMenu(translated(menu)), menu)
        self.bind(self._context.session.settings.keys)
        self._recent = self._make_recent(window)
        self._follow_session()

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def bind(self, own: dict[str, str]) -> None:
        """Give every action its keys; own: action id -> key, as in the settings.

        The key of a category begins a chord: an action that has it by default goes without.
        """
        self._taken = category_keys(self._context)
        for action in ACTIONS:
            keys = [QKeySequence(key) for key in live_keys(action, own, self._taken)]
            self._actions[action.id].setShortcuts(keys)
            native = QKeySequence.SequenceFormat.NativeText
            key_text = ", ".join(key.toString(native) for key in keys)
            text = translated(action.text).rstrip("…")
            self._tips[action.id] = f"{text} ({key_text})" if key_text else text
        self.refresh()
        live = {action.id: live_keys(action, own, self._taken) for action in ACTIONS}
        key_names.bind({action_id: next(iter(keys), "") for action_id, keys in live.items()})
        key_names.name_commands(
            {key: translated(action.text) for action in ACTIONS for key in keys_of(action, own)}
        )

    def add_to_view_menu(self, action: QAction) -> None:
        """Docks can be shown and hidden from the view menu, too."""
        self.menus[Menu.VIEW].addAction(action)

    def refresh(self, *_signal: object) -> None:
        """Enable and check every action as the state is now; say why not in a read-only library."""
        library = self._context.session.library
        reading = library is not None and library.read_only
        why = self.tr("not possible while the library is open for reading only")
        known: dict[object, bool] = {}  # some answers cost a look into the library
        for action in ACTIONS:
            qt_action = self._actions[action.id]
            if action.enabled not in known:
                known[action.enabled] = action.enabled(self._context)
            qt_action.setEnabled(known[action.enabled])
            qt_action.setToolTip(self._tips[action.id] if qt_action.isEnabled() or not reading
                            else f"{translated(action.text)}: {why}")  # fmt: skip
            if action.checked is not None:
                qt_action.setChecked(action.checked(self._context))

    def tell_why_not(self, keys: QKeyCombination) -> None:
        """Say why keys did nothing that would change a library open for reading only."""
        session = self._context.session
        if session.library is None or not session.library.read_only:
            return
        pressed = QKeySequence(keys)
        for action in ACTIONS:
            qt_action = self._actions[action.id]
            if action.enabled in CHANGING and pressed in qt_action.shortcuts():
                session.notify(qt_action.toolTip(), "warning")
                return

    def _follow_session(self) -> None:
        session = self._context.session
        for signal in (
            session.changed, session.library_changed, session.song_opened, session.scores_changed,
            session.predictions_ready, session.model_changed, session.blind_changed,
            session.score_scope_changed, session.settings_changed, session.loop_changed,
            session.selection_changed, session.queue_changed,
        ):  # fmt: skip
            signal.connect(self.refresh)
        session.settings_changed.connect(lambda settings: self.bind(settings.keys))
        session.library_changed.connect(self._follow_codebook)
        session.changed.connect(lambda changes: changes.codebook and self._follow_codebook())
        self.refresh()

    def _follow_codebook(self, *_signal: object) -> None:
        if category_keys(self._context) != self._taken:
            self.bind(self._context.session.settings.keys)

    def _make_recent(self, window: Window) -> QMenu:
        """The libraries opened last, in the file menu."""
        recent = QMenu(translated("Recent libraries"), self.menus[Menu.FILE])
        self.menus[Menu.FILE].insertMenu(self._actions["library.own"], recent)

        open_library = window.files_controller.open_library

        def fill() -> None:
            recent.clear()
            for path in self._context.session.settings.recent_libraries:
                action = recent.addAction(literal(path))
                action.triggered.connect(lambda _on, path=path: open_library(Path(path)))

        recent.aboutToShow.connect(fill)
        return recent

    def _make(self, main_window: QMainWindow, window: Window, action: Action) -> QAction:
        qt_action = QAction(translated(action.text), main_window)
        qt_action.setObjectName(action.id)
        qt_action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        qt_action.setCheckable(action.checked is not None)
        qt_action.setAutoRepeat(action.menu is not Menu.TAGS)  # a key held down decides once
        qt_action.triggered.connect(lambda _checked=False: action.call(window))
        qt_action.triggered.connect(self.refresh)
        main_window.addAction(qt_action)
        return qt_action

    def _fill(self, menu: QMenu, which: Menu) -> QMenu:
        menu.setToolTipsVisible(False)
        menu.aboutToShow.connect(self.refresh)  # jobs come and go without a signal of the session
        for action in ACTIONS:
            if action.menu is which:
                if action.rule:
                    menu.addSeparator()
                menu.addAction(self._actions[action.id])
        return menu
