"""Where networks run: the GPU when there is one, the processor otherwise.

Nothing here imports torch before it is asked a question.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from core.errors import ModelError
from core.messages import message, sentences

OUT_OF_MEMORY = (
    *("out of memory", "can't allocate memory", "not enough memory", "alloc_cpu"),
    *("_status_alloc_failed", "insufficient memory"),
)
CARD_FAILED = (
    *("cuda error", "cuda driver error", "cudnn error", "cudnn_status_", "cublas_status_"),
    *("cufft_", "nvml", "device lost", "device-side assert", "unspecified launch failure"),
    *("device not ready", "command buffer", "mps backend", "mps device", "mpsgraph"),
)
M_ARENA_MAX, MAX_POOLS = -8, 2  # glibc's number of the option
MAX_KEPT_BYTES = 31_000_000  # glibc's own limit is 32 MiB


_failed: set[str] = set()  # cards that have stopped answering, until the program ends


def choose_device(requested: str = "auto") -> str:
    """Choose the graphics card where it is wanted ("cuda", or left open) and works: "cuda", or
    "mps" on a Mac; otherwise "cpu".
    """
    import torch

    if requested not in ("auto", "cuda"):
        return "cpu"
    works = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return next((name for name in works if works[name] and name not in _failed), "cpu")


def kind_of(device: str) -> str:
    """Return "cpu", "cuda" or "mps" for a device, which may have a number ("cuda:1")."""
    return device.partition(":")[0]


def give_up(device: str) -> None:
    """Choose this card no more in this process: after such an error nothing runs on it."""
    _failed.add(device)


def device_sentence(requested: str = "auto") -> str:
    """Say where the networks run, for the status bar."""
    import torch

    device = choose_device(requested)
    if device == "cuda":
        return message("device.gpu", card=torch.cuda.get_device_name())
    if device == "mps":
        return message("device.apple")
    cores = os.cpu_count() or 1
    where = message("device.cpu_bfloat16" if has_bfloat16("cpu") else "device.cpu", cores=cores)
    return sentences(where, message("device.no_gpu")) if requested == "cuda" else where


def has_bfloat16(device: str) -> bool:
    """Return whether 16-bit arithmetic is done by the machine itself, and so is faster."""
    import torch

    if kind_of(device) == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    if kind_of(device) == "mps":  # only from macOS 14 on, and no faster there
        return False
    capabilities = torch.cpu.get_capabilities()
    return bool(
        capabilities.get("avx512_bf16") or capabilities.get("amx_bf16") or capabilities.get("bf16")
    )


def arithmetic(device: str, *, half: bool = True) -> str:
    """Name in how many bits a device computes. half: in 16 where that is faster."""
    return f"{kind_of(device)} {'bf16' if half and has_bfloat16(device) else 'f32'}"


def machine_arithmetic(device: str, *, half: bool = True) -> str:
    """Name how a machine computes: where names differ, so do the last digits of scores."""
    import torch

    if kind_of(device) == "cuda":
        return f"{arithmetic(device, half=half)} {torch.cuda.get_device_name(device)}"
    return f"{arithmetic(device, half=half)} {torch.backends.cpu.get_cpu_capability().lower()}"


def half_precision(device: str) -> AbstractContextManager[object]:
    """Autocast to bfloat16 where the machine has it; otherwise nothing changes."""
    import torch

    if has_bfloat16(device):
        return torch.autocast(kind_of(device), torch.bfloat16)
    return nullcontext()


@contextmanager
def seeded(seed: int, device: str) -> Iterator[None]:
    """Draw random numbers from a seed inside the block, as before it afterwards.

    On the processor no graphics card is asked for its state: one that failed answers nothing.
    """
    import torch

    if device == "cpu":
        with torch.random.fork_rng(devices=[]):
            torch.default_generator.manual_seed(seed)
            yield
        return
    with torch.random.fork_rng(devices=None if kind_of(device) == "cuda" else []):
        torch.manual_seed(seed)
        yield


@functools.cache
def freeze_collected_objects() -> None:
    """Once torch is loaded: its half a million objects are walked no more when garbage is
    collected, which stopped the window for a tenth of a second each time.

    Nothing is collected here: on a job's thread that could delete what belongs to the window.
    """
    gc.freeze()


@functools.cache
def keep_freed_memory() -> None:
    """Have the C library (glibc) keep what torch frees for its next use.

    It hands pieces back to the system that are larger than the largest it has seen freed, and the
    system then clears each page anew: a fifth of the time a song takes in a large LSTM.
    """
    import torch

    torch.empty(MAX_KEPT_BYTES, dtype=torch.uint8)


@contextmanager
def torch_threads(n: int) -> Iterator[None]:
    """Compute with n threads of torch and of numpy inside the block, with as many as before after.

    numpy's own library would take every core, and wait in a loop for one that is not free.
    """
    import torch
    from threadpoolctl import threadpool_limits

    before = torch.get_num_threads()
    torch.set_num_threads(max(1, n))
    try:
        with threadpool_limits(max(1, n), user_api="blas"):
            yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def leave_one_core_free() -> Iterator[None]:
    """Compute on all cores but one, so that one stays free for the window and the sound.

    The thread keeps its priority: one that steps back while it holds Python's lock makes the
    window wait for it (seconds, measured with other programs at work).
    """
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    with torch_threads((usable or 1) - 1):
        yield


def limit_memory_pools() -> None:
    """Have all threads share two pools of memory, where the C library can (glibc).

    It gives every thread one of its own, up to eight a core, and keeps in each what was freed
    there: the memory of a long session grew by five megabytes with every round of learning.
    """
    if sys.platform == "linux":  # Windows has no library without a name
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, MAX_POOLS)


def give_back_freed_memory() -> None:
    """Hand back to the system what long work has freed, where the C library can (glibc).

    Every job has a thread of its own, and glibc keeps what each has freed: hundreds of megabytes
    after some rounds of learning.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether torch or Python ran out of memory, of the card or of the machine."""
    if isinstance(error, MemoryError):
        return True
    text = str(error).casefold()
    return isinstance(error, RuntimeError) and any(words in text for words in OUT_OF_MEMORY)


def has_card_failed(error: BaseException, device: str) -> bool:
    """Return whether an error says that a card, not the work, has failed, or lacks an operation."""
    if device == "cpu" or is_out_of_memory(error) or not isinstance(error, RuntimeError):
        return False
    text = str(error).casefold()
    is_missing = isinstance(error, NotImplementedError) and kind_of(device) in text
    return is_missing or any(words in text for words in CARD_FAILED)


@contextmanager
def told_if_card_fails(device: str) -> Iterator[None]:
    """Raise ModelError where a card fails inside, and choose it no more: a second try works."""
    try:
        yield
    except RuntimeError as error:
        if not has_card_failed(error, device):
            raise
        give_up(device)
        raise ModelError("device.failed", detail=str(error)) from error
