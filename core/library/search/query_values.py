"""Parse numbers, intervals and dates of a search line, and turn dates into moments.

Parsing raises QueryError at the position that was given.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from core.errors import QueryError
from core.library.search.query import Dated, Interval
from core.messages import message

DAYS = ("today", "yesterday")
COMPARED_NAME = re.compile(r"([^<>=]+)(?:>=|<=|>|<)([^<>=].*)", re.DOTALL)
COMPARISON = re.compile(r"(>=|<=|>|<|=)\s*(.*)", re.DOTALL)


def parse_interval(text: str, name: str, position: int) -> Interval:
    """Parse 1990, 1990..1995, ..1995, >300 or <=4:30. Raises QueryError."""
    compared = COMPARISON.fullmatch(text)
    if compared:
        return parse_comparison(compared, name, position)
    if ".." in text:
        low, _, high = text.partition("..")
        if not low and not high:
            hint = _hint(name)
            raise QueryError("search.numbers_without_side", position, name=name, hint=hint)
        interval = Interval(
            low=parse_number(low, name, position) if low else None,
            high=parse_number(high, name, position) if high else None,
        )
        if low and high and parse_number(low, name, position) > parse_number(high, name, position):
            raise QueryError("search.range_backwards", position, name=name, first=low, last=high)
        return interval
    value = parse_number(text, name, position)
    return Interval(value, value)


def parse_comparison(matched: re.Match[str], name: str, position: int) -> Interval:
    """Parse what follows a field's name: >0.7, <=4:30, =0.4..0.6. Raises QueryError."""
    sign, text = matched.groups()
    if text[:1] in ("<", ">", "="):
        raise QueryError("search.no_comparison", position, sign=sign, text=text)
    if sign == "=":
        return parse_interval(text, name, position)
    value = parse_number(text, name, position)
    if sign[0] == ">":
        return Interval(low=value, low_closed=sign == ">=")
    return Interval(high=value, high_closed=sign == "<=")


def parse_number(text: str, name: str, position: int) -> float:
    """Parse a number; a length also as m:ss or h:mm:ss, a score also as 70%. Raises QueryError."""
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
        raise QueryError("search.no_number", position, name=name, hint=_hint(name))
    raise QueryError("search.not_a_number", position, text=text, hint=_hint(name))


def check_comparison(word: str, is_name: Callable[[str], bool], position: int) -> None:
    """Raise QueryError for a word such as kick>loud: a known name, compared with no number."""
    matched = COMPARED_NAME.fullmatch(word)
    if matched and is_name(matched.group(1)):
        parse_number(matched.group(2), matched.group(1).lower(), position)


def _hint(name: str) -> str:
    """Tell how a number of this field is written."""
    if name == "year":
        return message("search.write_year")
    return message("search.write_length" if name == "length" else "search.write_score")


def parse_dated(name: str, text: str, position: int) -> Dated:
    """Parse 2026, 2026-01, 2026-01-15, today, yesterday, two with .. between them, or >2026-01.

    Raises QueryError.
    """
    compared = COMPARISON.fullmatch(text)
    if compared:
        return _parse_compared_date(name, compared.group(1), compared.group(2), position)
    first, dots, last = text.partition("..")
    if dots and not first and not last:
        raise QueryError("search.dates_without_side", position, name=name)
    first, last = (_parse_date(day, position) if day else "" for day in (first, last))
    if first and last and midnight(first) >= midnight(last, after=True):
        raise QueryError("search.range_backwards", position, name=name, first=first, last=last)
    return Dated(name, first, last if dots else first, position)


def _parse_compared_date(name: str, sign: str, text: str, position: int) -> Dated:
    day = _parse_date(text.strip(), position)
    if sign == "=":
        return Dated(name, day, day, position)
    if sign[0] == ">":
        return Dated(name, day if sign == ">=" else _step(day, 1), "", position)
    return Dated(name, "", day if sign == "<=" else _step(day, -1), position)


def _parse_date(text: str, position: int) -> str:
    """Parse a date to the form the tree keeps. Raises QueryError."""
    if text.lower() in DAYS:
        return text.lower()
    matched = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text, re.ASCII)
    try:
        if not matched:
            raise ValueError(text)
        parts = [int(part) for part in matched.groups() if part]
        if not 1900 <= date(*(*parts, 1, 1)[:3]).year <= 9000:
            raise ValueError(text)
    except ValueError:
        raise QueryError("search.not_a_date", position, text=text) from None
    return "-".join(f"{part:02d}" for part in parts)


def _step(day: str, by: int) -> str:
    """Return the next (by 1) or previous (by -1) day, month or year."""
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
    """Return when a day, month or year (after: the next one) begins on this computer's clock."""
    first = _first_day(_step(day, 1) if after else day)
    return datetime(first.year, first.month, first.day).astimezone(UTC)


def stored_moment(moment: datetime) -> str:
    """Write a moment as the library stores it."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
