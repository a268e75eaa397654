"""What every decoder offers."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]


class Source(Protocol):
    """One decoder of one open file.

    n_frames: what is there, as far as known without decoding; 0 means unknown. n_promised: what the
    head says. tolerance_frames: by so many the two and what is read may differ. damage, remark:
    what is to be told at the end, "" for nothing.
    """

    rate_hz: int
    channels: int
    n_frames: int
    n_promised: int
    format_name: str
    tolerance_frames: int
    damage: str
    remark: str

    def read(self, n: int, out: Samples | None = None) -> Samples: ...
    def seek(self, frame: int) -> None: ...
    def read_near(self, frame: int, n: int) -> Samples: ...
    def close(self) -> None: ...
