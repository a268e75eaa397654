"""The codebook as a booklet: one HTML file to read or to print, for who will use these words.

Every tag in use with its meaning, how often it was judged, its examples and what became of it.
No script, nothing from the network. The same library gives the same bytes on the same day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.durations import clock_text
from core.exchange.files.output import output_file
from core.library.abx_records import AbxTestRow
from core.library.codebook.codebook_records import CodebookVersion
from core.library.records import Category, State, Tag
from core.library.review_records import Anchor
from core.library.store import Library
from core.messages import message
from core.reports.gather import program_version
from core.reports.markup import Element, Node, Say, element, joined, name_of, names_of
from core.reports.page import page_frame
from core.scores import score_text

MEANINGS = ("define", "merge", "split", "rename")  # changes that are told
TEXTS = ("name", "definition", "use_when", "not_when")
DAY = 10  # letters of an ISO 8601 date


@dataclass(frozen=True, slots=True)
class BookletExample:
    """A sounding example: what it is of, and where. part: "" for the whole song."""

    is_yes: bool
    title: str
    artist: str
    part: str
    note: str


@dataclass(frozen=True, slots=True)
class BookletTest:
    """The last listening test of a tag and another one, by one annotator."""

    other: str
    who: str
    test: AbxTestRow


@dataclass(frozen=True, slots=True)
class BookletTag:
    """One tag. keys: its two letters, "" for none. history: (version, who), the newest first."""

    tag: Tag
    keys: str
    other_names: tuple[str, ...]
    counts: Mapping[State, int]
    examples: tuple[BookletExample, ...]
    history: tuple[tuple[CodebookVersion, str], ...]
    n_unclear: int = 0
    tests: tuple[BookletTest, ...] = ()


@dataclass(frozen=True, slots=True)
class Booklet:
    """All that is shown. day: ISO 8601. version: the codebook's. program: of RhythmCap."""

    library: str
    day: str
    version: int
    program: str
    categories: tuple[tuple[Category, tuple[BookletTag, ...]], ...]

    @property
    def n_tags(self) -> int:
        """Count the tags."""
        return sum(len(tags) for _, tags in self.categories)


def gather_booklet(library: Library, day: str) -> Booklet:
    """Read the words in use, on the thread that holds the library. Raises LibraryError."""
    codebook = library.codebook
    counts = library.annotations.counts_by_tag()
    names = {annotator.id: annotator.name for annotator in library.annotators.list()}
    unclear = [dispute.tag_id for dispute in library.disputes.unclear()]
    found = []
    for category in codebook.categories():
        tags = tuple(
            BookletTag(
                tag,
                f"{category.key} {tag.key}".strip().upper() if tag.key else "",
                codebook.aliases(tag.id),
                counts.get(tag.id, {}),
                _examples(library, library.anchors.of_tag(tag.id)),
                tuple(
                    (version, names.get(version.annotator_id or 0, ""))
                    for version in codebook.history(tag.id)
                    if version.change in MEANINGS
                ),
                unclear.count(tag.id),
                _tests(library, tag.id, names),
            )
            for tag in codebook.tags()
            if tag.category_id == category.id
        )
        if tags:
            found.append((category, tags))
    return Booklet(library.path.stem, day, codebook.version(), program_version(), tuple(found))


def write_booklet(booklet: Booklet, path: Path, say: Say = str, language: str = "en") -> None:
    """Write it, whole or not at all. say, language: see booklet_page. Raises ExchangeError."""
    with output_file(path) as draft:
        draft.write_text(booklet_page(booklet, say, language), encoding="utf-8")


def booklet_page(booklet: Booklet, say: Say = str, language: str = "en") -> str:
    """Return the page. say: a Message of the core in the page's language, with code `language`."""
    title = message("booklet.title", name=booklet.library)
    made = message(
        "booklet.made", day=booklet.day, program=booklet.program, version=booklet.version
    )
    n_decisions = sum(sum(tag.counts.values()) for _, tags in booklet.categories for tag in tags)
    summary = message(
        "booklet.summary",
        n=booklet.n_tags,
        m=len(booklet.categories),
        decisions=n_decisions,
    )
    entries = [
        element("li", element("a", name_of(category.name), href=f"#c{category.id}"))
        for category, _ in booklet.categories
    ]
    body = element(
        "main",
        element("header", element("h1", title), element("p", made, class_="dim")),
        element("p", summary, class_="lead"),
        element("nav", element("h2", message("report.contents")), element("ol", entries)),
        [_section(category, tags) for category, tags in booklet.categories],
        class_="booklet",
    )
    facts = (title, booklet.day, booklet.program)
    return page_frame(facts, body, say, language)


# -- one word ---------------------------------------------------------------------------------


def _section(category: Category, tags: Sequence[BookletTag]) -> Element:
    remark = [element("p", message("booklet.exhaustive"), class_="dim")]
    return element(
        "section",
        element("h2", name_of(category.name)),
        remark if category.exhaustive else [],
        [_entry(tag) for tag in tags],
        id=f"c{category.id}",
    )


