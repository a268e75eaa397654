"""Offers to go through what a new model says otherwise, once it has listened to all songs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from rhythmcap_gui import key_names
from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.review import questions
from rhythmcap_gui.view_data import LearnState


class FlipOffers(QObject):
    """Remembers which model each learned one took the place of, while the program runs."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._former: dict[int, int] = {}  # model id -> the one it was compared with as it learned
        self._expected: int | None = None  # the model whose flips are to be offered
        self._soon = QTimer(self, singleShot=True, timeout=self._offer_unless_listening)
        context.session.library_changed.connect(lambda _library: self._forget())
        context.runner.ended.connect(self._on_job)

    def follow_learning(self, state: LearnState) -> None:
        """Offer what changed the new model's mind, once it is used and has listened to all."""
        model = self._context.session.model
        if not (state.decided and state.new and state.old) or model is None:
            return
        if model.id == state.new.id and model.id not in self._former:
            self._former[model.id] = state.old.id
            self._expected = model.id
            self._soon.start()

    def _offer_unless_listening(self) -> None:
        """Listening to all begins once the model is in use, after all were told that it is."""
        if self._expected is not None and not self._context.runner.busy(Lane.LIBRARY):
            self._offer_flips()

    def former_id(self) -> int | None:
        """Return the model that the one in use is compared with: its own former, or its parent."""
        model = self._context.session.model
        return None if model is None else self._former.get(model.id, model.parent_id)

    def _on_job(self, job: Job, outcome: str) -> None:
        if job.lane is Lane.LIBRARY and outcome == "done" and self._expected is not None:
            self._offer_flips()

    def _offer_flips(self) -> None:
        """Ask whether to go through them; a queue that is open is not disturbed."""
        expected, self._expected = self._expected, None
        session = self._context.session
        if session.library is None or session.model is None or session.model.id != expected:
            return
        if session.blind:  # it can be begun later
            return
        found = questions.flips(self._context, self.former_id())
        if not found.questions:
            session.notify(" ".join(part for part in (found.message, found.remedy) if part))
            return
        template = self.tr(
            "“{new}” changed its mind about {n:# tag|# tags} in {songs:# song|# songs}."
        )
        values = {"n": len(found.questions) + found.n_more, "songs": len(found.song_ids)}
        text = counted(template, new=found.name, **values)
        key = key_names.key_of("review.flips")
        later = self.tr("Later: Model ▸ Go through what changed its mind ({key}).").format(key=key)
        if session.queue is not None:
            session.notify(f"{text} {later}")
            return
        remedy = " ".join(part for part in (found.remedy, later) if part)
        offer = replace(found, questions=(), message=text, remedy=remedy, offer=True)
        session.set_queue(offer)

    def _forget(self) -> None:
        self._former, self._expected = {}, None
