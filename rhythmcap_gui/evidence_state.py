"""Four sounds that speak for a tag and against it, as operations tell and views show them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Evidence(StrEnum):
    """Of the open song the seconds that speak most for a tag, and against it; of judged songs the
    nearest one with it, and without it.
    """

    FOR = "for"
    AGAINST = "against"
    WITH = "with"
    WITHOUT = "without"


OWN = (Evidence.FOR, Evidence.AGAINST)  # of the open song


@dataclass(frozen=True, slots=True)
class EvidenceClip:
    """One of them. title: of another song, "" of the open one. span_s: None for its middle.

    score: of these seconds, or how like the other song is to the open one. without: what the score
    around these seconds would be without them; None where only whole windows were scored.
    """

    kind: Evidence
    song_id: int
    title: str = ""
    span_s: tuple[float, float] | None = None
    score: float = 0.0
    without: float | None = None


@dataclass(frozen=True, slots=True)
class EvidenceState:
    """tag_id 0: none is wanted. playing: which is heard. preparing: they are being read.

    looking: which seconds of the open song speak most is still being found out.
    """

    tag_id: int = 0
    tag: str = ""
    clips: tuple[EvidenceClip, ...] = ()
    playing: Evidence | None = None
    preparing: bool = False
    looking: bool = False

    def clip(self, kind: Evidence) -> EvidenceClip | None:
        """Return one of the sounds, if it is there."""
        return next((clip for clip in self.clips if clip.kind is kind), None)
