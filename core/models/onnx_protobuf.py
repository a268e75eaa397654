"""What can be told of an ONNX file without running it: is it one, and does it hold all it needs?

A walk over the protocol buffer by its field numbers; no tensor is read. Whether it can be run is
onnxruntime's to say, in a process of its own (onnx_child.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import ModelError

MAX_BYTES = 1 << 30
MAX_DEPTH = 32  # of graphs in graphs
MAX_FIELDS = 1_000_000  # of one message
VARINT, FIXED_64, BYTES, FIXED_32 = 0, 1, 2, 5
MAX_VARINT_BYTES = 10

# Field numbers of onnx.proto, by message.
IR_VERSION, GRAPH, FUNCTIONS = 1, 7, 25  # of ModelProto
NODE, INITIALIZER, SPARSE_INITIALIZER = 1, 5, 15  # of GraphProto
NODE_ATTRIBUTE, FUNCTION_NODE = 5, 7  # of NodeProto, FunctionProto
TENSOR, SUBGRAPH, TENSORS, SUBGRAPHS, SPARSE, SPARSES = 5, 6, 10, 11, 22, 23  # of AttributeProto
SPARSE_VALUES, SPARSE_INDICES = 1, 2  # of SparseTensorProto
EXTERNAL_DATA, DATA_LOCATION = 13, 14  # of TensorProto
KEY, VALUE = 1, 2  # of StringStringEntryProto
RAW_DATA = 9  # of TensorProto, too: its numbers, in this file
LOCATION = "location"

Part = memoryview
Field = tuple[int, int | Part]


class MalformedError(Exception):
    """The bytes are no protocol buffer of an ONNX model."""


def read_bytes(path: Path) -> bytes:
    """Read a file that may be an ONNX model. Raises ModelError where it is none, or too large."""
    if not path.is_file():  # a pipe would be waited for
        raise ModelError("weights.no_file", name=path.name, path=path)
    try:
        n_bytes = path.stat().st_size
        if n_bytes > MAX_BYTES:
            raise too_large_error(path, n_bytes)
        content = path.read_bytes()
    except OSError as error:
        raise ModelError("onnx.not_onnx", name=path.name, detail=str(error), path=path) from error
    return content


def too_large_error(path: Path, n_bytes: int) -> ModelError:
    """Say how large a file is, and how large it may be."""
    return ModelError(
        "onnx.too_large", name=path.name, gigabytes=n_bytes / 1e9, limit=MAX_BYTES / 1e9, path=path
    )


def check_onnx(content: Part, name: str) -> None:
    """Raise ModelError where bytes are no ONNX model, or name other files.

    Those inside a model file are checked, too: it may be a stranger's.
    """
    try:
        location = external_location(content)
    except MalformedError as error:
        raise ModelError("onnx.not_onnx", name=name, detail=str(error)) from error
    if location:
        raise ModelError("onnx.external_data", name=name, file=location)


def external_location(content: Part) -> str:
    """Return the file that a tensor's numbers lie in, "" where all are in this one."""
    fields = list(_fields(content))
    numbers = {number for number, _ in fields}
    if not {IR_VERSION, GRAPH} <= numbers:
        raise MalformedError(f"fields {sorted(numbers)[:8]}")
    for number, part in fields:
        if number in (GRAPH, FUNCTIONS):
            for tensor in _tensors(as_part(part), is_function=number == FUNCTIONS):
                if location := external_entries(tensor).get(LOCATION, ""):
                    return location
    return ""


def _tensors(graph: Part, depth: int = 0, *, is_function: bool = False) -> Iterator[Part]:
    """Yield every tensor of a graph and of the graphs in its nodes."""
    if depth > MAX_DEPTH:
        raise MalformedError("graphs in graphs without end")
    node_number = FUNCTION_NODE if is_function else NODE
    for number, part in _fields(graph):
        if number == node_number:
            yield from _tensors_of_node(as_part(part), depth)
        elif is_function:
            continue
        elif number == INITIALIZER:
            yield as_part(part)
        elif number == SPARSE_INITIALIZER:
            yield from _tensors_of_sparse(as_part(part))


def _tensors_of_node(node: Part, depth: int) -> Iterator[Part]:
    for number, attribute in _fields(node):
        if number != NODE_ATTRIBUTE:
            continue
        for kind, part in _fields(as_part(attribute)):
            if kind in (TENSOR, TENSORS):
                yield as_part(part)
            elif kind in (SUBGRAPH, SUBGRAPHS):
                yield from _tensors(as_part(part), depth + 1)
            elif kind in (SPARSE, SPARSES):
                yield from _tensors_of_sparse(as_part(part))


def _tensors_of_sparse(sparse: Part) -> Iterator[Part]:
    for number, part in _fields(sparse):
        if number in (SPARSE_VALUES, SPARSE_INDICES):
            yield as_part(part)


def external_entries(tensor: Part) -> dict[str, str]:
    """Return where a tensor's numbers lie, by "location", "offset" and "length"; {} for here."""
    entries: dict[str, str] = {}
    for number, value in _fields(tensor):
        if number == EXTERNAL_DATA:
            entry = dict(_fields(as_part(value)))
            key, text = (_text(entry.get(part)) for part in (KEY, VALUE))
            entries = {LOCATION: "?", **entries, key: text or "?"}
        elif number == DATA_LOCATION and value:
            entries.setdefault(LOCATION, "?")
    return entries


def _text(value: int | Part | None) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, memoryview) else ""


def as_part(value: int | Part) -> Part:
    """Return the bytes of a field. Raises MalformedError for a number."""
    if not isinstance(value, memoryview):
        raise MalformedError("a number where a message should be")
    return value


def _fields(message: Part) -> Iterator[Field]:
    """Yield field numbers and values of a message. Raises MalformedError."""
    for number, value, _ in encoded_fields(message):
        yield number, value


def encoded_fields(message: Part) -> Iterator[tuple[int, int | Part, Part]]:
    """Yield field numbers, values, and both as they are written. Raises MalformedError."""
    at, end, n_fields = 0, len(message), 0
    while at < end:
        n_fields += 1
        start = at
        if n_fields > MAX_FIELDS:
            raise MalformedError("more parts than any network has")
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        value: int | Part = 0
        if kind == VARINT:
            value, at = _varint(message, at)
        elif kind == BYTES:
            length, at = _varint(message, at)
            value = message[at : at + length]
            at += length
        elif kind in (FIXED_64, FIXED_32):
            at += 8 if kind == FIXED_64 else 4
        else:
            raise MalformedError(f"wire type {kind}")
        if at > end or not number:
            raise MalformedError("cut off")
        yield number, value, message[start:at]


def _varint(message: Part, at: int) -> tuple[int, int]:
    value = 0
    for index in range(MAX_VARINT_BYTES):
        if at + index >= len(message):
            raise MalformedError("cut off")
        byte = message[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, at + index + 1
    raise MalformedError("a number without end")
