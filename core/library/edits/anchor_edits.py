"""Edits of the sounding examples of the codebook's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.durations import clock_text
from core.errors import LibraryError
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.records import State
from core.library.review_records import Anchor
from core.library.text import utc_now
from core.messages import message


@dataclass(frozen=True, slots=True)
class AddAnchor:
    """A part of a song is an example of a tag (yes), or of what it is not (no); in seconds.

    start_s and end_s None: the whole song. Raises LibraryError for a part that is none.
    """

    song_id: int
    tag_id: int
    state: State
    start_s: float | None = None
    end_s: float | None = None
    note: str = ""

    def title(self, library: EditContext) -> str:
        return message("edit.new_example", name=library.codebook.tag(self.tag_id).name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        library.codebook.tag(self.tag_id)
        _check(library, self.song_id, self.state, self.start_s, self.end_s)
        ledger.insert(
            "anchors",
            tag_id=self.tag_id,
            song_id=self.song_id,
            state=self.state.value,
            start_s=self.start_s,
            end_s=self.end_s,
            note=self.note,
            annotator_id=library.annotators.current.id,
            created_at=utc_now(),
        )


@dataclass(frozen=True, slots=True)
class ChangeAnchor:
    """Another part, answer or note of an example; None leaves it. A start needs its end."""

    anchor_id: int
    state: State | None = None
    start_s: float | None = None
    end_s: float | None = None
    note: str | None = None

    def title(self, library: EditContext) -> str:
        return message("edit.change_example", name=_name(library, self.anchor_id))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        known = _known(library, self.anchor_id)
        new: dict[str, Any] = {}
        if self.state is not None:
            new["state"] = self.state.value
        if self.note is not None:
            new["note"] = self.note
        if self.start_s is not None or self.end_s is not None:
            new |= {"start_s": self.start_s, "end_s": self.end_s}
        span = (new.get("start_s", known.start_s), new.get("end_s", known.end_s))
        _check(library, known.song_id, self.state or known.state, *span)
        ledger.update("anchors", known.id, **new)


@dataclass(frozen=True, slots=True)
class RemoveAnchor:
    """A part of a song is an example no more."""

    anchor_id: int

    def title(self, library: EditContext) -> str:
        return message("edit.remove_example", name=_name(library, self.anchor_id))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        ledger.delete("anchors", _known(library, self.anchor_id).id)


def _check(
    library: EditContext, song_id: int, state: State, start_s: float | None, end_s: float | None
) -> None:
    song = library.songs.get(song_id)
    if song is None:
        raise stale_edit_error(library.database)
    if state is State.UNSURE:
        raise LibraryError("anchor.yes_or_no")
    if start_s is None and end_s is None:
        return
    if start_s is None or end_s is None or not 0 <= start_s < end_s:
        raise LibraryError("annotation.part_backwards")
    if song.duration_s and start_s >= song.duration_s:
        length = clock_text(song.duration_s, hours=False)
        raise LibraryError("anchor.after_end", title=song.display_title, length=length)


def _known(library: EditContext, anchor_id: int) -> Anchor:
    known = library.anchors.get(anchor_id)
    if known is None:
        raise stale_edit_error(library.database)
    return known


def _name(library: EditContext, anchor_id: int) -> str:
    known = library.anchors.get(anchor_id)
    return library.codebook.tag(known.tag_id).name if known else ""
