"""Texts for users are data: every id has its sentence in four languages, and every use its id."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from core import messages
from core.errors import AudioError, QueryError, RhythmCapError
from core.messages import REMEDY, Message, catalogue, from_json, message, to_json
from core.paths import resource

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("core", "rhythmcap_gui/operations")
LANGUAGES = ("de", "it", "es")
DATA = (
    "core/cli/",
    "core/demo/",
    "core/exchange/deposit/",
    "core/exchange/model_files/model_archive.py",
    "core/exchange/tables/data_package.py",
    "core/exchange/tables/song_cells.py",
    "core/exchange/formats/long_table.py",
    "core/exchange/formats/wide_table.py",
)
FOR_PROGRAMMERS = {"detail", "ValueError", "TypeError", "RuntimeError", "AssertionError", "log"}
SENTENCE = re.compile(r"(?!SELECT|UPDATE|DELETE|INSERT|CREATE)[A-Z“{].*\s.*\S[.?!]", re.DOTALL)
COUNTED = "songs|words|tags|files|decisions|artists|epochs|outputs|parts|rows|changes|bytes|numbers"
BARE_COUNT = re.compile(rf"\{{\w*\}} (?:\w+ )?(?:{COUNTED})\b")
SEVERAL = {  # there are never one of these
    "cli.one_title",
    "cli.region_of_one",
    "cli.several_songs",
    "edit.files_words",
    "edit.remove_songs",
    "edit.songs_words",
    "training.depth_automatic",
}
RESERVED = {"path", "detail", "position"}


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def forms(template: str) -> set[tuple[str, str]]:
    """(name, format) of each gap; plural forms are each language's own."""
    parsed_gaps = Formatter().parse(template)
    return {(name, "" if "|" in (spec or "") else spec) for _, name, spec, _ in parsed_gaps if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_ids_and_parameters(language: str) -> None:
    english, translations = catalogue(), catalogue(language)
    assert list(translations) == list(english)
    assert [id for id in english if forms(english[id]) != forms(translations[id])] == []


def test_a_count_has_a_form_for_one() -> None:
    learnable = {"n_words": 12, "n_songs": 1}
    one = message("readiness.learnable", n=1, **learnable)
    assert one == "1 of 12 tags can be learned, from 1 judged song."
    assert message("repair.lacks_more", parts="tags", n_more=1).endswith("1 more part.")
    assert message("repair.lacks_more", parts="tags", n_more=0).endswith("0 more parts.")


def test_no_count_stands_before_a_plural_without_a_form_for_one() -> None:
    bare = {id for id, text in catalogue().items() if BARE_COUNT.search(text)}
    assert bare == SEVERAL


def test_every_use_of_an_id_gives_what_its_sentence_needs() -> None:
    wrong = []
    for where, id, given in uses():
        cause, remedy = catalogue().get(id), catalogue().get(id + REMEDY, "")
        if cause is None or given not in (gaps(cause), gaps(cause) | gaps(remedy)):
            wrong.append((where, id, given))
    assert wrong == []


def test_no_error_is_given_a_sentence() -> None:
    wrong = [
        (where, ast.unparse(call.args[0]))
        for where, call in calls()
        if isinstance(call.args[0], ast.JoinedStr) and ast.unparse(call.func) != "message"
    ]
    assert wrong == []


def test_no_sentence_for_users_is_left_in_the_source() -> None:
    """But for what the command line prints, what a demo or a file is made of, and programmers."""
    assert [found for found in sentences_of_the_source() if not found[0].startswith(DATA)] == []


def sentences_of_the_source() -> Iterator[tuple[str, str]]:
    for where, tree in parsed("core"):
        for node in spoken_nodes(tree):
            text = ""
            if isinstance(node, ast.JoinedStr):
                text = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                )
            elif isinstance(node, ast.Constant):
                text = str(node.value)
            if SENTENCE.fullmatch(text) and len(text.split()) > 2:
                yield where, text


def spoken_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but docstrings, the parts of f-strings, and what only programmers read."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for child in () if isinstance(node, ast.JoinedStr) else ast.iter_child_nodes(node):
            is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            name = child.arg if isinstance(child, ast.keyword) else ""
            if isinstance(child, ast.Call):
                name = ast.unparse(child.func).split(".")[0]
            if not is_docstring and name not in FOR_PROGRAMMERS:
                waiting.append(child)


