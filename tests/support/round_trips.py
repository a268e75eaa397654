"""What every format of labels is tested with: a library to write, a fresh one to read into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.exchange.format_records import ExportOptions, LabelFormat, Written
from core.exchange.import_plan import plan_import
from core.exchange.import_records import ImportChoices, ImportPlan
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelFile
from core.exchange.label_source import LabelSource
from core.jobs import SILENT
from core.library.edits.edits import (
    AddTag,
    Judge,
    JudgeRegion,
    SetDecisionNote,
    SetIntensity,
    SetNote,
)
from core.library.records import NewSong, State
from core.library.store import Library, run_to_end

SONGS = (
    ("AC/DC", "Für Elise", "=1+1"),
    ("Ella; Louis", "東京 – 🎵", 'Album, "quoted"'),
    ("-", "tab\tand\nline", "@sum"),
    ("Nobody's", "plain", ""),
)
LENGTH_S = 10.5  # of the first one; the second is twice as long, and so on
DecisionKey = tuple[str, str, str, str, float | None, float | None, float | None]
"""Audio hash, annotator, tag, state, intensity, start_s, end_s."""


def add_songs(library: Library, folder: Path) -> None:
    """Add the four songs of SONGS, in files that are not there."""
    for number, (artist, title, album) in enumerate(SONGS, start=1):
        path = folder / "Müsic, all" / f"song {number}.wav"
        library.songs.add(
            NewSong(f"{number:032x}", path, 1000, 1.0, title, artist, album, 1990 + number,
                    LENGTH_S * number, 44100, 2)
        )  # fmt: skip


@contextmanager
def labelled_library(folder: Path) -> Iterator[Library]:
    """Open a library of two annotators with all kinds of decisions."""
    with Library.open(folder / "labelled.db", annotator="Ann") as library:
        add_songs(library, folder)
        names = ("kick", "piano", "female", "dark")
        kick, piano, female, dark = (tag_id(library, name) for name in names)
        library.do(AddTag('=odd; name, "x"', library.codebook.tag(kick).category_id))
        odd = tag_id(library, '=odd; name, "x"')
        library.do(
            Judge(1, kick, State.YES), SetIntensity(1, kick, 0.75), Judge(1, piano, State.NO),
            Judge(1, dark, State.UNSURE), Judge(2, odd, State.YES), Judge(2, kick, State.NO),
            JudgeRegion(1, female, 2.5, 4.25), JudgeRegion(2, kick, 0.0, 3.125),
            JudgeRegion(2, piano, 1.0, 2.0, State.NO), Judge(3, female, State.YES),
            SetNote(1, "of the tape:\n=loud"),
        )  # fmt: skip
        decision = library.annotations.of_song_and_tag(3, female)
        assert decision is not None
        library.do(SetDecisionNote(decision.id, 'from 1:00, "maybe"'))
        library.annotators.add("Bo Ørsted")
        library.do(Judge(1, kick, State.NO), Judge(3, dark, State.YES))
        library.annotators.use("Ann")
        yield library


@contextmanager
def fresh_library(folder: Path) -> Iterator[Library]:
    """Open a library with the same songs and no decisions."""
    with Library.open(folder / "fresh.db", annotator="Ann") as library:
        add_songs(library, folder)
        yield library


def tag_id(library: Library, name: str) -> int:
    """Return the id of a tag that is there."""
    tag = library.codebook.find(name)
    assert tag is not None
    return tag.id


def write(
    form: LabelFormat, library: Library, path: Path, *, all_annotators: bool = True
) -> Written:
    """Write a library in a format."""
    assert form.write is not None
    source = LabelSource(library, all_annotators=all_annotators)
    return form.write(source, path, ExportOptions(), SILENT)


def read_into(
    form: LabelFormat, path: Path, library: Library, choices: ImportChoices | None = None
) -> ImportPlan:
    """Read a file in a format into a library; return the plan that was done."""
    assert form.read is not None
    plan = plan_import(library, form.read(path, SILENT), path, choices)
    run_to_end(import_in_slices(library, plan))
    return plan


def decisions(library: Library) -> set[DecisionKey]:
    """Return everybody's decisions, by names."""
    source = LabelSource(library, all_annotators=True)
    return {
        (
            labels.song.audio_hash,
            source.annotator_name(decision.annotator_id),
            source.tags[decision.tag_id].name,
            decision.state.value,
            decision.intensity,
            decision.start_s,
            decision.end_s,
        )
        for labels in source.songs()
        for decision in labels.decisions
    }


def kept_in_labels(library: Library, digits: int = 6) -> set[DecisionKey]:
    """Return what labels on a time line keep: the current annotator's, without intensity."""
    name = library.annotators.current.name
    return {
        (sound, name, tag, state, None, _rounded(start, digits), _rounded(end, digits))
        for sound, annotator, tag, state, _, start, end in decisions(library)
        if annotator == name
    }


def words_in_time(file: LabelFile) -> set[tuple[str, str, str, str, float | None, float | None]]:
    """Return what a file says: (song's name, category, tag, state, start, end)."""
    return {
        (
            file.songs[decision.song].name,
            file.words[decision.word].category,
            file.words[decision.word].name,
            decision.state.value,
            _rounded(decision.start_s, 9),
            _rounded(decision.end_s, 9),
        )
        for decision in file.decisions
    }


def _rounded(time_s: float | None, digits: int) -> float | None:
    return None if time_s is None else round(time_s, digits)
