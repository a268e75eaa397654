"""What is called MusiCNN is MusiCNN: our networks give the originals' logits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import ModelError
from core.models.catalogue import build_network
from core.models.choi_msd import N_FRAMES, ChoiMsdCnn, ChoiMsdCrnn
from core.models.chunk_tagger import ChunkTagger, NarrowHead, ReluFirstHead, own_state
from core.models.keras_weights import Reading, keras_state
from core.models.pip_package import fetch_wheel, unpacked
from core.models.public_registry import public_model
from core.models.public_weights import BUNDLE_FILES
from core.models.tensorflow_weights import tensorflow_state
from tests.support.parity_weights import (
    ALL,
    N_TAGS,
    STORED,
    TAGGERS,
    chunk_logits,
    logits,
    public_state,
    tagger,
)

TOLERANCE = 1e-4


@pytest.mark.parametrize("name", ALL)
def test_logits_equal_the_stored_logits(name: str) -> None:
    stored = np.load(STORED)[name]
    np.testing.assert_allclose(logits(name), stored, rtol=TOLERANCE, atol=TOLERANCE)


@pytest.mark.parametrize("name", TAGGERS)
def test_logits_equal_the_original_implementation(name: str, SHARED: Path) -> None:
    original = np.load(SHARED / "reference" / "parity.npz")[f"{name}_logits"]
    np.testing.assert_allclose(logits(name), original, rtol=TOLERANCE, atol=TOLERANCE)


@pytest.mark.parametrize("name", TAGGERS)
def test_parameters_are_named_and_shaped_as_in_public_checkpoints(name: str, SHARED: Path) -> None:
    listed = json.loads((SHARED / "reference" / "state_dicts.json").read_text())[name]
    public = {key: tuple(shape) for key, shape, kind in listed if kind == "filled"}
    counters = {key for key, _, _ in listed if key.endswith("num_batches_tracked")}
    ours = {key: tuple(value.shape) for key, value in public_state(tagger(name)).items()}
    assert {k: v for k, v in ours.items() if k not in counters} == public


@pytest.fixture(scope="session")
def musicnn_wheel(request: pytest.FixtureRequest) -> Path:
    """The published package of MusiCNN; kept between runs."""
    row = public_model("mtt-musicnn")
    assert row.sha256 is not None
    folder = request.config.cache.mkdir("musicnn")
    try:
        return fetch_wheel(row.package, folder, row.sha256, row.size_bytes or 0)
    except ModelError as error:
        pytest.skip(f"the package musicnn cannot be had here: {error}")


@pytest.mark.slow  # pip brings the weights; without a network it is skipped
@pytest.mark.parametrize("name", ["mtt-musicnn", "msd-musicnn", "mtt-vgg", "msd-vgg"])
def test_tensorflow_weights_give_the_originals_logits(
    SHARED: Path, musicnn_wheel: Path, name: str
) -> None:
    row = public_model(name)
    original = np.load(SHARED / "reference" / "musicnn_tf.npz")
    key = row.folder.rsplit("/", 1)[-1]
    network = build_network(row.architecture, {"n_tags": N_TAGS}).eval()
    with unpacked(musicnn_wheel, [f"{row.folder}/{file}" for file in BUNDLE_FILES]) as folder:
        state = own_state(tensorflow_state(folder / ".index"))
    found = network.load_state_dict(state, strict=False)
    assert [k for k in found.missing_keys if not k.endswith("num_batches_tracked")] == []
    assert found.unexpected_keys == []
    chunks = torch.from_numpy(original["input"]).transpose(1, 2)  # (9, 96, 187)
    with torch.inference_mode():
        for reduction in (network.reduction, network.evaluation_forms()[0]):
            features = reduction(chunks)
            logits_found = network.classifier(features).numpy()
            np.testing.assert_allclose(logits_found, original[f"{key}|logits"], atol=TOLERANCE)
        if isinstance(head := network.classifier, ReluFirstHead):
            hidden = head.bn(torch.relu(head.dense1(features))).numpy()
            np.testing.assert_allclose(hidden, original[f"{key}|penultimate"], atol=TOLERANCE)


@pytest.mark.parametrize(
    ("file", "network", "reading", "expected"),
    [
        ("choi_cnn_msd.h5", ChoiMsdCnn, "default", "cnn_default"),
        ("choi_crnn_msd.h5", ChoiMsdCrnn, "default", "crnn_default"),
        ("choi_crnn_msd.h5", ChoiMsdCrnn, "readme", "crnn_readme"),
    ],
)
def test_keras_weights_give_the_published_scores(
    SHARED: Path,
    file: str,
    network: type[ChoiMsdCnn] | type[ChoiMsdCrnn],
    reading: Reading,
    expected: str,
) -> None:
    example = np.load(SHARED / "reference" / "choi_msd_example.npz")
    backbone = network(standardise=reading == "default")
    choi = ChunkTagger(backbone, NarrowHead(backbone.n_features, N_TAGS), N_FRAMES).eval()
    state = own_state(keras_state(SHARED / "pretrained" / file, reading))
    missing = choi.load_state_dict(state, strict=False)
    assert [k for k in missing.missing_keys if not k.endswith("num_batches_tracked")] == []
    assert missing.unexpected_keys == []
    with torch.inference_mode():
        scores = torch.sigmoid(chunk_logits(choi, torch.from_numpy(example["melgram_db"])[None]))[
            0
        ].numpy()
    np.testing.assert_allclose(scores, example[expected], atol=1e-3)


def test_a_file_that_is_no_hdf5_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "weights.h5").write_bytes(b"not HDF5 at all")
    with pytest.raises(ModelError, match=r"weights\.h5 is not a Keras"):
        keras_state(tmp_path / "weights.h5")
