"""All formats of labels, found by name or by what a file looks like."""

from __future__ import annotations

from pathlib import Path

from core.errors import ExchangeError, UnusableWord
from core.exchange.colleague.records import REQUEST_SUFFIX
from core.exchange.file_errors import cannot_read
from core.exchange.files.label_files import check_ordinary
from core.exchange.format_records import LabelFormat
from core.exchange.formats import (
    audacity,
    colleague_answer,
    gtzan,
    jams,
    lastfm,
    long_table,
    magnatagatune,
    mixxx,
    mtg_jamendo,
    org,
    playlists,
    raven,
    rekordbox,
    sonic_visualiser,
    sonic_visualiser_csv,
    traktor,
    wide_table,
)

_DATA_SETS = (magnatagatune.FORMAT, mtg_jamendo.FORMAT, gtzan.FORMAT, lastfm.FORMAT)

FORMATS: tuple[LabelFormat, ...] = (
    jams.FORMAT,
    sonic_visualiser.FORMAT,
    sonic_visualiser_csv.FORMAT,
    raven.FORMAT,
    audacity.FORMAT,
    playlists.SEARCH,
    playlists.TAGS,
    rekordbox.FORMAT,
    traktor.FORMAT,
    mixxx.FORMAT,
    org.FORMAT,
    *_DATA_SETS,  # before the tables that theirs look like
    long_table.CSV,
    long_table.TSV,
    wide_table.CSV_WIDE,
    wide_table.TSV_WIDE,
    colleague_answer.FORMAT,
)
"""In the order in which they are offered, and in which a file is tried on them."""

HEAD_BYTES = 65536

# What to say of files that are often chosen, and are in no format of labels.
_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers", ".sav")
_PLAYLISTS = (".xspf", ".pls", ".wpl", ".asx", ".crate", ".fpl", ".xml")
_OTHERS = (
    *((suffix, "exchange.is_spreadsheet") for suffix in _SPREADSHEETS),
    *((suffix, "exchange.is_other_playlist") for suffix in _PLAYLISTS),
    *((suffix, "exchange.is_other_json") for suffix in (".json", ".jsonl")),
    (REQUEST_SUFFIX, "colleague.is_request"),
)
_SENTENCE_OF_SUFFIX = dict(_OTHERS)


def readable_formats() -> tuple[LabelFormat, ...]:
    """Return the formats that can be imported."""
    return tuple(form for form in FORMATS if form.read is not None)


def writable_formats() -> tuple[LabelFormat, ...]:
    """Return the formats that can be exported to."""
    return tuple(form for form in FORMATS if form.write is not None)


def format_named(name: str) -> LabelFormat:
    """Return the format of a name. Raises UnusableWord for an unknown one."""
    found = next((form for form in FORMATS if form.name == name), None)
    if found is None:
        names = ", ".join(form.name for form in FORMATS)
        raise UnusableWord("exchange.unknown_format", name=name, names=names)
    return found


def format_to_read(path: Path, name: str = "") -> LabelFormat:
    """Return the format to read a file or folder in: that of a name, else as it looks.

    Raises ExchangeError, also for a pipe or a device: what comes from it can be read only once, and
    may have no end.
    """
    check_ordinary(path)
    return format_named(name) if name else format_of(path)


def format_of(path: Path) -> LabelFormat:
    """Return the format that a file or folder is in. Raises ExchangeError if none knows it."""
    head = _head(path)
    if not head and not path.is_dir():
        raise ExchangeError("exchange.empty_file", name=path.name, path=path)
    suffix = "".join(path.suffixes[-1:]).casefold()
    for form in readable_formats():
        fits = path.is_dir() or suffix in form.suffixes
        if fits and form.recognises(path, head):
            return form
    other = "exchange.no_label_files" if path.is_dir() else "exchange.no_format"
    sentence = _SENTENCE_OF_SUFFIX.get(suffix, other)
    raise ExchangeError(sentence, name=path.name, path=path)


def _head(path: Path) -> bytes:
    """Read the first bytes of a file; none of a folder. Raises ExchangeError."""
    if path.is_dir():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError as error:
        raise cannot_read(path, error) from error
