"""Queues that the library keeps: whole songs, or one word over all songs. Drawn, kept, resumed.

Choosing whole songs is a job beside the window; what was chosen is kept in the library, so that it
goes on where it was after the program has ended, however it did.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import LibraryError
from core.library.queue_records import QueueKind as KeptKind
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.review.queue_reader import QueueReader
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
    """Choose whole songs to judge next, beside the window; done(Proposal). Returns the job's id."""
    request, reader = request_of(context), QueueReader.of(context)

    def work(job: Running) -> Proposal:
        from core.sampling.library_queue import songs_queue

        with reader.open() as library:
            return songs_queue(library, request, reader.index(library, job))

    return context.runner.start(Lane.INDEX, _tr("Choose what to judge next"), work, listeners)


def request_of(context: AppContext) -> QueueRequest:
    """Return what queue the settings ask for, with a seed of its own."""
    from core.sampling.library_queue import QueueRequest, again_until

    settings = context.session.settings
    return QueueRequest(
        secrets.randbelow(MAX_SEED),
        random_share=settings.random_share,
        blind=settings.queue_blind,
        again_until=again_until(settings.again_days),
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
            kept = library.queues.replace_open(new, items)
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
    if not _is_used(context, kept) or all(item.answered for item in items):
        library.queues.close(kept.id)
        return None
    return _questions(context, kept, items)


def read_again(context: AppContext, queue: SongQueue) -> SongQueue | None:
    """Return a kept queue with the songs and the word that it has now.

    None where its word is retired or gone, or all its songs are, and for another annotator.
    """
    if queue.kept_id is None:
        return queue
    kept = context.library.queues.current()
    if kept is None or kept.id != queue.kept_id or not _is_used(context, kept):
        return None
    items = context.library.queues.items(kept.id)
    if not items:
        return None
    now = _questions(context, kept, items)
    questions = queue.questions if now.questions == queue.questions else now.questions
    return replace(now, questions=questions, order=queue.order, is_blind=queue.is_blind)


def can_go_on(context: AppContext) -> bool:
    """Tell whether the annotator has an open queue whose word is in use."""
    kept = context.library.queues.current()
    return kept is not None and _is_used(context, kept)


def _is_used(context: AppContext, kept: Queue) -> bool:
    return kept.tag_id is None or kept.tag_id in {tag.id for tag in context.library.codebook.tags()}


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
    order = _order_of(context, tag_id, items) if kind is QueueKind.WORD else None
    return SongQueue(
        kind, questions, name, index, order, skipped=skipped, is_blind=queue.blind,
        kept_id=None if kept is None else kept.id,
    )  # fmt: skip


def _order_of(context: AppContext, tag_id: int, items: Sequence[QueueItem]) -> WordOrder | None:
    """Tell in which order a word is asked about; None where no score orders its songs."""
    from core.sampling.rerank import drawn_order

    session = context.session
    if tag_id not in session.model_tags or session.settings.blind:
        return None
    return drawn_order(items, WordOrder(session.settings.word_order))


def follow(context: AppContext, call: Callable[[], None]) -> None:
    """Write where one is; a library that cannot be written just now loses no decision by it."""
    try:
        call()
    except LibraryError as error:
        context.show_error(error)


def _tr(text: str) -> str:
    return QCoreApplication.translate("kept_queues", text)
