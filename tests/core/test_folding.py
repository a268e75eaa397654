"""Texts without what people do not type, and an order as in a dictionary."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.folding import artist_sort_key, fold, path_sort_key, sort_key, tailored_key


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Mø", "mo"), ("Łódź", "lodz"), ("Straße", "strasse"), ("Œuvre", "oeuvre"), ("Ærø", "aero"),
        ("Đà Nẵng", "da nang"), ("İstanbul", "istanbul"), ("ılık", "ilik"), ("ЁЛКА", "елка"),
        ("Ὀδυσσεύς", "οδυσσευσ"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), ("τῷ", "τω"), ("ＡＢＣ１", "abc1"),
        ("ｶﾞｰﾙ", "がーる"), ("C♯", "c#"), ("№ 5", "no 5"), ("مُحَمَّد", "محمد"), ("I ❤️ NY", "i ❤ ny"),
        ("soft\u00adhyphen", "softhyphen"), ("\u1112\u1161\u11ab", "한"),
    ],
)  # fmt: skip
def test_what_is_written_is_what_is_typed(written: str, typed: str) -> None:
    assert fold(written) == typed


def test_vowels_that_make_another_word_stay() -> None:
    assert fold("कुमार") != fold("कमार")
    assert fold("ที่") != fold("ทา")
    assert fold("が") != fold("か")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Apfel", "Arzt", "Ärzte", "Zebra"],
        ["No. 1", "No. 2", "No. 10", "No. 10b"],
        ["!!!", "1,000 Leaves", "9 to 5", "99 Luftballons", "Abba"],
        ["Acker", "Kesha", "Ke$ha 2", "Pinball", "P!nk", "Pinky"],
        ["Rosa", "'Round Midnight", "(Roxanne)", "Ruby"],
        ["Oper", "Ørsted", "Oslo"],
        ["あい", "アウ", "がく", "かさ"],
        ["กา", "เก", "ขา"],
        ["Zoo", "Ωδή", "Жар", "あい", "東京"],
        ["02", "2", "٣", "４"],
    ],
)
def test_lists_are_in_the_order_of_a_dictionary(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_an_artist_stands_where_people_look() -> None:
    names = ["Beach Boys", "The Beatles", "Bee Gees", "The The", "Them"]
    assert sorted(reversed(names), key=artist_sort_key) == names


def test_a_blank_text_has_no_key() -> None:
    assert sort_key("") == sort_key(" \t") == artist_sort_key(" ") == ""


@given(st.text(), st.text())
def test_only_texts_that_read_alike_share_a_key(one: str, other: str) -> None:
    if sort_key(one) == sort_key(other):
        assert fold(" ".join(one.split())) == fold(" ".join(other.split()))


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        (
            "es",
            ["Canto", "Cantos", "Canzón", "Cañada", "CAÑÓN", "Caoba", "Nube", "Nzinga", "Ñandú"],
        ),
        ("es", ["Avión", "Avispa", "Chile", "Cuba", "Llama", "Luz", "ñ", "O"]),
        ("de", ["Arzt", "Ärzte", "Azur", "Maß", "Masse", "Ñandú", "Nube", "Öl", "Oper"]),
        ("it", ["Caffè", "Caña", "Canto", "Città", "È", "Eco", "Perché"]),
        ("en", ["Caña", "Canto", "Ñandú", "Nube"]),
        ("xx", ["Caña", "Canto", "Ñandú", "Nube"]),
    ],
)
def test_a_language_has_its_own_rules(language: str, ordered: list[str]) -> None:
    def key(text: str) -> str:
        return tailored_key(sort_key(text), language)

    assert sorted(reversed(ordered), key=key) == ordered
    decomposed = [unicodedata.normalize("NFD", text) for text in ordered]
    assert sorted(reversed(decomposed), key=key) == decomposed


def test_files_stand_by_folder_and_number() -> None:
    paths = ["/m/b/1.ogg", "/m/a/track 10.ogg", "/m/a b/1.ogg", "/m/A/Track 2.ogg", "/m/a/x/1.ogg"]
    assert sorted(paths, key=path_sort_key) == [
        "/m/A/Track 2.ogg",
        "/m/a/track 10.ogg",
        "/m/a/x/1.ogg",
        "/m/a b/1.ogg",
        "/m/b/1.ogg",
    ]