def _entry(entry: BookletTag) -> Element:
    tag = entry.tag
    keys: list[Node] = [" ", element("kbd", entry.keys)] if entry.keys else []
    definition: Node = (
        element("p", name_of(tag.definition))
        if tag.definition
        else element("p", message("booklet.undefined"), class_="dim")
    )
    return element(
        "article",
        element("h3", name_of(tag.name), keys),
        definition,
        _labelled("booklet.use_when", tag.use_when),
        _labelled("booklet.not_when", tag.not_when),
        _other_names(entry.other_names),
        _example_list(entry.examples),
        element("p", _counts(entry.counts), _unclear(entry.n_unclear), class_="dim"),
        _test_list(entry.tests),
        _history(entry.history),
    )


def _labelled(label: str, text: str) -> list[Node]:
    """Write a labelled text, nothing where there is none."""
    labels = {
        "booklet.use_when": message("booklet.use_when"),
        "booklet.not_when": message("booklet.not_when"),
    }
    return [element("p", element("b", labels[label]), " ", name_of(text))] if text else []


def _other_names(names: Sequence[str]) -> list[Node]:
    label = element("b", message("booklet.other_names"))
    return [element("p", label, " ", names_of(names))] if names else []


def _example_list(examples: Sequence[BookletExample]) -> list[Node]:
    if not examples:
        return []
    rows = []
    for example in examples:
        is_one = message("booklet.is_one") if example.is_yes else message("booklet.is_not")
        song = [name_of(text) for text in (example.title, example.artist) if text]
        parts: list[Node] = [element("b", "✓ " if example.is_yes else "✕ ", is_one), " "]
        parts += joined(song, " – ")
        parts += [f" · {example.part}"] if example.part else []
        parts += [" · ", name_of(example.note)] if example.note else []
        rows.append(element("li", parts))
    return [element("ul", rows, class_="examples")]


def _counts(counts: Mapping[State, int]) -> str:
    yes, no, unsure = (counts.get(state, 0) for state in (State.YES, State.NO, State.UNSURE))
    if not yes + no + unsure:
        return message("booklet.not_judged")
    return message("booklet.judged", yes=yes, no=no, unsure=unsure)


def _unclear(n: int) -> list[Node]:
    return [" ", message("booklet.unclear", n=n)] if n else []


def _test_list(tests: Sequence[BookletTest]) -> list[Node]:
    """Say from which other words an ear tells this one."""
    rows = []
    for one in tests:
        result = one.test.result
        low, high = (score_text(limit) for limit in result.interval)
        told = message(
            "booklet.test", right=result.n_correct, n=result.n_trials, p=result.p_text,
            low=low, high=high, day=one.test.created_at[:DAY],
        )  # fmt: skip
        row: list[Node] = [element("b", name_of(one.other)), " · ", told]
        row += [" (", name_of(one.who), ")"] if one.who else []
        rows.append(element("li", row))
    label = element("p", element("b", message("booklet.by_ear")))
    return [label, element("ul", rows, class_="examples")] if rows else []


def _history(history: Sequence[tuple[CodebookVersion, str]]) -> list[Node]:
    rows = []
    for version, who in history:
        head: list[Node] = [message("booklet.changed", day=version.created_at[:DAY])]
        head += [" (", name_of(who), ")"] if who else []
        changes = [
            (str(version.before.get(name) or ""), str(version.after.get(name) or ""))
            for name in TEXTS
            if name in version.after
        ]
        told = [
            element(
                "span",
                " · ",
                [element("s", name_of(before)), " → "] if before else [],
                name_of(after),
            )
            for before, after in changes
            if before != after
        ]
        rows.append(element("li", head, told))
    return [element("ul", rows, class_="history dim")] if rows else []


def _tests(library: Library, tag_id: int, names: Mapping[int, str]) -> tuple[BookletTest, ...]:
    """Return every annotator's last test of a tag with each other one in use."""
    tags = {tag.id: tag.name for tag in library.codebook.tags()}
    last = {
        (next(iter(test.pair - {tag_id})), test.annotator_id): test
        for test in library.abx_tests.all(all_annotators=True)
        if tag_id in test.pair and test.pair <= tags.keys()
    }
    return tuple(
        BookletTest(tags[other], names.get(annotator, ""), test)
        for (other, annotator), test in last.items()
    )


def _examples(library: Library, anchors: Sequence[Anchor]) -> tuple[BookletExample, ...]:
    found = []
    for anchor in anchors:
        song = library.songs.get(anchor.song_id)
        if song is None:
            continue
        part = ""
        if anchor.start_s is not None and anchor.end_s is not None:
            ends = (clock_text(second, hours=False) for second in (anchor.start_s, anchor.end_s))
            part = "–".join(ends)
        found.append(
            BookletExample(
                anchor.state is State.YES,
                song.display_title,
                song.display_artist,
                part,
                anchor.note,
            )
        )
    return tuple(found)
