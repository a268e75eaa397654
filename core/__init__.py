"""RhythmCap's science: from sound to tags and back. Never imports Qt; usable from a notebook.

See:    audio file ─ audio.decode ─> samples ─ features ─> LogMel ─ models.predict ─> Predictions
                          └─ audio.player ─> ear
Teach:  ear ─> library.edits ─> Library (+ Changes) ─> training.finetune ─> models.checkpoint
            ─> ModelRow ─> models.predict
"""

import os
import sys

if sys.platform == "darwin":
    # What Apple's graphics cards lack is computed on the processor; torch asks as it is loaded.
    os.environ.setdefault("PYTORCH_ENABLE_MPS_FALLBACK", "1")
