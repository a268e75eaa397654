"""What the library hands out: frozen records, one for every noun of a musicologist.

No SQL and no behaviour beyond small properties; times are UTC texts (ISO 8601), lengths seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.audio.file_stats import FileStats
from core.library.fact_records import DecisionFacts
from core.printable import printable


class State(StrEnum):
    """What the ear decided on one tag of one song. No record at all means not judged."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class DecisionSource(StrEnum):
    """Where a decision came from.

    REST and RULE were not heard one by one: "the rest is no", or a rule between words implied it.
    """

    EAR = "ear"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IMPORT = "import"
    REST = "rest"
    RULE = "rule"


ONE_BY_ONE = (DecisionSource.EAR, DecisionSource.ACCEPTED, DecisionSource.REJECTED)
"""Where decisions came from that the annotator made with this song in the ear, one by one."""


CELL_NOT_JUDGED, CELL_UNSURE = -1, -2  # in the states of Labels, beside 1 yes and 0 no
NO_TAG = 0  # what a word means that the user says stands for none of the tags


@dataclass(frozen=True, slots=True)
class NewSong:
    """A song about to enter the library. audio_hash, over the decoded samples, is its identity."""

    audio_hash: str
    path: Path
    size_bytes: int
    mtime_s: float
    title: str
    artist: str
    album: str
    year: int | None
    duration_s: float
    rate_hz: int
    channels: int
    album_artist: str = ""
    track: int | None = None
    ctime_s: float | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Song:
    """A song of the library. path: where it was last seen; missing_since: None unless missing.

    artist: all artists as one text (see artists). own_words: which words are the user's.
    """

    id: int
    audio_hash: str
    path: Path
    size_bytes: int
    mtime_s: float
    title: str
    artist: str
    album: str
    year: int | None
    duration_s: float
    rate_hz: int
    channels: int
    added_at: str
    missing_since: str | None
    note: str
    album_artist: str = ""
    track: int | None = None
    own_words: tuple[str, ...] = ()
    ctime_s: float | None = None

    @property
    def artists(self) -> tuple[str, ...]:
        """Return the artists one by one."""
        from core.audio.artists import split_artists

        return split_artists(self.artist)

    @property
    def file_stats(self) -> FileStats:
        """Return how its file looked when it was read."""
        return FileStats(self.size_bytes, self.mtime_s, self.ctime_s)

    @property
    def display_title(self) -> str:
        """Return the title, printable; the file's name without its suffix where there is none."""
        return printable(self.title or self.path.stem)

    @property
    def display_artist(self) -> str:
        """Return the artists, printable."""
        return printable(self.artist)

    @property
    def display_album(self) -> str:
        """Return the album, printable."""
        return printable(self.album)


@dataclass(frozen=True, slots=True)
class Category:
    """A group of tags. key: the first letter of a chord, "" for none. colour: "#rrggbb".

    exhaustive: leaving a song on which any of its tags was judged means no for the others.
    """

    id: int
    name: str
    key: str
    colour: str
    position: int
    exhaustive: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of the codebook. colour "" means its category's. retired_at: None while in use.

    weak_no: songs not judged on it count a little as no when it is learned.
    """

    id: int
    name: str
    category_id: int
    key: str
    colour: str
    position: int
    definition: str
    use_when: str
    not_when: str
    retired_at: str | None
    weak_no: bool = False


@dataclass(frozen=True, slots=True)
class Annotator:
    """Who makes decisions. The name is "" until the user gives one."""

    id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True, repr=False)
class DecisionContext:
    """How a decision came about: its source, and whether a model's guess was on screen.

    facts: what is kept beside the decision on one tag of one whole song (Judge, JudgeAgain).
    """

    source: DecisionSource = DecisionSource.EAR
    guess_visible: bool = False
    model_id: int | None = None
    facts: DecisionFacts | None = None

    def __repr__(self) -> str:
        """Write it as every journal has it: the repr() of an edit is stored."""
        source = f"<Source.{self.source.name}: {self.source.value!r}>"
        return (
            f"Context(source={source}, guess_visible={self.guess_visible!r},"
            f" model_id={self.model_id!r})"
        )


BY_EAR = DecisionContext()


@dataclass(frozen=True, slots=True)
class Annotation:
    """One decision. start_s and end_s None: the whole song. intensity: 0 to 1, or not given.

    model_id: the model whose guess was visible, accepted or rejected. codebook_version: the
    version of the codebook it was made under.
    """

    id: int
    song_id: int
    tag_id: int
    annotator_id: int
    state: State
    intensity: float | None
    start_s: float | None
    end_s: float | None
    source: DecisionSource
    guess_visible: bool
    model_id: int | None
    codebook_version: int
    note: str
    created_at: str
    updated_at: str


Slot = tuple[int, int, float | None, float | None]
"""What a decision is about: tag id, annotator id, start_s, end_s (None: the whole song)."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A tag that was judged differently on two songs that are to be joined."""

    tag_id: int
    annotator_id: int
    kept: State
    dropped: State
    start_s: float | None = None
    end_s: float | None = None

    @property
    def slot(self) -> Slot:
        """Return what the two decisions are about."""
        return self.tag_id, self.annotator_id, self.start_s, self.end_s


