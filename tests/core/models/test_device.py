"""The device is chosen and said in words; threads are given back; memory may run out."""

from __future__ import annotations

import threading

import pytest
import torch

from core.models import device
from core.models.device import (
    choose_device,
    device_sentence,
    is_out_of_memory,
    leave_one_core_free,
    torch_threads,
)
from core.training.finetune import attempts


def test_the_device_is_named_and_threads_are_restored() -> None:
    assert choose_device("cpu") == "cpu"
    assert device_sentence("cpu").startswith("Runs on the processor")
    before = torch.get_num_threads()
    with torch_threads(1):
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == before


def test_a_system_whose_c_library_has_no_name_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nameless(_name: None) -> None:
        raise TypeError("Windows")

    monkeypatch.setattr(device.ctypes, "CDLL", nameless)
    monkeypatch.setattr(device.sys, "platform", "win32")
    device.limit_memory_pools()
    device.give_back_freed_memory()


def test_torch_has_its_threads_back_afterwards() -> None:
    seen: list[int] = []

    def inside() -> None:
        before = torch.get_num_threads()
        with leave_one_core_free():
            seen.append(torch.get_num_threads())
        seen.append(torch.get_num_threads() - before)

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    assert seen[0] >= 1
    assert seen[1] == 0


def test_running_out_of_memory_is_recognised_and_answered() -> None:
    assert is_out_of_memory(RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"))
    assert is_out_of_memory(RuntimeError("DefaultCPUAllocator: can't allocate memory"))
    assert is_out_of_memory(MemoryError())
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert list(attempts("cuda", 8)) == [("cuda", 8), ("cuda", 4), ("cpu", 4), ("cpu", 1)]
    assert list(attempts("cpu", 1)) == [("cpu", 1)]
