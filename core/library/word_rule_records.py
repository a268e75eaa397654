"""Rules between two words of the codebook, as the user accepted, dismissed or wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RuleKind(StrEnum):
    """IMPLIES goes from the first word to the other; the two others have no direction."""

    IMPLIES = "implies"
    EXCLUDES = "excludes"
    TOGETHER = "together"

    @property
    def is_directed(self) -> bool:
        """Return whether it matters which word comes first."""
        return self is RuleKind.IMPLIES


class RuleOrigin(StrEnum):
    """FOUND in the decisions, or WRITTEN by hand."""

    FOUND = "found"
    WRITTEN = "written"


class RuleState(StrEnum):
    """ACCEPTED rules warn and offer; DISMISSED ones are not offered again."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule says. Of a kind without direction the smaller tag id stands first."""

    kind: RuleKind
    tag_id: int
    other_tag_id: int

    def in_order(self) -> RuleWords:
        """Return it as it is stored."""
        if self.kind.is_directed or self.tag_id <= self.other_tag_id:
            return self
        return RuleWords(self.kind, self.other_tag_id, self.tag_id)


@dataclass(frozen=True, slots=True)
class WordRule:
    """A rule that somebody has decided on."""

    id: int
    words: RuleWords
    origin: RuleOrigin
    state: RuleState
    annotator_id: int
    created_at: str
