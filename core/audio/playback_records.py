"""What is known of playback: the player's state and the outputs it can use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlayerState:
    """The player's state. position_s: what is audible, not what was sent to the device.

    problem: one sentence with its remedy, "" while all is well. speed: 1 is the song's own.
    """

    loaded: bool
    playing: bool
    position_s: float
    duration_s: float
    loop: tuple[float, float] | None
    problem: str
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class OutputDevice:
    """One output. name: how it is chosen and kept in the preferences."""

    name: str
    is_default: bool
