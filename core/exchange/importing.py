"""Doing what a plan of an import says: edits for one transaction and one undo.

The edits are made one by one while they are done, because new tags have no number before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.errors import UnusableName
from core.exchange.import_plan import new_notes, new_sides, preview_targets, resolve
from core.exchange.import_records import ImportPlan, WordUse
from core.library.codebook.codebook_records import CategoryWords, TagWords
from core.library.edits.bulk_edits import WriteNotes
from core.library.edits.codebook_edits import AddWords
from core.library.edits.edit_context import Edit
from core.library.edits.import_edits import ROWS_PER_SLICE, ImportedRow, ImportRows
from core.library.edits.split_edits import StoreSplit
from core.library.edits.tag_edits import AddAlias
from core.library.records import Changes
from core.library.store import Library, SlicedWork
from core.library.text import clean_name, name_key
from core.messages import message


def import_in_slices(library: Library, plan: ImportPlan) -> SlicedWork[Changes]:
    """Do a plan as one transaction and one undo; yields how many edits are done, of n_slices().

    Raises LibraryError, and then nothing was changed.
    """
    label = message("edit.import", name=plan.name)
    return library.do_in_slices(_edits(library, plan), label)


def n_slices(plan: ImportPlan) -> int:
    """Return about how many edits a plan takes, for progress."""
    counts = plan.counts
    n_rows = counts.n_new + counts.n_changed + counts.n_same
    return 2 + (n_rows + counts.n_sides) // ROWS_PER_SLICE + counts.n_notes


def _edits(library: Library, plan: ImportPlan) -> Iterator[Edit]:
    if categories := _new_words(plan):
        yield AddWords(plan.name, categories)
    for word in range(len(plan.file.words)):
        choice = plan.choice_of(word)
        if choice.use is WordUse.ALIAS:
            yield AddAlias(choice.tag_id, plan.file.words[word].name)
    targets = preview_targets(library, plan)  # the new tags are there now
    waiting = list[ImportedRow]()
    for rows in resolve(plan, targets):
        waiting += rows.rows
        while len(waiting) >= ROWS_PER_SLICE:
            rows_now = tuple(waiting[:ROWS_PER_SLICE])
            yield ImportRows(rows_now, plan.name, plan.choices.on_conflict)
            del waiting[:ROWS_PER_SLICE]
    if waiting:
        yield ImportRows(tuple(waiting), plan.name, plan.choices.on_conflict)
    for song_id, text in new_notes(library, plan):
        yield WriteNotes((song_id,), text, added=True)
    yield from _sides(library, plan)


def _new_words(plan: ImportPlan) -> tuple[CategoryWords, ...]:
    """Return the tags to make; of several words that become one, all are names of it."""
    own = {name_key(word.name) for word in plan.file.words}
    made: dict[str, tuple[str, TagWords]] = {}
    for number, word in enumerate(plan.file.words):
        choice = plan.choice_of(number)
        if choice.use is not WordUse.NEW:
            continue
        key = name_key(choice.name)
        category, tag = made.get(key, (choice.category, TagWords(choice.name)))
        spelling = _other_spelling(word.name) if key in own - {name_key(word.name)} else ()
        names = dict.fromkeys((*tag.aliases, *spelling, *word.aliases))
        tag = replace(tag, definition=tag.definition or word.definition, aliases=tuple(names))
        made[key] = category, tag
    tags: dict[str, list[TagWords]] = {}
    for category, tag in made.values():
        tags.setdefault(category, []).append(tag)
    return tuple(CategoryWords(name, tags=tuple(words)) for name, words in tags.items())


def _other_spelling(name: str) -> tuple[str, ...]:
    """Return a word as another name of the tag that is named after a word like it."""
    try:
        return (clean_name(name, "tag"),)
    except UnusableName:  # the word was given to a tag by hand
        return ()


def _sides(library: Library, plan: ImportPlan) -> Iterator[Edit]:
    """Keep a data set's published split, some hundred songs at a time."""
    sides = new_sides(library, plan)
    ids = list(sides)
    for first in range(0, len(ids), ROWS_PER_SLICE):
        songs = [row.song for row in library.songs.rows(ids[first : first + ROWS_PER_SLICE])]
        yield StoreSplit(plan.file.split, {song.audio_hash: sides[song.id] for song in songs})
