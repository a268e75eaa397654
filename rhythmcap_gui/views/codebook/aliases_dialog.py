"""The other names of a tag: added and removed; it stores nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.library.codebook.codebook_records import TagDraft
from core.library.records import Tag
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.ok_buttons import ok_buttons
from rhythmcap_gui.views.tags.tag_dialog import label, line, problem_text

WIDTH_PX = 400


class AliasesDialog(QDialog):
    """Emits decided(tag id, names) on OK."""

    decided = Signal(int, tuple)

    def __init__(self, session: Session, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag, self._known = tag, session.known_words()
        self.setWindowTitle(self.tr("Other names of “{tag}”").format(tag=tag.name))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        hint = QLabel(self.tr("“{tag}” is found by these, too, when you type, search or import."))
        hint.setText(hint.text().format(tag=tag.name))
        hint.setWordWrap(True)
        hint.setProperty("dim", True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Other names"))
        self.list.addItems(session.library.codebook.aliases(tag.id))
        self.name = line(self.tr("Another name"), self.tr("Another name"))
        self.add = QPushButton(self.tr("Add"), autoDefault=False)
        self.remove = QPushButton(self.tr("Remove"), autoDefault=False)
        self._wrong = label("bad")
        self._buttons = ok_buttons(self, self.tr("Save"))
        row = QHBoxLayout()
        for widget in (self.name, self.add, self.remove):
            row.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        box.addWidget(hint)
        box.addWidget(self.list, 1)
        box.addLayout(row)
        box.addWidget(self._wrong)
        box.addWidget(self._buttons)
        self.add.clicked.connect(lambda _on: self.add_name())
        self.remove.clicked.connect(lambda _on: self.remove_name())
        self.name.textChanged.connect(lambda _text: self._check())
        self.list.currentRowChanged.connect(lambda _row: self._check())
        self._check()
        self.name.setFocus()

    def names(self) -> tuple[str, ...]:
        """Return the names that stand in the list."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def add_name(self) -> None:
        """Take the typed name into the list."""
        name = self._typed()
        if name and self._problem() is None:
            self.list.addItem(name)
            self.name.clear()

    def remove_name(self) -> None:
        """Take the chosen name out of the list."""
        self.list.takeItem(self.list.currentRow())
        self._check()

    def accept(self) -> None:
        """Close with the list; a name that is still typed is in it."""
        self.add_name()
        if not self._typed():
            super().accept()
            self.decided.emit(self._tag.id, self.names())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the typed name before it closes; Delete removes the chosen one."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.focusWidget() is self.name and self._typed():
            self.add_name()
        elif event.key() == Qt.Key.Key_Delete and self.focusWidget() is self.list:
            self.remove_name()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> str:
        return " ".join(self.name.text().split())

    def _problem(self) -> str | None:
        name = self._typed()
        if name.casefold() in {known.casefold() for known in (self._tag.name, *self.names())}:
            return self.tr("“{name}” is there already.").format(name=name)
        draft = TagDraft(self._tag.id, name, self._tag.category_id, None)
        problems = self._known.problems(draft)
        return problem_text(problems[0]) if problems else None

    def _check(self) -> None:
        problem = self._problem() if self._typed() else None
        self._wrong.setText(problem or "")
        self._wrong.setVisible(problem is not None)
        self.add.setEnabled(bool(self._typed()) and problem is None)
        self.remove.setEnabled(self.list.currentRow() >= 0)
