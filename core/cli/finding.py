"""What doctor says of one thing it looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """state: "ok", "note" (works, with less) or "problem"."""

    what: str
    state: str
    found: str
    remedy: str = ""
