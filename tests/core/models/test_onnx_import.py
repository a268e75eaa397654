"""An ONNX file becomes an embedding as it computes, or is refused with the reason; never a hang."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import ModelError
from core.models import onnx_protobuf
from core.models.catalogue import build_network
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.onnx_embedding import OnnxEmbedding
from core.models.onnx_file import read_onnx_file
from core.models.onnx_import import guess_onnx, import_onnx
from core.models.onnx_records import OnnxRequest, OnnxSignature
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
    write_steps,
)

RATE_HZ = 16_000


def imported(path: Path, **request: Any) -> TaggingModel:
    """Import a file and load the model again."""
    known = {"name": "mine", "rate_hz": RATE_HZ, **request}
    saved, _ = import_onnx(OnnxRequest(path, **known), path.parent / "models")
    return load_checkpoint(saved)


def sounds(n: int, n_samples: int = RATE_HZ) -> NDArray[np.float32]:
    return np.random.default_rng(5).uniform(-1, 1, (n, n_samples)).astype(np.float32)


def loudness(segments: NDArray[np.float32]) -> NDArray[np.float32]:
    """What the small embeddings should give: (n, 6)."""
    steps = segments.reshape(len(segments), -1, FRAME)
    return np.abs(steps @ filters()[:, 0].T).mean(axis=1)


def features(model: TaggingModel, segments: NDArray[np.float32]) -> NDArray[np.float32]:
    given = torch.from_numpy(segments)
    found = model.inference_reduction(given).numpy()
    assert np.array_equal(found, model.network.reduction(given).numpy())
    return found


def test_an_embedding_is_picked_and_gives_what_it_computes(tmp_path: Path) -> None:
    path = write_embedding(tmp_path / "bands.onnx", metadata={"licence": "CC0"})
    model = imported(path)
    segments = sounds(3)
    np.testing.assert_allclose(features(model, segments), loudness(segments), rtol=1e-4)
    card = model.card
    assert (card.words, card.licence, model.network.segment_frames) == ((), "CC0", RATE_HZ)
    assert card.recipe.is_waveform
    assert card.settings["source"] == "bands.onnx"
    assert len(card.settings["sha256"]) == 64
    squares = features(imported(path, output="logits"), segments)
    np.testing.assert_allclose(squares, loudness(segments) ** 2, rtol=1e-4)
    with pytest.raises(ModelError, match="no output “more”") as raised:
        imported(path, output="more")
    assert "embedding, logits" in raised.value.remedy or "logits, embedding" in raised.value.remedy


@pytest.mark.parametrize("transposed", [False, True])
@pytest.mark.parametrize("shape", [("n", 1, "t"), (1, 1, 32_000), ("n", 1, 32_000)])
def test_vectors_along_the_window_are_averaged_over_time(
    tmp_path: Path, transposed: bool, shape: tuple[Any, ...]
) -> None:
    path = write_steps(tmp_path / "steps.onnx", transposed, shape)
    model = imported(path, window_s=2.0, hop_s=1.0)
    segments = sounds(3, 32_000)
    np.testing.assert_allclose(features(model, segments), loudness(segments), rtol=1e-4)
    assert model.network.hop_frames == RATE_HZ


@pytest.mark.parametrize("batch", [1, 4])
def test_a_fixed_batch_is_filled_up(tmp_path: Path, batch: int) -> None:
    model = imported(write_embedding(tmp_path / "fixed.onnx", (batch, RATE_HZ)))
    segments = sounds(6)
    np.testing.assert_allclose(features(model, segments), loudness(segments), rtol=1e-4)


def test_a_batch_that_only_claims_to_vary_is_found_out(tmp_path: Path) -> None:
    """As when an exporter has baked the size of its example into a reshape."""
    nodes = [
        node("Reshape", ["sound", "shape"], ["frames"]),
        node("ReduceL1", ["frames"], ["embedding"], axes=[2], keepdims=0),
    ]
    weights = [constant("shape", np.array([1, 40, FRAME], np.int64))]
    path = write_onnx(
        tmp_path / "baked.onnx", nodes, [value("sound", ["n", RATE_HZ])],
        [value("embedding", [None, 40])], weights,
    )  # fmt: skip
    model = imported(path)
    segments = sounds(3)
    wanted = np.abs(segments).reshape(3, 40, FRAME).sum(axis=2)
    np.testing.assert_allclose(features(model, segments), wanted, rtol=1e-4)
    assert model.card.sizes["signature"]["batch"] == 1


@pytest.mark.parametrize("kind", ["FLOAT16", "DOUBLE"])
def test_other_kinds_of_floats_are_given_and_taken(tmp_path: Path, kind: str) -> None:
    nodes = [
        node("Reshape", ["sound", "shape"], ["frames"]),
        node("ReduceMax", ["frames"], ["vector"], axes=[1], keepdims=0),
    ]
    weights = [constant("shape", np.array([-1, 40, FRAME], np.int64))]
    path = write_onnx(
        tmp_path / "kind.onnx", nodes, [value("sound", ["n", RATE_HZ], kind)],
        [value("vector", [None, FRAME], kind)], weights,
    )  # fmt: skip
    segments = sounds(2)
    wanted = segments.reshape(2, 40, FRAME).max(axis=1)
    np.testing.assert_allclose(features(imported(path), segments), wanted, atol=1e-3)


@pytest.mark.parametrize(
    ("shape", "axis"), [((None, 1, 96, 188), 3), ((None, 96, 188), 2), ((1, 1, 188, 96), 2)]
)
def test_a_log_mel_is_arranged_as_the_file_takes_it(
    tmp_path: Path, shape: tuple[int | None, ...], axis: int
) -> None:
    nodes = [node("ReduceMean", ["mel"], ["embedding"], axes=[axis], keepdims=0)]
    if len(shape) == 4:
        nodes = [
            node("ReduceMean", ["mel"], ["rows"], axes=[axis], keepdims=0),
            node("Squeeze", ["rows", "one"], ["embedding"]),
        ]
    path = write_onnx(
        tmp_path / "mel.onnx", nodes, [value("mel", shape)], [value("embedding", [None, 96])],
        [constant("one", np.array([1], np.int64))],
    )  # fmt: skip
    model = imported(path)
    assert model.card.recipe.name == "mel96-16k"
    assert model.network.segment_frames == 188
    segments = np.random.default_rng(2).uniform(-60, 0, (3, 96, 188)).astype(np.float32)
    np.testing.assert_allclose(features(model, segments), segments.mean(axis=2), rtol=1e-4)
    with pytest.raises(ModelError, match="No log-mel spectrogram") as raised:
        imported(path, rate_hz=32_000)
    assert "takes the waveform" in raised.value.remedy


def test_shapes_and_metadata_fill_the_dialog_in(tmp_path: Path) -> None:
    path = write_embedding(tmp_path / "a.onnx", metadata={"sample_rate": "16000"})
    guess = guess_onnx(path)
    assert (guess.rate_hz, guess.window_s, guess.hop_s, guess.input) == (
        16_000,
        1.0,
        1.0,
        "waveform",
    )
    assert guess.outputs == ("embedding", "logits")
    path = write_embedding(tmp_path / "b.onnx", metadata={"recipe": '{"rate_hz": 1e99}'})
    assert guess_onnx(path).rate_hz == 0


# -- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"rate_hz": 0}, "sampling rate"),
        ({"window_s": 500.0}, "window of 500 s"),
        ({"window_s": 2.0}, "is fixed: 1.000 s"),
        ({"hop_s": 2.0}, "hop of 2 s"),
        ({"hop_s": -1.0}, "hop of -1 s"),
        ({"input": "logmel"}, "No log-mel"),
        ({"input": "logmel", "recipe": "none"}, "unknown"),
    ],
)
def test_settings_that_do_not_fit_are_refused(
    tmp_path: Path, request_: dict[str, Any], words: str
) -> None:
    path = write_embedding(tmp_path / "a.onnx")
    with pytest.raises(ModelError, match=words):
        imported(path, **request_)
    assert not (tmp_path / "models").exists()


def ending(kind: str, **attributes: Any) -> list[Any]:
    """Nodes that make "embedding" of "sound" by one operator."""
    return [node(kind, ["sound"], ["embedding"], **attributes)]


def refused_inside(content: bytes, words: str) -> ModelError:
    """Run a file that lies in a model file, which nobody has imported here."""
    block = OnnxEmbedding(OnnxSignature("sound", "embedding", "bt"), 6, len(content), "theirs.onnx")
    block.content = torch.frombuffer(bytearray(content), dtype=torch.uint8)
    with pytest.raises(ModelError, match=words) as raised:
        block(torch.zeros(1, RATE_HZ))
    return raised.value


def refused(path: Path, words: str, **request: Any) -> ModelError:
    with pytest.raises(ModelError, match=words) as raised:
        imported(path, **request)
    assert raised.value.remedy
    assert path.name in raised.value.message
    return raised.value


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html>\n<html>",
        b"\x00" * 100,
        b"\x08\x08",
        bytes(range(256)),
        b"\x3a\x00",
        b"\x08\x08\x3a\x00" + b"\x40\x00" * 1_000_001,
    ],
)
def test_what_is_no_onnx_is_named_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "page.onnx"
    path.write_bytes(content)
    refused(path, "no ONNX file, or it is cut off")


def test_a_cut_off_file_is_refused_wherever_it_ends(tmp_path: Path) -> None:
    whole = write_embedding(tmp_path / "whole.onnx").read_bytes()
    path = tmp_path / "cut.onnx"
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(ModelError):
            read_onnx_file(path)
    path.write_bytes(whole[: len(whole) - 3])
    refused(path, "no ONNX file|cannot be run")


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_checked_without_an_error_of_ours(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.onnx"
        path.write_bytes(content)
        try:
            read_onnx_file(path)
        except ModelError as error:
            assert error.id == "onnx.not_onnx"  # noqa: PT017 - or it looks like a model


def test_weights_in_other_files_are_never_opened(tmp_path: Path) -> None:
    for location in ("../../secret", "/etc/passwd"):
        tensor = onnx.TensorProto(name="filters", data_type=1, dims=[WIDTH, 1, FRAME])
        tensor.data_location = onnx.TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value=location)
        inside = onnx.helper.make_graph([], "in", [], [value("x", [1])], [tensor])
        attribute = onnx.helper.make_attribute("then_branch", inside)
        branch = node("If", ["sound"], ["embedding"])
        branch.attribute.append(attribute)
        as_constant = node("Constant", [], ["filters"], value=tensor)
        for nodes, weights in ((ending("Abs"), [tensor]), ([as_constant], []), ([branch], [])):
            path = write_onnx(
                tmp_path / "outside.onnx", nodes, [value("sound", ["n", RATE_HZ])],
                [value("embedding", [None, 6])], weights,
            )  # fmt: skip
            assert location in refused(path, "in other files").message
            assert location in refused_inside(path.read_bytes(), "in other files").message


@pytest.mark.parametrize(
    ("inputs", "nodes", "outputs", "words"),
    [
        ([value("sound", ["n", 800])], [node("Ear", ["sound"], ["embedding"], domain="mine")],
         [value("embedding", None)], "operators that are not those of ONNX"),
        ([value("sound", ["n", 800]), value("text", ["n", 7], "INT64")], ending("Abs"),
         [value("embedding", ["n", 800])], "wants 2 inputs"),
        ([], [node("Constant", [], ["embedding"], value_floats=[1.0, 2.0])],
         [value("embedding", [2])], "wants 0 inputs"),
        ([value("sound", ["n", 800], "INT64")], ending("Abs"),
         [value("embedding", ["n", 800], "INT64")], "of the type"),
        ([value("sound", ["n", 800])], ending("Cast", to=7),
         [value("embedding", ["n", 800], "INT64")], "no output of floating-point"),
        ([value("sound", ["n", 800])], ending("ReduceMean", keepdims=0),
         [value("embedding", [])], "no embedding"),
        ([value("sound", ["n", 800])], ending("ReduceMean", axes=[1], keepdims=1),
         [value("embedding", ["n", 1])], "no embedding"),
        ([value("sound", ["n", 800])], ending("ReduceSum", keepdims=1),
         [value("embedding", [1, 1])], "no embedding"),
        ([value("sound", ["n", 3, 800])], ending("Abs"),
         [value("embedding", ["n", 3, 800])], "shape . × 3 × 800"),
        ([value("sound", ["n", 800])], ending("Log"), [value("embedding", ["n", 800])],
         "no numbers"),
        ([value("sound", ["n", 800])], ending("RandomUniformLike"),
         [value("embedding", ["n", 800])], "other numbers"),
        ([value("sound", ["n", 800])], ending("Size"), [value("embedding", [], "INT64")],
         "no output of floating-point"),
        ([value("sound", ["n", 800])],
         [node("Sub", ["sound", "sound"], ["embedding"])], [value("embedding", ["n", 800])],
         "the same for noise and for silence"),
        ([value("sound", ["n", "t"])], ending("Abs"), [value("embedding", ["n", "t"])],
         "how long are its windows"),
        ([value("sound", [5000, 800])], ending("Abs"), [value("embedding", [5000, 800])],
         "shape 5000 × 800"),
    ],
)  # fmt: skip
def test_what_is_no_embedding_of_a_sound_is_refused(
    tmp_path: Path, inputs: list[Any], nodes: list[Any], outputs: list[Any], words: str
) -> None:
    path = write_onnx(tmp_path / "odd.onnx", nodes, inputs, outputs)
    refused(path, words, input="waveform")
    assert not (tmp_path / "models").exists()


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onnx_protobuf, "MAX_BYTES", 1000)
    refused(write_embedding(tmp_path / "large.onnx"), "RhythmCap takes up to")


def test_without_onnxruntime_the_error_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_embedding(tmp_path / "a.onnx")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert "rhythmcap[onnx]" in refused(path, "not installed").remedy


def test_a_strangers_model_file_is_checked_before_it_is_run() -> None:
    refused_inside(b"<html> and more", "no ONNX file")


@pytest.mark.parametrize(
    "odd", [{"n_bytes": 2**40}, {"n_features": 0}, {"hop_frames": 10**9}, {"segment_frames": "x"},
            {"signature": {"input": "a"}}, {"signature": {"input": "", "output": "", "axes": "q"}}],
)  # fmt: skip
def test_sizes_that_no_file_has_make_no_network(odd: dict[str, Any]) -> None:
    sizes: dict[str, Any] = {
        "signature": {"input": "a", "output": "b", "axes": "bt"}, "n_features": 6, "n_bytes": 100,
        "file": "a.onnx", "segment_frames": 800, "hop_frames": 800,
    }  # fmt: skip
    assert build_network("onnx", sizes).n_features == 6
    with pytest.raises(ModelError, match="make no network"):
        build_network("onnx", {**sizes, **odd})
