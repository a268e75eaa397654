"""Runs: stopped anywhere they go on to the same results, and what fails is told."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from dataclasses import replace
from io import FileIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import AudioError, ExperimentError, RhythmCapError, TrainingError
from core.experiments.cells import LOG
from core.experiments.experiment_record import read_record, write_record
from core.experiments.plan import Variant
from core.experiments.results import read_results
from core.experiments.results_table import COLUMNS, result_rows, write_results
from core.experiments.runner import run_plan
from core.features.cache import CacheError
from core.messages import message
from core.training.labels import select_songs
from tests.support.drawn_labels import shuffled
from tests.support.small_experiment import N_CELLS, PLAN, SONGS, Fits, material, run_small

SECONDS = list(COLUMNS).index("seconds")
SHORT = replace(PLAN, budgets=(None,), n_repetitions=1)  # 6 cells


def found(folder: Path) -> list[list[object]]:
    """The table of results without its times."""
    return [[*row[:SECONDS], *row[SECONDS + 1 :]] for row in result_rows(read_results(folder))]


def stop_at(number: int, error: BaseException) -> Callable[[int], None]:
    def before(now: int) -> None:
        if now == number:
            raise error

    return before


def log_of(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / LOG).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[list[object]]:
    """What a run finds that nothing stops."""
    folder = tmp_path_factory.mktemp("whole")
    report, fits = run_small(folder)
    assert (report.n_cells, report.n_found, report.failures) == (N_CELLS, 0, ())
    assert len(fits.given) == N_CELLS == len(log_of(folder))
    return found(folder)


@pytest.mark.parametrize("number", [0, 1, 11, N_CELLS - 1])
def test_a_run_that_was_killed_goes_on(
    tmp_path: Path, number: int, whole: list[list[object]]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run_small(tmp_path, before=stop_at(number, KeyboardInterrupt()))
    report, fits = run_small(tmp_path)
    assert (report.n_found, len(fits.given)) == (number, N_CELLS - number)
    assert found(tmp_path) == whole
    assert len({line["cell"] for line in log_of(tmp_path)}) == N_CELLS


def test_a_half_written_cell_is_run_again(tmp_path: Path, whole: list[list[object]]) -> None:
    run_small(tmp_path)
    for number, path in enumerate(sorted((tmp_path / "cells").iterdir())[:3]):
        content = path.read_bytes()
        path.write_bytes(content[: (0, len(content) // 2, len(content) - 30)[number]])
    (tmp_path / "cells" / "x.npz.1.part").write_bytes(b"half")
    (tmp_path / LOG).open("ab").write(b'{"cell": "cut')
    report, fits = run_small(tmp_path)
    assert (report.n_found, len(fits.given)) == (N_CELLS - 3, 3)
    assert found(tmp_path) == whole
    assert not list(tmp_path.rglob("*.part"))


def test_the_order_of_songs_does_not_matter(tmp_path: Path, whole: list[list[object]]) -> None:
    run_small(tmp_path, labels=shuffled(SONGS)[0])
    assert found(tmp_path) == whole
    report, _ = run_small(tmp_path)
    assert report.n_found == N_CELLS


def test_another_decision_or_seed_makes_other_cells(tmp_path: Path) -> None:
    run_small(tmp_path, SHORT)
    states = SONGS.states.copy()
    states[0] = 1 - np.abs(states[0])
    assert run_small(tmp_path, SHORT, replace(SONGS, states=states))[0].n_found < 6
    more = replace(SHORT, variants=(*SHORT.variants, Variant("good", (("noise", 1.0),))))
    assert run_small(tmp_path, more)[0].n_found == 6
    assert run_small(tmp_path, replace(SHORT, seeds=(1,)))[0].n_found == 0


def test_frozen_songs_never_reach_a_system_that_learns(tmp_path: Path) -> None:
    plan = replace(SHORT, frozen_share=0.25)
    report, fits = run_small(tmp_path, plan)
    assert report.frozen
    for songs in fits.given:
        assert not report.frozen & set(songs.audio_hashes)
    assert all((songs.states == -1).all() for songs in fits.tested)
    assert sum(report.frozen == set(songs.audio_hashes) for songs in fits.tested) == 2


def test_a_system_that_fails_is_a_dash_with_its_reason(tmp_path: Path) -> None:
    error = TrainingError("systems.too_few_songs", n=1, needed=2)
    report, _ = run_small(tmp_path, SHORT, before=stop_at(1, error))  # a fold of "poor"
    assert [(cell.variant.system, reason) for cell, reason in report.failures] == [
        ("poor", error.message)
    ]
    good, poor = read_results(tmp_path).systems
    assert (good.n_repetitions, good.reason) == (1, None)
    assert (poor.n_repetitions, poor.reason) == (0, error.message)
    assert poor.means["wauc"].value is None
    report, fits = run_small(tmp_path, SHORT)  # it is so for ever
    assert (len(fits.given), len(report.failures)) == (0, 1)
    assert log_of(tmp_path)[1]["reason"] == error.message


def test_what_may_be_better_the_next_time_is_tried_again(tmp_path: Path) -> None:
    error = AudioError("audio.no_sound", name="a")
    report, _ = run_small(tmp_path, SHORT, before=stop_at(1, error))
    assert len(report.failures) == 1
    report, fits = run_small(tmp_path, SHORT)
    assert (len(fits.given), report.failures) == (1, ())


def test_a_reason_that_names_any_bytes_is_kept(tmp_path: Path) -> None:
    error = AudioError("audio.no_sound", name="caf\udce9.ogg")  # as Python holds what is no UTF-8
    run_small(tmp_path, SHORT, before=stop_at(1, error))
    assert log_of(tmp_path)[1]["reason"] == error.message
    results = read_results(tmp_path)
    assert {row.reason for row in results.systems} == {None, error.message}
    table, *_ = write_results(results, tmp_path / "table.csv")
    assert "caf\\xe9.ogg" in table.read_text(encoding="utf-8")


def test_a_record_that_names_any_bytes_is_kept(tmp_path: Path) -> None:
    run_small(tmp_path, SHORT)
    record = replace(read_record(tmp_path), remarks=("learned from caf\udce9.db first",))
    write_record(tmp_path, record)
    assert read_record(tmp_path).remarks == record.remarks


def test_a_budget_that_is_not_there_is_a_dash(tmp_path: Path) -> None:
    report, fits = run_small(tmp_path, replace(SHORT, budgets=(None, 100)))
    assert (len(fits.given), len(report.failures)) == (6, 6)
    assert {cell.budget for cell, _ in report.failures} == {100}


def test_every_budget_that_is_not_there_says_how_many_songs_it_lacks(tmp_path: Path) -> None:
    report, _ = run_small(tmp_path, replace(SHORT, budgets=(50, 100)))
    for cell, reason in report.failures:
        assert str(cell.budget) in reason


def test_songs_that_cannot_be_read_are_listed_and_left_out(tmp_path: Path) -> None:
    fits, lost = Fits(), SONGS.paths[3]
    report = run_plan(SHORT, material(fits, SONGS, lost), tmp_path)
    assert [path for path, _ in report.skipped] == [lost]
    record = read_record(tmp_path)
    assert (len(record.audio_hashes), record.n_left_out) == (39, 1)
    assert all(lost not in songs.paths for songs in fits.given + fits.tested)


def test_a_full_disk_is_told_and_nothing_is_half_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: list[list[object]]
) -> None:
    written = []
    write_bytes = Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        if len(written) == 5:
            write_bytes(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        return write_bytes(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", write)
        with pytest.raises(ExperimentError) as told:
            run_small(tmp_path)
    assert (told.value.id, bool(told.value.remedy)) == ("experiments.no_room", True)
    assert len(list((tmp_path / "cells").iterdir())) == 5 == len(log_of(tmp_path))
    assert run_small(tmp_path)[0].n_found == 5
    assert found(tmp_path) == whole


def test_a_log_without_room_keeps_whole_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(FileIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            return super().write(data if self.tell() < 500 else data[:20])

    real = Path.open

    def open_full(path: Path, *args: Any, **kwargs: Any) -> Any:
        return Full(path, "ab+") if path.name == LOG else real(path, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_full)
        with pytest.raises(ExperimentError) as told:
            run_small(tmp_path, SHORT)
    assert told.value.id == "experiments.no_room"
    n_whole = len(log_of(tmp_path))
    assert 0 < n_whole < 6
    report, _ = run_small(tmp_path, SHORT)
    assert report.n_found == n_whole + 1  # kept, but not yet in the log
    assert len(log_of(tmp_path)) == 6


def test_a_cache_without_room_is_no_fault_of_the_system(tmp_path: Path) -> None:
    def before(_number: int) -> None:
        full = OSError(errno.ENOSPC, "No space left on device")
        raise CacheError("features.cache_unwritable") from full

    with pytest.raises(ExperimentError) as told:
        run_small(tmp_path, SHORT, before=before)
    assert told.value.id == "experiments.no_room"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExperimentError) as told:
        run_small(tmp_path / "file", SHORT)
    assert told.value.id == "experiments.not_written"


def test_a_division_is_kept_under_its_name(tmp_path: Path) -> None:
    kept = tmp_path / "divisions"
    plan = replace(SHORT, division="mine")
    run_plan(plan, material(Fits(), divisions=kept), tmp_path / "a")
    other = replace(plan, name="other", seeds=(5,), n_folds=2)
    run_plan(other, material(Fits(), divisions=kept), tmp_path / "b")
    first, second = (
        [known.rows.tolist() for known in read_record(tmp_path / name).cells] for name in "ab"
    )
    assert first == second
    sides = dict.fromkeys(SONGS.audio_hashes[:6], "test")
    with pytest.raises(RhythmCapError, match="mine"):
        run_plan(
            replace(plan, split="s"), material(Fits(), sides=sides, divisions=kept), tmp_path / "c"
        )
    (kept / "mine.json").write_text("{}")
    with pytest.raises(ExperimentError, match="damaged"):
        run_plan(plan, material(Fits(), divisions=kept), tmp_path / "d")


def test_what_a_reader_must_know_of_the_songs_is_kept(tmp_path: Path) -> None:
    solo = replace(SONGS, artists=("Solo",) * 40)
    report, _ = run_small(tmp_path / "solo", SHORT, solo)
    assert report.remarks == (message("experiments.artists_apart"),)
    assert read_record(tmp_path / "solo").remarks == report.remarks
    plan = replace(SHORT, n_folds=20, division="kept")
    parts = (select_songs(SONGS, np.arange(39)), SONGS)
    for labels, name in zip(parts, ("first", "second"), strict=True):
        on = material(Fits(), labels, divisions=tmp_path)
        report = run_plan(plan, on, tmp_path / name)
    assert report.remarks == (
        message("experiments.fewer_folds", n=8, wanted=20),
        message("experiments.new_songs", n=1, division="kept"),
    )


def test_progress_goes_to_the_end_and_a_stop_is_felt(tmp_path: Path) -> None:
    class Job:
        def __init__(self) -> None:
            self.shares: list[float] = []
            self.words: list[str] = []

        def report(self, done: float, total: float, what: str = "") -> None:
            self.shares.append(done / total)
            self.words.append(what)

        def check(self) -> None:
            pass

    job = Job()
    run_plan(SHORT, material(Fits()), tmp_path, job)
    assert job.shares == sorted(job.shares)
    assert job.shares[-1] == pytest.approx(1.0)
    assert any("good" in words and "1 of 6" in words for words in job.words)
