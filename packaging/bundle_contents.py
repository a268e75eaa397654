"""What goes into the bundle and what stays out: the spec of PyInstaller takes it from here.

PyInstaller takes whole packages where it cannot tell what of them is used; torch alone has 630 MB
then.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Entry = tuple[str, str, str]  # its path in the bundle, the file it comes from, its kind

# Modules that nothing of RhythmCap comes to, and what only they need.
UNUSED = [
    "IPython", "cryptography", "docutils", "librosa", "llvmlite", "matplotlib", "numba", "pandas",
    "pygments", "pytest", "rich", "setuptools", "tkinter", "wx",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest",
    "torch._inductor.autoheuristic", "torch._inductor.codegen", "torch._inductor.compile_fx",
    "torch._inductor.fx_passes", "torch._inductor.kernel", "torch.distributed.benchmarks",
    "torch.distributed.elastic", "torch.distributed.launcher", "torch.distributed.pipelining",
    "torch.testing._internal.opinfo", "torch.utils.benchmark", "torch.utils.tensorboard",
]  # fmt: skip
# Files, by their paths in the bundle.
_UNUSED_FILES = re.compile(
    r"""
    torch/(bin/(?!torch_shm_manager)|(test|share|include)/)
    | torch/lib/lib(torchbind_test|jitbackend_test|backend_with_compiler|aoti_custom_ops)\.
    | PySide6/Qt/translations/(?!qtbase_(de|it|es)\.qm$)
    | PySide6/Qt/plugins/(egldeviceintegrations|generic|networkinformation|tls|xcbglintegrations)/
    | PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)\.
    | PySide6/Qt/plugins/platformthemes/libqgtk3\.
    | PySide6/Qt/lib/libQt6(EglFS|Network|Test)
    | PySide6/Qt(Network|Test)\.
    | PySide6/(lupdate|lrelease|qml|Assistant|Designer|Linguist)
    """,
    re.VERBOSE,
)
# Torch reads some of its own sources as it is loaded: all settings, and what it compiles. Of its
# large packages only those are kept beside the bytecode.
_UNREAD_SOURCES = re.compile(
    r"""
    torch/
    (?!.*config\.py$
      | _dynamo/(_trace_wrapped_higher_order_op|variables/streams)\.
      | distributed/(_functional_collectives|tensor/_collective_utils)\.
      | onnx/ops/ | utils/_debug_mode/ )
    (_dynamo|_inductor|ao|distributed|onnx|testing|utils)/.*\.py$
    """,
    re.VERBOSE,
)
# The sound system of the computer itself knows its plugins and its cards.
_OF_THE_COMPUTER = ("libasound.so",)
_SYMBOLS_UNREAD = ("libtorch_cpu.so", "libtorch_python.so", "libpython3")


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that RhythmCap uses."""
    return [entry for entry in entries if not _is_unused(entry[0].replace("\\", "/"))]


def _is_unused(path: str) -> bool:
    return bool(_UNUSED_FILES.match(path) or _UNREAD_SOURCES.match(path))


def needed(
    binaries: Iterable[Entry], imports: Callable[[str], Iterable[tuple[str, str | None]]]
) -> list[Entry]:
    """Leave out the system's libraries that were only there for what is left out.

    imports: tells of a library which ones it needs, by name (and file). What lies in a folder of a
    package, and what Python or we load by name, stays.
    """
    of_system = {name: entry for entry in binaries if _is_of_system(name := entry[0])}
    kept = [entry for entry in binaries if entry[0] not in of_system]
    for entry in kept:  # grows as we go
        for name, _file in imports(entry[1]):
            if (found := of_system.pop(Path(name).name, None)) is not None:
                kept.append(found)
    return [entry for entry in kept if not entry[0].startswith(_OF_THE_COMPUTER)]


def _is_of_system(path: str) -> bool:
    is_root = path.startswith(("libpython", "libportaudio"))
    return "/" not in path and ".so" in path and path.startswith("lib") and not is_root


def leave_symbols(folder: Path) -> None:
    """Leave away the names for debuggers, a fifth of torch, where the linker's `strip` is there.

    Only of some: libraries that were put into wheels are laid out so that `strip` would break them.
    """
    if sys.platform != "linux" or shutil.which("strip") is None:
        return
    for file in sorted(folder.rglob("*.so*")):
        is_ours = file.parent.name == "lib-dynload" or file.name.startswith(_SYMBOLS_UNREAD)
        if is_ours and not file.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", str(file)], check=True)
