"""What is fixed in JAMS files: names, namespaces that hold tags, and their categories here."""

from __future__ import annotations

import re

SUFFIX, COMPRESSED = ".jams", ".jamz"
JAMS_VERSION = "0.3.5"
OWN, OWN_VERSION = "rhythmcap", 1  # the part of a sandbox that only RhythmCap reads
TAG_OPEN = "tag_open"

# Namespaces whose values are words, and the category here that they come to. Any other that begins
# with tag_ is taken, too, under no category.
CATEGORIES = {
    TAG_OPEN: "",
    "tag_gtzan": "genre",
    "tag_fma_genre": "genre",
    "tag_fma_subgenre": "genre",
    "tag_audioset_genre": "genre",
    "tag_msd_tagtraum_cd1": "genre",
    "tag_msd_tagtraum_cd2": "genre",
    "tag_medleydb_instruments": "instruments",
    "tag_audioset_instruments": "instruments",
    "segment_open": "segment",
    "segment_salami_function": "segment",
}
CAL500 = "tag_cal500"
_CAL500 = re.compile(r"(?P<no>NOT-)?(?P<category>[A-Z][a-z]+)[-_]+(?P<word>.+)")
_CAL500_CATEGORIES = {"instrument": "instruments"}
_CAL500_BLANK = re.compile(r"[-_ ]*_[-_ ]*")


def category_of(namespace: str) -> str | None:
    """Return the category for the words of a namespace; None where it holds none."""
    if namespace in CATEGORIES:
        return CATEGORIES[namespace]
    return "" if namespace.startswith("tag_") else None


def cal500_word(value: str) -> tuple[str, str, bool]:
    """Return (category, word, whether it is a no) of a value as CAL500 writes it."""
    found = _CAL500.fullmatch(value)
    if found is None:
        return "", value, False
    word = _CAL500_BLANK.sub(" ", found["word"]).strip(" -")
    category = found["category"].lower()
    return _CAL500_CATEGORIES.get(category, category), word or value, found["no"] is not None
