"""What processes do until they are killed: each reports what is done only after it is stored."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import mutagen  # noqa: F401  before the fork, as all that follows
import soundfile  # noqa: F401
import soxr  # noqa: F401
import sqlite_utils  # noqa: F401

from core.features.cache import FeatureCache
from core.library.edits.edits import Judge, SetNote
from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import DecisionContext, State
from core.library.scan.importer import store_scanned
from core.library.scan.scanning import Scanned
from core.library.store import Library
from core.sampling.rerank import fill_again, waiting_items
from tests.support.scan_in_process import scan_in_process

Report = Callable[[str], None]

N_SONGS = 30
STATES = list(State)


def decide(path: str, tag_id: str, first: str, report: Report) -> None:
    """Step n judges song n % 30 + 1 and writes n into the first song's note, as one group; every
    fifth step is undone and done again.
    """
    library = Library.open(Path(path))
    for n in range(int(first), 1_000_000):
        library.do(Judge(n % N_SONGS + 1, int(tag_id), STATES[n % 3]), SetNote(1, str(n)))
        if n % 5 == 0:
            library.undo()
            library.redo()
        report(str(n))


def answer_queue(path: str, tag_id: str, report: Report) -> None:
    """Answer a queue of one word for ever, with what stands beside a decision; begin it anew where
    it is at its end. Every seventh answer is undone and done again.
    """
    library, tag = Library.open(Path(path)), int(tag_id)
    facts = DecisionFacts(PriorScore(0.5, 3), ListenedBefore(((0.0, 1.0),), 1.0))
    reasons = (Reason.RANDOM, Reason.UNSURE, Reason.UNSURE)
    items = [NewItem(song, reasons[song % 3]) for song in range(1, N_SONGS + 1)]
    n = 0
    while True:
        queue = library.queues.current()
        if queue is None:
            library.do(*(Judge(song, tag, None) for song in range(1, N_SONGS + 1)))
            queue = library.queues.start(NewQueue(QueueKind.WORD, 1, 1.0, tag), items)
        for position in range(queue.position, N_SONGS):
            item = library.queues.items(queue.id)[position]
            library.queues.go_to(queue.id, item.position)
            library.do(Judge(item.song_id, tag, State.YES, DecisionContext(facts=facts)))
            if n % 7 == 0:
                library.undo()
                library.redo()
            n += 1
            report(f"{queue.id} {item.position}")
            turn_round(library, queue.id, item.position + 1)
        library.queues.close(queue.id)


def turn_round(library: Library, queue_id: int, after: int) -> None:
    """Rank what waits behind a position the other way round."""
    items = library.queues.items(queue_id)
    waiting = [NewItem(one.song_id, one.reason) for one in waiting_items(items, after)]
    library.queues.rank_again(queue_id, fill_again(items, waiting[::-1], after))


def import_folder(path: str, music: str, cache: str, report: Report) -> None:
    """Import a folder, storing each song as it comes."""
    library = Library.open(Path(path))

    def store(song: Scanned) -> None:
        result = store_scanned(library, [song])
        for song_id in (*result.added, *result.already):
            report(str(song_id))

    while True:
        scan_in_process([Path(music)], FeatureCache(Path(cache)), on_scanned=store)


def migrate(path: str, home: str, report: Report) -> None:
    """Open a library of an older version."""
    os.environ["RHYTHMCAP_HOME"] = home
    Library.open(Path(path)).close()
    report("open")
    while True:
        pass
