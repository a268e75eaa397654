"""A request to a colleague's ears, and her answer: what two people send each other by post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.exchange.label_records import LabelledDecision, LabelledSong
from core.library.codebook.codebook_records import CodebookWords
from core.library.records import State
from core.library.text import name_key

REQUEST_SUFFIX, ANSWER_SUFFIX = ".rhythmcap-ask", ".rhythmcap-answer"
ANSWER_FORMAT = "answer"  # among the formats of labels


@dataclass(frozen=True, slots=True)
class RequestOptions:
    """What is requested: n_songs of those found, drawn by a seed; 0 takes all. note: a greeting."""

    tag_ids: tuple[int, ...]
    query: str = ""
    n_songs: int = 0
    blind: bool = False
    seed: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class ColleagueRequest:
    """Which songs are to be judged on which tags, for whom.

    id: the same for the same content. songs: by the asker's audio hashes; path: a file's bare name.
    words: the codebook part, content: the same as JSON. decisions: the asker's, () where blind;
    their words are numbers of `tags`.
    """

    id: str
    annotator: str
    songs: tuple[LabelledSong, ...]
    words: CodebookWords
    content: Mapping[str, Any] = field(repr=False)
    blind: bool = False
    decisions: tuple[LabelledDecision, ...] = ()
    seed: int = 0
    note: str = ""
    created_at: str = ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the names of the tags, category by category."""
        return tuple(tag.name for category in self.words.categories for tag in category.tags)

    def is_asker(self, name: str) -> bool:
        """Tell whether a name is that of the one who asks."""
        return bool(name.strip()) and name_key(name) == name_key(self.annotator)

    def category_of(self, tag: str) -> str:
        """Return the category of one of its tags."""
        return next(c.name for c in self.words.categories if tag in {t.name for t in c.tags})


@dataclass(frozen=True, slots=True)
class ColleagueAnswer:
    """What a colleague decided on a request's songs and tags.

    songs: as in the request, those she has found. n_guess_visible: of her decisions, how many were
    made with a model's guess on screen.
    """

    request_id: str
    annotator: str
    songs: tuple[LabelledSong, ...]
    words: CodebookWords
    content: Mapping[str, Any] = field(repr=False)
    decisions: tuple[LabelledDecision, ...] = ()
    blind: bool = False
    n_guess_visible: int = 0
    created_at: str = ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the names of the tags, category by category."""
        return tuple(tag.name for category in self.words.categories for tag in category.tags)

    @property
    def n_judged(self) -> int:
        """Count the decisions that say yes or no."""
        return sum(decision.state is not State.UNSURE for decision in self.decisions)
