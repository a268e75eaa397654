"""Model files hold plain data, come back as they were, and odd ones are refused with a reason."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from core.errors import ModelError
from core.features.recipe import RECIPES
from core.models.card import FORMAT_VERSION, ModelCard, read_card
from core.models.checkpoint import load_checkpoint, save_checkpoint, to_device
from core.models.choi_lstm import ChoiConfig, ChoiLstm

TINY = ChoiConfig(
    n_tags=3, n_mels=96, n_frames=64, channels=(4, 6), pools=((2, 4), None),
    hidden=8, classifier_hidden=8,
)  # fmt: skip


def card(**changes: Any) -> ModelCard:
    made = ModelCard(
        name="Meine Ohren · 1",
        architecture="choi_lstm",
        sizes=asdict(TINY),
        recipe=RECIPES["thesis"],
        words=("kick", "dark", "piano"),
        parent="starter",
        seed=7,
        metrics={"wauc": 0.75},
        licence="GPL-3.0-or-later",
    )
    return replace(made, **changes)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    torch.manual_seed(3)
    return save_checkpoint(tmp_path / "models", card(), ChoiLstm(TINY))


def rewrite(path: Path, **changes: Any) -> None:
    """Change a card as an editor, or a newer program, might have."""
    card_file = path.with_suffix(".json")
    card_file.write_text(json.dumps(json.loads(card_file.read_text()) | changes), encoding="utf-8")


def test_a_model_comes_back_as_it_was_saved(saved: Path) -> None:
    torch.manual_seed(3)
    before, after = ChoiLstm(TINY).state_dict(), load_checkpoint(saved)
    assert all(torch.equal(before[key], value) for key, value in after.network.state_dict().items())
    bare = replace(after.card, weights_digest="", created_at="")
    assert bare.to_json() == card(created_at="").to_json()
    assert not after.network.training
    assert read_card(saved.with_suffix(".json")) == after.card


def test_a_model_on_another_device_is_the_one_that_its_file_gives_there(saved: Path) -> None:
    model = load_checkpoint(saved)
    assert to_device(model, "cpu") is model
    moved, loaded = to_device(model, "cpu:0"), load_checkpoint(saved, "cpu:0")
    assert moved.device == loaded.device
    for one, two in (
        (moved.network, loaded.network),
        (moved.inference_reduction, loaded.inference_reduction),
    ):
        state, expected = one.state_dict(), two.state_dict()
        assert state.keys() == expected.keys()
        assert all(torch.equal(state[key], expected[key]) for key in expected)


def test_half_precision_halves_the_file_and_keeps_the_scores(tmp_path: Path, saved: Path) -> None:
    half = save_checkpoint(tmp_path, card(), load_checkpoint(saved).network, half=True)
    assert half.stat().st_size < 0.7 * saved.stat().st_size
    segments = torch.randn(2, 96, 64)
    with torch.no_grad():
        scores = [torch.sigmoid(load_checkpoint(p).network(segments)) for p in (saved, half)]
    assert torch.allclose(*scores, atol=1e-3)


def test_two_models_of_one_name_do_not_share_a_file(tmp_path: Path) -> None:
    first, second = (save_checkpoint(tmp_path, card(), ChoiLstm(TINY)) for _ in range(2))
    assert first != second
    assert load_checkpoint(first).card.name == load_checkpoint(second).card.name
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".json", ".json", *[".safetensors"] * 2]


class Trap:
    """A pickle that would leave a mark if anything ever opened it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path("pickle-was-executed").touch, ())


