"""`rhythmcap rules`: listed, decided on, applied to songs."""

from __future__ import annotations

import json

import pytest

from core.cli import main
from core.library.records import DecisionSource
from core.library.store import Library
from core.paths import folders
from tests.support.annotator_songs import decide
from tests.support.small_songs import library_with, tag_id

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def _with_rule() -> None:
    folders().library_file.parent.mkdir(parents=True)
    with library_with(folders().library_file, 60) as library:
        library.annotators.use("Ann")
        decide(library, "Ann", "female", "+" * 30 + "-" * 29)
        decide(library, "Ann", "kick", "-" + "+" * 28 + "." + "-" * 29)
        decide(library, "Ann", "piano", "+-" * 29)


@pytest.mark.usefixtures("_with_rule")
def test_rules_are_listed_with_their_figures_and_what_was_looked_at(capsys: Captured) -> None:
    assert main(["rules", "--songs"]) == 0
    written = capsys.readouterr()
    rule = next(line for line in written.out.splitlines() if "female" in line and "kick" in line)
    assert "28" in rule
    assert "exceptions to" in written.out
    assert "looked at in 59 songs" in written.err


@pytest.mark.usefixtures("_with_rule")
def test_json_has_every_figure_and_the_exceptions(capsys: Captured) -> None:
    assert main(["rules", "--json", "--quiet"]) == 0
    answer = json.loads(capsys.readouterr().out)
    (rule,) = answer["rules"]
    assert (rule["kind"], rule["n_follow"], rule["n"], rule["exceptions"]) == (
        "together", 28, 29, [1],
    )  # fmt: skip
    assert rule["low"] < rule["share"] < rule["high"]
    assert rule["state"] is None


@pytest.mark.usefixtures("_with_rule")
def test_an_accepted_rule_is_applied_where_nothing_was_judged(capsys: Captured) -> None:
    assert main(["rules", "--accept", "female", "together", "kick"]) == 0
    capsys.readouterr()
    assert main(["rules", "--apply", "", "--dry-run", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["decisions"] == [{"tag": "kick", "state": "yes", "songs": [30]}]
    assert main(["rules", "--apply", ""]) == 0
    with Library.open(folders().library_file) as library:
        decision = library.annotations.of_song_and_tag(30, tag_id(library, "kick"))
        assert decision is not None
        assert decision.source is DecisionSource.RULE
    for suffix in ("csv", "jams"):
        target = folders().library_file.with_name(f"out.{suffix}")
        assert main(["export", str(target), "--quiet"]) == 0
        files = [target] if target.is_file() else list(target.rglob("*.jams"))
        assert any("rule" in file.read_text(encoding="utf-8") for file in files)
    assert main(["undo"]) == 0
    with Library.open(folders().library_file) as library:
        assert library.annotations.of_song_and_tag(30, tag_id(library, "kick")) is None


@pytest.mark.usefixtures("_with_rule")
def test_wrong_words_are_told(capsys: Captured) -> None:
    assert main(["rules", "--accept", "female", "likes", "kick"]) == 2
    assert "implies" in capsys.readouterr().err
    assert main(["rules", "--write", "nothing", "implies", "kick"]) == 2
    assert main(["rules", "--write", "kick", "implies", "kick"]) == 2
    capsys.readouterr()
    assert main(["rules", "--forget", "kick", "implies", "female"]) == 2
    assert "no rule “kick implies female”" in capsys.readouterr().err
    assert main(["rules", "--accept", "a", "implies", "b", "--apply", ""]) == 2
