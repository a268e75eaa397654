"""The verbs doctor (is everything there and in order?) and demo."""

from __future__ import annotations

import argparse
import ctypes.util
import os
import platform
import shutil
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version

from core.cli.finding import Finding
from core.cli.health import library_findings, repairs
from core.cli.terminal import Terminal, columns
from core.paths import folders

PACKAGES = (
    "rhythmcap numpy torch librosa sounddevice soundfile soxr PySide6_Essentials pyqtgraph "
    "sqlite-utils mutagen safetensors scikit-learn"
)
LITTLE_ROOM_GB = 2.0


def doctor(options: argparse.Namespace, terminal: Terminal) -> int:
    """Look at the machine, the packages, the library and the models. 1 if there is a problem.

    --repair: mend the library, the cache and the shelf first, and say what was done.
    """
    path = options.library or folders().library_file
    findings = [
        *(repairs(path, terminal, options.strays) if options.repair else ()),
        Finding("system", "ok", f"{platform.system()} {platform.release()} {platform.machine()}"),
        Finding("python", "ok", platform.python_version()),
        *(_package(name) for name in PACKAGES.split()),
        _ffmpeg(),
        _portaudio(),
        _device(),
        _room(),
        *library_findings(path, terminal),
    ]
    problems = [each for each in findings if each.state == "problem"]
    marks = {"ok": "✓", "note": "–", "problem": "✕"}
    table = [[marks[each.state], each.what, each.found, each.remedy] for each in findings]
    answer = {"ok": not problems, "findings": [asdict(each) for each in findings]}
    terminal.data(answer, columns(table))
    terminal.say("All is well." if not problems else f"{len(problems)} problems.")
    return 1 if problems else 0


def _package(name: str) -> Finding:
    try:
        return Finding(name, "ok", version(name))
    except PackageNotFoundError:
        return Finding(name, "problem", "not installed", "Install RhythmCap again with pip.")


def _ffmpeg() -> Finding:
    found = shutil.which("ffmpeg")
    if found:
        return Finding("ffmpeg", "ok", found)
    return Finding("ffmpeg", "note", "not there", "Only needed for m4a, aac, wma and wv files.")


def _portaudio() -> Finding:
    if platform.system() != "Linux" or ctypes.util.find_library("portaudio"):
        return Finding("sound out", "ok", "PortAudio is there")
    return Finding("sound out", "note", "no PortAudio", "apt-get install libportaudio2")


def _device() -> Finding:
    from core.models.device import device_sentence

    return Finding("device", "ok", device_sentence())


def _room() -> Finding:
    place = folders().data
    while not place.exists():
        place = place.parent
    free_gb = shutil.disk_usage(place).free / 1e9
    state = "ok" if free_gb >= LITTLE_ROOM_GB else "problem"
    remedy = "" if state == "ok" else "Make room: a full disk stops everything."
    writable = os.access(place, os.W_OK)
    if not writable:
        return Finding("folders", "problem", f"{place} cannot be written", "Set RHYTHMCAP_HOME.")
    return Finding("folders", state, f"{folders().data}, {free_gb:.0f} GB free", remedy)


def demo(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compose the demo songs and their tagged library."""
    from core.demo.demo_library import build_demo

    with terminal.job("Composing") as job:
        library = build_demo(options.folder, job)
    songs = sorted(str(path) for path in (options.folder / "songs").glob("*.flac"))
    terminal.data({"library": str(library), "songs": songs}, [str(library)])
    terminal.say(f"{len(songs)} songs. Look at them: rhythmcap --library {library}")
    return 0
