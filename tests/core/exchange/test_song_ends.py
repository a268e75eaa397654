"""Parts beyond a song's end are cut off or left out, whatever format says them, and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.format_records import LabelFormat
from core.exchange.formats import audacity, jams, raven
from core.exchange.formats.long_table import CSV
from core.exchange.import_plan import plan_import
from core.exchange.importing import import_in_slices
from core.exchange.label_records import (
    MAX_FAULTS,
    LabelFile,
    LabelledDecision,
    LabelledSong,
    LabelledWord,
)
from core.exchange.song_ends import TOLERANCE_S, within_song
from core.library.edits.edits import JudgeRegion
from core.library.store import Library, run_to_end
from tests.support.round_trips import (
    LENGTH_S,
    add_songs,
    decisions,
    fresh_library,
    labelled_library,
    read_into,
    tag_id,
    write,
)

PATH = Path("/elsewhere/labels.csv")


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with TemporaryDirectory() as folder, Library.open(Path(folder, "a.db"), annotator="Ann") as it:
        add_songs(it, Path(folder))
        yield it


def file_of(*parts: tuple[float, float]) -> LabelFile:
    """A file with parts of the first song, a row each."""
    file = LabelFile("test")
    song = file.add_song(LabelledSong(audio_hash=f"{1:032x}"))
    word = file.add_word(LabelledWord("kick"))
    for line, (start_s, end_s) in enumerate(parts, start=1):
        file.decide(LabelledDecision(song, word, start_s=start_s, end_s=end_s, line=line))
    return file


def test_a_part_is_cut_off_at_the_end_and_one_behind_it_is_left_out(library: Library) -> None:
    file = file_of((1.0, 2.0), (3.0, 60.0), (4.0, LENGTH_S + TOLERANCE_S), (10.5, 11.0), (50, 60))
    plan = plan_import(library, file, PATH)
    run_to_end(import_in_slices(library, plan))
    assert {key[5:] for key in decisions(library)} == {(1.0, 2.0), (3.0, 10.5), (4.0, 10.5)}
    counts = plan.counts
    assert (counts.n_new, counts.n_cut_off, counts.n_behind) == (3, 1, 2)
    assert [(fault.line, str(fault.reason)) for fault in plan.faults] == [
        (2, "“kick” ends at 60.0 s, and the song at 10.5 s: it is cut off there"),
        (4, "“kick” begins at 10.5 s, and the song ends at 10.5 s: it is left out"),
        (5, "“kick” begins at 50.0 s, and the song ends at 10.5 s: it is left out"),
    ]
    assert library.undo() is not None


def test_parts_that_are_the_same_once_cut_off_are_one(library: Library) -> None:
    plan = plan_import(library, file_of((3.0, 50.0), (3.0, 99.0)), PATH)
    assert (plan.counts.n_new, plan.counts.n_twice, plan.counts.n_cut_off) == (1, 1, 2)


def test_faults_beyond_those_that_are_kept_are_counted(library: Library) -> None:
    file = file_of(*((11.0, 12.0 + n) for n in range(MAX_FAULTS + 3)))
    plan = plan_import(library, file, PATH)
    assert (len(plan.faults), plan.n_more_faults) == (MAX_FAULTS, 3)
    assert plan.n_faults == plan.counts.n_behind


@given(
    st.none() | st.tuples(st.floats(0, 100), st.floats(0.001, 100)),
    st.just(0.0) | st.floats(0.001, 150),
)
def test_nothing_lies_beyond_a_known_end_and_nothing_else_is_touched(
    part: tuple[float, float] | None, length_s: float
) -> None:
    span = (part[0], part[0] + part[1]) if part else (None, None)
    decision = LabelledDecision(0, 0, start_s=span[0], end_s=span[1])
    kept, fault = within_song(decision, length_s, "song", "kick")
    if part is None or not length_s or span[1] <= length_s:  # type: ignore[operator]
        assert (kept, fault) == (decision, None)
    elif kept is None:
        assert fault is not None
        assert part[0] >= length_s
    else:
        assert (kept.start_s, kept.end_s) == (part[0], length_s)
        assert (fault is None) == (span[1] <= length_s + TOLERANCE_S)  # type: ignore[operator]


@pytest.mark.parametrize(
    "form", [jams.FORMAT, audacity.FORMAT, raven.FORMAT, CSV], ids=lambda form: form.name
)
def test_the_same_is_done_in_every_format(form: LabelFormat, tmp_path: Path) -> None:
    path = tmp_path / "out.csv" if form is CSV else tmp_path / "out"
    with labelled_library(tmp_path) as library, fresh_library(tmp_path) as fresh:
        kick = tag_id(library, "kick")
        for start_s, end_s in ((10.0, 40.0), (30.0, 40.0)):
            library.do(JudgeRegion(1, kick, start_s, end_s))
        write(form, library, path)
        plan = read_into(form, path, fresh)
        parts = {key[5:] for key in decisions(fresh) if key[2] == "kick" and int(key[0], 16) == 1}
    assert parts - {(None, None)} == {(10.0, 10.5)}
    assert (plan.counts.n_cut_off, plan.counts.n_behind, len(plan.faults)) == (1, 1, 2)


def test_where_the_length_is_not_known_nothing_is_done(tmp_path: Path) -> None:
    with fresh_library(tmp_path) as fresh:
        fresh.database.write("UPDATE songs SET duration_s = 0 WHERE id = 1")
        plan = plan_import(fresh, file_of((50.0, 60.0)), PATH)
        assert (plan.counts.n_new, plan.faults) == (1, ())


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=6))
def test_a_second_import_changes_nothing(library: Library, parts: list[tuple[int, int]]) -> None:
    file = file_of(*((float(start), float(start + length)) for start, length in parts))
    plan = plan_import(library, file, PATH)
    run_to_end(import_in_slices(library, plan))
    again = plan_import(library, file, PATH)
    assert (again.counts.n_new, again.counts.n_changed) == (0, 0)
    assert again.counts.n_same == plan.counts.n_new
    while decisions(library):
        assert library.undo() is not None
