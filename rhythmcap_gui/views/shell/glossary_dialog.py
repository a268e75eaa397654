"""Help ▸ Glossary: measures and technical words of the program, each in two plain sentences."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rhythmcap_gui import glossary
from rhythmcap_gui.glossary import GlossaryEntry

SIZE, LIST_PX = QSize(720, 460), 232
ID = Qt.ItemDataRole.UserRole
STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class GlossaryDialog(QDialog):
    """Not modal: a list with a filter, and the chosen entry beside it."""

    def __init__(self, entry_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Glossary"))
        self.filter = QLineEdit(placeholderText=self.tr("Filter by word or meaning"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.textChanged.connect(self._apply_filter)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Words of the glossary"))
        self.list.setFixedWidth(LIST_PX)
        self.list.currentItemChanged.connect(lambda item, _old: self._show(item))
        for entry in glossary.entries():
            item = QListWidgetItem(entry.term, self.list)
            item.setData(ID, entry.id)
        self.title = _label("title")
        self.also, self.basis, self.source = _label("dim"), _label("dim"), _label("dim")
        self.text = _label("body")
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Find, self, activated=self.filter.setFocus)
        self.resize(SIZE)
        self.choose(entry_id)

    def choose(self, entry_id: str) -> None:
        """Show an entry, "" for the first; the filter goes where it would hide it."""
        items = [self.list.item(row) for row in range(self.list.count())]
        wanted = next((item for item in items if item.data(ID) == entry_id), items[0])
        if wanted.isHidden():
            self.filter.clear()
        self.list.setCurrentItem(wanted)
        self.list.scrollToItem(wanted, QListWidget.ScrollHint.PositionAtCenter)
        (self.list if entry_id else self.filter).setFocus()

    @property
    def shown(self) -> str:
        """The id of the entry that is shown, "" where the filter finds none."""
        item = self.list.currentItem()
        return str(item.data(ID)) if item is not None and not item.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        filtering = self.focusWidget() is self.filter
        if filtering and event.key() in STEPS:
            self.list.keyPressEvent(event)
        elif filtering and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        entry = QVBoxLayout()
        entry.setSpacing(8)
        for label in (self.title, self.also, self.text, self.basis, self.source):
            entry.addWidget(label)
        entry.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.list)
        middle.addLayout(entry, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addLayout(middle, 1)
        column.addWidget(buttons)

    def _apply_filter(self, query: str) -> None:
        found = []
        for row in range(self.list.count()):
            entry, item = glossary.entry(self.list.item(row).data(ID)), self.list.item(row)
            item.setHidden(not entry.matches(query))
            if entry.matches(query):
                found.append((not entry.is_named(query), item))
        best = min(found, key=lambda pair: pair[0], default=(False, None))[1]
        if query and best is not None:
            self.list.setCurrentItem(best)
        self._show(self.list.currentItem() if best is not None else None)

    def _show(self, item: QListWidgetItem | None) -> None:
        entry = GlossaryEntry("", self.tr("No word matches"), self.tr("Try fewer letters."))
        if item is not None:
            entry = glossary.entry(item.data(ID))
        source = self.tr("Source: {}").format(entry.source) if entry.source else ""
        for label, text in (
            (self.title, entry.term), (self.also, entry.also), (self.text, entry.text),
            (self.basis, glossary.basis_text(entry)), (self.source, source),
        ):  # fmt: skip
            label.setText(text)
            label.setVisible(bool(text))


def _label(kind: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty(kind, True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
