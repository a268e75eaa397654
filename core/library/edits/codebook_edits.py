"""Edits of the whole codebook: words of a file added, an unused codebook cleared."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import LibraryError
from core.library.codebook.codebook_records import (
    CategoryWords,
    NamedRule,
    TagExample,
    TagWords,
)
from core.library.codebook.new_words import new_words, tags_with_keys, with_keys
from core.library.codebook.rules import keys_in, next_position
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger
from core.library.edits.rule_edits import insert_rule, remove_rules_of
from core.library.edits.tag_edits import add_alias, record_version, rows_of_tag
from core.library.text import name_key, utc_now
from core.library.word_rule_records import RuleWords
from core.messages import message


@dataclass(frozen=True, slots=True, repr=False)
class AddWords:
    """The words of a codebook file that are new here; a category of the same name takes them.

    name: of the codebook they come from.
    """

    name: str
    categories: tuple[CategoryWords, ...]

    def __repr__(self) -> str:
        """Leave the words out: they are in the journal's rows."""
        n_tags = sum(len(category.tags) for category in self.categories)
        return f"AddWords({self.name!r}, {n_tags} words)"

    def title(self, _library: EditContext) -> str:
        return message("edit.add_words", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        fresh = new_words(library.codebook, self.categories)
        known = library.codebook.categories()
        made = [c for c in fresh if library.codebook.find_category(c.name) is None]
        first = max((category.position for category in known), default=-1) + 1
        keyed = with_keys(made, (category.key for category in known), len(known))
        for position, category in enumerate(keyed, start=first):
            category_id = ledger.insert(
                "categories",
                name=category.name,
                name_key=name_key(category.name),
                key=category.key,
                colour=category.colour,
                position=position,
                exhaustive=int(category.exhaustive),
            )
            _add_tags(library, ledger, category_id, category.tags, 0)
        for category in fresh:
            there = library.codebook.find_category(category.name)
            if there is not None:
                tags = tags_with_keys(category.tags, keys_in(library.codebook, there.id))
                first = next_position(library.codebook, there.id)
                _add_tags(library, ledger, there.id, tags, first)


@dataclass(frozen=True, slots=True, repr=False)
class AddExamples:
    """The sounding examples and the rules of a codebook file, after its words.

    Of songs and words that are not here nothing is added; a rule somebody has decided on stays so.
    """

    name: str
    examples: tuple[TagExample, ...]
    rules: tuple[NamedRule, ...]

    def __repr__(self) -> str:
        """Leave them out: they are in the journal's rows."""
        return f"AddExamples({self.name!r}, {len(self.examples)}, {len(self.rules)} rules)"

    def title(self, _library: EditContext) -> str:
        return message("edit.add_words", name=self.name)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        songs = library.songs.ids_of_hashes([example.audio_hash for example in self.examples])
        there = {(a.tag_id, a.song_id, a.state, a.start_s, a.end_s) for a in library.anchors.all()}
        for example in self.examples:
            tag, song_id = library.codebook.find(example.tag), songs.get(example.audio_hash)
            if tag is None or song_id is None:
                continue
            slot = (tag.id, song_id, example.state, example.start_s, example.end_s)
            if slot not in there:
                there.add(slot)
                _add_example(library, ledger, tag.id, song_id, example)
        for rule in self.rules:
            tag, other = library.codebook.find(rule.tag), library.codebook.find(rule.other)
            if tag is None or other is None or tag.id == other.id:
                continue
            words = RuleWords(rule.kind, tag.id, other.id).in_order()
            if library.word_rules.find(words) is None:
                annotator_id = library.annotators.current.id
                insert_rule(ledger, words, rule.origin, rule.state, (annotator_id, utc_now()))


@dataclass(frozen=True, slots=True)
class ClearCodebook:
    """Take all words away, to begin with others. Raises LibraryError if any was ever used."""

    def title(self, _library: EditContext) -> str:
        return message("edit.clear_codebook")

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        if library.tag_uses.used_tags():
            raise LibraryError("codebook.in_use")
        for tag in library.codebook.tags(include_retired=True):
            for table in ("tag_aliases", "word_mappings"):
                for row_id in rows_of_tag(library, table, tag.id):
                    ledger.delete(table, row_id)
            remove_rules_of(library, ledger, tag.id)
            ledger.delete("tags", tag.id)
        for category in library.codebook.categories():
            ledger.delete("categories", category.id)


def _add_example(
    library: EditContext, ledger: Ledger, tag_id: int, song_id: int, example: TagExample
) -> None:
    ledger.insert(
        "anchors",
        tag_id=tag_id,
        song_id=song_id,
        state=example.state.value,
        start_s=example.start_s,
        end_s=example.end_s,
        note=example.note,
        annotator_id=library.annotators.current.id,
        created_at=utc_now(),
    )


def _add_tags(
    library: EditContext,
    ledger: Ledger,
    category_id: int,
    tags: tuple[TagWords, ...] | list[TagWords],
    first: int,
) -> None:
    """Add tags to a category, from a position on."""
    for position, tag in enumerate(tags, start=first):
        tag_id = ledger.insert(
            "tags",
            name=tag.name,
            name_key=name_key(tag.name),
            category_id=category_id,
            key=tag.key,
            colour=tag.colour,
            position=position,
            definition=tag.definition,
            use_when=tag.use_when,
            not_when=tag.not_when,
        )
        for alias in tag.aliases:
            add_alias(ledger, tag_id, alias)
        after = {"name": tag.name, "definition": tag.definition}
        record_version(library, ledger, "add", tag_id, {}, after)
