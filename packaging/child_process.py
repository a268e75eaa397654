"""Run a script of a bench in a process of its own, with its own home folder and no screen.

The script prints its measurements as one line of JSON. It may keep bytecode, as an installed
program does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TIMEOUT_S = 600


def run_script(
    script: str, *arguments: object, home: Path, start_from: Mapping[str, str] = os.environ
) -> Any:
    """Run `script`, a file beside this one, and return its result. start_from: its environment."""
    environment = dict(start_from) | {"RHYTHMCAP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    finished = subprocess.run(
        [sys.executable, str(FOLDER / script), *map(str, arguments)],
        env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False,
    )  # fmt: skip
    if finished.returncode:
        raise RuntimeError(f"{script} {arguments}: {finished.stderr[-2000:]}")
    return json.loads(finished.stdout.splitlines()[-1])


def print_result(measured: object) -> None:
    """Print the result of this script for the bench that started it."""
    sys.stdout.write(json.dumps(measured) + "\n")
    sys.stdout.flush()
