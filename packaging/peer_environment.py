"""The environment of the programs that bench_peers measures: made once, in a folder of its own.

musicnn 0.1.0 asks for TensorFlow 1, but runs with TensorFlow 2 and the older Keras (tf-keras, of
the same version); TensorFlow 2.21 is there for Python 3.10 to 3.13. Essentia has no packages for
Windows. What cannot be had is named and left out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PYTHONS = ((3, 10), (3, 11), (3, 12), (3, 13))
TENSORFLOW = "2.21.*"
PIP = ("-m", "pip", "--disable-pip-version-check", "install", "-q")
STEPS = {
    "librosa": ["librosa", "setuptools<81", "pyyaml", "six"],
    "musicnn": [
        f"tensorflow-cpu=={TENSORFLOW}; sys_platform != 'darwin'",
        f"tensorflow=={TENSORFLOW}; sys_platform == 'darwin'",
    ],
    # without what they ask for: an old numpy, and a second TensorFlow with CUDA
    "musicnn ": ["--no-deps", "musicnn==0.1.0", f"tf-keras=={TENSORFLOW}"],
    "essentia": ["--no-deps", "--pre", "essentia-tensorflow"],
}
IMPORTS = {
    "librosa": "import librosa",
    "musicnn": "import os; os.environ['TF_USE_LEGACY_KERAS'] = '1'; import musicnn.extractor;"
    " import tf_keras",
    "essentia": "import essentia.streaming as s; s.TensorflowInputMusiCNN",
}
SIDES = {"musicnn": ("musicnn",), "librosa": ("librosa",),
         "essentia": ("essentia", "essentia-linear")}  # fmt: skip
BUNDLE = "import importlib.util as u; print(u.find_spec('musicnn').submodule_search_locations[0])"


@dataclass(frozen=True, slots=True)
class Peers:
    """python: the environment's, or None. sides: those that can be measured. missing: why others
    cannot. bundle: the weights in the musicnn package.
    """

    python: Path | None
    sides: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    bundle: Path | None = None


def make_peers(folder: Path) -> Peers:
    """Return the environment in a folder; it is made where it is not there or lacks something."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        base = _base_python()
        if base is None:
            return Peers(None, (), ("The peers need Python 3.10 to 3.13 for TensorFlow 2.21.",))
        sys.stderr.write(f"Making the peers' environment in {folder} (3 GB)\n")
        subprocess.run([base, "-m", "venv", str(folder)], check=True)
    missing = []
    for name, packages in STEPS.items():
        if _fails(python, IMPORTS[name.strip()]):
            problem = _run(python, *PIP, *packages)
            if problem:
                missing.append(f"{name.strip()} could not be installed: {problem}")
    found = [name for name, test in IMPORTS.items() if not _fails(python, test)]
    missing += [f"{name} cannot be used here" for name in IMPORTS if name not in found]
    sides = tuple(side for name in found for side in SIDES[name])
    return Peers(python, sides, tuple(missing), _bundle(python))


def _base_python() -> str | None:
    """Return an interpreter that TensorFlow is built for: this one, else one that is installed."""
    if sys.version_info[:2] in PYTHONS:
        return sys.executable
    names = [f"python{major}.{minor}" for major, minor in reversed(PYTHONS)]
    return next((found for name in names if (found := shutil.which(name))), None)


def _bundle(python: Path) -> Path | None:
    """Return the index of the weights that the musicnn package brings; it needs no TensorFlow."""
    found = subprocess.run(
        [str(python), "-c", BUNDLE], capture_output=True, text=True, check=False
    ).stdout.strip()
    bundle = Path(found) / "MTT_musicnn" / ".index"
    return bundle if found and bundle.exists() else None


def _fails(python: Path, code: str) -> bool:
    return bool(_run(python, "-c", code))


def _run(python: Path, *arguments: str) -> str:
    """Return the last line of what went wrong; "" where nothing did."""
    done = subprocess.run([str(python), *arguments], capture_output=True, text=True, check=False)
    lines = done.stderr.strip().splitlines() or ["?"]
    return lines[-1] if done.returncode else ""
