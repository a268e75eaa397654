"""A tag as the text of a label: as people write it, and back whatever signs are in its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.files.song_files import song_of_file
from core.exchange.label_records import LabelledSong
from core.exchange.notations.label_texts import TextLabel, label_text, parse_label
from core.library.records import State

names = st.text("ab -?+:*=@,\\\"'“é", min_size=1, max_size=8).map(
    lambda text: " ".join(text.split())
)
labels = st.builds(TextLabel, names.filter(bool), names | st.just(""), st.sampled_from(State))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kick", [("", "kick", "yes")]),
        ("rhythm: kick, -piano ,?dark", [("rhythm", "kick", "yes"), ("", "piano", "no"),
                                         ("", "dark", "unsure")]),
        ("-rhythm: kick", [("rhythm", "kick", "no")]),
        ("rhythm: ?kick", [("rhythm", "kick", "unsure")]),
        ("rhythm: +-12 dB", [("rhythm", "-12 dB", "yes")]),
        ('"rhythm: kick, soft", drums', [("rhythm", "kick, soft", "yes"), ("", "drums", "yes")]),
        ('12" mix', [("", '12" mix', "yes")]),
        ("- break -", [("", "- break -", "yes")]),
        ("1:30 refrain", [("", "1:30 refrain", "yes")]),
        (r"C:\Loops: kick", [("C:\\Loops", "kick", "yes")]),
        (r"Form\: Teil: -coda", [("Form: Teil", "coda", "no")]),
        (" ,, ", []),
        ("?", [("", "?", "yes")]),
    ],
)  # fmt: skip
def test_texts_are_read_as_people_write_them(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    whole, found = parse_label(text)
    assert not whole
    assert [(label.category, label.name, label.state.value) for label in found] == expected


@given(st.lists(labels, min_size=1, max_size=4), st.booleans())
def test_any_tag_comes_back(given_labels: list[TextLabel], whole: bool) -> None:
    is_whole, found = parse_label(label_text(given_labels, whole=whole))
    assert is_whole is whole
    assert found == given_labels


def test_no_label_begins_as_a_formula() -> None:
    for category in ("", "rhythm", "=1+1", "-x"):
        for state in State:
            text = label_text([TextLabel("=1+1", category, state), TextLabel("@x")])
            assert text[0] not in "=+-@"


def test_a_text_without_end_is_one_name() -> None:
    assert parse_label("x" * 200_000) == (False, [TextLabel("x" * 200_000)])


@pytest.mark.parametrize(
    ("name", "song"),
    [
        ("song 1.txt", LabelledSong("song 1.txt")),
        ("reggae.00003-labels.txt", LabelledSong("reggae.00003.txt")),
        ("Label Track.txt", LabelledSong("Label Track.txt")),
        ("disc 2/01.wav.txt", LabelledSong("disc 2/01.wav")),
        ("01.Table.1.selections.txt", LabelledSong("01.txt")),
        (f"01 {'a' * 32}.svl", LabelledSong("01.svl", "a" * 32)),
    ],
)
def test_the_song_of_a_file_is_in_its_name(name: str, song: LabelledSong) -> None:
    assert song_of_file(name) == song
