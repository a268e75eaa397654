"""Run in the bundle before RhythmCap: other programs get the libraries of the system again.

The bundle's starter points LD_LIBRARY_PATH at its own libraries, which ffmpeg and a browser must
not take. Our own processes are started by the same starter, which sets it anew.
"""

import os

if "LD_LIBRARY_PATH" in os.environ:
    original = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if original:
        os.environ["LD_LIBRARY_PATH"] = original
    else:
        del os.environ["LD_LIBRARY_PATH"]
