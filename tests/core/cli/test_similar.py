"""The verbs similar and map: what is compared, what is left out, what was typed wrongly."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from core.cli import main
from core.paths import folders
from tests.support.learning_library import N_SONGS, make_library


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[Any, str]:
    """Run a verb that succeeds; its JSON, and what it told."""
    capsys.readouterr()
    assert main(["--json", *argv]) == 0
    written = capsys.readouterr()
    return json.loads(written.out), written.err


def test_only_songs_with_an_embedding_are_compared_and_the_others_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_library()
    found, told = answer(capsys, "similar", "Song 3")
    assert (found["songs"], found["n_compared"], len(found["not_heard"])) == ([], 1, N_SONGS - 1)
    assert f"{N_SONGS - 1} songs left out, the model has not listened yet" in told
    assert "(--listen): Song 0, Song 1, Song 2, Song 4, Song 5 …" in told
    found, told = answer(capsys, "similar", "5", "--less", "7")
    assert ([song["id"] for song in found["songs"]], found["n_compared"]) == ([4], 3)
    assert len(list(folders().similar.glob("*/*.index.npz"))) == 1, "kept, as the window does"
    assert answer(capsys, "similar", "5", "5", "--less", "7")[0]["like"] == [5]
    assert main(["similar", "5", "7", "--less", "7"]) == 2
    assert "“Song 6” cannot be wanted and unwanted at once." in capsys.readouterr().err
    assert main(["similar", "1", "--region", "100..200"]) == 1
    assert "no sound of the song in this region" in capsys.readouterr().err


def test_similar_songs_come_with_the_tags_they_share_and_have_a_map(
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_library()
    found, told = answer(capsys, "similar", "4", "--listen", "-n", str(N_SONGS))
    assert f"{N_SONGS} songs compared." in told
    assert found["not_heard"] == []
    similarities = [song["similarity"] for song in found["songs"]]
    assert similarities == sorted(similarities, reverse=True)
    assert {song["id"] for song in found["songs"]} == set(range(1, N_SONGS + 1)) - {4}
    tags = {song["id"]: set(song["tags"].items()) for song in answer(capsys, "songs")[0]}
    for song in found["songs"]:
        both = {name for name, state in tags[4] & tags[song["id"]] if state == "yes"}
        assert set(song["shared_tags"]) == both
    region, _ = answer(
        capsys, "similar", "4", "--less", "9", "--region", "1..3.5", "--by", "timbre"
    )
    assert (len(region["songs"]), region["region_s"], region["less"]) == (10, [1.0, 3.5], [9])
    assert not {4, 9} & {song["id"] for song in region["songs"]}
    placed, told = answer(capsys, "map")
    assert [song["id"] for song in placed["songs"]] == list(range(1, N_SONGS + 1))
    assert "of a song's 10 nearest songs are still among its nearest" in told
    assert main(["similar", "4", "-q", "-n", "1"]) == 0
    words = capsys.readouterr().out.split()
    assert words[0] == str(found["songs"][0]["id"])
    assert words[1] == f"{similarities[0]:.2f}".replace("0.", ".")


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (("nowhere",), "No song is called “nowhere”."),
        (("-",), "No song is named that others are to be like."),
        (("1", "2", "--region", "3..4"), "Name one song with --region."),
    ],
)
def test_what_names_nothing_is_a_usage_error(
    argv: tuple[str, ...],
    says: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["similar", *argv]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("region", ["5", "5..3", "a..b", "-1..3", "..", "0..inf", "1..nan"])
def test_an_odd_region_is_a_usage_error(region: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["similar", "1", f"--region={region}"]) == 2
    assert "is no region in seconds, such as 30..45" in capsys.readouterr().err
