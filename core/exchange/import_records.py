"""What is to become of a file of labels: choices, the plan they make, and what it would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.exchange.label_checks import usable_name
from core.exchange.label_records import LabelFile, MissingMeans, RowFault
from core.exchange.song_matching import MatchedBy as MatchedBy
from core.exchange.song_matching import SongMatch as SongMatch
from core.library.edits.import_edits import OnConflict as OnConflict
from core.library.records import State
from core.library.text import name_key


class WordUse(StrEnum):
    """What a word of a file becomes: decisions on a tag (and an alias), new, or nothing."""

    TAG = "tag"
    ALIAS = "alias"
    NEW = "new"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class WordChoice:
    """What becomes of one word. tag_id: for TAG and ALIAS. name, category: of a NEW one."""

    use: WordUse
    tag_id: int = 0
    name: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the user says before an import.

    words: by index of the file's words, where not as proposed. likely: the matches by likeness that
    are confirmed, by index of the file's songs; all_likely: every one is. annotator: whose
    decisions they are where the file does not say ("": the library's current annotator). notes:
    whether notes on songs are taken, too.
    """

    missing: MissingMeans = MissingMeans.UNJUDGED
    on_conflict: OnConflict = OnConflict.MINE
    annotator: str = ""
    words: Mapping[int, WordChoice] = field(default_factory=dict)
    likely: frozenset[int] = frozenset()
    all_likely: bool = False
    notes: bool = True


@dataclass(frozen=True, slots=True)
class WordProposal:
    """What a word would become if nobody says otherwise, and what it looks like.

    look_alikes: tags. alike_words: other new words of the file, by their index.
    """

    choice: WordChoice
    look_alikes: tuple[int, ...] = ()
    alike_words: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportConflict:
    """A decision of the file that contradicts the library's. start_s None: on the whole song."""

    song_id: int
    tag_id: int
    annotator: str
    state_here: State
    state_there: State
    start_s: float | None
    line: int


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many decisions an import would add, change, find the same, and leave out.

    n_conflicts: contradictions, whatever is done about them. n_rest: of those changed, what was a
    no because the rest was: it gives way to what was judged word by word. n_lost: decisions on
    songs that were not found. n_ignored: on words that are ignored. n_twice: on what a former row
    decides already. n_cut_off: on parts that end behind their song, and are cut off there;
    n_behind: on parts that begin behind it, and are left out. n_words: tags that are made;
    n_aliases: other names of tags. n_sides: songs that come to a side of a split.
    """

    n_new: int = 0
    n_changed: int = 0
    n_same: int = 0
    n_conflicts: int = 0
    n_lost: int = 0
    n_ignored: int = 0
    n_twice: int = 0
    n_notes: int = 0
    n_rest: int = 0
    n_cut_off: int = 0
    n_behind: int = 0
    n_words: int = 0
    n_aliases: int = 0
    n_sides: int = 0

    @property
    def n_on_songs(self) -> int:
        """Count what would change of songs: decisions, notes, sides of a split."""
        return self.n_new + self.n_changed + self.n_notes + self.n_sides

    @property
    def n_of_codebook(self) -> int:
        """Count what would change of the codebook."""
        return self.n_words + self.n_aliases


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, to be shown before it is done.

    matches: by index of the file's songs. words: by index of its words. conflicts: the first
    MAX_SHOWN. unusable: words that cannot be a tag's name. faults: these and all rows of the file
    that are not taken, or not as they stand, with the reason; n_more_faults: beyond those that are
    kept. me: the library's current annotator. lengths_s: of the songs that were found, by their id.
    """

    file: LabelFile
    name: str
    choices: ImportChoices
    matches: tuple[SongMatch, ...]
    words: tuple[WordProposal, ...]
    counts: ImportCounts
    conflicts: tuple[ImportConflict, ...] = ()
    unusable: tuple[RowFault, ...] = ()
    faults: tuple[RowFault, ...] = ()
    n_more_faults: int = 0
    me: str = ""
    lengths_s: Mapping[int, float] = field(default_factory=dict)

    @property
    def n_faults(self) -> int:
        """Count the rows that are not taken, or not as they stand."""
        return len(self.faults) + self.n_more_faults

    def choice_of(self, word: int) -> WordChoice:
        """Return what becomes of a word: as the user says, else as proposed."""
        return self.choices.words.get(word, self.words[word].choice)

    def alike_words(
        self, word: int, choice_of: Callable[[int], WordChoice] | None = None
    ) -> list[int]:
        """Return the words that a new one looks like and that become other new tags than it.

        choice_of: what words become, where not as the plan says.
        """
        choice_of = choice_of or self.choice_of
        name = name_key(choice_of(word).name)
        return [
            other
            for other in self.words[word].alike_words
            if name and name_key(choice_of(other).name) not in ("", name)
        ]

    def annotator_of(self, name: str) -> str:
        """Return whose decision it is: "" for the library's current annotator, named or not."""
        name = name or usable_name(self.choices.annotator)
        return "" if name == self.me else name

    def song_id(self, song: int) -> int:
        """Return the library's song for one of the file's; 0 if it is not found or confirmed."""
        match = self.matches[song]
        taken = (
            match.by is not MatchedBy.LIKENESS
            or self.choices.all_likely
            or song in self.choices.likely
        )
        return match.song_id if taken else 0
