"""Ways from a word on screen to its entry in the glossary: a link, a menu entry, a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from rhythmcap_gui import glossary


class GlossaryLink(QPushButton):
    """ "What is this?": opens an entry; its tooltip is the entry itself."""

    def __init__(self, entry_id: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text or _tr("What is this?"), parent)
        self.setProperty("link", True)
        self.setAutoDefault(False)
        self.set_entry(entry_id)
        self.clicked.connect(lambda: glossary.requests().entry_requested.emit(self.entry_id))

    def set_entry(self, entry_id: str) -> None:
        """Lead to another entry."""
        self.entry_id = entry_id
        self.setToolTip(glossary.hint(entry_id))
        self.setAccessibleName(_question(entry_id))


def add_question(menu: QMenu, entry_id: str) -> QAction:
    """Put "What is AUC?" into a menu; it opens the entry."""
    action = menu.addAction(_question(entry_id))
    action.triggered.connect(lambda: glossary.requests().entry_requested.emit(entry_id))
    return action


def _question(entry_id: str) -> str:
    return _tr("What is this: {}").format(glossary.entry(entry_id).term)


def _tr(text: str) -> str:
    return QCoreApplication.translate("glossary", text)