def test_a_pickle_under_our_name_is_refused_and_never_run(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(saved.parent)
    rewrite(saved, weights_digest="")
    for content in (pickle.dumps(Trap()), pickle.dumps({"weights": np.zeros(3)})):
        saved.write_bytes(content)
        with pytest.raises(ModelError, match="no safetensors"):
            load_checkpoint(saved)
    assert not (saved.parent / "pickle-was-executed").exists()


def test_a_file_cut_off_anywhere_is_refused(saved: Path) -> None:
    rewrite(saved, weights_digest="")
    whole = saved.read_bytes()
    for kept in (0, 5, 100, len(whole) // 2, len(whole) - 1):
        saved.write_bytes(whole[:kept])
        with pytest.raises(ModelError, match="no safetensors"):
            load_checkpoint(saved)


def test_one_flipped_bit_is_noticed(saved: Path) -> None:
    damaged = bytearray(saved.read_bytes())
    damaged[-3] ^= 1
    saved.write_bytes(damaged)
    with pytest.raises(ModelError, match="not those its card was written for"):
        load_checkpoint(saved)


def changed_weights(change: Callable[[dict[str, torch.Tensor]], Any]) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        state = load_file(path)
        change(state)
        save_file(state, path)
        rewrite(path, weights_digest="")

    return alter


ROW = "classifier.output.weight"
ALTERATIONS: dict[str, tuple[Callable[[Path], None], str]] = {
    "NaN": (changed_weights(lambda s: s[ROW].fill_(torch.nan)), "no numbers"),
    "infinite": (changed_weights(lambda s: s[ROW].fill_(torch.inf)), "no numbers"),
    "wrong shape": (changed_weights(lambda s: s.update({ROW: torch.zeros(3, 9)})), "the shape"),
    "missing": (changed_weights(lambda s: s.pop(ROW)), "is missing"),
    "extra": (changed_weights(lambda s: s.update(more=torch.zeros(2))), "“more” is not wanted"),
    "newer": (lambda p: rewrite(p, format_version=FORMAT_VERSION + 1), "newer RhythmCap"),
    "no version": (lambda p: rewrite(p, format_version="one"), "format version"),
    "another format": (lambda p: rewrite(p, format="cake"), "not a RhythmCap model's card"),
    "unknown architecture": (lambda p: rewrite(p, architecture="gpt"), "unknown"),
    "too few words": (lambda p: rewrite(p, words=["kick"]), "3 outputs for 1 tag"),
    "a word twice": (lambda p: rewrite(p, words=["kick"] * 3), "stands twice"),
    "a nameless word": (lambda p: rewrite(p, words=["a", "b", " "]), "without a name"),
    "odd recipe": (lambda p: rewrite(p, recipe={"name": "x", "spell": 1}), "recipe"),
    "words no list": (lambda p: rewrite(p, words="kick"), "“words” is of another kind"),
    "giant": (lambda p: rewrite(p, sizes=asdict(TINY) | {"hidden": 10**9}), "make no network"),
    "large": (lambda p: rewrite(p, sizes=asdict(TINY) | {"hidden": 90_000}), "the shape"),
    "negative": (lambda p: rewrite(p, sizes=asdict(TINY) | {"n_frames": -4}), "make no network"),
    "endless": (lambda p: rewrite(p, sizes=asdict(TINY) | {"lstm_layers": 10**9}), "no network"),
    "text for a size": (lambda p: rewrite(p, sizes=asdict(TINY) | {"hidden": "8"}), "no network"),
    "unknown size": (lambda p: rewrite(p, sizes=asdict(TINY) | {"wings": 2}), "no network"),
    "no card": (lambda p: p.with_suffix(".json").unlink(), "card .* is missing"),
    "no weights": (lambda p: p.unlink(), "is missing"),
    "card no JSON": (lambda p: p.with_suffix(".json").write_text("{"), "not a usable model card"),
    "card a list": (lambda p: p.with_suffix(".json").write_text("[]"), "not a RhythmCap model"),
    "card too deep": (lambda p: p.with_suffix(".json").write_text("[" * 99_999), "not a usable"),
}


@pytest.mark.parametrize("case", ALTERATIONS)
def test_what_does_not_fit_is_refused_with_its_reason(saved: Path, case: str) -> None:
    alter, reason = ALTERATIONS[case]
    alter(saved)
    with pytest.raises(ModelError, match=reason) as caught:
        load_checkpoint(saved)
    assert caught.value.remedy


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file stands where the folder should be")
    with pytest.raises(ModelError, match="could not be written"):
        save_checkpoint(tmp_path / "models", card(), ChoiLstm(TINY))
