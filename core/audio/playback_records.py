"""What is known of playback: the player's state and the outputs it can use."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import AudioError


@dataclass(frozen=True, slots=True)
class PlayerState:
    """The player's state. position_s: what is audible, not what was sent to the device.

    loaded: whether there is a file. opening: whether it is still being opened; its duration is not
    known yet. unopened: why the last file could not be. problem: one sentence with its remedy, ""
    while all is well. speed: 1 is the song's own.
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


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """One output. name: how it is chosen and kept in the preferences."""

    name: str
    is_default: bool
