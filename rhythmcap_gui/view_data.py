"""Plain records between operations and views: progress, states of long work, requests, table rows.

With them views need to know neither operations nor actions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.durations import clock_text

if TYPE_CHECKING:
    from core.exchange.file_tags.tag_records import FieldDiff, Skipped
    from core.exchange.import_records import ImportPlan
    from core.experiments.recommendation_records import Prospect, Recommendation
    from core.library.location_records import SongLocation
    from core.library.records import Conflict, ModelRow
    from core.library.recovery.backup import Backup, BackupContents
    from core.library.scan.scan_records import Failure, Replaced
    from core.library.store import SlicedWork
    from core.metrics.metric_records import Estimate
    from core.models.model_records import PublicModel, SongScore
    from core.models.prediction_records import Predictions
    from core.training.finetune_records import EpochReport, FinetuneResult


ALL_MODELS = -1  # to learn from, instead of a model's id


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. total 0 means unknown; seconds_left is None until it can be estimated."""

    done: float
    total: float
    what: str = ""
    seconds_left: float | None = None

    @property
    def fraction(self) -> float:
        """0 to 1."""
        return min(1.0, self.done / self.total) if self.total > 0 else 0.0

    @property
    def time_left(self) -> str:
        """ "0:47", "12:05" or "1:02:00"; empty where it is not known yet."""
        return "" if self.seconds_left is None else clock_text(round(self.seconds_left))


@dataclass(frozen=True, slots=True)
class ImportState:
    """An import that runs, or the last one. title: its name if it is other work that brings songs.

    warned: files whose songs are there although something is to be said of them. quiet: not started
    by the user, so no dock opens. replaced: songs whose files hold other sounds now. n_links: those
    that lead out of the folders, passed over.
    """

    running: bool
    title: str = ""
    progress: Progress | None = None
    added: int = 0
    already: int = 0
    failed: tuple[Failure, ...] = ()
    warned: tuple[Failure, ...] = ()
    cancelled: bool = False
    quiet: bool = False
    replaced: tuple[Replaced, ...] = ()
    n_links: int = 0


@dataclass(frozen=True, slots=True)
class PreviewState:
    """A song of the demo that can be heard while the others are composed. n_songs: so far."""

    title: str
    artist: str
    playing: bool
    n_songs: int


@dataclass(frozen=True, slots=True)
class LearnState:
    """Learning that runs, or the last one.

    old, new: the model before and the one just learned; both stay in the library. decided: the
    user has chosen which to use. waiting: the name of a learned model that the library could not
    take yet. library: the name of the one it is about, where that is not the open one. change: the
    new model's WAUC minus that of the one in use, on the same songs; None where it is not known,
    or not yet, while comparing. wanted: it is to be used once compared, unless it is worse.
    """

    running: bool
    n_songs: int = 0
    depth: str = ""
    depth_reason: str = ""
    reports: tuple[EpochReport, ...] = ()
    progress: Progress | None = None
    outcome: FinetuneResult | None = None
    old: ModelRow | None = None
    new: ModelRow | None = None
    decided: bool = False
    cancelled: bool = False
    problem: str = ""
    waiting: str = ""
    library: str = ""
    change: Estimate | None = None
    comparing: bool = False
    wanted: bool = False

    @property
    def is_worse(self) -> bool:
        """Whether the new model is worse than the one in use by more than the range."""
        return self.change is not None and self.change.high is not None and self.change.high < 0.0


@dataclass(frozen=True, slots=True)
class SystemChoiceState:
    """What is known of which system suits a library's tags.

    running: systems are tried, for another library where `library` names one. prospect: what would
    be tried now. result: what was found last; n_since: decisions that are new or changed since.
    stopped: the last run was stopped.
    """

    running: bool = False
    progress: Progress | None = None
    prospect: Prospect | None = None
    result: Recommendation | None = None
    n_since: int = 0
    stopped: bool = False
    library: str = ""


