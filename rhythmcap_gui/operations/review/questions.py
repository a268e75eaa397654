"""The questions of a queue: decisions in dispute, what a new model says otherwise, one word.

Where there is none, the queue says why and what next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.errors import QueryError
from rhythmcap_gui import key_names
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.review import kept_queues
from rhythmcap_gui.question_queue import Question, QueueKind, SongQueue, WordOrder

if TYPE_CHECKING:
    from core.library.records import ModelRow

MAX_QUESTIONS = 500  # of one queue: the strongest, or the first ones


def disputes(context: AppContext) -> SongQueue:
    """Ask about every decision that the model contradicts, the strongest contradiction first."""
    queue = SongQueue(QueueKind.DISPUTES)
    session, library = context.session, context.library
    if session.model is None:
        return replace(queue, message=_tr("No model is in use."), remedy=_choose_model())
    queue = replace(queue, name=session.model.name)
    if session.blind:
        return _blind(queue)
    found = library.search.disagreements()
    missing = _missing(context)
    questions = tuple(
        Question(one.song_id, one.tag_id, one.state, one.score, source=one.source)
        for one in found
        if one.song_id not in missing
    )
    if questions:
        return _limited(queue, questions)
    return _no_dispute(context, queue)


def _no_dispute(context: AppContext, queue: SongQueue) -> SongQueue:
    library, model = context.library, context.session.model
    n_decisions = library.annotations.progress().n_decisions
    if not n_decisions:
        text = _tr("Nothing is judged yet: there is nothing the model could contradict.")
        return replace(queue, message=text, remedy=_tr("Judge some songs first."))
    if model is not None and not len(library.predictions.matrix(model.id)[0]):
        text = _tr("The model has not listened to your songs yet.")
        return replace(queue, message=text, remedy=_tr("Try again in a moment."))
    text = _tr("The model contradicts none of your decisions clearly.")
    remedy = _tr("It does where you said yes and it hears .20 or less, or no and .80 or more.")
    if n_kept := len(library.search.kept_decisions()):
        more = _tr(
            "You kept {n:# decision|# decisions} against it; {n:it does|they do} not come again."
        )
        remedy += " " + counted(more, n=n_kept)
    return replace(queue, message=text, remedy=remedy)


def flips(context: AppContext, former_id: int | None) -> SongQueue:
    """Ask about every word, not judged, of which the model says the contrary of a former one."""
    from core.evaluation.flips import changed_mind
    from core.library.records import State

    queue, session = SongQueue(QueueKind.FLIPS), context.session
    former = former_model(context, former_id)
    if session.model is not None:
        queue = replace(queue, name=session.model.name)
    if isinstance(former, tuple):
        return replace(queue, message=former[0], remedy=former[1])
    if session.blind:
        return _blind(queue)
    found = changed_mind(context.library, former, session.model)
    missing, states = _missing(context), {True: State.YES, False: State.NO}
    questions = tuple(
        Question(flip.song_id, flip.tag_id, states[flip.claims], flip.now, flip.before)
        for flip in found.flips
        if flip.song_id not in missing
    )
    remedy = _judged_flips(found.n_judged, found.n_agreeing)
    if questions:
        shown = questions[:MAX_QUESTIONS]
        return replace(queue, questions=shown, n_more=found.n_flips - len(shown), remedy=remedy)
    if context.runner.busy(Lane.LIBRARY):
        remedy = _tr("It is still listening to your songs: try again when it is through.")
    text = _tr("“{new}” changed its mind about no tag that you have not judged.")
    text = text.replace("{new}", session.model.name)
    return replace(queue, message=text, remedy=remedy)


def former_model(context: AppContext, former_id: int | None) -> ModelRow | tuple[str, str]:
    """Return the model that the one in use is compared with; else why there is none, and a remedy.

    former_id: see FlipOffers.former_id.
    """
    model = context.session.model
    if model is None:
        return _tr("No model is in use."), _choose_model()
    former = None if former_id is None else context.library.models.get(former_id)
    if former is None or former.id == model.id:
        text = _tr("“{model}” has no former model to be compared with.")
        remedy = _tr("Learn from your tags and use the new model: then it has one.")
        return text.format(model=model.name), remedy
    return former


def _judged_flips(n_judged: int, n_agreeing: int) -> str:
    if not n_judged:
        return ""
    text = _tr(
        "It also changed its mind about {n:# tag|# tags} that you have judged: in {agreeing} of"
        " them it agrees with you now."
    )
    return counted(text, n=n_judged, agreeing=n_agreeing)


def word(context: AppContext, tag_id: int, song_ids: Sequence[int] | None = None) -> SongQueue:
    """Ask about one word for songs not judged on it: of the search, or those selected.

    Where neither leaves a song out, the queue is kept, with songs drawn at random among the others.
    song_ids: these songs instead, in this order.
    """
    library, session = context.library, context.session
    name = library.codebook.tag(tag_id).name
    if song_ids is None and (kept := _of_all_songs(context, tag_id)) is not None:
        return kept
    queue = SongQueue(QueueKind.WORD, name=name)
    found = _songs(context) if song_ids is None else list(song_ids)
    judged = set(library.annotations.songs_judged_on([tag_id]))
    missing = _missing(context)
    open_ids = [song for song in found if song not in judged and song not in missing]
    if not open_ids:
        return replace(queue, **_no_song(found, judged, name))
    scores = _scores(context, tag_id)
    order = None
    if song_ids is None and scores and not session.blind:
        order = WordOrder(session.settings.word_order)
        open_ids = _ordered(open_ids, scores, order, _threshold(context, tag_id))
    questions = tuple(Question(song, tag_id, score=scores.get(song)) for song in open_ids)
    return _limited(replace(queue, order=order), questions)


def _of_all_songs(context: AppContext, tag_id: int) -> SongQueue | None:
    """Return a queue of the whole library, which is kept; None where it is of some songs."""
    session = context.session
    order = WordOrder(session.settings.word_order)
    if session.query.strip() or len(session.selection) > 1 or order is WordOrder.LIST:
        return None
    if session.settings.blind and order is WordOrder.SCORE:
        order = WordOrder.UNCERTAIN  # from the highest score down the place would tell it
    queue = kept_queues.word(context, tag_id, order)
    return queue if queue is None or queue.order is None else replace(queue, order=order)


def all_judged() -> SongQueue:
    """Say that no song is left to be chosen."""
    text = _tr("All songs whose files are there are judged.")
    return SongQueue(QueueKind.SONGS, message=text, remedy=_tr("Add songs, or judge one tag."))


def _no_song(found: Sequence[int], judged: set[int], name: str) -> dict[str, str]:
    """Say why no song is left to be judged on a word."""
    if not found:
        text = _tr("The search finds no song.")
        return {"message": text, "remedy": _tr("Search for other songs, or clear the search.")}
    if judged.issuperset(found):
        text = _tr("All songs of this search are judged on “{tag}”.").replace("{tag}", name)
        return {"message": text, "remedy": _tr("Search for other songs, or choose another tag.")}
    text = _tr("The files of all songs not judged on “{tag}” are missing.").replace("{tag}", name)
    return {"message": text, "remedy": _tr("Find them: File ▸ Find missing files….")}


def _songs(context: AppContext) -> list[int]:
    """The selected songs where there are several, else those of the search, as they are listed."""
    session, search = context.session, context.library.search
    if len(session.selection) > 1:
        return list(session.selection)
    try:
        return search.ids(session.query, context.order, context.descending).tolist()
    except QueryError:  # the table shows what it can make of it
        return search.ids("", "added").tolist()


def _missing(context: AppContext) -> set[int]:
    away = set(context.library.search.ids("missing").tolist())
    return away | set(context.session.missing_folders)


def _scores(context: AppContext, tag_id: int) -> dict[int, float]:
    """The model's scores for a word by song id; none where it does not know the word."""
    model = context.session.model
    if model is None or tag_id not in context.session.model_tags:
        return {}
    found = context.library.search.scores_by_tag(model)
    if tag_id not in found.tag_ids:
        return {}
    column = found.scores[:, found.tag_ids.index(tag_id)]
    return dict(zip(found.ids.tolist(), column.tolist(), strict=True))


