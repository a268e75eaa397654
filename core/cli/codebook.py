"""The verbs about the codebook: list, templates, add, export, booklet."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from core.cli.context import open_library, rehearsed
from core.cli.terminal import Terminal, columns, counted
from core.exchange.codebook_json import write_codebook
from core.library.codebook.codebook_file import TEMPLATES, read_codebook, template_file
from core.library.codebook.codebook_records import CategoryWords, CodebookWords
from core.library.codebook.new_words import new_words
from core.library.edits.edits import AddExamples, AddWords, ClearCodebook, Edit
from core.library.records import State
from core.messages import message


def list_words(options: argparse.Namespace, terminal: Terminal) -> int:
    """List categories and tags with how often they were judged."""
    with open_library(options, terminal, allow_read_only=True) as library:
        codebook, counts = library.codebook, library.annotations.counts_by_tag()
        categories = {category.id: category for category in codebook.categories()}
        tags = codebook.tags(include_retired=options.retired)
        aliases = {tag.id: codebook.aliases(tag.id) for tag in tags}
    table, in_json = [], []
    for tag in tags:
        category, judged = categories[tag.category_id], counts.get(tag.id, {})
        n_songs = [judged.get(state, 0) for state in State]
        retired = "retired" if tag.retired_at else ""
        chord = f"{category.key} {tag.key}".strip()
        table.append([category.name, tag.name, chord, *map(str, n_songs), retired,
                      " ".join(tag.definition.split())])  # fmt: skip
        in_json.append({
            "category": category.name, "tag": tag.name, "key": tag.key,
            "category_key": category.key, "other_names": list(aliases[tag.id]),
            **{state.value: n for state, n in zip(State, n_songs, strict=True)},
            "retired": bool(tag.retired_at), "definition": tag.definition,
            "use_when": tag.use_when, "not_when": tag.not_when,
        })  # fmt: skip
    terminal.data(in_json, columns(table, frozenset({3, 4, 5})))
    terminal.say(f"{counted(len(tags), 'tag')}.")
    return 0


def templates(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the templates, or the words of one."""
    if options.name:
        words = read_codebook(template_file(options.name))
        table = _table(words.categories)
        terminal.data([dict(zip(("category", "tag", "definition"), row, strict=True))
                       for row in table], columns(table))  # fmt: skip
        return 0
    known = {name: read_codebook(template_file(name)) for name in TEMPLATES}
    n_tags = {name: len(_table(words.categories)) for name, words in known.items()}
    in_json = [
        {"name": name, "title": words.name, "n_tags": n_tags[name]} for name, words in known.items()
    ]
    table = [[name, words.name, counted(n_tags[name], "tag")] for name, words in known.items()]
    terminal.data(in_json, columns(table))
    return 0


def add(options: argparse.Namespace, terminal: Terminal) -> int:
    """Add the words of a template or a file that are new here."""
    words = _read(options.source)
    with open_library(options, terminal) as library, rehearsed(library, options):
        edits: list[Edit] = [ClearCodebook()] if options.replace else []
        label = message("edit.new_codebook", name=words.name) if options.replace else ""
        fresh = (
            words.categories if options.replace else new_words(library.codebook, words.categories)
        )
        edits += [
            AddWords(words.name, words.categories),
            AddExamples(words.name, words.examples, words.rules),
        ]
        library.do(*edits, label=label)
    table = _table(fresh)
    terminal.data([{"category": row[0], "tag": row[1]} for row in table], columns(table))
    done = "would be added" if options.dry_run else "added"
    terminal.say(f"{counted(len(table), 'tag')} {done}.")
    return 0


def export(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the words in use as JSON."""
    with open_library(options, terminal, allow_read_only=True) as library:
        n_tags = write_codebook(library, options.path)
    terminal.data({"path": str(options.path), "n_tags": n_tags})
    terminal.say(f"{counted(n_tags, 'tag')} written.")
    return 0


def booklet(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the words in use as a page to read or print."""
    from core.reports.booklet import gather_booklet, write_booklet

    today = datetime.now(UTC).date().isoformat()
    with open_library(options, terminal, allow_read_only=True) as library:
        found = gather_booklet(library, today)
    write_booklet(found, options.path)
    terminal.data({"path": str(options.path), "n_tags": found.n_tags})
    terminal.say(f"{counted(found.n_tags, 'tag')} written.")
    return 0


def _read(source: Path) -> CodebookWords:
    """Read a file, else the template of that name. Raises LibraryError."""
    name = str(source)
    is_template = name in TEMPLATES and not source.exists()
    return read_codebook(template_file(name) if is_template else source)


def _table(categories: tuple[CategoryWords, ...] | list[CategoryWords]) -> list[list[str]]:
    return [
        [category.name, tag.name, " ".join(tag.definition.split())]
        for category in categories
        for tag in category.tags
    ]
