"""The one table of architectures: what each network is called, where it is from, what it is for.

Sizes come from a model's card; the network itself is imported only when it is built.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.models.model_records import (
    LSTM_SUFFIX,
    LSTM_TITLE,
    PROBE_SUFFIX,
    Architecture,
    network_name,
)
from core.models.onnx_records import ONNX
from core.models.public_taggers import PUBLIC_TAGGERS, PublicTagger

if TYPE_CHECKING:
    from core.models.network import TaggingNetwork


# With 50 tags, in the usual sizes; a test builds every network on no memory and counts.
N_PARAMETERS = {
    "choi_lstm": 18_745_010, "cnn_lstm": 457_754, "fcn": 447_732, "crnn": 394_100,
    "musicnn": 784_300,
    "musicnn_wide": 7_972_000, "sample": 1_869_874, "sample_se": 6_951_858,
    "short_chunk": 3_687_348, "short_chunk_res": 12_104_244, "self_attention": 10_521_652,
    "harmonic": 3_631_551, "musicnn_2019": 787_159, "vgg_2019": 605_748,
    "choi_msd_cnn": 865_950, "choi_msd_crnn": 396_786,
    "fcn+lstm": 1_379_188, "crnn+lstm": 1_294_388, "musicnn+lstm": 2_883_764,
    "musicnn_wide+lstm": 11_012_276, "sample+lstm": 3_237_682, "sample_se+lstm": 8_055_986,
    "short_chunk+lstm": 4_791_476, "short_chunk_res+lstm": 13_208_372,
    "self_attention+lstm": 11_640_116, "harmonic+lstm": 4_683_711,
    "musicnn_2019+lstm": 2_886_623, "vgg_2019+lstm": 1_724_212,
    "choi_msd_cnn+lstm": 1_984_414, "choi_msd_crnn+lstm": 1_297_074,
}  # fmt: skip


MAX_MELS, MAX_TAGS = 1024, 100_000  # what the card of a probe may claim


def _choi_lstm(sizes: Mapping[str, Any]) -> TaggingNetwork:
    from core.models.choi_lstm import ChoiLstm, config_from

    return ChoiLstm(config_from(sizes))


_CHOI_LSTM = Architecture(
    name="choi_lstm",
    title="Choi CNN + LSTM",
    paper="Sankaran 2017, after Choi, Fazekas and Sandler 2016",
    year=2017,
    recipe="thesis",
    segment_frames=1366,
    n_parameters=N_PARAMETERS["choi_lstm"],
    build=_choi_lstm,
)


def _cnn_lstm(sizes: Mapping[str, Any]) -> TaggingNetwork:
    from core.models.cnn_lstm import CnnLstm, config_from

    return CnnLstm(config_from(sizes))


_CNN_LSTM = Architecture(
    name="cnn_lstm",
    title="CNN + LSTM",
    paper="RhythmCap, after Sankaran 2017",
    year=2026,
    recipe="thesis",
    segment_frames=470,
    n_parameters=N_PARAMETERS["cnn_lstm"],
    build=_cnn_lstm,
)


def _alone(row: PublicTagger) -> Architecture:
    return Architecture(
        row.name,
        row.title,
        row.paper,
        row.year,
        row.recipe,
        row.segment_frames,
        N_PARAMETERS[row.name],
        row.build,
    )


def _with_lstm(row: PublicTagger) -> Architecture:
    return Architecture(
        row.name + LSTM_SUFFIX,
        row.title + LSTM_TITLE,
        f"{row.paper}; Sankaran 2017 for the LSTM",
        row.year,
        row.recipe,
        row.segment_frames,
        N_PARAMETERS[row.name + LSTM_SUFFIX],
        row.build_with_lstm,
    )


def _onnx(sizes: Mapping[str, Any]) -> TaggingNetwork:
    from core.models.onnx_embedding import onnx_network

    return onnx_network(sizes)


# Whatever lies in the file: input and size are on the card of the model.
_ONNX = Architecture(
    name=ONNX,
    title="ONNX",
    paper="",
    year=0,
    recipe="waveform-16k",
    segment_frames=0,
    n_parameters=0,
    build=_onnx,
)

ARCHITECTURES: dict[str, Architecture] = {
    row.name: row
    for row in (
        _CHOI_LSTM,
        _CNN_LSTM,
        *map(_alone, PUBLIC_TAGGERS),
        *map(_with_lstm, PUBLIC_TAGGERS),
        _ONNX,
    )
}


def can_take_lstm(architecture: str) -> bool:
    """Return whether a network scores chunk by chunk, and has a form with an LSTM behind it."""
    return architecture + LSTM_SUFFIX in ARCHITECTURES


def build_network(architecture: str, sizes: Mapping[str, Any]) -> TaggingNetwork:
    """Build a network with fresh weights. Raises ModelError for unknown names or bad sizes.

    A name that ends with PROBE_SUFFIX is a network of the table with a linear probe behind it: its
    sizes are {"network": sizes, "n_mels", "n_tags", "sides": [{"architecture", "sizes", …}, …]}.
    """
    row = ARCHITECTURES.get(network_name(architecture))
    if row is None:
        raise ModelError(
            "models.unknown_architecture",
            architecture=architecture,
            known=", ".join(sorted(ARCHITECTURES)),
        )
    try:
        if architecture.endswith(PROBE_SUFFIX):
            return _build_probe(row, sizes)
        return row.build(sizes)
    except (KeyError, ValueError, TypeError, RuntimeError, OverflowError) as error:
        raise ModelError("models.odd_sizes", title=row.title, detail=str(error)) from error


def _build_probe(row: Architecture, sizes: Mapping[str, Any]) -> TaggingNetwork:
    from core.models.probe_tagger import ProbeTagger, SideEmbedder

    n_mels, n_tags = int(sizes["n_mels"]), int(sizes["n_tags"])
    if not 0 <= n_mels <= MAX_MELS or not 0 <= n_tags <= MAX_TAGS:
        raise ValueError(f"n_mels {n_mels}, n_tags {n_tags}")
    sides = [
        SideEmbedder(ARCHITECTURES[side["architecture"]].build(side["sizes"]))
        for side in sizes.get("sides", ())
    ]
    return ProbeTagger(row.build(sizes["network"]), n_mels, n_tags, sides)
