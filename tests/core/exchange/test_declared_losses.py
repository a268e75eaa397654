"""What a format declares as lost is lost, and nothing else: any decisions, in every format."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.format_records import LabelFormat, Target
from core.exchange.format_registry import FORMATS, format_of
from core.exchange.import_plan import plan_import
from core.exchange.label_source import LabelSource
from core.jobs import SILENT
from core.library.edits.edit_context import Edit
from core.library.edits.edits import (
    AddCategory,
    AddTag,
    Judge,
    JudgeRegion,
    SetDecisionNote,
    SetIntensity,
    SetNote,
)
from core.library.records import Annotation, State
from core.library.store import Library
from tests.support.drawn_decisions import library_to_fill
from tests.support.round_trips import SONGS, add_songs, read_into, write

BOTH_WAYS = [form for form in FORMATS if form.read and form.write and not form.only_songs]
ANNOTATORS = ("Ann", "Bo; “B”")
CATEGORIES = ("mood", "Form: Teil", "=sum", "a/b", "“x”, y", "東京")
TAGS = (
    "kick, snare", "AC/DC", "=1+1", "-minus", "?what", "* star", "+plus", 'the "odd"', "東京 🎵",
    "pace: fast", "a / b", "[draft]", "x (?)", "<b>&amp;", "3", "yes", "|", ":tune", "#1",
    "e\u0301",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision by names. sound: the song's audio hash."""

    sound: str
    annotator: str
    category: str
    tag: str
    state: State
    intensity: float | None
    start_s: float | None
    end_s: float | None
    note: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A decision to make. song: 1 to 4. tag: its index. start_s None: the whole song."""

    song: int
    annotator: str
    tag: int
    state: State
    start_s: float | None
    length_s: float
    intensity: float | None
    note: str

    @property
    def where(self) -> tuple[object, ...]:
        """Return what no two decisions share, also after rounding to a hundredth of a second."""
        at = None if self.start_s is None else round(self.start_s, 2)
        return self.song, self.annotator, self.tag, at


Change = Callable[[Decided], Decided]


def rounded(to_s: Callable[[float], float]) -> Change:
    """Round the times of parts."""

    def change(row: Decided) -> Decided:
        if row.start_s is None or row.end_s is None:
            return row
        return replace(row, start_s=to_s(row.start_s), end_s=to_s(row.end_s))

    return change


def yes_alone(row: Decided) -> Decided:
    """Leave song, tag and part."""
    return replace(row, annotator="Ann", intensity=None, note="", made_at="")


CHANGED: dict[str, Change] = {
    "exchange.lost_source": lambda row: row,
    "exchange.lost_song_notes": lambda row: row,
    "exchange.lost_regions": lambda row: row,
    "exchange.lost_other_annotators": lambda row: row,
    "exchange.lost_intensity": lambda row: replace(row, intensity=None),
    "exchange.lost_decision_notes": lambda row: replace(row, note=""),
    "exchange.lost_categories": lambda row: replace(row, category=""),
    "exchange.lost_times": lambda row: replace(row, made_at=""),
    "exchange.lost_microseconds": rounded(lambda time_s: round(time_s, 6)),
    "exchange.lost_frames": rounded(lambda time_s: round(time_s * 44100) / 44100),
    "exchange.lost_all_but_yes": yes_alone,
    "exchange.lost_all_but_yes_and_parts": lambda row: rounded(lambda time_s: round(time_s, 3))(
        yes_alone(row)
    ),
    "exchange.lost_all_but_yes_unsure": yes_alone,
}
LEFT_OUT: dict[str, Callable[[Decided], bool]] = {
    "exchange.lost_regions": lambda row: row.start_s is not None,
    "exchange.lost_other_annotators": lambda row: row.annotator != "Ann",
    "exchange.lost_all_but_yes": lambda row: row.state is not State.YES or row.start_s is not None,
    "exchange.lost_all_but_yes_and_parts": lambda row: row.state is not State.YES,
    "exchange.lost_all_but_yes_unsure": lambda row: (
        row.state is State.NO or row.start_s is not None
    ),
}
NOTES_LOST = {
    "exchange.lost_song_notes",
    "exchange.lost_all_but_yes",
    "exchange.lost_all_but_yes_and_parts",
}


def decided(library: Library) -> set[Decided]:
    """Return everybody's decisions."""
    source = LabelSource(library, all_annotators=True)
    return {
        _by_names(source, labels.song.audio_hash, decision)
        for labels in source.songs()
        for decision in labels.decisions
    }


def _by_names(source: LabelSource, sound: str, decision: Annotation) -> Decided:
    return Decided(
        sound,
        source.annotator_name(decision.annotator_id),
        source.category_of(decision.tag_id),
        source.tags[decision.tag_id].name,
        decision.state,
        decision.intensity,
        decision.start_s,
        decision.end_s,
        decision.note,
        decision.created_at,
    )


def song_notes(library: Library) -> dict[str, str]:
    """Return the notes on songs that have one."""
    songs = [labels.song for labels in LabelSource(library).songs()]
    return {song.audio_hash: song.note for song in songs if song.note}


