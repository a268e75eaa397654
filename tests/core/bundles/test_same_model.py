"""A model that is learned from a bundle is the one that is learned on the spot, by its weights."""

from __future__ import annotations

import itertools
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors import safe_open

from core.bundles.learn import train_bundle
from core.bundles.read import read_bundle
from core.bundles.write import SONGS, TEXT, write_bundle
from core.exchange.model_files.model_archive import import_zip
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.jobs import SILENT
from core.library.records import Labels
from core.model_store.registry import FROM_BUNDLE
from core.models.card import ModelCard, read_card
from core.models.catalogue import build_network
from core.models.checkpoint import TaggingModel, load_checkpoint, save_checkpoint
from core.models.probe_form import probe_form
from core.training import deepening, loop
from core.training.adapt import add_sides
from core.training.embeddings import embed_songs
from core.training.finetune import finetune
from core.training.fresh_network import fresh_name, fresh_parent
from core.training.split import extend_split
from tests.support.synthetic_songs import LearningRound, make_round, parent_file, synthetic_labels


@pytest.fixture(autouse=True)
def keep_what_was_trained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have gradient training run an epoch and be kept whatever it brings: it is compared."""

    def fit_an_epoch(*arguments: Any) -> loop.FitResult:
        fitted = loop.fit(*arguments)
        return replace(fitted, best_epoch=max(fitted.best_epoch, 1))

    losses = itertools.cycle([2.0, 1.0])  # of the probe alone, then of the network
    monkeypatch.setattr(deepening, "fit", fit_an_epoch)
    monkeypatch.setattr(deepening, "log_loss", lambda *_arguments: next(losses))


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    return synthetic_labels(FeatureCache(tmp_path / "cache"))


def learned(card: ModelCard) -> tuple[Any, ...]:
    """What must be equal: the weights, how long it took to get there, every number measured."""
    assert card.weights_digest
    settings = {name: card.settings[name] for name in ("depth", "epochs_done", "best_epoch")}
    return card.weights_digest, settings, card.metrics, card.labels, card.words


def learned_here(task: LearningRound, parent: TaggingModel) -> tuple[Any, ...]:
    result = finetune(task.request, task.labels, parent, task.cache)
    return learned(read_card(result.model_path))


def learned_elsewhere(task: LearningRound, parent: TaggingModel, folder: Path) -> tuple[Any, ...]:
    """Write a bundle, and learn from it where there is no cache and no library."""
    bundle, model = folder / "round.bundle", folder / "elsewhere" / "model.zip"
    write_bundle(task.request, task.labels, parent, task.cache, bundle)
    result = train_bundle(bundle, model, "cpu")
    _weights, card = import_zip(model, folder / "imported")
    assert learned(card) == learned(result.card)
    assert card.settings[FROM_BUNDLE]["tag_ids"] == list(result.tag_ids)
    return learned(card)


@pytest.mark.parametrize("depth", ["automatic", "classifier", "temporal", "everything"])
def test_every_depth_gives_the_same_weights(tmp_path: Path, labels: Labels, depth: str) -> None:
    task = make_round(tmp_path, labels, depth, epochs=2)
    parent = load_checkpoint(task.parent_path)
    elsewhere = learned_elsewhere(task, parent, tmp_path)
    assert learned_here(task, parent) == elsewhere
    assert elsewhere[1]["depth"] == (depth if depth != "automatic" else "classifier")


def test_artists_songs_without_one_and_songs_of_two_are_divided_the_same(
    tmp_path: Path, labels: Labels
) -> None:
    rng = np.random.default_rng(5)
    names = ["", "", "Alpha", "The Alpha", "Beta; Gamma", "Gamma feat. Delta", "delta", "Sigma"]
    artists = tuple(f"{names[rng.integers(len(names))]}" for _song in labels.artists)
    states = labels.states.copy()
    states[::7] = -1
    states[3::9, 1] = -2
    weak = frozenset({int(labels.tag_ids[0])})
    mixed = replace(labels, artists=artists, states=states, weak_no=weak)
    for depth in ("classifier", "everything"):
        task = make_round(tmp_path, mixed, depth, epochs=2)
        parent = load_checkpoint(task.parent_path)
        here = learned_here(task, parent)
        assert learned_elsewhere(task, parent, tmp_path) == here
    stored = extend_split(mixed, {}, seed=9)
    task = task.with_request(split_sides=stored)
    here = learned_here(task, load_checkpoint(task.parent_path))
    assert learned_elsewhere(task, load_checkpoint(task.parent_path), tmp_path) == here


def test_other_songs_scale_the_inputs_there_too(tmp_path: Path, labels: Labels) -> None:
    states = labels.states.copy()
    states[25:] = -1
    few = replace(labels, states=states)
    task = make_round(tmp_path, few, "classifier")
    parent = load_checkpoint(task.parent_path)
    alone = learned_here(task, parent)
    embed_songs(probe_form(parent), labels, task.cache)  # of all songs, as after an import
    here = learned_here(task, parent)
    assert learned_elsewhere(task, parent, tmp_path) == here != alone
    report = write_bundle(task.request, few, parent, task.cache, tmp_path / "again.bundle")
    assert (report.n_songs, report.n_reference) == (25, 15)


def test_a_song_that_cannot_be_read_is_left_out_the_same(tmp_path: Path, labels: Labels) -> None:
    states = labels.states.copy()
    states[5] = -1
    weak = replace(labels, states=states, weak_no=frozenset({11}))
    task = make_round(tmp_path, weak, "temporal")
    for row in (2, 5):
        task.cache.remove(labels.audio_hashes[row])
    parent = load_checkpoint(task.parent_path)
    here = learned_here(task, parent)
    report = write_bundle(task.request, weak, parent, task.cache, tmp_path / "round.bundle")
    assert [path.name for path, _reason in report.skipped] == ["2.flac", "5.flac"]
    assert learned(train_bundle(tmp_path / "round.bundle", tmp_path / "m.zip").card) == here


def test_an_lstm_behind_chunks_is_learned_the_same(tmp_path: Path, labels: Labels) -> None:
    recipe, cache = RECIPES["mel96-16k"], FeatureCache(tmp_path / "cache")
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.random.default_rng(number).normal(-50, 4, (96, 400)).astype(np.float32)
        values[10:40] += 30 * labels.states[number, 0]
        cache.put(LogMel(values, recipe, audio_hash))
    torch.manual_seed(1)
    card = ModelCard("public", "musicnn", {"n_tags": 2}, recipe, ("low", "brass"))
    path = save_checkpoint(tmp_path / "chunks", card, build_network("musicnn", card.sizes))
    task = make_round(tmp_path, labels, "temporal", epochs=2)
    task = replace(task, parent_path=path).with_request(lstm=True, parent_name="public")
    here = learned_here(task, load_checkpoint(path))
    assert here[1]["depth"] == "temporal"
    assert learned_elsewhere(task, load_checkpoint(path), tmp_path) == here


def test_several_models_side_by_side_travel(tmp_path: Path, labels: Labels) -> None:
    task = make_round(tmp_path, labels, "classifier")
    other = load_checkpoint(parent_file(tmp_path / "other", ("brass", "high")))
    parent = add_sides(load_checkpoint(task.parent_path), [other])
    here = learned_here(task, parent)
    assert learned_elsewhere(task, parent, tmp_path) == here


@pytest.mark.parametrize("with_dct", [False, True])
def test_fresh_weights_are_learned_the_same(tmp_path: Path, labels: Labels, with_dct: bool) -> None:
    task = make_round(tmp_path, labels, "everything", epochs=1).with_request(
        from_fresh=True, parent_name=fresh_name("starter", with_dct=with_dct), seed=4
    )
    parent = fresh_parent("starter", 4, with_dct=with_dct)
    here = learned_here(task, parent)
    assert here[1]["depth"] == "everything"
    assert learned_elsewhere(task, parent, tmp_path) == here


def test_a_learned_model_is_a_parent_too(tmp_path: Path, labels: Labels) -> None:
    task = make_round(tmp_path, labels, "everything", epochs=2)
    first = load_checkpoint(task.run().model_path)
    more = labels.states.copy()
    more[::3, 0] = -1
    second = replace(task, labels=replace(labels, states=more)).with_request(parent_name="my ear")
    here = learned_here(second, first)
    assert learned_elsewhere(second, first, tmp_path) == here


def test_a_bundle_names_no_song_artist_or_file(tmp_path: Path, labels: Labels) -> None:
    named = replace(
        labels,
        paths=tuple(Path(f"/music/Secret {row}.flac") for row in range(len(labels.paths))),
        artists=tuple(f"Hidden {row // 2}" for row in range(len(labels.paths))),
    )
    task = make_round(tmp_path, named, "everything")
    parent = load_checkpoint(task.parent_path)
    parent = replace(parent, card=replace(parent.card, description="Hidden 1, hidden 1"))
    bundle = tmp_path / "round.bundle"
    write_bundle(task.request, named, parent, task.cache, bundle)
    with zipfile.ZipFile(bundle) as packed:
        content = b"".join(packed.read(name) for name in packed.namelist())
    for word in (b"Secret", b"secret", b"Hidden", b"hidden 1", b"/music", b".flac"):
        assert word not in content


def test_the_same_request_gives_the_same_bytes(tmp_path: Path, labels: Labels) -> None:
    task = make_round(tmp_path, labels, "temporal")
    files = [tmp_path / "one.bundle", tmp_path / "two.bundle"]
    for file in files:
        write_bundle(task.request, labels, load_checkpoint(task.parent_path), task.cache, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_any_program_reads_the_arrays(tmp_path: Path, labels: Labels) -> None:
    task, bundle = make_round(tmp_path, labels, "everything"), tmp_path / "round.bundle"
    write_bundle(task.request, labels, load_checkpoint(task.parent_path), task.cache, bundle)
    with zipfile.ZipFile(bundle) as packed:
        packed.extract(SONGS, tmp_path)
        assert b"rhythmcap-training-bundle" in packed.read(TEXT)
    read = read_bundle(bundle, tmp_path, "cpu", SILENT)
    with safe_open(tmp_path / SONGS, framework="np") as file:
        assert np.array_equal(file.get_tensor("states"), labels.states)
        names = file.keys()
        for name in names:
            kind, _, audio_hash = name.partition("/")
            if kind == "log-mel":
                ours = read.cache.view(audio_hash, read.parent.card.recipe)
                assert ours is not None
                assert np.array_equal(file.get_tensor(name).T, ours)
    assert read_card(task.parent_path).words == read.parent.words
