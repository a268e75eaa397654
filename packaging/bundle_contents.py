"""What goes into the bundle and what stays out: the spec of PyInstaller takes it from here.

PyInstaller takes whole packages where it cannot tell what of them is used; torch alone has 630 MB
then.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from bundle_stand_ins import STAND_INS

Entry = tuple[str, str, str]  # its path in the bundle, the file it comes from, its kind

# Modules that nothing of RhythmCap comes to, and what only they need.
UNUSED = [
    "IPython", "cryptography", "dask", "dbm", "distributed", "docutils", "librosa", "llvmlite",
    "matplotlib", "numba", "onnx", "onnxruntime", "pandas", "pygments", "pytest", "readline",
    "rich", "setuptools", "tkinter", "wx",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest",
    "fsspec", "networkx",  # of torch, to compile and to export
    "rapidfuzz.distance.metrics_cpp", "rapidfuzz.distance.metrics_cpp_avx2",
    "scipy.cluster", "scipy.fftpack", "scipy.io", "scipy.odr",
    "scipy.optimize._highspy._highs_options", "scipy.optimize.cython_optimize",
    "scipy.stats._unuran", "scipy.stats.sampling",
    "sklearn.datasets", "sklearn.ensemble", "sklearn.feature_extraction",
    "torch._inductor", "torch.distributed._shard", "torch.distributed.benchmarks",
    "torch.distributed.checkpoint", "torch.distributed.elastic", "torch.distributed.fsdp",
    "torch.distributed.launcher", "torch.distributed.pipelining",
    "torch.testing._internal.common_methods_invocations", "torch.testing._internal.common_modules",
    "torch.testing._internal.common_utils", "torch.testing._internal.distributed",
    "torch.testing._internal.opinfo", "torch.utils.benchmark", "torch.utils.tensorboard",
    *STAND_INS,
]  # fmt: skip
# Files, by their paths in the bundle.
_UNUSED_FILES = re.compile(
    r"""
    torch/(bin/(?!torch_shm_manager)|(test|share|include)/|.*\.pyi$)
    | (numpy|scipy)/.*/(_simd|_c?y?test|_test_\w+|_\w+_tests)\.
    | torch/lib/lib(torchbind_test|jitbackend_test|backend_with_compiler|aoti_custom_ops)\.
    | PySide6/Qt/translations/(?!qtbase_(de|it|es)\.qm$)
    | PySide6/Qt/plugins/(egldeviceintegrations|generic|networkinformation|tls|xcbglintegrations)/
    | PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)\.
    | PySide6/Qt/plugins/platformthemes/libqgtk3\.
    | PySide6/Qt/lib/libQt6(EglFS|EglFs|Network|OpenGLWidgets|Test)
    | PySide6/Qt(Network|OpenGL|OpenGLWidgets|Test)\.
    | PySide6/(lupdate|lrelease|qml|Assistant|Designer|Linguist)
    """,
    re.VERBOSE,
)
# Torch reads some of its own sources as it is loaded: settings, and what it may compile.
_READ_SOURCES = re.compile(rb"_overload|jit\.script|@script|install_config_module")
# The sound system of the computer itself knows its plugins and its cards; glibc is one whole.
_OF_THE_COMPUTER = ("libasound.so", "libmvec.so")
_SYMBOLS_UNREAD = ("libtorch_cpu.so", "libtorch_python.so", "libpython3")
_TWIN_BYTES = 64_000
# On Linux, by what it has today: whoever adds more says so here.
MOST_MB = 690


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that RhythmCap uses, and the links to such."""
    return [entry for entry in entries if not _is_unused(_file(entry), Path(entry[1]))]


def _is_unused(path: str, source: Path) -> bool:
    if path.startswith("torch/") and path.endswith(".py"):
        return _READ_SOURCES.search(source.read_bytes()) is None
    return bool(_UNUSED_FILES.match(path))


def _file(entry: Entry) -> str:
    path, source, kind = entry
    if kind == "SYMLINK":  # to a file beside it, or below
        path = posixpath.join(posixpath.dirname(path), source)
    return path.replace("\\", "/")


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


def join_twins(folder: Path) -> None:
    """Keep libraries once that came twice, with NumPy and with SciPy: the second becomes a link."""
    if sys.platform != "linux":
        return
    first: dict[tuple[str, str], Path] = {}
    for file in sorted(folder.rglob("*.so*")):
        if file.is_symlink() or file.stat().st_size < _TWIN_BYTES:
            continue
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        if (kept := first.setdefault((file.name, digest), file)) is not file:
            file.unlink()
            file.symlink_to(os.path.relpath(kept, file.parent))


def sizes(folder: Path) -> dict[str, int]:
    """Measure what the bundle has, in bytes, by package; links count nothing."""
    found: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            parts = file.relative_to(folder).parts  # of which _internal is the first, often
            name = parts[0] if len(parts) == 1 else "libraries" if len(parts) == 2 else parts[1]
            found[name.removesuffix(".libs")] += file.stat().st_size
    return found


def check(folder: Path) -> str:
    """Tell what the bundle has. SystemExit where it has more than it should."""
    found = sizes(folder)
    total = sum(found.values()) / 1e6
    largest = sorted(found.items(), key=lambda item: -item[1])[:12]
    told = ", ".join(f"{name} {size / 1e6:.0f}" for name, size in largest)
    if total > MOST_MB:
        raise SystemExit(f"The bundle has {total:.0f} MB, {MOST_MB} were expected: {told}")
    return f"The bundle has {total:.0f} MB: {told}"
