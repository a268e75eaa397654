"""Files that are named after the song they are about: writing them, and finding the song again.

A name is the song's file name; where another song has the same, or not every disk takes it, its
audio hash stands behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from core.audio.decode import AUDIO_SUFFIXES
from core.exchange.files.output import free_file_name, output_folder
from core.exchange.format_records import Written
from core.exchange.label_records import LabelledSong
from core.exchange.label_source import SONGS_PER_PAGE, LabelSource, SongLabels
from core.jobs import JobContext
from core.library.records import Song
from core.library.store import Library
from core.library.text import name_key

ENDINGS = re.compile(r"([-_. ]labels?|(\.table\.\d+)?\.selections)$", re.IGNORECASE)
_STEM_BYTES = 100  # of a name with a hash behind it, so that both fit
_HASHED = re.compile(r"(?P<stem>.*) (?P<hash>[0-9a-f]{32})")


def write_song_files(
    source: LabelSource,
    folder: Path,
    suffix: str,
    content_of: Callable[[SongLabels], tuple[str, int]],
    job: JobContext,
) -> Written:
    """Write a file for every song with decisions of the current annotator.

    content_of: returns the file of a song as text and how many decisions are in it; where these
    are none, the song has no file. Raises ExchangeError, Cancelled.
    """
    names, files, n_rows = SongFileNames(source.library, suffix), list[str](), 0
    with output_folder(folder) as draft:
        for song_labels in source.songs(job):
            text, n_decisions = content_of(song_labels)
            if n_decisions:
                files.append(names.name_of(song_labels.song))
                (draft / files[-1]).write_text(text, encoding="utf-8", newline="")
                n_rows += n_decisions
    return Written(tuple(folder / name for name in files), n_rows)


class SongFileNames:
    """Names the files of one export. Reads the names of all songs of the library once."""

    def __init__(self, library: Library, suffix: str) -> None:
        """Suffix: of the files, with its ending, as ".selections.txt"."""
        self._suffix = suffix
        self._taken = set[str]()
        self._n_songs: Counter[str] = Counter()
        last = 0
        while songs := library.songs.after(last, SONGS_PER_PAGE):
            self._n_songs.update(name_key(song.path.stem) for song in songs)
            last = songs[-1].id

    def name_of(self, song: Song) -> str:
        """Return a name that no former song has, and that song_of_file() finds the song by."""
        stem = song.path.stem
        name = free_file_name(stem, self._suffix, self._taken)
        is_found = PurePosixPath(song_of_file(name).path).stem == stem
        if is_found and self._n_songs[name_key(stem)] == 1:
            return name
        short = stem.encode("utf-8", "replace")[:_STEM_BYTES].decode("utf-8", "ignore")
        return free_file_name(f"{short} {song.audio_hash}", self._suffix, self._taken)


def song_of_file(name: str) -> LabelledSong:
    """Return the song that a file is about. name: below the folder that is read, with slashes."""
    file = PurePosixPath(name)
    stem = ENDINGS.sub("", file.stem)
    found = _HASHED.fullmatch(stem)
    if found:
        stem = found["stem"]
    if PurePosixPath(stem).suffix.casefold() not in AUDIO_SUFFIXES:
        stem += file.suffix  # so that what is behind the last dot is no part of the name
    return LabelledSong(str(file.with_name(stem)), found["hash"] if found else "")
