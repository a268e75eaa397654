"""The codebook of a deposit: as tables, with every change of a meaning, and as SKOS in Turtle."""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from core.exchange.codebook_json import codebook_content, examples_and_rules
from core.exchange.deposit.deposit_records import Contents, DepositOptions
from core.exchange.label_source import LabelSource
from core.exchange.tables.cell_records import csv_text
from core.library.codebook.codebook import Codebook
from core.library.records import Tag

COLUMNS = (
    "tag", "category", "definition", "use_when", "not_when", "aliases", "retired_at",
)  # fmt: skip
HISTORY = ("version", "created_at", "change", "tag", "before", "after", "annotator")
EXAMPLES = ("tag", "audio_hash", "state", "start_s", "end_s", "note")
RULES = ("kind", "tag", "other", "origin", "state")
_PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <urn:rhythmcap:codebook:{name}#> .

"""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_codebook_files(
    source: LabelSource, contents: Contents, options: DepositOptions, kept: Collection[str]
) -> None:
    """Write the codebook as tables, as JSON and as SKOS, examples and rules where there are any.

    kept: the audio hashes of the deposit's songs; examples of others stay out. Raises OSError.
    """
    codebook = source.library.codebook
    tags = codebook.tags(include_retired=True)
    names = {category.id: category.name for category in codebook.categories()}
    rows = [
        (
            *(tag.name, names.get(tag.category_id, ""), tag.definition, tag.use_when),
            *(tag.not_when, "; ".join(codebook.aliases(tag.id)), tag.retired_at or ""),
        )
        for tag in tags
    ]
    path = contents.add("codebook/codebook.csv", "the tags: category, definition, other names")
    path.write_text(csv_text([COLUMNS, *rows]), encoding="utf-8")
    tag_names = {tag.id: tag.name for tag in tags}
    history = [
        (
            *(version.id, version.created_at, version.change),
            tag_names.get(version.tag_id or 0, ""),
            *(json.dumps(value, ensure_ascii=False) for value in (version.before, version.after)),
            source.annotator_name(version.annotator_id or 0),
        )
        for version in codebook.history()
    ]
    path = contents.add("codebook/codebook-history.csv", "every change of a tag's meaning")
    path.write_text(csv_text([HISTORY, *history]), encoding="utf-8")
    path = contents.add("codebook/codebook.ttl", "the tags as SKOS concepts, in Turtle")
    path.write_text(skos(codebook, options), encoding="utf-8")
    _write_examples_and_rules(source, contents, options, kept)


def _write_examples_and_rules(
    source: LabelSource, contents: Contents, options: DepositOptions, kept: Collection[str]
) -> None:
    codebook = source.library.codebook
    more = examples_and_rules(source.library, kept)
    words = codebook_content(codebook, codebook.categories(), codebook.tags(), options.title)
    path = contents.add(
        "codebook/codebook.json", "the tags in use with examples and rules, for RhythmCap"
    )
    text = json.dumps(words | more, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
    for name, what, columns in (
        ("examples", "sounding examples of the tags: what is one, and what is none", EXAMPLES),
        ("rules", "rules between two tags, accepted or dismissed", RULES),
    ):
        rows = [[row.get(column, "") for column in columns] for row in more[name]]
        if rows:
            path = contents.add(f"codebook/{name}.csv", what)
            path.write_text(csv_text([columns, *rows]), encoding="utf-8")


def skos(codebook: Codebook, options: DepositOptions) -> str:
    """Return the codebook as a SKOS concept scheme (W3C Recommendation, 2009), in Turtle."""
    categories = codebook.categories()
    tops = ", ".join(f":category-{category.id}" for category in categories)
    scheme = [
        ":codebook a skos:ConceptScheme",
        f"dct:title {_text(options.title)}",
        *(f"dct:creator {_text(creator.name)}" for creator in options.creators),
        *([f"skos:hasTopConcept {tops}"] if tops else []),
    ]
    parts = [_PREFIXES.format(name=_slug(options.title)), _statement(scheme)]
    parts += [
        _statement([
            f":category-{category.id} a skos:Concept",
            f"skos:prefLabel {_text(category.name)}",
            "skos:topConceptOf :codebook",
        ])
        for category in categories
    ]  # fmt: skip
    parts += [_concept(codebook, tag) for tag in codebook.tags(include_retired=True)]
    return "".join(parts)


def _concept(codebook: Codebook, tag: Tag) -> str:
    facts = [
        f":tag-{tag.id} a skos:Concept",
        "skos:inScheme :codebook",
        f"skos:broader :category-{tag.category_id}",
        f"skos:prefLabel {_text(tag.name)}",
        *(f"skos:altLabel {_text(alias)}" for alias in codebook.aliases(tag.id)),
    ]
    notes = (
        ("definition", tag.definition),
        ("scopeNote", tag.use_when and f"Use when: {tag.use_when}"),
        ("scopeNote", tag.not_when and f"Not when: {tag.not_when}"),
        ("changeNote", tag.retired_at and f"Retired at {tag.retired_at}"),
    )
    facts += [f"skos:{name} {_text(text)}" for name, text in notes if text]
    return _statement(facts)


def _statement(facts: list[str]) -> str:
    return " ;\n    ".join(facts) + " .\n\n"


def _text(text: str) -> str:
    """Write a text as a Turtle literal."""
    return '"' + "".join(_ESCAPES.get(c, c) if c.isprintable() or c in _ESCAPES
                         else f"\\u{ord(c):04X}" for c in text) + '"'  # fmt: skip


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "codebook"
