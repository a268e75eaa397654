"""A new tag, or an old one edited: name, category, key, colour, and what the word means.

It checks as one types and shows what is wrong; on OK it emits a TagDraft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRegularExpression, Qt, Signal
from PySide6.QtGui import QIcon, QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.library.codebook.codebook_records import CategoryDraft, DraftFault, DraftProblem, TagDraft
from core.library.records import Tag
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.colour_choice import ColourChoice, unused_colour

NEW_CATEGORY = -1
NOT_TYPED = (DraftFault.NO_NAME, DraftFault.NO_CATEGORY, DraftFault.NO_CATEGORY_NAME)
WIDTH_PX = 460
TEXT_PX = 52


class TagDialog(QDialog):
    """Emits decided(TagDraft) on OK; the draft is also there as `draft()`.

    applies_to: the question whether a new tag holds for the songs selected; "" for none.
    merge_requested(id of the tag that is called so already): an existing tag is to be one with it.
    """

    decided = Signal(object)
    merge_requested = Signal(int)

    def __init__(
        self,
        session: Session,
        tag: Tag | None = None,
        *,
        name: str = "",
        category_id: int | None = None,
        applies_to: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tag = tag
        self.applies = QCheckBox(applies_to)
        self.applies.setChecked(bool(applies_to))
        self.applies.setHidden(not applies_to)
        self._known = session.known_words()
        self._own_key = bool(tag and tag.key)  # a key the user chose is not proposed anew
        self._own_category_key = False
        self.setWindowTitle(self.tr("Edit tag") if tag else self.tr("New tag"))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_fields()
        self._lay_out()
        self._fill(name, category_id)
        self._connect_fields()
        self._check()

    def draft(self) -> TagDraft:
        """Return the tag as the fields describe it now."""
        category_id = self._category.currentData()
        new = None
        if category_id == NEW_CATEGORY:
            category_id = None
            new = CategoryDraft(
                self._category_name.text().strip(),
                self._category_key.text().strip().upper(),
                self._category_colour.colour() or theme.CATEGORY_COLOURS[-1],
            )
        return TagDraft(
            tag_id=self._tag.id if self._tag else None,
            name=" ".join(self._name.text().split()),
            category_id=category_id,
            new_category=new,
            key=self._key.text().strip().upper(),
            colour=self._colour.colour(),
            definition=self._definition.toPlainText().strip(),
            use_when=self._use_when.toPlainText().strip(),
            not_when=self._not_when.toPlainText().strip(),
        )

    def accept(self) -> None:
        """Close the dialog only with a draft without problems."""
        draft = self.draft()
        if self._known.problems(draft):
            self._check(strict=True)
            return
        super().accept()
        self.decided.emit(draft)

    # -- fields -----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self._name = line(self.tr("Name"), self.tr("The word, as you would say it"))
        self._alike = label("bad")
        self._category = QComboBox()
        self._category.setAccessibleName(self.tr("Category"))
        self._category_name = line(self.tr("Name of the new category"), "")
        self._category_key = key_line(self.tr("Key of the new category"))
        self._category_colour = ColourChoice(inherits=False)
        self._key = key_line(self.tr("Key"))
        self._free = label("caption")
        self._command, self._category_command = label("caption"), label("caption")
        self._colour = ColourChoice(inherits=True)
        self._definition = _text(self.tr("Definition"), self.tr("What the word means to you"))
        self._use_when = _text(self.tr("Use when"), self.tr("What must be heard"))
        self._not_when = _text(self.tr("Not when"), self.tr("What it is easily mistaken for"))
        self._wrong = label("bad")
        self._merge = MergeOffer(self._ask_to_merge)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        ok.setText(self.tr("Save") if self._tag else self.tr("Make the tag"))
        ok.setProperty("primary", True)

    def _lay_out(self) -> None:
        self._new_category = QWidget()
        inner = QFormLayout(self._new_category)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addRow(self.tr("Its name"), self._category_name)
        inner.addRow(self.tr("Its key"), self._category_key)
        inner.addRow("", self._category_command)
        inner.addRow(self.tr("Its colour"), self._category_colour)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("Name"), self._name)
        form.addRow("", self._alike)
        form.addRow(self.tr("Category"), self._category)
        form.addRow("", self._new_category)
        form.addRow(self.tr("Key"), self._key)
        form.addRow("", self._free)
        form.addRow("", self._command)
        form.addRow(self.tr("Colour"), self._colour)
        form.addRow(self.tr("Definition"), self._definition)
        form.addRow(self.tr("Use when"), self._use_when)
        form.addRow(self.tr("Not when"), self._not_when)
        self._form = form
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.applies)
        box.addWidget(self._wrong)
        box.addWidget(self._merge)
        box.addWidget(self._buttons)

    def _fill(self, name: str, category_id: int | None) -> None:
        for category in self._known.categories:
            self._category.addItem(category.name, category.id)
        self._category.addItem(self.tr("New category…"), NEW_CATEGORY)
        chosen_id = self._tag.category_id if self._tag else category_id
        index = self._category.findData(chosen_id) if chosen_id is not None else 0
        self._category.setCurrentIndex(max(0, index))
        used = (category.colour for category in self._known.categories)
        self._category_colour.set_colour(unused_colour(used))
        self._name.setText(self._tag.name if self._tag else name)
        self._colour.set_colour(self._tag.colour if self._tag else "")
        if self._tag:
            self._key.setText(self._tag.key.upper())
            self._definition.setPlainText(self._tag.definition)
            self._use_when.setPlainText(self._tag.use_when)
            self._not_when.setPlainText(self._tag.not_when)

    def _connect_fields(self) -> None:
        self._name.textChanged.connect(lambda _text: self._check())
        self._category.currentIndexChanged.connect(lambda _index: self._check())
        self._category_name.textChanged.connect(lambda _text: self._check())
        self._key.textEdited.connect(self._on_key)
        self._category_key.textEdited.connect(self._on_category_key)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _on_key(self, text: str) -> None:
        self._own_key = bool(text.strip())
        self._check()

    def _on_category_key(self, text: str) -> None:
        self._own_category_key = bool(text.strip())
        self._check()

    # -- checking ---------------------------------------------------------------------------

    def _check(self, *, strict: bool = False) -> None:
        """Propose keys, warn of look-alikes, and say what is wrong.

        What is not typed yet is held against the user only after OK (strict).
        """
        is_new = self._category.currentData() == NEW_CATEGORY
        self._form.setRowVisible(self._new_category, is_new)
        self._propose_keys(is_new)
        draft = self.draft()
        self._warn_of_look_alikes(draft)
        self._merge.offer(self._known.problems(draft) if self._tag else [])
        problems = self._known.problems(draft)
        if not strict:
            problems = [problem for problem in problems if problem.fault not in NOT_TYPED]
        self._wrong.setText("\n".join(map(problem_text, problems)))
        self._wrong.setVisible(bool(problems))

    def _propose_keys(self, is_new: bool) -> None:
        draft, own = self.draft(), self._tag.id if self._tag else None
        free = self._known.free_tag_keys(draft.category_id, besides=own)
        if not self._own_key and draft.name and not self._tag:
            self._key.setText(self._proposed_key(draft.name, free))
        letters = [key for key in free if key.isalpha()] or list(free)
        self._free.setText(self.tr("Free here: {keys}").format(keys=" ".join(letters)))
        if is_new and not self._own_category_key:
            category_keys = key_names.unused(self._known.free_category_keys())
            name = self._category_name.text()
            self._category_key.setText(
                self._known.propose_key(name, category_keys) if name.strip() else ""
            )

        self._command.setText(_tag_key_note(self._key.text()))
        self._category_command.setText(category_key_note(self._category_key.text()))
        self._form.setRowVisible(self._command, bool(self._command.text()))
        self._category_command.setVisible(bool(self._category_command.text()))

    def _proposed_key(self, name: str, free: str) -> str:
        """Return a free letter of a tag's name, best one that is no command's when it is alone."""
        quiet = key_names.unused(free)
        has_quiet = any(letter in quiet for letter in name.upper())
        return self._known.propose_key(name, quiet if has_quiet else free)

    def _warn_of_look_alikes(self, draft: TagDraft) -> None:
        alike = [
            name
            for name in self._known.look_alikes(draft.name, besides=draft.tag_id)
            if name.text.casefold() != draft.name.casefold()
        ]
        names = ", ".join(f"“{name.text}”" for name in alike[:3])
        self._alike.setText(self.tr("Looks like {names}. Is it the same?").format(names=names))
        self._form.setRowVisible(self._alike, bool(alike))

    def _ask_to_merge(self, owner_id: int) -> None:
        """Close without saving: which answers count is asked elsewhere."""
        self.reject()
        self.merge_requested.emit(owner_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)


class MergeOffer(QPushButton):
    """A button that is there while a word is to be called like another one of its kind."""

    def __init__(self, merge: Callable[[int], None]) -> None:
        super().__init__()
        self._owner_id = 0
        self.setProperty("link", True)
        self.setAutoDefault(False)
        self.hide()
        self.clicked.connect(lambda _on: merge(self._owner_id))

    def offer(self, problems: Sequence[DraftProblem]) -> None:
        """Show it if a name belongs to another word."""
        taken = (DraftFault.NAME_TAKEN, DraftFault.CATEGORY_NAME_TAKEN)
        problem = next((problem for problem in problems if problem.fault in taken), None)
        self.setVisible(problem is not None)
        if problem is not None:
            self._owner_id = problem.owner_id
            self.setText(_tr("Merge the two…"))


def problem_text(problem: DraftProblem) -> str:
    """Return what is wrong with a draft, as a sentence."""
    sentences = {
        DraftFault.NO_NAME: _tr("Give the tag a name."),
        DraftFault.NAME_TAKEN: _tr("“{name}” is there already."),
        DraftFault.NAME_RETIRED: _tr("“{name}” is a retired tag. Restore it in the codebook."),
        DraftFault.KEY_TAKEN: _tr("The key {key} belongs to “{name}” in this category."),
        DraftFault.NO_CATEGORY: _tr("Choose a category."),
        DraftFault.NO_CATEGORY_NAME: _tr("Give the new category a name."),
        DraftFault.CATEGORY_NAME_TAKEN: _tr("The category “{name}” is there already."),
        DraftFault.CATEGORY_KEY_TAKEN: _tr("The key {key} belongs to the category “{name}”."),
    }
    return sentences[problem.fault].format(name=problem.name, key=problem.key)


def category_key_note(key: str) -> str:
    """Return whose key a category would take, "" for nobody's."""
    command = key_names.command_of(key.upper()).rstrip("…")
    text = _tr("{key} is the key of “{command}”, which would be without it.")
    return text.format(key=key.upper(), command=command) if command else ""


def _tag_key_note(key: str) -> str:
    command = key_names.command_of(key.upper()).rstrip("…")
    text = _tr("{key} alone is “{command}”.")
    return text.format(key=key.upper(), command=command) if command else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("tag_draft", text)


def line(name: str, placeholder: str) -> QLineEdit:
    """Make a field of one line."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made


def key_line(name: str) -> QLineEdit:
    """Make a field for the letter or digit of a key."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setMaxLength(1)
    made.setValidator(QRegularExpressionValidator(QRegularExpression("[A-Za-z0-9]?"), made))
    made.setFixedWidth(48)
    return made


def _text(name: str, placeholder: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setAccessibleName(name)
    text.setPlaceholderText(placeholder)
    text.setTabChangesFocus(True)
    text.setFixedHeight(TEXT_PX)
    return text


def label(kind: str) -> QLabel:
    """Make a text of some look that wraps."""
    made = QLabel()
    made.setProperty(kind, True)
    made.setWordWrap(True)
    return made
