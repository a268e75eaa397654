"""Checks before Qt is loaded: does a display answer, are the system's libraries installed.

Qt aborts the process without either, which cannot be caught; here it is a sentence and exit 2.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from core.system_libraries import QT_LIBRARIES, XCB_LIBRARIES, missing_packages

VARIABLES = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
NO_DISPLAY = (
    "RhythmCap needs a display to open its window, and there is none.\n"
    "Start it from a desktop, or with `xvfb-run rhythmcap`. "
    "The verbs work without one: see `rhythmcap --help`."
)
UNREACHABLE = (
    "RhythmCap cannot reach the display {name}.\n"
    "Is it running, and may you use it (XAUTHORITY)? Start RhythmCap from a desktop, or with "
    "`xvfb-run rhythmcap`. The verbs work without a display: see `rhythmcap --help`."
)
UNKNOWN = (
    "RhythmCap cannot open its window: Qt has no platform {name}.\n"
    "Unset QT_QPA_PLATFORM, or choose one of: {known}"
)
PATIENCE_S = 5.0  # for a display on another machine


def problem(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Return what keeps the window from opening, with a remedy; "" if nothing does."""
    if not platform.startswith("linux"):
        return ""
    systems = _window_systems(environment)
    if not systems:
        return NO_DISPLAY
    known = _qt_platforms()
    if known and not known & {name.partition("-")[0] for name in systems}:
        return UNKNOWN.format(name=", ".join(systems), known=", ".join(sorted(known)))
    answering = [name for name in systems if _answers(name, environment)]
    if not answering:
        names = (_display(name, environment) for name in systems)
        shown = ", ".join(ascii(name)[1:-1] for name in names if name)
        return UNREACHABLE.format(name=shown) if shown else NO_DISPLAY
    missing = missing_packages(QT_LIBRARIES | (XCB_LIBRARIES if answering[0] == "xcb" else {}))
    if missing:
        return (
            "RhythmCap cannot open its window: system libraries are missing.\n"
            f"Install them with: sudo apt-get install {' '.join(missing)}"
        )
    return ""


def _window_systems(environment: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt will try, in its order."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    names = [part.partition(":")[0].strip() for part in chosen.split(";")]
    return [name for name in names if name] or [
        name for name in ("wayland", "xcb") if environment.get(VARIABLES[name])
    ]


def _qt_platforms() -> set[str]:
    """Return the platforms this Qt came with; empty where that cannot be told."""
    found = importlib.util.find_spec("PySide6")
    folders = list(found.submodule_search_locations or ()) if found else []
    plugins = Path(folders[0], "Qt", "plugins", "platforms").glob("libq*.so") if folders else ()
    return {plugin.stem.removeprefix("libq") for plugin in plugins}


def _answers(name: str, environment: Mapping[str, str]) -> bool:
    """Whether a display can be connected to; what is neither X nor Wayland needs none."""
    ask = {"xcb": _x_answers, "wayland": _wayland_answers}.get(name.partition("-")[0])
    if ask is None:
        return True
    display = _display(name, environment)
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(ask(display, environment)), daemon=True)
    asking.start()
    asking.join(PATIENCE_S)
    return any(answers)


def _display(name: str, environment: Mapping[str, str]) -> str:
    return environment.get(VARIABLES[name.partition("-")[0]], "")


def _x_answers(display: str, _environment: Mapping[str, str]) -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the missing package is named next
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers(display: str, environment: Mapping[str, str]) -> bool:
    address = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), display or "wayland-0")
    with socket.socket(socket.AF_UNIX) as asking:
        try:
            asking.connect(address)
        except (OSError, ValueError):
            return False
    return True
