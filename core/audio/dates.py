"""The year in a date as people write it: "19970512", "c1965", "2002年", "[1959]", "MCMLXXX".

A text that names no year for certain ("97", "0000", "1960s") gives none.
"""

from __future__ import annotations

import re
import unicodedata

EARLIEST, LATEST = 1400, 2099
EARLIEST_OF_SIX_DIGITS = 1900  # 199705 is a year and a month; 150112 may be any three numbers
# Four digits by themselves, no decade ("1960s", "1960's", "1960er", "años 1960"), and not before
# Christ.
_BEFORE_CHRIST = r"b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?(?:chr|u)|a\.\s?c|av\.?\s?j|до\s+н"
_OF_DECADE = (
    r"\s?['’]?(?:s|er|ers|ern|ies|lar|ler)\b|(?<=0)(?:\s?(?:年代|년대)"
    r"|-(?:luku|luvu|tal(?:et)?\b|as\sévek|(?:ы?е|х|ых|ті|ih|tych|tých)\b))"
)
_DECADE = re.compile(
    r"\b(?:années|anni|años|anos|anys|lata|δεκαετία(?:\s+του)?)(?:\s+de)?\s+\d{3}0\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"(?<!\d)(\d{{4}})(?!\d)(?!{_OF_DECADE})(?!\s*(?:{_BEFORE_CHRIST})\b)", re.IGNORECASE
)
_COMPACT = re.compile(r"(?<!\d)(?:\d{14}|\d{12}|\d{8}|\d{6})(?!\d)")
_ROMAN = re.compile(r"(?<![^\W_])(M{1,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\b")
_ROMAN_VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
_ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
_OF_ERA = re.compile(f"({'|'.join(_ERAS)})\\s*(\\d{{1,3}}|元)\\s*年?")
_BUDDHIST = re.compile(r"(?:พ\.?\s?ศ\.?|\bB\.?E\.?)\s*(\d{4})")
_BUDDHIST_YEARS_AHEAD = 543


def year_of(text: str) -> int | None:
    """Return the first year that a date names, from EARLIEST to LATEST; None for none."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(_as_ascii_digit(sign) for sign in text)
    for find in (_of_era, _buddhist, _plain, _compact, _roman):
        year = find(text)
        if year is not None and EARLIEST <= year <= LATEST:
            return year
    return None


def _as_ascii_digit(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _of_era(text: str) -> int | None:
    found = _OF_ERA.search(text)
    if found is None:
        return None
    return _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))


def _buddhist(text: str) -> int | None:
    found = _BUDDHIST.search(text)
    return int(found[1]) - _BUDDHIST_YEARS_AHEAD if found else None


def _plain(text: str) -> int | None:
    years = (int(found[1]) for found in _YEAR.finditer(_DECADE.sub(" ", text)))
    return next((year for year in years if EARLIEST <= year <= LATEST), None)


def _compact(text: str) -> int | None:
    """Read 19970512, 199705, 12051997 and 19970512235959; a 30th of February is its year."""
    for found in _COMPACT.finditer(text):
        digits = found[0]
        if len(digits) in (12, 14):
            digits = digits[:8]
        year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:] or 0)
        earliest = EARLIEST if len(digits) == 8 else EARLIEST_OF_SIX_DIGITS
        if earliest <= year <= LATEST and month <= 12 and day <= 31:  # 0: not known
            return year
        one, other, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
        is_day = 1 <= min(one, other) <= 12 and max(one, other) <= 31
        if len(digits) == 8 and is_day and EARLIEST <= year <= LATEST:
            return year
    return None


def _roman(text: str) -> int | None:
    found = _ROMAN.search(text)
    if found is None:
        return None
    values = [_ROMAN_VALUES[letter] for letter in found[1]]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
