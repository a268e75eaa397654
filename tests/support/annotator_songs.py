"""A library in which two annotators have decided on the same songs, and a third on some."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id

STATES = {"+": State.YES, "-": State.NO, "?": State.UNSURE}


def decide(library: Library, annotator: str, tag: str, signs: str) -> None:
    """Decide as an annotator on a tag of songs 1, 2, …: + yes, - no, ? unsure, . not judged."""
    former = library.annotators.current.name
    library.annotators.add(annotator)
    edits: Sequence[Judge] = [
        Judge(song_id, tag_id(library, tag), STATES[sign])
        for song_id, sign in enumerate(signs, start=1)
        if sign in STATES
    ]
    if edits:
        library.do(*edits)
    library.annotators.use(former)


def two_annotators(path: Path) -> Library:
    """Open a library of twenty songs: on kick Ann and Bo agree on 16, on piano on all but one.

    "Cyd" decided on kick of three songs only; nobody but Ann on female. Ann is the current one.
    """
    library = library_with(path, 20)
    library.annotators.use("Ann")
    decide(library, "Ann", "kick", "++++++++++----------")
    decide(library, "Bo", "kick", "+++++++++--------+++")
    decide(library, "Cyd", "kick", "+-+")
    decide(library, "Ann", "piano", "+-------------------")
    decide(library, "Bo", "piano", "+------------------?")
    decide(library, "Ann", "female", "+-")
    return library
