"""Labels on a song's time line, as programs keep them that know a start, an end and a text.

Written: the current annotator's decisions, those of the same region in one label, those on the
whole song in one that is as long as the song. Read: as label_texts says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import ExchangeError
from core.exchange.files.label_files import label_files, name_in
from core.exchange.files.song_files import song_of_file
from core.exchange.label_checks import point_end
from core.exchange.label_records import LabelFile, LabelledDecision, LabelledSong, LabelledWord
from core.exchange.label_source import LabelSource, SongLabels
from core.exchange.notations.label_texts import TextLabel, label_text, parse_label
from core.jobs import JobContext
from core.library.records import Annotation
from core.messages import message

LOST = (
    "exchange.lost_other_annotators",
    "exchange.lost_intensity",
    "exchange.lost_decision_notes",
    "exchange.lost_song_notes",
    "exchange.lost_times",
    "exchange.lost_source",
)


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """One label. n_decisions: how many its text holds."""

    start_s: float
    end_s: float
    text: str
    n_decisions: int


def time_labels(source: LabelSource, labels: SongLabels) -> list[TimeLabel]:
    """Return the current annotator's labels of one song: of the whole song first, then by start."""
    annotator_id = source.library.annotators.current.id
    parts: dict[tuple[float, float] | None, list[TextLabel]] = {}
    for decision in labels.decisions:
        if decision.annotator_id == annotator_id:
            text = TextLabel(
                source.tags[decision.tag_id].name,
                source.category_of(decision.tag_id),
                decision.state,
            )
            parts.setdefault(_span(decision), []).append(text)
    return [
        TimeLabel(*(span or (0.0, labels.song.duration_s)), label_text(texts, whole=span is None),
                  len(texts))
        for span, texts in parts.items()
    ]  # fmt: skip


def _span(decision: Annotation) -> tuple[float, float] | None:
    if decision.start_s is None or decision.end_s is None:
        return None
    return decision.start_s, decision.end_s


@dataclass(slots=True)
class TimeLabelReading:
    """A LabelFile that is filled from files of labels, and what is to be told of them.

    name: of the file that is read now, as faults name it. song: the one it is about.
    """

    file: LabelFile
    name: str = ""
    song: int = 0
    n_points: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def read_all(
        self,
        path: Path,
        suffixes: tuple[str, ...],
        read_one: Callable[[Path, TimeLabelReading], None],
        job: JobContext,
    ) -> LabelFile:
        """Read a file, or all of a folder and those below it; of a folder, bad files are faults.

        Raises ExchangeError, Cancelled.
        """
        for file in label_files(path, suffixes, job):
            job.check()
            self.name = name_in(path, file)
            try:
                read_one(file, self)
            except ExchangeError as error:
                if not path.is_dir():
                    raise
                self.file.fault(0, error.message, "", self.name)
        if self.n_points:
            self.file.remarks.append(message("exchange.points_read", n=self.n_points))
        self.file.remarks += [message(id, n=n) for id, n in sorted(self.skipped.items())]
        return self.file

    def begin_song(self, song: LabelledSong | None = None) -> None:
        """Let the next labels be of a song, else of the one that the file is named after."""
        self.song = self.file.add_song(song or song_of_file(self.name))

    def take(
        self, line: int, start_s: float, end_s: float | None, text: str, category: str = "",
        note: str = "",
    ) -> None:  # fmt: skip
        """Take one label; a text without a tag is a fault. end_s None, or its start: a point.

        category: of tags whose text names none.
        """
        whole, labels = parse_label(text)
        if not labels:
            self.fault(line, message("exchange.label_empty"), text)
            return
        span: tuple[float | None, float | None] = (start_s, end_s)
        if whole:
            span = (None, None)
        elif end_s is None or end_s == start_s:
            span = (start_s, point_end(start_s))
            self.n_points += 1
        for label in labels:
            word = self.file.add_word(LabelledWord(label.name, label.category or category))
            decision = LabelledDecision(
                self.song, word, label.state, None, *span, note=note, line=line
            )
            self.file.decide(decision, self.name)

    def fault(self, line: int, reason: str, text: str = "") -> None:
        """List a row of the file that is read now."""
        self.file.fault(line, reason, text, self.name)


def seconds(text: str) -> float | None:
    """Read a time in seconds, with a dot or a comma; None where it is none."""
    try:
        return float(text.strip().replace(",", ".", 1))
    except ValueError:
        return None
