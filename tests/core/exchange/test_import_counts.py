"""What the preview of an import counts is what the import then does, whatever the file says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.import_plan import plan_import
from core.exchange.import_records import ImportChoices, WordUse
from core.exchange.importing import import_in_slices
from core.exchange.label_records import (
    LabelFile,
    LabelledDecision,
    LabelledSong,
    LabelledWord,
    MissingMeans,
)
from core.library.edits.edits import Judge
from core.library.edits.import_edits import OnConflict
from core.library.records import State
from core.library.store import Library, run_to_end
from tests.support.round_trips import add_songs, decisions, tag_id

PATH = Path("/elsewhere/labels.csv")
NAMES = ("kick", "Kick", "piano", "Sombre", "sombre ", "beyond", "kick.")
ANNOTATORS = ("", "Ann", "Änn", "A\u0308nn", " Ann  ", "ann", "Bo")
SPANS = ((None, None), (1.0, 2.0), (5.0, 99.0), (5.0, 50.0), (40.0, 99.0), (2.0, 1.0))

drawn_rows = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.sampled_from(NAMES),
        st.sampled_from(State),
        st.sampled_from(ANNOTATORS),
        st.sampled_from(SPANS),
        st.sampled_from((None, 0.5)),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with TemporaryDirectory() as folder, Library.open(Path(folder, "a.db"), annotator="Ann") as it:
        add_songs(it, Path(folder))
        kick, piano = tag_id(it, "kick"), tag_id(it, "piano")
        it.do(Judge(1, kick, State.YES), Judge(2, kick, State.NO), Judge(2, piano, State.UNSURE))
        yield it


def file_of(rows: list[tuple[object, ...]], notes: list[tuple[int, str]]) -> LabelFile:
    file = LabelFile("test")
    for line, (song, name, state, annotator, (start_s, end_s), intensity) in enumerate(rows, 1):  # type: ignore[misc]
        decision = LabelledDecision(
            file.add_song(LabelledSong(f"Müsic, all/song {song}.wav")),
            file.add_word(LabelledWord(name, "found")),
            *(state, intensity, start_s, end_s, annotator),
            line=line,
        )
        file.decide(decision)
    for song, text in notes:
        file.note(file.add_song(LabelledSong(f"song {song}.wav")), text)
    return file


@settings(max_examples=40, deadline=None)
@given(
    drawn_rows,
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(("loud", "loud ", "a\nb"))), max_size=4),
    st.sampled_from(MissingMeans),
    st.sampled_from(OnConflict),
)
def test_the_preview_counts_what_is_done_and_a_second_import_does_nothing(
    library: Library,
    rows: list[tuple[object, ...]],
    notes: list[tuple[int, str]],
    missing: MissingMeans,
    rule: OnConflict,
) -> None:
    file = file_of(rows, notes)
    choices = ImportChoices(missing=missing, on_conflict=rule)
    before, notes_before = decisions(library), notes_of(library)
    plan = plan_import(library, file, PATH, choices)

    run_to_end(import_in_slices(library, plan))

    counts, after = plan.counts, decisions(library)
    assert len(after) == len(before) + counts.n_new
    assert len(after - before) == counts.n_new + counts.n_changed
    assert n_lines(notes_of(library)) - n_lines(notes_before) >= counts.n_notes
    again = plan_import(library, file, PATH, choices)
    assert (again.counts.n_new, again.counts.n_changed, again.counts.n_notes) == (0, 0, 0)
    notes_after = notes_of(library)
    run_to_end(import_in_slices(library, again))
    assert (decisions(library), notes_of(library)) == (after, notes_after)
    while decisions(library) != before or notes_of(library) != notes_before:
        assert library.undo() is not None


def notes_of(library: Library) -> list[str]:
    return [song.note for song in library.songs.after(0, 100)]


def n_lines(notes: list[str]) -> int:
    return sum(len(note.splitlines()) for note in notes)


def test_words_that_are_equal_up_to_case_become_one_tag(library: Library) -> None:
    file = LabelFile("test")
    file.add_word(LabelledWord("Vesper", "Mood"))
    file.add_word(LabelledWord("vesper", "Timbre"))

    words = plan_import(library, file, PATH).words

    assert {(w.choice.use, w.choice.category, w.choice.name) for w in words} == {
        (WordUse.NEW, "Mood", "Vesper")
    }
