"""The verb queue: choose which songs to judge next and why, keep them, list them.

A song to be heard again is listed as drawn at random until it is answered, and a blind queue shows
no score until then: so in the window.
"""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.cli.agreement import tag_ids
from core.cli.context import load_model, open_library, rehearsed
from core.cli.similar import song_index
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.errors import ModelError, SimilarityError, UsageError
from core.exchange.files.output import output_file
from core.exchange.tables.cell_records import csv_text
from core.library.queue_records import Queue, QueueItem, QueueKind, Reason
from core.library.records import Song
from core.library.store import Library
from core.paths import folders
from core.printable import path_text
from core.sampling.library_queue import (
    N_OF_WORD,
    N_SONGS,
    Proposal,
    QueueRequest,
    again_until,
    songs_queue,
    word_queue,
)
from core.sampling.sampling_records import WordOrder
from core.settings import settings_or_defaults
from core.similarity.similarity_records import Basis

if TYPE_CHECKING:
    from core.similarity.embedding_index import EmbeddingIndex

MAX_SEED = 2**31
HEADS = ("", "song", "artist", "title", "reason", "random", "score", "state")
CSV_HEADS = ("position", "song", "artist", "title", "path", "reason", "random", "score", "state")


def make(options: argparse.Namespace, terminal: Terminal) -> int:
    """Choose songs and keep them as the open queue; 1 where none is left to be chosen."""
    if options.tag is None and (options.strata or options.order != WordOrder.UNCERTAIN.value):
        raise UsageError("cli.order_of_a_tag")
    with open_library(options, terminal) as library, rehearsed(library, options):
        new, items = _propose(options, library, terminal)
        if not items:
            terminal.data({"queue": None, "songs": []})
            terminal.say("No song is left to be chosen.")
            return 1
        kept = library.queues.replace_open(new, items)
        return _print(options, library, kept, terminal)


def list_songs(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the open queue; 1 where none is open."""
    with open_library(options, terminal, allow_read_only=True) as library:
        kept = library.queues.current()
        if kept is None:
            terminal.data({"queue": None, "songs": []})
            terminal.say("No queue is open: rhythmcap queue make begins one.")
            return 1
        return _print(options, library, kept, terminal)


def _propose(options: argparse.Namespace, library: Library, terminal: Terminal) -> Proposal:
    settings, _problem = settings_or_defaults(folders().settings_file)
    share = settings.random_share if options.random is None else options.random
    seed = secrets.randbelow(MAX_SEED) if options.seed is None else options.seed
    request = QueueRequest(
        seed, options.songs or N_SONGS, share, options.blind, again_until(settings.again_days)
    )
    if options.tag is None:
        return songs_queue(library, request, _index(library, terminal))
    [tag_id] = tag_ids(library, [options.tag]) or [0]
    order = WordOrder.STRATA if options.strata else WordOrder(options.order)
    request = replace(request, n_songs=options.songs or N_OF_WORD)
    new, items = word_queue(library, tag_id, request, order)
    if options.strata and items and items[0].reason is not Reason.STRATUM:
        terminal.say("No score tells tenths of this tag: the songs are drawn at random.")
    return new, items


def _index(library: Library, terminal: Terminal) -> EmbeddingIndex | None:
    """Return where songs sound alike by the model in use; None where that is not known."""
    row = library.models.active()
    if row is None:
        return None
    from core.models.probe_form import probe_form

    with suppress(ModelError, SimilarityError):
        return song_index(library, probe_form(load_model(row, terminal)), Basis.MODEL, terminal)
    return None


def _print(options: argparse.Namespace, library: Library, kept: Queue, terminal: Terminal) -> int:
    items = library.queues.items(kept.id)
    songs = {row.song.id: row.song for row in library.songs.rows([one.song_id for one in items])}
    found = [_answer(kept, item, songs[item.song_id]) for item in items if item.song_id in songs]
    tag = None if kept.tag_id is None else library.codebook.tag(kept.tag_id).name
    terminal.data({"queue": _queue_json(kept, tag), "songs": found}, _lines(found))
    n_random = sum(one["random"] for one in found)
    about = "whole songs" if tag is None else tag
    terminal.say(
        f"{about}: {counted(len(found), 'song')}, {n_random} drawn at random (seed {kept.seed});"
        " only these tell how common a tag is."
    )
    if options.csv is not None:
        rows: list[Sequence[object]] = [CSV_HEADS]
        rows += [["" if one[head] is None else one[head] for head in CSV_HEADS] for one in found]
        with output_file(options.csv) as draft:
            draft.write_text(csv_text(rows), encoding="utf-8", newline="")
        terminal.say(f"written: {path_text(options.csv.absolute())}")
    return 0


def _queue_json(kept: Queue, tag: str | None) -> dict[str, Any]:
    return {
        "kind": "songs" if kept.kind is QueueKind.SONGS else "tag",
        "tag": tag,
        "seed": kept.seed,
        "random_share": kept.random_share,
        "blind": kept.blind,
        "position": kept.position + 1,
        "created_at": kept.created_at,
    }


def _answer(kept: Queue, item: QueueItem, song: Song) -> dict[str, Any]:
    is_covered = item.reason is Reason.AGAIN and not item.answered
    reason = Reason.RANDOM if is_covered else item.reason
    shows_score = item.score is not None and (item.answered or not kept.blind)
    return {
        "position": item.position + 1,
        "song": song.id,
        "artist": song.artist,
        "title": song.title,
        "path": path_text(song.path),
        "reason": reason.value,
        "random": reason is Reason.RANDOM,
        "score": item.score if shows_score else None,
        "state": _state(item),
    }


def _state(item: QueueItem) -> str:
    if item.answered:
        return "answered"
    if item.skipped_at is not None:
        return "skipped"
    return "waiting" if item.shown_at is None else "shown"


def _lines(found: Sequence[dict[str, Any]]) -> list[str]:
    rows = [list(HEADS)]
    for one in found:
        score = "" if one["score"] is None else metric_text(one["score"])
        rows.append(
            [
                str(one["position"]), str(one["song"]), one["artist"], one["title"], one["reason"],
                "*" if one["random"] else "", score, one["state"],
            ]
        )  # fmt: skip
    return columns(rows, frozenset({0, 1}))
