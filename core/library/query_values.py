"""Numbers, spans and dates as they are typed in a search line, and what the dates mean.

Reading raises QueryError with the place that was given.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta

from core.errors import QueryError
from core.library.query import Added, Span

COMPARED = re.compile(r"(>=|<=|>|<|=)(.*)", re.DOTALL)


def read_span(text: str, name: str, place: int) -> Span:
    """1990, 1990..1995, ..1995, >300, <=4:30. Raises QueryError."""
    compared = COMPARED.fullmatch(text)
    if compared:
        return read_comparison(compared, name, place)
    if ".." in text:
        low, _, high = text.partition("..")
        if not low and not high:
            raise QueryError(f"“{name}:..” needs a number on one side.", place)
        return Span(
            low=read_number(low, name, place) if low else None,
            high=read_number(high, name, place) if high else None,
        )
    value = read_number(text, name, place)
    return Span(value, value)


def read_comparison(found: re.Match[str], name: str, place: int) -> Span:
    """What stands behind a field's name: >0.7, <=4:30, =0.4..0.6."""
    sign, text = found.groups()
    if text[:1] in ("<", ">", "="):
        raise QueryError(f"“{sign}{text}” is not a comparison.", place)
    if sign == "=":
        return read_span(text, name, place)
    value = read_number(text, name, place)
    if sign[0] == ">":
        return Span(low=value, low_in=sign == ">=")
    return Span(high=value, high_in=sign == "<=")


def read_number(text: str, name: str, place: int) -> float:
    """A number; a length also as m:ss or h:mm:ss; a score also as 70%. Raises QueryError."""
    if name == "length" and re.fullmatch(r"\d+(:[0-5]?\d){1,2}(\.\d+)?", text):
        seconds = 0.0
        for part in text.split(":"):
            seconds = 60.0 * seconds + float(part)
        return seconds
    if re.fullmatch(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?%?", text):
        value = float(text.rstrip("%").replace(",", "."))
        if math.isfinite(value):
            return value / 100.0 if text.endswith("%") else value
    if not text:
        raise QueryError(f"A number is missing after “{name}:”.", place)
    raise QueryError(f"“{text}” is not a number.", place)


def read_added(text: str, place: int) -> Added:
    """2026, 2026-01, 2026-01-15, and two of them with .. between. Raises QueryError."""
    first, dots, last = text.partition("..")
    if dots and not first and not last:
        raise QueryError("“added:..” needs a date on one side.", place)
    for day in (first, last):
        if day:
            _check_date(day, place)
    return Added(first, last if dots else first, place)


def _check_date(text: str, place: int) -> None:
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
    try:
        if not found:
            raise ValueError(text)
        year, month, day = (int(part) if part else 1 for part in found.groups())
        if not 1900 <= date(year, month, day).year <= 9000:
            raise ValueError(text)
    except ValueError:
        raise QueryError(
            f"“{text}” is not a date.", place, remedy="Write 2026, 2026-01 or 2026-01-15."
        ) from None


def midnight(day: str, after: bool = False) -> datetime:
    """When a day, month or year begins on this computer's clock, or the next one does."""
    parts = [int(part) for part in day.split("-")]
    year, month, date = (*parts, 1, 1)[:3]
    begun = datetime(year, month, date)
    if after:
        step = {1: 366, 2: 31, 3: 1}[len(parts)]
        begun += timedelta(days=step)
        begun = begun.replace(day=1 if len(parts) < 3 else begun.day)
        begun = begun.replace(month=1) if len(parts) == 1 else begun
    return begun.astimezone(UTC)


def stored_moment(moment: datetime) -> str:
    """A moment as the library writes it."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
