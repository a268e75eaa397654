"""Queues that the library keeps: whole songs, or one word over all songs. Drawn, kept, resumed.

Choosing whole songs is a job beside the window; what was chosen is kept in the library, so that it
goes on where it was after the program has ended, however it did.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import LibraryError
from core.library.queue_records import QueueKind as KeptKind
from core.paths import folders, library_digest
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.question_queue import (
    WHOLE_SONG,
    Question,
    QueueKind,
    SongQueue,
    WordOrder,
)

if TYPE_CHECKING:
    from core.library.queue_records import NewItem, NewQueue, Queue, QueueItem
    from core.sampling.library_queue import Proposal, QueueRequest

KINDS = {KeptKind.SONGS: QueueKind.SONGS, KeptKind.WORD: QueueKind.WORD}
MAX_SEED = 2**31


def choose_songs(context: AppContext, listeners: Listeners) -> int:
    """Choose whole songs to judge next, beside the window; done(Proposal). Returns the job's id.

    The job reads through a connection of its own: the open library belongs to the main thread.
    """
    from core.errors import ModelError, SimilarityError
    from core.model_store.registry import model_path

    session, library = context.session, context.library
    try:
        file = None if session.model is None else model_path(session.model)
    except ModelError:
        file = None  # it is gone: songs are drawn without it
    request, path, cache = request_of(context), library.path, session.cache
    folder = folders().similar / library_digest(path)
    annotator = session.settings.annotator

    def work(job: Running) -> Proposal:
        from core.evaluation.held_out import use_held_out_scores
        from core.library.store import Library
        from core.models.device import leave_one_core_free
        from core.sampling.library_queue import songs_queue
        from core.similarity.index_store import IndexStore
        from core.similarity.similarity_records import Basis

        with Library.open(path, read_only=True, annotator=annotator) as reading:
            use_held_out_scores(reading)
            index = None
            if file is not None and cache is not None:
                songs = dict(reading.songs.audio_hashes())
                with leave_one_core_free(), suppress(ModelError, SimilarityError):
                    model = context.models.get(file)
                    index = IndexStore(folder, cache).get(model, songs, Basis.MODEL, job)
            return songs_queue(reading, request, index)

    return context.runner.start(Lane.INDEX, _tr("Choose what to judge next"), work, listeners)


def request_of(context: AppContext) -> QueueRequest:
    """Return what queue the settings ask for, with a seed of its own."""
    from core.sampling.library_queue import QueueRequest

    settings = context.session.settings
    until = ""
    if settings.again_days:
        then = datetime.now(UTC) - timedelta(days=settings.again_days)
        until = then.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return QueueRequest(
        secrets.randbelow(MAX_SEED),
        random_share=settings.random_share,
        blind=settings.queue_blind,
        again_until=until,
    )


def word(context: AppContext, tag_id: int, order: WordOrder) -> SongQueue | None:
    """Choose songs of the whole library for a word, and keep them; None where there are none."""
    from core.sampling.library_queue import N_OF_WORD, word_queue

    request = replace(request_of(context), n_songs=N_OF_WORD)
    new, items = word_queue(context.library, tag_id, request, order)
    return keep(context, new, items) if items else None


def keep(context: AppContext, new: NewQueue, items: Sequence[NewItem]) -> SongQueue:
    """Keep a queue in the library, where it can be written, and return its questions."""
    from core.library.queue_records import QueueItem

    library = context.library
    if not library.read_only:
        try:
            for former in library.queues.all(open_only=True):
                library.queues.close(former.id)
            kept = library.queues.start(new, items)
            return _questions(context, kept, library.queues.items(kept.id))
        except LibraryError as error:
            context.show_error(error)
    read = [
        QueueItem(-1, position, item.song_id, item.reason, item.score, item.stratum, None, None,
                  False)
        for position, item in enumerate(items)
    ]  # fmt: skip
    return _questions(context, None, read, new)


def resume(context: AppContext) -> SongQueue | None:
    """Return the open library's queue where it was left, None where none is open.

    One whose questions are all answered, or whose word is retired, is closed.
    """
    library = context.session.library
    if library is None or library.read_only:
        return None
    kept = library.queues.current()
    if kept is None:
        return None
    items = library.queues.items(kept.id)
    is_used = kept.tag_id is None or kept.tag_id in {tag.id for tag in library.codebook.tags()}
    if not is_used or all(item.answered for item in items):
        library.queues.close(kept.id)
        return None
    return _questions(context, kept, items)


def _questions(
    context: AppContext,
    kept: Queue | None,
    items: Sequence[QueueItem],
    new: NewQueue | None = None,
) -> SongQueue:
    queue = kept or new
    assert queue is not None
    kind = KINDS[queue.kind]
    tag_id = WHOLE_SONG if queue.tag_id is None else queue.tag_id
    name = context.library.codebook.tag(tag_id).name if kind is QueueKind.WORD else ""
    questions = tuple(
        Question(item.song_id, tag_id, score=item.score, reason=item.reason, position=item.position)
        for item in items
    )
    position = 0 if kept is None else kept.position
    index = next((i for i, item in enumerate(items) if item.position >= position), len(items))
    skipped = frozenset(i for i, item in enumerate(items) if item.skipped_at is not None)
    return SongQueue(
        kind, questions, name, index, skipped=skipped, is_blind=queue.blind,
        kept_id=None if kept is None else kept.id,
    )  # fmt: skip


def follow(context: AppContext, call: Callable[[], None]) -> None:
    """Write where one is; a library that cannot be written just now loses no decision by it."""
    try:
        call()
    except LibraryError as error:
        context.show_error(error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("kept_queues", text)
