"""Dates as spreadsheets and other programs write them; the order of day and month is the column's.

13/05/2021 and 05/13/2021 show by themselves which is the day; 05/06/2021 does not, and is read as
the others of its column are, or not at all. With dots the day comes first, as everywhere that dates
have dots, unless the column shows the contrary. A month may have a name, in the window's four
languages. A year of two digits is not read: its century would be a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from core.exchange.label_checks import usable_time
from core.exchange.tables.cell_values import NOTHING, NotAValue, number_of
from core.folding import fold
from core.messages import message

EXCEL_BEGIN = datetime(1899, 12, 30, tzinfo=UTC)  # its day 0, after its false 29 February 1900
EXCEL_DAYS = range(18_264, 80_000)  # 1950 to 2119; smaller numbers are years, or anything
UNIX_SECONDS = (1e9, 4.2e9)  # 2001 to 2103
LONGEST = 40
_TIME = r"(?:[ T,]+(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s*(?P<half>[ap]\.?m\.?)?)?"
_DAY_AND_MONTH = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<sign>[./-])(?P<other>\d{{1,2}})(?P=sign)(?P<year>\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[./](?P<one>\d{{1,2}})[./](?P<other>\d{{1,2}}){_TIME}")
_MONTHS = (  # folded: English, German, Italian, Spanish, and how they are cut short
    "january jan januar janner gennaio gen enero ene",
    "february feb februar febbraio febrero",
    "march mar marz mrz marzo",
    "april apr aprile abril abr",
    "may mai maggio mag mayo",
    "june jun juni giugno giu junio",
    "july jul juli luglio lug julio",
    "august aug agosto ago",
    "september sep sept settembre set septiembre setiembre",
    "october oct oktober okt ottobre ott octubre",
    "november nov novembre noviembre",
    "december dec dezember dez dicembre dic diciembre",
)
_MONTH_OF_NAME = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_NAMED_MONTH = (
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|[.º°])?[ /-]*(?:of |de )?{_NAME}[ ,/-]*"
        rf"(?:de |del )?(?P<year>\d{{4}}){_TIME}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NAME}[ /-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? |[/-])(?P<year>\d{{4}}){_TIME}",
        re.IGNORECASE,
    ),
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_ZONE = re.compile(r"\s*(?:UTC|GMT|Z)$|\s+(?=[+-]\d\d:?\d\d$)", re.IGNORECASE)


class DayOrder(StrEnum):
    """Which comes first in a column's dates. UNKNOWN: no date of it shows; BOTH: some each."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"
    BOTH = "both"

    def also(self, other: DayOrder) -> DayOrder:
        """Return the order of a column of which another date shows this one."""
        if other in (DayOrder.UNKNOWN, self):
            return self
        return other if self is DayOrder.UNKNOWN else DayOrder.BOTH


