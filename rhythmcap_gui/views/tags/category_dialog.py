"""A category of the codebook edited: name, key, colour, and whether leaving a song means no.

It checks as one types; on OK it emits a CategoryDraft.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from core.library.codebook.codebook_records import CategoryDraft
from core.library.records import Category
from rhythmcap_gui import key_names
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.colour_choice import ColourChoice, unused_colour
from rhythmcap_gui.views.tags.tag_dialog import (
    WIDTH_PX,
    MergeOffer,
    category_key_note,
    key_line,
    label,
    line,
    problem_text,
)
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink


class CategoryDialog(QDialog):
    """Emits decided(CategoryDraft) on OK; the draft is also there as `draft()`.

    category None: a new one. merge_requested(id of the category that is called so already).
    """

    decided = Signal(object)
    merge_requested = Signal(int)

    def __init__(
        self, session: Session, category: Category | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = session.known_words()
        self._is_new = category is None
        self._category = category or self._blank()
        self.setWindowTitle(self.tr("New category") if self._is_new else self.tr("Edit category"))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own_key = False
        self._make_fields()
        self._lay_out()
        self._name.textChanged.connect(lambda _text: self._check())
        self._key.textEdited.connect(self._on_key)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._check()

    def draft(self) -> CategoryDraft:
        """Return the category as the fields describe it now."""
        return CategoryDraft(
            name=" ".join(self._name.text().split()),
            key=self._key.text().strip().upper(),
            colour=self._colour.colour() or self._category.colour,
            category_id=None if self._is_new else self._category.id,
            exhaustive=self.exhaustive.isChecked(),
        )

    def accept(self) -> None:
        """Close the dialog only with a draft without problems."""
        draft = self.draft()
        if self._known.category_problems(draft):
            self._check(strict=True)
            return
        super().accept()
        self.decided.emit(draft)

    def _blank(self) -> Category:
        """Make a category without a name, in a colour that no other has."""
        used = (category.colour for category in self._known.categories)
        return Category(0, "", "", unused_colour(used), 0)

    def _free_keys(self) -> str:
        return key_names.unused(self._known.free_category_keys())

    def _ask_to_merge(self, owner_id: int) -> None:
        self.reject()
        self.merge_requested.emit(owner_id)

    def _make_fields(self) -> None:
        category = self._category
        self._name = line(self.tr("Name"), "")
        self._name.setText(category.name)
        self._key = key_line(self.tr("Key"))
        self._key.setText(category.key.upper())
        self._free = label("caption")
        letters = [key for key in self._free_keys() if key.isalpha()]
        self._free.setText(self.tr("Free: {keys}").format(keys=" ".join(letters)))
        self._command = label("caption")
        self._colour = ColourChoice(inherits=False)
        self._colour.set_colour(category.colour)
        self.exhaustive = QCheckBox(self.tr("Leaving a song means no for the rest"))
        self.exhaustive.setChecked(category.exhaustive)
        self._meaning = label("dim")
        self._meaning.setText(
            self.tr(
                "After you judged a tag of this category and go to the next song, its tags that"
                " you did not judge become no. A song on which you judged none of them stays as it"
                " is. Undo takes it back."
            )
        )
        self._wrong = label("bad")
        self._merge = MergeOffer(self._ask_to_merge)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Make the category") if self._is_new else self.tr("Save"))
        ok.setProperty("primary", True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Key"), self._key)
        form.addRow("", self._free)
        form.addRow("", self._command)
        form.addRow(self.tr("Colour"), self._colour)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(form)
        row = QHBoxLayout()
        row.addWidget(self.exhaustive, 1)
        row.addWidget(GlossaryLink("exhaustive"))
        box.addLayout(row)
        box.addWidget(self._meaning)
        box.addWidget(self._wrong)
        box.addWidget(self._merge)
        box.addWidget(self._buttons)

    def _check(self, *, strict: bool = False) -> None:
        """Propose a key, and say what is wrong; an empty new name only after OK (strict)."""
        if self._is_new and not self._own_key:
            name = self._name.text()
            proposed = self._known.propose_key(name, self._free_keys())
            self._key.setText(proposed if name.strip() else "")
        draft = self.draft()
        self._command.setText(category_key_note(draft.key))
        self._command.setVisible(bool(self._command.text()))
        problems = self._known.category_problems(draft)
        self._merge.offer([] if self._is_new else problems)
        if self._is_new and not draft.name and not strict:
            problems = []
        self._wrong.setText("\n".join(problem_text(problem) for problem in problems))
        self._wrong.setVisible(bool(problems))

    def _on_key(self, text: str) -> None:
        self._own_key = bool(text.strip())
        self._check()
