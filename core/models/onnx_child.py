"""The process that runs an ONNX model: a program of its own, which knows nothing of RhythmCap.

Started by onnx_process.py as `python -P onnx_child.py FD`; on Windows, which hands over no sockets,
as `onnx_child.py port PORT`, to connect to, with a secret as its input. Messages are a JSON
header, its length in front, and raw numbers behind. The first brings the model, the others arrays.
Whatever the model does, only this process pays for it.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
from typing import Any

HEAD = struct.Struct("<I")
NICENESS = 5  # playing and the window come first
MAX_OUTPUT_BYTES = 1 << 28
MAX_STDERR_BYTES = 1 << 20
MAX_TEXT = 2000
LOOPBACK, SECRET_BYTES = "127.0.0.1", 32
OUT_OF_MEMORY = ("bad_alloc", "bad allocation", "Failed to allocate memory")


def main() -> int:
    """Serve until the socket is closed."""
    connection = given_socket()
    header, content = receive(connection)
    limit_process(int(header["memory_bytes"]))
    try:
        session, answer = load(content, int(header["threads"]))
    except Exception as error:  # noqa: BLE001 - whatever onnxruntime raises is the answer
        send(connection, {"error": error_text(error)})
        return 1
    del content
    send(connection, answer)
    while True:
        try:
            header, content = receive(connection)
        except EOFError:
            return 0
        try:
            answer, output = run(session, header, content)
        except Exception as error:  # noqa: BLE001
            answer, output = {"error": error_text(error)}, b""
        send(connection, answer, output)


def given_socket() -> socket.socket:
    """Return the connection to the parent."""
    if sys.argv[1] != "port":
        return socket.socket(fileno=int(sys.argv[1]))
    connection = socket.create_connection((LOOPBACK, int(sys.argv[2])))
    connection.sendall(sys.stdin.buffer.read(SECRET_BYTES))
    return connection


def limit_process(memory_bytes: int) -> None:
    """Bound the memory of this process; let it write no files. Windows knows no such bounds."""
    if sys.platform != "win32":
        import resource

        os.nice(NICENESS)
        limits = [(resource.RLIMIT_FSIZE, MAX_STDERR_BYTES), (resource.RLIMIT_CORE, 0)]
        if sys.platform != "darwin":  # macOS has mapped more than that before Python begins
            limits.append((resource.RLIMIT_AS, memory_bytes))
        for kind, limit in limits:
            hard = resource.getrlimit(kind)[1]
            if hard == resource.RLIM_INFINITY or limit < hard:
                resource.setrlimit(kind, (limit, limit))


def load(content: bytes, threads: int) -> tuple[Any, dict[str, Any]]:
    """Make a session of a model; describe its inputs, outputs and metadata."""
    import onnxruntime

    onnxruntime.set_default_logger_severity(4)
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    meta = session.get_modelmeta()
    return session, {
        "inputs": [describe(value) for value in session.get_inputs()],
        "outputs": [describe(value) for value in session.get_outputs()],
        "producer": str(meta.producer_name)[:MAX_TEXT],
        "metadata": {
            str(key)[:MAX_TEXT]: str(value)[: 32 * MAX_TEXT]
            for key, value in list(meta.custom_metadata_map.items())[:100]
        },
    }


def describe(value: Any) -> dict[str, Any]:
    """Return name, type and shape of an input or output; None for a size that may vary."""
    shape = [size if isinstance(size, int) and size > 0 else None for size in value.shape or []]
    return {"name": value.name, "type": value.type, "shape": shape}


def run(session: Any, header: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    """Run the session on one array, and return one output as float32."""
    import numpy as np

    given = np.frombuffer(content, dtype=header["dtype"]).reshape(header["shape"])
    (output,) = session.run([header["output"]], {header["input"]: given})
    output = np.asarray(output)
    if output.dtype.kind != "f":
        return {"error": f"output of {output.dtype}"}, b""
    if output.size * 4 > MAX_OUTPUT_BYTES:
        return {"error": f"output of shape {output.shape}"}, b""
    output = np.ascontiguousarray(output, dtype=np.float32)
    return {"shape": list(output.shape)}, output.tobytes()


def error_text(error: Exception) -> str:
    """Return what went wrong; running out of memory is called so."""
    text = str(error)
    if isinstance(error, MemoryError) or any(words in text for words in OUT_OF_MEMORY):
        return "MemoryError"
    return f"{type(error).__name__}: {text[:MAX_TEXT]}"


def send(connection: socket.socket, header: dict[str, Any], content: bytes = b"") -> None:
    """Send a message."""
    head = json.dumps({**header, "n_bytes": len(content)}).encode()
    connection.sendall(HEAD.pack(len(head)) + head)
    connection.sendall(content)


def receive(connection: socket.socket) -> tuple[dict[str, Any], bytes]:
    """Receive a message. Raises EOFError where the other end is closed."""
    (length,) = HEAD.unpack(receive_bytes(connection, HEAD.size))
    header: dict[str, Any] = json.loads(receive_bytes(connection, length))
    return header, receive_bytes(connection, int(header["n_bytes"]))


def receive_bytes(connection: socket.socket, n_bytes: int) -> bytes:
    """Receive exactly so many bytes. Raises EOFError."""
    content = bytearray(n_bytes)
    with memoryview(content) as view:
        done = 0
        while done < n_bytes:
            n_received = connection.recv_into(view[done:])
            if not n_received:
                raise EOFError
            done += n_received
    return bytes(content)


if __name__ == "__main__":
    raise SystemExit(main())
