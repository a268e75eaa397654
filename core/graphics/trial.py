"""A trial of an environment: its card gives a small batch the scores that its processor gives.

Run as a module it is the trial itself, in that environment: `python -m core.graphics.trial DEVICE`.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import GraphicsError
from core.graphics import child_python
from core.jobs import SILENT, JobContext

N_FRAMES, NOISE = 1000, 0.03
POLL_S, DETAIL_CHARS = 0.2, 4000
NO_CARD, WRONG = "no card", "wrong"


def try_environment(python: Path, device: str, job: JobContext = SILENT) -> dict[str, str]:
    """Run the trial by an environment's Python; return its card, torch and CUDA.

    Raises GraphicsError where it does not start, sees no card, or computes otherwise; Cancelled.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as problems:
        try:
            child = child_python.start(
                python, "core.graphics.trial", device,
                stdin=subprocess.DEVNULL, stdout=output, stderr=problems,
            )  # fmt: skip
        except OSError as error:
            raise GraphicsError("graphics.broken", path=python, detail=str(error)) from error
        try:
            while child.poll() is None:
                job.check()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(POLL_S)
        finally:
            child.kill()
            child.wait()
        texts = [_text(stream) for stream in (output, problems)]
    return _facts(python, child.returncode, *texts)


def _text(stream: Any) -> str:
    stream.seek(0)
    return str(stream.read().decode("utf-8", "replace"))


def _facts(python: Path, code: int, text: str, problems: str) -> dict[str, str]:
    detail = f"{text}\n{problems}"[-DETAIL_CHARS:]
    try:
        answer = json.loads(text.splitlines()[-1])
        problem = answer["problem"]
        facts = {key: str(answer[key]) for key in ("card", "torch", "cuda")}
    except (ValueError, LookupError, TypeError) as error:
        raise GraphicsError("graphics.broken", path=python, detail=detail) from error
    if problem == NO_CARD:
        id = "graphics.driver" if facts["cuda"] else "graphics.without_cuda"
        raise GraphicsError(id, cuda=facts["cuda"], path=python, detail=detail)
    if problem or code:
        raise GraphicsError("graphics.wrong_scores", detail=detail)
    return facts


def run_trial(device: str) -> dict[str, Any]:
    """Compare the starter's scores of a made-up song, device beside processor, in this process."""
    import torch

    from core.features.spectrogram import LogMel
    from core.models.checkpoint import load_checkpoint
    from core.models.predict import predict_song
    from core.paths import resource

    facts = {"torch": torch.__version__, "cuda": torch.version.cuda or "", "card": device}
    if device == "cuda":
        if not torch.cuda.is_available():
            return {**facts, "problem": NO_CARD}
        facts["card"] = torch.cuda.get_device_name()
    models = [load_checkpoint(resource("starter.safetensors"), name) for name in ("cpu", device)]
    recipe = models[0].card.recipe
    values = np.random.default_rng(1).normal(-40.0, 12.0, (recipe.n_mels, N_FRAMES))
    song = LogMel(values.astype(np.float32), recipe, "")
    here, there = (predict_song(model, song, taggram=False).scores for model in models)
    apart = float(np.abs(here - there).max())
    return {**facts, "apart": apart, "problem": "" if apart <= NOISE else WRONG}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run_trial(sys.argv[1])) + "\n")
