"""What a library can hold of what a file says: times, intensities, names, texts.

Files say anything; what they say is made usable here, or told as a reason why it is not.
"""

from __future__ import annotations

import math
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

from core.library.text import LONGEST_NAME, storable
from core.messages import message
from core.printable import printable

POINT_S = 1.0  # how long a part is that a file only tells the beginning of


def span_fault(start_s: float | None, end_s: float | None) -> str:
    """Say why two times are no region and not the whole song (None, None), "" if they are."""
    if start_s is None and end_s is None:
        return ""
    if start_s is None or end_s is None:
        return message("exchange.span_half_open")
    if not math.isfinite(start_s) or not math.isfinite(end_s) or start_s < 0:
        return message("exchange.span_outside")
    return "" if start_s < end_s else message("exchange.span_backwards")


def point_end(start_s: float) -> float:
    """Return where the part ends that a point in time is read as."""
    return start_s + POINT_S


def intensity_fault(intensity: float | None) -> str:
    """Say why a number is no intensity, "" if it is one."""
    usable = intensity is None or 0.0 <= intensity <= 1.0
    return "" if usable else message("exchange.intensity_range", intensity=str(intensity))


@lru_cache(maxsize=4096)
def usable_time(text: str) -> str:
    """Return an ISO 8601 time as a library stores it (UTC, milliseconds); "" where it is none.

    A time without a zone is taken as UTC.
    """
    try:
        time = datetime.fromisoformat(text.strip())
        time = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return ""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@lru_cache(maxsize=4096)
def usable_name(name: str) -> str:
    """Return an annotator's name that a library takes: one line, not too long; "" for none."""
    text = unicodedata.normalize("NFC", storable(name))  # as a library has them
    return " ".join(printable(" ".join(text.split())).split())[:LONGEST_NAME].strip()


def usable_note(text: str) -> str:
    """Return a text that a library can store."""
    return storable(text).replace("\0", "")
