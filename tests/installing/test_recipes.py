"""The recipes that build the packages are whole, and name files that are there."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
CI = ROOT / "packaging" / "ci"
RECIPES = sorted(CI.glob("*.yml"))
BASH = shutil.which("bash")
EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


def jobs(recipe: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(recipe.read_text(encoding="utf-8"))["jobs"]
    return found


def steps(recipe: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(recipe).values() for step in job["steps"]]


def commands(recipe: Path) -> str:
    return "\n".join(step["run"] for step in steps(recipe) if "run" in step)


def test_there_is_one_for_every_system_and_all_are_listed() -> None:
    assert [recipe.stem for recipe in RECIPES] == ["linux", "macos", "windows"]
    listed = (CI / "README.md").read_text(encoding="utf-8")
    assert all(f"`{recipe.name}`" in listed for recipe in RECIPES)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_every_step_does_one_thing_and_what_is_built_is_kept(recipe: Path) -> None:
    for job in jobs(recipe).values():
        assert job["timeout-minutes"] <= 90
        for step in job["steps"]:
            assert ("run" in step) != ("uses" in step)
            assert not {"run", "uses"} - step.keys() or set(step) <= {
                "name", "run", "uses", "with", "if", "env",
            }  # fmt: skip
        assert job["steps"][-1]["uses"].startswith("actions/upload-artifact@")
        assert job["steps"][-1]["with"]["if-no-files-found"] == "error"


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_the_files_it_names_are_there(recipe: Path) -> None:
    named = set(re.findall(r"packaging[/\\][\w./\\]+\.\w+", commands(recipe)))
    assert named
    assert all((ROOT / path.replace("\\", "/")).is_file() for path in named)


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
@pytest.mark.parametrize("name", ["linux", "macos"])
def test_its_commands_are_whole(name: str) -> None:
    text = EXPRESSION.sub("x", commands(CI / f"{name}.yml"))
    subprocess.run([str(BASH), "-n"], input=text, text=True, check=True)


def test_torch_is_the_constrained_one() -> None:
    version = re.search(
        r"^torch==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE
    )
    assert version is not None
    assert f"torch=={version[1]}" in commands(CI / "linux.yml")


def test_targets_of_make_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([\w-]+)", commands(CI / "linux.yml"), re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_installer_gets_the_version_of_the_project() -> None:
    code = re.search(r'\$project = "(.*)"', commands(CI / "windows.yml"))
    assert code is not None
    shown = subprocess.run(
        ["python3", "-c", code[1]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert shown.stdout.strip() == project["version"]
