"""Doing what a plan of an import says: edits for one transaction and one undo.

The edits are made one by one while they are done, because new tags have no number before.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.exchange.import_plan import new_notes, preview_targets, resolve
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
    n_sides = len(plan.file.songs) if plan.file.split else 0
    return 2 + (n_rows + n_sides) // ROWS_PER_SLICE + counts.n_notes


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
    tags: dict[str, list[TagWords]] = {}
    for number, word in enumerate(plan.file.words):
        choice = plan.choice_of(number)
        if choice.use is WordUse.NEW:
            made = TagWords(choice.name, definition=word.definition, aliases=word.aliases)
            tags.setdefault(choice.category, []).append(made)
    return tuple(CategoryWords(name, tags=tuple(words)) for name, words in tags.items())


def _sides(library: Library, plan: ImportPlan) -> Iterator[Edit]:
    """Keep a data set's published split, some hundred songs at a time."""
    sides = {
        song_id: song.side
        for number, song in enumerate(plan.file.songs)
        if plan.file.split and song.side and (song_id := plan.song_id(number))
    }
    ids = list(sides)
    for first in range(0, len(ids), ROWS_PER_SLICE):
        songs = [row.song for row in library.songs.rows(ids[first : first + ROWS_PER_SLICE])]
        yield StoreSplit(plan.file.split, {song.audio_hash: sides[song.id] for song in songs})
