"""The modules that stand in, in the bundle, for what is imported and never used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bundle_contents import UNUSED
from bundle_stand_ins import STAND_INS, Absent, Inert, StandIns

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
# Another Python, as torch is loaded once: the modules left out cannot be found in it.
START = """
import sys
from bundle_contents import UNUSED
from bundle_stand_ins import STAND_INS, StandIns
ours = ("networkx", "rapidfuzz", "scipy", "torch")
left_out = {name for name in UNUSED if name.partition(".")[0] in ours}

class Missing:
    def find_spec(self, name, path=None, target=None):
        if any(name == out or name.startswith(out + ".") for out in left_out):
            raise ModuleNotFoundError(name)

sys.meta_path[:0] = [StandIns(), Missing()]
"""
LEARN = """
import torch
layer = torch.nn.Linear(3, 2)
optimiser = torch.optim.Adam(layer.parameters())
before = layer.weight.detach().clone()
layer(torch.ones(1, 3)).sum().backward()
optimiser.step()
optimiser.zero_grad()
assert not torch.equal(before, layer.weight)
sound = torch.ones(2, 3, requires_grad=True)
(slope,) = torch.autograd.grad(sound**2, sound, torch.ones(2, 3))
assert slope.sum() == 12
square = torch.func.grad(lambda value: (value**2).sum())
assert torch.func.vmap(square)(torch.ones(2, 3)).sum() == 12
assert not torch.onnx.is_in_onnx_export()
assert "networkx" not in sys.modules
"""
SOLVE = """
from scipy.optimize import isotonic_regression, linprog
assert isotonic_regression([2.0, 1.0]).x.tolist() == [1.5, 1.5]
try:
    linprog([1.0], bounds=[(0, 1)])
except (RuntimeError, TypeError):
    sys.exit(0)
sys.exit(1)
"""
SEARCH = """
from rapidfuzz import fuzz, process
assert process.extractOne("sambe", ["polka", "samba"], scorer=fuzz.ratio)[0] == "samba"
assert fuzz.__name__ == "rapidfuzz.fuzz" and fuzz.ratio.__module__ != "rapidfuzz.fuzz_py"
"""
DRAW = """
import pyqtgraph
assert not pyqtgraph.PlotCurveItem.__module__.startswith("OpenGL")
assert "Absent" in repr(sys.modules["PySide6.QtOpenGL"].QOpenGLBuffer)
"""


@pytest.mark.parametrize("work", [LEARN, SOLVE, SEARCH, DRAW], ids=lambda work: work.split()[1])
def test_what_imports_them_does_its_work(work: str) -> None:
    command = [sys.executable, "-c", START + work]
    done = subprocess.run(command, cwd=PACKAGING, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_what_is_absent_fails_where_it_is_used_and_not_before() -> None:
    absent = Absent("PySide6.QtOpenGL")
    derived = type(absent.QOpenGLBuffer)
    assert derived is Absent
    with pytest.raises(RuntimeError, match=r"has no PySide6\.QtOpenGL\.QOpenGLBuffer"):
        absent.QOpenGLBuffer()
    with pytest.raises(AttributeError):
        absent.__path__  # noqa: B018


def test_what_is_told_to_a_compiler_that_is_absent_changes_nothing() -> None:
    inert = Inert("torch._dynamo")
    assert inert.disable(len, False) is len
    assert inert.disable(recursive=False)(len) is len
    with inert.compiled_autograd._disable():
        assert inert.utils.get_optimize_ddp_mode() != "python_reducer"
    assert not inert.config.caching_precompile


def test_only_what_stands_in_is_found_and_left_out() -> None:
    assert set(STAND_INS) <= set(UNUSED)
    assert StandIns().find_spec("torch") is None
