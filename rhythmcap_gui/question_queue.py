"""A queue of questions about songs, one at a time: songs, a word, decisions in dispute, flips.

Plain records, between the operations that make and answer them and the views that show them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from core.library.queue_records import Reason
from core.library.records import State
from core.library.review_records import ScoreSource
from core.sampling.sampling_records import WordOrder as WordOrder

if TYPE_CHECKING:
    from core.evaluation.prevalence_records import StrataYield

WHOLE_SONG = 0  # in place of a tag's id


class QueueKind(Enum):
    """What is to be settled.

    SONGS: whole songs, whatever words. WORD: one word, many songs. DISPUTES: decisions that the
    model contradicts. FLIPS: words of which the model in use says the contrary of a former one.
    REDEFINED: decisions on a word whose meaning was changed since, or that was called unclear.
    """

    SONGS = "songs"
    WORD = "word"
    DISPUTES = "disputes"
    FLIPS = "flips"
    REDEFINED = "redefined"


class Answer(Enum):
    """One key's answer. FIRST: yes, keep, right. SECOND: no, change, wrong."""

    FIRST = "first"
    SECOND = "second"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Question:
    """One tag of one song. score: the model's, None where it has none; former: another model's.

    tag_id: WHOLE_SONG of SONGS. state: what was decided (DISPUTES, REDEFINED), or what the model
    says now (FLIPS). reason, position: why it is asked and where it stands in a kept queue; None
    and -1 of others.
    """

    song_id: int
    tag_id: int
    state: State | None = None
    score: float | None = None
    former: float | None = None
    source: ScoreSource | None = None
    reason: Reason | None = None
    position: int = -1


@dataclass(frozen=True)
class SongQueue:
    """Questions, and which of them is shown: index is their number where all are through.

    name: the tag's of WORD and REDEFINED, the model's else. order: of WORD, None where it cannot
    be chosen.
    n_more: questions that were left out, being very many. skipped: indices that were passed over.
    message, remedy: what to show where there is no question. offer: it asks whether to begin.
    kept_id: of a queue that the library keeps, to be resumed. is_blind: guesses stay covered until
    the answer, and show after it.
    """

    kind: QueueKind
    questions: tuple[Question, ...] = ()
    name: str = ""
    index: int = 0
    order: WordOrder | None = None
    n_more: int = 0
    skipped: frozenset[int] = frozenset()
    message: str = ""
    remedy: str = ""
    offer: bool = field(default=False)
    kept_id: int | None = None
    is_blind: bool = False

    @property
    def question(self) -> Question | None:
        """The question that is shown; None at the end, or where there is none."""
        return self.questions[self.index] if self.index < len(self.questions) else None

    @cached_property
    def n_random(self) -> int:
        """How many of the songs were drawn at random."""
        return sum(question.reason is Reason.RANDOM for question in self.questions)

    @cached_property
    def song_ids(self) -> tuple[int, ...]:
        """The songs in the order of their questions, every song once."""
        return tuple(dict.fromkeys(question.song_id for question in self.questions))


@dataclass(frozen=True, slots=True)
class StopAdvice:
    """When a word was asked about often enough. pace: answers a minute, None at first.

    n_yes, n_no: answers of this queue. n_recent: songs with a score that were answered last;
    n_wrong: of which the model was wrong. n_left: songs not judged on the word; n_expected: of them
    to be yes, None where no score tells. n_known, n_found, n_needed: random songs with the word, of
    these found by score, and needed for certainty; n_needed is 0 where nothing can be certain.
    strata: what songs from every tenth of the scores tell.
    """

    pace: float | None = None
    n_yes: int = 0
    n_no: int = 0
    n_recent: int = 0
    n_wrong: int = 0
    n_left: int = 0
    n_expected: float | None = None
    n_known: int = 0
    n_found: int = 0
    n_needed: int = 0
    strata: StrataYield | None = None

    @property
    def is_certain(self) -> bool:
        """Whether the recall that was aimed at is certain."""
        return bool(self.n_needed) and self.n_found >= self.n_needed
