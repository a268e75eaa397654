"""Deformed test songs: other features, the same decisions, and a system that learned but once."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.deformations import Condition
from core.experiments.cells import LOG
from core.experiments.deformed_songs import deformed_hash, deformed_songs, ensure_deformed
from core.experiments.plan import Plan, Variant
from core.experiments.results import ExperimentResults, best_system, read_results
from core.experiments.results_table import write_results
from core.experiments.runner import Material, run_plan
from core.features.analyse import identify_song
from core.features.cache import FeatureCache
from core.library.records import Labels
from core.models.checkpoint import load_checkpoint
from core.systems.song_views import RECIPE, SongViews, song_files
from tests.support.synthetic_songs import parent_file
from tests.support.tone_songs import RATE_HZ, sound

N_SONGS = 12
NOISE, LOUD = Condition("noise", 0.4), Condition("level", 6.0)
PLAN = Plan(
    "deformed",
    (Variant("mfcc-neighbours"), Variant("embedding-neighbours")),
    n_folds=2,
    n_repetitions=1,
    conditions=(NOISE, LOUD),
)


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Labels, SongViews]:
    """Sound files of tones and noise, by six artists."""
    folder = tmp_path_factory.mktemp("sounds")
    cache = FeatureCache(folder / "cache")
    paths = [folder / f"{number}.wav" for number in range(N_SONGS)]
    for number, path in enumerate(paths):
        soundfile.write(path, sound(number), RATE_HZ)
    hashes = tuple(identify_song(path, cache, ("thesis",)).audio_hash for path in paths)
    labels = Labels(
        song_ids=np.arange(1, N_SONGS + 1),
        audio_hashes=hashes,
        paths=tuple(paths),
        artists=tuple(f"Artist {number // 2}" for number in range(N_SONGS)),
        tag_ids=np.array([1]),
        tag_names=("noise",),
        states=np.arange(N_SONGS, dtype=np.int8)[:, None] % 2,
        codebook_version=1,
        digest="snapshot",
    )
    return labels, SongViews(cache, load_checkpoint(parent_file(folder / "models")))


@pytest.fixture(scope="module")
def folder(songs: tuple[Labels, SongViews], tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("run")
    run_plan(PLAN, Material(*songs, "parent", "key"), found)
    return found


@pytest.fixture(scope="module")
def results(folder: Path) -> ExperimentResults:
    return read_results(folder)


def test_a_deformed_song_is_read_like_any_other_but_has_no_file(
    songs: tuple[Labels, SongViews],
) -> None:
    labels, views = songs
    deformed = deformed_songs(labels, NOISE)
    assert not set(deformed.audio_hashes) & set(labels.audio_hashes)
    assert not any(path.exists() for path in deformed.paths)
    ensure_deformed(labels, NOISE, views)
    tone, noisy = (song_files(own)[0] for own in (labels, deformed))
    assert views.log_mel(noisy).shape == views.log_mel(tone).shape
    assert views.log_mel(noisy).mean() > views.log_mel(tone).mean() + 1.0
    views.cache.remove(noisy.audio_hash)


def test_each_condition_is_measured_beside_the_undeformed_sound(
    results: ExperimentResults,
) -> None:
    rows = {(row.variant.system, row.condition): row for row in results.systems}
    assert len(rows) == len(results.systems) == 2 * 3
    assert all(row.reason is None and row.n_songs == N_SONGS for row in rows.values())
    plain, noisy = (rows["mfcc-neighbours", condition] for condition in (None, NOISE))
    change = noisy.differences["wauc"].value
    assert change is not None
    assert change == pytest.approx(
        (noisy.means["wauc"].value or 0) - (plain.means["wauc"].value or 0), abs=1e-6
    )
    assert [row.condition for row in results.systems[2:]] == [NOISE, NOISE, LOUD, LOUD]
    assert len(results.curve(Variant("embedding-neighbours"))) == 1
    best = best_system(results)
    assert best is not None
    assert best.condition is None


def test_the_table_names_the_deformation_and_its_strength(
    results: ExperimentResults, tmp_path: Path
) -> None:
    table, *_ = write_results(results, tmp_path / "robust.csv")
    rows = list(csv.DictReader(table.open(newline="")))
    assert {(row["deformation"], row["strength"]) for row in rows} == {
        ("", ""), ("noise", "0.4"), ("level", "6.0"),
    }  # fmt: skip
    deformed = [row for row in rows if row["deformation"]]
    assert {row["compared_with"] for row in deformed} == {"undeformed"}


def test_what_is_known_is_not_run_again_and_nothing_deformed_stays(
    folder: Path, songs: tuple[Labels, SongViews]
) -> None:
    labels, views = songs
    n_lines = len((folder / LOG).read_text().splitlines())
    report = run_plan(PLAN, Material(*songs, "parent", "key"), folder)
    assert (report.n_cells, report.n_found) == (12, 12)
    assert len((folder / LOG).read_text().splitlines()) == n_lines
    known = [deformed_hash(name, NOISE) for name in labels.audio_hashes]
    assert not any(views.cache.has(name, RECIPE) for name in known)


def test_songs_whose_files_all_vanish_are_a_reason_for_deformed_sound_alone(
    songs: tuple[Labels, SongViews], tmp_path: Path
) -> None:
    labels, views = songs
    gone = replace(labels, paths=tuple(path.with_suffix(".gone") for path in labels.paths))
    plan = replace(PLAN, variants=PLAN.variants[:1], conditions=(NOISE,))
    report = run_plan(plan, Material(gone, views, "parent", "key"), tmp_path)
    assert {cell.condition for cell, _ in report.failures} == {NOISE}
    plain, deformed = read_results(tmp_path).systems
    assert plain.means["wauc"].value is not None
    assert deformed.means["wauc"].value is None
    assert deformed.reason


def test_one_song_whose_file_vanishes_is_left_out_of_deformed_sound_until_it_is_back(
    songs: tuple[Labels, SongViews], results: ExperimentResults, tmp_path: Path
) -> None:
    labels, views = songs
    gone = labels.paths[3].with_suffix(".gone")
    without = replace(labels, paths=(*labels.paths[:3], gone, *labels.paths[4:]))
    plan = replace(PLAN, variants=PLAN.variants[:1], conditions=(NOISE,))
    report = run_plan(plan, Material(without, views, "parent", "key"), tmp_path)
    assert report.failures == ()
    assert [path for path, _ in report.skipped] == [gone]
    plain, deformed = read_results(tmp_path).systems
    assert (plain.n_songs, deformed.n_songs) == (N_SONGS, N_SONGS - 1)
    assert deformed.means["wauc"].value is not None
    assert deformed.reason is None
    run_plan(plan, Material(labels, views, "parent", "key"), tmp_path)
    again = read_results(tmp_path).systems[1]
    whole = next(
        row for row in results.systems
        if row.variant == again.variant and row.condition == NOISE
    )  # fmt: skip
    assert (again.n_songs, again.means["wauc"]) == (N_SONGS, whole.means["wauc"])
