"""Which graphics card is in this machine, asked without torch: its CPU build knows none."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from core.child_signals import no_ctrl_c_for_children
from core.graphics.graphics_records import Card, CardKind

QUERY = (
    "--query-gpu=name,driver_version,memory.total,compute_cap",
    "--format=csv,noheader,nounits",
)
ASK_S = 15.0
PROC = Path("/proc/driver/nvidia")
TEXT_BYTES = 96  # NVML's own bound for names and versions
NVML_NAMES = ("nvml.dll", "libnvidia-ml.so.1")

# Oldest driver -> wheels of CUDA; and what these wheels still compute on.
WHEELS = (((580, 65), "cu130", 7.5), ((525, 60), "cu126", 5.0), ((450, 80), "cu118", 5.0))
NEW_CARD, NEW_CARD_DRIVER, NEW_CARD_WHEELS = 10.0, (570, 26), "cu128"


def find_card(proc: Path = PROC) -> Card:
    """Find the card: by NVIDIA's own program, its library, or the kernel; else Apple's, or none."""
    card = _from_program() or _from_library() or _from_kernel(proc)
    if card is not None:
        return card
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return Card(CardKind.APPLE, name="Apple")
    return Card(CardKind.NONE)


def suitable_cuda(card: Card) -> str:
    """Return the name of the newest wheels ("cu126") for a card and its driver; "" for none."""
    if card.kind is not CardKind.NVIDIA or not card.answers:
        return ""
    driver = _numbers(card.driver)
    if card.capability >= NEW_CARD and NEW_CARD_DRIVER <= driver < WHEELS[0][0]:
        return NEW_CARD_WHEELS
    for oldest, cuda, lowest in WHEELS:
        known_too_old = 0.0 < card.capability < lowest
        known_too_new = card.capability >= NEW_CARD and cuda != WHEELS[0][1]
        if driver >= oldest and not known_too_old and not known_too_new:
            return cuda
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def _from_program() -> Card | None:
    """Ask nvidia-smi, which comes with every driver; None where it is not there."""
    program = shutil.which("nvidia-smi")
    if program is None:
        return None
    try:
        with no_ctrl_c_for_children():
            finished = subprocess.run(
                [program, *QUERY], capture_output=True, text=True, timeout=ASK_S, check=False,
                stdin=subprocess.DEVNULL, errors="replace",
            )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    if finished.returncode:  # it is there, but its driver does not answer
        return Card(CardKind.NVIDIA, answers=False)
    cards = [_card_of_line(line) for line in finished.stdout.splitlines() if line.count(",") >= 3]
    return max(cards, key=lambda card: (card.capability, card.memory_mb), default=None)


def _card_of_line(line: str) -> Card:
    name, driver, memory, capability = (part.strip() for part in line.rsplit(",", 3))
    memory_mb = int(memory) if memory.isdigit() else 0
    with contextlib.suppress(ValueError):
        return Card(CardKind.NVIDIA, name, driver, float(capability), memory_mb)
    return Card(CardKind.NVIDIA, name, driver, 0.0, memory_mb)


def _from_library() -> Card | None:
    """Ask the driver's library (NVML), where the program is not on the path, as on Windows."""
    for name in NVML_NAMES:
        with contextlib.suppress(OSError, AttributeError):
            return _from_nvml(ctypes.CDLL(name))
    return None


def _from_nvml(nvml: ctypes.CDLL) -> Card | None:
    if nvml.nvmlInit_v2():
        return Card(CardKind.NVIDIA, answers=False)
    handle, text = ctypes.c_void_p(), ctypes.create_string_buffer(TEXT_BYTES)
    driver = "" if nvml.nvmlSystemGetDriverVersion(text, TEXT_BYTES) else text.value.decode()
    if nvml.nvmlDeviceGetHandleByIndex_v2(0, ctypes.byref(handle)):
        return None
    name = "" if nvml.nvmlDeviceGetName(handle, text, TEXT_BYTES) else text.value.decode()
    major, minor = ctypes.c_int(), ctypes.c_int()
    nvml.nvmlDeviceGetCudaComputeCapability(handle, ctypes.byref(major), ctypes.byref(minor))
    return Card(CardKind.NVIDIA, name, driver, major.value + minor.value / 10)


def _from_kernel(proc: Path) -> Card | None:
    """Read what the Linux driver tells of its cards."""
    for file in sorted(proc.glob("gpus/*/information")):
        with contextlib.suppress(OSError):
            lines = file.read_text(errors="replace").splitlines()
            fields = dict(line.split(":", 1) for line in lines if ":" in line)
            return Card(CardKind.NVIDIA, fields.get("Model", "").strip(), _kernel_driver(proc))
    return None


def _kernel_driver(proc: Path) -> str:
    with contextlib.suppress(OSError):
        words = (proc / "version").read_text(errors="replace").split()
        return next((word for word in words if len(_numbers(word)) == 2), "")
    return ""
