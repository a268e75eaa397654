"""Odd names, pipes, links, schemas, folders that are files: words, never a crash."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

import pytest

from core.cli import main
from core.errors import LibraryDamaged, LibraryError, LibraryMissing
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside, list_backups, list_copies
from core.library.recovery.repair import find_faults, repair
from core.library.recovery.restoring import restore_backup
from core.library.store import Library
from core.paths import folders
from tests.support.small_songs import library_with, tag_id

ODD_NAMES = ["[live] *.db", "what?.db", "two\nlines.db", "{a,b}!.db", "a'b\"c%41.db", "x" * 170]


@pytest.mark.parametrize("name", [*ODD_NAMES, os.fsdecode(b"caf\xe9.db")])
def test_copies_of_a_library_of_any_name_are_found_pruned_and_restored(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    with library_with(path, 2) as library:
        for _ in range(12):
            newest = backup_beside(path, "by-hand")
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
    assert newest is not None
    assert [copy.number for copy in list_backups(path)] == list(range(12, 2, -1))
    kept = restore_backup(path, newest.path).former
    assert kept in [copy.path for copy in list_copies(path)]
    path.unlink()
    with pytest.raises(LibraryMissing):
        Library.open(path)
    assert kept is not None
    restore_backup(path, kept)
    with Library.open(path) as library:
        assert len(library.annotations.of_song(1)) == 1


def pipe(path: Path) -> None:
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)  # its path may have 107 bytes only
        made.bind(path.name)


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "unplugged" / "library.db")


@pytest.mark.parametrize("make", [pipe, unix_socket, link_to_nothing, Path.mkdir])
def test_what_is_no_file_is_refused_in_words_and_left_as_it_is(
    tmp_path: Path, make: object, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = tmp_path / "library.db"
    monkeypatch.chdir(tmp_path)
    make(path)  # type: ignore[operator]
    kind = path.lstat().st_mode
    for read_only in (False, True):
        with pytest.raises(LibraryError) as caught:
            Library.open(path, read_only=read_only)
        assert caught.value.remedy
    for words in (["songs"], ["tag", "1", "+kick"], ["doctor"], ["doctor", "--repair"]):
        code = main(["--library", str(path), *words])
        printed = "".join(capsys.readouterr())
        assert "Traceback" not in printed
        assert code != 0
        assert "All is well" not in printed
    assert path.lstat().st_mode == kind


def test_a_link_keeps_leading_to_the_library_that_is_restored(tmp_path: Path) -> None:
    path, real = tmp_path / "library.db", tmp_path / "elsewhere" / "real.db"
    real.parent.mkdir()
    library_with(real, 2).close()
    path.symlink_to(real)
    with Library.open(path):
        copy = backup_beside(path, "by-hand")
    assert copy is not None
    kept = restore_backup(path, copy.path).former
    assert path.is_symlink()
    assert kept is not None
    assert kept.parent == real.parent


def test_a_schema_that_is_no_utf8_is_damage_and_is_repaired(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 40) as library:
        kick = tag_id(library, "kick")
        library.do(*(Judge(song, kick, State.YES) for song in range(1, 41)))
    whole = path.read_bytes()
    for word in (b"annotations_place", b"song_counts", b"journal_group"):
        at = whole.index(word)
        path.write_bytes(whole[: at + 2] + b"\xff" + whole[at + 3 :])
        assert find_faults(path)
        with pytest.raises(LibraryDamaged), Library.open(path) as library:
            library.songs.rows(library.songs.all_ids())
        result = repair(path)
        assert (result.n_songs, result.n_decisions) == (40, 40)


@pytest.mark.parametrize("folder", ["backups", "models", "features"])
def test_a_folder_that_is_a_file_is_told_and_costs_only_what_needs_it(
    tmp_path: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, spoiled = tmp_path / "library.db", getattr(folders(), folder)
    library_with(path, 2).close()
    spoiled.parent.mkdir(parents=True, exist_ok=True)
    spoiled.write_bytes(b"")
    assert main(["--library", str(path), "tag", "1", "+kick"]) == 0
    assert "Traceback" not in "".join(capsys.readouterr())
    assert main(["--library", str(path), "doctor", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert any(str(spoiled) in row["found"] for row in found if row["state"] == "problem")


def test_the_verb_restore_lists_copies_and_brings_one_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "library.db"
    library_with(path, 3).close()
    backup_beside(path, "by-hand")
    path.unlink()
    assert main(["--library", str(path), "songs"]) == 1
    assert "rhythmcap restore" in capsys.readouterr().err
    assert not path.exists()
    assert main(["--library", str(path), "restore", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["songs"], row["decisions"]) == (3, 0)
    assert main(["--library", str(path), "restore", "9"]) == 2
    assert main(["--library", str(path), "restore", "1"]) == 0
    path.unlink()
    assert main(["--library", str(path), "restore", "--new"]) == 0
    with Library.open(path) as library:
        assert library.songs.count() == 0
