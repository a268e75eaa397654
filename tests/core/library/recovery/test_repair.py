"""A damaged library is repaired from what can be read of it, or from its newest whole copy."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli import main
from core.errors import LibraryError
from core.features.cache import FeatureCache
from core.library.abx_records import AnsweredTrial, PlayedClip
from core.library.edits.edits import AddAnchor, Judge, JudgeAgain, KeepAbxTest, WriteRule
from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import DecisionContext, State
from core.library.recovery import backup
from core.library.recovery.backup import backup_beside, daily_backup, list_backups
from core.library.recovery.repair import find_faults, repair
from core.library.recovery.salvage import TABLES
from core.library.store import Library, LibraryBusy
from core.library.word_rule_records import RuleKind, RuleWords
from core.paths import folders
from tests.support.small_songs import library_with, miscounts, new_song, tag_id

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with library_with(path, 300) as library:
        kick = tag_id(library, "kick")
        with library.database.transaction():
            library.do(*(Judge(song, kick, State.YES) for song in range(1, 301)))
    return path


def pages_of(path: Path, table: str) -> list[int]:
    """The leaf pages of a table, from 1."""
    reader = sqlite3.connect(path)
    try:
        sql = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
        return [row[0] for row in reader.execute(sql, (table,))]
    except sqlite3.Error:
        pytest.skip("this SQLite cannot say where its pages are")
    finally:
        reader.close()


def spoil(path: Path, pages: list[int]) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    path.write_bytes(bytes(data))


def test_rows_on_whole_pages_are_saved_and_the_damaged_file_is_kept(path: Path) -> None:
    leaves = pages_of(path, "songs")
    spoil(path, [leaves[1]])
    spoiled = path.read_bytes()
    assert find_faults(path)
    done = repair(path)
    assert done.outcome == "saved"
    assert (done.n_songs, done.n_decisions) == (300, 300)  # the indexes know the lost songs
    assert 20 < done.loss.n_in_part < 100  # but not all of them
    assert done.damaged_path is not None
    assert done.damaged_path.read_bytes() == spoiled
    assert find_faults(path) == []
    with Library.open(path) as library:
        assert library.songs.count() == done.n_songs
        assert miscounts(library) == []
        assert len(library.search.ids('"Song 300"')) == 1
        library.do(Judge(int(library.songs.all_ids()[0]), tag_id(library, "kick"), State.NO))


def test_a_damaged_index_costs_no_row(path: Path) -> None:
    spoil(path, pages_of(path, "annotations_tag") + pages_of(path, "song_words_data"))
    done = repair(path)
    assert (done.outcome, done.n_songs, done.n_decisions) == ("saved", 300, 300)


def test_a_backup_that_holds_more_is_restored(path: Path) -> None:
    with Library.open(path) as library:
        older = backup_beside(library.path, "copy").path
        newest = backup_beside(library.path, "copy").path
    newest.write_bytes(newest.read_bytes()[:20_000])
    data = path.read_bytes()
    path.write_bytes(data[:8192] + bytes(len(data) - 8192))
    done = repair(path)
    assert (done.outcome, done.n_songs, done.restored_from) == ("restored", 300, older)
    with Library.open(path) as library:
        assert library.songs.count() == 300


def change_shape(path: Path, sql: str) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA writable_schema = ON")
    writer.execute(sql)
    writer.close()


@pytest.mark.parametrize(
    ("part", "sql", "kept"),
    [
        ("the table annotations", "DROP TABLE annotations", (300, 300)),
        ("the table song_counts", "DROP TABLE song_counts", (300, 300)),
        ("the trigger annotations_counted", "DROP TRIGGER annotations_counted", (300, 300)),
        ("damaged", "DELETE FROM sqlite_schema WHERE name = 'tags'", (300, 300)),
    ],
)
def test_a_missing_table_trigger_or_index_is_reported_and_rebuilt(
    path: Path, part: str, sql: str, kept: tuple[int, int]
) -> None:
    with Library.open(path) as library:
        kick = tag_id(library, "kick")
    change_shape(path, sql)
    assert part in " ".join(find_faults(path))
    done = repair(path)
    assert (done.n_songs, done.n_decisions) == kept
    assert find_faults(path) == []
    with Library.open(path) as library:
        assert miscounts(library) == []
        assert library.codebook.tag(kick).name == "kick"  # the journal knows it, too


def test_a_table_missing_since_before_a_migration_is_reported(path: Path) -> None:
    change_shape(path, "DROP TABLE disputes")
    change_shape(path, "PRAGMA user_version = 1")
    assert "the table disputes" in " ".join(find_faults(path))
    assert repair(path).n_songs == 300


def cut_by_a_third(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def without_its_first_page(data: bytes) -> bytes:
    return bytes(PAGE) + data[PAGE:]


@pytest.mark.parametrize("spoiled", [cut_by_a_third, without_its_first_page])
def test_what_a_cut_or_beheaded_file_still_holds_is_saved(
    path: Path, spoiled: Callable[[bytes], bytes]
) -> None:
    path.write_bytes(spoiled(path.read_bytes()))
    done = repair(path)
    assert done.outcome == "saved"
    assert done.n_songs > 50
    assert find_faults(path) == []


def test_an_emptied_file_is_restored_if_there_is_a_backup(path: Path) -> None:
    with Library.open(path) as library:
        copy = backup_beside(library.path, "copy").path
    path.write_bytes(b"")
    assert find_faults(path)
    assert repair(path).restored_from == copy
    copy.unlink()
    path.write_bytes(b"")
    assert repair(path).outcome == "lost"


def test_another_programs_database_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (id INTEGER)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        repair(path)
    assert path.read_bytes() == before


def test_everything_that_a_library_keeps_is_saved(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        sql = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        tables = {row[0] for row in library.database.rows(sql)}
    made_again = {
        "predictions", "song_counts", "tag_counts", "song_texts", "row_digests",
        "_sqlite_migrations",
    }  # fmt: skip
    ours = {table for table in tables if not table.startswith(("sqlite_", "song_words"))}
    assert set(TABLES) == ours - made_again


NOTED = ("prequential", "repeats", "anchors", "abx_tests")  # in the journal, too


def test_what_stands_beside_decisions_is_saved(path: Path) -> None:
    with Library.open(path) as library:
        kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
        facts = DecisionFacts(PriorScore(0.5, 3), ListenedBefore(((0.0, 1.0),), 1.0))
        context = DecisionContext(facts=facts)
        songs = range(1, 101)
        library.do(*(Judge(song, piano, State.NO, context) for song in songs))
        library.do(*(JudgeAgain(song, piano, State.YES) for song in songs))
        library.do(AddAnchor(1, kick, State.YES, 1.0, 2.0))
        library.do(WriteRule(RuleWords(RuleKind.EXCLUDES, kick, piano)))
        clip = PlayedClip("01" * 16, 1.0, 2.0)
        trials = (AnsweredTrial(clip, clip, clip, True, False),) * 12
        library.do(*(KeepAbxTest(kick, piano, seed, trials) for seed in range(12)))
        items = [NewItem(song, Reason.UNSURE, 0.5) for song in songs]
        queue = library.queues.start(NewQueue(QueueKind.WORD, 7, 0.2, kick), items)
        library.queues.go_to(queue.id, 30)

        def held(of: Library) -> list[object]:
            return [
                of.prequential.all(), of.listened_parts.all(), of.repeats.all(), of.anchors.all(),
                of.word_rules.all(), of.abx_tests.all(), of.queues.all(),
                of.queues.items(queue.id),
            ]  # fmt: skip

        before = held(library)
    spoil(path, [pages_of(path, "annotations_tag")[0], pages_of(path, "songs_path")[0]])
    assert repair(path).outcome == "saved"
    with Library.open(path) as library:
        assert held(library) == before
    spoil(path, [pages_of(path, table)[0] for table in NOTED])
    assert repair(path).outcome == "saved"
    assert find_faults(path) == []
    with Library.open(path) as library:
        assert held(library) == before  # the journal knows them


def test_a_whole_library_is_left_alone_and_an_open_one_is_busy(path: Path) -> None:
    before = path.read_bytes()
    assert repair(path).outcome == "whole"
    assert path.read_bytes() == before
    with Library.open(path), pytest.raises(LibraryBusy):
        repair(path)


def test_a_file_without_readable_rows_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"no database at all" * 1000)
    assert repair(path).outcome == "lost"
    assert path.read_bytes() == b"no database at all" * 1000
    assert list(tmp_path.glob("*.repair")) == []


def test_the_doctor_reports_what_is_wrong_and_repairs_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from core.model_store.registry import add_file
    from tests.support.synthetic_songs import parent_file

    with Library.open(path) as library:
        add_file(library, parent_file(folders().models), "good")
        row = add_file(library, parent_file(folders().models), "bad")
        library.models.set_active(row.id)
        (folders().models / row.file).unlink()
    cache = FeatureCache(folders().features)
    import numpy as np

    for number in range(3):
        cache.put_array(f"{number:032x}", "x", np.arange(1000))
    spoiled = next(folders().features.rglob("*.npy"))
    spoiled.write_bytes(spoiled.read_bytes()[:-9])
    spoil(path, [pages_of(path, "songs")[0]])

    def findings(*words: str) -> dict[str, dict[str, str]]:
        main(["--library", str(path), "doctor", "--json", *words])
        found = json.loads(capsys.readouterr().out)["findings"]
        return {finding["what"]: finding for finding in found}

    assert findings()["library"]["state"] == "problem"
    repaired = findings("--repair")
    assert "what could be read was saved" in repaired["repair: library"]["found"]
    assert repaired["repair: cache"]["found"] == "1 damaged files deleted"
    assert "bad has no file" in repaired["repair: models"]["found"]
    assert repaired["library"]["state"] == "note"  # whole now, but something was lost
    assert repaired["cache"]["found"] == "2 files, all readable"
    assert repaired["files"]["state"] == "note"


def at(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "_now", lambda: moment)


def test_a_library_is_copied_once_a_day_whatever_its_clock_does(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for moment in ("20300101T100000", "20300101T230000", "20250301T080000", "20250301T090000"):
        at(moment, monkeypatch)
        made.append(daily_backup(path) is not None)
    assert made == [True, False, True, False]
    assert [copy.number for copy in list_backups(path)] == [2, 1]


def test_ten_backups_and_one_of_every_month_are_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(path) as library:
        for month in (1, 2, 3):
            for day in range(1, 13):
                at(f"2030{month:02d}{day:02d}T100000", monkeypatch)
                daily_backup(path)
                library.songs.add(new_song(1000 + 100 * month + day))
    days = [copy.made_at[4:8] for copy in list_backups(path)]
    assert days == [f"03{day:02d}" for day in range(12, 2, -1)] + ["0212", "0112"]


def test_partial_copies_of_killed_processes_are_deleted(path: Path) -> None:
    with Library.open(path) as library:
        made = backup_beside(library.path, "copy").path
        half = made.with_name(made.name.replace("-00001-", "-00009-")).with_suffix(".7.part")
        half.write_bytes(b"half")
        os.utime(half, (1, 1))
        backup_beside(library.path, "copy")
    assert not half.exists()
    left = path.with_name(f"{path.name}.77.repair")
    left.mkdir()
    spoil(path, pages_of(path, "annotations_tag"))
    assert repair(path).outcome in ("saved", "restored")
    assert not left.exists()


def test_an_empty_library_is_not_copied_every_day(tmp_path: Path) -> None:
    Library.open(tmp_path / "library.db").close()
    assert daily_backup(tmp_path / "library.db") is None


@pytest.mark.parametrize("spoiled", ["annota|ions", "aNnotations", '"annotations"x', "sigs"])
def test_an_edit_that_cannot_be_read_any_more_is_no_obstacle_to_repairing_nor_to_undo(
    tmp_path: Path, spoiled: str
) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 3) as library:
        kick = tag_id(library, "kick")
        library.do(*(Judge(song, kick, State.YES) for song in (1, 2, 3)))
        sql = "UPDATE journal SET rows = replace(rows, 'annotations', ?) WHERE id = 3"
        library.database.connection.execute("DROP TRIGGER journal_digest_changed")
        library.database.connection.execute(sql, (spoiled,))
    assert find_faults(path)
    result = repair(path)
    assert (result.outcome, result.n_decisions) == ("saved", 3)
    assert result.loss
    with Library.open(path) as library:
        with pytest.raises(LibraryError):
            library.undo()
        assert [len(library.annotations.of_song(song)) for song in (1, 2, 3)] == [1, 1, 1]
