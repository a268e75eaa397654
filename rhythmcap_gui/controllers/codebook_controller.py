"""The codebook's window and the dialogs about its words; with which words a library begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import codebook_words as words
from rhythmcap_gui.views.tags.tag_dialog import problem_text
from rhythmcap_gui.views.tags.word_actions import Word, WordAction

CODEBOOK_FILES = "*.json *.csv *.txt *.tsv"


def _ignore(_dialog: QWidget) -> None:
    """The default while nothing more is done with it."""


class CodebookController(QObject):
    """What is done with words as a whole. edit_tag, edit_category, new_tag: open these dialogs."""

    def __init__(self, context: AppContext, window: QWidget, tags: QObject) -> None:
        super().__init__(window)
        self._context, self._window, self._tags = context, window, tags
        self._dialog: QWidget | None = None
        self._left: dict[str, object] = {}
        self.undo_actions: Sequence[QAction] = ()
        self.opened: Callable[[QWidget], None] = _ignore  # what else is done with its window

    # -- the window ---------------------------------------------------------------------------

    def show_codebook(self, word: Word | None = None) -> None:
        """Show the codebook, with a word chosen."""
        from rhythmcap_gui.views.codebook.codebook_dialog import CodebookDialog

        is_new = self._dialog is None
        if is_new:
            dialog = CodebookDialog(self._context.session, self._window)
            dialog.restore(self._left)
            dialog.addActions(self.undo_actions)
            self._connect(dialog)
            self.opened(dialog)
            self._dialog = dialog
            dialog.finished.connect(lambda _result: self._forget())
            self._context.session.library_changed.connect(dialog.reject)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        if word is not None:
            self._dialog.show_word(word)
        elif is_new:
            self._dialog.begin(self._left.get("word"))

    def _forget(self) -> None:
        self._left, self._dialog = self.state(), None

    def state(self) -> dict[str, object]:
        """Return how the codebook's window is, or was left."""
        return self._left if self._dialog is None else self._dialog.state()

    def restore(self, state: dict[str, object]) -> None:
        """Open the codebook's window like this the next time."""
        self._left = state

    def _connect(self, dialog: QWidget) -> None:
        context, tags, tree = self._context, self._tags, dialog.tree
        dialog.requested.connect(self.do)
        dialog.edit_requested.connect(self._edit)
        dialog.new_tag_requested.connect(
            lambda category: tags.new_tag("", category or None, parent=dialog)
        )
        dialog.new_category_requested.connect(lambda: tags.new_category(parent=dialog))
        dialog.add_words_requested.connect(lambda: self.add_words())
        dialog.export_requested.connect(self.export_words)
        dialog.colour_chosen.connect(self._set_colour)
        tree.tag_moved.connect(lambda *move: words.move_tag(context, *move))
        tree.category_moved.connect(lambda *move: words.move_category(context, *move))
        tree.name_edited.connect(self._rename)
        tree.key_edited.connect(self._set_key)

    @property
    def _parent(self) -> QWidget:
        return self._dialog or self._window

    # -- one word -----------------------------------------------------------------------------

    def do_with_tag(self, action: WordAction, tag_id: int) -> None:
        """Do what a tag's menu asks for."""
        self.do(action, Word(tag_id, is_category=False))

    def do_with_category(self, action: WordAction, category_id: int) -> None:
        """Do what a category's menu asks for."""
        self.do(action, Word(category_id, is_category=True))

    def do(self, action: WordAction, word: Word) -> None:
        """Do something with a word, or ask first what that needs."""
        context = self._context
        if action is WordAction.SHOW:
            self.show_codebook(word)
        elif action is WordAction.MERGE:
            self.merge(word)
        elif action is WordAction.REMOVE:
            remove = words.remove_category if word.is_category else words.remove_tag
            remove(context, word.id)
        elif action is WordAction.RESTORE:
            restore = words.restore_category if word.is_category else words.restore_tag
            restore(context, word.id)
        elif action is WordAction.RETIRE:
            self._ask_to_retire(word)
        else:
            self._ask(action, word.id)

    def _ask_to_retire(self, word: Word) -> None:
        from rhythmcap_gui.views.codebook.retire_dialog import RetireDialog

        context, codebook = self._context, self._context.library.codebook
        if word.is_category:
            name, retire = codebook.category(word.id).name, words.retire_category
            tags = words.tags_of(context, word.id, retired=False)
        else:
            tags, retire = [codebook.tag(word.id)], words.retire_tag
            name = tags[0].name
        if tags:
            dialog = RetireDialog(context.session, name, tags, self._parent)
            dialog.decided.connect(lambda: retire(context, word.id))
            dialog.open()

    def merge(self, word: Word, into_id: int = 0) -> None:
        """Ask what a word is merged into, and which answers count. into_id: what is proposed."""
        from rhythmcap_gui.views.codebook.merge_dialog import MergeCategoryDialog, MergeTagDialog

        context, codebook = self._context, self._context.library.codebook
        if word.is_category:
            category = codebook.category(word.id)
            dialog = MergeCategoryDialog(context.session, category, into_id, self._parent)
            dialog.decided.connect(lambda *merge: words.merge_categories(context, *merge))
        else:
            tag = codebook.tag(word.id)
            dialog = MergeTagDialog(context.session, tag, into_id, self._parent)
            dialog.decided.connect(lambda *merge: words.merge_tags(context, *merge))
        dialog.open()

    def _ask(self, action: WordAction, tag_id: int) -> None:
        from rhythmcap_gui.views.codebook.aliases_dialog import AliasesDialog
        from rhythmcap_gui.views.codebook.split_dialog import SplitDialog

        kinds: dict[WordAction, tuple[type, Callable[..., None]]] = {
            WordAction.SPLIT: (SplitDialog, words.split_tag),
            WordAction.ALIASES: (AliasesDialog, words.set_aliases),
        }
        make, then = kinds[action]
        context = self._context
        dialog = make(context.session, context.library.codebook.tag(tag_id), self._parent)
        dialog.decided.connect(lambda *decision: then(context, *decision))
        dialog.open()

    def _edit(self, word: Word) -> None:
        edit = self._tags.edit_category if word.is_category else self._tags.edit_tag
        edit(word.id, parent=self._parent)

    def _set_colour(self, word: Word, colour: str) -> None:
        change = words.set_category if word.is_category else words.set_tag_look
        change(self._context, word.id, colour=colour)

    # -- names and keys typed into the tree ---------------------------------------------------

    def _rename(self, word: Word, text: str) -> None:
        """Give another name; where it is another word's, offer to merge the two."""
        name = " ".join(text.split())
        problem = self._problem(word, name=name)
        self._dialog.refresh()  # what was typed is shown only once it is stored
        if problem is not None and problem.fault in ("name_taken", "category_name_taken"):
            self.merge(word, problem.owner_id)
        elif problem is not None:
            self._dialog.say(problem_text(problem), wrong=True)
        elif word.is_category:
            words.set_category(self._context, word.id, name=name)
        else:
            words.rename_tag(self._context, word.id, name)

    def _set_key(self, word: Word, text: str) -> None:
        key = text.strip()[-1:].upper()
        problem = self._problem(word, key=key)
        self._dialog.refresh()
        if problem is not None:
            self._dialog.say(problem_text(problem), wrong=True)
            return
        change = words.set_category if word.is_category else words.set_tag_look
        change(self._context, word.id, key=key)

    def _problem(self, word: Word, *, name: str | None = None, key: str | None = None) -> object:
        """Return why a word cannot have this name or key; None if it can."""
        from core.library.codebook.codebook_records import CategoryDraft, TagDraft

        codebook, known = self._context.library.codebook, self._context.session.known_words()
        if word.is_category:
            category = codebook.category(word.id)
            draft = CategoryDraft(
                category.name if name is None else name,
                category.key if key is None else key, category.colour, category.id,
            )  # fmt: skip
            problems = known.category_problems(draft)
        else:
            tag = codebook.tag(word.id)
            draft = TagDraft(
                tag.id, tag.name if name is None else name, tag.category_id, None,
                tag.key if key is None else key,
            )  # fmt: skip
            problems = known.problems(draft)
        return problems[0] if problems else None

    # -- templates and files ------------------------------------------------------------------

    def add_words(self, *, replacing: bool = False) -> None:
        """Choose a template or a file, see what of it is new, and add that.

        replacing: rather have its words instead of those here, while none is used.
        """
        from rhythmcap_gui.views.codebook.add_words_dialog import AddWordsDialog

        context = self._context
        dialog = AddWordsDialog(
            words.templates(),
            lambda name: words.word_status(context, name),
            can_replace=not context.library.tag_uses.used_tags(),
            parent=self._parent,
        )
        dialog.replaces.setChecked(replacing and not dialog.replaces.isHidden())
        dialog.choice.file_requested.connect(lambda: self._choose_file(dialog.choice, dialog))
        dialog.add_requested.connect(
            lambda _name, ticked: words.add_words(context, dialog.choice.words, ticked)
        )
        dialog.replace_requested.connect(lambda book: words.replace_words(context, book))
        dialog.open()

    def export_words(self) -> None:
        """Choose a name, and write the codebook there."""
        start = Path.home() / f"{self._context.library.path.stem}-{self.tr('codebook')}.json"
        name, _filter = QFileDialog.getSaveFileName(
            self._parent, self.tr("Export the codebook"), str(start),
            self.tr("Codebooks (*.json)"),
        )  # fmt: skip
        if name:
            path = path_of(name)
            words.export_words(self._context, path if path.suffix else path.with_suffix(".json"))

    def begin_library(self, path: Path, make: Callable[[Path, Path], object]) -> None:
        """Ask with which words a new library begins; then make(path, codebook file)."""
        from core.library.codebook.codebook_file import template_file
        from rhythmcap_gui.views.codebook.add_words_dialog import NewLibraryDialog
        from rhythmcap_gui.views.codebook.words_choice import FROM_FILE

        dialog = NewLibraryDialog(path.stem, words.templates(with_none=True), self._window)
        files: dict[str, Path] = {}

        def choose_file() -> None:
            chosen = self._choose_file(dialog.choice, dialog)
            if chosen is not None:
                files[FROM_FILE] = chosen

        dialog.choice.file_requested.connect(choose_file)
        dialog.decided.connect(
            lambda source: make(path, files.get(source) or template_file(source))
        )
        dialog.open()

    def _choose_file(self, choice: object, parent: QWidget) -> Path | None:
        """Choose a codebook file and show what it holds; None if there is none."""
        patterns = f"{self.tr('Codebooks and lists of words')} ({CODEBOOK_FILES})"
        name, _filter = QFileDialog.getOpenFileName(
            parent, self.tr("Words from a file"), str(Path.home()), patterns
        )
        if not name:
            return None
        path = path_of(name)
        found = words.read_words(self._context, path)
        if found is None:
            return None
        choice.show_file(found)
        return path
