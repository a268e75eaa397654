"""The folder that the program was started in: left as the window opens, so that it may go away.

Where it is gone, torch ends the whole process; and a drive could not be unplugged because of it.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from core.paths import HOME_VARIABLE


def leave_start_folder() -> Path:
    """Go to the user's own folder; return the one that paths were meant from.

    That is an empty path where it is gone already.
    """
    here = Path()
    with contextlib.suppress(OSError):
        here = Path.cwd()
        if home := os.environ.get(HOME_VARIABLE):
            os.environ[HOME_VARIABLE] = str(here / Path(home).expanduser())
    try:
        os.chdir(Path.home())
    except (OSError, RuntimeError):
        os.chdir(os.sep)
    return here
