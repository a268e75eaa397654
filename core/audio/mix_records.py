"""What a song's channels are like, and which of them the picture and the models get. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from core.messages import Message, message

CHANNELS = ("left", "right")


class Condition(IntEnum):
    """What a listener should know of a song's sound; the numbers are stored."""

    FINE = 0
    SILENT = 1
    QUIET = 2  # made louder for the picture and the models
    OUT_OF_PHASE = 3  # the channels cancel each other: the louder one is taken
    ONE_CHANNEL = 4  # the others are silent
    SURROUND = 5  # mixed from more than two channels
    PARTLY_OUT_OF_PHASE = 6  # a long part of it: the louder one is taken


@dataclass(frozen=True, slots=True)
class Mix:
    """How the channels become one for the picture and the models.

    gains: of each channel. channel: which one was taken, -1 for a mix of all. gain_db: by how much
    a quiet song is made louder.
    """

    gains: tuple[float, ...]
    condition: Condition = Condition.FINE
    channel: int = -1
    gain_db: float = 0.0

    @property
    def remark(self) -> Message | None:
        """One sentence about it; None where there is nothing to say."""
        if self.condition == Condition.FINE:
            return None
        return message(
            f"mix.{self.condition.name.lower()}",
            channel=self._channel_name(),
            n_channels=len(self.gains),
            gain_db=self.gain_db,
        )

    @property
    def short_remark(self) -> Message | None:
        """A few words about it; None where there is nothing to say."""
        if self.condition == Condition.FINE:
            return None
        return message(
            f"mix.short_{self.condition.name.lower()}",
            channel=self._channel_name(),
            n_channels=len(self.gains),
            gain_db=self.gain_db,
        )

    def _channel_name(self) -> Message:
        if len(self.gains) == len(CHANNELS) and self.channel >= 0:
            return message(f"mix.channel_{CHANNELS[self.channel]}")
        return message("mix.channel_numbered", n=self.channel + 1)
