"""What a file of labels says, whatever its format, and what becomes of it: records and columns.

A reader fills a LabelFile through its methods; nothing here reads a file or a library. Decisions
are kept in columns, so that two million rows fit into memory.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.exchange.label_checks import (
    intensity_fault,
    span_fault,
    usable_name,
    usable_note,
    usable_time,
)
from core.library.records import CELL_UNSURE, State
from core.messages import message

STATE_OF_CODE = {1: State.YES, 0: State.NO, CELL_UNSURE: State.UNSURE}
CODE_OF_STATE = {state: code for code, state in STATE_OF_CODE.items()}

LONGEST_DATE = 40  # letters that are told of one that is not read
MAX_FAULTS = 10_000  # kept of a file; further ones are counted


class MissingMeans(StrEnum):
    """What it means that a file does not list a tag for a song: not judged, or no."""

    UNJUDGED = "unjudged"
    NO = "no"


@dataclass(frozen=True, slots=True)
class LabelledSong:
    """A song as a file names it; what the file does not say is empty or None.

    path: as written, with slashes. side: of a published split ("train", "valid", "test"). line: the
    first that names it, 0 where the file has none.
    """

    path: str = ""
    audio_hash: str = ""
    title: str = ""
    artist: str = ""
    album: str = ""
    year: int | None = None
    duration_s: float | None = None
    side: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """Return what a person would call it."""
        words = " - ".join(word for word in (self.artist, self.title) if word)
        return self.path or words or self.audio_hash


@dataclass(frozen=True, slots=True)
class LabelledWord:
    """A tag as a file names it. category "": the file has none."""

    name: str
    category: str = ""
    definition: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledDecision:
    """One decision of a file. song, word: indices of the file's lists.

    start_s, end_s None: the whole song. annotator "": the file does not say. created_at: UTC, ISO
    8601; "": likewise.
    """

    song: int
    word: int
    state: State = State.YES
    intensity: float | None = None
    start_s: float | None = None
    end_s: float | None = None
    annotator: str = ""
    created_at: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that was not read, or not as it stands: its line, the reason, and what stands there."""

    line: int
    reason: str
    text: str = ""
    file: str = ""


class DecisionColumns:
    """Decisions in columns of numbers, about 50 bytes each; a sequence of LabelledDecision."""

    def __init__(self) -> None:
        self._song, self._word, self._line = array("l"), array("l"), array("l")
        self._state = array("b")
        self._intensity, self._start, self._end = array("d"), array("d"), array("d")
        self._annotator, self._created = array("l"), array("l")
        self._texts: list[str] = [""]
        self._text_numbers: dict[str, int] = {"": 0}
        self._notes: dict[int, str] = {}

    def append(self, decision: LabelledDecision) -> None:
        """Add one at the end."""
        if decision.note:
            self._notes[len(self)] = decision.note
        self._song.append(decision.song)
        self._word.append(decision.word)
        self._line.append(decision.line)
        self._state.append(CODE_OF_STATE[decision.state])
        self._intensity.append(_number(decision.intensity))
        self._start.append(_number(decision.start_s))
        self._end.append(_number(decision.end_s))
        self._annotator.append(self._text(decision.annotator))
        self._created.append(self._text(decision.created_at))

    def __len__(self) -> int:
        return len(self._song)

    def __getitem__(self, row: int) -> LabelledDecision:
        return LabelledDecision(
            self._song[row],
            self._word[row],
            STATE_OF_CODE[self._state[row]],
            _known(self._intensity[row]),
            _known(self._start[row]),
            _known(self._end[row]),
            self._texts[self._annotator[row]],
            self._texts[self._created[row]],
            self._notes.get(row, ""),
            self._line[row],
        )

    def __iter__(self) -> Iterator[LabelledDecision]:
        return (self[row] for row in range(len(self)))

    def songs(self) -> NDArray[np.int64]:
        """Return the song of every decision."""
        return np.array(self._song, dtype=np.int64)

    def words(self) -> NDArray[np.int64]:
        """Return the word of every decision."""
        return np.array(self._word, dtype=np.int64)

    def n_of_words(self) -> dict[int, int]:
        """Count the decisions by word."""
        return Counter(self._word)

    def judged_songs(self) -> set[int]:
        """Return the songs that have a decision."""
        return set(self._song)

    def annotators(self) -> tuple[str, ...]:
        """Return the names of the annotators, "" among them where a decision has none."""
        return tuple(self._texts[number] for number in sorted(set(self._annotator)))

    def _text(self, text: str) -> int:
        number = self._text_numbers.setdefault(text, len(self._texts))
        if number == len(self._texts):
            self._texts.append(text)
        return number


