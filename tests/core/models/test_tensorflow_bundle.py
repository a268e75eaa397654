"""A TensorFlow bundle is read as it was written, or refused; never half, never without end."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ModelError
from core.models.catalogue import build_network
from core.models.checkpoint import load_checkpoint
from core.models.chunk_tagger import ChunkTagger
from core.models.detect_architecture import detect_architecture
from core.models.public_weights import draft_card, import_weights
from core.models.tensorflow_bundle import (
    MAX_ENTRIES,
    MAX_TENSOR_BYTES,
    Tensors,
    bundle_index,
    masked_crc32c,
    read_bundle,
)
from core.models.weights_source import WeightsSource
from tests.support.tensorflow_bundles import (
    HEADER,
    block,
    entry,
    finished,
    table,
    tensorflow_tensors,
    trailer,
    varint,
    write_bundle,
)

WORDS = ("guitar", "piano", "drums")
DATA = ".data-00000-of-00001"


def everything(_name: str) -> bool:
    return True


def some_tensors() -> dict[str, np.ndarray]:
    draw = np.random.default_rng(1)
    layers = {f"conv2d_{index}/bias": draw.standard_normal(3) for index in range(45)}
    return {
        **{name: values.astype(np.float32) for name, values in layers.items()},
        "dense/kernel": draw.standard_normal((4, 5)),
        "dense/half": draw.standard_normal((2, 1, 3)).astype(np.float16),
        "scalar": np.float32(2.5),
        "empty": np.zeros((0, 3), np.float32),
    }


def same(found: Tensors, written: dict[str, np.ndarray]) -> bool:
    return found.keys() == written.keys() and all(
        np.array_equal(found[name], np.asarray(values, np.float32))
        and found[name].shape == np.shape(values)
        for name, values in written.items()
    )


def test_the_checksum_is_crc32c() -> None:
    crc = 0xE3069283  # of the digits, as RFC 3720 and every other implementation has it
    masked = (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF
    assert masked_crc32c(b"123456789") == masked


def test_tensors_come_back_as_they_were_written(tmp_path: Path) -> None:
    index = write_bundle(tmp_path, some_tensors())
    assert same(read_bundle(index, everything), some_tensors())
    assert set(read_bundle(index, lambda name: name == "scalar")) == {"scalar"}


@pytest.mark.parametrize("prefix", ["", "model.ckpt-7"])
def test_every_file_of_a_bundle_leads_to_its_index(tmp_path: Path, prefix: str) -> None:
    index = write_bundle(tmp_path / "MTT_musicnn", some_tensors(), prefix)
    for path in (
        index,
        index.parent,
        index.with_name(prefix + DATA),
        index.with_name(prefix + ".meta"),
        index.with_name("checkpoint"),
    ):
        assert bundle_index(path) == index
    assert bundle_index(tmp_path) is None
    assert bundle_index(tmp_path / "weights.pth") is None
    assert bundle_index(tmp_path / "nowhere" / "checkpoint") is None
    write_bundle(index.parent, some_tensors(), "other")
    with pytest.raises(ModelError, match="several TensorFlow bundles"):
        bundle_index(index.parent)


def read_or_refused(folder: Path) -> Tensors | None:
    """The tensors of a bundle that may be anything; None for a refusal with words."""
    try:
        return read_bundle(folder / ".index", everything)
    except ModelError:
        return None


@given(
    suffix=st.sampled_from([".index", DATA]),
    position=st.floats(0, 1, exclude_max=True),
    flip=st.integers(1, 255),
)
@settings(max_examples=300, deadline=None)
def test_one_byte_that_changed_is_noticed(suffix: str, position: float, flip: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bundle(folder, some_tensors())
        content = bytearray((folder / suffix).read_bytes())
        content[int(position * len(content))] ^= flip
        (folder / suffix).write_bytes(content)
        found = read_or_refused(folder)
        assert found is None or same(found, some_tensors())  # where nothing reads that byte


@given(suffix=st.sampled_from([".index", DATA]), position=st.floats(0, 1, exclude_max=True))
@settings(max_examples=100, deadline=None)
def test_a_file_that_is_cut_off_is_refused(suffix: str, position: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_bundle(folder, some_tensors())
        content = (folder / suffix).read_bytes()
        (folder / suffix).write_bytes(content[: int(position * len(content))])
        assert read_or_refused(folder) is None


NUMBERS = st.one_of(st.integers(0, 40), st.integers(0, 2**64 - 1))


@given(
    key=st.binary(min_size=1, max_size=9),
    dtype=NUMBERS,
    shape=st.lists(NUMBERS, max_size=10),
    position=st.tuples(NUMBERS, NUMBERS, NUMBERS),
    checksum=st.integers(0, 2**32 - 1),
    more=st.binary(max_size=9),
)
@settings(max_examples=300, deadline=2000)
def test_an_entry_of_any_numbers_is_read_or_refused(
    key: bytes,
    dtype: int,
    shape: list[int],
    position: tuple[int, int, int],
    checksum: int,
    more: bytes,
) -> None:
    offset, size_bytes, shard = position
    value = entry(dtype, shape, offset, size_bytes, checksum, shard) + more
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / DATA).write_bytes(bytes(range(200)))
        (folder / ".index").write_bytes(table([(b"", HEADER), (key, value)]))
        read_or_refused(folder)


@given(st.binary(max_size=200), st.binary(max_size=40))
@settings(max_examples=200, deadline=2000)
def test_blocks_of_any_bytes_are_refused(content: bytes, handle: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for index in (content, finished(content + trailer(content), [(b"~", handle)])):
            (folder / ".index").write_bytes(index)
            assert read_or_refused(folder) is None


ZEROS = masked_crc32c(bytes(8))


@pytest.mark.parametrize(
    ("index", "words"),
    [
        (table([(b"", HEADER)], kind=1), "compressed"),
        (table([(b"", HEADER)], kind=9), "it is damaged"),
        (table([(b"", b"\x08\x01\x10\x01")]), "another order of bytes"),
        (table([(b"", HEADER), (b"a", entry(3, [2], 0, 8, ZEROS))]), "no plain numbers"),
        (table([(b"", HEADER), (b"a", entry(1, [3], 0, 8, ZEROS))]), "it is damaged"),
        (table([(b"", HEADER), (b"a", entry(1, [2**40], 0, 2**42, 0))]), "too large"),
        (table([(b"", HEADER), (b"a", entry(1, [0, 2**62], 0, 0, 0))]), "too large"),
        (table([(b"", HEADER), (b"a", entry(1, [2], 999, 8, ZEROS))]), "cut off"),
        (table([(b"", HEADER), (b"a", entry(1, [2], 0, 8, 7))]), "checksum"),
        (table([(b"a", entry(1, [2], 0, 8, ZEROS))]), "it is damaged"),
        (table([(b"", HEADER), (b"b", b""), (b"a", b"")]), "no plain numbers"),
        (table([(b"", HEADER), (b"k" * 2000, b"")]), "it is damaged"),
        (b"\x89PNG" * 30, "not of the kind"),
        (bytes(5 << 20), "too large"),
    ],
)
def test_the_error_names_what_is_wrong(tmp_path: Path, index: bytes, words: str) -> None:
    (tmp_path / ".index").write_bytes(index)
    (tmp_path / DATA).write_bytes(bytes(8))
    with pytest.raises(ModelError, match=words):
        read_bundle(tmp_path / ".index", everything)


def test_keys_in_disorder_and_blocks_read_twice_are_refused(tmp_path: Path) -> None:
    one = block([(b"", HEADER), (b"a", entry(1, [2], 0, 8, ZEROS))])
    handle = varint(0) + varint(len(one))
    twice = finished(one + trailer(one), [(b"1", handle), (b"2", handle)])
    disorder = table([(b"", HEADER), (b"b", b"\x08\x01"), (b"a", b"\x08\x01")])
    (tmp_path / DATA).write_bytes(bytes(8))
    for index in (twice, disorder):
        (tmp_path / ".index").write_bytes(index)
        with pytest.raises(ModelError, match="damaged"):
            read_bundle(tmp_path / ".index", lambda name: name == "a")


def test_tensors_that_share_their_numbers_do_not_grow_without_bound(tmp_path: Path) -> None:
    n_bytes = 1 << 20
    same_bytes = entry(1, [n_bytes // 4], 0, n_bytes, 0)
    names = [f"{index:05d}".encode() for index in range(MAX_TENSOR_BYTES // n_bytes + 1)]
    (tmp_path / ".index").write_bytes(table([(b"", HEADER), *((key, same_bytes) for key in names)]))
    with pytest.raises(ModelError, match="too large"):
        read_bundle(tmp_path / ".index", everything)
    many = [(f"{index:06d}".encode(), b"\x08\x03") for index in range(MAX_ENTRIES)]
    (tmp_path / ".index").write_bytes(table([(b"", HEADER), *many]))
    with pytest.raises(ModelError, match="damaged"):
        read_bundle(tmp_path / ".index", lambda _name: False)


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    index = write_bundle(tmp_path, some_tensors(), "m")
    (tmp_path / ("m" + DATA)).unlink()
    with pytest.raises(ModelError, match=r"m\.data-00000-of-00001 is missing"):
        read_bundle(index, everything)
    index.unlink()
    with pytest.raises(ModelError, match=r"m\.index is missing"):
        read_bundle(index, everything)


@pytest.mark.parametrize("architecture", ["musicnn_2019", "vgg_2019"])
def test_a_bundle_becomes_a_model(tmp_path: Path, architecture: str) -> None:
    torch.manual_seed(2)
    network = build_network(architecture, {"n_tags": len(WORDS)}).eval()
    assert isinstance(network, ChunkTagger)
    tensors = tensorflow_tensors(network)
    adam = {f"{name}/Adam": np.zeros_like(values) for name, values in tensors.items()}
    index = write_bundle(tmp_path / "mine", {**tensors, **adam, "beta1_power": np.float32(0.5)})
    guess = detect_architecture(index.with_name(DATA))
    assert (guess.architectures, guess.n_outputs) == ((architecture,), 3)
    source = WeightsSource(index.parent, architecture, WORDS)
    path, card = import_weights(source, draft_card(source, "mine"), tmp_path)
    assert card.recipe.name == "musicnn-2019"
    loaded = load_checkpoint(path).network.state_dict()
    for key, value in network.state_dict().items():
        assert torch.equal(loaded[key], value), key


def test_a_bundle_of_another_network_is_named(tmp_path: Path) -> None:
    index = write_bundle(tmp_path / "other", some_tensors())
    with pytest.raises(ModelError, match="network that RhythmCap does not know"):
        detect_architecture(index)
    with pytest.raises(ModelError, match="there is no model"):
        detect_architecture(tmp_path)
