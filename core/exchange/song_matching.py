"""Which song of a library a file of labels means: by sound, path, path ending, words, likeness.

The surest way comes first; a song that several ways or rows could mean equally well is not
guessed. Likeness (rapidfuzz) is only a suggestion, for a person to confirm.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from core.exchange.label_records import LabelledSong
from core.folding import fold
from core.jobs import SILENT, JobContext
from core.library.records import Song
from core.library.store import Library
from core.messages import message

LENGTH_TOLERANCE_S = 2.0
ALIKE = 88.0  # of rapidfuzz's token_sort_ratio, 0 to 100
AHEAD = 3.0  # of the next best
SAME_NAME = 90.0  # how alike two files of the same name in different folders are
SONGS_PER_PAGE = 500


class MatchedBy(StrEnum):
    """How a song was found. LIKENESS is to be confirmed; SEVERAL and NONE: it was not found.

    LIKENESS is also a file of the same name in another folder, and a title without its artist,
    where the length is not told.
    """

    SOUND = "sound"
    PATH = "path"
    PATH_ENDING = "path ending"
    WORDS = "words"
    LIKENESS = "likeness"
    SEVERAL = "several"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SongMatch:
    """What a song of a file is in the library: its id, 0 for none.

    closeness: of words 0 to 100; of a path ending, how many of its parts agree. other_length_s: of
    the song that would have been found, if it were as long as the file says.
    """

    by: MatchedBy
    song_id: int = 0
    closeness: float = 100.0
    other_length_s: float | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """A song of the library as it is looked for: parts of its path from the end, folded words."""

    song_id: int
    parts: tuple[str, ...]
    words: tuple[str, str]
    duration_s: float

    @property
    def text(self) -> str:
        return " ".join(word for word in self.words if word)


class SongMatcher:
    """Finds songs of one library; reads it once, keeps some hundred bytes a song."""

    def __init__(self, library: Library, folder: Path, job: JobContext = SILENT) -> None:
        """Read all songs. folder: that of the file of labels, where relative paths begin."""
        self._library = library
        self._folder = folder
        self._known = list(_read_songs(library, job))
        self._by_name: dict[str, list[_Known]] = {}
        self._by_stem: dict[str, list[_Known]] = {}
        self._by_words: dict[tuple[str, str], list[_Known]] = {}
        self._by_title: dict[str, list[_Known]] = {}
        for known in self._known:
            self._by_name.setdefault(known.parts[0], []).append(known)
            self._by_stem.setdefault(stem_of(known.parts[0]), []).append(known)
            if known.words[1]:
                self._by_words.setdefault(known.words, []).append(known)
                self._by_title.setdefault(known.words[1], []).append(known)

    def match(self, songs: Sequence[LabelledSong], job: JobContext = SILENT) -> list[SongMatch]:
        """Find all songs of a file, in its order. Raises Cancelled."""
        hashes = [song.audio_hash for song in songs if song.audio_hash]
        by_sound = self._library.songs.ids_of_hashes(hashes)
        found = list[SongMatch]()
        for number, song in enumerate(songs):
            if number % SONGS_PER_PAGE == 0:
                job.check()
                job.report(number, len(songs), message("exchange.matching"))
            song_id = by_sound.get(song.audio_hash, 0)
            found.append(SongMatch(MatchedBy.SOUND, song_id) if song_id else self._find(song))
        found = _keep_closest(found)
        lost = [number for number, match in enumerate(found) if match.by is MatchedBy.NONE]
        for number, match in self._alike(songs, lost, job):
            found[number] = match
        return found

    def lengths_s(self, matches: Iterable[SongMatch]) -> dict[int, float]:
        """Return the lengths of the songs that were found or suggested, by their id."""
        wanted = {match.song_id for match in matches}
        return {k.song_id: k.duration_s for k in self._known if k.song_id in wanted}

    def _find(self, song: LabelledSong) -> SongMatch:
        """Find a song by its names; where only its length is another, say so."""
        match = self._by_names(song)
        if match.by is not MatchedBy.NONE or song.duration_s is None:
            return match
        other = self._by_names(replace(song, duration_s=None))
        if not other.song_id:
            return match
        length_s = self.lengths_s([other])[other.song_id]
        return SongMatch(MatchedBy.NONE, other_length_s=length_s)

    def _by_names(self, song: LabelledSong) -> SongMatch:
        """Find a song by its path, the end of its path, or its words."""
        if song.path and (song_id := self._at_path(song.path)):
            return SongMatch(MatchedBy.PATH, song_id)
        by_ending = self._by_ending(song) if song.path else SongMatch(MatchedBy.NONE)
        if by_ending.song_id:
            return by_ending
        words = _words(song.artist, song.title)
        same = self._by_words.get(words, []) or (
            [] if words[0] else self._by_title.get(words[1], [])
        )
        same = [known for known in same if _same_length(known.duration_s, song.duration_s)]
        if len(same) == 1:
            sure = same[0].words == words or song.duration_s is not None
            by = MatchedBy.WORDS if sure else MatchedBy.LIKENESS  # anybody's song of that title
            return SongMatch(by, same[0].song_id)
        return SongMatch(MatchedBy.SEVERAL) if same else by_ending

    def _at_path(self, path: str) -> int:
        """Return the song at exactly this path, seen from the file's folder; 0 for none."""
        song = self._library.songs.by_path(Path(os.path.normpath(self._folder / path)))
        return song.id if song else 0

    def _by_ending(self, song: LabelledSong) -> SongMatch:
        """Find the only song whose path ends as this one does, with any suffix if need be."""
        parts = path_parts(song.path)
        for candidates in (
            self._by_name.get(parts[0], []),
            self._by_stem.get(stem_of(parts[0]), []),
        ):
            fitting = [k for k in candidates if _same_length(k.duration_s, song.duration_s)]
            if not fitting:
                continue
            common = [n_common_parts(known.parts, parts) for known in fitting]
            best = [k for k, n in zip(fitting, common, strict=True) if n == max(common)]
            if len(best) > 1:
                return SongMatch(MatchedBy.SEVERAL)
            sure = max(common) > 1 or len(parts) == 1 or song.duration_s is not None
            by = MatchedBy.PATH_ENDING if sure else MatchedBy.LIKENESS
            return SongMatch(by, best[0].song_id, max(common) if sure else SAME_NAME)
        return SongMatch(MatchedBy.NONE)

    def _alike(
        self, songs: Sequence[LabelledSong], lost: Sequence[int], job: JobContext
    ) -> Iterator[tuple[int, SongMatch]]:
        """Suggest songs whose artist and title (or file name) look alike."""
        from rapidfuzz import fuzz, process

        texts = [known.text for known in self._known]
        for n_done, number in enumerate(lost):
            job.check()
            job.report(n_done, len(lost), message("exchange.matching"))
            song = songs[number]
            text = " ".join(word for word in _words(song.artist, song.title) if word)
            text = text or fold(stem_of(path_parts(song.path)[0]) if song.path else "")
            if not text:
                continue
            best = process.extract(
                text, texts, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=8
            )
            fitting = [
                (score, index)
                for _, score, index in best
                if _same_length(self._known[index].duration_s, song.duration_s)
            ]
            if fitting and (len(fitting) == 1 or fitting[0][0] - fitting[1][0] >= AHEAD):
                score, index = fitting[0]
                yield number, SongMatch(MatchedBy.LIKENESS, self._known[index].song_id, score)


