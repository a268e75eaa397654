"""Finding tags by a few letters, and noticing words that look alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from core.folding import fold
from core.library.codebook.codebook_records import TagMatch, TagName

GOOD_ENOUGH = 62.0
LOOKS_ALIKE = 82.0
TELLING_SIGNS = "#♭+&"


def plain(text: str) -> str:
    """Return a word without case, accents, blanks, hyphens and underscores: spellings agree.

    Signs that make another word of it stay: C# is not C, nor R&B RB.
    """
    return "".join(letter for letter in fold(text) if letter.isalnum() or letter in TELLING_SIGNS)


def find_tags(typed: str, names: Sequence[TagName], limit: int = 12) -> list[TagMatch]:
    """Return the tags a few letters may mean, best first; all in their order for no letters."""
    if not typed.strip():
        return _once([TagMatch(name, 0.0) for name in names])[:limit]
    matches = [TagMatch(name, _closeness(typed, name.text)) for name in names]
    good = [match for match in matches if match.closeness >= GOOD_ENOUGH]
    return _once(sorted(good, key=lambda match: -match.closeness))[:limit]


def look_alikes(
    word: str, names: Iterable[TagName], *, besides: int | None = None
) -> list[TagName]:
    """Return tags whose name or alias could be the same word in another spelling.

    besides: the id of the tag that is being renamed, which may keep its own name.
    """
    from rapidfuzz import fuzz

    letters = plain(word)
    if not letters:
        return []
    found = []
    for name in names:
        if name.tag.id == besides:
            continue
        likeness = fuzz.ratio(letters, plain(name.text))
        if likeness >= LOOKS_ALIKE:
            found.append(TagMatch(name, likeness))
    return [match.name for match in _once(sorted(found, key=lambda match: -match.closeness))]


def look_alikes_among(words: Sequence[str]) -> list[list[int]]:
    """For every word number the others that could be it in another spelling, the closest first.

    Words whose numbers differ are different ones: "120 bpm" is not "121 bpm".
    """
    from rapidfuzz import fuzz, process

    letters = [plain(word) for word in words]
    digits = ["".join(filter(str.isdigit, text)) for text in letters]
    scores = process.cdist(
        letters, letters, scorer=fuzz.ratio, score_cutoff=LOOKS_ALIKE, dtype=np.float32
    )
    found = []
    for number, row in enumerate(scores):
        near = sorted(np.flatnonzero(row).tolist(), key=lambda other: -row[other])
        found.append([
            other for other in near
            if other != number and letters[other] and digits[other] == digits[number]
        ])  # fmt: skip
    return found


def _closeness(typed: str, text: str) -> float:
    """100 the same, 95 its beginning, 90 a word's beginning, 80 within, else rapidfuzz's ratio."""
    from rapidfuzz import fuzz

    typed, text = fold(typed.strip()), fold(text)
    if typed == text:
        return 100.0
    if text.startswith(typed):
        return 95.0
    if any(word.startswith(typed) for word in text.split()):
        return 90.0
    if typed in text:
        return 80.0
    return min(79.0, float(fuzz.ratio(typed, text)))


def _once(matches: Sequence[TagMatch]) -> list[TagMatch]:
    seen: set[int] = set()
    kept = []
    for match in matches:
        if match.name.tag.id not in seen:
            seen.add(match.name.tag.id)
            kept.append(match)
    return kept
