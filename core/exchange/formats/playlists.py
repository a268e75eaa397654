"""M3U8 playlists: the songs of a search as one, or one a tag and saved search; any M3U is read.

A playlist that is read is a word for its songs: the tag that it was written for (#PLAYLIST), else
its file's name, in the category "Lists". Playlists may name others; what leads back is skipped.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_read
from core.exchange.files.output import free_file_name, output_file, output_folder
from core.exchange.format_records import ExportOptions, LabelFormat, Target, Written
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource
from core.exchange.notations.qualified_words import qualified, split_qualified
from core.jobs import JobContext
from core.library.records import Song, State
from core.messages import message
from core.printable import one_line, path_from_text, path_text

LISTS = "Lists"  # the category of playlists that were not written for a tag
SUFFIXES = (".m3u8", ".m3u")
DEEPEST = 8  # playlists within playlists
LONGEST_LINE = 32_768
_EXTINF = re.compile(r"#EXTINF:\s*(-?\d+(?:\.\d+)?)?[^,]*,?(.*)")
_PLAYLIST = "#PLAYLIST:"
_WEB = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Playlist:
    """A playlist that is being read, and those that led to it."""

    path: Path
    parents: tuple[Path, ...] = ()


def write_search(
    source: LabelSource, path: Path, options: ExportOptions, job: JobContext
) -> Written:
    """Write the songs of a search in its order."""
    with output_file(path) as draft, _open(draft) as file:
        file.write("#EXTM3U\n")
        n_songs = 0
        for labels in source.songs(job):
            file.write(_entry(labels.song, path.parent, options))
            n_songs += 1
    return Written((path,), n_songs)


def write_tags(
    source: LabelSource, folder: Path, options: ExportOptions, job: JobContext
) -> Written:
    """Write a playlist for every tag that any song has, and one for every saved search."""
    lists: dict[str, list[int]] = {}
    for labels in source.songs(job):
        for decision in labels.decisions:
            if decision.state is State.YES and decision.start_s is None:
                tag_id = decision.tag_id
                name = qualified(source.category_of(tag_id), source.tags[tag_id].name)
                lists.setdefault(name, []).append(labels.song.id)
    for saved in source.library.search.saved():
        if source.library.search.check(saved.query) is None:
            lists[saved.name] = source.library.search.ids(saved.query).tolist()
    taken: set[str] = set()
    names = {
        name: free_file_name(" - ".join(split_qualified(name) or (name,)), SUFFIXES[0], taken)
        for name in lists
    }
    n_songs = 0
    with output_folder(folder) as draft:
        for name, ids in lists.items():
            job.check()
            songs = [row.song for row in source.library.songs.rows(list(dict.fromkeys(ids)))]
            with _open(draft / names[name]) as file:
                file.write(f"#EXTM3U\n{_PLAYLIST}{one_line(name)}\n")
                file.writelines(_entry(song, folder, options) for song in songs)
            n_songs += len(songs)
    return Written(tuple(folder / name for name in names.values()), n_songs)


def read(path: Path, job: JobContext) -> LabelFile:
    """Read a playlist, or all of a folder."""
    labels = LabelFile("m3u8")
    paths = sorted(p for p in path.iterdir() if _is_playlist(p)) if path.is_dir() else [path]
    for one in paths:
        job.check()
        _read_list(labels, _Playlist(one), None, job)
    return labels


def recognises(path: Path, _head: bytes) -> bool:
    """Take every file of these suffixes, and folders that hold such files."""
    return path.is_file() or any(map(_is_playlist, path.iterdir()))


def _read_list(labels: LabelFile, playlist: _Playlist, word: int | None, job: JobContext) -> None:
    """Read one playlist; word: of the one that names it, None where it stands for itself."""
    path, seconds, title = playlist.path, None, ""
    for number, line in enumerate(_lines(labels, path), start=1):
        job.check()
        if line.startswith("#"):
            if line.startswith(_PLAYLIST) and word is None:
                word = labels.add_word(_word(line.removeprefix(_PLAYLIST).strip() or path.stem))
            elif found := _EXTINF.match(line):
                seconds, title = _seconds(found[1]), found[2].strip()
            continue
        if not line.strip():
            continue
        if word is None:
            word = labels.add_word(LabelledWord(path.stem, LISTS))
        entry = _entry_path(line)
        if entry is None:
            labels.fault(number, message("exchange.not_a_file"), line, path.name)
        elif Path(entry).suffix.casefold() in SUFFIXES:
            _read_inner(labels, playlist, entry, word, job)
        else:
            song = labels.add_song(_song(entry, path, seconds, title, number))
            labels.decide(LabelledDecision(song, word, line=number))
        seconds, title = None, ""


def _read_inner(
    labels: LabelFile, playlist: _Playlist, entry: str, word: int, job: JobContext
) -> None:
    """Read a playlist that another names, as part of it; circles and missing ones are faults."""
    inner = Path(os.path.normpath(playlist.path.parent / entry))
    chain = (*playlist.parents, playlist.path)
    if inner in chain or len(chain) > DEEPEST:
        labels.fault(0, message("exchange.playlist_circle"), entry, playlist.path.name)
    elif not inner.is_file():
        labels.fault(0, message("exchange.playlist_missing"), entry, playlist.path.name)
    else:
        _read_list(labels, _Playlist(inner, chain), word, job)


def _lines(labels: LabelFile, path: Path) -> Iterable[str]:
    """Yield a playlist's lines as UTF-8, or as Western letters where it is none."""
    try:
        with path.open("rb") as file:
            lines = iter(partial(file.readline, LONGEST_LINE + 1), b"")
            for number, raw in enumerate(lines, start=1):
                if len(raw) > LONGEST_LINE or b"\0" in raw:
                    raise ExchangeError(
                        "exchange.no_playlist", name=path.name, line=number, path=path
                    )
                yield _decoded(labels, raw, path).rstrip("\r\n")
    except OSError as error:
        raise cannot_read(path, error) from error


