"""What speaks for a word in the open song, as operations tell it and views show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.models.saliency_records import Method
from rhythmcap_gui.view_data import Progress

if TYPE_CHECKING:
    from core.models.saliency_records import SaliencyMap, SanityCheck


class Scope(StrEnum):
    """Which part of the song is judged, as if it were all of it."""

    SONG = "song"
    LOOP = "loop"
    VIEW = "view"


class Sound(StrEnum):
    """What is played: the file, or in its stead the masked sound or the original, as loud."""

    FILE = "file"
    MASKED = "masked"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class SaliencyState:
    """A map that is shown or made; tag_id 0: none is wanted.

    tag: its name. word: the model's word for it. score: of the song, by the map's own logit.
    span_s: the region, None for all of the song. problem: why there is no map. hidden: blind mode
    covers it. check: how like it is to maps of random weights; checking: that is being found out.
    """

    tag_id: int = 0
    tag: str = ""
    word: str = ""
    model: str = ""
    method: Method = Method.GRADIENT
    scope: Scope = Scope.SONG
    span_s: tuple[float, float] | None = None
    running: bool = False
    checking: bool = False
    progress: Progress | None = None
    map: SaliencyMap | None = None
    problem: Exception | None = None
    hidden: bool = False
    check: SanityCheck | None = None

    @property
    def is_open(self) -> bool:
        """Whether a map is wanted and may be seen."""
        return bool(self.tag_id) and not self.hidden


@dataclass(frozen=True, slots=True)
class MaskedState:
    """Playing only what mattered. share: of all that speaks for the word. preparing: not yet.

    is_silent: there is no sound output, so nothing of it can be heard.
    """

    sound: Sound = Sound.FILE
    share: float = 0.5
    preparing: bool = False
    is_silent: bool = False
