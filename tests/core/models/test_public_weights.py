"""Public checkpoints load unchanged; what does not fit is named; nothing in them is executed."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from core.errors import ModelError
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel, log_mel
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import load_checkpoint
from core.models.chunk_tagger import ChunkTagger
from core.models.predict import predict_song
from core.models.public_registry import public_model, public_models
from core.models.public_weights import import_weights
from core.models.weights_source import WeightsSource
from tests.support.in_memory import mono_samples
from tests.support.parity_weights import public_state

WORDS = ("guitar", "piano", "drums")


def card(name: str = "mine") -> ModelCard:
    return ModelCard(name, "", {}, RECIPES["thesis"], ("x",), licence="MIT")


def plain_state() -> dict[str, torch.Tensor]:
    torch.manual_seed(1)
    network = build_network("musicnn", {"n_tags": len(WORDS)})
    assert isinstance(network, ChunkTagger)
    return dict(public_state(network))


def saved(state: object, path: Path) -> WeightsSource:
    torch.save(state, path)
    return WeightsSource(path, "musicnn", WORDS)


@pytest.mark.parametrize(
    ("file", "architecture", "tags"),
    [
        ("mtat_fcn.pth", "fcn", "tags_mtat.txt"),
        ("mtat_crnn.pth", "crnn", "tags_mtat.txt"),
        ("mtat_musicnn.pth", "musicnn", "tags_mtat.txt"),
        ("jamendo_fcn.pth", "fcn", "tags_jamendo.txt"),
        ("jamendo_musicnn.pth", "musicnn", "tags_jamendo.txt"),
        ("choi_cnn_msd.h5", "choi_msd_cnn", "tags_msd.txt"),
        ("choi_crnn_msd.h5", "choi_msd_crnn", "tags_msd.txt"),
    ],
)
def test_public_files_become_models_of_ours(
    SHARED: Path, tmp_path: Path, file: str, architecture: str, tags: str
) -> None:
    words = tuple((SHARED / "pretrained" / tags).read_text().split("\n")[:50])
    source = WeightsSource(SHARED / "pretrained" / file, architecture, words)
    path, _ = import_weights(source, card(), tmp_path)
    model = load_checkpoint(path)
    assert model.words == words
    assert model.card.architecture == architecture
    assert model.card.licence == "MIT"


@pytest.mark.parametrize(
    ("song", "expected"),
    [
        ("147793__setuniman", {"synth": 0.50, "electronic": 0.46, "ambient": 0.35}),
        ("442789__lena-orsa", {"piano": 0.75, "classical": 0.34, "fast": 0.29}),
        ("Hungarian_Dance", {"classical": 0.86, "violin": 0.73, "strings": 0.65}),
        ("Karissa_Hobbs", {"female": 0.54, "guitar": 0.46, "woman": 0.42}),
        ("Kevin_MacLeod_-_P_I", {"classical": 0.52, "strings": 0.29, "violin": 0.19}),
        ("Kevin_MacLeod_-_Vibe", {"guitar": 0.32, "drums": 0.31, "beat": 0.25}),
        ("admiralbob77", {"guitar": 0.59, "drums": 0.37, "slow": 0.23}),
    ],
)
def test_musicnn_says_of_real_music_what_the_original_says(
    SHARED: Path, tmp_path: Path, song: str, expected: dict[str, float]
) -> None:
    words = tuple((SHARED / "pretrained" / "tags_mtat.txt").read_text().split("\n")[:50])
    weights = SHARED / "pretrained" / "mtat_musicnn.pth"
    path, _ = import_weights(WeightsSource(weights, "musicnn", words), card(), tmp_path)
    model = load_checkpoint(path)
    (file,) = (SHARED / "music").glob(f"{song}*")
    # The published figures are of the middle 3 s of what was loaded: at most 90 s of a song.
    sound = mono_samples(file, 16_000)[: 90 * 16_000]
    middle = sound[len(sound) // 2 - 24_000 : len(sound) // 2 + 24_000]
    recipe = RECIPES["mel96-16k"]
    features = LogMel(log_mel(middle, 16_000, recipe), recipe, "middle")
    with torch.inference_mode():
        exact = torch.sigmoid(model.network(torch.from_numpy(features.values)[None])).numpy()
    assert {words[index] for index in np.argsort(-exact)[:3]} == set(expected)
    for word, score in expected.items():  # printed with two digits, after another resampler
        assert exact[words.index(word)] == pytest.approx(score, abs=0.006)
    np.testing.assert_allclose(predict_song(model, features).scores, exact, atol=2e-2)


def test_a_pickle_with_code_in_it_is_refused_and_not_run(tmp_path: Path) -> None:
    class Hostile:
        def __reduce__(self) -> tuple[object, tuple[Path]]:
            return Path.touch, (tmp_path / "was-run",)

    (tmp_path / "evil.pth").write_bytes(pickle.dumps({"a": Hostile()}))
    torch.save({"a": Hostile()}, tmp_path / "evil2.pth")
    for name in ("evil.pth", "evil2.pth"):
        source = WeightsSource(tmp_path / name, "musicnn", WORDS)
        with pytest.raises(ModelError, match=r"plain weights|damaged"):
            import_weights(source, card(), tmp_path)
    assert not (tmp_path / "was-run").exists()


def test_every_misfit_is_named(tmp_path: Path) -> None:
    state = plain_state()
    missing = {k: v for k, v in state.items() if k != "layer1.conv.bias"}
    extra = {**state, "layer9.weight": torch.zeros(1)}
    shaped = {**state, "layer3.conv.weight": torch.zeros(64, 64, 5)}
    no_number = {**state, "layer2.conv.bias": torch.full((64,), float("nan"))}
    for broken, words in [
        (missing, r"layer1\.conv\.bias” is missing"),
        (extra, r"layer9\.weight” is not wanted"),
        (shaped, r"layer3\.conv\.weight” has the shape \(64, 64, 5\) instead of \(64, 64, 7\)"),
        (no_number, r"layer2\.conv\.bias” holds values that are no numbers"),
        (torch.zeros(3), "no state dict"),
        ({}, "no state dict"),
    ]:
        with pytest.raises(ModelError, match=words):
            import_weights(saved(broken, tmp_path / "w.pth"), card(), tmp_path)


def test_a_tag_list_of_another_length_is_named(tmp_path: Path) -> None:
    source = saved(plain_state(), tmp_path / "w.pth")
    longer = WeightsSource(source.path, "musicnn", (*WORDS, "flute"))
    with pytest.raises(ModelError, match="3 outputs and the tag list 4 tags") as raised:
        import_weights(longer, card(), tmp_path)
    assert "3 words" in raised.value.remedy


def test_an_empty_list_and_a_tag_twice_are_named_before_anything_is_written(tmp_path: Path) -> None:
    source = saved(plain_state(), tmp_path / "w.pth")
    for words, expected_text in [((), "list is empty"), (("a", "b", "a"), "“a” stands twice")]:
        with pytest.raises(ModelError, match=expected_text):
            import_weights(WeightsSource(source.path, "musicnn", words), card(), tmp_path / "shelf")
    assert not (tmp_path / "shelf").exists()


def test_missing_files_other_suffixes_and_wrong_recipes_are_named(tmp_path: Path) -> None:
    source = saved(plain_state(), tmp_path / "w.pth")
    source.path.with_suffix(".onnx").write_bytes(source.path.read_bytes())
    for file, recipe, expected_text in [
        ("nowhere.h5", "", "There is no file nowhere.h5"),
        ("w.onnx", "", "w.onnx is no kind of weights file"),
        ("w.pth", "waveform-16k", "cannot hear by the recipe “waveform-16k”"),
    ]:
        with pytest.raises(ModelError, match=expected_text):
            import_weights(
                WeightsSource(tmp_path / file, "musicnn", WORDS, recipe), card(), tmp_path
            )


def test_the_wrong_architecture_is_named(tmp_path: Path) -> None:
    source = saved(plain_state(), tmp_path / "w.pth")
    with pytest.raises(ModelError, match="does not fit FCN") as raised:
        import_weights(WeightsSource(source.path, "fcn", WORDS), card(), tmp_path)
    assert "fits the architecture musicnn" in raised.value.remedy
    with pytest.raises(ModelError, match="“tuba” is unknown"):
        import_weights(WeightsSource(source.path, "tuba", WORDS), card(), tmp_path)


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\x03\x04 not a zip", b"\x80\x02}q\x00."])
def test_junk_is_refused_whatever_its_suffix(tmp_path: Path, content: bytes) -> None:
    for suffix in (".pth", ".safetensors", ".h5"):
        (tmp_path / f"w{suffix}").write_bytes(content)
        with pytest.raises(ModelError):
            import_weights(
                WeightsSource(tmp_path / f"w{suffix}", "musicnn", WORDS), card(), tmp_path
            )


def test_both_widths_of_musicnn_and_safetensors_load(tmp_path: Path) -> None:
    for sizes in ({"n_tags": 3}, {"n_tags": 3, "width": 512, "head": 500}):
        network = build_network("musicnn", sizes)
        assert isinstance(network, ChunkTagger)
        save_file(
            {k: v.contiguous() for k, v in public_state(network).items()},
            tmp_path / "w.safetensors",
        )
        source = WeightsSource(tmp_path / "w.safetensors", "musicnn", WORDS)
        path, stored = import_weights(source, card(), tmp_path)
        assert stored.sizes.get("width") == sizes.get("width", 64)
        assert load_checkpoint(path).network.n_features == network.n_features


def test_the_registry_names_every_public_checkpoint_whole() -> None:
    rows = public_models()
    assert len({row.name for row in rows}) == len(rows) == 33
    for row in rows:
        assert row.url.startswith("https://")
        assert len(row.words) == 50
        assert row.licence
        assert row.citation
        assert row.sha256 is None or len(row.sha256) == 64
        build_network(row.architecture, {"n_tags": 1})
    with pytest.raises(ModelError, match="No public model is called"):
        public_model("nothing")
