"""Run in the bundle before RhythmCap: what others import and RhythmCap never uses is not there.

Torch compiles nothing here, SciPy solves no linear programme and pyqtgraph draws without OpenGL,
but all three import what they would need for it. Empty modules stand in for these, which saves
30 MB. Our learning never asks torch's compiler for anything (core.training.optim).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

OF_TORCH = ("torch._dynamo", "torch.onnx")  # its compiler, and its way to ONNX files
STAND_INS = (
    *OF_TORCH, "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "scipy.optimize._highspy._core",
    "scipy.optimize._highspy._highs_wrapper",
)  # fmt: skip


class Absent:
    """What a module that is not there would have: it has a name, and fails when it is called."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(self)(f"{self._name}.{name}")

    def __bool__(self) -> bool:
        return False

    def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[()]:
        """Be no base of a class that is derived from it."""
        return ()

    def __call__(self, *_args: object, **_options: object) -> Any:
        raise RuntimeError(f"The bundle has no {self._name}.")


class Inert(Absent):
    """The same where torch only tells its compiler something, or asks it: nothing happens.

    A function that is to be compiled, or is not to be, is given back as it is; else it can be
    called, and entered, again, and means no.
    """

    def __call__(self, *given: Any, **_options: object) -> Any:
        return given[0] if given and callable(given[0]) else self

    def __enter__(self) -> Inert:
        return self

    def __exit__(self, *_error: object) -> None:
        pass


class StandIns(Loader):
    """Finds and makes the modules that stand in."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Tell Python that a module is ours to make."""
        return ModuleSpec(name, self) if name in STAND_INS else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make the module: whatever is looked for in it is there, and fails when it is used."""
        module = ModuleType(spec.name)
        absent = (Inert if spec.name in OF_TORCH else Absent)(spec.name)
        vars(module)["__getattr__"] = absent.__getattr__
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Leave it as it was made."""


if getattr(sys, "frozen", False):
    sys.meta_path.insert(0, StandIns())