def _threshold(context: AppContext, tag_id: int) -> float:
    from core.metrics.thresholds import NEVER, suggestion_threshold

    model, library = context.session.model, context.library
    own = library.evaluation.thresholds(model.id).get(tag_id)
    least = suggestion_threshold(model.metrics, library.codebook.tag(tag_id).name, own)
    return 0.5 if least >= NEVER else least


def _ordered(
    song_ids: list[int], scores: dict[int, float], order: WordOrder, threshold: float
) -> list[int]:
    """Order songs by their scores; those without one come last, as they were."""
    if order is WordOrder.LIST:
        return song_ids
    values = np.array([scores.get(song, np.nan) for song in song_ids])
    keys = -values if order is WordOrder.SCORE else np.abs(values - threshold)
    return [song_ids[index] for index in np.argsort(keys, kind="stable").tolist()]


def _limited(queue: SongQueue, questions: tuple[Question, ...]) -> SongQueue:
    n_more = max(0, len(questions) - MAX_QUESTIONS)
    return replace(queue, questions=questions[:MAX_QUESTIONS], n_more=n_more)


def _blind(queue: SongQueue) -> SongQueue:
    text = _tr("Blind mode is on: what the model hears is covered, and so is what it contradicts.")
    key = key_names.key_of("view.blind")
    remedy = _tr("{key} ends blind mode; then begin again.") if key else ""
    return replace(queue, message=text, remedy=remedy.format(key=key))


def _choose_model() -> str:
    return _tr("Choose one in the list of models: Model ▸ Models.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("questions", text)
