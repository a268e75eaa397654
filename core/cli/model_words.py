"""The verb models words: what words a model knows, and which of the user's tags they stand for."""

from __future__ import annotations

import argparse

from core.cli.context import find_model, open_library, rehearsed
from core.cli.terminal import Terminal, columns, counted
from core.errors import UsageError
from core.library.records import NO_TAG, ModelRow
from core.library.store import Library

NO_TAG_TEXT = "–"


def words(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the words of a model in its order, with their tags; --map and --unmap change these."""
    changes = bool(options.map or options.unmap)
    with open_library(options, terminal, allow_read_only=not changes) as library:
        row = find_model(library, options.name)
        with rehearsed(library, options):
            _map_words(library, row, options)
            tag_ids = library.models.tag_ids(row.id)
        names = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
    tags = [None if tag_id is None else names.get(tag_id) for tag_id in tag_ids]
    pairs = list(zip(row.words, tags, strict=True))
    terminal.data(
        {"model": row.name, "words": [{"word": word, "tag": tag} for word, tag in pairs]},
        columns([[word, tag or NO_TAG_TEXT] for word, tag in pairs]),
    )
    n_tags = sum(tag is not None for tag in tags)
    terminal.say(
        f"{row.name}: {counted(len(pairs), 'word')}, {n_tags} of them mapped to tags of mine."
    )
    return 0


def _map_words(library: Library, row: ModelRow, options: argparse.Namespace) -> None:
    """Store what words stand for. Raises UsageError for words and tags that are not there."""
    for text in options.map:
        word, sign, name = text.rpartition("=")
        if not sign:
            raise UsageError("cli.no_mapping", text=text)
        tag = library.codebook.find(name) if name else None
        if name and tag is None:
            raise UsageError("cli.no_tag_to_map", name=name)
        library.models.map_word(_known(row, word), tag.id if tag else NO_TAG)
    for word in options.unmap:
        library.models.map_word(_known(row, word), None)


def _known(row: ModelRow, word: str) -> str:
    if word not in row.words:
        raise UsageError("cli.no_word", word=word, name=row.name)
    return word
