"""Which seconds of a window speak for a tag: found by covering them, in the background, and kept.

What the windows' scores tell is there at once; this comes later, and is for whoever still listens.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import RhythmCapError
from rhythmcap_gui.evidence_state import Evidence
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.live_scores import Head
    from core.models.evidence_spans import EvidenceSpan

MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Window:
    """The window of a song in which a word scores highest, or lowest (AGAINST).

    head: what was learned of it since the model's last round; head_digest tells it from others.
    """

    kind: Evidence
    audio_hash: str
    model_id: int
    word: str
    span_s: tuple[float, float]
    head_digest: bytes = b""
    head: Head | None = field(default=None, compare=False)


def head_digest(head: Head | None) -> bytes:
    """Return what tells a head from any other; b"" for none."""
    if head is None:
        return b""
    weight, bias = head
    return hashlib.blake2b(weight.tobytes() + repr(bias).encode(), digest_size=16).digest()


class CloserEvidence:
    """Looks at windows one after the other; ended() when what was asked for is known or is not."""

    def __init__(self, context: AppContext, ended: Callable[[], None]) -> None:
        self._context, self._ended = context, ended
        self._found: OrderedDict[Window, EvidenceSpan | None] = OrderedDict()
        self._wanted: tuple[Window, ...] = ()
        self._job_id = 0

    def span(self, window: Window) -> EvidenceSpan | None:
        """Return the seconds that were found, None where none were or nobody has looked yet."""
        return self._found.get(window)

    def look(self, windows: Sequence[Window]) -> bool:
        """Look at those that are not known yet; return whether that is still to be waited for."""
        wanted = tuple(window for window in windows if window not in self._found)
        if wanted == self._wanted:
            return bool(wanted)
        self.cancel()
        work = self._work(wanted) if wanted else None
        if work is None:
            return False
        self._wanted = wanted
        listeners = Listeners(done=self._take, failed=self._failed, cancelled=self._stopped)
        title = QCoreApplication.translate("closer_evidence", "Find the seconds that speak most")
        self._job_id = self._context.runner.start(Lane.EVIDENCE, title, work, listeners)
        return True

    def cancel(self) -> None:
        """Look no more."""
        self._wanted = ()
        self._context.runner.cancel(self._job_id)

    # -- inside -------------------------------------------------------------------------------

    def _work(
        self, windows: Sequence[Window]
    ) -> Callable[[Running], dict[Window, EvidenceSpan | None]] | None:
        context, session = self._context, self._context.session
        song, file = session.song, self._model_file()
        if song is None or file is None or session.is_missing(song) or session.file_changed:
            return None
        path, audio_hash = song.path, song.audio_hash
        models, runner, cache = context.models, context.runner, session.cache

        def work(job: Running) -> dict[Window, EvidenceSpan | None]:
            from core.models.device import leave_one_core_free
            from core.models.evidence_spans import evidence_span, with_head
            from core.models.predict import song_input

            model = models.get(file)
            runner.wait_for_lane(Lane.PICTURE, job)  # which may be reading the same file
            runner.wait_for_lane(Lane.PREDICT, job)
            with leave_one_core_free():
                sound = song_input(model, path, audio_hash, cache, job)
                return {
                    window: evidence_span(
                        with_head(model, window.word, window.head),
                        sound, window.word, window.span_s, job,
                        most=window.kind is Evidence.FOR,
                    )
                    for window in windows
                }  # fmt: skip

        return work

    def _model_file(self) -> Path | None:
        from core.model_store.registry import model_path

        model = self._context.session.model
        try:
            return None if model is None else model_path(model)
        except RhythmCapError:
            return None  # what the scores tell stays

    def _take(self, found: dict[Window, EvidenceSpan | None]) -> None:
        self._found.update(found)
        while len(self._found) > MOST_KEPT:
            self._found.popitem(last=False)
        self._stopped()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RhythmCapError):
            self._context.show_error(error)
        self._found.update(dict.fromkeys(self._wanted))  # of such a network there are none
        self._stopped()

    def _stopped(self) -> None:
        self._wanted = ()
        self._ended()
