"""The codebook's own window: all categories and tags, and what can be done with them.

It reads the session's library and emits what was asked for; storing that is others' business.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from core.folding import fold
from core.library.records import Changes, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.views.codebook.chosen_word import ChosenWord
from rhythmcap_gui.views.codebook.codebook_tree import CodebookTree, ShownCodebook
from rhythmcap_gui.views.codebook.word_page import WordPage
from rhythmcap_gui.views.tags.word_actions import (
    CATEGORY_ACTIONS,
    TAG_ACTIONS,
    Word,
    WordAction,
    action_text,
    add_actions,
)

SIZE = (1080, 720)
PARTS_PX = [320, 280]  # the tree, and the chosen word
RECOUNT_MS = 200
HEAD_BUTTONS = ("add_words", "export", "booklet")  # the others stand beside the tree


class CodebookDialog(QDialog):
    """Emits requested(WordAction, Word), edit_requested(Word), colour_chosen(Word, code or "").

    new_tag_requested(category id, 0 for any); new_category_requested(); add_words_requested();
    export_requested(); booklet_requested(); pairs_requested(). What the tree emits (moves, typed
    names and keys) is the tree's; page shows the chosen tag's meaning, examples and history.
    """

    requested = Signal(object, object)
    edit_requested = Signal(object)
    colour_chosen = Signal(object, str)
    new_tag_requested = Signal(int)
    new_category_requested = Signal()
    add_words_requested = Signal()
    export_requested = Signal()
    booklet_requested = Signal()
    pairs_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._recount = QTimer(self, singleShot=True, interval=RECOUNT_MS)
        self._recount.timeout.connect(self.refresh)
        self.setWindowTitle(self.tr("Codebook"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.tree = CodebookTree()
        self.page = WordPage(session)
        self._chosen = ChosenWord(session, self.tree)
        self._make_controls()
        self._lay_out()
        self.tree.word_chosen.connect(self._enable)
        self.tree.word_chosen.connect(lambda: self.page.show_tag(self._chosen.tag()))
        self.tree.opened.connect(self.edit_requested)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        session.changed.connect(self._follow)
        session.notice.connect(self._show_notice)
        theme.notifier().theme_changed.connect(self.refresh)
        self.refresh()
        self.tree.setFocus()

    def refresh(self) -> None:
        """Read the codebook anew."""
        library = self._session.library
        if library is None:
            return
        codebook, typed = library.codebook, fold(self.filter.text().strip())
        tags = codebook.tags(include_retired=self.retired.isChecked())
        aliases = {tag.id: codebook.aliases(tag.id) for tag in tags}
        self._offer_unclear()
        if self.unclear.isChecked():
            unclear = {dispute.tag_id for dispute in library.disputes.unclear()}
            tags = [tag for tag in tags if tag.id in unclear]
        if typed:
            tags = [tag for tag in tags if _is_found(typed, tag, aliases[tag.id])]
        categories = codebook.categories()
        if typed or self.unclear.isChecked():
            shown = {tag.category_id for tag in tags}
            categories = [
                c for c in categories if c.id in shown or (typed and typed in fold(c.name))
            ]
        counts = library.annotations.counts_by_tag()
        self.tree.can_edit = not library.read_only
        self.tree.setDragEnabled(not library.read_only and not typed)
        self.tree.show_codebook(ShownCodebook(categories, tags, aliases, counts))
        self._count()
        self.page.show_tag(self._chosen.tag())

    def show_word(self, word: Word) -> None:
        """Choose a word; one that the filter or a switch hides is shown."""
        if not word.is_category and self._session.library.codebook.tag(word.id).retired_at:
            self.retired.setChecked(True)
        self.filter.clear()
        self.tree.choose(word)

    def begin(self, name: object) -> None:
        """Choose the word of this name, else the first that needs something."""
        word = self._chosen.first(name if isinstance(name, str) else "")
        if word is not None:
            self.tree.choose(word)

    def state(self) -> dict[str, QByteArray | bool | str]:
        """Return how the window is left: its size, columns, what is shown, and the chosen word."""
        return {
            "geometry": self.saveGeometry(),
            "columns": self.tree.header().saveState(),
            "retired": self.retired.isChecked(),
            "parts": self.parts.saveState(),
            "word": self._chosen.name(),
        }

    def restore(self, state: Mapping[str, object]) -> None:
        """Show the window as state() described it, as far as that can be read."""
        geometry, columns = state.get("geometry"), state.get("columns")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(columns, QByteArray):
            self.tree.header().restoreState(columns)
        parts = state.get("parts")
        if isinstance(parts, QByteArray):
            self.parts.restoreState(parts)
        self.retired.setChecked(state.get("retired") not in (False, "false"))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show what was done, or why something was not."""
        self.done_line.setProperty("bad", wrong)
        self.done_line.setProperty("dim", not wrong)
        self.done_line.style().polish(self.done_line)
        self.done_line.setText(text)
        self.done_line.setVisible(bool(text))  # in the hint's place
        self.hint.setVisible(not text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete retires or deletes the chosen word, as its button would."""
        if event.key() == Qt.Key.Key_Delete and self.focusWidget() is self.tree:
            possible = self._chosen.possible() & {WordAction.REMOVE, WordAction.RETIRE}
            if possible:
                unused = WordAction.REMOVE in possible
                self._ask_for(WordAction.REMOVE if unused else WordAction.RETIRE)
            elif self.tree.chosen is not None:
                self.say(self._why_kept(), wrong=True)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    # -- controls -----------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.filter = QLineEdit(placeholderText=self.tr("Filter"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Filter the words"))
        self.filter.textChanged.connect(lambda _text: self.refresh())
        self.retired = QCheckBox(self.tr("Retired words, too"))
        self.retired.setChecked(True)
        self.retired.toggled.connect(lambda _on: self.refresh())
        self.unclear = QCheckBox()
        self.unclear.setToolTip(self.tr("Words of which you said that they are unclear"))
        self.unclear.toggled.connect(lambda _on: self.refresh())
        self._count_line = QLabel()
        self._count_line.setProperty("dim", True)
        at_the_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.done_line = QLabel(wordWrap=True, alignment=at_the_right, visible=False)
        self.hint = QLabel(self.tr(
            "Drag, or Alt+↑ and Alt+↓: move it. F2: rename. Enter: edit. Delete: retire."
        ), wordWrap=True, alignment=at_the_right)  # fmt: skip
        self.hint.setProperty("caption", True)
        self.buttons: dict[str, QPushButton] = {}
        self._button("new_tag", self.tr("New tag…"), lambda: self.new_tag_requested.emit(
            self._chosen.category_id()))  # fmt: skip
        self._button("new_category", self.tr("New category…"), self.new_category_requested.emit)
        self._button("edit", self.tr("Edit…"), lambda: self.edit_requested.emit(self.tree.chosen))
        for action in (*TAG_ACTIONS, WordAction.RESTORE, WordAction.REMOVE):
            self._button(action, action_text(action), lambda chosen=action: self._ask_for(chosen))
        self._button("add_words", self.tr("Add words…"), self.add_words_requested.emit)
        self._button("export", self.tr("Export…"), self.export_requested.emit)
        self._button("booklet", self.tr("Booklet…"), self.booklet_requested.emit)
        self._button("pairs", self.tr("Confused words…"), self.pairs_requested.emit)
        tip = self.tr("Words that are taken for one another, and whether the ear tells them apart")
        self.buttons["pairs"].setToolTip(tip)
        tip = self.tr("All words with meaning, examples and history, to be read or printed")
        self.buttons["booklet"].setToolTip(tip)
        tip = self.tr("Words of a template or a file: you see first what of it is new")
        self.buttons["add_words"].setToolTip(tip)
        tip = self.tr("Write the words with keys and definitions, for another library or colleague")
        self.buttons["export"].setToolTip(tip)

    def _button(self, name: str, text: str, call: object) -> None:
        button = QPushButton(text, autoDefault=False)
        button.clicked.connect(lambda _on: call())
        self.buttons[name] = button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self.unclear)
        head.addWidget(self.retired)
        for name in HEAD_BUTTONS:
            head.addWidget(self.buttons[name])
        column = QVBoxLayout()
        column.setSpacing(6)
        for name, button in self.buttons.items():
            if name not in HEAD_BUTTONS:
                column.addWidget(button)
            if name in ("edit", WordAction.REMOVE):
                column.addSpacing(8)
        column.addStretch()
        close = QPushButton(self.tr("Close"), autoDefault=False)
        close.clicked.connect(self.close)
        column.addWidget(close)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        self.parts = self._split()
        middle.addWidget(self.parts, 1)
        middle.addLayout(column)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 12)
        box.setSpacing(8)
        box.addLayout(head)
        box.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count_line)
        foot.addWidget(self.done_line, 1)
        foot.addWidget(self.hint, 1)
        box.addLayout(foot)

    def _split(self) -> QSplitter:
        """Put the chosen word below the tree."""
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.tree)
        parts.addWidget(self.page)
        parts.setStretchFactor(0, 1)
        parts.setSizes(PARTS_PX)
        return parts

    def _offer_unclear(self) -> None:
        """Offer the list of unclear words while there are any."""
        n = len({dispute.tag_id for dispute in self._session.library.disputes.unclear()})
        self.unclear.setText(counted(self.tr("Unclear words ({n})"), n=n))
        self.unclear.setVisible(n > 0)
        if not n:
            self.unclear.blockSignals(True)
            self.unclear.setChecked(False)
            self.unclear.blockSignals(False)

    def _count(self) -> None:
        codebook = self._session.library.codebook
        every = codebook.tags(include_retired=True)
        n_used = sum(tag.retired_at is None for tag in every)
        text = self.tr("{n:# tag|# tags} in {m:# category|# categories}, {k} retired")
        n_categories = len(codebook.categories())
        self._count_line.setText(counted(text, n=n_used, m=n_categories, k=len(every) - n_used))

    # -- what is asked for ---------------------------------------------------------------------

    def _enable(self) -> None:
        possible, is_retired = self._chosen.possible(), self._chosen.is_retired()
        for name, button in self.buttons.items():
            button.setEnabled(name in possible)
        self.buttons[WordAction.RETIRE].setVisible(not is_retired)
        self.buttons[WordAction.RESTORE].setVisible(is_retired)
        removable = WordAction.REMOVE in possible or self.tree.chosen is None
        self.buttons[WordAction.REMOVE].setToolTip("" if removable else self._why_kept())

    def _why_kept(self) -> str:
        return self.tr("Songs were judged with it: retire it, or merge it into another")

    def _ask_for(self, action: WordAction) -> None:
        if action in self._chosen.possible():
            self.tree.setFocus()  # the button may be gone when this is done
            self.requested.emit(action, self.tree.chosen)

    def _follow(self, changes: Changes) -> None:
        if not changes.codebook:
            if changes.tags and not self._recount.isActive():
                self._recount.start()  # only counts: they may wait for the chip to change colour
            return
        self.refresh()
        library = self._session.library
        label = library.done_label() if library is not None else None
        if label:
            self.say(self.tr("{done}. Ctrl+Z takes it back.").format(done=translated(label)))

    def _show_notice(self, notice: Notice) -> None:
        """Show here what the main window says, which this one may hide."""
        self.say(f"{notice.text} {notice.remedy}".strip(), wrong=notice.level == "error")

    def _show_menu(self, at: QPoint) -> None:
        word = self.tree.chosen
        if word is None:
            return
        possible = self._chosen.possible()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = {
            "edit": menu.addAction(self.tr("Edit…"), lambda: self.edit_requested.emit(word)),
            "rename": menu.addAction(self.tr("Another name") + "\tF2", self.tree.edit_name),
            "key": menu.addAction(self.tr("Another key"), self.tree.edit_key),
        }
        self._add_colours(menu, word)
        menu.addSeparator()
        actions = CATEGORY_ACTIONS if word.is_category else TAG_ACTIONS
        if self._chosen.is_retired():
            actions = (*actions[:-1], WordAction.RESTORE)
        added = add_actions(menu, (*actions, WordAction.REMOVE), self._ask_for)
        for action, entry in added.items():
            entry.setEnabled(action in possible)
        for entry in entries.values():
            entry.setEnabled("edit" in possible)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _add_colours(self, menu: QMenu, word: Word) -> None:
        colours = menu.addMenu(self.tr("Colour"))
        colours.setEnabled("edit" in self._chosen.possible())
        if not word.is_category:
            colours.addAction(
                self.tr("The category's colour"), lambda: self.colour_chosen.emit(word, "")
            )
        for code in theme.CATEGORY_COLOURS:
            icon = theme.square_icon(theme.category_colour(code))
            colours.addAction(icon, code, lambda c=code: self.colour_chosen.emit(word, c))


def _is_found(typed: str, tag: Tag, aliases: tuple[str, ...]) -> bool:
    return any(typed in fold(text) for text in (tag.name, tag.definition, *aliases))
