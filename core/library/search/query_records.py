"""What a window shows and edits of searches: plain records, no searching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

TextSpan = tuple[int, int]  # positions in a line: the first letter, and behind the last


class TagFilter(StrEnum):
    """How a line asks for a tag by itself; the value is what stands before the tag's name."""

    WITH = ""
    WITHOUT = "-"
    IN_REGION = "region:"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names to complete: the library's tags, words the model predicts, categories."""

    tags: Sequence[str] = ()
    predicted: Sequence[str] = ()
    categories: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TypedTerm:
    """The term under the cursor: text[start:end], with its sign and field.

    sign: "-", "?" or "". field: "predicted" … or "". word: what was typed of it so far.
    """

    start: int
    end: int
    sign: str
    field: str
    word: str

    @property
    def prefix(self) -> str:
        """What stands before the word and stays when it is completed."""
        return self.sign + (f"{self.field}:" if self.field else "")


@dataclass(frozen=True, slots=True)
class EmptyCause:
    """Why a line finds no song.

    n_parts: parts that must all match; 0 or 1 where there is nothing to leave out. unmatched: the
    one part that no song matches at all, as typed, or "". remaining: the line without that part.
    excludes: a flag or a negation is among the parts.
    """

    n_parts: int
    unmatched: str = ""
    remaining: str = ""
    excludes: bool = False


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search line kept under a name."""

    id: int
    name: str
    query: str
