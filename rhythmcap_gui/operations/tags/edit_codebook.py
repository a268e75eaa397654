"""The codebook changed by drafts: new tags and categories, names, keys, colours, definitions.

What touches decisions or many words at once (merging, splitting, templates) is in codebook_words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.messages import message
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.codebook.codebook_records import CategoryDraft, TagDraft
    from core.library.edits.edits import Edit
    from core.library.records import Tag


def save(context: AppContext, draft: TagDraft) -> Tag | None:
    """Make the drafted tag, with its new category if it has one; or change an existing tag.

    None, and a message, if the library refuses it.
    """
    category_id = draft.category_id
    if draft.new_category is not None:
        category_id = _add_category(context, draft.new_category)
    if category_id is None:
        return None
    if draft.tag_id is not None:
        return _change(context, draft.tag_id, draft, category_id)
    return _add(context, draft, category_id)


def save_category(context: AppContext, draft: CategoryDraft) -> None:
    """Make or change a category as drafted; nothing, and a message, if the library refuses it."""
    from core.library.edits.edits import SetCategory

    if draft.category_id is None:
        _add_category(context, draft)
    else:
        edit = SetCategory(
            draft.category_id, draft.name, draft.key, draft.colour, exhaustive=draft.exhaustive
        )
        edit_runner.apply(context, edit)


def _add_category(context: AppContext, draft: CategoryDraft) -> int | None:
    from core.library.edits.edits import AddCategory

    edit = AddCategory(draft.name, draft.key, draft.colour)
    edit_runner.apply(context, edit)
    category = context.library.codebook.find_category(draft.name)
    return category.id if category else None


def _add(context: AppContext, draft: TagDraft, category_id: int) -> Tag | None:
    from core.library.edits.edits import AddTag

    edit = AddTag(
        draft.name, category_id, draft.key, draft.colour,
        draft.definition, draft.use_when, draft.not_when,
    )  # fmt: skip
    if not edit_runner.apply(context, edit):
        return None
    return context.library.codebook.find(draft.name)


def _change(context: AppContext, tag_id: int, draft: TagDraft, category_id: int) -> Tag:
    from core.library.edits.edits import MoveTag, RenameTag, SetDefinition, SetTagLook

    edits: list[Edit] = [RenameTag(tag_id, draft.name)]
    if context.library.codebook.tag(tag_id).category_id != category_id:
        edits.append(MoveTag(tag_id, category_id))
    edits.append(SetTagLook(tag_id, draft.key, draft.colour))
    edits.append(SetDefinition(tag_id, draft.definition, draft.use_when, draft.not_when))
    edit_runner.apply(context, *edits, label=message("edit.change_tag", name=draft.name))
    return context.library.codebook.tag(tag_id)
