"""Downloads arrive whole or not at all; each way to fail says which it was."""

from __future__ import annotations

import errno
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core.errors import ModelError
from core.jobs import Cancelled
from core.models.download import download

BODY = bytes(range(256)) * 2000
DIGEST = hashlib.sha256(BODY).hexdigest()


class Handler(BaseHTTPRequestHandler):
    """/whole gives the file, /cut promises more than it sends, all else is absent."""

    def do_GET(self) -> None:
        if self.path not in ("/whole", "/cut"):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY if self.path == "/whole" else BODY[: len(BODY) // 3])

    def log_message(self, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


class Recorder:
    """Remembers reports; cancels after a number of them."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.reports: list[float] = []
        self.cancel_after = cancel_after

    def report(self, done: float, total: float, what: str = "") -> None:
        assert what == "weights.pth"
        self.reports.append(done / total)

    def check(self) -> None:
        if self.cancel_after is not None and len(self.reports) >= self.cancel_after:
            raise Cancelled


def test_a_file_arrives_whole_with_progress(server: str, tmp_path: Path) -> None:
    job = Recorder()
    path = download(f"{server}/whole", tmp_path / "weights.pth", DIGEST, job)
    assert path.read_bytes() == BODY
    assert job.reports == sorted(job.reports)
    assert job.reports[-1] == 1.0
    assert len(job.reports) > 3


def test_an_existing_file_is_not_fetched_again(tmp_path: Path) -> None:
    (tmp_path / "weights.pth").write_bytes(BODY)
    path = download("http://127.0.0.1:9/nowhere", tmp_path / "weights.pth", DIGEST)
    assert path.read_bytes() == BODY


@pytest.mark.parametrize(
    ("page", "digest", "words"),
    [
        ("whole", "0" * 64, "not the file that was published"),
        ("cut", DIGEST, "broke off"),
        ("cut", None, "broke off"),
        ("absent", DIGEST, "404"),
    ],
)
def test_a_failed_download_says_why_and_leaves_nothing(
    server: str, tmp_path: Path, page: str, digest: str | None, words: str
) -> None:
    with pytest.raises(ModelError, match=words):
        download(f"{server}/{page}", tmp_path / "weights.pth", digest)
    assert list(tmp_path.glob("*weights*")) == []
    assert [p for p in tmp_path.iterdir() if p.is_file()] == []


def test_after_a_cut_connection_the_next_try_starts_clean(server: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        download(f"{server}/cut", tmp_path / "weights.pth", DIGEST)
    assert download(f"{server}/whole", tmp_path / "weights.pth", DIGEST).read_bytes() == BODY


def test_a_cancel_leaves_nothing(server: str, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        download(f"{server}/whole", tmp_path / "weights.pth", DIGEST, Recorder(cancel_after=2))
    assert [p for p in tmp_path.iterdir() if p.is_file()] == []


def test_a_full_disk_is_named(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "move", no_room)
    with pytest.raises(ModelError, match="cannot be written"):
        download(f"{server}/whole", tmp_path / "weights.pth", DIGEST)
    assert [p for p in tmp_path.iterdir() if p.is_file()] == []
