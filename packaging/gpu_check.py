"""Check everything that runs on a graphics card, beside the processor, in under eight minutes.

    python packaging/gpu_check.py [--json] [--device cuda|mps|cpu] [--small]

What is checked is the torch of that python; the one of *Help > Use my graphics card* lies in the
data folder, as graphics/python/bin/python (on Windows graphics/python/Scripts/python.exe).

Songs are composed as spectrograms: no sound is decoded, so that what is timed is the training. A
check that this machine cannot do says why; the exit code is 1 where one failed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np
import torch

from core.features.cache import FeatureCache
from core.features.spectrogram import LogMel
from core.library.records import Labels
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.device import choose_device, device_sentence, half_precision
from core.models.predict import predict_song
from core.paths import resource
from core.training.config import THESIS, FinetuneRequest
from core.training.finetune import finetune
from core.training.finetune_records import EpochReport, FinetuneResult
from core.training.labels import select_songs

N_SONGS, SONG_S, SMALL_S, N_TAGS, SONGS_PER_ARTIST = 842, 30.0, 12.0, 24, 4
GOAL_S, SCORE_NOISE, LOSS_NOISE = 60.0, 0.03, 0.05  # dropout draws otherwise on a card
EPOCHS, FEW_SONGS, FEW_EPOCHS = 30, 64, 3
FRACTIONS = (0.9, 0.75, 0.6, 0.45, 0.3)  # of the memory that a whole batch took
DDP_S = 120


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table. met: None where it could not be done here; then goal says why."""

    what: str
    measured: str
    goal: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What the checks work on. few: rows of songs that both machines learn from."""

    model: TaggingModel
    labels: Labels
    few: Labels
    cache: FeatureCache
    folder: Path
    device: str
    is_small: bool


def main() -> int:
    """Run all checks and print them; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", choices=("cuda", "mps", "cpu"), default=choose_device())
    parser.add_argument("--small", action="store_true", help="fewer songs, to try the script")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scene = compose(Path(name), options.device, is_small=options.small)
        checks = []
        for part in (machine, predictions, same_loss, whole_learning, out_of_memory, ranks, apple):
            started = time.monotonic()
            try:
                checks.extend(part(scene))
            except Exception as error:  # noqa: BLE001 - the other checks are wanted all the same
                checks.append(Check(part.__name__, f"{type(error).__name__}: {error}", "", False))
            print(f"{part.__name__}: {time.monotonic() - started:.1f} s", file=sys.stderr)  # noqa: T201
    show(checks, as_json=options.json)
    return int(any(check.met is False for check in checks))


def show(checks: list[Check], *, as_json: bool) -> None:
    """Print the checks as JSON, or as a table."""
    if as_json:
        sys.stdout.write(json.dumps([asdict(check) for check in checks], indent=1) + "\n")
        return
    marks = {True: "yes", False: "NO", None: "–"}
    rows = [("", "measured", "goal", "met")]
    rows += [(check.what, check.measured, check.goal, marks[check.met]) for check in checks]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        line = "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True))
        sys.stdout.write(line.rstrip() + "\n")


# -- songs ------------------------------------------------------------------------------------


