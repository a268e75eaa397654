"""What is known of playback: the player's state and the outputs it can use."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.errors import AudioError


@dataclass(frozen=True, slots=True)
class LiveDeformation:
    """How a song is deformed as it plays; nothing is by default.

    tilt_db: gain from 16 kHz on, and as much less up to 62.5 Hz. semitones: all pitches, the tempo
    kept. noise: its peak as a share of the sound's own. level_db: a gain; what goes beyond full
    scale is cut off. peak: the sound's own, 0 to 1.
    """

    tilt_db: float = 0.0
    semitones: float = 0.0
    noise: float = 0.0
    level_db: float = 0.0
    peak: float = 1.0

    @property
    def is_off(self) -> bool:
        """Whether the sound stays as it is."""
        return not (self.tilt_db or self.semitones or self.noise or self.level_db)


@dataclass(frozen=True, slots=True)
class PlayerState:
    """The player's state. position_s: what is audible, not what was sent to the device.

    loaded: whether there is a file. opening: whether it is still being opened; its duration is not
    known yet. unopened: why the last file could not be. problem: one sentence with its remedy, ""
    while all is well. speed: 1 is the song's own. deformation: of what is heard. held_s: how long
    the device holds what it was handed, before it is audible.
    """

    loaded: bool
    playing: bool
    position_s: float
    duration_s: float
    loop: tuple[float, float] | None
    problem: str
    speed: float = 1.0
    opening: bool = False
    unopened: AudioError | None = None
    deformation: LiveDeformation = field(default_factory=LiveDeformation)
    held_s: float = 0.0


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """One output. name: how it is chosen and kept in the preferences."""

    name: str
    is_default: bool