def _keep_closest(matches: Sequence[SongMatch]) -> list[SongMatch]:
    """Of several files that end like one song's, keep the one that shares most with it."""
    best: dict[int, list[float]] = {}
    for match in matches:
        if match.by is MatchedBy.PATH_ENDING:
            best.setdefault(match.song_id, []).append(match.closeness)
    return [
        SongMatch(MatchedBy.SEVERAL)
        if match.by is MatchedBy.PATH_ENDING
        and (
            match.closeness < max(best[match.song_id])
            or best[match.song_id].count(match.closeness) > 1
        )
        else match
        for match in matches
    ]


def path_parts(path: str) -> tuple[str, ...]:
    """Return the parts of a path of any system from its end, as they are compared."""
    normal = unicodedata.normalize("NFC", path).replace("\\", "/").casefold()
    parts = tuple(part for part in reversed(normal.split("/")) if part not in ("", "."))
    return parts or ("",)


def _read_songs(library: Library, job: JobContext) -> Iterator[_Known]:
    last = 0
    while songs := library.songs.after(last, SONGS_PER_PAGE):
        job.check()
        yield from (_known(song) for song in songs)
        last = songs[-1].id


def _known(song: Song) -> _Known:
    parts = path_parts(str(song.path))
    return _Known(
        song.id, parts, _words(song.artist, song.title or song.path.stem), song.duration_s
    )


def _words(artist: str, title: str) -> tuple[str, str]:
    return _letters(artist), _letters(title)


def _letters(text: str) -> str:
    """Return a text's folded words, without signs."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def stem_of(name: str) -> str:
    """Return a file's name without its suffix, or the .low of MTG-Jamendo's small files."""
    return name.rpartition(".")[0].removesuffix(".low") or name


def n_common_parts(one: Iterable[str], other: Iterable[str]) -> int:
    """Count how many parts two paths share from their ends, the file name's suffix aside."""
    n_common = 0
    for part, other_part in zip(one, other, strict=False):
        if part != other_part and n_common > 0:
            break
        n_common += 1
    return n_common


def _same_length(one_s: float, other_s: float | None) -> bool:
    return other_s is None or abs(one_s - other_s) <= LENGTH_TOLERANCE_S
