"""What a report is about, as records: everything that its page and tables show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.evaluation.agreement_records import LibraryAgreement
from core.evaluation.ceiling import Ceiling
from core.evaluation.confusions import ConfusedPair, ContradictedSong
from core.evaluation.evaluation_records import Evaluation
from core.evaluation.own_agreement import OwnTag
from core.evaluation.reliability import Reliability
from core.evaluation.robustness_records import KeptRobustness
from core.experiments.results import ExperimentResults
from core.library.records import Labels, ModelRow
from core.metrics.metric_records import Estimate
from core.models.card import ModelCard


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the user says of a report.

    date: ISO 8601, the day it is made. title: "" for one after the model. author: who answers for
    it, "" for nobody. with_scores: also a table with every song's scores.
    """

    date: str
    title: str = ""
    author: str = ""
    with_scores: bool = False


@dataclass(frozen=True, slots=True)
class SongName:
    """What a song is called, and by which sound it is known."""

    title: str
    artist: str
    audio_hash: str


@dataclass(frozen=True, slots=True)
class DataSheet:
    """The decisions behind a report: the current annotator's, on whole songs.

    n_library_songs: of the library; n_songs: of these with a decision. n_artists: of the judged
    songs; n_without_artist: judged songs without one. n_yes, n_no, n_unsure: decisions. sources:
    of decisions, by DecisionSource. n_with_guess: with a model's guess on the screen. first_day,
    last_day: of the decisions, ISO 8601, "" for none. years: of the songs, None where none is
    known. digest: of the decisions.
    """

    library: str
    annotator: str
    n_library_songs: int
    n_songs: int
    n_artists: int
    n_without_artist: int
    duration_s: float
    years: tuple[int, int] | None
    n_tags: int
    n_yes: int
    n_no: int
    n_unsure: int
    sources: Mapping[str, int]
    n_with_guess: int
    first_day: str
    last_day: str
    codebook_version: int
    digest: str


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """A model that was learned here, as it was measured when it learned.

    made: ISO 8601. n_learned: songs; n_measured: songs its WAUC rests on.
    """

    name: str
    made: str
    parent: str
    n_learned: int | None
    n_measured: int | None
    wauc: Estimate
    change: Estimate


@dataclass(frozen=True, slots=True)
class ReportData:
    """All that is shown. categories: tag -> category, in the codebook's order.

    labels: the songs that the evaluation's cells are about. card: None where the model's file is
    not there. n_looks: see note_look. split: name of a published one whose test songs these are, ""
    for none. programs: (name, version). damaged: names of experiments that could not be read.
    """

    options: ReportOptions
    row: ModelRow
    card: ModelCard | None
    evaluation: Evaluation
    labels: Labels
    categories: Mapping[str, str]
    songs: Mapping[int, SongName]
    data_sheet: DataSheet
    reliability: Reliability | None
    pairs: tuple[ConfusedPair, ...]
    n_pairs: int
    contradicted: tuple[ContradictedSong, ...]
    n_contradicted: int
    n_looks: int = 0
    split: str = ""
    versions: tuple[ModelVersion, ...] = ()
    experiments: tuple[ExperimentResults, ...] = ()
    damaged: tuple[str, ...] = ()
    robustness: KeptRobustness | None = None
    agreement: LibraryAgreement | None = None
    ceilings: tuple[Ceiling, ...] = ()
    own_tags: tuple[OwnTag, ...] = ()
    own_ceilings: Mapping[str, Ceiling] = field(default_factory=dict)
    programs: tuple[tuple[str, str], ...] = field(default=())

    @property
    def title(self) -> str:
        """Return the title that the user gave it, or the model's name."""
        return self.options.title or self.row.name
