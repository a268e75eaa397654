"""What is called MusiCNN is MusiCNN: our networks give the originals' logits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import ModelError
from core.models.choi_msd import N_FRAMES, ChoiMsdCnn, ChoiMsdCrnn
from core.models.chunk_tagger import ChunkTagger, NarrowHead, own_state
from core.models.keras_weights import Reading, keras_state
from tests.support.parity_weights import (
    N_TAGS,
    STORED,
    TAGGERS,
    chunk_logits,
    logits,
    public_state,
    tagger,
)

TOLERANCE = 1e-4


@pytest.mark.parametrize("name", TAGGERS)
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
