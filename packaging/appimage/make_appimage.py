"""Make the AppImage: one file that runs on a Linux desktop, from the bundle in dist/rhythmcap.

An AppImage is a small program, the runtime, with a compressed picture of a folder behind it. The
runtime is AppImage's own, of one release, and is taken only if its checksum is right.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import shutil
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
BUNDLE = ROOT / "dist" / "rhythmcap"
BUILD = ROOT / "build"
RELEASE = "https://github.com/AppImage/type2-runtime/releases/download/20251108"
RUNTIME = "runtime-x86_64"
RUNTIME_SHA256 = "2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d"
APP_RUN = """#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/rhythmcap/rhythmcap" "$@"
"""
SHARED = {  # under usr/share, as the wheel installs it, too
    LINUX / "rhythmcap.desktop": "applications/rhythmcap.desktop",
    LINUX / "rhythmcap.metainfo.xml": "metainfo/rhythmcap.metainfo.xml",
    LINUX / "rhythmcap-mime.xml": "mime/packages/rhythmcap.xml",
    ROOT / "packaging" / "rhythmcap.1": "man/man1/rhythmcap.1",
    ROOT / "resources" / "icons" / "rhythmcap.svg": "icons/hicolor/scalable/apps/rhythmcap.svg",
}


def make_app_dir(bundle: Path, folder: Path) -> None:
    """Lay out the folder whose picture is taken; the bundle's files are linked, not copied."""
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / "usr" / "lib" / "rhythmcap"
    shutil.copytree(bundle, program, symlinks=True, copy_function=_link)
    for source, name in SHARED.items():
        target = folder / "usr" / "share" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    icons = folder / "usr" / "share" / "icons" / "hicolor"
    shutil.copytree(LINUX / "icons", icons, dirs_exist_ok=True)
    for size_icon, name in (("256x256", "rhythmcap.png"), ("256x256", ".DirIcon")):
        shutil.copy(icons / size_icon / "apps" / "rhythmcap.png", folder / name)
    shutil.copy(LINUX / "rhythmcap.desktop", folder / "rhythmcap.desktop")
    (folder / "AppRun").write_text(APP_RUN, encoding="utf-8")
    (folder / "AppRun").chmod(0o755)


def _link(source: str, target: str) -> None:
    try:
        Path(target).hardlink_to(source)
    except OSError:  # another disk
        shutil.copy2(source, target)


def take_picture(folder: Path, picture: Path) -> None:
    """Compress a folder into one file."""
    picture.unlink(missing_ok=True)
    options = "-root-owned -noappend -no-progress -quiet -b 1M -comp zstd -Xcompression-level 19"
    subprocess.run(["mksquashfs", str(folder), str(picture), *options.split()], check=True)


def fetch_runtime(kept: Path) -> Path:
    """Return AppImage's runtime, downloaded once. SystemExit where it cannot be had or is wrong."""
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            with urllib.request.urlopen(f"{RELEASE}/{RUNTIME}", timeout=60) as answer:
                kept.write_bytes(answer.read())
        except OSError as error:
            raise SystemExit(
                f"The runtime of AppImage cannot be downloaded: {error}\n"
                f"Fetch {RELEASE}/{RUNTIME} elsewhere and put it at {kept}."
            ) from error
    if hashlib.sha256(kept.read_bytes()).hexdigest() != RUNTIME_SHA256:
        raise SystemExit(f"{kept} is not the runtime that was expected: delete it and try again.")
    return kept


def join(runtime: Path, picture: Path, target: Path) -> None:
    """Write the program and its picture as one file that can be run."""
    with target.open("wb") as whole:
        for part in (runtime, picture):
            with part.open("rb") as file:
                shutil.copyfileobj(file, whole)
    target.chmod(0o755)


def version() -> str:
    """Return the version of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def main() -> int:
    """Make dist/RhythmCap-VERSION-x86_64.AppImage. 1 where it cannot be made here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runtime", type=Path, help="a runtime of your own, taken as it is")
    options = parser.parse_args()
    if shutil.which("mksquashfs") is None:
        sys.stderr.write("mksquashfs is missing: apt-get install squashfs-tools\n")
        return 1
    if platform.machine() != "x86_64" or not BUNDLE.exists():
        sys.stderr.write("This needs a bundle (make bundle) of a Linux computer with x86_64.\n")
        return 1
    runtime = options.runtime or fetch_runtime(BUILD / RUNTIME)
    picture, target = BUILD / "rhythmcap.squashfs", BUNDLE.parent
    target /= f"RhythmCap-{version()}-x86_64.AppImage"
    make_app_dir(BUNDLE, BUILD / "RhythmCap.AppDir")
    take_picture(BUILD / "RhythmCap.AppDir", picture)
    join(runtime, picture, target)
    sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.0f} MB\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
