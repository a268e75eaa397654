"""Retagged files are read again, by a rescan and when asked; another sound is not believed."""

from __future__ import annotations

import os
from pathlib import Path

import mutagen
import pytest

from core.features.cache import FeatureCache
from core.library.edits.edits import SetWords
from core.library.scan.file_words import read_words, store_words
from core.library.scan.importer import import_songs
from core.library.store import Library
from tests.support.small_songs import write_tone


@pytest.fixture
def song_file(tmp_path: Path, library: Library, cache: FeatureCache) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    path = write_tone(folder / "Ann - One.flac")
    import_songs(library, [path], cache)
    return path


def retag(path: Path, **words: str | list[str]) -> None:
    file = mutagen.File(path)
    file.update(words)
    file.save()


def shown(library: Library) -> tuple[str, str, int | None]:
    song = library.songs.get(1)
    assert song is not None
    return song.title, song.artist, song.year


def read_again(library: Library, cache: FeatureCache) -> frozenset[int]:
    return store_words(library, read_words(library.songs.locations(), cache)).songs


def test_a_rescan_reads_retagged_files_again_and_own_words_win(
    library: Library, cache: FeatureCache, song_file: Path
) -> None:
    assert shown(library) == ("One", "Ann", None)
    library.do(SetWords((1,), (("title", "Mine"),)))
    retag(song_file, title="Two", artist=["First", "Second"], date="c1965", padding="x" * 9000)
    result = import_songs(library, [song_file.parent], cache)
    assert result.already == (1,)
    assert shown(library) == ("Mine", "First; Second", 1965)
    assert len(library.search.ids("artist:second")) == 1
    library.undo()
    assert shown(library)[0] == "Two"


def test_words_are_read_again_where_size_and_time_have_stayed(
    library: Library, cache: FeatureCache, song_file: Path
) -> None:
    stat = song_file.stat()
    retag(song_file, title="Two", artist="Ben")
    os.utime(song_file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert read_again(library, cache) == {1}
    assert shown(library)[:2] == ("Two", "Ben")
    assert read_again(library, cache) == frozenset()


def test_a_file_that_is_gone_or_holds_another_sound_keeps_its_words(
    library: Library, cache: FeatureCache, song_file: Path
) -> None:
    other = write_tone(song_file.with_name("Cid - Three.flac"), 660.0)
    os.replace(other, song_file)
    retag(song_file, title="Three")
    read = read_words(library.songs.locations(), cache)
    assert (read.words, read.different) == ((), (1,))
    song_file.unlink()
    read = read_words(library.songs.locations(), cache)
    assert (read.words, read.missing) == ((), (1,))
    store_words(library, read)
    assert shown(library) == ("One", "Ann", None)
