"""What macOS is told of RhythmCap, and the script that makes its disk image."""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from core.audio.decode import AUDIO_SUFFIXES
from core.exchange.colleague.records import ANSWER_SUFFIX, REQUEST_SUFFIX
from rhythmcap_gui.languages import NAMES

MACOS = Path(__file__).resolve().parents[2] / "packaging" / "macos"
BASH = shutil.which("bash")
SCRIPT = MACOS / "make_dmg.sh"


@pytest.fixture(scope="module")
def info() -> dict[str, Any]:
    found: dict[str, Any] = plistlib.loads((MACOS / "Info.plist").read_bytes())
    return found


def types(kind: dict[str, Any]) -> list[str]:
    """Return the types of a kind of document that is opened; none where suffixes are named."""
    found: list[str] = kind.get("LSItemContentTypes", [])
    return found


def test_it_speaks_the_languages_of_the_program(info: dict[str, Any]) -> None:
    assert info["CFBundleLocalizations"] == list(NAMES)


def test_its_own_kinds_of_file_are_declared_and_opened(info: dict[str, Any]) -> None:
    declared = {
        kind["UTTypeIdentifier"]: kind["UTTypeTagSpecification"]["public.filename-extension"]
        for kind in info["UTExportedTypeDeclarations"]
    }
    assert sorted(declared.values()) == [[ANSWER_SUFFIX[1:]], [REQUEST_SUFFIX[1:]]]
    opened = {name for kind in info["CFBundleDocumentTypes"] for name in types(kind)}
    assert opened == set(declared) | {"public.audio", "public.folder"}


def test_it_is_offered_for_all_that_the_program_opens(info: dict[str, Any]) -> None:
    kinds = [kind.get("CFBundleTypeExtensions", []) for kind in info["CFBundleDocumentTypes"]]
    suffixes = sorted(f".{name}" for names in kinds for name in names)
    assert suffixes == sorted(AUDIO_SUFFIXES | {".db", ".zip"})


def test_it_takes_no_kind_of_file_from_others(info: dict[str, Any]) -> None:
    for kind in info["CFBundleDocumentTypes"]:
        own = [name.startswith("local.rhythmcap.") for name in types(kind)]
        assert kind["LSHandlerRank"] == ("Owner" if own == [True] else "Alternate")


def test_the_runtime_allows_what_portaudio_needs_and_no_more() -> None:
    allowed = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert allowed == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_the_script_is_whole_and_says_what_is_missing(tmp_path: Path) -> None:
    subprocess.run([str(BASH), "-n", str(SCRIPT)], check=True)
    assert os.access(SCRIPT, os.X_OK)
    copy = tmp_path / "packaging" / "macos" / "make_dmg.sh"
    copy.parent.mkdir(parents=True)
    shutil.copy(SCRIPT, copy)
    result = subprocess.run([str(copy)], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert "RhythmCap.app is missing" in result.stderr
