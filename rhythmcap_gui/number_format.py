"""Numbers and moments as the window's language writes them. English has the year first.

Scores (".52"), m:ss and thin spaces between thousands are the same everywhere, as in papers.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from core.durations import clock_text as clock_text
from core.durations import length_text as length_text
from core.messages import SentenceFormatter
from core.scores import as_stored as as_stored
from core.scores import score_text as score_text
from core.scores import shown_score as shown_score
from rhythmcap_gui import languages

YEAR_FIRST = "yyyy-MM-dd"
MAX_DAYS_AGO = 60


def number_text(value: int) -> str:
    """Return a whole number with thin spaces between thousands: 100 000."""
    return f"{value:,}".replace(",", "\u2009")


def counted(text: str, *values: Any, **named: Any) -> str:
    """Fill in a text whose counts may have two forms, one for 1: "{:# song|# songs}"."""
    return _CountFormatter().vformat(text, values, named)


class _CountFormatter(SentenceFormatter):
    def count_text(self, count: int) -> str:
        return number_text(count)


def decimal_text(value: float, digits: int) -> str:
    """A number with so many digits behind the point, or comma."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", digits)


def tick_text(value: float) -> str:
    """A number beside a tick, as short as it is: 20, 0.5 or 0,5."""
    return f"{value:g}".replace(".", QLocale().decimalPoint())


def bytes_text(n_bytes: int | None) -> str:
    """Return a size as “3.2 MB”; a dash where it is unknown."""
    if not n_bytes:
        return "–"
    if n_bytes < 1e9:
        return f"{decimal_text(n_bytes / 1e6, 1)} MB"
    return f"{decimal_text(n_bytes / 1e9, 2)} GB"


def day_text(moment: str | float) -> str:
    """A stored moment (ISO 8601, or seconds since 1970) as its day: 2026-01-31, 31.01.2026.

    "" for an empty text.
    """
    if isinstance(moment, str):
        return _day_text(date.fromisoformat(moment[:10])) if moment else ""
    return _day_text(datetime.fromtimestamp(moment, UTC).date())


def moment_text(moment: str) -> str:
    """A stored moment (ISO 8601, UTC unless it says otherwise) on the user's clock, to the minute.

    What is no such moment stays as it is.
    """
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return moment[:16].replace("T", " ")
    local = (parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)).astimezone()
    return f"{_day_text(local.date())} {local:%H:%M}"


def age_text(moment: str) -> str:
    """Say how long ago a stored moment was, in days: “today”, “2 days ago”; older ones as a day."""
    local = datetime.fromisoformat(moment).astimezone()
    days = max((datetime.now().astimezone().date() - local.date()).days, 0)
    if days > MAX_DAYS_AGO:
        return _day_text(local.date())
    return counted(_tr("{n:# day ago|# days ago}"), n=days) if days else _tr("today")


def _tr(text: str) -> str:
    return QCoreApplication.translate("number_format", text)


def _day_text(day: date) -> str:
    locale_format = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    in_english = languages.current_language() == languages.SOURCE
    day_format = YEAR_FIRST if in_english else re.sub("y+", "yyyy", locale_format)
    return QLocale().toString(QDate(day.year, day.month, day.day), day_format)