def _decoded(labels: LabelFile, raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        remark = message("exchange.read_as_western", name=path.name)
        if remark not in labels.remarks:
            labels.remarks.append(remark)
        return raw.decode("cp1252", "replace")


def _word(text: str) -> LabelledWord:
    """Return the word of a playlist's title: "category: tag" as it is written here."""
    category, name = split_qualified(text) or (LISTS, text)
    return LabelledWord(name, category) if name else LabelledWord(text, LISTS)


def _song(entry: str, path: Path, seconds: float | None, title: str, line: int) -> LabelledSong:
    artist, dash, name = title.partition(" - ")
    known = (path.parent / entry) if path.parent != Path() else Path(entry)
    duration_s = seconds if seconds and seconds > 0 else None
    return LabelledSong(
        path=str(known).replace("\\", "/"), artist=artist if dash else "",
        title=name if dash else title, duration_s=duration_s, line=line,
    )  # fmt: skip


def _entry_path(line: str) -> str | None:
    """Return the path of a line, a file: address or a plain one; None for what is elsewhere."""
    text = line.strip()
    if text.casefold().startswith("file://"):
        return str(path_from_text("file://" + text[len("file://") :].removeprefix("localhost")))
    if _WEB.match(text) and urlsplit(text).scheme:
        return None
    return text


def _seconds(text: str | None) -> float | None:
    return float(text) if text else None


def _entry(song: Song, folder: Path, options: ExportOptions) -> str:
    words = " - ".join(word for word in (song.artist, song.title or song.path.stem) if word)
    path = song.path.absolute()
    text = path_text(path)
    if options.relative and text == str(path):
        text = os.path.relpath(path, folder.absolute())
        text = f"./{text}" if text.startswith("#") else text
    return f"#EXTINF:{round(song.duration_s)},{one_line(words)}\n{text}\n"


def _is_playlist(path: Path) -> bool:
    return path.suffix.casefold() in SUFFIXES and path.is_file()


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="\n")


SEARCH = LabelFormat(
    "m3u8",
    "exchange.title_m3u8",
    SUFFIXES,
    write=write_search,
    lost=("exchange.lost_all_but_songs",),
    purpose="exchange.for_playlist",
    only_songs=True,
)
TAGS = LabelFormat(
    "m3u8-tags", "exchange.title_m3u8_tags", SUFFIXES, read, write_tags, recognises,
    Target.FOLDER, ("exchange.lost_all_but_yes",), "exchange.for_playlists",
)  # fmt: skip
