"""An ONNX model in a process of its own: started when needed, bounded, killed on cancel.

What happens in there is onnx_child.py; it cannot harm this process. Arrays go in and come out.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Mapping
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.child_signals import no_ctrl_c_for_children
from core.errors import ModelError
from core.jobs import JobContext
from core.models import onnx_child
from core.models.onnx_records import OnnxSummary
from core.models.running_job import running_job

EXTRA = 'pip install "rhythmcap[onnx]"'
BASE_BYTES, BYTES_PER_BYTE = 4 << 30, 6  # of memory: for anything, and for the file's size
MAX_SHARE = 0.75  # of the machine's memory
LOAD_S, RUN_S = 180.0, 120.0
POLL_S = 0.05
PASSES_SOCKETS = sys.platform != "win32"  # to a process that it starts
MAX_HEADER_BYTES = 16 << 20
MAX_THREADS = 16
DETAIL_BYTES = 4000
CHUNK_BYTES = 1 << 20


class _EndedError(Exception):
    """The process has ended without an answer."""


class OnnxProcess:
    """A model's process. content: the file. name: what to call it in errors.

    Safe from several threads, one of which is served at a time. Every method may raise ModelError,
    and Cancelled by the job of cancelled_with; the next call then starts a new process.
    """

    def __init__(self, content: bytes | memoryview, name: str) -> None:
        self._content, self.name = content, name
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._connection: socket.socket | None = None
        self._log: IO[bytes] | None = None
        self._summary: OnnxSummary | None = None

    def summary(self) -> OnnxSummary:
        """Load the model, if it is not loaded yet, and return what it says of itself."""
        with self._lock:
            return self._started()

    def run(self, input_name: str, given: NDArray[Any], output_name: str) -> NDArray[np.float32]:
        """Run it on one array, and return one of its outputs."""
        with self._lock:
            self._started()
            header = {
                "input": input_name,
                "output": output_name,
                "dtype": given.dtype.str,
                "shape": given.shape,
            }
            content = np.ascontiguousarray(given).reshape(-1).view(np.uint8).data
            answer, output = self._exchange(header, content, RUN_S)
            if "error" in answer:
                raise self._run_error(str(answer["error"]), given.shape)
            return np.frombuffer(output, dtype=np.float32).reshape(answer["shape"])

    def stop(self) -> None:
        """Kill the process, if there is one."""
        child, connection, log = self._child, self._connection, self._log
        self._child = self._connection = self._log = self._summary = None
        if child is not None:
            _kill(child)
        for resource in (connection, log):
            if resource is not None:
                resource.close()

    def _started(self) -> OnnxSummary:
        if self._summary is None:
            require_onnxruntime(self.name)
            self._start()
            limit = memory_limit(len(self._content))
            header = {"memory_bytes": limit, "threads": min(os.cpu_count() or 1, MAX_THREADS)}
            answer, _ = self._exchange(header, self._content, LOAD_S)
            if "error" in answer:
                self.stop()
                raise self._load_error(str(answer["error"]))
            self._summary = OnnxSummary.from_json(answer)
        return self._summary

    def _start(self) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - stop() closes it
        begin = _with_socket if PASSES_SOCKETS else _over_loopback
        try:
            with no_ctrl_c_for_children():
                self._child, self._connection = begin(self._log)
        except (_EndedError, OSError) as error:
            detail = repr(error)
            self.stop()
            raise ModelError("onnx.crashed", name=self.name, detail=detail) from error
        self._connection.settimeout(POLL_S)
        weakref.finalize(self, _kill, self._child)

    def _exchange(
        self, header: Mapping[str, Any], content: bytes | memoryview, limit_s: float
    ) -> tuple[dict[str, Any], bytes]:
        """Send a message and wait for the answer; the process is killed where none comes."""
        job, deadline = running_job(), time.monotonic() + limit_s
        head = json.dumps({**header, "n_bytes": len(content)}).encode()
        try:
            self._send(onnx_child.HEAD.pack(len(head)) + head, job, deadline)
            self._send(content, job, deadline)
            (length,) = onnx_child.HEAD.unpack(
                self._receive(onnx_child.HEAD.size, MAX_HEADER_BYTES, job, deadline)
            )
            answer = json.loads(self._receive(length, MAX_HEADER_BYTES, job, deadline))
            n_bytes = int(answer["n_bytes"])
            return answer, self._receive(n_bytes, onnx_child.MAX_OUTPUT_BYTES, job, deadline)
        except TimeoutError as error:
            self.stop()
            raise ModelError("onnx.too_slow", name=self.name, seconds=limit_s) from error
        except (_EndedError, OSError, ValueError, KeyError, TypeError) as error:
            detail = self._last_words()
            self.stop()
            raise ModelError("onnx.crashed", name=self.name, detail=detail) from error
        except BaseException:
            self.stop()
            raise

    def _send(self, content: bytes | memoryview, job: JobContext, deadline: float) -> None:
        assert self._connection is not None
        done = 0
        with memoryview(content) as view:
            while done < len(view):
                _check(job, deadline)
                with contextlib.suppress(TimeoutError):
                    done += self._connection.send(view[done : done + CHUNK_BYTES])

    def _receive(self, n_bytes: int, limit: int, job: JobContext, deadline: float) -> bytes:
        assert self._connection is not None
        if not 0 <= n_bytes <= limit:
            raise ValueError(f"an answer of {n_bytes} bytes")
        content = bytearray(n_bytes)
        done = 0
        with memoryview(content) as view:
            while done < n_bytes:
                _check(job, deadline)
                with contextlib.suppress(TimeoutError):
                    n_received = self._connection.recv_into(view[done:])
                    if not n_received:
                        raise _EndedError
                    done += n_received
        return bytes(content)

    def _last_words(self) -> str:
        """Return how the process ended, and the end of what it wrote."""
        if self._child is None or self._log is None:
            return ""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(1.0)
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - DETAIL_BYTES))
        text = self._log.read().decode("utf-8", "replace")
        return f"exit status {self._child.returncode}\n{text}"

    def _load_error(self, text: str) -> ModelError:
        if text == "MemoryError":
            return self._memory_error()
        return ModelError("onnx.not_loadable", name=self.name, detail=text)

    def _run_error(self, text: str, shape: tuple[int, ...]) -> ModelError:
        if text == "MemoryError":
            return self._memory_error()
        return ModelError("onnx.not_run", name=self.name, shape=shape, detail=text)

    def _memory_error(self) -> ModelError:
        gigabytes = memory_limit(len(self._content)) / 1e9
        return ModelError("onnx.no_memory", name=self.name, gigabytes=gigabytes)


def _with_socket(log: IO[bytes]) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start the process with one end of a connection, and return it with the other."""
    ours, theirs = socket.socketpair()
    with theirs:
        child = subprocess.Popen(
            [sys.executable, "-P", onnx_child.__file__, str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            env={**os.environ, "MALLOC_ARENA_MAX": "2"},  # address space is bounded
            pass_fds=[theirs.fileno()],
        )
    return child, ours


def _over_loopback(log: IO[bytes]) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start the process, which connects to this one and proves by a secret that it is the one."""
    secret = secrets.token_bytes(onnx_child.SECRET_BYTES)
    with socket.create_server((onnx_child.LOOPBACK, 0)) as server:
        server.settimeout(LOAD_S)
        child = subprocess.Popen(
            [sys.executable, "-P", onnx_child.__file__, "port", str(server.getsockname()[1])],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
        assert child.stdin is not None
        try:
            with child.stdin:
                child.stdin.write(secret)
            connection, _ = server.accept()
            connection.settimeout(LOAD_S)
            if connection.recv(len(secret)) != secret:
                connection.close()
                raise _EndedError
        except BaseException:
            _kill(child)
            raise
    return child, connection


def require_onnxruntime(name: str) -> None:
    """Raise ModelError where the package that runs ONNX models is not installed."""
    frozen = getattr(sys, "frozen", False)  # its executable would start another RhythmCap
    if frozen or not sys.executable or importlib.util.find_spec("onnxruntime") is None:
        raise ModelError("onnx.not_installed", name=name, command=EXTRA)


def memory_limit(n_bytes: int) -> int:
    """Return how much address space the process of a file of so many bytes gets."""
    wanted = BASE_BYTES + BYTES_PER_BYTE * n_bytes
    if sys.platform != "win32":
        with contextlib.suppress(OSError, ValueError):
            pages, page_bytes = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
            wanted = min(wanted, max(round(MAX_SHARE * pages * page_bytes), BASE_BYTES // 2))
    return wanted


def _check(job: JobContext, deadline: float) -> None:
    job.check()
    if time.monotonic() > deadline:
        raise TimeoutError


def _kill(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    child.wait()
