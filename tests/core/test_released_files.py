"""What version 0.1 wrote still opens: its library, preferences and models, to the last decision.

The files lie in tests/data/v0_1 and are never made again; see packaging/keep_released_files.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.audio.file_stats import FileStats
from core.exchange.model_files.model_archive import import_zip
from core.features.cache import FeatureCache
from core.features.spectrogram import LogMel
from core.library.edits.edits import Judge
from core.library.records import DecisionSource, State
from core.library.store import Library
from core.model_store.registry import model_path
from core.models.checkpoint import load_checkpoint
from core.models.predict import predict_song
from core.models.probe_form import network_state, probe_form
from core.paths import folders
from core.settings import Settings, load_settings, save_settings
from core.training.snapshot import read_states, training_songs
from tests.support import golden_rounds as golden
from tests.support.released_files import (
    ANNOTATOR,
    DATA_DIR,
    OTHER_ANNOTATOR,
    card_values,
    copy_file,
    copy_library,
    digest_of,
    library_values,
    read_expected,
    redo_all,
    undo_all,
)
from tests.support.synthetic_songs import make_round, synthetic_labels

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
N_FIELDS = {
    "songs": 15,
    "categories": 5,
    "tags": 10,
    "models": 11,
}  # of those that have more by now
NEW_SETTINGS = {
    "again_days",
    "deposit",
    "details",
    "experts",
    "export_format",
    "file_tag_fields",
    "keep_file_times",
    "labels_folder",
    "live_learning",
    "model_offer_dismissed",
    "models_turned_down",
    "queue_blind",
    "random_share",
    "record_listening",
    "word_order",
}  # that version 0.1 did not have
RELEASED_SETTINGS = DATA_DIR / "settings.json"


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return read_expected()


@pytest.fixture
def library() -> Iterator[Library]:
    with Library.open(copy_library(), annotator=ANNOTATOR) as opened:
        yield opened


@pytest.fixture
def model() -> Path:
    """Yesterday's zip, imported where models are kept."""
    return import_zip(DATA_DIR / "model.zip", folders().models)[0]


def tag_id(library: Library, name: str) -> int:
    found = library.codebook.find(name)
    assert found is not None, name
    return found.id


def state(library: Library, song_id: int, name: str) -> State | None:
    found = library.annotations.of_song(song_id).get(tag_id(library, name))
    return found.state if found else None


def test_yesterdays_files_are_few_and_small() -> None:
    sizes = {path.name: path.stat().st_size for path in DATA_DIR.iterdir()}
    assert set(sizes) == {
        "expected.json", "golden_learning.npz", "library.db", "model.zip", "settings.json",
        "window.ini",
    }  # fmt: skip
    assert sizes["model.zip"] < 2_000_000
    assert sizes["golden_learning.npz"] < 3_000_000
    assert sizes["library.db"] < 500_000


# -- the library ----------------------------------------------------------------------------


def test_everything_in_the_library_is_read_as_it_was(
    library: Library, expected: dict[str, Any]
) -> None:
    found = library_values(library)
    assert list(found) == list(expected["portrait"])
    for name, n_fields in N_FIELDS.items():
        found[name] = [record[:n_fields] for record in found[name]]
    for name, value in expected["portrait"].items():
        assert found[name] == value, name
    assert digest_of(library, expected["columns"]) == expected["digest"]


def test_the_songs_are_there(library: Library) -> None:
    assert library.songs.all_ids().tolist() == list(range(1, 12))  # 12 was joined to 1
    song = library.songs.get(4)
    assert song is not None
    assert (song.title, song.artist, song.year) == ("Disco Nº 4", "Øre", None)
    assert (song.path, song.duration_s) == (Path("/music/disco 4.flac"), 64.0)
    noted, missing = library.songs.get(8), library.songs.get(7)
    assert noted is not None
    assert noted.note == "Heard at Béla's; ask him. 🎵\ntwice"
    assert missing is not None
    assert missing.missing_since
    assert library.songs.known_files()["/music/house 12.flac"].stats == FileStats(1012, 1.7e9 + 3)
    failed = library.songs.failures()[0]
    assert (failed.path, failed.remedy) == (Path("/music/broken.mp3"), "Convert it to FLAC.")


