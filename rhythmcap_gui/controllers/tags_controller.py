"""Tags in dialogs: finding one by typing, new and edited ones, decisions on very many songs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import regions
from rhythmcap_gui.operations.sliced_edits import SlicedEdits
from rhythmcap_gui.operations.tags import edit_codebook, tagging
from rhythmcap_gui.view_data import BulkRequest
from rhythmcap_gui.views.shell.bulk_dialog import BulkDialog
from rhythmcap_gui.views.tags.category_dialog import CategoryDialog
from rhythmcap_gui.views.tags.tag_dialog import TagDialog
from rhythmcap_gui.views.tags.tag_finder import RegionPicker, TagFinder
from rhythmcap_gui.views.tags.word_actions import Word


class TagsController(QObject):
    """What the tags menu opens. anchor: the widget below which tags are typed.

    merge_requested(Word, id of the other one): a word was to be called like another one.
    """

    merge_requested = Signal(object, int)

    def __init__(
        self, context: AppContext, window: QWidget, anchor: QWidget, sliced_edits: SlicedEdits
    ) -> None:
        super().__init__(window)
        self._context, self._window, self._anchor = context, window, anchor
        self._sliced_edits = sliced_edits

    def find_tag(self) -> None:
        """Type a tag's name, and judge."""
        if not tagging.can_decide(self._context):
            return
        finder = TagFinder(self._context.session, self._window)
        finder.judged.connect(lambda tag_id, state: tagging.decide(self._context, tag_id, state))
        finder.new_tag_requested.connect(self.new_tag)
        finder.open_below(self._anchor, right=True)

    def tag_region(self) -> None:
        """Type a tag's name; it is for the looped part of the song."""
        picker = RegionPicker(self._context.session, self._window)
        picker.judged.connect(lambda tag_id, state: regions.tag_loop(self._context, tag_id, state))
        picker.open_below(self._anchor, right=True)

    def new_tag(
        self, name: str = "", category_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        """Make a new tag; where a name is given the open song gets it at once."""
        dialog = TagDialog(
            self._context.session, name=name, category_id=category_id, parent=parent or self._window
        )
        dialog.decided.connect(lambda draft: self._save_draft(draft, judge=bool(name)))
        dialog.open()

    def edit_tag(self, tag_id: int, parent: QWidget | None = None) -> None:
        """Change a tag's name, category, key, colour and definition."""
        tag = self._context.library.codebook.tag(tag_id)
        dialog = TagDialog(self._context.session, tag, parent=parent or self._window)
        dialog.decided.connect(self._save_draft)
        word = Word(tag_id, is_category=False)
        dialog.merge_requested.connect(lambda into: self.merge_requested.emit(word, into))
        dialog.open()

    def edit_category(self, category_id: int, parent: QWidget | None = None) -> None:
        """Change a category's name, key and colour, and what leaving a song means."""
        category = self._context.library.codebook.category(category_id)
        dialog = CategoryDialog(self._context.session, category, parent or self._window)
        dialog.decided.connect(lambda draft: edit_codebook.save_category(self._context, draft))
        word = Word(category_id, is_category=True)
        dialog.merge_requested.connect(lambda into: self.merge_requested.emit(word, into))
        dialog.open()

    def new_category(self, parent: QWidget | None = None) -> None:
        """Make a new category, without tags."""
        dialog = CategoryDialog(self._context.session, None, parent or self._window)
        dialog.decided.connect(lambda draft: edit_codebook.save_category(self._context, draft))
        dialog.open()

    def show_bulk_edit(self, request: BulkRequest) -> None:
        """Ask before very many songs are changed, and show how far the edit is."""
        dialog, edits = BulkDialog(request, self._window), self._sliced_edits
        dialog.go_requested.connect(edits.begin)
        dialog.cancel_requested.connect(edits.cancel)
        edits.progressed.connect(dialog.show_progress)
        edits.ended.connect(dialog.finish)
        dialog.open()

    def _save_draft(self, draft: object, *, judge: bool = False) -> None:
        from core.library.records import State

        tag = edit_codebook.save(self._context, draft)
        if tag is not None and judge and self._context.session.song is not None:
            tagging.judge(self._context, tag.id, State.YES)
