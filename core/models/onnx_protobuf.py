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
LOCATION = b"location"

Part = memoryview
Field = tuple[int, int | Part]


class _MalformedError(Exception):
    """The bytes are no protocol buffer of an ONNX model."""


def read_onnx_file(path: Path) -> bytes:
    """Read a file that is an ONNX model, whole and on its own.

    Raises ModelError where it is none, too large, cut off, or one of several files.
    """
    if not path.is_file():  # a pipe would be waited for
        raise ModelError("weights.no_file", name=path.name, path=path)
    try:
        n_bytes = path.stat().st_size
        if n_bytes > MAX_BYTES:
            raise ModelError(
                "onnx.too_large", name=path.name, gigabytes=n_bytes / 1e9, limit=MAX_BYTES / 1e9,
                path=path,
            )  # fmt: skip
        content = path.read_bytes()
    except OSError as error:
        raise ModelError("onnx.not_onnx", name=path.name, detail=str(error), path=path) from error
    check_onnx(memoryview(content), path.name)
    return content


def check_onnx(content: Part, name: str) -> None:
    """Raise ModelError where bytes are no ONNX model, or name other files.

    Those inside a model file are checked, too: it may be a stranger's.
    """
    try:
        location = _find_location(content)
    except _MalformedError as error:
        raise ModelError("onnx.not_onnx", name=name, detail=str(error)) from error
    if location:
        raise ModelError("onnx.external_data", name=name, file=location)


def _find_location(content: Part) -> str:
    """Return the file that a tensor's numbers lie in, "" where all are in this one."""
    fields = list(_fields(content))
    numbers = {number for number, _ in fields}
    if not {IR_VERSION, GRAPH} <= numbers:
        raise _MalformedError(f"fields {sorted(numbers)[:8]}")
    for number, part in fields:
        if number in (GRAPH, FUNCTIONS):
            for tensor in _tensors(_as_part(part), is_function=number == FUNCTIONS):
                if location := _location(tensor):
                    return location
    return ""


def _tensors(graph: Part, depth: int = 0, *, is_function: bool = False) -> Iterator[Part]:
    """Yield every tensor of a graph and of the graphs in its nodes."""
    if depth > MAX_DEPTH:
        raise _MalformedError("graphs in graphs without end")
    node_number = FUNCTION_NODE if is_function else NODE
    for number, part in _fields(graph):
        if number == node_number:
            yield from _tensors_of_node(_as_part(part), depth)
        elif is_function:
            continue
        elif number == INITIALIZER:
            yield _as_part(part)
        elif number == SPARSE_INITIALIZER:
            yield from _tensors_of_sparse(_as_part(part))


def _tensors_of_node(node: Part, depth: int) -> Iterator[Part]:
    for number, attribute in _fields(node):
        if number != NODE_ATTRIBUTE:
            continue
        for kind, part in _fields(_as_part(attribute)):
            if kind in (TENSOR, TENSORS):
                yield _as_part(part)
            elif kind in (SUBGRAPH, SUBGRAPHS):
                yield from _tensors(_as_part(part), depth + 1)
            elif kind in (SPARSE, SPARSES):
                yield from _tensors_of_sparse(_as_part(part))


def _tensors_of_sparse(sparse: Part) -> Iterator[Part]:
    for number, part in _fields(sparse):
        if number in (SPARSE_VALUES, SPARSE_INDICES):
            yield _as_part(part)


def _location(tensor: Part) -> str:
    """Return the file that a tensor's numbers lie in, "" where they are here."""
    location, is_external = "?", False
    for number, value in _fields(tensor):
        if number == EXTERNAL_DATA:
            entry = dict(_fields(_as_part(value)))
            is_external = True
            if _text(entry.get(KEY)) == LOCATION:
                location = _text(entry.get(VALUE)).decode("utf-8", "replace")
        elif number == DATA_LOCATION:
            is_external = is_external or bool(value)
    return location if is_external else ""


def _text(value: int | Part | None) -> bytes:
    return bytes(value) if isinstance(value, memoryview) else b""


def _as_part(value: int | Part) -> Part:
    if not isinstance(value, memoryview):
        raise _MalformedError("a number where a message should be")
    return value


def _fields(message: Part) -> Iterator[Field]:
    """Yield field numbers and values of a message. Raises _MalformedError."""
    at, end, n_fields = 0, len(message), 0
    while at < end:
        n_fields += 1
        if n_fields > MAX_FIELDS:
            raise _MalformedError("more parts than any network has")
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
            raise _MalformedError(f"wire type {kind}")
        if at > end or not number:
            raise _MalformedError("cut off")
        yield number, value


def _varint(message: Part, at: int) -> tuple[int, int]:
    value = 0
    for index in range(MAX_VARINT_BYTES):
        if at + index >= len(message):
            raise _MalformedError("cut off")
        byte = message[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, at + index + 1
    raise _MalformedError("a number without end")
