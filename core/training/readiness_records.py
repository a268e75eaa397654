"""What each word has and still needs before it is learned: plain records for views.

Counts are of whole songs and of the current annotator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.messages import message

SPELLINGS_SHOWN = 5  # of artists that are written in several ways


class Need(StrEnum):
    """What a word lacks, the most pressing first; the first three keep it from being learned."""

    NO = "no"  # has a yes, no song is no
    YES = "yes"
    BOTH = "both"  # only unsure
    MORE_NO = "more_no"  # can be learned; too few to say how well
    MORE_YES = "more_yes"
    MORE_ARTISTS = "more_artists"
    MORE_NO_ARTISTS = "more_no_artists"


class Remark(StrEnum):
    """What is true of all words, as far as the artists go."""

    NOTHING_JUDGED = "nothing_judged"
    NO_ARTIST = "no_artist"
    ONE_ARTIST = "one_artist"
    FEW_ARTISTS = "few_artists"


UNLEARNABLE = frozenset({Need.NO, Need.YES, Need.BOTH})
WANT_NO = frozenset({Need.NO, Need.MORE_NO, Need.MORE_NO_ARTISTS})  # mended by songs that are no


@dataclass(frozen=True, slots=True)
class WordReadiness:
    """A word with any decision.

    n_artists, n_no_artists: of its yes, and of its no; a song without artist is one of its own.
    n_open: songs not judged on it. weak_no: those count a little as no. needs: empty where enough
    is there to learn it and to say how well.
    """

    tag_id: int
    name: str
    category_id: int
    n_yes: int
    n_no: int
    n_unsure: int
    n_open: int
    n_artists: int
    weak_no: bool
    needs: tuple[Need, ...] = ()
    n_no_artists: int = 0

    @property
    def can_be_learned(self) -> bool:
        """Return whether it has a yes and a no, or a weak no."""
        return UNLEARNABLE.isdisjoint(self.needs)


@dataclass(frozen=True, slots=True)
class OpenCategory:
    """A category of which some songs were judged in part: their rest could be no.

    n_songs: how many these are. n_open: how many decisions that would be.
    """

    category_id: int
    n_songs: int
    n_open: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether learning can begin. words: those that need something first; n_unused: never judged.

    n_artists: known ones of the judged songs, n_without_artist: songs. categories: the one with
    most to gain first. spellings: names taken for one artist each. n_unclear: decisions left out
    because their word is unclear.
    """

    words: tuple[WordReadiness, ...]
    n_unused: int
    n_judged: int
    n_songs: int
    n_artists: int
    n_without_artist: int
    categories: tuple[OpenCategory, ...]
    remark: Remark | None
    spellings: tuple[tuple[str, ...], ...] = ()
    n_unclear: int = 0

    @property
    def not_ready(self) -> frozenset[int]:
        """The tag ids of the words that cannot be learned yet."""
        return frozenset(word.tag_id for word in self.words if not word.can_be_learned)

    @property
    def n_learnable(self) -> int:
        """Count the words that can be learned."""
        return sum(word.can_be_learned for word in self.words)


def need_sentence(word: WordReadiness) -> str:
    """Say what a word needs, or that it is ready."""
    n_yes, n_no, n_artists = word.n_yes, word.n_no, word.n_artists
    if Need.MORE_NO in word.needs and Need.MORE_YES in word.needs:
        return message("readiness.more_both", n_yes=n_yes, n_no=n_no)
    sentences = {
        Need.NO: message("readiness.no", n_yes=n_yes),
        Need.YES: message("readiness.yes", n_no=n_no),
        Need.BOTH: message("readiness.both"),
        Need.MORE_NO: message("readiness.more_no", n_no=n_no),
        Need.MORE_YES: message("readiness.more_yes", n_yes=n_yes),
        Need.MORE_ARTISTS: message("readiness.more_artists", n_artists=n_artists),
        Need.MORE_NO_ARTISTS: message("readiness.more_no_artists", n_artists=word.n_no_artists),
    }
    return sentences[word.needs[0]] if word.needs else message("readiness.ready")


def summary(found: Readiness) -> tuple[str, ...]:
    """Say in a few sentences how much can be learned now, and from what."""
    learnable = message(
        "readiness.learnable",
        n=found.n_learnable,
        n_words=len(found.words),
        n_songs=found.n_judged,
    )
    remarks = {
        Remark.NOTHING_JUDGED: message("readiness.nothing_judged"),
        Remark.NO_ARTIST: message("readiness.no_artist"),
        Remark.ONE_ARTIST: message("readiness.one_artist"),
        Remark.FEW_ARTISTS: message("readiness.few_artists"),
    }
    sentences: list[str] = [learnable] if found.words else []
    if found.remark is not None:
        sentences.append(remarks[found.remark])
    if found.not_ready:
        sentences.append(message("readiness.left_out"))
    if found.n_unclear:
        sentences.append(unclear_sentence(found.n_unclear))
    if found.spellings:
        sentences.append(spellings_sentence(found.spellings))
    return tuple(sentences)


def unclear_sentence(n_unclear: int) -> str:
    """Say that decisions were left out until it is settled what their word means."""
    return message("readiness.unclear", n=n_unclear)


def spellings_sentence(spellings: Sequence[Sequence[str]]) -> str:
    """Say which names were taken for one artist each; of many the first ones."""
    names = ", ".join(" = ".join(several) for several in spellings[:SPELLINGS_SHOWN])
    n_more = len(spellings) - SPELLINGS_SHOWN
    if n_more > 0:
        return message("readiness.many_spellings", names=names, n_more=n_more)
    return message("readiness.spellings", names=names)
