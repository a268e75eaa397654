"""Run as a script by another Python: `start.py MODULE ARGUMENTS` runs a module of this program.

Only our own two packages are taken from the folder that this file lies in. What lies beside them
may be this program's torch, without CUDA, which must not come before the other Python's.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

ROOT = str(Path(__file__).resolve().parents[2])
OURS = ("core", "resources")


class OurFinder:
    """Finds our packages in our folder, and nothing else there."""

    @staticmethod
    def find_spec(
        name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a package of ours is; None for any other."""
        return PathFinder.find_spec(name, [ROOT]) if name in OURS else None


if __name__ in ("__main__", "__mp_main__"):  # the other: of a process that reads songs for it
    sys.meta_path.insert(0, OurFinder)
if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__")
