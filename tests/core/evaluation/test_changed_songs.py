"""Tags that songs gained and lost with a new model, gathered by song, by surprise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.evaluation.changed_records import csv_rows
from core.evaluation.changed_songs import changed_songs, changed_tags, surprise_bits
from core.library.review_records import Flip
from core.metrics.metric_records import Estimate, MetricChange
from core.paths import folders
from tests.support.small_songs import library_with, new_model, scores, tag_id


def test_surprise_is_what_the_former_model_held_for_improbable() -> None:
    assert surprise_bits(Flip(1, 1, 0.25, 0.9, claims=True)) == 2.0
    assert surprise_bits(Flip(1, 1, 0.75, 0.1, claims=False)) == 2.0
    assert surprise_bits(Flip(1, 1, 0.0, 0.9, claims=True)) < 10.0


def test_songs_come_by_their_sum_and_tags_by_their_own_surprise() -> None:
    flips = [
        Flip(1, 7, 0.5, 0.9, claims=True), Flip(1, 8, 0.25, 0.9, claims=True),
        Flip(1, 9, 0.75, 0.1, claims=False), Flip(2, 7, 0.125, 0.9, claims=True),
    ]  # fmt: skip
    first, second = changed_songs(flips)
    assert (first.song_id, first.gained, first.lost, first.surprise_bits) == (1, [8, 7], [9], 5.0)
    assert (second.song_id, second.surprise_bits) == (2, 3.0)


def test_the_verb_lists_them_and_names_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    folders().library_file.parent.mkdir(parents=True)
    with library_with(folders().library_file, 3) as library:
        old = library.models.add(new_model("old", "kick", "piano"))
        new = library.models.add(new_model("new", "kick", "piano", parent_id=old.id))
        assert tag_id(library, "kick")
        library.predictions.put(old.id, {1: scores(0.1, 0.9), 2: scores(0.4, 0.2)})
        library.predictions.put(new.id, {1: scores(0.9, 0.1), 2: scores(0.9, 0.2)})
    assert main(["models", "changed", "new", "--json"]) == 0
    written = capsys.readouterr()
    first, second = json.loads(written.out)
    assert (first["song"], first["gained"], first["lost"]) == (1, ["kick"], ["piano"])
    assert (second["song"], second["lost"]) == (2, [])
    assert "of 2 songs that both have scored" in written.err
    assert main(["models", "changed", "old"]) == 2
    assert "--than" in capsys.readouterr().err


def test_every_change_has_its_song_tag_and_surprise_and_says_why_no_numbers(tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 3) as library:
        old = library.models.add(new_model("old", "kick", "piano"))
        new = library.models.add(new_model("new", "kick", "piano", parent_id=old.id))
        library.predictions.put(old.id, {1: scores(0.25, 0.9), 2: scores(0.4, 0.2)})
        library.predictions.put(new.id, {1: scores(0.9, 0.95), 2: scores(0.9, 0.2)})
        found = changed_tags(library, old, new)
        song = library.songs.get(1)
        assert [(one.flip.song_id, one.tag) for one in found.tags] == [(1, "kick"), (2, "kick")]
        assert song.title in found.tags[0].song
        assert (found.n_changed, found.change) == (2, None)
        assert found.reason  # the files of these models are not there
        metrics = {"change": MetricChange({}, {"wauc": Estimate(0.1, 0.0, 0.2)}).to_json()}
        library.models.set_metrics(new.id, metrics)
        assert changed_tags(library, old, new).change.means["wauc"].value == 0.1
    heads, first, _ = csv_rows(found.tags)
    assert heads[3:] == ("change", "score_before", "score_now", "surprise_bits")
    assert first[2:5] == ("kick", "gained", "0.2500")
