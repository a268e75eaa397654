"""The folders whose new songs are added by themselves, as a page of the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import theme
from rhythmcap_gui.local_paths import path_of, path_text
from rhythmcap_gui.session import Session


class WatchedFolders(QWidget):
    """The folders of the open library; folders of other libraries stay as they are."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        library = session.library
        self._library = str(library.path) if library is not None else ""
        before = session.settings.watch_folders
        self._others = {folder: into for folder, into in before.items() if into != self._library}
        name = library.path.name if library is not None else ""
        hint = QLabel(
            self.tr("New songs in these folders are added to {} by themselves.").format(name),
            wordWrap=True,
        )
        hint.setProperty("dim", True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.list.addItems([folder for folder, into in before.items() if into == self._library])
        self.add = QPushButton(theme.icon("folder"), self.tr("Watch a folder…"), autoDefault=False)
        self.add.setToolTip(self.tr("Choose a folder; the ones inside it are watched, too"))
        self.add.clicked.connect(self._choose)
        self.remove = QPushButton(self.tr("Watch it no more"), autoDefault=False)
        self.remove.setToolTip(self.tr("Its songs stay in the library"))
        self.remove.clicked.connect(lambda: self.list.takeItem(self.list.currentRow()))
        self.setEnabled(library is not None and not library.read_only)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def watch(self, folder: Path) -> None:
        """Add a folder to the list, once."""
        names = [self.list.item(row).text() for row in range(self.list.count())]
        if path_text(folder) not in names:
            self.list.addItem(path_text(folder))

    def chosen(self) -> dict[str, str]:
        """Return folder -> library, of all libraries."""
        here = (str(path_of(self.list.item(row).text())) for row in range(self.list.count()))
        return {**self._others, **dict.fromkeys(here, self._library)}

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Watch a folder"), str(Path.home()))
        if name:
            self.watch(path_of(name))
