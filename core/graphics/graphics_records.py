"""What is known of a graphics card and of the environment that uses it. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

DOWNLOAD_BYTES, INSTALLED_BYTES = 3_000_000_000, 6_500_000_000  # of CUDA's libraries, mostly


class CardKind(StrEnum):
    """Whose card it is: NVIDIA's need an environment of their own, Apple's need nothing."""

    NONE = "none"
    NVIDIA = "nvidia"
    APPLE = "apple"


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card. driver: its version, "" if it was not told. capability: CUDA's, or 0.0.

    answers: whether its driver could be asked; a card may be there without a driver that works.
    """

    kind: CardKind
    name: str = ""
    driver: str = ""
    capability: float = 0.0
    memory_mb: int = 0
    answers: bool = True


@dataclass(frozen=True, slots=True)
class Environment:
    """An environment that was tried: a batch of the starter had the processor's scores."""

    folder: Path
    python: Path
    card: str
    torch: str
    cuda: str
    n_bytes: int


class Stage(StrEnum):
    """How far the environment is: PART was begun and not finished, or is another version's."""

    ABSENT = "absent"
    PART = "part"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class GraphicsState:
    """What a dialog shows. cuda: the wheels that suit the driver, "" if none do.

    installer: the program that would install, "" if there is none. n_bytes: what lies there.
    is_used: this program's own torch runs on the card already.
    """

    card: Card
    cuda: str
    stage: Stage
    environment: Environment | None
    folder: Path
    installer: str
    free_bytes: int
    n_bytes: int = 0
    is_used: bool = False

    @property
    def can_install(self) -> bool:
        """Whether there is a card that an environment would make use of."""
        return self.environment is None and bool(self.cuda) and not self.is_used
