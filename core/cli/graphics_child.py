"""The process that runs a whole verb on the card: `core.cli.graphics_child VERB …`.

What stops it is the end of its input, which graphics_card closes. A scheduler sends SIGTERM to
every process at once; two requests to stop would end it before it has written its checkpoint.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading

from core.cli import INTERRUPTED
from core.cli import main as verbs
from core.graphics.child_python import wait_for_end_of_input


def main() -> int:
    """Run the verb; return its exit code."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        threading.Thread(target=_stop_at_end_of_input, daemon=True).start()
        return verbs()
    except KeyboardInterrupt:
        return INTERRUPTED


def _stop_at_end_of_input() -> None:
    wait_for_end_of_input()
    _thread.interrupt_main()  # as Ctrl+C does


if __name__ == "__main__":
    sys.exit(main())
