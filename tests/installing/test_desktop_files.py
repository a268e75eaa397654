"""What a Linux desktop is told of RhythmCap: the kinds of file it opens, its icons, its name."""

from __future__ import annotations

import configparser
import os
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from make_icons import SIZES, icon_file

from core.audio.decode import AUDIO_SUFFIXES
from core.exchange.colleague.records import ANSWER_SUFFIX, REQUEST_SUFFIX
from core.exchange.model_files.model_archive import export_zip
from core.library.store import Library
from tests.support.learning_library import tiny_model

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
SYSTEM_GLOBS = Path("/usr/share/mime/globs2")
MIME = LINUX / "rhythmcap-mime.xml"
OF_FILMS = {".mp4", ".webm"}  # their kind is video; RhythmCap is no program for films
ASK_QT = """
import sys
from PySide6.QtCore import QMimeDatabase
kinds = QMimeDatabase()
for name in sys.argv[1:]:
    print(kinds.mimeTypeForFile(name).name())
"""


def kinds_by_qt(tmp_path: Path, names: list[str]) -> list[str]:
    """What the desktop takes these files for, once our kinds are installed."""
    packages = tmp_path / "share" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(MIME, packages / "rhythmcap.xml")
    shares = {"XDG_DATA_HOME": str(tmp_path / "share"), "XDG_DATA_DIRS": "/nowhere"}
    environment = {**os.environ, **shares, "QT_NO_MIME_CACHE": "1"}
    answer = subprocess.run(
        [sys.executable, "-c", ASK_QT, *names], env=environment,
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    return answer.stdout.split()


def opened_kinds() -> set[str]:
    """The kinds of file that the desktop entry names."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(LINUX / "rhythmcap.desktop", encoding="utf-8")
    return set(entry["Desktop Entry"]["MimeType"].strip(";").split(";"))


@pytest.mark.skipif(not SYSTEM_GLOBS.exists(), reason="no shared-mime-info on this machine")
def test_every_kind_of_sound_that_is_opened_is_offered_to_the_desktop() -> None:
    kinds_of: dict[str, set[str]] = {}
    for line in SYSTEM_GLOBS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, pattern = line.split(":")[1:3]
            kinds_of.setdefault(pattern, set()).add(kind)
    for kind in ElementTree.parse(MIME).iter(f"{SPACE}mime-type"):
        for glob in kind.iter(f"{SPACE}glob"):
            kinds_of.setdefault(glob.get("pattern", ""), set()).add(kind.get("type", ""))
    suffixes = AUDIO_SUFFIXES - OF_FILMS
    assert {s for s in suffixes if not kinds_of.get(f"*{s}", set()) & opened_kinds()} == set()


def test_a_library_a_model_and_a_request_are_kinds_of_their_own(tmp_path: Path) -> None:
    library = tmp_path / "songs.db"
    Library.open(library).close()
    model = export_zip(tiny_model(tmp_path), tmp_path / "my ear.rhythmcap.zip")
    other = tmp_path / "other.zip"
    shutil.copy(model, other)
    requests = [f"a{REQUEST_SUFFIX}", f"a{ANSWER_SUFFIX}"]
    kinds = kinds_by_qt(tmp_path, [str(library), str(model), str(other), *requests])
    own = [f"application/x-rhythmcap-{name}" for name in ("library", "model", "request", "answer")]
    assert kinds == [own[0], own[1], "application/zip", *own[2:]]
    assert opened_kinds() >= set(own)


def test_folders_stay_with_the_file_manager() -> None:
    # a desktop without a choice of its own would open every folder in the program installed last
    assert {kind.partition("/")[0] for kind in opened_kinds()} == {"audio", "application"}


def test_all_own_kinds_of_sound_are_offered_and_named() -> None:
    tree = ElementTree.parse(MIME)
    kinds = {kind.get("type") for kind in tree.iter(f"{SPACE}mime-type")}
    assert kinds - opened_kinds() == set()


@pytest.mark.parametrize("size", SIZES)
def test_an_icon_has_the_size_of_its_folder(size: int) -> None:
    head = icon_file(size).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:24]) == (size, size)


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "rhythmcap.desktop"],
        ["appstreamcli", "validate", "--no-net", "rhythmcap.metainfo.xml"],
        ["xmllint", "--noout", "rhythmcap-mime.xml"],
    ],
    ids=lambda command: command[0],
)
def test_the_files_please_the_program_that_checks_them(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    checked = subprocess.run(command, cwd=LINUX, capture_output=True, text=True, timeout=60)
    assert checked.returncode == 0, checked.stdout + checked.stderr