class Unread(StrEnum):
    """Why a date is not read; the ids of the reasons."""

    NO_DATE = "exchange.date_unknown"
    TWO_ORDERS = "exchange.date_two_orders"


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date in UTC as a library stores it, "" for one that is not read, and why."""

    time: str = ""
    why: Unread | None = None
    is_number: bool = False


def order_of(text: str) -> DayOrder:
    """Return what a date alone shows of its column."""
    found = _DAY_AND_MONTH.fullmatch(text.strip()[:LONGEST])
    if found is None:
        return DayOrder.UNKNOWN
    one, other = int(found["one"]), int(found["other"])
    if one > 12 >= other:
        return DayOrder.DAY
    return DayOrder.MONTH if other > 12 >= one else DayOrder.UNKNOWN


def has_day_and_month(text: str) -> bool:
    """Tell whether a text is a date that leaves open which comes first."""
    return _DAY_AND_MONTH.fullmatch(text.strip()[:LONGEST]) is not None


@lru_cache(maxsize=4096)
def read_date(text: str, order: DayOrder) -> DateRead:
    """Read a date in a column of this order; one without a zone is taken as UTC."""
    text = text.strip()[:LONGEST]
    time = usable_time(text) or usable_time(_ZONE.sub(_zone, text))
    if time:
        return DateRead(time)
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(found, day=int(found["other"]), month=int(found["one"]))
    if found := _DAY_AND_MONTH.fullmatch(text):
        return _by_order(found, order)
    if _NUMBER.fullmatch(text):
        return _of_number(text)
    return _of_named_month(text)


def _of_named_month(text: str) -> DateRead:
    for form in _NAMED_MONTH:
        found = form.fullmatch(text)
        month = _MONTH_OF_NAME.get(fold(found["name"])) if found else None
        if found and month:
            return _made(found, day=int(found["day"]), month=month)
    return DateRead(why=Unread.NO_DATE)


def _zone(found: re.Match[str]) -> str:
    return "+00:00" if found[0].strip() else ""


def _by_order(found: re.Match[str], order: DayOrder) -> DateRead:
    own, one, other = order_of(found[0]), int(found["one"]), int(found["other"])
    if own is not DayOrder.UNKNOWN or one == other or min(one, other) > 12:
        order = own
    elif order is DayOrder.UNKNOWN and found["sign"] == ".":
        order = DayOrder.DAY
    elif order not in (DayOrder.DAY, DayOrder.MONTH):
        return DateRead(why=Unread.TWO_ORDERS)
    if order is DayOrder.MONTH:
        return _made(found, day=other, month=one)
    return _made(found, day=one, month=other)


def _made(found: re.Match[str], *, day: int, month: int) -> DateRead:
    try:
        time = datetime(int(found["year"]), month, day, tzinfo=UTC)
    except ValueError:  # no such day
        return DateRead(why=Unread.NO_DATE)
    hour, minute, second = [*map(float, (found["time"] or "0:0").split(":")), 0.0][:3]
    half = (found["half"] if "half" in found.groupdict() else "") or ""
    if half and not 1 <= hour <= 12:
        return DateRead(why=Unread.NO_DATE)
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 23 or minute > 59 or second >= 60:
        return DateRead(why=Unread.NO_DATE)
    time += timedelta(hours=hour, minutes=minute, seconds=second)
    return DateRead(usable_time(time.isoformat()))


def _of_number(text: str) -> DateRead:
    """Read the days that spreadsheets count, or the seconds and milliseconds that programs do."""
    try:
        number = number_of(text) or 0.0
    except NotAValue:
        return DateRead(why=Unread.NO_DATE)
    if int(number) in EXCEL_DAYS:
        time = EXCEL_BEGIN + timedelta(seconds=round(number * 86400))
    else:
        seconds = number / 1000 if number > UNIX_SECONDS[1] else number
        if not UNIX_SECONDS[0] <= seconds <= UNIX_SECONDS[1]:
            return DateRead(why=Unread.NO_DATE)
        time = datetime.fromtimestamp(seconds, UTC)
    return DateRead(usable_time(time.isoformat()), is_number=True)


class DateColumn:
    """The dates of one column of a table while it is read, and what is to be told of them."""

    def __init__(self, name: str, order: DayOrder) -> None:
        """Name: of the column. order: that its dates show."""
        self._name, self._order = name, order
        self._is_counted = self._is_ordered = False
        self._n_unread: Counter[Unread] = Counter()
        self._first: dict[Unread, tuple[str, int]] = {}

    def read(self, text: str, line: int) -> str:
        """Return a date in UTC, "" for an empty cell and for what is not read."""
        if not text or text.casefold() in NOTHING:
            return ""
        date = read_date(text, self._order)
        if date.why is not None:
            self._n_unread[date.why] += 1
            self._first.setdefault(date.why, (text, line))
        self._is_counted |= date.is_number
        self._is_ordered |= has_day_and_month(text)
        return date.time

    def remarks(self) -> Iterator[str]:
        """Say what dates were read as, and which were not, and why."""
        if self._is_counted:
            yield message("exchange.dates_counted", column=self._name)
        if self._is_ordered and self._order is DayOrder.DAY:
            yield message("exchange.dates_day_first", column=self._name)
        if self._is_ordered and self._order is DayOrder.MONTH:
            yield message("exchange.dates_month_first", column=self._name)
        for why, n in self._n_unread.items():
            text, line = self._first[why]
            yield message(
                "exchange.dates_unread", n=n, column=self._name, why=message(why.value), text=text,
                line=line,
            )  # fmt: skip
