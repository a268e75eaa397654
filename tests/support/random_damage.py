"""Damages of a library file by chance: the same for the same number, of every kind in turn."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.library.db.commit_mark import mark_path
from core.library.edits.edits import Judge, SetNote
from core.library.records import State
from core.library.recovery.backup import backup_beside
from core.library.recovery.repair import find_faults, repair
from core.library.recovery.salvage import open_read_only
from core.library.store import Library
from tests.support.small_songs import library_with

PAGE = 4096
N_SONGS, N_DECISIONS, N_IN_COPY, N_IN_LOG = 300, 2637, 2000, 60
DECISIONS = (
    "SELECT song_id, tag_id, annotator_id, state, intensity, start_s, end_s, note FROM annotations"
)
TEXTS = (
    "SELECT 'song', id, title, artist, note FROM songs"
    " UNION ALL SELECT 'tag', id, name, definition, key FROM tags"
)
Content = tuple[frozenset[tuple[object, ...]], frozenset[tuple[object, ...]]]


def flip_bits(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def zero_pages(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        first = chance.randrange(len(data) // PAGE) * PAGE
        data[first : first + PAGE] = bytes(PAGE)


def garble_page(data: bytearray, chance: random.Random) -> None:
    first = chance.randrange(len(data) // PAGE) * PAGE
    data[first : first + PAGE] = chance.randbytes(PAGE)


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) // 2, len(data)) :]


def cut_log(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


KINDS: dict[str, tuple[str, Callable[[bytearray, random.Random], None]]] = {
    "bits flipped": ("", flip_bits),
    "pages zeroed": ("", zero_pages),
    "page garbled": ("", garble_page),
    "file cut": ("", truncate),
    "log cut": ("-wal", cut_log),
    "bits of the log flipped": ("-wal", flip_bits),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damage. n_changed: texts of songs and tags that are others now."""

    kind: str
    n_saved: int
    n_lost: int
    n_changed: int
    told: tuple[str, ...]
    n_expected: int


def build_library(folder: Path) -> Path:
    """Make a library with decisions, half of its last ones in its log, and a copy of before."""
    path, chance = folder / "library.db", random.Random(1)
    with library_with(path, N_SONGS) as library:
        tag_ids = [tag.id for tag in library.codebook.tags()]
        pairs = [(song, tag) for song in range(1, N_SONGS + 1) for tag in tag_ids]
        chance.shuffle(pairs)
        library.database.connection.execute("PRAGMA synchronous = OFF")
        for number, (song_id, tag_id) in enumerate(pairs[:N_DECISIONS]):
            if number == N_IN_COPY:
                backup_beside(path, "copy")
            if number == N_DECISIONS - N_IN_LOG:
                library.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            library.do(Judge(song_id, tag_id, chance.choice(list(State))))
            if number % 100 == 0:
                library.do(SetNote(song_id, f"heard as number {number}"))
        whole = folder / "whole"
        whole.mkdir()
        for suffix in ("", "-wal"):  # as a killed process leaves it
            shutil.copyfile(f"{path}{suffix}", whole / f"{path.name}{suffix}")
        shutil.copyfile(mark_path(path), mark_path(whole / path.name))
    for file in folder.glob("library.db*"):
        file.unlink()
    return whole / path.name


def content(path: Path) -> Content:
    """Read every decision, and the texts of songs and tags."""
    with open_read_only(path) as connection:
        decisions = frozenset(connection.execute(DECISIONS).fetchall())
        texts = frozenset(connection.execute(TEXTS).fetchall())
    connection.close()
    return decisions, texts


def damage_and_repair(whole: Path, path: Path, kind: str, number: int) -> Outcome:
    """Put a damaged copy of a library at `path`, repair it, and compare."""
    for file in path.parent.glob(f"{path.stem}*"):
        file.unlink()
    for suffix in ("", "-wal", "-mark"):
        shutil.copyfile(f"{whole}{suffix}", f"{path}{suffix}")
    suffix, spoil = KINDS[kind]
    file = Path(f"{path}{suffix}")
    data = bytearray(file.read_bytes())
    spoil(data, random.Random(f"{kind} {number}"))
    file.write_bytes(data)
    told, n_expected = [str(fault) for fault in find_faults(path)], 0
    if told:
        result = repair(path)
        assert result.outcome != "lost"
        told = [str(sentence) for sentence in result.loss.sentences()]
        n_expected = result.loss.n_expected
    return _compare(whole, path, kind, (tuple(told), n_expected))


def _compare(whole: Path, path: Path, kind: str, told: tuple[tuple[str, ...], int]) -> Outcome:
    with Library.open(path) as library:
        told_all = (*told[0], *map(str, library.losses.new.sentences()))
    assert find_faults(path) == []
    then, now = content(whole), content(path)
    n_saved = len(then[0] & now[0])
    n_changed = len(then[1] - now[1])
    return Outcome(kind, n_saved, len(then[0]) - n_saved, n_changed, told_all, told[1])
