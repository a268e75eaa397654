"""PyTorch files as state dicts. They are opened with weights_only: no code in one is ever run.

The archive's directory is looked at before torch may unpack anything of it.
"""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.messages import message
from core.models.weights_limits import (
    MAX_RATIO,
    MAX_TENSORS,
    check_file,
    check_name,
    check_tensors,
    damaged_error,
    too_large_error,
)

if TYPE_CHECKING:
    from torch import Tensor

ARCHIVE, PICKLE = b"PK\x03\x04", b"\x80"  # how files of torch.save begin, since 1.6 and before
TORCHSCRIPT = "constants.pkl"
PICKLED = "data.pkl"
END, END_BYTES, MAX_COMMENT_BYTES = b"PK\x05\x06", 22, 65_535
DIRECTORY_BYTES_A_TENSOR = 400
MAX_PICKLE_BYTES = 4 << 20
MIN_SUSPECT_BYTES = 16 << 20  # below it nobody is hurt, however it is packed


def read_pth(path: Path) -> dict[str, Tensor]:
    """Read the state dict of a PyTorch file. Raises ModelError where it is anything else."""
    check_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(len(ARCHIVE))
        if head == ARCHIVE:
            _check_archive(path)
        elif not head.startswith(PICKLE):
            raise ModelError("weights.no_pytorch", name=path.name, path=path)
    except OSError as error:
        raise ModelError(
            "weights.unreadable", name=path.name, detail=str(error), path=path
        ) from error
    state = _state_dict(_load(path))
    if not state:
        raise ModelError("weights.no_state_dict", name=path.name, path=path)
    _check_tensors(path, state)
    return state


def _check_archive(path: Path) -> None:
    """Raise ModelError where an archive is damaged, unpacks to too much, or is a program."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END_BYTES - MAX_COMMENT_BYTES))
        tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + END_BYTES:
        raise damaged_error(path, message("weights.cut_off"))
    (directory_bytes,) = struct.unpack_from("<L", tail, at + 12)
    if directory_bytes > MAX_TENSORS * DIRECTORY_BYTES_A_TENSOR:
        check_tensors(path, MAX_TENSORS + 1, 0)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError) as error:
        raise damaged_error(path, message("weights.archive_damaged"), str(error)) from error
    _check_members(path, members)


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    names = {member.filename.rsplit("/", 1)[-1]: member for member in members}
    if TORCHSCRIPT in names:
        raise ModelError("weights.more_than_weights", name=path.name, path=path)
    unpacked = sum(member.file_size for member in members)
    check_tensors(path, len(members), unpacked)
    pickled = names[PICKLED].file_size if PICKLED in names else 0
    packed_well = unpacked > MIN_SUSPECT_BYTES and unpacked > MAX_RATIO * path.stat().st_size
    if packed_well or pickled > MAX_PICKLE_BYTES:
        raise too_large_error(path, unpacked)


def _load(path: Path) -> Any:
    import pickle
    import warnings

    import torch

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about pickles: what is odd in one is refused anyway
            return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise ModelError(
            "weights.more_than_weights", name=path.name, detail=str(error), path=path
        ) from error
    except (
        *(OSError, RuntimeError, ValueError, EOFError, struct.error, MemoryError),
        *(LookupError, TypeError, AttributeError, AssertionError, ArithmeticError),
    ) as error:  # the unpickler meets nonsense in many ways; RuntimeError: deep nesting, too
        raise damaged_error(path, message("weights.not_unpacked"), str(error)) from error


def _state_dict(loaded: Any) -> dict[str, Tensor]:
    """Return the names and tensors of a file, or of the one dictionary in it that holds some."""
    if not isinstance(loaded, dict):
        return {}
    inner = [loaded, *(value for value in loaded.values() if isinstance(value, dict))]
    found = [candidate for candidate in inner if _is_state_dict(candidate)]
    named = [candidate for candidate in found if candidate is loaded.get("state_dict")]
    chosen = named or found
    return dict(chosen[0]) if len(chosen) == 1 else {}


def _is_state_dict(candidate: dict[Any, Any]) -> bool:
    import torch

    return bool(candidate) and all(
        isinstance(key, str) and torch.is_tensor(value) for key, value in candidate.items()
    )


def _check_tensors(path: Path, state: dict[str, Tensor]) -> None:
    """Raise ModelError where a tensor is more, or less, than numbers in memory."""
    for key, value in state.items():
        check_name(path, key)
        if kind := _odd_kind(value):
            raise ModelError("weights.odd_tensor", name=path.name, key=key, kind=kind, path=path)
    n_bytes = sum(value.numel() * value.element_size() for value in state.values())
    check_tensors(path, len(state), n_bytes)


def _odd_kind(value: Tensor) -> str:
    import torch

    if value.is_nested:
        return "nested"
    if value.layout != torch.strided:
        return "sparse"
    if value.is_quantized:
        return "quantized"
    if value.is_complex():
        return "complex"
    n_bytes = value.numel() * value.element_size()
    if value.is_meta or value.untyped_storage().nbytes() < n_bytes:
        return "empty"  # numbers that are not there, or one that stands for many
    return ""
