"""Which seconds of the open song have sounded since it was opened, where that is recorded."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.fact_records import ListenedBefore

SLACK_S = 0.3  # a position may be told late by a slow window; a greater step is a jump
DIGITS = 2


class Listened(QObject):
    """Follows the position while it plays and can be heard; nothing while the setting is off."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        from core.audio.listened_spans import ListenedSpans

        super().__init__(parent)
        self._context, self._new = context, ListenedSpans
        self._spans = ListenedSpans()
        self._last: tuple[float, float] | None = None  # the second, and when it sounded
        self._speed = 1.0
        context.listened = self.before
        session = context.session
        session.song_opened.connect(lambda _song: self._begin())
        session.settings_changed.connect(self._follow_settings)
        session.playback_changed.connect(self._follow_playback)
        session.position_changed.connect(self._follow)

    def before(self) -> ListenedBefore | None:
        """Return what has sounded of the open song; None where that is not to be recorded."""
        from core.library.fact_records import ListenedBefore

        if not self._context.session.settings.record_listening:
            return None
        parts = tuple((round(a, DIGITS), round(b, DIGITS)) for a, b in self._spans.spans())
        return ListenedBefore(parts, round(self._spans.seconds, DIGITS))

    def _begin(self) -> None:
        self._spans, self._last = self._new(), None

    def _follow_settings(self, _settings: object) -> None:
        if not self._context.session.settings.record_listening:
            self._begin()

    def _follow_playback(self, state: object) -> None:
        self._speed = float(getattr(state, "speed", 1.0))
        self._last = None  # it has started, stopped, or plays another part: begin there

    def _follow(self, second: float) -> None:
        session, now = self._context.session, time.monotonic()
        settings = session.settings
        if not (session.playing and settings.record_listening and settings.volume > 0.0):
            self._last = None
            return
        if self._last is not None:
            last, then = self._last
            if 0.0 < second - last <= (now - then) * self._speed + SLACK_S:
                self._spans.add(last, second)
        self._last = (second, now)
