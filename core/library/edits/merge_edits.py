"""Edits that make one of two, or two of one: tags merged and split, categories merged.

Which answer counts where a song was judged on both is data (MergeAnswer), so that undo, journal
and window speak of the same choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.library.codebook.codebook_records import MergeAnswer
from core.library.codebook.rules import next_position
from core.library.edits.abx_edits import merge_tests
from core.library.edits.bulk_edits import SONGS_PER_SLICE
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.edits.row_changes import Values
from core.library.edits.rule_edits import merge_rules
from core.library.edits.search_edits import rename_in_searches
from core.library.edits.tag_edits import AddTag, add_alias, record_version, rows_of_tag
from core.library.records import DecisionSource, State
from core.library.search.query_renaming import Renaming
from core.library.text import choose_free_key, utc_now
from core.messages import message

# What goes where the decisions go.
OF_DECISIONS = ("anchors", "disputes", "repeats", "prequential", "listened_parts")


@dataclass(frozen=True, slots=True)
class MergeTags:
    """Two words were one: all decisions on tag_id move to into_id, with its names as aliases.

    answer: which one counts where both were judged, differently. A rest that is no gives way to
    what was judged word by word, whatever the answer.
    """

    tag_id: int
    into_id: int
    answer: MergeAnswer = MergeAnswer.INTO

    def title(self, library: EditContext) -> str:
        name, into = (library.codebook.tag(tag_id).name for tag_id in (self.tag_id, self.into_id))
        return message("edit.merge_tags", name=name, into=into)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag, into = (library.codebook.tag(tag_id) for tag_id in (self.tag_id, self.into_id))
        if tag.id == into.id:
            return
        MergeDecisions(library.tag_uses.songs_judged_on(tag.id), self).apply(library, ledger)
        for table in ("tag_aliases", "word_mappings", "queues", *OF_DECISIONS):
            rows = ledger.rows(table, rows_of_tag(library, table, tag.id))
            ledger.update_rows(table, {row_id: {"tag_id": into.id} for row_id in rows}, rows)
        merge_rules(library, ledger, tag.id, into.id)
        merge_tests(library, ledger, tag.id, into.id)
        ledger.delete("tags", tag.id)
        add_alias(ledger, into.id, tag.name)
        rename_in_searches(library, ledger, Renaming(tag.name, into.name))
        before = {"names": [tag.name, into.name], "definitions": [tag.definition, into.definition]}
        record_version(
            library, ledger, "merge", into.id, before, {"name": into.name, "merged": tag.id}
        )


@dataclass(frozen=True, slots=True, repr=False)
class MergeDecisions:
    """A slice of a merge of tags: the decisions on tag_id move to into_id, in these songs only."""

    song_ids: tuple[int, ...]
    merge: MergeTags

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        return f"MergeDecisions({len(self.song_ids)} songs, {self.merge!r})"

    def title(self, library: EditContext) -> str:
        return self.merge.title(library)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        into_id = self.merge.into_id
        rows = _decisions(library, ledger, self.merge.tag_id, self.song_ids)
        kept_rows = _decisions(library, ledger, into_id, self.song_ids)
        kept = {_slot(row): row for row in kept_rows.values()}
        moves = _Moves()
        for row_id, row in rows.items():
            other = kept.get(_slot(row))
            if other is None or _prevails(row, other, self.merge.answer):
                moves.changed[row_id] = {"tag_id": into_id}
                if other is not None:
                    moves.removed[other["id"]] = other
                continue
            moves.removed[row_id] = row
            if self.merge.answer is MergeAnswer.UNSURE and _disagree(row, other):
                moves.changed[other["id"]] = {
                    "state": State.UNSURE.value, "intensity": None, "updated_at": utc_now(),
                }  # fmt: skip
        ledger.delete_rows("annotations", moves.removed)
        ledger.update_rows("annotations", moves.changed, {**rows, **kept_rows})


def merge_slices(library: EditContext, merge: MergeTags) -> list[MergeDecisions | MergeTags]:
    """Split a merge into some hundred songs a slice, and at last what is not of a song."""
    is_real = merge.tag_id != merge.into_id
    songs = library.tag_uses.songs_judged_on(merge.tag_id) if is_real else ()
    starts = range(0, len(songs), SONGS_PER_SLICE)
    slices = [MergeDecisions(songs[first : first + SONGS_PER_SLICE], merge) for first in starts]
    return [*slices, merge]


@dataclass(frozen=True, slots=True, repr=False)
class SplitTag:
    """One word was two: the decisions on these songs move to a new tag of the same category."""

    tag_id: int
    name: str
    song_ids: tuple[int, ...]
    definition: str = ""

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        songs = f"{len(self.song_ids)} songs"
        return f"SplitTag(tag_id={self.tag_id}, {self.name!r}, {songs}, {self.definition!r})"

    def title(self, library: EditContext) -> str:
        return message("edit.split_tag", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        tag = library.codebook.tag(self.tag_id)
        AddTag(self.name, tag.category_id, definition=self.definition).apply(library, ledger)
        new_id = next(
            change.row_id for change in reversed(ledger.changes) if change.table == "tags"
        )
        rows = _decisions(library, ledger, tag.id, self.song_ids)
        ledger.update_rows("annotations", {row_id: {"tag_id": new_id} for row_id in rows}, rows)
        for table in OF_DECISIONS:
            rows = _rows_of_songs(library, ledger, table, tag.id, self.song_ids)
            ledger.update_rows(table, {row_id: {"tag_id": new_id} for row_id in rows}, rows)
        record_version(
            library, ledger, "split", tag.id, {"name": tag.name}, {"new": new_id, "name": self.name}
        )


@dataclass(frozen=True, slots=True)
class MergeCategories:
    """All tags of a category, retired ones too, go to the end of another; then it is removed.

    A tag whose key is taken there gets a free one.
    """

    category_id: int
    into_id: int

    def title(self, library: EditContext) -> str:
        ids = (self.category_id, self.into_id)
        name, into = (library.codebook.category(category_id).name for category_id in ids)
        return message("edit.merge_categories", name=name, into=into)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        category, into = (
            library.codebook.category(category_id)
            for category_id in (self.category_id, self.into_id)
        )
        if category == into:
            return
        tags = library.codebook.tags(include_retired=True)
        taken = {tag.key for tag in tags if tag.category_id == into.id and tag.retired_at is None}
        first = next_position(library.codebook, into.id)
        moved = [tag for tag in tags if tag.category_id == category.id]
        for position, tag in enumerate(moved, start=first):
            key = tag.key
            if tag.retired_at is None:
                key = choose_free_key(tag.name, taken) if key and key in taken else key
                taken.add(key)
            ledger.update("tags", tag.id, category_id=into.id, position=position, key=key)
        ledger.delete("categories", category.id)
        rename_in_searches(library, ledger, Renaming(category.name, into.name, is_category=True))


@dataclass(slots=True)
class _Moves:
    """What becomes of decisions: rows that go, and columns that change, by row id."""

    removed: dict[int, Values] = field(default_factory=dict)
    changed: dict[int, Values] = field(default_factory=dict)


def _decisions(
    library: EditContext, ledger: Ledger, tag_id: int, song_ids: Iterable[int]
) -> dict[int, Values]:
    """Return the decisions of all annotators on a tag of these songs and their parts, by id."""
    return _rows_of_songs(library, ledger, "annotations", tag_id, song_ids)


def _rows_of_songs(
    library: EditContext, ledger: Ledger, table: str, tag_id: int, song_ids: Iterable[int]
) -> dict[int, Values]:
    """Return the rows of a table on a tag of these songs, by id."""
    sql = (  # song by song: a common tag has far more decisions than song_ids
        f"SELECT {table}.id FROM json_each(?) AS given CROSS JOIN {table}"
        " ON song_id = given.value WHERE tag_id = ?"
    )
    songs = ",".join(str(int(song_id)) for song_id in song_ids)
    return ledger.rows(table, library.database.ids(sql, (f"[{songs}]", tag_id)).tolist())


def _slot(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what a decision is about, and whose it is."""
    return row["song_id"], row["annotator_id"], row["start_s"], row["end_s"]


def _disagree(row: Values, other: Values) -> bool:
    """Return whether two decisions differ; of two that were not judged alike, none does."""
    return row["state"] != other["state"] and _is_rest(row) == _is_rest(other)


def _prevails(row: Values, other: Values, answer: MergeAnswer) -> bool:
    """Return whether the decision on the tag that goes takes the place of the other one."""
    if _is_rest(row) != _is_rest(other):
        return _is_rest(other)
    if row["state"] == other["state"]:
        return False
    is_yes = row["state"] == State.YES
    return answer is MergeAnswer.FROM or (answer is MergeAnswer.YES and is_yes)


def _is_rest(row: Values) -> bool:
    return bool(row["source"] == DecisionSource.REST)
