"""Words of a template or a file for the open library, and the words a new library begins with."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from core.library.codebook.codebook_records import CodebookWords, WordStatus
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.codebook.ok_buttons import ok_buttons
from rhythmcap_gui.views.codebook.words_choice import FROM_FILE, WordsChoice

SIZE = (820, 560)


class AddWordsDialog(QDialog):
    """Emits add_requested(name, categories) or replace_requested(CodebookWords) on OK.

    can_replace: no word of the library was ever used.
    """

    add_requested = Signal(str, tuple)
    replace_requested = Signal(object)

    def __init__(
        self,
        templates: Mapping[str, CodebookWords],
        status: Callable[[str], WordStatus],
        *,
        can_replace: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add words"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.choice = WordsChoice(templates, status)
        self.replaces = QCheckBox(self.tr("In place of the words here, of which none is used yet"))
        self.replaces.setVisible(can_replace)
        self._count = QLabel()
        self._count.setProperty("dim", True)
        self._buttons = ok_buttons(self, self.tr("Add"))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        self._hint = QLabel(wordWrap=True)
        for widget in (self._hint, self.choice, self.replaces, self._count, self._buttons):
            box.addWidget(widget, widget is self.choice)
        self.choice.changed.connect(self._enable)
        self.replaces.toggled.connect(self.choice.set_all_taken)
        self._enable()

    def accept(self) -> None:
        """Close with what was chosen."""
        words, ticked = self.choice.words, self.choice.ticked()
        if words is None:
            return
        replaces = self.replaces.isChecked()
        if replaces or ticked:
            super().accept()
            if replaces:
                self.replace_requested.emit(words)
            else:
                self.add_requested.emit(words.name, ticked)

    def _enable(self) -> None:
        words, replaces = self.choice.words, self.replaces.isChecked()
        categories = words.categories if words and replaces else self.choice.ticked()
        n_tags = sum(len(category.tags) for category in categories)
        text = self.tr("{n:# word takes|# words take} their place") if replaces else self.tr(
            "{n:# new word is|# new words are} added")  # fmt: skip
        self._count.setText(counted(text, n=n_tags))
        added = self.tr("Ticked words are added. Your own words stay as they are.")
        all_taken = self.tr("All these words take the place of those that are here now.")
        self._hint.setText(all_taken if replaces else added)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(n_tags > 0)
        ok.setText(self.tr("Replace") if replaces else self.tr("Add"))


class NewLibraryDialog(QDialog):
    """With which words a new library begins. Emits decided(source name) on OK.

    The name is that of a template, or FROM_FILE.
    """

    decided = Signal(str)

    def __init__(
        self,
        library_name: str,
        templates: Mapping[str, CodebookWords],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New library “{name}”").format(name=library_name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.choice = WordsChoice(templates)
        self._buttons = ok_buttons(self, self.tr("Make the library"))
        hint = QLabel(wordWrap=True)
        hint.setText(self.tr(
            "Which words shall it begin with? All of them can be renamed, moved, merged and"
            " deleted later, and others added."
        ))  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (hint, self.choice, self._buttons):
            box.addWidget(widget, widget is self.choice)
        self.choice.changed.connect(self._enable)
        self.choice.sources.setFocus()
        self._enable()

    def accept(self) -> None:
        """Close with the chosen source."""
        if self._is_complete():
            source = self.choice.source
            super().accept()
            self.decided.emit(source)

    def _is_complete(self) -> bool:
        return self.choice.source != FROM_FILE or self.choice.words is not None

    def _enable(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._is_complete())
