"""Whatever a settings file holds, there are preferences, and a sentence about what is wrong."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.settings import Settings, load_settings, save_settings, settings_or_defaults

DAMAGED: dict[str, Callable[[Path], object]] = {
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 100),
    "cut off": lambda path: path.write_text('{"version": 1, "theme": "da'),
    "empty": lambda path: path.write_bytes(b""),
    "a list": lambda path: path.write_text("[1, 2]"),
    "a text": lambda path: path.write_text('"dark"'),
    "nested": lambda path: path.write_text("[" * 100_000),
    "version of another kind": lambda path: path.write_text('{"version": {"a": 1}}'),
    "no version": lambda path: path.write_text('{"version": null}'),
    "version without end": lambda path: path.write_text('{"version": Infinity}'),
    "version 9": lambda path: path.write_text('{"version": 9}'),
    "a long number": lambda path: path.write_text('{"volume": ' + "9" * 5000 + "}"),
    "huge": lambda path: path.write_text('{"theme": "' + "x" * 2_000_000 + '"}'),
    "a folder": lambda path: path.mkdir(),
    "a pipe": lambda path: os.mkfifo(path),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
}
ODD = {
    "theme": ["purple", 3, None, ["dark"]],
    "volume": [float("nan"), float("inf"), -1, 2, 1e308, "loud", True, None],
    "workers": [-1, 10**9, 1.5, "many", True],
    "learning_epochs": [0, 10**20, "ten"],
    "cache_limit_gb": [float("nan"), -5, {}],
    "blind": [1, "yes", None],
    "recent_libraries": [
        "library.db",
        [1, None],
        {"a": "b"},
        ["a\0b"],
        ["x" * 20_000],
        ["/\ud800"],
    ],
    "watch_folders": [["a"], {"a": 3}, {"a\0": "b"}, {"/a": "\ude00"}],
    "keys": [{"a": ["b"]}, 4, {"a": "\ud800"}],
    "language": [7, "d\0e", "\ud800"],
    "annotator": ["\ud800", "\udc80", "a\x07", "a\nb", "  ", "x" * 201, "\x9b", 4],
    "annotator_email": ["\ud800", "a\rb"],
    "device": ["toaster"],
    "depth": ["very"],
    "colour_map": ["plaid"],
    "output_device": [[], "\udfff"],
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_file_that_cannot_be_read_gives_the_defaults_and_a_sentence(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    DAMAGED[kind](path)
    settings, problem = settings_or_defaults(path)
    assert settings == Settings()
    assert problem is not None
    assert problem.remedy


@pytest.mark.parametrize("name", ODD)
def test_an_odd_field_takes_its_default_and_is_named_and_the_others_stay(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    for value in ODD[name]:
        path.write_text(json.dumps({"version": 1, "autoplay": True, "later": 1, name: value}))
        settings, problem = settings_or_defaults(path)
        assert settings == Settings(autoplay=True), value
        assert problem is not None
        assert f": {name}." in problem.message
        assert load_settings(path) == settings


def test_paths_that_are_no_text_come_back(tmp_path: Path) -> None:
    settings = Settings(recent_libraries=(os.fsdecode(b"/caf\xe9.db"), "/ä.db"), volume=1)
    save_settings(settings, tmp_path / "settings.json")
    assert settings_or_defaults(tmp_path / "settings.json") == (settings, None)
    assert settings_or_defaults(tmp_path / "none.json") == (Settings(), None)