@dataclass(frozen=True, slots=True)
class OfferState:
    """The offer of the model that is recommended to learn from.

    model: what is offered, None where the library does not need it. network: its title.
    dismissed: the user does not want to see it over the columns. problem: why the last attempt to
    get it failed. added: it has come, and whether to use it is not decided yet.
    """

    model: PublicModel | None = None
    network: str = ""
    dismissed: bool = False
    running: bool = False
    progress: Progress | None = None
    problem: Exception | None = None
    added: ModelRow | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is anything to show: the offer, work, or the question at its end."""
        return self.model is not None or self.running or self.added is not None


@dataclass(frozen=True, slots=True)
class WeightsRequest:
    """A foreign weights file and what the user knows of it. words: its outputs in order."""

    path: Path
    name: str
    architecture: str
    words: tuple[str, ...]
    reading: str = "default"


@dataclass(frozen=True, slots=True)
class ModelPredictions:
    """One model's predictions of the open song.

    tags: which tag ids its words stand for. song_score: how it comes to the song's score.
    """

    model: str
    predictions: Predictions
    tags: tuple[int | None, ...]
    song_score: SongScore | None = None


@dataclass(frozen=True, slots=True)
class MissingSongs:
    """The songs whose files are missing. missing_folders: song id -> the folder that is missing."""

    locations: tuple[SongLocation, ...]
    missing_folders: dict[int, Path]


@dataclass(frozen=True, slots=True)
class FindRequest:
    """Where to look for missing songs. old: the folder that is `folder` now; None: by sound."""

    folder: Path
    old: Path | None = None


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """Two songs to be joined: keep's file stays. taken: drop's decisions that win over keep's."""

    keep: int
    drop: int
    taken: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class SongWords:
    """Title, artist, album and year of songs, by these names.

    common: what is the same for all of them. of_file: what the file of a single one says.
    """

    n_songs: int
    common: Mapping[str, str | int | None]
    of_file: Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class RemovalPreview:
    """What goes with songs that are to be removed. titles: of the first few.

    n_watched: those whose files lie in folders from which songs are added by themselves.
    """

    n_songs: int
    titles: tuple[str, ...]
    n_decisions: int
    n_notes: int
    n_watched: int


@dataclass(frozen=True, slots=True)
class FileTagsRequest:
    """What is to be written into songs' files. fields: (category, field of a file's tags).

    song_ids: of the selected songs; None: those of the search, "" for all.
    """

    fields: tuple[tuple[str, str], ...]
    query: str = ""
    song_ids: tuple[int, ...] | None = None
    keep_times: bool = False


@dataclass(frozen=True, slots=True)
class FileChange:
    """What would change in one file. kind: of its tags."""

    path: Path
    kind: str
    fields: tuple[FieldDiff, ...]


@dataclass(frozen=True, slots=True)
class FileTagsPreview:
    """What would be written, or taken back, and which files cannot be. work: for who does it."""

    request: FileTagsRequest
    changes: tuple[FileChange, ...]
    skipped: tuple[Skipped, ...]
    work: tuple[Any, ...]
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class FileTagsOutcome:
    """How many files were written or taken back, and which were not. left: a field stayed.

    stopped: before the end; n_left: how many were not begun then.
    """

    n_done: int
    skipped: tuple[Skipped, ...]
    left: tuple[tuple[Path, str], ...] = ()
    n_left: int = 0


@dataclass(frozen=True, slots=True)
class SongScope:
    """Which songs there are to choose from. n_found: of the search; None while there is none."""

    n_songs: int
    query: str
    n_found: int | None
    selected: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BulkRequest:
    """An edit of very many songs, to be done in steps.

    question: to be answered first, with {songs} in it; "" for none. start: returns a generator
    of how many steps are done; closed before its end it leaves nothing. then: takes its result.
    """

    doing: str
    n_steps: int
    start: Callable[[], SlicedWork[Any]]
    then: Callable[[Any], None]
    question: str = ""
    n_songs: int = 0


@dataclass(frozen=True, slots=True)
class FormatRow:
    """A format of labels, in the window's language.

    is_folder: it is a folder of files. purpose: what it is for. lost: what does not survive.
    has_captions: it can have a column of captions.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    is_folder: bool = False
    purpose: str = ""
    lost: tuple[str, ...] = ()
    has_captions: bool = False


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a file of labels would do.

    format: its name. n_songs: songs of the library that it decides on. n_of_words: its decisions by
    word. annotators: the names that it gives, "" among them where it gives none.
    """

    plan: ImportPlan
    path: Path
    format: str
    n_songs: int
    n_of_words: Mapping[int, int]
    annotators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Which decisions go where. query: of the songs, "" for all; song_ids: these instead."""

    format: str
    path: Path
    query: str = ""
    song_ids: tuple[int, ...] | None = None
    all_annotators: bool = False
    relative: bool = False
    captions: bool = False


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report goes where. title: "" for one after the model; author: "" for nobody."""

    path: Path
    title: str = ""
    author: str = ""
    with_scores: bool = False


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A copy of the library and what it holds."""

    backup: Backup
    contents: BackupContents


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One action on the key sheet and in the settings. own: the user's own key is in force."""

    action_id: str
    group: str
    text: str
    keys: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class DepositScope:
    """What there is to choose from. several: several annotators decided.

    models: names, and the size of their weights; None where the file is missing.
    """

    songs: SongScope
    several: bool
    models: tuple[tuple[str, int | None], ...]
