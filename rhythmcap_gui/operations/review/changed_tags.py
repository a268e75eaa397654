"""What a new model says otherwise than a former one: compared beside the window, decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.library.fact_records import DecisionFacts, PriorScore
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.operations.review import questions

if TYPE_CHECKING:
    from core.evaluation.changed_records import ChangedTag, ChangedTags
    from core.library.records import DecisionContext, State


def compare(context: AppContext, former_id: int | None, listeners: Listeners) -> int:
    """Compare the model in use with a former one; done(ChangedTags), or a text why that cannot be.

    Return the job's id; 0 where there is nothing to compare.
    """
    found = questions.former_model(context, former_id)
    if isinstance(found, tuple):
        listeners.done(" ".join(found))
        return 0
    before, now, reader = found.id, context.session.model.id, LibraryReader.of(context)

    def work(_job: Running) -> ChangedTags | str:
        from core.evaluation.changed_songs import changed_tags

        with reader.open() as library:
            rows = library.models.get(before), library.models.get(now)
            return changed_tags(library, *rows) if all(rows) else ""

    title = QCoreApplication.translate("changed", "Compare with the former model")
    return context.runner.start(Lane.EXPORT, title, work, listeners)


def decide(context: AppContext, one: ChangedTag, state: State) -> None:
    """Judge a tag that a song gained or lost, whichever song is open."""
    from core.library.edits.edits import Judge

    judged = Judge(one.flip.song_id, one.flip.tag_id, state, _circumstances(context, one))
    edit_runner.apply(context, judged, label=judged.title(context.library))


def _circumstances(context: AppContext, one: ChangedTag) -> DecisionContext:
    """Return what is kept beside it: the list shows what the model says."""
    from core.library.records import DecisionContext

    session = context.session
    model_id = None if session.model is None else session.model.id
    is_open = session.song is not None and session.song.id == one.flip.song_id
    listened = context.listened() if is_open else None
    facts = DecisionFacts(PriorScore(one.flip.now, model_id=model_id), listened)
    return DecisionContext(guess_visible=True, model_id=model_id, facts=facts)
