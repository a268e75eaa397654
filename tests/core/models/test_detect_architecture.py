"""A weights file tells which network it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from core.errors import ModelError
from core.models.catalogue import build_network
from core.models.chunk_tagger import ChunkTagger
from core.models.detect_architecture import detect_architecture
from tests.support.parity_weights import public_state


@pytest.mark.parametrize(
    ("architecture", "sizes"),
    [
        ("fcn", {}),
        ("musicnn", {}),
        ("musicnn_wide", {}),
        ("short_chunk_res", {}),
        ("sample_se", {}),
    ],
)
def test_a_file_is_recognised_by_its_shapes(
    tmp_path: Path, architecture: str, sizes: dict[str, int]
) -> None:
    network = build_network(architecture, {"n_tags": 7, **sizes})
    assert isinstance(network, ChunkTagger)
    torch.save(public_state(network), tmp_path / "unknown.pth")
    guess = detect_architecture(tmp_path / "unknown.pth")
    assert guess.architectures == (architecture,)
    assert guess.n_outputs == 7
    assert guess.tag_list == ""


def test_a_file_of_no_known_network_is_an_error(tmp_path: Path) -> None:
    torch.save({"some.weight": torch.zeros(3)}, tmp_path / "w.pth")
    with pytest.raises(ModelError, match="does not know"):
        detect_architecture(tmp_path / "w.pth")


@pytest.mark.parametrize(
    ("file", "architecture", "words"),
    [
        ("mtat_crnn.pth", "crnn", "mtat"),
        ("jamendo_musicnn.pth", "musicnn", "jamendo"),
        ("choi_cnn_msd.h5", "choi_msd_cnn", "msd"),
    ],
)
def test_public_files_are_recognised(
    SHARED: Path, file: str, architecture: str, words: str
) -> None:
    guess = detect_architecture(SHARED / "pretrained" / file)
    assert (guess.architectures, guess.n_outputs, guess.tag_list) == ((architecture,), 50, words)
