"""What the installers are made with, importable by its plain name."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "linux"), str(PACKAGING / "appimage")]
