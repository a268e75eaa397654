"""A decision just made that the model is sure is wrong: three ways to disagree, or none.

Only where the model's scores are calibrated on this library's decisions, and may be seen. Of a tag
that is learned live it is the score from before the decision; where the tag was decided before, one
that did not learn from the song's artist, as the score on screen has learned that first answer. The
question goes with the next decision and the next song; unanswered ones stay in the list of what
the model contradicts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from core.metrics.disagreement import CONFIDENT
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.question_queue import Answer, Question

if TYPE_CHECKING:
    from core.library.edits.edits import Edit
    from core.library.records import Changes, ModelRow, State


MIDDLE = 0.5  # a score below it speaks against a yes, one above it against a no


class Contradiction(QObject):
    """Follows the open song's decisions. changed(Question or None): what is asked now."""

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._states: dict[int, State] = {}
        self.question: Question | None = None
        context.asks_about_decision = lambda: self.question is not None
        session = context.session
        session.song_opened.connect(lambda _song: self._begin_anew())
        session.library_changed.connect(lambda _library: self._begin_anew())
        session.model_changed.connect(lambda _model: self._ask(None))
        session.blind_changed.connect(lambda _blind: self._ask(None))
        session.queue_changed.connect(lambda _queue: self._ask(None))
        session.selection_changed.connect(self._on_selection)
        session.changed.connect(self._on_changed)

    def answer(self, answer: Answer) -> bool:
        """Keep the decision, change it, or call the word unclear; False where nothing is asked."""
        question, session = self.question, self._context.session
        model = session.model
        if question is None or model is None:
            return False
        edits = self._edits(question, answer, model)
        self._ask(None)
        edit_runner.apply(self._context, *edits, label=edits[0].title(self._context.library))
        if answer is Answer.UNSURE:
            name = self._context.library.codebook.tag(question.tag_id).name
            text = _tr(
                "“{tag}” of this song is left out of learning until you settle it in the codebook."
            )
            session.notify(text.format(tag=name))
        return True

    def dismiss(self) -> None:
        """Ask no more about this decision now."""
        self._ask(None)

    # -- inside -------------------------------------------------------------------------------

    def _edits(self, question: Question, answer: Answer, model: ModelRow) -> list[Edit]:
        from core.library.edits.edits import Judge, SettleDisagreement
        from core.library.records import DecisionSource, State
        from core.library.review_records import Verdict

        verdicts = {Answer.FIRST: Verdict.WRONG, Answer.SECOND: Verdict.RIGHT}
        facts = (question.song_id, question.tag_id, model.id, question.score or 0.0)
        settled = SettleDisagreement(*facts, verdicts.get(answer, Verdict.UNCLEAR))
        if answer is not Answer.SECOND:
            return [settled]
        other = State.NO if question.state is State.YES else State.YES
        made = tagging.decision_context_of(self._context, question.tag_id, DecisionSource.EAR)
        return [Judge(question.song_id, question.tag_id, other, made), settled]

    def _begin_anew(self) -> None:
        self._states = self._read_states()
        self._ask(None)

    def _read_states(self) -> dict[int, State]:
        states = self._context.session.states()
        return {tag_id: decision.state for tag_id, decision in states.items()}

    def _on_selection(self, _song_ids: tuple[int, ...]) -> None:
        if self._context.session.bulk:
            self._ask(None)

    def _on_changed(self, changes: Changes) -> None:
        """Look at the one decision that was made; of several at once nothing is asked."""
        song = self._context.session.song
        if song is None or (song.id not in changes.songs and not changes.codebook):
            return
        before, self._states = self._states, self._read_states()
        decided = [
            tag_id for tag_id, state in self._states.items() if before.get(tag_id) is not state
        ]
        taken_back = self.question is not None and self.question.tag_id not in self._states
        if len(decided) == 1:
            self._ask(self._question(song.id, decided[0]))
        elif decided or taken_back:
            self._ask(None)

    def _question(self, song_id: int, tag_id: int) -> Question | None:
        session, library = self._context.session, self._context.library
        model, decision = session.model, session.states()[tag_id]
        if model is None or library.read_only or session.bulk or session.queue is not None:
            return None
        is_known = model.measured_here or self._is_live(model, tag_id)
        if not (session.guesses_visible and is_known and _is_by_ear(decision.source)):
            return None
        found = library.search.disagreements_of(song_id, {tag_id: decision.state}, model)
        if not found or not self._is_likely(model, song_id, tag_id, found[0].score):
            return None
        one = found[0]
        return Question(song_id, tag_id, one.state, one.score, source=one.source)

    def _is_live(self, model: ModelRow, tag_id: int) -> bool:
        live = self._context.library.predictions.live_of(model.id)
        return live is not None and live.has(tag_id)

    def _is_likely(self, model: ModelRow, song_id: int, tag_id: int, score: float) -> bool:
        """Whether tested songs that scored alike bear out the score.

        Where they are too few, a model that learned here is believed, as its scores are calibrated;
        of a tag that is learned live, nothing is asked.
        """
        library = self._context.library
        if self._is_live(model, tag_id):
            found = library.search.live_frequency(song_id, tag_id, score, model)
            return found is not None and _bears_out(found, score)
        name = library.codebook.tag(tag_id).name
        metrics = (model.metrics.get("per_tag") or {}).get(name) or {}
        found = self._context.session.observed_frequency(metrics, score)
        if found is None:
            return model.learned_here
        return _bears_out(found, score)

    def _ask(self, question: Question | None) -> None:
        if question != self.question:
            self.question = question
            self.changed.emit(question)


def _bears_out(frequency: float, score: float) -> bool:
    return frequency <= 1.0 - CONFIDENT if score < MIDDLE else frequency >= CONFIDENT


def _is_by_ear(source: object) -> bool:
    from core.library.records import ONE_BY_ONE

    return source in ONE_BY_ONE


def _tr(text: str) -> str:
    return QCoreApplication.translate("contradiction", text)
