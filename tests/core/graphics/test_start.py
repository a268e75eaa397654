"""What another Python is given: our packages and nothing else, in its own child processes, too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from core.graphics import start

PROBE = """
from multiprocessing import get_context
from core.said import say
if __name__ == "__main__":
    child = get_context("spawn").Process(target=say)
    child.start()
    child.join()
"""


def test_child_processes_of_the_other_python_find_our_packages(tmp_path: Path) -> None:
    graphics = tmp_path / "core" / "graphics"
    graphics.mkdir(parents=True)
    shutil.copy(Path(start.__file__), graphics)
    (tmp_path / "core" / "__init__.py").touch()
    (tmp_path / "core" / "said.py").write_text("def say():\n    print(__file__)\n")
    (tmp_path / "core" / "probe.py").write_text(PROBE)
    command = [sys.executable, "-I", str(graphics / "start.py"), "core.probe"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert told.stdout.strip() == str(tmp_path / "core" / "said.py"), told.stderr
