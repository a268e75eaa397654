"""Numbers and moments as the window's language writes them. English has the year first.

Scores (".52"), m:ss and thin spaces between thousands are the same everywhere, as in papers.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from rhythmcap_gui import languages

YEAR_FIRST = "yyyy-MM-dd"


def decimal_text(value: float, digits: int) -> str:
    """A number with so many digits behind the point, or comma."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", digits)


def day_text(day: date) -> str:
    """A day: 2026-01-31, 31.01.2026, 31/01/2026."""
    written = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    wanted = YEAR_FIRST if languages.spoken() == languages.SOURCE else re.sub("y+", "yyyy", written)
    return QLocale().toString(QDate(day.year, day.month, day.day), wanted)


def moment_text(moment: datetime) -> str:
    """A moment on the user's own clock, to the minute."""
    local = moment.astimezone()
    return f"{day_text(local.date())} {local:%H:%M}"
