"""A colleague's side: the songs of a request among her own files, a library for it, her answer.

The library is one of its own, beside the request: it has only the request's words, with the
meaning the request gives them, and only its songs; her own library, its words and its undo stay as
they are, and the answer can hold nothing that was not requested.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.colleague.records import ANSWER_SUFFIX, ColleagueAnswer, ColleagueRequest
from core.exchange.colleague.songs import match_songs
from core.exchange.label_records import LabelledDecision, LabelledSong
from core.exchange.song_matching import MatchedBy
from core.jobs import SILENT, JobContext
from core.library.edits.codebook_edits import AddWords
from core.library.edits.import_edits import ImportedRow, ImportRows
from core.library.store import Library
from core.library.text import utc_now
from core.temporary_folders import temporary_folder

LIBRARY_SUFFIX = ".db"


@dataclass(frozen=True, slots=True)
class RequestProgress:
    """How far a request is: songs found of all, decisions on its tags of all that are asked for.

    missing: the songs not found. likely: those found by their likeness alone, to be checked.
    """

    n_songs: int
    n_found: int
    n_decided: int
    n_cells: int
    missing: tuple[LabelledSong, ...] = ()
    likely: tuple[tuple[LabelledSong, int], ...] = ()


def library_of(request_file: Path) -> Path:
    """Return where the library of a request lies: beside it, under its name."""
    return request_file.with_suffix(LIBRARY_SUFFIX)


def answer_file_of(request_file: Path) -> Path:
    """Return where an answer is written if nobody says otherwise."""
    return request_file.with_suffix(ANSWER_SUFFIX)


def create_library(path: Path, request: ColleagueRequest, annotator: str = "") -> None:
    """Make the library of a request, with its words only; one that is there stays.

    Raises LibraryError, ExchangeError where the name is the asker's.
    """
    ensure_other_name(request, annotator)
    if path.exists():
        return
    with temporary_folder("answer") as folder:
        codebook = folder / "codebook.json"
        codebook.write_text(json.dumps(request.content), encoding="utf-8")
        Library.open(path, annotator=annotator, codebook=codebook).close()


def ensure_other_name(request: ColleagueRequest, annotator: str) -> None:
    """Raise ExchangeError where the one who answers has the name of the one who has requested."""
    if request.is_asker(annotator):
        raise ExchangeError("colleague.same_name", name=annotator)


def add_missing_words(library: Library, request: ColleagueRequest, name: str) -> None:
    """Add the request's words that a library lacks, as one undo. name: of the request's file."""
    if any(library.codebook.find(tag) is None for tag in request.tags):
        library.do(AddWords(name, request.words.categories))


def add_decisions_of(library: Library, request: ColleagueRequest, name: str) -> int:
    """Store the asker's decisions of a request that is not blind; return how many there are.

    They are shown beside the colleague's own, once she has decided.
    """
    matches = match_songs(library, request.songs)
    tag_ids = _tag_ids(library, request.tags)
    rows = tuple(
        ImportedRow(
            matches[decision.song].song_id, tag_ids[decision.word], request.annotator,
            decision.state, decision.intensity, created_at=decision.created_at,
        )
        for decision in request.decisions
        if matches[decision.song].song_id and decision.word in tag_ids
    )  # fmt: skip
    if rows and request.annotator:
        library.do(ImportRows(rows, name))
    return len(rows)


def progress_of(library: Library, request: ColleagueRequest) -> RequestProgress:
    """Say how much of a request is found and decided."""
    matches = match_songs(library, request.songs)
    tag_ids = set(_tag_ids(library, request.tags).values())
    found = [match.song_id for match in matches if match.song_id]
    decided = library.annotations.on_songs(found)
    n_decided = sum(
        decision.tag_id in tag_ids and decision.start_s is None
        for decisions in decided.values()
        for decision in decisions
    )
    pairs = list(zip(request.songs, matches, strict=True))
    return RequestProgress(
        n_songs=len(request.songs),
        n_found=len(found),
        n_decided=n_decided,
        n_cells=len(found) * len(request.tags),
        missing=tuple(song for song, match in pairs if not match.song_id),
        likely=tuple(
            (song, match.song_id) for song, match in pairs if match.by is MatchedBy.LIKENESS
        ),
    )


def make_answer(
    library: Library, request: ColleagueRequest, job: JobContext = SILENT
) -> ColleagueAnswer:
    """Gather what the library's annotator decided on a request's songs and tags.

    Songs keep the numbers by which the asker knows them. Raises ExchangeError without a name, with
    the asker's, or with nothing decided; Cancelled.
    """
    annotator = library.annotators.current.name
    if not annotator:
        raise ExchangeError("colleague.no_name")
    ensure_other_name(request, annotator)
    matches = match_songs(library, request.songs, job)
    numbers = {tag_id: number for number, tag_id in _tag_ids(library, request.tags).items()}
    decided = library.annotations.on_songs([m.song_id for m in matches if m.song_id])
    found = [(song, m.song_id) for song, m in zip(request.songs, matches, strict=True) if m.song_id]
    decisions, n_visible = list[LabelledDecision](), 0
    for index, (_, song_id) in enumerate(found):
        for decision in decided.get(song_id, ()):
            if decision.tag_id in numbers:
                n_visible += decision.guess_visible
                decisions.append(
                    LabelledDecision(
                        index, numbers[decision.tag_id], decision.state, decision.intensity,
                        decision.start_s, decision.end_s, created_at=decision.created_at,
                        note=decision.note,
                    )
                )  # fmt: skip
    if not decisions:
        raise ExchangeError("colleague.nothing_decided")
    return ColleagueAnswer(
        request.id, annotator, tuple(song for song, _ in found), request.words, request.content,
        tuple(decisions), request.blind, n_visible, utc_now(),
    )  # fmt: skip


def _tag_ids(library: Library, names: Sequence[str]) -> dict[int, int]:
    """Map the numbers of a request's tags to a library's tags."""
    found = {number: library.codebook.find(name) for number, name in enumerate(names)}
    return {number: tag.id for number, tag in found.items() if tag is not None}
