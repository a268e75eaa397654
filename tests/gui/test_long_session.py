"""Memory over half an hour of mixed work in the real window, with rounds of learning."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
LENGTH_S, WARM_UP_S, MAX_GROWTH = 1800.0, 300.0, 1.10


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
    # Medians: single samples swing by thirty megabytes with what is computed at that moment.
    early, late = (
        median(mb for seconds, mb in result["samples"] if first_s < seconds <= last_s)
        for first_s, last_s in ((WARM_UP_S / 2, WARM_UP_S), (LENGTH_S - WARM_UP_S, LENGTH_S))
    )
    assert late < MAX_GROWTH * early
