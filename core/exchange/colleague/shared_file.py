"""Requests and answers as files: one JSON each, bounded in size, and trusted in nothing.

No audio is in them and no path: of a file only its bare name. What is read is only ever compared
and shown; nothing in a file names what is opened, written or run.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from core.errors import ExchangeError, LibraryError
from core.exchange.colleague.records import ColleagueAnswer, ColleagueRequest
from core.exchange.file_errors import cannot_read
from core.exchange.files.label_files import check_ordinary
from core.exchange.files.output import output_file
from core.exchange.label_records import LabelledDecision, LabelledSong
from core.library.codebook.codebook_file import codebook_words
from core.library.codebook.codebook_records import CodebookWords, TagWords
from core.library.records import State
from core.library.text import clean_key, clean_name, name_key, storable
from core.messages import message
from core.printable import one_line

REQUEST, ANSWER, VERSION = "rhythmcap-request", "rhythmcap-answer", 1
MAX_BYTES = 32_000_000
MAX_SONGS, MAX_TAGS, MAX_LETTERS = 20_000, 2_000, 2_000
MAX_SECONDS = 1e6
MAX_MEANING = 20_000  # letters of a definition
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

Row = Mapping[str, Any]
Read = TypeVar("Read")
_SONG_TEXTS = ("audio_hash", "title", "artist", "album", "file")


def write_request(request: ColleagueRequest, path: Path) -> None:
    """Write a request, whole or not at all. Raises ExchangeError."""
    body = {
        "annotator": request.annotator,
        "blind": request.blind,
        "seed": request.seed,
        "note": request.note,
        "codebook": request.content,
        "songs": [_song_row(song) for song in request.songs],
        "decisions": [_decision_row(decision) for decision in request.decisions],
    }
    _write({"format": REQUEST, "version": VERSION, "id": request.id,
            "created_at": request.created_at, **body}, path)  # fmt: skip


def write_answer(answer: ColleagueAnswer, path: Path) -> None:
    """Write an answer, whole or not at all. Raises ExchangeError."""
    _write(
        {
            "format": ANSWER,
            "version": VERSION,
            "request": answer.request_id,
            "annotator": answer.annotator,
            "created_at": answer.created_at,
            "blind": answer.blind,
            "guess_visible": answer.n_guess_visible,
            "codebook": answer.content,
            "songs": [_song_row(song) for song in answer.songs],
            "decisions": [_decision_row(decision) for decision in answer.decisions],
        },
        path,
    )


def request_id(annotator: str, songs: Sequence[LabelledSong], content: Mapping[str, Any]) -> str:
    """Return what a request is known by: the same for the same songs, tags and asker."""
    known = [annotator, [song.audio_hash for song in songs], content]
    text = json.dumps(known, ensure_ascii=True, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def read_request(path: Path) -> ColleagueRequest:
    """Read a request. Raises ExchangeError for anything else, naming file, cause and remedy."""
    return _checked(path, REQUEST, _request)


def read_answer(path: Path) -> ColleagueAnswer:
    """Read an answer. Raises ExchangeError for anything else, naming file, cause and remedy."""
    return _checked(path, ANSWER, _answer)


def _request(row: Row) -> ColleagueRequest:
    return ColleagueRequest(
        **_of_both(row),
        id=_text(row, "id"),
        annotator=_name(row, may_be_empty=True),
        seed=_whole(row, "seed"),
        note=_text(row, "note"),
    )


def _answer(row: Row) -> ColleagueAnswer:
    return ColleagueAnswer(
        **_of_both(row),
        request_id=_text(row, "request"),
        annotator=_name(row, may_be_empty=False),
        n_guess_visible=_whole(row, "guess_visible"),
    )


def _of_both(row: Row) -> dict[str, Any]:
    """Read the fields that a request and an answer have in common."""
    songs, content = _songs(row), _mapping(row, "codebook")
    words = _words(content)
    n_tags = sum(len(category.tags) for category in words.categories)
    return {
        "songs": songs,
        "words": words,
        "content": content,
        "decisions": _decisions(row, len(songs), n_tags),
        "blind": row.get("blind") is True,
        "created_at": _text(row, "created_at"),
    }


def _checked(path: Path, kind: str, read: Callable[[Row], Read]) -> Read:
    """Read a file of a kind; whatever is wrong with it becomes one error."""
    check_ordinary(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise cannot_read(path, error) from error
    try:
        if len(data) > MAX_BYTES:
            raise ValueError(message("colleague.too_large", megabytes=MAX_BYTES // 1_000_000))
        row = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
        if not isinstance(row, dict) or row.get("format") not in (REQUEST, ANSWER):
            raise ValueError(message("colleague.no_such_file"))
        if row["format"] != kind:
            if row["format"] == ANSWER:
                raise ExchangeError("colleague.is_answer", name=path.name, path=path)
            raise ExchangeError("colleague.is_request", name=path.name, path=path)
        if not isinstance(row.get("version"), int) or row["version"] > VERSION:
            raise ValueError(message("colleague.newer"))
        return read(row)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, LibraryError) as error:
        raise ExchangeError(
            "colleague.unreadable",
            name=path.name,
            why=_reason(error),
            detail=repr(error),
            path=path,
        ) from error


def _reason(error: Exception) -> str:
    if isinstance(error, LibraryError):
        return message("colleague.bad_name")
    if isinstance(error, json.JSONDecodeError):
        return message("colleague.no_json", line=error.lineno)
    own = isinstance(error, ValueError) and error.args and isinstance(error.args[0], str)
    is_ours = own and hasattr(error.args[0], "id")  # a Message
    return error.args[0] if is_ours else message("colleague.damaged")


def _write(content: Row, path: Path) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    with output_file(path) as draft:
        draft.write_text(text + "\n", encoding="utf-8", errors="backslashreplace")


def _song_row(song: LabelledSong) -> Row:
    facts = {
        "audio_hash": song.audio_hash, "title": song.title, "artist": song.artist,
        "album": song.album, "year": song.year, "duration_s": song.duration_s, "file": song.path,
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value not in ("", None)}


def _decision_row(decision: LabelledDecision) -> Row:
    facts = {
        "song": decision.song, "tag": decision.word, "state": decision.state.value,
        "intensity": decision.intensity, "start_s": decision.start_s, "end_s": decision.end_s,
        "created_at": decision.created_at or None, "note": decision.note or None,
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value is not None}


def _words(content: Row) -> CodebookWords:
    words = codebook_words(dict(content), "")
    tags = [tag for category in words.categories for tag in category.tags]
    if not 0 < len(tags) <= MAX_TAGS:
        raise ValueError(message("colleague.n_tags", n=len(tags), most=MAX_TAGS))
    if len({name_key(tag.name) for tag in tags}) < len(tags):
        raise ValueError(message("colleague.tag_twice"))
    looks = [(word.key, word.colour) for word in words.categories]
    for key, colour in (*looks, *((tag.key, tag.colour) for tag in tags)):
        clean_key(key)
        if colour and not _COLOUR.fullmatch(colour):
            raise ValueError(message("colleague.damaged"))
    if any(len(text) > MAX_MEANING for tag in tags for text in _meanings(tag)):
        raise ValueError(message("colleague.damaged"))
    return words


def _meanings(tag: TagWords) -> tuple[str, ...]:
    return tag.definition, tag.use_when, tag.not_when


def _songs(row: Row) -> tuple[LabelledSong, ...]:
    rows = _list(row, "songs")
    if not 0 < len(rows) <= MAX_SONGS:
        raise ValueError(message("colleague.n_songs", n=len(rows), most=MAX_SONGS))
    songs = tuple(_song(song) for song in rows)
    if len({song.audio_hash for song in songs}) < len(songs):
        raise ValueError(message("colleague.song_twice"))
    return songs


def _song(row: Row) -> LabelledSong:
    audio_hash, title, artist, album, file = (_text(row, name) for name in _SONG_TEXTS)
    if len(audio_hash) != 32 or not set(audio_hash) <= set("0123456789abcdef"):
        raise ValueError(message("colleague.no_hash"))
    bare = file.replace("\\", "/").rpartition("/")[2]  # only ever compared with names
    return LabelledSong(
        bare if bare not in (".", "..") else "", audio_hash, title, artist, album,
        _whole(row, "year") or None, _seconds(row, "duration_s"),
    )  # fmt: skip


def _decisions(row: Row, n_songs: int, n_tags: int) -> tuple[LabelledDecision, ...]:
    return tuple(_decision(entry, n_songs, n_tags) for entry in _list(row, "decisions"))


def _decision(row: Row, n_songs: int, n_tags: int) -> LabelledDecision:
    song, tag = _whole(row, "song"), _whole(row, "tag")
    start_s, end_s = _seconds(row, "start_s"), _seconds(row, "end_s")
    intensity = _seconds(row, "intensity")
    whole_song = start_s is None and end_s is None
    in_range = song < n_songs and tag < n_tags and (intensity is None or intensity <= 1.0)
    if not in_range or not (whole_song or _is_part(start_s, end_s)):
        raise ValueError(message("colleague.damaged"))
    return LabelledDecision(
        song, tag, State(row["state"]), intensity, start_s, end_s,
        created_at=_text(row, "created_at"), note=_text(row, "note"),
    )  # fmt: skip


def _is_part(start_s: float | None, end_s: float | None) -> bool:
    return start_s is not None and end_s is not None and start_s < end_s


def _name(row: Row, *, may_be_empty: bool) -> str:
    text = _text(row, "annotator")
    return "" if may_be_empty and not text.strip() else clean_name(text, "annotator")


def _text(row: Row, name: str) -> str:
    """Return a text on one line that a library can store, "" where there is none."""
    value = row.get(name, "")
    if not isinstance(value, str) or len(value) > MAX_LETTERS:
        raise ValueError(message("colleague.damaged"))
    return storable(one_line(value))


def _whole(row: Row, name: str) -> int:
    value = row.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise ValueError(message("colleague.damaged"))
    return value


def _seconds(row: Row, name: str) -> float | None:
    """Return a number from 0 on, None where there is none."""
    value = row.get(name)
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not math.isfinite(value) or not 0 <= value <= MAX_SECONDS:
        raise ValueError(message("colleague.damaged"))
    return float(value)


def _list(row: Row, name: str) -> list[Any]:
    value = row.get(name, [])
    if not isinstance(value, list):
        raise TypeError(name)
    return value


def _mapping(row: Row, name: str) -> dict[str, Any]:
    value = row[name]
    if not isinstance(value, dict):
        raise TypeError(name)
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
