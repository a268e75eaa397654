"""The open song deformed as it plays: heard at once, and scored in the background.

Nothing of it is stored: no prediction, no decision. Another song sounds as it is again.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.audio.playback_records import LiveDeformation
from core.errors import ModelError
from core.evaluation.live_records import LiveState
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from core.evaluation.live_records import LiveScores

SCORE_AFTER_MS = 120  # of a slider at rest
PART_S, LEAD_S = 30.0, 2.0  # what is scored around the playhead, and how much of it lies before
MAX_LOOP_S = 60.0
OFF = LiveDeformation()


class DeformedPlayback(QObject):
    """Does nothing until its strip is shown; changed(LiveState) tells what there is to show."""

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown = False
        self._part: tuple[float, float] = (0.0, 0.0)
        self.state = LiveState()
        self._later = QTimer(self, singleShot=True, interval=SCORE_AFTER_MS)
        self._later.timeout.connect(self._score)
        session = context.session
        session.song_opened.connect(lambda _song: self._forget())
        session.model_changed.connect(lambda _model: self._begin_anew())
        session.picture_ready.connect(lambda _picture: self._take_peak())
        session.loop_changed.connect(lambda _loop: self._follow(session.position_s))
        session.position_changed.connect(self._follow)

    def set_shown(self, shown: bool) -> None:
        """Begin with the strip; without it the song sounds as it is."""
        if shown != self._shown:
            self._shown = shown
            self._forget()

    def set_deformation(self, deformation: LiveDeformation) -> None:
        """Hear and score the song deformed like this."""
        peaked = replace(deformation, peak=self._peak())
        if peaked != self.state.deformation or self.state.bypassed:
            self._show(deformation=peaked, bypassed=False)
            self._send()
            self._score_later()

    def set_bypassed(self, bypassed: bool) -> None:
        """Hear the song as it is, to compare; what is set stays set."""
        if bypassed != self.state.bypassed:
            self._show(bypassed=bypassed)
            self._send()

    def reset(self) -> None:
        """Take all of it back."""
        if not self.state.deformation.is_off or self.state.bypassed:
            self._show(deformation=OFF, bypassed=False)
            self._send()
            self._score_later()

    # -- inside -------------------------------------------------------------------------------

    def _forget(self) -> None:
        """Begin with another song, or another strip."""
        self._context.runner.cancel_lane(Lane.LIVE)
        was_off = self.state.deformation.is_off
        self.state = LiveState()
        if not was_off:
            self._send()
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Score the part that plays now by the model in use."""
        self._later.stop()
        self._part = (0.0, 0.0)
        self._show(scores=None, running=False, problem="")
        if self._shown and self._context.session.song is not None:
            self._score_later()

    def _take_peak(self) -> None:
        """Measure the noise by this song's own peak as soon as that is known."""
        if self.state.deformation.noise:
            self.set_deformation(self.state.deformation)

    def _follow(self, position_s: float) -> None:
        """Score another part once the playhead has left this one, or is in another loop."""
        loop = self._context.session.loop
        if not self._shown or self.state.running or self._later.isActive():
            return
        start_s, end_s = self._part
        is_inside = start_s <= position_s <= end_s
        if not is_inside if loop is None else self._part != _part(loop):
            self._score_later()

    def _score_later(self) -> None:
        if self._shown:
            self._later.start()

    def _score(self) -> None:
        session, model = self._context.session, self._context.session.model
        song = session.song
        if song is None or model is None:
            return
        if session.file_changed or not os.path.exists(song.path):
            text = _tr("The song's file is not there, or it is another sound now.")
            self._show(scores=None, running=False, problem=text)
            return
        model_file = self._model_file()
        if model_file is None:
            return
        self._part = self._part_now()
        work = self._work(song.path, model_file)
        listeners = Listeners(done=self._scored, failed=self._failed)
        self._show(running=True)
        title = _tr("Listen to {} deformed").format(song.title)
        self._context.runner.start(Lane.LIVE, title, work, listeners)

    def _work(self, path: Path, model_file: Path) -> Callable[[Running], LiveScores]:
        from core.evaluation.live_scores import LiveRequest, live_scores

        deformation, model_id = self.state.deformation, self._context.session.model.id
        request = LiveRequest(path, *self._part, deformation, model_id)
        models, known = self._context.models, self.state.scores

        def work(job: Running) -> LiveScores:
            from core.models.device import leave_one_core_free

            with leave_one_core_free():
                return live_scores(models.get(model_file), request, known, job)

        return work

    def _part_now(self) -> tuple[float, float]:
        """The loop, or what is about to be heard; of a song that has less, all of it."""
        session = self._context.session
        if session.loop is not None:
            return _part(session.loop)
        if self._part[0] <= session.position_s <= self._part[1] - LEAD_S:
            return self._part
        latest_s = max(0.0, session.duration_s - PART_S)
        start_s = min(max(0.0, session.position_s - LEAD_S), latest_s)
        return start_s, min(start_s + PART_S, session.duration_s)

    def _scored(self, scores: LiveScores) -> None:
        self._show(scores=scores, running=False, problem="")

    def _failed(self, error: Exception) -> None:
        problem = " ".join(part for part in error_texts(error) if part)
        self._show(scores=None, running=False, problem=problem)

    def _model_file(self) -> Path | None:
        from core.model_store.registry import model_path

        try:
            return model_path(self._context.session.model)
        except ModelError as error:
            self._failed(error)
            return None

    def _peak(self) -> float:
        picture = self._context.session.picture
        if picture is None or not len(picture.overview.high):
            return 1.0
        overview = picture.overview
        return float(min(max(overview.high.max(), -overview.low.min(), 0.0), 1.0))

    def _send(self) -> None:
        """Let the player deform what is heard, or not."""
        context = self._context
        if context.player is not None:
            context.player.set_deformation(OFF if self.state.bypassed else self.state.deformation)
            context.player_changed()

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _part(loop: tuple[float, float]) -> tuple[float, float]:
    return loop[0], min(loop[1], loop[0] + MAX_LOOP_S)


def _tr(text: str) -> str:
    return QCoreApplication.translate("deformed_playback", text)
