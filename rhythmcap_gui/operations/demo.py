"""The demo library: composed on first use, in the background, then opened like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.paths import folders
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import songs
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.operations.importing import Importing
from rhythmcap_gui.states import ImportState
