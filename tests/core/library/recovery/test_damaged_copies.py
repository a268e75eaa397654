"""A damaged copy is told from a whole one; what can be read of it can be restored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.cli import main
from core.errors import CopyDamaged
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.recovery.backup import backup_beside, list_backups
from core.library.recovery.repair import find_faults, repair
from core.library.recovery.restoring import next_whole_copy, restore_backup
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id

N_OLDER, N_NEWER = 4, 9


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with decisions, and two copies of it, the older with fewer."""
    path = tmp_path / "library.db"
    library_with(path, 12).close()
    for n_done, n in ((0, N_OLDER), (N_OLDER, N_NEWER)):
        with Library.open(path) as library:
            kick = tag_id(library, "kick")
            for song in range(n_done + 1, n + 1):
                library.do(Judge(song, kick, State.YES))
        backup_beside(path, "by-hand")
    return path


def damage(copy: Path) -> None:
    """Cut a copy's last pages off."""
    os.truncate(copy, copy.stat().st_size - 3 * 4096)


def n_decisions(path: Path) -> int:
    with Library.open(path) as library:
        return int(library.database.value("SELECT count(*) FROM annotations"))


def test_a_damaged_copy_is_no_copy_and_the_next_whole_one_is_named(path: Path) -> None:
    newer, older = list_backups(path)
    damage(newer.path)
    with pytest.raises(CopyDamaged):
        restore_backup(path, newer.path)
    assert n_decisions(path) == N_NEWER
    whole = next_whole_copy(path, newer.path)
    assert whole is not None
    assert whole.path == older.path


def test_what_can_be_read_of_a_damaged_copy_is_restored_and_what_is_lost_counted(
    path: Path,
) -> None:
    newer = list_backups(path)[0]
    damage(newer.path)
    bytes_before = newer.path.read_bytes()
    path.unlink()
    result = restore_backup(path, newer.path, repairing=True)
    assert result.repaired
    assert find_faults(path) == []
    assert n_decisions(path) + result.loss.n_lost >= N_NEWER
    assert n_decisions(path) >= N_OLDER
    assert newer.path.read_bytes() == bytes_before


def test_a_copy_of_which_nothing_can_be_read_takes_no_place(path: Path) -> None:
    newer = list_backups(path)[0]
    newer.path.write_bytes(bytes(newer.path.stat().st_size))
    for repairing in (False, True):
        with pytest.raises(CopyDamaged):
            restore_backup(path, newer.path, repairing=repairing)
    assert n_decisions(path) == N_NEWER
    assert not list(path.parent.glob("*.repair"))


def test_mending_a_whole_copy_is_restoring_it(path: Path) -> None:
    result = restore_backup(path, list_backups(path)[1].path, repairing=True)
    assert not result.repaired
    assert n_decisions(path) == N_OLDER


def test_the_verb_names_the_next_whole_copy_and_restores_what_can_be_read(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer, older = list_backups(path)
    damage(newer.path)
    assert main(["restore", str(newer.path), "--library", str(path)]) == 1
    told = capsys.readouterr().err
    assert "is damaged" in told
    assert "--repair" in told
    assert str(older.path) in told
    assert main(["restore", str(newer.path), "--repair", "--library", str(path)]) == 0
    assert "what can be read of" in capsys.readouterr().err
    assert find_faults(path) == []


def test_a_repair_through_a_link_leaves_no_folder_behind(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    damage(path)
    folder = path.with_name(f"{path.name}.99999.repair")
    folder.mkdir()  # of a killed process
    assert repair(link).outcome != "lost"
    assert not list(tmp_path.glob("*.repair"))
    assert link.is_symlink()
