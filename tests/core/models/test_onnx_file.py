"""Weights beside an ONNX file are put into it; what lies elsewhere is never opened."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.models import onnx_file
from core.models.onnx_file import read_onnx_file
from tests.core.models.test_onnx_import import features, imported, loudness, refused, sounds
from tests.support.onnx_files import FRAME, WIDTH, filters, onnx, write_embedding


def with_weights_beside(path: Path, **entries: object) -> Path:
    """Write the small embedding as PyTorch exports: its filters in a file beside it."""
    numbers = filters().tobytes()
    path.with_name("weights.data").write_bytes(b"padding!" + numbers)
    tensor = onnx.TensorProto(name="filters", data_type=1, dims=[WIDTH, 1, FRAME])
    tensor.data_location = onnx.TensorProto.EXTERNAL
    known = {"location": "weights.data", "offset": 8, "length": len(numbers), **entries}
    for key, value_ in known.items():
        tensor.external_data.add(key=key, value=str(value_))
    model = onnx.load(write_embedding(path))
    del model.graph.initializer[0]
    model.graph.initializer.append(tensor)
    path.write_bytes(model.SerializeToString())
    return path


def test_weights_in_a_file_beside_it_are_put_into_the_model(tmp_path: Path) -> None:
    path = with_weights_beside(tmp_path / "beside.onnx")
    model = imported(path)
    path.with_name("weights.data").unlink()
    segments = sounds(3)
    np.testing.assert_allclose(features(model, segments), loudness(segments), rtol=1e-4)
    whole = read_onnx_file(write_embedding(tmp_path / "whole.onnx"))
    assert len(model.network.reduction.content) == pytest.approx(len(whole), abs=64)


@pytest.mark.parametrize(
    "entries",
    [
        {"location": "gone.data"}, {"location": "../beside/weights.data"},
        {"location": "link.data"},
        {"location": "."}, {"offset": 10**9}, {"length": 10**9}, {"offset": 16}, {"location": ""},
    ],
    ids=str,
)  # fmt: skip
def test_weights_that_are_not_beside_it_are_refused(
    tmp_path: Path, entries: dict[str, object]
) -> None:
    folder = tmp_path / "beside"
    folder.mkdir()
    (folder / "link.data").symlink_to(tmp_path / "secret")
    (tmp_path / "secret").write_bytes(bytes(1 << 16))
    path = with_weights_beside(folder / "odd.onnx", **entries)
    assert refused(path, "in other files").remedy


@pytest.mark.parametrize("entries", [{"offset": "-4"}, {"length": "9" * 30}, {"offset": "x"}])
def test_counts_of_weights_that_are_no_counts_are_refused(
    tmp_path: Path, entries: dict[str, object]
) -> None:
    refused(with_weights_beside(tmp_path / "odd.onnx", **entries), "no ONNX file")


def test_weights_named_again_and_again_are_not_read_beyond_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_weights_beside(tmp_path / "bomb.onnx")
    model = onnx.load(path, load_external_data=False)
    model.graph.initializer.extend([model.graph.initializer[-1]] * 50)
    path.write_bytes(model.SerializeToString())
    monkeypatch.setattr(onnx_file, "MAX_BYTES", 100_000)
    refused(path, "RhythmCap takes up to")
