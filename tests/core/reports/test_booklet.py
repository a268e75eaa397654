"""The codebook to print: every word in use, its examples and history; whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.cli.codebook_verbs import BOOKLET
from core.library.abx_records import AnsweredTrial, PlayedClip
from core.library.edits.edits import (
    AddAlias,
    AddAnchor,
    AddTag,
    Judge,
    KeepAbxTest,
    RetireTag,
    SetDefinition,
)
from core.library.records import State
from core.library.store import Library
from core.messages import catalogue
from core.reports.booklet import booklet_page, gather_booklet, write_booklet
from tests.core.reports.test_report_page import HOSTILE, Page
from tests.support.small_library import add_songs, write_codebook

DAY = "2026-12-01"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "Ärger & Co.db"
    with Library.open(path, codebook=write_codebook(tmp_path), annotator="Ann <a@b>") as opened:
        add_songs(opened, 3)
        yield opened


def tag(library: Library, name: str) -> int:
    found = library.codebook.find(name)
    assert found is not None
    return found.id


def test_a_word_has_meaning_examples_counts_and_history(library: Library) -> None:
    drums = tag(library, "drums")
    library.do(SetDefinition(drums, "Drums in front.", "one hears sticks", "a machine"))
    library.do(SetDefinition(drums, "Drums in front of all.", "one hears sticks", "a machine"))
    library.do(AddAnchor(1, drums, State.YES, 5.0, 10.0, "the break"))
    library.do(AddAnchor(2, drums, State.NO))
    library.do(Judge(1, drums, State.YES), AddAlias(drums, "kit"))
    page = Page(booklet_page(gather_booklet(library, DAY)))
    for text in (
        "Drums in front of all.", "Use when: one hears sticks", "Not when: a machine",
        "Other names: kit", "Judged: 1 yes, 0 no, 0 unsure.", "0:05–0:10 · the break",
        "✓ It is one:", "✕ It is not:", "Ann <a@b>",
    ):  # fmt: skip
        assert text in page.text
    assert page.text.count("Changed on") == 2
    assert "Drums in front. → Drums in front of all." in page.text


def test_what_ears_tell_apart_is_told_of_both_words(library: Library) -> None:
    drums, house = tag(library, "drums"), tag(library, "house")
    clip = PlayedClip("00" * 16)
    for n_right in (2, 10):
        trials = [AnsweredTrial(clip, clip, clip, True, number < n_right) for number in range(12)]
        library.do(KeepAbxTest(drums, house, 7, tuple(trials)))
    page = Page(booklet_page(gather_booklet(library, DAY)))
    told = "10 of 12 right, p = .019; of such trials .52 to .98 are right (95 %, exact)"
    for name in ("drums", "house"):
        assert f"{name} · {told}" in page.text
    assert page.text.count("By ear, beside other words") == page.text.count(" of 12 right") == 2
    assert page.text.count("Ann <a@b>") >= 2
    library.do(RetireTag(house))
    assert " of 12 right" not in Page(booklet_page(gather_booklet(library, DAY))).text


def test_retired_words_are_left_out(library: Library) -> None:
    n_tags = gather_booklet(library, DAY).n_tags
    library.do(RetireTag(tag(library, "drums")))
    assert gather_booklet(library, DAY).n_tags == n_tags - 1


def test_no_word_breaks_the_page(library: Library) -> None:
    category = library.codebook.categories()[0].id
    for text in HOSTILE:
        library.do(AddTag(f"{text[:60]}!", category, "", "", text, text, text))
    page = Page(booklet_page(gather_booklet(library, DAY)))
    assert "script" not in page.names
    assert "<script>alert(1)</script>" in page.text


def test_the_same_words_give_the_same_bytes_in_every_language(
    library: Library, tmp_path: Path
) -> None:
    booklet = gather_booklet(library, DAY)
    assert booklet == replace(gather_booklet(library, DAY))
    for name in ("a.html", "b.html"):
        write_booklet(booklet, tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert catalogue("de")["booklet.title"] == "Codebuch von {name}"
    assert BOOKLET.name == "booklet"