def test_the_decisions_are_there(library: Library) -> None:
    assert {state(library, n, "dark") for n in range(1, 12)} == {YES, NO}
    assert state(library, 3, "soft") == UNSURE
    assert state(library, 2, "fast") is None
    soft = library.annotations.of_song(5)[tag_id(library, "soft")]
    assert (soft.state, soft.intensity) == (YES, 0.25)
    part = library.annotations.regions_of_song(4)[0]
    assert (part.tag_id, part.start_s, part.end_s) == (tag_id(library, "piano"), 10.25, 21.0)
    assert part.note == "left hand only"
    ear = next(row for row in library.models.list() if row.name == "Ada's ear · 1")
    by_ear = library.annotations.of_song(9)
    taken, refused = (by_ear[tag_id(library, name)] for name in ("techno", "piano"))
    assert (taken.source, taken.state, taken.model_id) == (DecisionSource.ACCEPTED, YES, ear.id)
    assert (refused.source, refused.state, refused.guess_visible) == (
        DecisionSource.REJECTED,
        NO,
        True,
    )
    library.annotators.use(OTHER_ANNOTATOR)
    assert state(library, 1, "dark") == NO
    other = library.annotations.regions_of_song(2)[0]
    assert (other.state, other.start_s, other.end_s) == (UNSURE, 1.5, 4.25)


def test_the_codebook_is_there(library: Library) -> None:
    dusty, own = library.codebook.find("staubig"), library.codebook.find_category("By ear")
    assert dusty is not None
    assert own is not None
    assert (own.key, own.colour) == ("e", "#224466")
    assert (dusty.name, dusty.key, dusty.colour) == ("dusty", "u", "#abcdef")
    assert (dusty.definition, dusty.use_when, dusty.not_when) == (
        "As if from an old record.", "Crackle.", "Tape hiss.",
    )  # fmt: skip
    assert dusty.category_id == own.id == library.codebook.tag(tag_id(library, "warm")).category_id
    assert tag_id(library, "silly") == tag_id(library, "foolish")
    assert tag_id(library, "mellow") == tag_id(library, "soft")
    assert library.codebook.tag(tag_id(library, "gay")).retired_at
    changes = [version.change for version in library.codebook.history()]
    assert {"add", "define", "rename", "retire", "merge", "split"} <= set(changes)


def test_searches_models_and_predictions_are_there(library: Library, model: Path) -> None:
    assert [search.name for search in library.search.saved()] == ["To hear again", "Dark house"]
    queries = [search.query for search in library.search.saved()]
    assert all(library.search.check(query) is None for query in queries)
    assert library.search.ids(queries[0], "added", False).tolist() == [3]
    starter, ear = library.models.list()
    assert (ear.parent_id, ear.active, ear.learned_here) == (starter.id, True, True)
    assert model_path(ear) == model
    assert ear.metrics["n_held_out"] > 0
    assert ear.metrics["wauc"] is not None
    ids, scores = library.predictions.matrix(ear.id)
    assert ids.tolist() == list(range(1, 11))
    assert scores.shape == (10, len(ear.words))
    assert library.models.word_mappings() == {"disco": tag_id(library, "upbeat"), "tztz": 0}
    own, given = (
        dict(zip(row.words, library.models.tag_ids(row.id), strict=True)) for row in (ear, starter)
    )
    assert own["dusty"] == tag_id(library, "dusty")
    assert (given["disco"], given["tztz"]) == (tag_id(library, "upbeat"), None)
    assert (given["house"], given["dark"]) == (tag_id(library, "house"), tag_id(library, "dark"))


def test_what_was_undone_is_done_again_and_all_is_taken_back_exactly(
    library: Library, expected: dict[str, Any]
) -> None:
    columns = expected["columns"]
    assert (library.undo_label(), library.redo_label()) == ("piano: no", "piano: yes")
    assert redo_all(library, columns) == expected["on_first"]
    assert state(library, 2, "fast") == YES
    assert undo_all(library, columns) == expected["back"]
    assert library.codebook.find("dusty") is None
    assert library.songs.get(12) is not None
    assert redo_all(library, columns) == expected["on"]
    for _ in expected["on_first"]:
        library.undo()
    assert digest_of(library, columns) == expected["digest"]


def test_work_goes_on_in_yesterdays_library(library: Library) -> None:
    piano = tag_id(library, "piano")
    library.do(Judge(11, piano, YES))
    assert library.redo_label() is None
    assert library.undo() is not None
    assert state(library, 11, "piano") is None
    assert library.search.ids("tag:dark predicted:house>0.01", "title", False).size
    assert library.annotations.labels().states.shape[0] == 11


def test_yesterdays_library_can_be_read_only(expected: dict[str, Any]) -> None:
    with Library.open(copy_library(), read_only=True, annotator=ANNOTATOR) as library:
        assert digest_of(library, expected["columns"]) == expected["digest"]


# -- preferences ----------------------------------------------------------------------------


def test_every_preference_is_read() -> None:
    found = load_settings(copy_file("settings.json", folders().settings_file))
    assert found == Settings(
        theme="light", language="de", colour_map="viridis", output_device="Concert hall",
        volume=0.35, annotator="Ada Byron", annotator_email="ada@example.org", blind=True,
        autoplay=True, view_as_model=True, depth="temporal", learning_epochs=12,
        learning_rates="public", learning_lstm=True, device="cpu", workers=3, cache_limit_gb=7.5,
        recent_libraries=("/music/library.db", "/music/Üben.db"),
        watch_folders={"/music/new": "/music/library.db"},
        keys={"playback.toggle": "F8", "view.blind": "Ctrl+B"},
    )  # fmt: skip
    usual = Settings()
    for field in fields(Settings):
        is_default = getattr(found, field.name) == getattr(usual, field.name)
        assert is_default == (field.name in NEW_SETTINGS), field.name


