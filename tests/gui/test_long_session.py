"""Memory over half an hour of mixed work in the real window, with rounds of learning."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WARM_UP_S, MAX_GROWTH = 300.0, 1.10


@pytest.mark.slow
@pytest.mark.timeout(2700)
def test_half_an_hour_of_mixed_work_takes_no_more_memory_than_five_minutes(tmp_path: Path) -> None:
    environment = os.environ | {
        "RHYTHMCAP_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    script = ROOT / "packaging" / "long_session.py"
    finished = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr[-2000:]
    assert "Traceback" not in finished.stderr
    result = json.loads(finished.stdout.splitlines()[-1])
    assert result["rounds"] >= 20
    early = max(mb for seconds, mb in result["samples"] if seconds <= WARM_UP_S)
    late = max(mb for seconds, mb in result["samples"] if seconds > WARM_UP_S)
    assert late < MAX_GROWTH * early
