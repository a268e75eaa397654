"""The bar over the status line: one warning or error, what helps, and the way to all messages.

It also shows what was done with something to do next: undo it, show its file. The list itself is
notices.py; what is only said (saved, done) is the status line's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from rhythmcap_gui import theme
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import literal, tip_text
from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.views.shell.notices import SIGNS, notice_text

MOST_CHARS = 260  # two to three lines in a small window; all of it is in the list


class NoticeBar(QFrame):
    """Shows the newest that was not dismissed; Esc or the cross takes it away, the next follows.

    action_of: the window's action of an id, which a notice may name as its remedy.
    """

    list_requested = Signal()
    folder_requested = Signal(object)  # Path of what was made

    def __init__(self, session: Session, action_of: Callable[[str], QAction]) -> None:
        super().__init__()
        self._session, self._action_of = session, action_of
        self._waiting: list[Notice] = []
        self._library: Path | None = None
        self._of_former: list[Notice] = []  # what was said before the library was closed
        self._is_list_shown = False
        self.setProperty("noticebar", True)
        self._sign = QLabel()
        self.words = QLabel(wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.action.clicked.connect(self._act)
        self.folder = QPushButton(self.tr("Show in folder"))
        self.folder.setToolTip(self.tr("Show what was written in the file manager"))
        self.folder.clicked.connect(self._show_folder)
        self.all = QPushButton()
        self.all.setProperty("quiet", True)
        self.all.setToolTip(self.tr("All messages since the start, with their details"))
        self.all.clicked.connect(self.list_requested)
        self.copy = _tool(self.tr("Copy cause, file, remedy and technical details"))
        self.copy.clicked.connect(self._copy)
        self.cross = _tool(self.tr("Dismiss this message"))
        self.cross.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        for button in (self.action, self.folder, self.copy, self.all, self.cross):
            row.addWidget(button)
        session.library_changed.connect(lambda _library: self._library_changed())
        session.notice.connect(self.add)
        session.made_whole.connect(self._remove_solved)
        session.changed.connect(lambda _changes: self._remove_overtaken())
        theme.notifier().theme_changed.connect(self._show)
        self._show()

    @property
    def shown(self) -> Notice | None:
        """The notice in the bar; None while there is none."""
        return self._waiting[0] if self._waiting else None

    def add(self, notice: Notice) -> None:
        """Show a notice that matters; one that is in the bar already moves to the front.

        The list of all messages shows warnings and errors, too, but not what can be done next.
        """
        offers = bool(notice.undoes or notice.made)
        if not notice.stays or (self._is_list_shown and not offers):
            return
        others = [other for other in self._waiting if other.text != notice.text]
        self._waiting = [notice, *others]
        self._show()
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def dismiss(self) -> None:
        """Take the shown one away; the one before it follows."""
        del self._waiting[:1]
        self._show()

    def follow_list(self, shown: bool) -> None:
        """Note whether the list of all messages is shown: then nothing is said twice."""
        self._is_list_shown = shown
        if shown:
            self._waiting.clear()
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _library_changed(self) -> None:
        """Drop what is about another library; it stays in the list, with its name."""
        library = self._session.library
        if library is None:
            self._of_former = list(self._waiting)
            return
        if self._library not in (None, library.path):
            self._waiting = [
                notice
                for notice in self._waiting
                if notice.until_whole or notice not in self._of_former
            ]
            self._show()
        self._library, self._of_former = library.path, []

    def _remove_overtaken(self) -> None:
        """Take away what can be undone no more by the next undo."""
        library = self._session.library
        if any(notice.undoes for notice in self._waiting):
            label = library.undo_label() if library is not None else None
            self._waiting = [notice for notice in self._waiting if notice.undoes in ("", label)]
            self._show()

    def _remove_solved(self, library: Path) -> None:
        self._waiting = [
            notice
            for notice in self._waiting
            if not (notice.until_whole and notice.path == library)
        ]
        self._show()

    def _show(self) -> None:
        notice = self.shown
        self.setVisible(notice is not None)
        self.copy.setIcon(theme.icon("copy", "dim"))
        self.cross.setIcon(theme.icon("close", "dim"))
        if notice is None:
            return
        self.setProperty("calm", not notice.is_grave)
        self.style().unpolish(self)
        self.style().polish(self)
        name, token = SIGNS[notice.level]
        self._sign.setPixmap(theme.icon(name, token).pixmap(16, 16))
        remedy = " ".join(notice.remedy.split())
        whole = f"{notice.text} {remedy}".strip()
        self.words.setText(whole if len(whole) <= MOST_CHARS else notice.text)
        path = shown_path(notice.path) if notice.path else ""
        self.words.setToolTip(tip_text([*filter(None, (path, *notice.remedy.splitlines()))]))
        self.setAccessibleName(whole)
        self.copy.setVisible(bool(notice.detail))
        self.action.setVisible(bool(notice.action))
        self.folder.setVisible(notice.made is not None)
        if notice.action:
            self.action.setText(literal(self._action_of(notice.action).text()))
        waiting = len(self._waiting)
        several = counted(self.tr("{:# message|# messages}"), waiting)
        self.all.setText(self.tr("All messages") if waiting == 1 else several)

    def _act(self) -> None:
        notice = self.shown
        if notice is not None:
            self.dismiss()
            self._action_of(notice.action).trigger()

    def _show_folder(self) -> None:
        notice = self.shown
        if notice is not None and notice.made is not None:
            self.folder_requested.emit(notice.made)

    def _copy(self) -> None:
        if self.shown is not None:
            QApplication.clipboard().setText(notice_text(self.shown))


def _tool(name: str) -> QToolButton:
    made = QToolButton()
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
