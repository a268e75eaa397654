"""The package that pip, pipx and uv install: what it says of itself and what is in it."""

from __future__ import annotations

import email
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest
from long_description import with_addresses

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wheel and sdist, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=240)
    return folder


@pytest.fixture
def wheel(built: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built.glob("*.whl")))


@pytest.fixture
def metadata(wheel: zipfile.ZipFile) -> Message:
    name = next(name for name in wheel.namelist() if name.endswith("dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def test_the_package_says_who_made_it_under_which_licence_and_for_what(metadata: Message) -> None:
    assert metadata["Name"] == "rhythmcap"
    assert metadata["Version"] == PROJECT["version"]
    assert metadata["Author"] == "The RhythmCap authors"
    assert metadata["License-Expression"] == "GPL-3.0-or-later"
    assert metadata["License-File"] == "LICENSE"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert "Operating System :: POSIX :: Linux" in metadata.get_all("Classifier", [])


def test_the_long_description_shows_and_names_nothing_that_only_the_checkout_has(
    metadata: Message,
) -> None:
    text = str(metadata.get_payload())
    assert text.startswith("# RhythmCap")
    assert re.findall(r"\]\((?!https://|#).*?\)", text) == []
    assert "\n## Licence" in text


def test_the_wheel_brings_the_program_and_what_a_desktop_wants(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    tops = {name.split("/")[0] for name in names}
    data = f"rhythmcap-{PROJECT['version']}.data"
    assert tops == {"core", "resources", "rhythmcap_gui", data, data.replace(".data", ".dist-info")}
    shared = {name.split("/data/share/")[1] for name in names if "/data/share/" in name}
    assert shared >= {
        "applications/rhythmcap.desktop",
        "metainfo/rhythmcap.metainfo.xml",
        "mime/packages/rhythmcap.xml",
        "man/man1/rhythmcap.1",
        "icons/hicolor/scalable/apps/rhythmcap.svg",
        "icons/hicolor/16x16/apps/rhythmcap.png",
        "icons/hicolor/512x512/apps/rhythmcap.png",
    }
    assert not [name for name in names if name.endswith((".pyc", ".ts"))]


def test_the_source_package_can_be_built_tested_and_read(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {
        "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile", "constraints.txt",
        "packaging/long_description.py", "packaging/screenshots/main-dark.png",
        "tests/installing/test_wheel.py",
    }  # fmt: skip


def test_pictures_and_files_get_the_address_that_the_project_has() -> None:
    beside = "# A\n\n![The window](packaging/main.png)\n\nSee [how](HOW.md).\n"
    elsewhere = "![x](https://a.example/b.png) [there](https://a.example) [above](#a)\n"
    with_address = with_addresses(beside + elsewhere, "https://files.example/main/")
    assert "![The window](https://files.example/main/packaging/main.png)\n" in with_address
    assert "See [how](https://files.example/main/HOW.md).\n" in with_address
    assert with_address.endswith(elsewhere)
    assert with_addresses(beside + elsewhere, "") == f"# A\n\nSee how.\n{elsewhere}"
