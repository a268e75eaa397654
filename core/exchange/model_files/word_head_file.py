"""A head of words as ONNX over a public embedding, with a card that says how to compute that."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from core.atomic_files import atomic_writes
from core.errors import ModelError
from core.exchange.file_errors import model_not_written
from core.exchange.model_files.onnx_file import (
    MAX_DIFFERENCE,
    OPSET,
    open_session,
    require_extra,
)
from core.models.card import CARD_SUFFIX, ModelCard
from core.models.model_records import network_name
from core.training.word_head import WordHead

INPUT, OUTPUT = "embedding", "scores"
FORMAT = "rhythmcap-head"
IR_VERSION = 8  # of ONNX: older runtimes read no newer one
CHECKED = 5  # random embeddings on which the file is compared with our own numbers
LAYERS = {
    "hidden": "the last hidden layer of the network, before its output layer, after its activation",
    "features": "what the network makes of a segment before it is classified",
}


def write_word_head(head: WordHead, card: ModelCard, target: Path) -> tuple[float, Path]:
    """Write the head and its card beside it; return the largest difference, and the card's path.

    Input: embedding, float32 (n, n_inputs). Output: scores, (n, n_words), 0 to 1. card: of the
    model whose network computes the embedding. Raises ModelError where the extra is not installed,
    the file cannot be written, or its numbers differ by more than 1e-4; nothing is written then.
    """
    require_extra()
    described = target.with_suffix(CARD_SUFFIX)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_writes(target, described) as (draft, text):
            content = describe(head, card)
            _write(head, content, draft)
            difference = _difference(head, draft)
            if not difference <= MAX_DIFFERENCE:
                raise ModelError(
                    "exchange.head_differs", name=target.name, difference=difference, path=target
                )
            text.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise model_not_written(target, error) from error
    return difference, described


def describe(head: WordHead, card: ModelCard) -> dict[str, Any]:
    """Return what the card of a head says."""
    tags = head.measurement.tags
    return {
        "format": FORMAT,
        "format_version": 1,
        "words": list(head.words),
        "input": {
            "name": INPUT,
            "shape": ["n", head.weight.shape[1]],
            "network": network_name(card.architecture),
            "network_description": card.description,
            "parent": card.parent or card.name,
            "licence": card.licence,
            "layer": LAYERS[head.kind],
            "of_a_song": "the mean over all of its segments",
            "recipe": asdict(card.recipe),
        },
        "output": {
            "name": OUTPUT,
            "shape": ["n", len(head.words)],
            "meaning": "0 to 1, calibrated",
        },
        "learned_from": {
            "songs": head.n_songs,
            "measured": "out of fold, artists kept together"
            if head.by_artist
            else "out of fold, by song: the artists were too few",
            "wauc": head.measurement.means["wauc"].to_json(),
            "tags": {
                name: {"yes": tag.support, "songs": tag.n, "auc": tag.auc, "ap": tag.ap}
                for name, tag in tags.items()
            },
        },
    }


def _write(head: WordHead, content: dict[str, Any], path: Path) -> None:
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    n_words, n_inputs = head.weight.shape
    graph = helper.make_graph(
        [
            helper.make_node("Gemm", [INPUT, "weight", "bias"], ["logits"], transB=1),
            helper.make_node("Sigmoid", ["logits"], [OUTPUT]),
        ],
        "words",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["n", n_inputs])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["n", n_words])],
        [
            numpy_helper.from_array(head.weight, "weight"),
            numpy_helper.from_array(head.bias, "bias"),
        ],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
    )
    props = {key: json.dumps(value, ensure_ascii=False) for key, value in content.items()}
    helper.set_model_props(model, props)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _difference(head: WordHead, path: Path) -> float:
    """Run the file by onnxruntime, and return how far its scores are from ours at most."""
    noise = np.random.default_rng(0).standard_normal((CHECKED, head.weight.shape[1]))
    embeddings = noise.astype(np.float32)
    (theirs,) = open_session(path.read_bytes()).run([OUTPUT], {INPUT: embeddings})
    return float(np.abs(theirs - head.scores(embeddings)).max())
