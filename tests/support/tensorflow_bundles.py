"""TensorFlow bundles made by hand: a LevelDB table of entries, and the raw numbers beside it."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.models.chunk_tagger import ChunkTagger
from core.models.tensorflow_bundle import MAGIC, masked_crc32c
from core.models.tensorflow_weights import MIDDLE, MUSICNN, VARIABLES, VGG
from tests.support.parity_weights import public_state

DTYPES = {"float32": 1, "float64": 2, "int32": 3, "float16": 19}
RESTART_EVERY = 16
HEADER = b"\x08\x01\x1a\x02\x08\x01"  # one shard, little-endian, version 1

Items = Sequence[tuple[bytes, bytes]]


def varint(value: int) -> bytes:
    """A number, seven bits a byte."""
    content = bytearray()
    while value >= 0x80:
        content.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*content, value])


def number(field: int, value: int) -> bytes:
    """A field of a protocol buffer that is a number."""
    return varint(field << 3) + varint(value)


def part(field: int, content: bytes) -> bytes:
    """A field that is a record of its own."""
    return varint(field << 3 | 2) + varint(len(content)) + content


def entry(
    dtype: int, shape: Sequence[int], offset: int, size_bytes: int, checksum: int, shard: int = 0
) -> bytes:
    """A BundleEntry."""
    dimensions = b"".join(part(2, number(1, size)) for size in shape)
    where = number(3, shard) + number(4, offset) + number(5, size_bytes)
    return number(1, dtype) + part(2, dimensions) + where + b"\x35" + struct.pack("<I", checksum)


def block(items: Items) -> bytes:
    """A block of the table without its trailer: each key without what it shares with the last."""
    content, restarts, last = bytearray(), [], b""
    for index, (key, value) in enumerate(items):
        shared = 0
        if index % RESTART_EVERY == 0:
            restarts.append(len(content))
        else:
            while shared < min(len(last), len(key)) and last[shared] == key[shared]:
                shared += 1
        content += varint(shared) + varint(len(key) - shared) + varint(len(value))
        content += key[shared:] + value
        last = key
    restarts = restarts or [0]
    return bytes(content) + struct.pack(f"<{len(restarts) + 1}I", *restarts, len(restarts))


def trailer(content: bytes, kind: int = 0) -> bytes:
    """What follows a block: how it is compressed, and its checksum."""
    return bytes([kind]) + struct.pack("<I", masked_crc32c(content + bytes([kind])))


def table(items: Items, *, per_block: int = 20, kind: int = 0) -> bytes:
    """A whole .index. kind: what the blocks say of their compression."""
    content, handles = bytearray(), []
    for first in range(0, len(items), per_block):
        one = block(items[first : first + per_block])
        handles.append((items[first][0] + b"~", varint(len(content)) + varint(len(one))))
        content += one + trailer(one, kind)
    return finished(bytes(content), handles)


def finished(content: bytes, handles: Items) -> bytes:
    """The blocks with the index of blocks and the footer behind them."""
    meta, index = block([]), block(handles)
    meta_handle = varint(len(content)) + varint(len(meta))
    content += meta + trailer(meta)
    index_handle = varint(len(content)) + varint(len(index))
    content += index + trailer(index)
    return content + (meta_handle + index_handle).ljust(40, b"\0") + struct.pack("<Q", MAGIC)


def write_bundle(folder: Path, tensors: Mapping[str, NDArray], prefix: str = "") -> Path:
    """Write .index and .data of some tensors; return the .index."""
    folder.mkdir(parents=True, exist_ok=True)
    items, raw = [(b"", HEADER)], bytearray()
    for name in sorted(tensors):
        values = np.asarray(tensors[name])
        content = values.tobytes()
        described = entry(
            DTYPES[str(values.dtype)], values.shape, len(raw), len(content), masked_crc32c(content)
        )
        items.append((name.encode(), described))
        raw += content
    (folder / f"{prefix}.data-00000-of-00001").write_bytes(raw)
    (folder / f"{prefix}.index").write_bytes(table(items))
    return folder / f"{prefix}.index"


def tensorflow_tensors(network: ChunkTagger) -> dict[str, NDArray[np.float32]]:
    """The weights of our MusiCNN or VGG of 2019 as TensorFlow names and turns them."""
    state = public_state(network)
    layers = MUSICNN if "pooled_bn.weight" in state else VGG
    names = {own: name for name, own in layers.items()}
    variables = {
        True: {own: name for name, own in VARIABLES.items() if name in ("kernel", "bias")},
        False: {own: name for name, own in VARIABLES.items() if name not in ("kernel", "bias")},
    }
    tensors = {}
    for key, value in state.items():
        layer, _, last = key.rpartition(".")
        if last == "num_batches_tracked":
            continue
        values = value.numpy()
        if layer.removesuffix(".conv") in MIDDLE and values.ndim == 3:
            values = values[:, None]
        is_weighted = names[layer].startswith(("conv", "dense")) or "CNN" in names[layer]
        tensors[f"{names[layer]}/{variables[is_weighted][last]}"] = values.transpose()
    return tensors
