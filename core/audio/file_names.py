"""What a file's name says of its music: "07. Miles Davis - So What" names three things.

A number at the beginning is a track number only where it is written like one ("01 Prelude",
"12-Gymnopédie"), or where the files beside it carry on counting; "99 Luftballons" and
"50 Cent - In Da Club" stay what they are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.audio.artists import clean_line
from core.audio.nobody import is_nobody

_DASHES = re.compile(r"\s+[-–—]\s+")
# Written like a track number, whatever the files beside it: (disc, track) stand before the rest.
_TRACK_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?:(?:cd|disc|disk)\s?\d{1,2}\s?[-–_.\s]\s?)?(?:track|titel|traccia|pista|piste)?\s?"
        r"(?!007\s\w)(?P<track>[0٠۰０]\d{1,2})"
        r"(?:\s*[-–—.:)\]．：、）】]\s*(?=\D)|\s+(?=\D|[1-9]\d*\s*[^\W\d_])"
        r"|(?=(?-i:[A-Z])|[^\W\d_a-z]))",
        r"(?:\d|cd\s?\d{1,2})\s?[-–.]\s?(?P<track>\d{2})\s*[-–—.:)\]]\s+(?=\S)",
        r"(?:[1-5]|cd\s?\d{1,2})-(?P<track>\d{2})\s+(?=\S)",  # 1-02 x
        r"(?:cd\s?)?\d\.(?P<track>0[1-9])\s+(?!(?:uhr|[ap]\.?m\.?)\b)(?=\S)",  # 1.02 x
        r"(?P<track>\d{1,3})[.:]\s+(?=\S)",  # 7. x
        r"(?P<track>\d{1,2})\.(?=[^\W\d_])",  # 7.x
        r"[(\[]?(?P<track>\d{1,2})[)\]]\s*(?=\S)",  # (7) x, 7) x, [07] x
        r"#(?P<track>\d{1,3})\s*[-–—.:]\s+(?=\S)",
        r"#(?P<track>0\d)\s+(?=\S)",
        r"(?P<track>\d{1,2})\s+[-–—]\s*(?=\S)",
        r"(?P<track>[1-3]\d)[-–—](?=[^\W\d_]{3})",  # 12-x; 3-D, 6-Pack, 99-Cent only in company
        r"[A-Ha-h](?P<track>\d{1,2})[.:)]\s*(?=[^\W_])",  # A1. x
    )
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "12-Bar Original", "24-Hour Party People": a number that counts what follows.
_UNITS = _words(
    "bar bars bit bits string strings inch inches hour hours minute minutes min second seconds sec"
    " day days week weeks month months year years part parts step steps track tracks tone tones way"
    " ways point points piece voice voices fold mile miles foot feet beat beats man men pound ply"
    " degree degrees ton tons star takt takter takte stimmig saitig teilig tägig jährig eleven up"
    " down eyed sided speed ball door dimensional chord times time hertz hz khz bpm"
    " cent cents karat carat pack gauge"
)
# "9. Sinfonie", "2. Satz", "1. Mai": German ordinals.
_ORDINALS = _words(
    "sinfonie symphonie satz akt aufzug szene bild teil strophe konzert sonate klavierkonzert"
    " violinkonzert cellokonzert klaviersonate violinsonate streichquartett quartett quintett trio"
    " suite messe januar februar märz april mai juni juli august september oktober november"
    " dezember"
)
# A number before a space or in a word is one only in company; so is a side of a record.
_MAYBE = re.compile(r"(?:(?P<side>[A-Ha-h])|#)?(?P<track>\d{1,3})(?:\s+(?=\S)|[-–—](?=[^\W\d_]))")
_ONLY_NUMBER = re.compile(r"(?:track\s?)?(\d{1,3})", re.IGNORECASE)
_LONGEST_COUNT = 99


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a file's name says; "" and None where it says nothing."""

    artist: str
    album: str
    title: str
    track: int | None


