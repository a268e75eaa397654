"""Which of my tags a foreign word may mean, judged by its spelling. Knows no widget.

Case, plurals, hyphens and prefixes such as "instrument---" make no difference; a denial or an
opposite ("no vocals", "male voice" for "female voice") is never offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.library.codebook.codebook_records import TagName
from core.library.records import Tag

ALIKE, SURE = 72, 84  # of 100: worth an offer; good enough to need no second look
MOST_OFFERS = 3
PREFIX = re.compile(r"^(genre|instrument|mood/theme|mood)---", re.IGNORECASE)
DENIALS = frozenset({"no", "not", "non", "without"})
OPPOSITES = tuple(
    frozenset(pair.split())
    for pair in ("male female", "man woman", "men women", "slow fast", "major minor",
                 "loud quiet", "hard soft", "happy sad", "high low", "acoustic electric",
                 "old new", "vocal instrumental")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """A tag that a foreign word may mean. likeness: 0 to 100."""

    tag: Tag
    likeness: float


def offers(word: str, names: Sequence[TagName]) -> list[Offer]:
    """Return the tags whose name or alias is spelled most like a word, best first, each once."""
    from rapidfuzz import fuzz

    word_stems = stems(PREFIX.sub("", word))
    if not word_stems or DENIALS & set(word_stems):
        return []
    best: dict[int, Offer] = {}
    for name in names:
        name_stems = stems(name.text)
        if not name_stems or _opposed(word_stems, name_stems):
            continue
        ratio = fuzz.token_set_ratio(" ".join(word_stems), " ".join(name_stems))
        likeness = _likeness(word_stems, name_stems, ratio)
        if likeness >= ALIKE and likeness > _known(best, name.tag.id):
            best[name.tag.id] = Offer(name.tag, likeness)
    return sorted(best.values(), key=lambda offer: -offer.likeness)[:MOST_OFFERS]


def stems(text: str) -> list[str]:
    """Split a text into words without case, signs and plural."""
    return [_singular(word) for word in re.findall(r"[^\W_]+", text.casefold())]


def _singular(word: str) -> str:
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def _likeness(word_stems: list[str], name_stems: list[str], ratio: float) -> float:
    """100 only for the same words, written as one or as several; a tag that says more than the
    word is never sure ("guitar" is not "funky guitar").
    """
    if "".join(word_stems) == "".join(name_stems):
        return 100.0
    return min(SURE - 1.0 if set(word_stems) < set(name_stems) else 99.0, ratio)


def _opposed(one: list[str], other: list[str]) -> bool:
    for pair in OPPOSITES:
        first, second = pair & set(one), pair & set(other)
        if first and second and first != second:
            return True
    return False


def _known(best: dict[int, Offer], tag_id: int) -> float:
    return best[tag_id].likeness if tag_id in best else 0.0
