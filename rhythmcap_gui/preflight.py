"""Checks before Qt is loaded: is there a display, are the system's libraries installed.

Qt aborts the process without either, which cannot be caught; here it is a sentence and exit 2.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
XCB_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def problem(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Return what keeps the window from opening, with a remedy; "" if nothing does."""
    if not platform.startswith("linux"):
        return ""
    chosen = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    on_x11 = chosen == "xcb" or (not chosen and not environment.get("WAYLAND_DISPLAY"))
    if on_x11 and not environment.get("DISPLAY"):
        return (
            "RhythmCap needs a display to open its window, and there is none.\n"
            "Start it from a desktop, or with `xvfb-run rhythmcap`. "
            "The verbs work without one: see `rhythmcap --help`."
        )
    missing = missing_packages(QT_LIBRARIES | (XCB_LIBRARIES if on_x11 else {}))
    if missing:
        return (
            "RhythmCap cannot open its window: system libraries are missing.\n"
            f"Install them with: sudo apt-get install {' '.join(missing)}"
        )
    return ""


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of those libraries that cannot be loaded."""
    return [package for library, package in libraries.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
