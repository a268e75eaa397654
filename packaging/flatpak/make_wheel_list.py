"""Write packaging/flatpak/wheels.json: every wheel the Flatpak installs, by address and sha256.

Versions are those of constraints.txt; pip finds the files, and installs none. Of torch it is the
CPU build, of PyTorch's own index: PyPI's needs gigabytes of CUDA.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WHEELS = HERE / "wheels.json"
PYTHON = "3.13"  # of org.freedesktop.Platform, see the manifest
ARCHITECTURES = ("x86_64", "aarch64")
GLIBC = (
    "2_17",
    "2_24",
    "2_26",
    "2_27",
    "2_28",
    "2_31",
    "2_34",
    "2_39",
)  # older ones run on newer systems
TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
TORCH_NEEDS = ("filelock", "fsspec", "jinja2", "networkx", "sympy", "typing-extensions")
FETCH_S = 60.0

Source = dict[str, Any]


def requirements() -> list[str]:
    """Return what pip is to find: all that the program needs to run, but torch itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["onnx"]]
    return [line for line in needed if not line.startswith("torch>")] + list(TORCH_NEEDS)


def pinned(name: str) -> str:
    """Return the version of a package in constraints.txt."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(name)}==(\S+)", text, re.MULTILINE)
    if found is None:
        sys.exit(f"constraints.txt names no version of {name}")
    return found[1]


def found_by_pip(architecture: str) -> list[Source]:
    """Have pip choose the wheels of an architecture."""
    platforms = [f"--platform=manylinux_{glibc}_{architecture}" for glibc in GLIBC]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            sys.executable, "-m", "pip", "install", "--isolated", "--quiet", "--dry-run",
            "--ignore-installed", "--only-binary=:all:", f"--target={folder}", f"--report={report}",
            f"--python-version={PYTHON}", "--implementation=cp", *platforms,
            f"--constraint={ROOT / 'constraints.txt'}", *requirements(),
        ]  # fmt: skip
        subprocess.run(command, check=True)
        rows = json.loads(report.read_text(encoding="utf-8"))["install"]
    return [
        {
            "type": "file",
            "url": row["download_info"]["url"],
            "sha256": row["download_info"]["archive_info"]["hashes"]["sha256"],
        }
        for row in rows
    ]


def torch_wheel(architecture: str, known: list[Source]) -> Source:
    """Find torch in its index; where that does not answer, the same file as in the list before."""
    version = quote(f"{pinned('torch')}+cpu")
    tag = f"cp{PYTHON.replace('.', '')}"
    name = f"torch-{version}-{tag}-{tag}-manylinux_2_28_{architecture}.whl"
    url = f"{TORCH_INDEX}/{name}"
    try:
        with urllib.request.urlopen(f"{TORCH_INDEX}/torch/", timeout=FETCH_S) as answer:
            page = answer.read().decode("utf-8", "replace")
        found = re.search(rf"{re.escape(name)}#sha256=([0-9a-f]{{64}})", page)
        sha256 = found[1] if found else ""
    except (urllib.error.URLError, OSError):
        sha256 = next((row["sha256"] for row in known if row["url"] == url), "")
    if not sha256:
        sys.exit(f"{TORCH_INDEX} names no {name}")
    return {"type": "file", "url": url, "sha256": sha256}


def listed(known: list[Source]) -> list[Source]:
    """Return the wheels of all architectures; those that are not for all name theirs."""
    wheels = dict[str, Source]()
    seen = dict[str, list[str]]()
    for architecture in ARCHITECTURES:
        for wheel in (*found_by_pip(architecture), torch_wheel(architecture, known)):
            wheels[wheel["url"]] = wheel
            seen.setdefault(wheel["url"], []).append(architecture)
    for url, architectures in seen.items():
        if len(architectures) < len(ARCHITECTURES):
            wheels[url]["only-arches"] = architectures
    return sorted(wheels.values(), key=lambda wheel: wheel["url"].rpartition("/")[2].casefold())


if __name__ == "__main__":
    before = json.loads(WHEELS.read_text(encoding="utf-8")) if WHEELS.exists() else []
    WHEELS.write_text(json.dumps(listed(before), indent=1) + "\n", encoding="utf-8")
