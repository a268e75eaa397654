"""What of a codebook file is new to a library, and the keys its words get.

Pure: nothing is written here; the edit AddWords does that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.library.codebook.codebook import Codebook
from core.library.codebook.codebook_records import CategoryWords, TagWords, WordStatus
from core.library.text import choose_free_key, clean_key, name_key

# Letters that are commands while no chord has begun: a category gets another one if it can.
COMMAND_KEYS = frozenset("bhijnopux")
CATEGORY_COLOURS = (
    "#E69F00", "#56B4E9", "#33B88A", "#E6D34A", "#7EA6FF", "#E5734A", "#CC79A7", "#9aa3b2",
)  # fmt: skip


def word_status(codebook: Codebook, name: str) -> WordStatus:
    """Return whether a word is new to a codebook, in it (under any name), or retired."""
    known = codebook.find(name)
    if known is None:
        return WordStatus.NEW
    return WordStatus.KNOWN if known.retired_at is None else WordStatus.RETIRED


def new_words(codebook: Codebook, categories: Iterable[CategoryWords]) -> list[CategoryWords]:
    """Keep of some categories the tags whose names nothing has yet, and of these the free aliases.

    See distinct_words().
    """
    tags = codebook.tags(include_retired=True)
    return distinct_words(
        categories, (name for tag in tags for name in (tag.name, *codebook.aliases(tag.id)))
    )


def distinct_words(
    categories: Iterable[CategoryWords], known: Iterable[str] = ()
) -> list[CategoryWords]:
    """Take every category and every name once, and none of the known names.

    Categories of which no tag is left are left out; one that had none stays.
    """
    taken = {name_key(name) for name in known}
    found: dict[str, CategoryWords] = {}
    for category in categories:
        tags = list[TagWords]()
        for tag in category.tags:
            if name_key(tag.name) not in taken:
                taken.add(name_key(tag.name))
                tags.append(tag)
        former = found.get(name_key(category.name), replace(category, tags=()))
        if tags or not category.tags:
            found[name_key(category.name)] = replace(former, tags=(*former.tags, *tags))
    return [
        replace(category, tags=tuple(
            replace(tag, aliases=_free_aliases(tag, taken)) for tag in category.tags
        ))
        for category in found.values()
    ]  # fmt: skip


def with_keys(
    categories: Iterable[CategoryWords], taken: Iterable[str] = (), n_before: int = 0
) -> list[CategoryWords]:
    """Give keys and colours to categories, and keys to their tags.

    Their own keys where these are free. taken: keys of other categories; n_before: how many there
    are, so that colours go on.
    """
    used, made = set(taken), list[CategoryWords]()
    for index, category in enumerate(categories, start=n_before):
        key = clean_key(category.key)
        if not key or key in used:
            free = choose_free_key(category.name, used | COMMAND_KEYS)
            key = free or choose_free_key(category.name, used)
        used.add(key)
        colour = category.colour or CATEGORY_COLOURS[index % len(CATEGORY_COLOURS)]
        tags = tags_with_keys(category.tags, ())
        made.append(replace(category, key=key, colour=colour, tags=tuple(tags)))
    return made


def tags_with_keys(tags: Sequence[TagWords], taken: Iterable[str]) -> list[TagWords]:
    """Give keys to tags of one category: their own where it is free. taken: of its other tags."""
    own = [clean_key(tag.key) for tag in tags]
    used, made = set(taken), list[TagWords]()
    for tag, key in zip(tags, own, strict=True):
        if not key or key in used:
            key = choose_free_key(tag.name, used | set(own))
        used.add(key)
        made.append(replace(tag, key=key))
    return made


def _free_aliases(tag: TagWords, taken: set[str]) -> tuple[str, ...]:
    """Return a tag's aliases that nothing is called, and take them."""
    free = {name_key(alias): alias for alias in tag.aliases if name_key(alias) not in taken}
    taken |= set(free)
    return tuple(free.values())
