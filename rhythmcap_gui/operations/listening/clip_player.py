"""A second player for short sounds that are compared with the open song, which pauses meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.audio.memory_sound import MemorySound
    from core.audio.player import Player


class ClipPlayer:
    """Its player is made with the first sound. close() at the end of the program."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._player: Player | None = None
        self._was_playing = False  # the open song, before the first of several sounds
        self._sounds = False

    @property
    def sounds(self) -> bool:
        """Whether a sound is played, or was and nothing ended it."""
        return self._sounds

    @property
    def problem(self) -> str:
        """Why the last sound could not be heard, "" where it could."""
        return "" if self._player is None else self._player.state.problem

    def hold_song(self) -> None:
        """Pause the open song, to go on with it at stop()."""
        if not self._sounds:
            self._sounds = True
            self._was_playing = self._context.player.state.playing
        if self._context.player.state.playing:
            self._context.player.pause()
            self._context.player_changed()

    def play(self, sound: MemorySound) -> None:
        """Play a sound over and over from its beginning, in place of what is heard now."""
        from core.audio.player import Player

        self.hold_song()
        settings = self._context.session.settings
        if self._player is None:
            self._player = Player(settings.output_device, settings.volume, keeps_output=False)
        self._player.set_device(settings.output_device)
        self._player.set_volume(settings.volume)
        self._player.load(sound)
        self._player.set_loop(0.0, len(sound.samples) / sound.rate_hz)
        self._player.play()

    def stop(self) -> None:
        """Fall silent; the open song goes on if it was playing."""
        if self._player is not None:
            problem = self.problem
            self._player.unload()
            if problem and self._sounds:
                self._context.session.notify(translated(problem), "warning")
        if self._sounds and self._was_playing:
            self._context.player.play()
            self._context.player_changed()
        self._sounds = self._was_playing = False

    def close(self) -> None:
        """Give the device back."""
        self._sounds = self._was_playing = False
        if self._player is not None:
            self._player.close()
            self._player = None
