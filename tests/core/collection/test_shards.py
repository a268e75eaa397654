"""Parts of a collection: any order, killed and resumed, they give the bytes of one run."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from core.collection import planning, shard_run
from core.collection.collecting import collect
from core.collection.collection_folder import CollectionFolder
from core.collection.collection_records import Shard, SongFailure
from core.collection.planning import Storage, ensure_same_request
from core.collection.shard_run import Engine, OnAnalysed, run_shard
from core.collection.status import collection_status
from core.errors import CollectionError, UsageError
from core.features.cache import CacheError, FeatureCache
from core.jobs import SILENT, Cancelled, JobContext
from core.library.scan.scan_records import Failure
from core.library.scan.scanning import OnScanned
from core.library.store import Library
from tests.support.small_collection import (
    in_process,
    planned,
    results,
    run,
    run_and_kill,
    write_music,
)
from tests.support.synthetic_songs import parent_file
from tests.support.tone_songs import CancelledAfter


def test_two_parts_one_of_them_killed_give_the_bytes_of_one_run(tmp_path: Path) -> None:
    music = write_music(tmp_path / "music", 16, seconds=12.0)
    one, two = planned(tmp_path / "one", music), planned(tmp_path / "two", music)
    run(one)
    run_and_kill(two.path, "2/2")
    record = next(record for _, record in two.shards())
    assert not record.is_finished, "it was killed too late"
    run(two, Shard(1, 2))
    assert run(two, Shard(2, 2)).is_finished
    assert results(two) == results(one)
    assert len(list(one.path.glob("songs/*/*.json"))) == 16


def test_every_song_is_in_one_part_and_stays_there() -> None:
    songs = [Path(f"/music/{number}.flac") for number in range(200)]
    held = [{path for path in songs if Shard(n, 7).holds(path)} for n in range(1, 8)]
    assert sum(map(len, held)) == 200
    assert set().union(*held) == set(songs)
    assert max(map(len, held)) < 50


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "a/b", "-1/4", "1/0", "1/2/3", ""])
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no part"):
        Shard.parse(text)


def test_more_parts_than_songs_leave_some_empty(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 2, 1.0))
    records = [run(folder, Shard(number, 5)) for number in range(1, 6)]
    assert sum(record.n_done for record in records) == 2
    assert all(record.is_finished for record in records)
    assert any(record.n_songs == 0 for record in records)


def test_a_cancelled_part_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 4, 1.0))
    with pytest.raises(Cancelled):
        shard_run.run_shard(folder, Shard(1, 1), in_process, CancelledAfter(12))
    (stopped,) = collection_status(folder).records
    assert 0 < stopped.n_done < 4
    before = {path: path.stat().st_mtime_ns for path in folder.path.glob("songs/*/*.json")}
    assert run(folder).n_done == 4
    assert all(path.stat().st_mtime_ns == time_ns for path, time_ns in before.items())


def test_a_broken_file_is_one_line_and_is_tried_again(tmp_path: Path) -> None:
    music = write_music(tmp_path / "music", 2, 1.0)
    (music / "broken.mp3").write_bytes(b"no music")
    folder = planned(tmp_path / "out", music)
    record = run(folder)
    assert (record.n_done, len(record.failures), record.is_finished) == (2, 1, True)
    assert record.failures[0].cause
    with pytest.raises(Cancelled):
        run_shard(folder, Shard(1, 1), in_process, CancelledAfter(0))
    (stopped,) = collection_status(folder).records
    assert (stopped.n_waiting, stopped.is_finished) == (0, False), "it was to be tried again"
    shutil.copy(music / "song 00.wav", music / "broken.mp3")
    mended = run(folder)
    assert (mended.n_done, mended.failures) == (3, ())


def test_a_list_with_missing_files_lists_them(tmp_path: Path) -> None:
    write_music(tmp_path / "music", 1, 1.0)
    listed = tmp_path / "songs.txt"
    listed.write_text("# remark\nmusic/song 00.wav\ngone/a.wav\n\n/nowhere/b.flac\n")
    record = run(planned(tmp_path / "out", listed))
    assert (record.n_done, len(record.failures)) == (1, 2)
    listed.write_text("gone/a.wav\n")
    with pytest.raises(CollectionError, match="no sound file"):
        planned(tmp_path / "other", listed)


def test_machines_that_compute_differently_are_told(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 3, 1.0))

    def on(machine: str, n_songs: int) -> Engine:
        def run(
            folder: CollectionFolder, songs: Sequence[Path], on_result: OnAnalysed, job: JobContext
        ) -> None:
            in_process(folder, songs[:n_songs], lambda result, _: on_result(result, machine), job)

        return run

    run_shard(folder, Shard(1, 1), on("cpu f32 avx2", 1))  # stopped, and gone on with elsewhere
    assert collection_status(folder).arithmetics == ("cpu f32 avx2",)
    run_shard(folder, Shard(1, 1), on("cpu bf16 avx512", 2))
    both = ("cpu bf16 avx512", "cpu f32 avx2")
    assert collection_status(folder).arithmetics == both
    with Library.open(tmp_path / "library.db") as library:
        assert collect(library, folder, FeatureCache(tmp_path / "own")).arithmetics == both


# -- what must not be mixed ------------------------------------------------------------


def test_parts_of_another_number_version_or_recipe_are_refused(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 2, 1.0))
    run(folder, Shard(1, 2))
    with pytest.raises(CollectionError, match=r"0001-of-0002.*number of parts.*2 instead of 3"):
        run(folder, Shard(1, 3))
    file, record = next(folder.shards())
    for field, value, noun in (
        ("version", "9.9", "version of the program"),
        ("models", ("other",), "choice of models"),
        ("recipes", ("other",), "recipe"),
        ("songs", "other", "list of songs"),
    ):
        identity = replace(record.identity, **{field: value})
        folder.write_shard(replace(record, identity=identity))
        with pytest.raises(CollectionError, match=noun) as refused:
            run(folder, Shard(2, 2))
        assert refused.value.path == file
        assert "--out" in refused.value.remedy
        with pytest.raises(CollectionError, match=noun):
            collection_status(folder)


def test_a_newer_program_does_not_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    monkeypatch.setattr(shard_run, "code_version", lambda: "9.9")
    with pytest.raises(CollectionError, match=r"plan\.json.*version of the program"):
        run(folder)


def test_another_source_or_model_than_planned_is_refused(tmp_path: Path) -> None:
    music = write_music(tmp_path / "music", 1, 1.0)
    folder = planned(tmp_path / "out", music)
    plan = folder.read_plan()
    ensure_same_request(folder, plan, music, [])
    with pytest.raises(CollectionError, match="was planned for"):
        ensure_same_request(folder, plan, tmp_path, [])
    with pytest.raises(CollectionError, match="choice of models"):
        ensure_same_request(folder, plan, None, ["other"])


def test_another_storage_than_planned_is_refused(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    plan = folder.read_plan()
    for storage in (Storage(tmp_path / "cache"), Storage(keeps_features=False)):
        with pytest.raises(CollectionError, match="what is kept where"):
            ensure_same_request(folder, plan, None, [], storage)


def test_without_features_embeddings_and_scores_are_kept_in_little_room(tmp_path: Path) -> None:
    music = write_music(tmp_path / "music", 2, 4.0)
    whole = planned(tmp_path / "whole", music)
    lean = planned(tmp_path / "lean", music, storage=Storage(keeps_features=False))
    run(whole)
    run(lean)
    kept = {name: digest for name, digest in results(whole).items() if name in results(lean)}
    assert kept == results(lean)
    plan = lean.read_plan()
    assert lean.cache(plan).size_bytes() < whole.cache(plan).size_bytes() / 5


def test_what_a_killed_process_left_is_cleared_away_later(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    run(folder)
    song = folder.song_file(folder.read_plan().songs[0]).parent
    old, new = song / "old.part", song / "new.part"
    for partial in (old, new):
        partial.touch()
    os.utime(old, (0, 0))
    run(folder)
    assert new.exists()
    assert not old.exists()


def test_who_plans_second_gets_the_first_plan(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 2, 1.0))
    model = parent_file(tmp_path / "models")
    plan = planning.make_plan(folder, [tmp_path / "other.wav"], [model], tmp_path)
    assert len(plan.songs) == 2
    assert len(list(folder.models.glob("*.safetensors"))) == 1


# -- what vanishes ---------------------------------------------------------------------


def test_a_folder_of_music_that_vanishes_ends_the_part_and_nothing_is_lost(tmp_path: Path) -> None:
    music = write_music(tmp_path / "music", 3, 1.0)
    folder = planned(tmp_path / "out", music)

    def vanishing(
        of: CollectionFolder, songs: list[Path], on_result: OnScanned, job: JobContext
    ) -> None:
        in_process(of, songs[:1], on_result, job)
        music.rename(tmp_path / "elsewhere")
        in_process(of, songs[1:], on_result, job)

    with pytest.raises(CollectionError, match="is not there any more"):
        shard_run.run_shard(folder, Shard(1, 1), vanishing)
    music.mkdir()  # the place of a drive that is not plugged in
    with pytest.raises(CollectionError, match="is not there any more"):
        run(folder)
    music.rmdir()
    (tmp_path / "elsewhere").rename(music)
    assert run(folder).n_done == 3


def test_a_folder_of_results_that_vanishes_is_not_made_anew(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    songs = folder.read_plan().songs
    shutil.rmtree(folder.path)
    with pytest.raises(CollectionError, match="is not there any more"):
        run(folder)
    folder.path.mkdir()
    with pytest.raises(CollectionError, match="no collection"):
        run(folder)
    assert not list(folder.path.iterdir())
    folder = planned(folder.path, tmp_path / "music")
    plan = folder.read_plan()

    def unmounted(
        of: CollectionFolder, waiting: list[Path], _on_result: OnScanned, job: JobContext
    ) -> None:
        shutil.rmtree(of.path)
        from core.collection.song_task import analyse_collected

        analyse_collected(waiting[0], of.cache(plan), (str(of.path),), job)

    with pytest.raises(CacheError, match="is not there any more"):
        shard_run.run_shard(folder, Shard(1, 1), unmounted, SILENT)
    assert songs


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    run(folder)
    file, _ = next(folder.shards())
    file.write_text(file.read_text()[:50])
    with pytest.raises(CollectionError, match=r"0001-of-0001\.json.*cannot be read"):
        collection_status(folder)


# -- how far all are -------------------------------------------------------------------


def test_a_part_gives_signs_of_life_while_a_long_song_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shard_run, "WRITE_EVERY_S", 0.0)
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 1, 1.0))
    record = folder.shard_file(Shard(1, 1))

    def waiting(
        _of: CollectionFolder, _songs: list[Path], _on_result: OnScanned, job: JobContext
    ) -> None:
        for _ in range(3):
            record.unlink()
            job.check()
            assert record.exists()

    assert not shard_run.run_shard(folder, Shard(1, 1), waiting).is_finished


def test_status_gathers_all_parts(tmp_path: Path) -> None:
    folder = planned(tmp_path / "out", write_music(tmp_path / "music", 6, 1.0))
    assert collection_status(folder).records == ()
    record = run(folder, Shard(1, 3))
    hung = Failure(Path("/a.wav"), "It hung.", cause="scan.hung")
    stopped = replace(
        record, shard=Shard(2, 3), n_songs=10, n_done=4, is_finished=False,
        failures=(SongFailure.of(hung),), n_analysed=4, seconds=60.0, updated_s=1000.0,
    )  # fmt: skip
    folder.write_shard(stopped)
    status = collection_status(folder, now_s=1010.0)
    assert (status.missing, status.alive) == ((3,), frozenset({2}))
    assert [*status.causes] == ["scan.hung"]
    assert status.seconds_left is not None
    later = collection_status(folder, now_s=9000.0)
    assert (later.alive, later.seconds_left) in ((frozenset(), None), (frozenset(), 0.0))
    raw = json.loads(folder.shard_file(Shard(2, 3)).read_text())
    assert raw["songs_per_minute"] == 4.0