def compose(folder: Path, device: str, *, is_small: bool) -> Scene:
    """Make songs whose tags are bands in their spectrograms, and decisions on all of them."""
    model = load_checkpoint(resource("starter.safetensors"))
    recipe, cache = model.card.recipe, FeatureCache(folder / "cache")
    n_songs = FEW_SONGS if is_small else N_SONGS
    song_s = SMALL_S if is_small else SONG_S
    n_frames = round(song_s * recipe.rate_hz / recipe.hop_length)
    rng = np.random.default_rng(1)
    states = (rng.random((n_songs, N_TAGS)) < 0.3).astype(np.int8)
    bands = rng.integers(0, recipe.n_mels - 8, N_TAGS)
    pulse = np.sin(np.arange(n_frames) / 3.0) > 0
    hashes = tuple(f"{number:032x}" for number in range(n_songs))
    for audio_hash, yes in zip(hashes, states, strict=True):
        values = rng.normal(-50.0, 6.0, (recipe.n_mels, n_frames)).astype(np.float32)
        for tag in np.flatnonzero(yes):
            rows = slice(bands[tag], bands[tag] + 8)
            values[rows] += 20.0 * (pulse if tag % 2 else 1.0)
        cache.put(LogMel(values, recipe, audio_hash))
    labels = Labels(
        song_ids=np.arange(n_songs), audio_hashes=hashes,
        paths=tuple(folder / f"{audio_hash}.flac" for audio_hash in hashes),
        artists=tuple(f"artist {number // SONGS_PER_ARTIST}" for number in range(n_songs)),
        tag_ids=np.arange(N_TAGS), tag_names=tuple(f"band {tag}" for tag in range(N_TAGS)),
        states=states, codebook_version=1,
    )  # fmt: skip
    few = select_songs(labels, np.arange(FEW_SONGS))
    return Scene(model, labels, few, cache, folder, device, is_small)


def learn(
    scene: Scene, labels: Labels, device: str, *, epochs: int, name: str = "checked"
) -> tuple[FinetuneResult, list[EpochReport]]:
    """Fine-tune the starter at depth everything on a device."""
    from core.models.checkpoint import to_device

    request = FinetuneRequest(
        name=name, parent_name="starter", depth="everything", epochs=epochs, seed=1,
        models_folder=scene.folder / "models", schedule=replace(THESIS, patience=epochs),
    )  # fmt: skip
    reports: list[EpochReport] = []
    parent = to_device(scene.model, device)
    return finetune(request, labels, parent, scene.cache, reports.append), reports


# -- checks -----------------------------------------------------------------------------------


def machine(scene: Scene) -> Iterator[Check]:
    """Say what this runs on."""
    yield Check("machine", f"{platform.system()} {platform.machine()}", "", None)
    yield Check("device", device_sentence("cpu" if scene.device == "cpu" else "auto"), "", None)
    yield Check("torch", torch.__version__, "", None)
    cuda = torch.version.cuda or "built without"
    yield Check("CUDA", cuda, "", None)
    if scene.device == "cuda":
        free, total = torch.cuda.mem_get_info()
        yield Check("memory", f"{free / 1e9:.0f} of {total / 1e9:.0f} GB free", "", None)
    precision = "plain" if not _is_autocast(scene.device) else "bfloat16"
    yield Check("arithmetic", precision, "", None)


def _is_autocast(device: str) -> bool:
    with half_precision(device):
        return torch.is_autocast_enabled(device)


def predictions(scene: Scene) -> Iterator[Check]:
    """Compare the starter's scores, card beside processor."""
    from core.models.checkpoint import to_device

    there, largest = to_device(scene.model, scene.device), 0.0
    songs = scene.few.audio_hashes[:8]
    started = time.perf_counter()
    for audio_hash in songs:
        song = scene.cache.get(audio_hash, scene.model.card.recipe)
        assert song is not None
        pair = [predict_song(model, song, taggram=False).scores for model in (scene.model, there)]
        largest = max(largest, float(np.abs(pair[0] - pair[1]).max()))
    took_s = time.perf_counter() - started
    what = f"starter's scores of {len(songs)} songs, {scene.device} − cpu"
    goal = f"≤ {SCORE_NOISE}"
    yield Check(what, f"{largest:.4f} ({took_s:.1f} s)", goal, largest <= SCORE_NOISE)


def same_loss(scene: Scene) -> Iterator[Check]:
    """Learn from the same few songs on both, and compare the losses of the epochs."""
    epochs = 1 if scene.is_small else FEW_EPOCHS
    runs = [learn(scene, scene.few, device, epochs=epochs) for device in (scene.device, "cpu")]
    losses = [[report.loss for report in reports] for _, reports in runs]
    apart = max(abs(a - b) / b for a, b in zip(*losses, strict=True))
    shown = [" ".join(f"{loss:.3f}" for loss in run) for run in losses]
    what = f"loss on {len(scene.few.paths)} songs, {scene.device} | cpu"
    goal = f"≤ {LOSS_NOISE:.0%} apart"
    met = apart <= LOSS_NOISE and runs[0][0].device == scene.device
    yield Check(what, f"{shown[0]} | {shown[1]}", goal, met)


