"""Numbers, spans and dates as they are typed in a search line, and what the dates mean.

Reading raises QueryError with the place that was given.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, date, datetime, timedelta

from core.errors import QueryError
from core.library.search.query import Dated, Span

EXAMPLES = {
    "year": "Write year:1990, year:1990..1995 or year>1990.",
    "length": "Write length:4:30, length:2:00..5:00 or length>300.",
}
SCORES = "Write a number from 0 to 1 behind a sign: >0.7."
DAYS = ("today", "yesterday")
COMPARED = re.compile(r"(>=|<=|>|<|=)\s*(.*)", re.DOTALL)


def read_span(text: str, name: str, place: int) -> Span:
    """1990, 1990..1995, ..1995, >300, <=4:30. Raises QueryError."""
    compared = COMPARED.fullmatch(text)
    if compared:
        return read_comparison(compared, name, place)
    if ".." in text:
        low, _, high = text.partition("..")
        if not low and not high:
            raise QueryError(f"“{name}:..” needs a number on one side.", place,
                             remedy=EXAMPLES.get(name, SCORES))  # fmt: skip
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
        raise QueryError(f"“{sign}{text}” is not a comparison.", place,
                         remedy="Write one sign and a number: >0.7.")  # fmt: skip
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
        raise QueryError(f"A number is missing after “{name}:”.", place,
                         remedy=EXAMPLES.get(name, SCORES))  # fmt: skip
    raise QueryError(f"“{text}” is not a number.", place, remedy=EXAMPLES.get(name, SCORES))


def read_dated(name: str, text: str, place: int) -> Dated:
    """2026, 2026-01, 2026-01-15, today, yesterday, two of them with .. between, or >2026-01.

    Raises QueryError.
    """
    compared = COMPARED.fullmatch(text)
    if compared:
        return _read_compared(name, compared.group(1), compared.group(2), place)
    first, dots, last = text.partition("..")
    if dots and not first and not last:
        raise QueryError(f"“{name}:..” needs a date on one side.", place,
                         remedy=f"Write {name}:2026-01.. or {name}:..2026-01.")  # fmt: skip
    first, last = (_read_date(day, place) if day else "" for day in (first, last))
    return Dated(name, first, last if dots else first, place)


def _read_compared(name: str, sign: str, text: str, place: int) -> Dated:
    day = _read_date(text.strip(), place)
    if sign == "=":
        return Dated(name, day, day, place)
    if sign[0] == ">":
        return Dated(name, day if sign == ">=" else _step(day, 1), "", place)
    return Dated(name, "", day if sign == "<=" else _step(day, -1), place)


def _read_date(text: str, place: int) -> str:
    """A date as it is kept. Raises QueryError."""
    if text.lower() in DAYS:
        return text.lower()
    found = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text, re.ASCII)
    try:
        if not found:
            raise ValueError(text)
        parts = [int(part) for part in found.groups() if part]
        if not 1900 <= date(*(*parts, 1, 1)[:3]).year <= 9000:
            raise ValueError(text)
    except ValueError:
        raise QueryError(
            f"“{text}” is not a date.", place, remedy="Write 2026, 2026-01, 2026-01-15 or today."
        ) from None
    return "-".join(f"{part:02d}" for part in parts)


def _step(day: str, by: int) -> str:
    """The next (by 1) or former (by -1) day, month or year."""
    if day in DAYS:
        return str(_first_day(day) + timedelta(days=by))
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        return str(date(*parts) + timedelta(days=by))
    if len(parts) == 1:
        return f"{parts[0] + by}"
    months = 12 * parts[0] + parts[1] - 1 + by
    return f"{months // 12}-{months % 12 + 1:02d}"


def _first_day(day: str) -> date:
    if day in DAYS:
        return date.today() - timedelta(days=DAYS.index(day))
    return date(*(*(int(part) for part in day.split("-")), 1, 1)[:3])


def midnight(day: str, after: bool = False) -> datetime:
    """When a day, month or year begins on this computer's clock, or the next one does."""
    begun = _first_day(_step(day, 1) if after else day)
    return datetime(begun.year, begun.month, begun.day).astimezone(UTC)


def stored_moment(moment: datetime) -> str:
    """A moment as the library writes it."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
