"""What is said of tags before they are stored: drafts, their problems, names, codebook files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.library.records import State, Tag
from core.library.word_rule_records import RuleKind, RuleOrigin, RuleState

SIGNS = {"+": State.YES, "-": State.NO, "?": State.UNSURE, "=": None}  # before a typed tag


@dataclass(frozen=True, slots=True)
class TagName:
    """One way to say a tag: its name, or an alias."""

    tag: Tag
    text: str


@dataclass(frozen=True, slots=True)
class TagMatch:
    """A tag found; closeness 0 to 100, best first."""

    name: TagName
    closeness: float


@dataclass(frozen=True, slots=True)
class TypedTag:
    """letters: of a tag's name. sign: "" or one of SIGNS. category_ids: none for any category.

    number: what stands behind the letters as typed, "" or a digit 1 to 9, a blank before it or not.
    """

    letters: str
    sign: str = ""
    category_ids: frozenset[int] = frozenset()
    number: str = ""

    @property
    def level(self) -> int:
        """How strongly the tag holds, 1 to 9; 0 where that is not typed."""
        return int(self.number or 0)

    @property
    def word(self) -> str:
        """The letters and the number: the name of a new tag."""
        return self.letters + self.number

    def state(self, by_keys: State) -> State | None:
        """Return the state that the sign says, else the one of the keys held; None: not judged."""
        return SIGNS[self.sign] if self.sign else by_keys


@dataclass(frozen=True, slots=True)
class CategoryDraft:
    """A category that is to be made with the tag (category_id None), or what one shall become.

    key "" is none; colour is "#rrggbb".
    """

    name: str
    key: str
    colour: str
    category_id: int | None = None
    exhaustive: bool = False


@dataclass(frozen=True, slots=True)
class TagDraft:
    """A new tag (tag_id None) or what an existing one shall become.

    Either category_id or new_category is given. colour "" means the category's.
    """

    tag_id: int | None
    name: str
    category_id: int | None
    new_category: CategoryDraft | None
    key: str = ""
    colour: str = ""
    definition: str = ""
    use_when: str = ""
    not_when: str = ""


class DraftFault(StrEnum):
    """What can be wrong with a draft."""

    NO_NAME = "no_name"
    NAME_TAKEN = "name_taken"
    NAME_RETIRED = "name_retired"
    KEY_TAKEN = "key_taken"
    NO_CATEGORY = "no_category"
    NO_CATEGORY_NAME = "no_category_name"
    CATEGORY_NAME_TAKEN = "category_name_taken"
    CATEGORY_KEY_TAKEN = "category_key_taken"


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """One reason why a draft cannot be stored. key, name: of the tag or category in its way.

    owner_id: the tag (or category) that has the name already; 0 where the fault is another.
    """

    fault: DraftFault
    name: str = ""
    key: str = ""
    owner_id: int = 0


@dataclass(frozen=True, slots=True)
class TagWords:
    """A tag as a codebook file has it. key and colour "": none of its own."""

    name: str
    key: str = ""
    colour: str = ""
    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryWords:
    """A category as a codebook file has it, with its tags in order."""

    name: str
    key: str = ""
    colour: str = ""
    tags: tuple[TagWords, ...] = ()
    exhaustive: bool = False


@dataclass(frozen=True, slots=True)
class TagExample:
    """A sounding example as a codebook file has it: of a song that is known by its sound.

    state: yes or no. start_s and end_s None: the whole song.
    """

    tag: str
    audio_hash: str
    state: State
    start_s: float | None = None
    end_s: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule as a codebook file has it: its words by their names."""

    kind: RuleKind
    tag: str
    other: str
    origin: RuleOrigin
    state: RuleState


@dataclass(frozen=True, slots=True)
class CodebookWords:
    """A codebook as a file has it. source: where its words come from, "" if that is not told."""

    name: str
    categories: tuple[CategoryWords, ...]
    source: str = ""
    examples: tuple[TagExample, ...] = ()
    rules: tuple[NamedRule, ...] = ()


class WordStatus(StrEnum):
    """What a word of a file is to a codebook: not in it, in it, or retired."""

    NEW = "new"
    KNOWN = "known"
    RETIRED = "retired"


class MergeAnswer(StrEnum):
    """Which answer counts where a song was judged differently on two tags that become one.

    INTO: that on the tag that stays; FROM: that on the one that goes; YES: yes, if either is yes;
    UNSURE: neither, the song becomes unsure.
    """

    INTO = "into"
    FROM = "from"
    YES = "yes"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class TagConflict:
    """A song (start_s: or a part of one) that was judged differently on two tags."""

    song_id: int
    state: State
    into_state: State
    start_s: float | None = None


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge of two tags would touch, over all annotators.

    song_ids: songs judged on the tag that goes. n_both: of these, on the tag that stays, too.
    n_rest: songs where one is a no that only was the rest, and gives way to the other.
    """

    song_ids: tuple[int, ...]
    n_both: int
    conflicts: tuple[TagConflict, ...]
    n_rest: int = 0

    @property
    def n_disagreeing(self) -> int:
        """Count the songs whose two answers differ."""
        return len({conflict.song_id for conflict in self.conflicts})


@dataclass(frozen=True, slots=True)
class CodebookVersion:
    """One change of the codebook's meaning, with what it was before and is after (JSON values).

    annotator_id: who made it; None in libraries of before that was kept.
    """

    id: int
    change: str
    tag_id: int | None
    before: dict[str, Any]
    after: dict[str, Any]
    created_at: str
    annotator_id: int | None = None
