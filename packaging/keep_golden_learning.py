"""Keep what learning and the starter give now: `python packaging/keep_golden_learning.py`.

Golden rounds of learning for tests/core/test_golden_learning.py, in tests/data/learning. They are
kept anew only where learning or the starter was changed on purpose; the commit says why.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ["LC_ALL"] = "C.UTF-8"

import numpy as np

from core.models.checkpoint import load_checkpoint
from core.paths import resource
from tests.support import golden_rounds as golden


def main(path: Path) -> int:
    """Keep the rounds, what the starter predicts, and measures of drawn numbers."""
    kept: dict[str, Any] = {}
    facts: dict[str, Any] = {"measured": golden.measured(), "arithmetic": golden.arithmetic()}
    starter = resource("starter.safetensors")
    facts["starter"] = load_checkpoint(starter).card.weights_digest
    for number, spectrogram in enumerate(golden.released_songs()):
        arrays = golden.arrays_of(golden.predict(starter, spectrogram))
        kept |= {f"heard/{number}/{name}": values for name, values in arrays.items()}
    for name in golden.ROUNDS:
        with tempfile.TemporaryDirectory() as home:
            os.environ["RHYTHMCAP_HOME"] = home
            found, facts[name] = golden.golden_round(name, Path(home))
        kept |= {f"{name}/{key}": values for key, values in found.items()}
    kept["facts"] = np.array(json.dumps(facts))
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **kept)
    return 0


if __name__ == "__main__":
    sys.exit(main(golden.GOLDEN_FILE))
