"""Weights beside an ONNX file are put into it; inputs are arranged as real exports want them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.errors import ModelError
from core.features.recipe import read_recipe
from core.models import onnx_file
from core.models.onnx_file import read_onnx_file
from core.models.onnx_import import guess_onnx
from core.models.onnx_records import OnnxPort
from core.models.onnx_trial import by_likelihood
from tests.core.models.test_onnx_import import features, imported, loudness, refused, sounds
from tests.support.onnx_files import (
    FRAME,
    WIDTH,
    constant,
    filters,
    node,
    onnx,
    value,
    write_embedding,
    write_onnx,
)


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


OWN_RECIPE = {"rate_hz": 24_000, "n_fft": 480, "win_length": 480, "hop_length": 240, "n_mels": 24}


def write_json(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("shape", "axes"),
    [
        ((None, 1, 24, 101), "bcmt"), ((None, 1, 101, 24), "bctm"), ((None, 24, 101, 1), "bmtc"),
        ((None, 101, 24, 1), "btmc"), ((1, 24, 101), "bmt"), ((None, 101, 24), "btm"),
    ],
)  # fmt: skip
def test_a_log_mel_of_a_recipe_of_ones_own_is_taken_in_every_arrangement(
    tmp_path: Path, shape: tuple[int | None, ...], axes: str
) -> None:
    nodes = [node("ReduceMean", ["mel"], ["vector"], axes=[axes.index("t")], keepdims=1)]
    given = [1 if axis == "t" else size for axis, size in zip(axes, shape, strict=True)]
    outputs = [value("vector", given)]
    path = write_onnx(tmp_path / "mel.onnx", nodes, [value("mel", shape)], outputs)
    recipe = read_recipe(write_json(tmp_path / "mine.json", OWN_RECIPE))
    model = imported(path, rate_hz=24_000, input="logmel", own_recipe=recipe)
    assert (model.card.recipe, model.card.recipe.name) == (recipe, "mine")
    assert model.card.sizes["signature"]["axes"] == axes
    segments = np.random.default_rng(2).uniform(-60, 0, (3, 24, 101)).astype(np.float32)
    np.testing.assert_allclose(features(model, segments), segments.mean(axis=2), rtol=1e-4)


def test_a_waveform_whose_channel_comes_last_is_taken(tmp_path: Path) -> None:
    nodes = [
        node("Reshape", ["sound", "shape"], ["frames"]),
        node("ReduceL1", ["frames"], ["steps"], axes=[2], keepdims=0),
    ]
    weights = [constant("shape", np.array([-1, 40, FRAME], np.int64))]
    path = write_onnx(
        tmp_path / "last.onnx", nodes, [value("sound", [None, 16_000, 1])],
        [value("steps", [None, 40])], weights,
    )  # fmt: skip
    model = imported(path)
    segments = sounds(2)
    wanted = np.abs(segments).reshape(2, 40, FRAME).sum(axis=2)
    np.testing.assert_allclose(features(model, segments), wanted, rtol=1e-4)
    assert guess_onnx(path).input == "waveform"


def test_of_many_layers_the_last_one_is_proposed() -> None:
    names = ("hidden_states_0", "hidden_states_1", "logits", "last_hidden_state")
    ports = [OnnxPort(name, "tensor(float)", (None, None, 96)) for name in names]
    assert [port.name for port in by_likelihood(ports)] == [
        "last_hidden_state", "hidden_states_0", "hidden_states_1", "logits",
    ]  # fmt: skip
    pooled = OnnxPort("pooler_output", "tensor(float)", (None, 96))
    assert by_likelihood([*ports, pooled])[0] is pooled


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"rate_hz": "x"}', '{"rate_hz": 16000, "hops": 3}', "{}", "\xff"]
)
def test_what_is_no_recipe_is_refused_with_words(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(ModelError) as caught:
        read_recipe(path)
    assert caught.value.remedy
    with pytest.raises(ModelError, match="no recipe"):
        read_recipe(tmp_path / "none.json")


def test_the_command_line_takes_a_recipe_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nodes = [node("ReduceMean", ["mel"], ["vector"], axes=[2], keepdims=0)]
    path = write_onnx(
        tmp_path / "mel.onnx", nodes, [value("mel", (None, 24, 101))], [value("vector", [None, 24])]
    )
    recipe = write_json(tmp_path / "mine.json", OWN_RECIPE)
    assert main(["models", "import", str(path), "--recipe", str(recipe), "--json", "-q"]) == 0
    assert json.loads(capsys.readouterr().out)["model"] == "mel"
    assert main(["models", "import", str(path), "--recipe", str(tmp_path / "no.json")]) == 1
    assert "no.json" in capsys.readouterr().err
