"""The recipe of the bundle asks PyInstaller on every system for what that system needs."""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "packaging" / "rhythmcap.spec"
IDENTITY = "Developer ID Application: Ann (ABC)"


class Parts:
    """What PyInstaller gives a recipe; notes what it is asked for."""

    def __init__(self) -> None:
        self.options: dict[str, dict[str, Any]] = {}
        self.pure: list[Any] = []
        self.scripts: list[Any] = []
        self.binaries: list[Any] = []
        self.datas: list[Any] = []

    def part(self, name: str) -> Any:
        """Return what stands under a name in a recipe."""

        def noted(*_given: Any, **options: Any) -> Parts:
            self.options[name] = options
            return self

        return noted


def options_on(
    system: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> dict[str, dict[str, Any]]:
    """Read the recipe as on a system, without PyInstaller."""
    hooks, depend = (
        ModuleType("PyInstaller.utils.hooks"),
        ModuleType("PyInstaller.depend.bindepend"),
    )
    for name in ("collect_data_files", "collect_submodules", "copy_metadata"):
        setattr(hooks, name, lambda _name: [])
    depend.get_imports = lambda _file: []  # type: ignore[attr-defined]
    for module in ("PyInstaller", "PyInstaller.utils", "PyInstaller.depend"):
        monkeypatch.setitem(sys.modules, module, ModuleType(module))
    monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
    monkeypatch.setitem(sys.modules, depend.__name__, depend)
    monkeypatch.setattr(sys, "path", list(sys.path))
    importlib.import_module("core.cli.doctor")  # before the system seems to be another
    code = compile(SPEC.read_text(encoding="utf-8"), SPEC, "exec")
    parts = Parts()
    names = {name: parts.part(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    monkeypatch.setattr(sys, "platform", system)
    exec(code, {**names, "SPECPATH": str(SPEC.parent), "DISTPATH": str(tmp_path)})
    monkeypatch.undo()
    return parts.options


def test_windows_gets_an_icon_and_a_terminal_for_the_verbs_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = options_on("win32", monkeypatch, tmp_path)["EXE"]
    assert (program["console"], program["hide_console"]) == (True, "hide-early")
    assert program["icon"] == str(ROOT / "build" / "rhythmcap.ico")


def test_macos_gets_an_app_that_is_signed_where_there_is_a_certificate(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGN", IDENTITY)
    parts = options_on("darwin", monkeypatch, tmp_path)
    assert not parts["EXE"]["console"]
    assert parts["EXE"]["codesign_identity"] == IDENTITY
    assert Path(parts["EXE"]["entitlements_file"]).is_file()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert parts["BUNDLE"]["version"] == project["version"]
    assert parts["BUNDLE"]["info_plist"]["CFBundleDocumentTypes"]


def test_linux_gets_a_program_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parts = options_on("linux", monkeypatch, tmp_path)
    assert parts["EXE"]["console"]
    assert "BUNDLE" not in parts
