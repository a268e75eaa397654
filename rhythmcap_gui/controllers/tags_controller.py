"""Tags in dialogs: finding one by typing, new and edited ones, decisions on very many songs."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import regions
from rhythmcap_gui.operations.sliced_edits import SlicedEdits
from rhythmcap_gui.operations.tags import edit_codebook, tagging
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.view_data import BulkRequest
from rhythmcap_gui.views.shell.bulk_dialog import BulkDialog
from rhythmcap_gui.views.tags.category_dialog import CategoryDialog
from rhythmcap_gui.views.tags.tag_dialog import TagDialog
from rhythmcap_gui.views.tags.tag_finder import RegionPicker, TagFinder
from rhythmcap_gui.views.tags.word_actions import Word

if TYPE_CHECKING:
    from core.library.codebook.codebook_records import TagDraft
    from core.library.records import Tag

TITLE_LETTERS = 44


class TagsController(QObject):
    """What the tags menu opens. anchor: the widget below which tags are typed.

    merge_requested(Word, id of the other one): a word was to be called like another one.
    tag_made(tag id).
    """

    merge_requested = Signal(object, int)
    tag_made = Signal(int)

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
        finder.intensity_requested.connect(
            lambda tag_id, intensity: tagging.set_intensity(self._context, tag_id, intensity)
        )
        finder.undo_requested.connect(lambda: edit_runner.undo(self._context))
        finder.new_tag_requested.connect(self.new_tag)
        self._sliced_edits.requested.connect(finder.close)  # very many songs: a question first
        finder.open_below(self._anchor, right=True)

    def tag_region(self) -> None:
        """Type a tag's name; it is for the looped part of the song."""
        picker = RegionPicker(self._context.session, self._window)
        picker.judged.connect(lambda tag_id, state: regions.tag_loop(self._context, tag_id, state))
        picker.open_below(self._anchor, right=True)

    def new_tag(
        self, name: str = "", category_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        """Make a new tag, which the selected songs get unless the user says no.

        parent: a window that is about no songs.
        """
        dialog = TagDialog(
            self._context.session,
            name=name,
            category_id=category_id,
            applies_to="" if parent else self._applies_to(),
            parent=parent or self._window,
        )
        dialog.decided.connect(
            lambda draft: self._save_draft(draft, applies=dialog.applies.isChecked())
        )
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

    def _applies_to(self) -> str:
        """Return the question whether a new tag holds for what is selected; "" for nothing."""
        session = self._context.session
        if session.bulk:
            return counted(
                self.tr("Yes for the {songs:song|# songs} selected"), songs=len(session.selection)
            )
        if session.song is None or not session.selection:
            return ""
        title = shorten(session.song.display_title, TITLE_LETTERS, placeholder="…")
        return literal(self.tr("Yes for “{title}”").format(title=title))

    def _save_draft(self, draft: TagDraft, *, applies: bool = False) -> None:
        if draft.tag_id is None:
            edit_codebook.make(self._context, draft, self._tell_made, applies=applies)
        else:
            edit_codebook.change(self._context, draft)

    def _tell_made(self, tag: Tag) -> None:
        category = self._context.library.codebook.category(tag.category_id)
        keys = f"{category.key} {tag.key}".upper() if category.key and tag.key else "–"
        text = self.tr("New tag “{tag}”, keys: {keys}").format(tag=tag.name, keys=keys)
        self._context.session.notify(text)
        self.tag_made.emit(tag.id)
