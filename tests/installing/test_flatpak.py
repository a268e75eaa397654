"""The Flatpak's manifest is whole, and installs what the constraints say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "flatpak"
MANIFEST = FOLDER / "local.rhythmcap.rhythmcap.yml"
TOOL = shutil.which("flatpak-builder")
BY_SQLITE_UTILS = {"pip"}  # wanted by it, and of no certain version


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def wheels() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / "wheels.json").read_text(encoding="utf-8"))
    return found


def versions(architecture: str) -> dict[str, str]:
    """Return the packages that are installed on an architecture, with their versions."""
    names = [
        unquote(wheel["url"].rpartition("/")[2])
        for wheel in wheels()
        if architecture in wheel.get("only-arches", [architecture])
    ]
    pairs = [parse_wheel_filename(name)[:2] for name in names]
    assert len(dict(pairs)) == len(pairs), "twice"
    return {str(name): version.public for name, version in pairs}


@pytest.mark.parametrize("architecture", ["x86_64", "aarch64"])
def test_all_that_the_program_needs_is_installed_as_constrained(
    project: dict[str, Any], architecture: str
) -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.partition("==")[::2] for line in lines if "==" in line]
    constrained = {canonicalize_name(name): version for name, version in pins}
    installed = versions(architecture)
    needed = [*project["dependencies"], *project["optional-dependencies"]["onnx"]]
    for requirement in map(Requirement, needed):
        assert installed[canonicalize_name(requirement.name)] in requirement.specifier
    others = {n: v for n, v in installed.items() if n not in BY_SQLITE_UTILS}
    assert others == {name: constrained[name] for name in others}


def test_every_file_has_a_public_address_and_its_digest() -> None:
    for wheel in wheels():
        assert wheel["url"].startswith(
            ("https://files.pythonhosted.org/", "https://download.pytorch.org/whl/cpu/")
        )
        assert re.fullmatch(r"[0-9a-f]{64}", wheel["sha256"])


def test_the_manifest_takes_the_wheel_of_this_version(
    manifest: dict[str, Any], project: dict[str, Any]
) -> None:
    (source,) = manifest["modules"][-1]["sources"]
    assert source["path"] == f"../../dist/rhythmcap-{project['version']}-py3-none-any.whl"
    assert manifest["command"] in project["scripts"]


def test_its_name_is_that_of_the_software_centre(manifest: dict[str, Any]) -> None:
    metainfo = ROOT / "packaging" / "linux" / "rhythmcap.metainfo.xml"
    assert f"<id>{manifest['id']}</id>" in metainfo.read_text(encoding="utf-8")
    assert manifest["id"] == MANIFEST.stem


def test_music_is_read_and_never_written(manifest: dict[str, Any]) -> None:
    folders = {
        line.partition("=")[2]
        for line in manifest["finish-args"]
        if line.startswith("--filesystem")
    }
    writable = {folder for folder in folders if not folder.endswith(":ro")}
    assert "xdg-music:ro" in folders
    assert writable == {"xdg-documents"}


@pytest.mark.skipif(TOOL is None, reason="flatpak-builder is not installed")
def test_flatpak_builder_reads_the_manifest() -> None:
    command = [str(TOOL), "--show-manifest", str(MANIFEST)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == ""
    modules = {module["name"]: module for module in json.loads(result.stdout)["modules"]}
    assert len(modules["wheels"]["sources"]) == len(wheels())
