"""Words put in order: merged, split, retired, deleted, moved; words of templates and files.

Every function is one edit of the library and one undo; what it refuses is a message.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import RhythmCapError
from core.messages import message
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.codebook.codebook_records import (
        CategoryWords,
        CodebookWords,
        MergeAnswer,
        WordStatus,
    )
    from core.library.edits.edits import Edit
    from core.library.records import Tag


def merge_tags(context: AppContext, tag_id: int, into_id: int, answer: MergeAnswer) -> None:
    """Make two tags one; the first one's name stays as another name of the second."""
    from core.library.edits.edits import MergeTags, merge_slices

    merge = MergeTags(tag_id, into_id, answer)
    try:
        label, slices = merge.title(context.library), merge_slices(context.library, merge)
    except RhythmCapError as error:
        context.show_error(error)
        return
    edit_runner.apply_slices(context, slices, len(slices), label)


def merge_categories(context: AppContext, category_id: int, into_id: int) -> None:
    """Move all tags of a category into another, and remove it."""
    from core.library.edits.edits import MergeCategories

    edit_runner.apply(context, MergeCategories(category_id, into_id))


def split_tag(
    context: AppContext, tag_id: int, name: str, song_ids: tuple[int, ...], definition: str
) -> None:
    """Make a new tag of the decisions on these songs."""
    from core.library.edits.edits import SplitTag

    edit_runner.apply(context, SplitTag(tag_id, name, song_ids, definition))


def set_aliases(context: AppContext, tag_id: int, names: tuple[str, ...]) -> None:
    """Let a tag be found by these other names, and no others."""
    from core.library.edits.edits import AddAlias, RemoveAlias

    former = context.library.codebook.aliases(tag_id)
    edits: list[Edit] = [RemoveAlias(name) for name in former if name not in names]
    edits += [AddAlias(tag_id, name) for name in names if name not in former]
    tag = context.library.codebook.tag(tag_id)
    edit_runner.apply(context, *edits, label=message("edit.aliases", name=tag.name))


def retire_tag(context: AppContext, tag_id: int) -> None:
    """Use a tag no more; its decisions are kept."""
    from core.library.edits.edits import RetireTag

    edit_runner.apply(context, RetireTag(tag_id))


def restore_tag(context: AppContext, tag_id: int) -> None:
    """Use a retired tag again."""
    from core.library.edits.edits import RestoreTag

    edit_runner.apply(context, RestoreTag(tag_id))


def retire_category(context: AppContext, category_id: int) -> None:
    """Use none of a category's tags any more; their decisions are kept."""
    from core.library.edits.edits import RetireTag

    edits = [RetireTag(tag.id) for tag in tags_of(context, category_id, retired=False)]
    name = context.library.codebook.category(category_id).name
    edit_runner.apply(context, *edits, label=message("edit.retire_category", name=name))


def restore_category(context: AppContext, category_id: int) -> None:
    """Use all retired tags of a category again."""
    from core.library.edits.edits import RestoreTag

    edits = [RestoreTag(tag.id) for tag in tags_of(context, category_id, retired=True)]
    name = context.library.codebook.category(category_id).name
    edit_runner.apply(context, *edits, label=message("edit.restore_category", name=name))


def tags_of(context: AppContext, category_id: int, *, retired: bool) -> list[Tag]:
    """Return the tags of a category that are in use, or those that are retired."""
    tags = context.library.codebook.tags(include_retired=True)
    return [t for t in tags if t.category_id == category_id and bool(t.retired_at) == retired]


def remove_tag(context: AppContext, tag_id: int) -> None:
    """Delete a tag that nothing was ever decided on."""
    from core.library.edits.edits import RemoveTag

    edit_runner.apply(context, RemoveTag(tag_id))


def remove_category(context: AppContext, category_id: int) -> None:
    """Delete a category with its tags, if nothing was ever decided on any of them."""
    from core.library.edits.edits import RemoveCategory, RemoveTag

    codebook = context.library.codebook
    tags = codebook.tags(include_retired=True)
    edits: list[Edit] = [RemoveTag(tag.id) for tag in tags if tag.category_id == category_id]
    label = message("edit.remove_category", name=codebook.category(category_id).name)
    edit_runner.apply(context, *edits, RemoveCategory(category_id), label=label)


