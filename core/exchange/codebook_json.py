"""Writing the codebook as a file: JSON that a new library, or another one, can begin with.

With its sounding examples, of songs that are told by their sound, and the rules between words.
Retired words and decisions are not in it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from core.exchange.files.output import output_file
from core.library.codebook.codebook import Codebook
from core.library.codebook.codebook_file import FORMAT, FORMAT_VERSION
from core.library.records import Category, Tag
from core.library.store import Library

_TEXTS = ("key", "colour", "definition", "use_when", "not_when")


def write_codebook(library: Library, path: Path) -> int:
    """Write the words in use; return how many. Raises ExchangeError where they cannot be."""
    codebook = library.codebook
    tags = codebook.tags()
    content = codebook_content(codebook, codebook.categories(), tags, path.stem)
    content |= examples_and_rules(library)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    with output_file(path) as draft:
        draft.write_text(text + "\n", encoding="utf-8")
    return len(tags)


def codebook_content(
    codebook: Codebook, categories: Sequence[Category], tags: Sequence[Tag], name: str
) -> dict[str, Any]:
    """Return these categories with these tags as a codebook file's content."""
    entries = [
        {
            "name": category.name,
            "key": category.key,
            "colour": category.colour,
            "exhaustive": category.exhaustive,
            "tags": [_entry(codebook, tag) for tag in tags if tag.category_id == category.id],
        }
        for category in categories
    ]
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "name": name,
        "categories": entries,
    }


def examples_and_rules(
    library: Library, audio_hashes: Collection[str] | None = None
) -> dict[str, list[dict[str, Any]]]:
    """Return what a codebook file says beside its words: "examples" and "rules", [] for none.

    audio_hashes: only examples of these songs; None: of all. What a retired word is in is left out.
    """
    names = {tag.id: tag.name for tag in library.codebook.tags()}
    songs = {anchor.song_id for anchor in library.anchors.all()}
    hashes = {song.id: song.audio_hash for song in map(library.songs.get, songs) if song}
    examples = [
        {"tag": names[anchor.tag_id], "state": anchor.state.value,
         "audio_hash": hashes[anchor.song_id], "start_s": anchor.start_s, "end_s": anchor.end_s,
         "note": anchor.note}
        for anchor in library.anchors.all()
        if anchor.tag_id in names
        and (audio_hashes is None or hashes[anchor.song_id] in audio_hashes)
    ]  # fmt: skip
    rules = [
        {"kind": rule.words.kind.value, "tag": names[rule.words.tag_id],
         "other": names[rule.words.other_tag_id], "origin": rule.origin.value,
         "state": rule.state.value}
        for rule in library.word_rules.all()
        if {rule.words.tag_id, rule.words.other_tag_id} <= names.keys()
    ]  # fmt: skip
    return {"examples": [_without_empty(row) for row in examples], "rules": rules}


def _without_empty(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, "")}


def _entry(codebook: Codebook, tag: Tag) -> dict[str, Any]:
    """Return what a file says of a tag; what is empty is left out."""
    texts = {name: getattr(tag, name) for name in _TEXTS}
    entry: dict[str, Any] = {"name": tag.name} | {k: text for k, text in texts.items() if text}
    if aliases := codebook.aliases(tag.id):
        entry["aliases"] = list(aliases)
    return entry
