"""Programs that a bench runs in processes of their own, with a home of their own and no screen.

Each says what it measured as one line of JSON. They may keep bytecode, as an installed program has.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TIMEOUT_S = 600


def told_by(
    script: str, *arguments: object, home: Path, start_from: Mapping[str, str] = os.environ
) -> Any:
    """What `script`, a file beside this one, says. start_from: the environment it inherits."""
    environment = dict(start_from) | {"RHYTHMCAP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ended = subprocess.run(
        [sys.executable, str(HERE / script), *map(str, arguments)],
        env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False,
    )  # fmt: skip
    if ended.returncode:
        raise RuntimeError(f"{script} {arguments}: {ended.stderr[-2000:]}")
    return json.loads(ended.stdout.splitlines()[-1])


def tell(measured: object) -> None:
    """Say it to the bench that started this program."""
    sys.stdout.write(json.dumps(measured) + "\n")
    sys.stdout.flush()
