"""Codebooks from files: the templates, RhythmCap's own JSON, lists as people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import ExchangeError, LibraryError
from core.exchange.codebook_json import write_codebook
from core.library.codebook.codebook_file import TEMPLATES, read_codebook, template_file
from core.library.codebook.new_words import COMMAND_KEYS
from core.library.edits.edits import (
    AcceptRule,
    AddAlias,
    AddAnchor,
    AddExamples,
    DismissRule,
    RetireTag,
    SetCategory,
    WriteRule,
)
from core.library.records import State
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleState, RuleWords
from tests.support.small_songs import new_song, tag_id


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_makes_a_library_whose_words_are_defined_and_reached_by_two_keys(
    name: str, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "library.db", codebook=template_file(name)) as library:
        tags, categories = library.codebook.tags(), library.codebook.categories()
    keys = {category.id: category.key for category in categories}
    chords = {keys[tag.category_id] + tag.key for tag in tags}
    assert all(tag.definition for tag in tags)
    assert len(chords) == len(tags) > 30
    assert all(len(chord) == 2 for chord in chords)
    assert not set(keys.values()) & COMMAND_KEYS
    assert all(category.colour.startswith("#") for category in categories)


def test_a_template_is_stored_with_the_keys_it_gives() -> None:
    for name in TEMPLATES:
        for category in read_codebook(template_file(name)).categories:
            keys = [tag.key for tag in category.tags]
            assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("word", ["tztz", "tiro", "1 by 2", "volo", "unzunz", "train"])
def test_what_nobody_knows_of_the_thesis_words_is_not_made_up(library: Library, word: str) -> None:
    assert "not documented" in library.codebook.tag(tag_id(library, word)).definition


def test_a_codebook_written_is_read_as_it_was(library: Library, tmp_path: Path) -> None:
    library.do(AddAlias(tag_id(library, "kick"), "bass drum"), SetCategory(1, exhaustive=True))
    library.do(RetireTag(tag_id(library, "piano")))
    file = tmp_path / "mine.json"
    assert write_codebook(library, file) == 62
    with Library.open(tmp_path / "other.db", codebook=file) as other:

        def parts(of: Library) -> list[tuple[object, ...]]:
            names = {category.id: category for category in of.codebook.categories()}
            return [
                (t.name, t.key, t.colour, t.definition, t.use_when, t.not_when,
                 names[t.category_id].name, names[t.category_id].exhaustive,
                 of.codebook.aliases(t.id))
                for t in of.codebook.tags()
            ]  # fmt: skip

        assert parts(other) == parts(library)


def test_examples_and_rules_come_back_where_song_and_words_are(
    library: Library, tmp_path: Path
) -> None:
    kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
    with library.database.transaction():
        library.songs.add(new_song(1))
        library.songs.add(new_song(2))
    library.do(
        AddAnchor(1, kick, State.YES, 1.0, 2.0, "there"),
        AddAnchor(2, kick, State.NO),
        WriteRule(RuleWords(RuleKind.EXCLUDES, piano, kick)),
        DismissRule(RuleWords(RuleKind.IMPLIES, kick, piano)),
    )
    file = tmp_path / "mine.json"
    write_codebook(library, file)
    book = read_codebook(file)
    with Library.open(tmp_path / "other.db", codebook=file) as other:
        other.songs.add(new_song(2))
        other.songs.add(new_song(1))
        other.do(AcceptRule(RuleWords(RuleKind.IMPLIES, kick, piano)))  # decided on here
        for _ in range(2):  # twice adds nothing
            other.do(AddExamples(book.name, book.examples, book.rules))
        assert [(a.song_id, a.state, a.start_s, a.note) for a in other.anchors.of_tag(kick)] == [
            (2, State.YES, 1.0, "there"), (1, State.NO, None, ""),
        ]  # fmt: skip
        states = {rule.words.kind: rule.state for rule in other.word_rules.all()}
        assert states == dict.fromkeys((RuleKind.EXCLUDES, RuleKind.IMPLIES), RuleState.ACCEPTED)
        other.undo()
        assert other.anchors.all() == []
        assert len(other.word_rules.all()) == 1


@pytest.mark.parametrize(
    "spoiled",
    [
        {"examples": [{"tag": "kick", "audio_hash": "x", "state": "unsure"}]},
        {"examples": [{"tag": "kick", "audio_hash": "x", "state": "yes", "start_s": 2}]},
        {"examples": [{"tag": "kick", "audio_hash": 3, "state": "yes"}]},
        {"rules": [{"kind": "needs", "tag": "a", "other": "b"}]},
        {"rules": {}.fromkeys("ab")},
    ],
)
def test_examples_and_rules_that_are_none_make_it_no_codebook(
    tmp_path: Path, spoiled: dict[str, object]
) -> None:
    file = tmp_path / "spoiled.json"
    content = {"format": "rhythmcap-codebook", "version": 1, "categories": [], **spoiled}
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(LibraryError):
        read_codebook(file)


def test_a_codebook_that_cannot_be_written_is_an_error(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="cannot be written: it is not there"):
        write_codebook(library, tmp_path / "no folder" / "mine.json")


LISTS = {
    "comma": 'category,tag,definition\nrhythm,kick,"The bass drum, loud"\n'
    "rhythm,snare,\nvoice,alto",
    "semicolon": "\ufeffrhythm;kick;The bass drum, loud\r\nrhythm;snare\r\nvoice;alto\r\n",
    "tab": "rhythm\tkick\tThe bass drum, loud\n\tsnare\nvoice\talto\n",
    "quoted after a blank": 'rhythm, kick, "The bass drum, loud"\nrhythm, snare\nvoice, alto\n',
    "comma not quoted": "rhythm, kick, The bass drum, loud\nrhythm,snare,,\nvoice,alto\n",
    "more columns": "category,tag,definition,remark\nrhythm,kick,The bass drum, loud,old\n"
    "rhythm,snare,,new\nvoice,alto,,\n",
    "headings": "# mine\nrhythm:\nkick\nsnare\n\nvoice:\nalto\n",
}


@pytest.mark.parametrize("form", LISTS)
def test_a_list_is_read_in_every_form_people_write(form: str, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(LISTS[form].encode())
    words = read_codebook(file)
    found = [(c.name, [tag.name for tag in c.tags]) for c in words.categories]
    assert found == [("rhythm", ["kick", "snare"]), ("voice", ["alto"])]
    definition = words.categories[0].tags[0].definition
    assert definition == ("" if form == "headings" else "The bass drum, loud")


def test_words_without_a_category_are_in_one_named_like_the_file(tmp_path: Path) -> None:
    file = tmp_path / "moods.csv"
    file.write_text("calm\nwild\nCalm\n")
    (category,) = read_codebook(file).categories
    assert (category.name, [tag.name for tag in category.tags]) == ("moods", ["calm", "wild"])


def test_keys_and_colours_are_given_to_a_list(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("beat,bass\nbeat,bell\nbeat,drum\nbass,sub\n")
    with Library.open(tmp_path / "library.db", codebook=file) as library:
        assert [c.key for c in library.codebook.categories()] == ["e", "a"]  # B, S: not commands
        assert [tag.key for tag in library.codebook.tags()] == ["b", "e", "d", "s"]
        colours = [category.colour for category in library.codebook.categories()]
        assert len(set(colours)) == 2


@pytest.mark.parametrize(
    "entry",
    [
        {"name": "x"},
        {"tags": []},
        {"name": 3, "tags": []},
        {"name": "x", "tags": [{"key": "k"}]},
        {"name": "x", "tags": [{"name": "y", "definition": 3}]},
        {"name": "x", "tags": [{"name": "a\0b"}]},
        "x",
    ],
)
def test_a_spoiled_codebook_is_no_codebook(entry: object, tmp_path: Path) -> None:
    file = tmp_path / "words.json"
    file.write_text(json.dumps({"format": "rhythmcap-codebook", "categories": [entry]}))
    with pytest.raises(LibraryError):
        read_codebook(file)


@pytest.mark.parametrize(
    "content", [b"", b"# only a remark\n", b"\xff\xfe\x00", b"a,b\0c", b",\n,"]
)
def test_a_file_without_words_is_no_codebook(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_bytes(content)
    with pytest.raises(LibraryError, match="not a codebook"):
        read_codebook(file)


def test_a_name_that_comes_twice_in_a_file_is_taken_once(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("a,kick\nb,Kick\nA,snare\nb,alto\n")
    with Library.open(tmp_path / "library.db", codebook=file) as library:
        assert [tag.name for tag in library.codebook.tags()] == ["kick", "snare", "alto"]