@dataclass(slots=True)
class LabelFile:
    """All that a file of labels says; readers fill it with add_song, add_word and decide.

    closed: the file is a list in which a tag that is not given was meant as no (the user may say
    otherwise). split: the name of the published split whose sides its songs have, "" for none.
    remarks: sentences on what was read as what. notes: (song's index, text). n_more_faults: beyond
    the MAX_FAULTS that are kept.
    """

    format: str
    songs: list[LabelledSong] = field(default_factory=list)
    words: list[LabelledWord] = field(default_factory=list)
    decisions: DecisionColumns = field(default_factory=DecisionColumns)
    notes: list[tuple[int, str]] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    n_more_faults: int = 0
    closed: bool = False
    split: str = ""
    _n_undated: int = 0
    _date_remark: int = 0
    _first_undated: tuple[str, str] = ("", "")
    _song_numbers: dict[str, int] = field(default_factory=dict)
    _word_numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add_song(self, song: LabelledSong, key: str = "") -> int:
        """Add a song, or find the one of the same key; return its index.

        key: what tells songs of this file apart (default: its sound, path, or words).
        """
        key = (
            key or song.audio_hash or song.path or f"{song.artist}\0{song.title}\0{song.duration_s}"
        )
        number = self._song_numbers.setdefault(key, len(self.songs))
        if number == len(self.songs):
            self.songs.append(song)
        return number

    def add_word(self, word: LabelledWord) -> int:
        """Add a word, or find the one of the same name and category; return its index."""
        number = self._word_numbers.setdefault((word.category, word.name), len(self.words))
        if number == len(self.words):
            self.words.append(replace(word, definition=usable_note(word.definition)))
        return number

    def decide(self, decision: LabelledDecision, file: str = "") -> None:
        """Add a decision; one that no library can hold is a fault. file: of a folder, its name."""
        reason = span_fault(decision.start_s, decision.end_s)
        if reason := reason or intensity_fault(decision.intensity):
            self.fault(decision.line, reason, self.words[decision.word].name, file)
            return
        annotator, time = usable_name(decision.annotator), usable_time(decision.created_at)
        if not time and decision.created_at.strip():
            self._tell_date(decision)
        note = usable_note(decision.note)
        if (annotator, time, note) != (decision.annotator, decision.created_at, decision.note):
            decision = replace(decision, annotator=annotator, created_at=time, note=note)
        self.decisions.append(decision)

    def _tell_date(self, decision: LabelledDecision) -> None:
        """Count a date that no library can hold in a remark that names the first one."""
        self._n_undated += 1
        if self._n_undated == 1:
            self._date_remark = len(self.remarks)
            self.remarks.append("")
            self._first_undated = (
                decision.created_at.strip()[:LONGEST_DATE],
                self.songs[decision.song].name,
            )
        text, song = self._first_undated
        self.remarks[self._date_remark] = message(
            "exchange.dates_not_iso", n=self._n_undated, text=text, song=song
        )

    def note(self, song: int, text: str) -> None:
        """Add a note on a song; an empty one is left out."""
        if text.strip():
            self.notes.append((song, usable_note(text)))

    def fault(self, line: int, reason: str, text: str = "", file: str = "") -> None:
        """Note a row that is not read."""
        if len(self.faults) >= MAX_FAULTS:
            self.n_more_faults += 1
            return
        self.faults.append(RowFault(line, reason, text, file))


def _number(value: float | None) -> float:
    return math.nan if value is None else value


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