def expected(form: LabelFormat, rows: set[Decided]) -> set[Decided]:
    """Leave out what a format declares as lost; of a yes and an unsure the yes stays."""
    kept = {
        row
        for row in rows
        if not any(LEFT_OUT[loss](row) for loss in form.lost if loss in LEFT_OUT)
    }
    kept = changed(form, kept)
    sure = {replace(row, state=State.UNSURE) for row in kept if row.state is State.YES}
    return kept - sure if "exchange.lost_all_but_yes_unsure" in form.lost else kept


def changed(form: LabelFormat, rows: set[Decided]) -> set[Decided]:
    """Blank the fields that a format declares as lost."""
    for loss in form.lost:
        rows = {CHANGED[loss](row) for row in rows}
    return rows


@contextmanager
def library_of_two(drawn: list[Drawn]) -> Iterator[tuple[Path, Library]]:
    """Open a library of two annotators with these decisions, and give its folder."""
    with library_to_fill() as (folder, library):
        tags = _add_words(library)
        library.annotators.add(ANNOTATORS[1])
        library.do(SetNote(2, "of the tape:\n| =loud | (?)"), SetNote(4, "b-side"))
        for annotator in ANNOTATORS:
            library.annotators.use(annotator)
            for row in drawn:
                if row.annotator == annotator:
                    _decide(library, tags[row.tag], row)
        library.annotators.use("Ann")
        yield folder, library


def _add_words(library: Library) -> list[int]:
    """Add the odd words; return the tags' ids."""
    for category in CATEGORIES:
        if category not in [known.name for known in library.codebook.categories()]:
            library.do(AddCategory(category))
    ids = {known.name: known.id for known in library.codebook.categories()}
    for number, tag in enumerate(TAGS):
        library.do(AddTag(tag, ids[CATEGORIES[number % len(CATEGORIES)]]))
    return [found.id for tag in TAGS if (found := library.codebook.find(tag))]


def _decide(library: Library, tag_id: int, row: Drawn) -> None:
    edits: list[Edit] = []
    if row.start_s is None:
        edits.append(Judge(row.song, tag_id, row.state))
    else:
        end_s = row.start_s + row.length_s
        edits.append(JudgeRegion(row.song, tag_id, row.start_s, end_s, row.state))
    if row.start_s is None and row.intensity is not None and row.state is State.YES:
        edits.append(SetIntensity(row.song, tag_id, row.intensity))
    library.do(*edits)
    if row.note and row.start_s is None:
        decision = library.annotations.of_song_and_tag(row.song, tag_id)
        assert decision is not None
        library.do(SetDecisionNote(decision.id, row.note))


STARTS = st.builds(lambda n, rest: n / 100 + rest, st.integers(0, 800), st.floats(0.0, 0.004))
SOME_DECISIONS = st.lists(
    st.builds(
        Drawn,
        song=st.integers(1, len(SONGS)),
        annotator=st.sampled_from(ANNOTATORS),
        tag=st.integers(0, len(TAGS) - 1),
        state=st.sampled_from(State),
        start_s=st.none() | STARTS,
        length_s=st.floats(0.01, 2.0),
        intensity=st.none() | st.floats(0.0, 1.0),
        note=st.sampled_from(("", "", 'from 1:00, "maybe"', "=1; 2\n| x")),
    ),
    max_size=40,
    unique_by=lambda row: row.where,
)  # fmt: skip


@settings(max_examples=4, deadline=None)
@given(drawn=SOME_DECISIONS)
def test_nothing_but_what_is_declared_is_lost(drawn: list[Drawn]) -> None:
    with library_of_two(drawn) as (folder, library):
        with Library.open(folder / "empty.db", annotator="Ann") as empty:
            add_songs(empty, folder)
        for form in BOTH_WAYS:
            out = folder / f"{form.name}{'' if form.target is Target.FOLDER else form.suffixes[0]}"
            if write(form, library, out).files:
                shutil.copyfile(folder / "empty.db", folder / f"{form.name}.db")
                with Library.open(folder / f"{form.name}.db", annotator="Ann") as fresh:
                    assert_it_came_back(form, out, library, fresh)


def assert_it_came_back(form: LabelFormat, out: Path, library: Library, fresh: Library) -> None:
    """Assert that a file that was written brings back all but what is declared, and but once."""
    assert format_of(out).name == form.name
    assert read_into(form, out, fresh).faults == (), form.name
    assert changed(form, decided(fresh)) == expected(form, decided(library)), form.name
    notes = {} if NOTES_LOST & set(form.lost) else song_notes(library)
    assert song_notes(fresh) == notes, form.name
    assert_nothing_new(fresh, form, out)


def assert_nothing_new(library: Library, form: LabelFormat, path: Path) -> None:
    """Assert that a file that was imported would change nothing if it were once more."""
    assert form.read is not None
    counts = plan_import(library, form.read(path, SILENT), path).counts
    assert (counts.n_new, counts.n_changed, counts.n_conflicts, counts.n_notes) == (0, 0, 0, 0)


def test_every_loss_has_a_meaning_here() -> None:
    assert {loss for form in BOTH_WAYS for loss in form.lost} == set(CHANGED)
