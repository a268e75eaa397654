"""A queue of questions about songs, one at a time: words to judge, decisions in dispute, flips.

Plain records, between the operations that make and answer them and the views that show them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cached_property

from core.library.records import State
from core.library.review_records import ScoreSource


class QueueKind(Enum):
    """What is to be settled.

    WORD: one word, many songs. DISPUTES: decisions that the model contradicts. FLIPS: words of
    which the model in use says the contrary of a former one.
    """

    WORD = "word"
    DISPUTES = "disputes"
    FLIPS = "flips"


class Answer(Enum):
    """One key's answer. FIRST: yes, keep, right. SECOND: no, change, wrong."""

    FIRST = "first"
    SECOND = "second"
    UNSURE = "unsure"


class WordOrder(StrEnum):
    """In which order songs are judged on a word."""

    UNCERTAIN = "uncertain"
    SCORE = "score"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Question:
    """One tag of one song. score: the model's, None where it has none; former: another model's.

    state: what was decided (DISPUTES), or what the model says now (FLIPS).
    """

    song_id: int
    tag_id: int
    state: State | None = None
    score: float | None = None
    former: float | None = None
    source: ScoreSource | None = None


@dataclass(frozen=True)
class SongQueue:
    """Questions, and which of them is shown: index is their number where all are through.

    name: the tag's of WORD, the model's else. order: of WORD, None where it cannot be chosen.
    n_more: questions that were left out, being very many. skipped: indices that were passed over.
    message, remedy: what to show where there is no question. offer: it asks whether to begin.
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

    @property
    def question(self) -> Question | None:
        """The question that is shown; None at the end, or where there is none."""
        return self.questions[self.index] if self.index < len(self.questions) else None

    @cached_property
    def song_ids(self) -> tuple[int, ...]:
        """The songs in the order of their questions, every song once."""
        return tuple(dict.fromkeys(question.song_id for question in self.questions))