def whole_learning(scene: Scene) -> Iterator[Check]:
    """Time a full fine-tune at depth everything."""
    epochs = 1 if scene.is_small else EPOCHS
    if scene.device == "cuda":
        learn(scene, scene.few, scene.device, epochs=1)  # the card's kernels are loaded
    started = time.perf_counter()
    outcome, reports = learn(scene, scene.labels, scene.device, epochs=epochs)
    took_s = time.perf_counter() - started
    song_s = SMALL_S if scene.is_small else SONG_S
    n_songs, per_epoch_s = len(scene.labels.paths), took_s / max(1, len(reports))
    what = f"depth everything: {n_songs} songs × {song_s:.0f} s, {len(reports)} epochs"
    measured = f"{took_s:.1f} s ({per_epoch_s:.2f} s an epoch with its second run)"
    is_measured = scene.device != "cpu" and not scene.is_small
    goal = f"≤ {GOAL_S:.0f} s on an H200" if is_measured else "no goal without a card"
    yield Check(what, measured, goal, took_s <= GOAL_S if is_measured else None)
    falls = reports[-1].loss < reports[0].loss if len(reports) > 1 else None
    measured = f"{reports[0].loss:.3f} → {reports[-1].loss:.3f}, on {outcome.device}"
    yield Check("its loss", measured, "falls", falls)


def out_of_memory(scene: Scene) -> Iterator[Check]:
    """Leave the card less memory than a whole batch takes, until it is halved."""
    what = "out of memory: half the batch, then the processor"
    if scene.device != "cuda":
        yield Check(what, "", "needs CUDA, whose memory can be limited", None)
        return
    torch.cuda.empty_cache()
    torch.cuda.reset_peak_memory_stats()
    learn(scene, scene.few, scene.device, epochs=1)
    peak, total = torch.cuda.max_memory_reserved(), torch.cuda.mem_get_info()[1]
    try:
        for fraction in FRACTIONS:
            torch.cuda.empty_cache()
            torch.cuda.set_per_process_memory_fraction(fraction * peak / total)
            outcome, _ = learn(scene, scene.few, scene.device, epochs=1)
            batch = outcome.card.settings["schedule"]["batch_songs"]
            if (outcome.device, batch) != (scene.device, THESIS.batch_size):
                break
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
    measured = f"{fraction * peak / 1e6:.0f} MB: batch of {batch} on {outcome.device}"
    yield Check(what, measured, f"less than {THESIS.batch_size}", batch < THESIS.batch_size)


def ranks(scene: Scene) -> Iterator[Check]:
    """Compute the gradients of a batch in one process under torchrun, as source training does."""
    what = "DistributedDataParallel, one process under torchrun"
    if not torch.distributed.is_available():
        yield Check(what, "", "this torch is built without it", None)
        return
    script = Path(__file__).with_name("gpu_check_rank.py")
    command = [
        *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=1"),
        *(str(script), scene.device),
    ]
    root = str(Path(__file__).parent.parent)
    finished = subprocess.run(
        command, capture_output=True, text=True, timeout=DDP_S, check=False,
        env={**os.environ, "PYTHONPATH": root},
    )  # fmt: skip
    lines = finished.stdout.splitlines() or finished.stderr.splitlines()[-1:]
    goal = "the gradients of a process alone"
    yield Check(what, lines[-1] if lines else "no answer", goal, finished.returncode == 0)


def apple(scene: Scene) -> Iterator[Check]:
    """Say whether Apple's cards were what all this ran on."""
    there = torch.backends.mps.is_available()
    measured = "the checks above" if scene.device == "mps" else ""
    yield Check(
        "Apple's graphics cards (MPS)", measured, "" if there else "there is none here",
        True if measured else None,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