def rename_tag(context: AppContext, tag_id: int, name: str) -> None:
    """Give a tag another name."""
    from core.library.edits.edits import RenameTag

    edit_runner.apply(context, RenameTag(tag_id, name))


def set_tag_look(
    context: AppContext, tag_id: int, *, key: str | None = None, colour: str | None = None
) -> None:
    """Give a tag another key or colour; None leaves it as it is."""
    from core.library.edits.edits import SetTagLook

    edit_runner.apply(context, SetTagLook(tag_id, key, colour))


def set_category(
    context: AppContext,
    category_id: int,
    *,
    name: str | None = None,
    key: str | None = None,
    colour: str | None = None,
) -> None:
    """Give a category another name, key or colour; None leaves it as it is."""
    from core.library.edits.edits import SetCategory

    edit_runner.apply(context, SetCategory(category_id, name, key, colour))


def move_tag(context: AppContext, tag_id: int, category_id: int, before_id: int) -> None:
    """Put a tag before another one of a category; 0: at its end."""
    from core.library.edits.edits import MoveTag

    tags = context.library.codebook.tags(include_retired=True)
    ids = [tag.id for tag in tags if tag.category_id == category_id and tag.id != tag_id]
    position = ids.index(before_id) if before_id in ids else None
    edit_runner.apply(context, MoveTag(tag_id, category_id, position))


def move_category(context: AppContext, category_id: int, before_id: int) -> None:
    """Put a category before another one; 0: at the end."""
    from core.library.edits.edits import MoveCategory

    categories = context.library.codebook.categories()
    ids = [category.id for category in categories if category.id != category_id]
    position = ids.index(before_id) if before_id in ids else len(ids)
    edit_runner.apply(context, MoveCategory(category_id, position))


# -- words of templates and files -------------------------------------------------------------


def templates(*, with_none: bool = False) -> dict[str, CodebookWords]:
    """Read the templates by name, in order. with_none: also the one without any word."""
    from core.library.codebook.codebook_file import (
        NO_WORDS,
        TEMPLATES,
        read_codebook,
        template_file,
    )

    names = (*TEMPLATES, NO_WORDS) if with_none else TEMPLATES
    return {name: read_codebook(template_file(name)) for name in names}


def read_words(context: AppContext, path: Path) -> CodebookWords | None:
    """Read a codebook file; None, and a message, if it is none."""
    from core.library.codebook.codebook_file import read_codebook

    try:
        return read_codebook(path)
    except RhythmCapError as error:
        context.show_error(error)
        return None


def word_status(context: AppContext, name: str) -> WordStatus:
    """Return whether a word is new to the open library."""
    from core.library.codebook.new_words import word_status as status

    return status(context.library.codebook, name)


def add_words(context: AppContext, book: CodebookWords, ticked: tuple[CategoryWords, ...]) -> None:
    """Add the ticked words of a template or a file, with its examples and rules of words here."""
    from core.library.edits.edits import AddExamples, AddWords

    examples = AddExamples(book.name, book.examples, book.rules)
    edit_runner.apply(context, AddWords(book.name, ticked), examples)


def replace_words(context: AppContext, words: CodebookWords) -> None:
    """Put words in place of all there are, none of which was ever used."""
    from core.library.edits.edits import AddExamples, AddWords, ClearCodebook

    add = AddWords(words.name, words.categories)
    examples = AddExamples(words.name, words.examples, words.rules)
    label = message("edit.new_codebook", name=words.name)
    edit_runner.apply(context, ClearCodebook(), add, examples, label=label)


def export_words(context: AppContext, path: Path) -> None:
    """Write the codebook to a file."""
    from core.exchange.codebook_json import write_codebook

    try:
        n_words = write_codebook(context.library, path)
    except RhythmCapError as error:
        context.show_error(error)
        return
    text = QCoreApplication.translate("edits", "{n:# tag|# tags} written to {path}")
    context.session.notify(counted(text, n=n_words, path=path), "good")
