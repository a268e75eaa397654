"""The codebook changed by drafts: new tags and categories, names, keys, colours, definitions.

What touches decisions or many words at once (merging, splitting, templates) is in codebook_words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.messages import message
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import SONG

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from core.library.codebook.codebook_records import CategoryDraft, TagDraft
    from core.library.edits.edits import Edit
    from core.library.records import DecisionContext, Tag


def make(
    context: AppContext, draft: TagDraft, then: Callable[[Tag], None], *, applies: bool = False
) -> None:
    """Make the drafted tag, with its new category if it has one: one undo, however many songs.

    applies: the selected songs get it, too. then: takes the tag; what the library refuses is a
    message.
    """
    from core.library.edits.bulk_edits import SONGS_PER_SLICE

    songs = context.session.selection if applies else ()

    def done() -> None:
        tag = context.library.codebook.find(draft.name)
        if tag is not None:
            then(tag)

    n_edits = 2 + -(-len(songs) // SONGS_PER_SLICE)
    edits = _making(context, draft, songs)
    edit_runner.apply_slices(context, edits, n_edits, _label(draft, len(songs)), done)


def change(context: AppContext, draft: TagDraft) -> None:
    """Change a tag as drafted, also into a new category; a message, if the library refuses it."""
    label = message("edit.change_tag", name=draft.name)
    edit_runner.apply_slices(context, _changing(context, draft), 1, label)


def save_category(context: AppContext, draft: CategoryDraft) -> None:
    """Make or change a category as drafted; nothing, and a message, if the library refuses it."""
    from core.library.edits.edits import AddCategory, SetCategory

    edit: Edit = AddCategory(draft.name, draft.key, draft.colour)
    if draft.category_id is not None:
        edit = SetCategory(
            draft.category_id, draft.name, draft.key, draft.colour, exhaustive=draft.exhaustive
        )
    edit_runner.apply(context, edit)


def _label(draft: TagDraft, n_songs: int) -> str:
    new_tag, state = message("edit.new_tag", name=draft.name), message("state.yes")
    if n_songs > 1:
        return message("edit.new_tag_judged_many", new_tag=new_tag, state=state, n=n_songs)
    return message("edit.new_tag_judged", new_tag=new_tag, state=state) if n_songs else new_tag


def _making(
    context: AppContext, draft: TagDraft, song_ids: tuple[int, ...]
) -> Generator[Edit, None, None]:
    """Yield edits, the later ones of which need what the ones before have made."""
    from core.library.edits.bulk_edits import sliced
    from core.library.edits.edits import AddTag, Judge, JudgeMany
    from core.library.records import State

    category_id = yield from _category(context, draft)
    yield AddTag(
        draft.name, category_id, draft.key, draft.colour,
        draft.definition, draft.use_when, draft.not_when,
    )  # fmt: skip
    tag = context.library.codebook.find(draft.name)
    if tag is None or not song_ids:
        return
    decision_context = _context_of_new(context, tag.id)
    if len(song_ids) == 1:
        yield Judge(song_ids[0], tag.id, State.YES, decision_context)
    else:
        yield from sliced(JudgeMany(song_ids, tag.id, State.YES, decision_context))


def _changing(context: AppContext, draft: TagDraft) -> Generator[Edit, None, None]:
    from core.library.edits.edits import MoveTag, RenameTag, SetDefinition, SetTagLook

    category_id, tag_id = (yield from _category(context, draft)), draft.tag_id or 0
    yield RenameTag(tag_id, draft.name)
    if context.library.codebook.tag(tag_id).category_id != category_id:
        yield MoveTag(tag_id, category_id)
    yield SetTagLook(tag_id, draft.key, draft.colour)
    yield SetDefinition(tag_id, draft.definition, draft.use_when, draft.not_when)


def _category(context: AppContext, draft: TagDraft) -> Generator[Edit, None, int]:
    """Make the drafted category, if there is one; return the id of the tag's category."""
    from core.library.edits.edits import AddCategory

    if draft.new_category is not None:
        new = draft.new_category
        yield AddCategory(new.name, new.key, new.colour)
        made = context.library.codebook.find_category(new.name)
        return made.id if made is not None else 0
    return draft.category_id or 0


def _context_of_new(context: AppContext, tag_id: int) -> DecisionContext:
    """Return whether the guess for a tag just made was visible: as a word of the model's own."""
    from core.library.records import DecisionContext

    session, model = context.session, context.session.model
    if model is None or tag_id not in context.library.models.tag_ids(model.id):
        return DecisionContext()
    if session.bulk:
        seen = not session.blind
    else:
        seen = session.guesses_visible and session.word_scores(SONG) is not None
    return DecisionContext(guess_visible=seen, model_id=model.id if seen else None)