def test_preferences_are_written_as_they_were() -> None:
    path = copy_file("settings.json", folders().settings_file)
    save_settings(load_settings(path), path)
    found, released = (json.loads(file.read_text("utf-8")) for file in (path, RELEASED_SETTINGS))
    for name in NEW_SETTINGS:
        found.pop(name)
    assert list(found.items()) == list(released.items())


# -- the model ------------------------------------------------------------------------------


def test_the_model_comes_with_its_card_and_predicts_what_it_predicted(
    model: Path, expected: dict[str, Any]
) -> None:
    released, loaded = expected["model"], load_checkpoint(model)
    values, n_known = card_values(loaded.card), len(released["card"])
    assert values[:n_known] == released["card"]
    assert values[n_known:] == [{}], "ground, which this version keeps of what a model learned from"
    card = loaded.card
    assert (card.name, card.parent, card.seed) == ("Ada's ear · 1", "starter", 2)
    assert card.settings["depth"] == "temporal"
    assert read_states(card.labels).shape == (11, len(card.labels["tags"]))
    assert set(card.metrics["per_tag"]) <= set(card.words)
    near = 1e-4 if golden.arithmetic() == released["arithmetic"] else 3e-2
    for spectrogram, scores, taggram in zip(
        golden.released_songs(), released["scores"], released["taggrams"], strict=True
    ):
        predictions = golden.predict(model, spectrogram)
        np.testing.assert_allclose(predictions.scores, scores, atol=near)
        assert predictions.taggram is not None
        np.testing.assert_allclose(predictions.taggram.scores, taggram, atol=near)


def test_yesterdays_model_with_a_skip_layer_predicts_the_same_in_probe_form(model: Path) -> None:
    loaded = load_checkpoint(model)
    assert loaded.card.sizes["direct"], "its features go straight to the tags, too"
    probe = probe_form(loaded)
    before, after = loaded.network.state_dict(), network_state(probe)
    assert before.keys() == after.keys()
    assert all(bool((before[name] == after[name]).all()) for name in before)
    for spectrogram in golden.released_songs():
        song = LogMel(spectrogram.astype(np.float32), loaded.card.recipe, "x")
        plain, same = (predict_song(form, song) for form in (loaded, probe))
        np.testing.assert_allclose(same.scores, plain.scores, atol=1e-6)
        assert plain.taggram is not None
        assert same.taggram is not None
        np.testing.assert_allclose(same.taggram.scores, plain.taggram.scores, atol=1e-6)


def test_learning_goes_on_from_yesterdays_model(model: Path, tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    learning_round = make_round(tmp_path, labels, "classifier").with_request(
        parent_name="yesterday"
    )
    with golden.one_thread():
        outcome = replace(learning_round, parent_path=model).run()
    parent, child = load_checkpoint(model), load_checkpoint(outcome.model_path)
    assert outcome.card.words == (*parent.words, "low", "high", "rising")
    assert outcome.wauc_before is not None
    assert outcome.wauc_after is not None
    assert outcome.wauc_after > outcome.wauc_before
    before, after = parent.network.state_dict(), network_state(child)
    assert all(bool((before[name] == after[name]).all()) for name in before)
    song = LogMel(golden.released_songs()[0].astype(np.float32), parent.card.recipe, "x")
    same = predict_song(child, song).scores[: len(parent.words)]
    np.testing.assert_array_equal(same, predict_song(probe_form(parent), song).scores)


def test_what_yesterdays_model_has_learned_from_is_not_taken_for_knowledge(
    model: Path, tmp_path: Path
) -> None:
    """It kept no out-of-fold scores, and its network was trained: its songs measure nothing."""
    card = load_checkpoint(model).card
    seen = sorted(training_songs(card))
    assert 0 < len(seen) < len(card.labels["audio_hashes"]), "a fifth was kept back then"
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    hashes = (*seen, *labels.audio_hashes[len(seen) :])
    cache = FeatureCache(tmp_path / "cache")
    for old, new in zip(labels.audio_hashes, hashes, strict=True):
        song = cache.get(old, card.recipe)
        assert song is not None
        cache.put(replace(song, audio_hash=new))
    known = replace(labels, audio_hashes=hashes, tag_names=("dark", "high", "rising"))
    learning_round = make_round(tmp_path, known, "classifier")
    outcome = replace(learning_round, parent_path=model).run()
    assert outcome.n_train == len(hashes)
    assert outcome.before["dark"].n == outcome.after["dark"].n == len(hashes) - len(seen)
