"""What goes into the bundle, and the one file for Linux that is made of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import make_appimage
import pytest
from bundle_contents import MOST_MB, UNUSED, check, join_twins, leave_symbols, needed, used

FILES = {
    "torch/lib/libtorch_cpu.so": True,
    "torch/lib/libtorchbind_test.so": False,
    "torch/bin/protoc": False,
    "torch/bin/torch_shm_manager": True,
    "torch/_C/__init__.pyi": False,
    "numpy/_core/_simd.cpython-311-x86_64-linux-gnu.so": False,
    "numpy/_core/_umath_tests.cpython-311-x86_64-linux-gnu.so": False,
    "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so": True,
    "PySide6/QtOpenGL.abi3.so": False,
    "PySide6/Qt/lib/libQt6OpenGL.so.6": True,
    "PySide6/Qt/translations/qtbase_de.qm": True,
    "PySide6/Qt/translations/qtbase_fr.qm": False,
    "PySide6/Qt/plugins/platforms/libqxcb.so": True,
    "PySide6/Qt/plugins/platforms/libqoffscreen.so": True,
    "PySide6/Qt/plugins/platforms/libqvnc.so": False,
    "PySide6\\Qt\\plugins\\tls\\qopensslbackend.dll": False,
    "resources/starter.safetensors": True,
}


def test_files_that_nothing_uses_are_left_out() -> None:
    kept = {path for path, _source, _kind in used((path, path, "BINARY") for path in FILES)}
    assert kept == {path for path, is_used in FILES.items() if is_used}


def test_libraries_of_the_system_stay_where_something_needs_them() -> None:
    names = ["a/x.so", "libused.so.1", "libdeep.so.2", "libgtk.so.3", "libasound.so.2",
             "libportaudio.so.2", "libpython3.11.so.1.0"]  # fmt: skip
    imports = {
        "a/x.so": [("libused.so.1", None)],
        "libused.so.1": [("libdeep.so.2", "/lib/libdeep.so.2")],
        "libportaudio.so.2": [("libasound.so.2", None)],
    }
    entries = [(name, name, "BINARY") for name in names]
    kept = {path for path, *_ in needed(entries, lambda name: imports.get(name, []))}
    assert kept == set(names) - {"libgtk.so.3", "libasound.so.2"}


def test_torch_keeps_only_the_sources_that_it_reads(tmp_path: Path) -> None:
    (tmp_path / "config.py").write_text("install_config_module(sys.modules[__name__])\n")
    (tmp_path / "rnn.py").write_text("@torch._jit_internal._overload_method\ndef f(): ...\n")
    (tmp_path / "adam.py").write_text("class Adam: ...\n")
    entries = [(f"torch/{file.name}", str(file), "DATA") for file in sorted(tmp_path.iterdir())]
    assert [Path(path).name for path, *_ in used(entries)] == ["config.py", "rnn.py"]


def test_a_link_goes_with_the_file_that_it_points_to() -> None:
    links = [
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ]
    assert used(links) == links[1:]


def test_the_same_library_of_two_packages_is_kept_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("numpy.libs/libgfortran.so.5", "scipy.libs/libgfortran.so.5", "scipy.libs/lib.so"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(bytes(100_000))
    join_twins(tmp_path)
    links = [file for file in tmp_path.rglob("*.so*") if file.is_symlink()]
    assert [str(link.relative_to(tmp_path)) for link in links] == ["scipy.libs/libgfortran.so.5"]
    assert links[0].read_bytes() == bytes(100_000)


def test_a_bundle_that_has_grown_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "_internal" / "pandas" / "lib.so"
    large.parent.mkdir(parents=True)
    (tmp_path / "rhythmcap").write_bytes(bytes(1_000_000))
    large.write_bytes(bytes(2_000_000))
    assert check(tmp_path) == "The bundle has 3 MB: pandas 2, rhythmcap 1"
    monkeypatch.setattr("bundle_contents.MOST_MB", 2)
    with pytest.raises(SystemExit, match=r"has 3 MB, 2 were expected: pandas 2, rhythmcap 1"):
        check(tmp_path)
    assert MOST_MB < 700


def test_what_the_program_imports_is_not_left_out() -> None:
    assert {"torch", "sklearn", "scipy", "h5py", "rocrate", "PySide6"} & set(UNUSED) == set()


def test_symbols_are_left_away_only_where_that_breaks_nothing(tmp_path: Path) -> None:
    compiler, strip = shutil.which("gcc"), shutil.which("strip")
    if compiler is None or strip is None:
        pytest.skip("no compiler on this machine")
    source = tmp_path / "x.c"
    source.write_text(
        "static int hidden(int a) { return a * a; }\nint f(int a) { return hidden(a); }"
    )
    libraries = [tmp_path / "libtorch_cpu.so", tmp_path / "libopenblas.so"]
    for library in libraries:
        command = [compiler, "-O0", "-shared", "-fPIC", "-o", str(library), str(source)]
        subprocess.run(command, check=True)
    before = [library.stat().st_size for library in libraries]
    leave_symbols(tmp_path)
    after = [library.stat().st_size for library in libraries]
    assert after[0] < before[0]
    assert after[1] == before[1]


def test_the_app_dir_has_what_a_desktop_looks_for(tmp_path: Path) -> None:
    bundle = tmp_path / "rhythmcap"
    (bundle / "_internal").mkdir(parents=True)
    program = bundle / "rhythmcap"
    program.write_text('#!/bin/sh\necho "started with $*"\n')
    program.chmod(0o755)
    folder = tmp_path / "AppDir"
    make_appimage.make_app_dir(bundle, folder)
    for name in ("AppRun", "rhythmcap.desktop", "rhythmcap.png", ".DirIcon",
                 "usr/share/metainfo/rhythmcap.metainfo.xml",
                 "usr/share/mime/packages/rhythmcap.xml",
                 "usr/share/icons/hicolor/64x64/apps/rhythmcap.png"):  # fmt: skip
        assert (folder / name).exists(), name
    link = tmp_path / "link"
    link.symlink_to(folder / "AppRun")
    started = subprocess.run([link, "a b.flac"], capture_output=True, text=True, check=True)
    assert started.stdout == "started with a b.flac\n"


def test_a_runtime_with_another_checksum_is_refused(tmp_path: Path) -> None:
    (tmp_path / "runtime").write_bytes(b"\x7fELF and something else")
    with pytest.raises(SystemExit, match="is not the runtime that was expected"):
        make_appimage.fetch_runtime(tmp_path / "runtime")


def test_runtime_and_picture_are_one_file_that_can_be_run(tmp_path: Path) -> None:
    (tmp_path / "runtime").write_text('#!/bin/sh\necho "runs"\nexit 0\n')
    (tmp_path / "picture").write_bytes(b"hsqs" + bytes(100))
    make_appimage.join(tmp_path / "runtime", tmp_path / "picture", tmp_path / "whole")
    started = subprocess.run([tmp_path / "whole"], capture_output=True, text=True, check=True)
    assert started.stdout == "runs\n"
    assert (tmp_path / "whole").read_bytes().endswith(b"hsqs" + bytes(100))