def test_every_id_is_used() -> None:
    used = texts_of_the_source() | shipped_texts()
    families = tuple(id_family for id_family in used_families())
    unused = {id.removesuffix(REMEDY) for id in catalogue()} - used
    assert sorted(id for id in unused if not id.startswith(families)) == []


def texts_of_the_source() -> set[str]:
    """Every literal text: ids also stand in tables."""
    return {
        str(node.value)
        for folder in FOLDERS
        for _, tree in parsed(folder)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
    }


def shipped_texts() -> set[str]:
    """Ids of texts that the program comes with as they are."""
    starter = json.loads(resource("starter.json").read_text(encoding="utf-8"))
    return {id for id, text in catalogue().items() if text == starter["description"]}


def uses() -> Iterator[tuple[str, str, set[str]]]:
    """(file and line, id, names of the parameters) of each message and error in the source."""
    for where, call in calls():
        given = {keyword.arg or "" for keyword in call.keywords} - RESERVED
        choices = call.args[0]
        for choice in (
            (choices.body, choices.orelse) if isinstance(choices, ast.IfExp) else (choices,)
        ):
            if isinstance(choice, ast.Constant):
                yield where, str(choice.value), given


def used_families() -> Iterator[str]:
    """Beginnings of ids that are put together: "state." of message(f"state.{state}")."""
    for _, call in calls():
        if isinstance(call.args[0], ast.JoinedStr):
            beginning = call.args[0].values[0]
            assert isinstance(beginning, ast.Constant)
            yield str(beginning.value)


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every message(...) and every error that a user may see."""
    makers = {"message", *(error.__name__ for error in errors(RhythmCapError))}
    for folder in FOLDERS:
        for where, tree in parsed(folder):
            for node in ast.walk(tree):
                name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
                if isinstance(node, ast.Call) and node.args and name.split(".")[-1] in makers:
                    yield f"{where}:{node.lineno}", node


@cache
def parsed(folder: str) -> list[tuple[str, ast.Module]]:
    """(file, its tree) of every module of a folder."""
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def errors(root: type[RhythmCapError]) -> Iterator[type[RhythmCapError]]:
    """An error's class with all that are made from it, wherever in the core they stand."""
    for path in sorted((ROOT / "core").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "(RhythmCapError)" in text or "Error):" in text:
            __import__(".".join(path.relative_to(ROOT).with_suffix("").parts))
    found = [root]
    for error in found:
        found += error.__subclasses__()
    return iter(found)


def test_a_message_is_its_english_text_and_keeps_its_parts() -> None:
    why = message("audio.decoder_lost")
    text = message("audio.damaged", name="a.wav", why=why)
    assert text == "a.wav is damaged: the decoder failed."
    assert hash(text) == hash("a.wav is damaged: the decoder failed.")
    assert json.loads(json.dumps(text)) == text
    for copied in (pickle.loads(pickle.dumps(text)), copy.deepcopy(text), str(text)):
        assert copied == text
        assert isinstance(copied, Message)
        assert (copied.id, copied.params) == ("audio.damaged", {"name": "a.wav", "why": why})


def test_what_is_stored_beside_a_text_brings_the_message_back() -> None:
    text = message("audio.damaged", name="a.wav", why=message("audio.decoder_lost"))
    stored = json.loads(json.dumps(to_json(text)))
    restored = from_json(str(text), stored)
    assert isinstance(restored, Message)
    assert (restored, restored.id, restored.params) == (text, text.id, text.params)
    assert isinstance(restored.params["why"], Message)
    assert to_json("a plain text") is None
    for odd in (None, 3, {}, {"id": 3}, {"id": "audio.damaged", "params": 3}):
        assert from_json("a text", odd) == "a text"


def test_an_error_says_cause_and_remedy() -> None:
    error = AudioError("audio.needs_ffmpeg", name="a.m4a", format_name="AAC", path=Path("a.m4a"))
    assert error.message == "a.m4a is AAC audio, which needs the ffmpeg program."
    assert str(error) == f"{error.message} {error.remedy}"
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.path, copied.params) == (str(error), error.path, error.params)
    query = pickle.loads(pickle.dumps(QueryError("features.bins", position=3)))
    assert (query.position, query.remedy) == (3, "")


def test_an_unknown_id_hides_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyError):
        message("audio.no_such_text")
    monkeypatch.setattr(messages, "strict", False)
    assert message("audio.no_such_text", name="a.wav") == "audio.no_such_text a.wav"
    assert str(AudioError("audio.no_sound")) != ""