@dataclass(frozen=True, slots=True)
class Changes:
    """What an edit touched, so that every view can decide whether to read again.

    library: songs came or went, or another library is open. returned: removed, and there again.
    searches: those that the user keeps.
    """

    songs: frozenset[int] = frozenset()
    tags: frozenset[int] = frozenset()
    codebook: bool = False
    models: bool = False
    library: bool = False
    returned: frozenset[int] = frozenset()
    searches: bool = False

    @classmethod
    def union(cls, parts: Sequence[Changes]) -> Changes:
        """Return what any of several edits touched."""
        return cls(
            frozenset().union(*(part.songs for part in parts)),
            frozenset().union(*(part.tags for part in parts)),
            any(part.codebook for part in parts),
            any(part.models for part in parts),
            any(part.library for part in parts),
            frozenset().union(*(part.returned for part in parts)),
            any(part.searches for part in parts),
        )

    def __or__(self, other: Changes) -> Changes:
        return Changes.union((self, other))

    def __bool__(self) -> bool:
        touched = (self.songs, self.tags, self.codebook, self.models, self.library, self.searches)
        return any(touched)


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model of the library. words: its outputs in order, in its own language.

    file: absolute, or below `folder` (for libraries of before: below the program's own models).
    """

    id: int
    name: str
    architecture: str
    parent_id: int | None
    file: str
    words: tuple[str, ...]
    labels_snapshot: dict[str, Any]
    metrics: dict[str, Any]
    provenance: dict[str, Any]
    active: bool
    created_at: str
    folder: Path = Path()  # where its library keeps models, beside itself; not stored

    @property
    def learned_here(self) -> bool:
        """Return whether it was trained on decisions of this library."""
        return bool(self.provenance.get("learned_here", self.parent_id is not None))

    @property
    def measured_here(self) -> bool:
        """Return whether its metrics are of this library's songs, not of its makers'."""
        return self.learned_here or bool(self.metrics.get("measured_here"))

    @property
    def wauc(self) -> float | None:
        """Return the WAUC that is shown: None also where its songs were too few for a range."""
        value, means = (self.metrics.get(key) for key in ("wauc", "means"))
        mean = means.get("wauc") if isinstance(means, dict) else None
        has_reason = isinstance(mean, dict) and bool(mean.get("reason"))
        return float(value) if isinstance(value, int | float) and not has_reason else None


@dataclass(frozen=True, slots=True)
class NewModel:
    """A model about to be added. file: its .safetensors, as the registry names it.

    tag_ids: the tag that each word was trained as, None where it is none of this codebook; left
    empty, none was trained. Other words are looked up by name at every question.
    """

    name: str
    architecture: str
    file: str
    words: tuple[str, ...]
    parent_id: int | None = None
    tag_ids: tuple[int | None, ...] = ()
    labels_snapshot: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SongRow:
    """What the table shows of one song: the annotator's whole-song decisions beside it."""

    song: Song
    states: dict[int, State]

    @property
    def n_judged(self) -> int:
        """Count the tags that have a decision."""
        return len(self.states)


@dataclass(frozen=True, slots=True)
class FailedImport:
    """A file that could not be imported, with its reason, kept until it succeeds."""

    path: Path
    reason: str
    remedy: str
    failed_at: str


@dataclass(frozen=True, slots=True)
class TestLook:
    """One look at a set of test songs, known by its digest. what: by which command or view."""

    __test__ = False  # no test, whatever pytest makes of its name

    model_id: int | None
    digest: str
    what: str
    n_songs: int
    looked_at: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The songs and decisions as training sees them; a snapshot that later edits do not touch.

    states: int8, shape (n_songs, n_tags): 1 yes, 0 no; below 0 masked out of the loss: -1 not
    judged, -2 unsure. weak_no: ids of the tags of which songs not judged count a little as no.
    digest: the same for the same songs, tags and states. n_unclear: decisions that stand as unsure
    because their word is unclear (Disputes.left_out).
    """

    song_ids: NDArray[np.int64]
    audio_hashes: tuple[str, ...]
    paths: tuple[Path, ...]
    artists: tuple[str, ...]
    tag_ids: NDArray[np.int64]
    tag_names: tuple[str, ...]
    states: NDArray[np.int8]
    codebook_version: int
    digest: str = field(default="")
    category_ids: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    weak_no: frozenset[int] = frozenset()
    n_unclear: int = 0

    def counts(self) -> dict[str, tuple[int, int]]:
        """Count (yes, no) by tag name."""
        yes, no = (self.states == 1).sum(axis=0), (self.states == 0).sum(axis=0)
        return {name: (int(yes[i]), int(no[i])) for i, name in enumerate(self.tag_names)}