def read_file_name(path: Path) -> NameWords:
    """Read "Artist - Title", "01. Artist - Title", "Artist - Album - 01 - Title" and the like."""
    name = _shown(path)
    track, rest = _without_track(name, path)
    parts = [part.strip() for part in _DASHES.split(rest) if part.strip()]
    if len(parts) < 2:
        return NameWords("", "", clean_line(rest) or clean_line(name), track)
    artist, album, middle = parts[0], "", parts[1:]
    for index, part in enumerate(middle[:-1]):
        found = _ONLY_NUMBER.fullmatch(part)
        if found:  # Artist - Album - 01 - Title
            album, track, middle = " - ".join(middle[:index]), int(found[1]), middle[index + 1 :]
            break
    else:
        inner_track, first = _written_track(middle[0])
        if inner_track is not None and track is None:  # Artist - 01. Title
            track, middle = inner_track, [first, *middle[1:]]
    artist = "" if is_nobody(artist) else artist
    return NameWords(clean_line(artist), clean_line(album), clean_line(" - ".join(middle)), track)


def _shown(path: Path) -> str:
    """Return the name without suffix; bytes that are no UTF-8 are read as the West wrote them."""
    stem = path.stem.strip() or path.stem
    if any("\udc80" <= sign <= "\udcff" for sign in stem):
        stem = os.fsencode(stem).decode("cp1252", "replace")
    return stem if " " in stem else stem.replace("_", " ")


def _without_track(name: str, path: Path) -> tuple[int | None, str]:
    track, rest = _written_track(name)
    found = _MAYBE.match(name)
    if rest == name and found is not None and _is_counted(found, path):
        return _number(found["track"]), name[found.end() :].lstrip(" -–—")
    return track, rest


def _written_track(name: str) -> tuple[int | None, str]:
    """Split off a track number that is written like one; (None, name) where there is none."""
    for form in _TRACK_FORMS:
        found = form.match(name)
        if found is not None and name[found.end() :].strip():
            rest = name[found.end() :].strip()
            if _counts_units(found[0], rest):
                continue
            return _number(found["track"]), rest
    return None, name


def _counts_units(number: str, rest: str) -> bool:
    """Tell whether a number counts what follows ("12-Bar …", "9. Sinfonie")."""
    word = re.split(r"[\W_]", rest, maxsplit=1)[0].casefold()
    counted = {"-": _UNITS, ".": _ORDINALS}.get(number.rstrip()[-1:], frozenset())
    return not number.startswith("0") and word in counted


def _number(digits: str) -> int | None:
    return int(digits) or None


def _is_counted(found: re.Match[str], path: Path) -> bool:
    """Tell whether the files beside it make a number a count: most are numbered, and the one
    before (or, of the first, the one behind) is there, in the same writing.
    """
    n_files, numbers = _numbers_beside(path.parent)
    side, number = (found["side"] or "").casefold(), int(found["track"])
    n_numbered = sum(len(tracks) for tracks in numbers.values())
    if number > _LONGEST_COUNT or 4 * n_numbered < 3 * n_files:
        return False
    tracks = numbers.get(side, ())
    neighbour = number - 1 if number > 1 else number + 1
    is_first_of_side = bool(side) and number == 1 and len(numbers) > 1
    return neighbour in tracks or is_first_of_side


def _numbers_beside(folder: Path) -> tuple[int, dict[str, tuple[int, ...]]]:
    try:
        return _read_numbers(str(folder), folder.stat().st_mtime_ns)
    except OSError:
        return 0, {}


@lru_cache(maxsize=16)
def _read_numbers(folder: str, _mtime_ns: int) -> tuple[int, dict[str, tuple[int, ...]]]:
    """Return how many sounds a folder holds, and the numbers they begin with, by record side."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if entry.is_file()]
    stems = _sounds(names)
    numbers: dict[str, list[int]] = {}
    for stem in stems:
        found = _MAYBE.match(stem)
        track = _written_track(stem)[0] if found is None else int(found["track"])
        if track is not None:
            side = (found["side"] or "").casefold() if found else ""
            numbers.setdefault(side, []).append(track)
    return len(stems), {side: tuple(tracks) for side, tracks in numbers.items()}


def _sounds(names: Sequence[str]) -> list[str]:
    """Return the stems of the names that have the folder's commonest suffix: its music."""
    suffixes = [Path(name).suffix.casefold() for name in names]
    if not suffixes:
        return []
    commonest = max(sorted(set(suffixes)), key=suffixes.count)
    pairs = zip(names, suffixes, strict=True)
    return [_shown(Path(name)) for name, suffix in pairs if suffix == commonest]
