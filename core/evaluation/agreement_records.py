"""How far a library's annotators agree, tag by tag, and where they do not: records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.library.records import State
from core.messages import message
from core.metrics.metric_records import Agreement, Estimate

RARE = 0.1  # the share of yes, or of no, under which kappa and alpha collapse


@dataclass(frozen=True, slots=True)
class TagAgreement:
    """One tag. n_unsure: songs that two or more decided on, with an unsure among the decisions."""

    tag_id: int
    tag: str
    figures: Agreement
    n_unsure: int = 0

    @property
    def is_rare(self) -> bool:
        """Return whether so few decisions are yes (or no) that AC1 tells more than the others."""
        share = self.figures.yes_share
        return share is not None and min(share, 1.0 - share) < RARE

    @property
    def beyond_chance(self) -> Estimate:
        """Return the figure to look at first: AC1 of a rare tag, kappa of two, else alpha."""
        if self.is_rare:
            return self.figures.ac1
        two = self.figures.n_annotators == 2
        return self.figures.kappa if two else self.figures.alpha

    def sentence(self) -> str:
        """Say it in plain words."""
        if not self.figures.n_songs:
            return message("agreement.no_song")
        n, agreed = self.figures.n_songs, self.figures.n_agreed
        if self.figures.n_annotators == 2:
            return message("agreement.of_two", n=n, agreed=agreed)
        return message(
            "agreement.of_several", annotators=self.figures.n_annotators, n=n, agreed=agreed
        )

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, texts and the sentence."""
        return {
            "tag": self.tag,
            "in_words": self.sentence(),
            "rare": self.is_rare,
            "n_unsure": self.n_unsure,
            **self.figures.to_json(),
        }


@dataclass(frozen=True, slots=True)
class AnnotatorDisagreement:
    """A tag on which annotators contradict each other on a song: yes and no.

    states: (annotator, decision), also those who are unsure. agreed: what was settled since.
    """

    song_id: int
    tag_id: int
    states: tuple[tuple[str, State], ...]
    agreed: State | None = None

    @property
    def annotators(self) -> tuple[str, ...]:
        """Return who decided, in the library's order."""
        return tuple(name for name, _ in self.states)


@dataclass(frozen=True, slots=True)
class LibraryAgreement:
    """All tags that several annotators decided on, the least agreement first.

    annotators: (name, decisions on whole songs). disagreements: the first of n_disagreements, tag
    by tag in the order of tags. own: tags that the current annotator judged again, as if the second
    judgment were another annotator's.
    """

    annotators: tuple[tuple[str, int], ...]
    tags: tuple[TagAgreement, ...]
    disagreements: tuple[AnnotatorDisagreement, ...] = ()
    n_disagreements: int = 0
    own: tuple[TagAgreement, ...] = ()

    @property
    def n_songs(self) -> int:
        """Count the songs and tags that two or more decided with yes or no."""
        return sum(tag.figures.n_songs for tag in self.tags)

    @property
    def n_agreed(self) -> int:
        """Count those of n_songs on which all say the same."""
        return sum(tag.figures.n_agreed for tag in self.tags)
