"""Read an ONNX file, whole: weights that lie in a file beside it are put into it.

That is how PyTorch exports since 2.9. Nothing else is opened: no other folder, no link.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import ModelError
from core.models.onnx_protobuf import (
    BYTES,
    DATA_LOCATION,
    EXTERNAL_DATA,
    GRAPH,
    INITIALIZER,
    LOCATION,
    MAX_BYTES,
    RAW_DATA,
    MalformedError,
    Part,
    as_part,
    check_onnx,
    encoded_fields,
    external_entries,
    external_location,
    read_bytes,
    too_large_error,
)


def read_onnx_file(path: Path) -> bytes:
    """Read a file that is an ONNX model, with the weights beside it.

    Raises ModelError where it is none, too large, cut off, or its weights are not there.
    """
    content = read_bytes(path)
    try:
        if external_location(memoryview(content)):
            content = _Weights(path, len(content)).put_into(memoryview(content))
    except MalformedError as error:
        raise ModelError("onnx.not_onnx", name=path.name, detail=str(error), path=path) from error
    check_onnx(memoryview(content), path.name)  # what is still elsewhere is refused
    return content


class _Weights:
    """The files of weights beside a model. n_bytes: read so far, with the model."""

    def __init__(self, path: Path, n_bytes: int) -> None:
        self._path = path
        self._n_bytes = n_bytes

    def put_into(self, model: Part) -> bytes:
        """Return the model with the numbers of its graph's tensors in it."""
        return b"".join(
            _field(number, self._graph(as_part(value))) if number == GRAPH else encoded
            for number, value, encoded in encoded_fields(model)
        )

    def _graph(self, graph: Part) -> bytes:
        parts: list[bytes | Part] = []
        for number, value, encoded in encoded_fields(graph):
            entries = external_entries(as_part(value)) if number == INITIALIZER else {}
            is_inside = not entries
            parts.append(encoded if is_inside else _field(number, self._tensor(value, entries)))
        return b"".join(parts)

    def _tensor(self, value: int | Part, entries: dict[str, str]) -> bytes:
        elsewhere = (EXTERNAL_DATA, DATA_LOCATION, RAW_DATA)
        known = [
            part for number, _, part in encoded_fields(as_part(value)) if number not in elsewhere
        ]
        return b"".join([*known, _field(RAW_DATA, self._read(entries))])

    def _read(self, entries: dict[str, str]) -> bytes:
        """Read one tensor's numbers from the file beside the model that is named."""
        location = entries[LOCATION]
        file = self._path.parent / location
        is_beside = file.name == location and file.is_file() and not file.is_symlink()
        if not is_beside:
            raise self._missing(location)
        offset, length = (_number(entries.get(key, "")) for key in ("offset", "length"))
        try:
            n_left = file.stat().st_size - (offset or 0)
            n_bytes = n_left if length is None else length
            if n_bytes > n_left or n_left < 0:
                raise self._missing(location)
            self._n_bytes += n_bytes
            if self._n_bytes > MAX_BYTES:
                raise too_large_error(self._path, self._n_bytes)
            with file.open("rb") as weights:
                weights.seek(offset or 0)
                return weights.read(n_bytes)
        except OSError as error:
            raise self._missing(location, str(error)) from error

    def _missing(self, location: str, detail: str = "") -> ModelError:
        return ModelError(
            "onnx.external_data", name=self._path.name, file=location, detail=detail,
            path=self._path,
        )  # fmt: skip


def _number(text: str) -> int | None:
    """Read an offset or a length; None where there is none. Raises MalformedError."""
    if not text:
        return None
    if not text.isdecimal() or len(text) > 15:
        raise MalformedError(f"{text[:20]!r} is no count of bytes")
    return int(text)


def _field(number: int, content: bytes) -> bytes:
    """Write a field of bytes as a protocol buffer has it."""
    return b"".join([_varint(number << 3 | BYTES), _varint(len(content)), content])


def _varint(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)
