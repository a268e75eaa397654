"""`make starter-model`: composes music, plays it on sampled instruments, trains the starter on it.

The same seed gives the same music; weights are equal up to the arithmetic of the machine. Needs
FluidSynth and the sound banks of Debian (sound_banks.py says which is missing); no sample of them
is in the model.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch
from sound_banks import BANKS, SoundBankError
from starter.measuring import measure
from starter.recordings import TRAINED_BANKS, UNSEEN_BANK, make_recordings
from starter.rendering import RECIPE
from starter.training import Plan, keep_all_freed_memory, train_segments, train_songs
from starter.truth import INSTRUMENT_WORDS, WORDS

from core.models.card import ModelCard, card_path
from core.models.checkpoint import save_checkpoint
from core.models.cnn_lstm import CnnLstm, CnnLstmConfig
from core.training.results import code_version

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
TRAIN_SEED, TEST_SEED, SEED = 7001, 9001, 1
N_TRAIN, N_TEST, EPOCHS, SONG_STEPS = 12_000, 800, 20, 1500
LICENCE = "CC0-1.0"
DESCRIPTION = (
    "Knows instruments, drums and voices as sampled sound banks play them: it was taught "
    "{n_train} pieces that a program composed and FluidSynth or RhythmCap itself rendered, with "
    "words read off the scores. It never learned from a recording and knows no sung words and no "
    "singers: voices are choirs on vowels. On recordings its scores are a first guess; it is a "
    "starting point for learning from your own tags. Measured on {n_test} pieces of other seeds, "
    "played on a bank it was never taught with."
)


def main(arguments: list[str] | None = None) -> int:
    """Compose, render, train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    parser.add_argument("--pieces", type=int, default=N_TRAIN, help="to learn from")
    parser.add_argument("--tests", type=int, default=N_TEST, help="to be measured on")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--song-steps", type=int, default=SONG_STEPS)
    parser.add_argument("--recordings", type=Path, help="keep what is rendered in this folder")
    parser.add_argument("--out", type=Path, default=RESOURCES)
    options = parser.parse_args(arguments)
    try:
        return make(options)
    except SoundBankError as error:
        log(str(error))
        return 1


def make(options: argparse.Namespace) -> int:
    """Do it all. Raises SoundBankError."""
    started = time.monotonic()

    def report(text: str) -> None:
        log(f"{time.monotonic() - started:6.0f} s  {text}")

    for name in (*TRAINED_BANKS, UNSEEN_BANK):
        BANKS[name].path()
    with tempfile.TemporaryDirectory() as unkept:
        folder = options.recordings or Path(unkept)
        train, test = (
            make_recordings(folder, seed, n, banks, lambda i, n: report(f"rendered {i} of {n}"))
            for seed, n, banks in (
                (TRAIN_SEED, options.pieces, TRAINED_BANKS),
                (TEST_SEED, options.tests, (UNSEEN_BANK,)),
            )
        )  # fmt: skip
    keep_all_freed_memory()
    torch.manual_seed(SEED)
    network = CnnLstm(CnnLstmConfig(n_tags=len(WORDS)))
    plan = Plan(options.epochs, song_steps=options.song_steps, seed=SEED)
    train_segments(network, train, plan, options.device, report)
    train_songs(network, train, plan, options.device, report)
    metrics = measure(network, test, options.device)
    path = ship(options.out, network, settings(options, plan), metrics)
    report(
        f"{path.name}: {path.stat().st_size / 1e6:.1f} MB; on a bank never taught with: WAUC "
        f"{metrics['wauc']:.3f}, AUC over {len(INSTRUMENT_WORDS)} instrument words "
        f"{metrics['roc_auc_instruments']:.3f}"
    )
    return 0


def settings(options: argparse.Namespace, plan: Plan) -> dict[str, Any]:
    """Return how it was made, for the card."""
    return {
        **asdict(plan),
        "device": options.device,
        "pieces": options.pieces,
        "tests": options.tests,
        "train_seed": TRAIN_SEED,
        "test_seed": TEST_SEED,
        "sound_banks": [
            {
                "name": name, "file": bank.path().name, "package": bank.package(),
                "licence": bank.licence, "credit": bank.credit, "sha256": bank.digest(),
                "use": "test only" if name == UNSEEN_BANK else "training",
            }
            for name, bank in BANKS.items()
        ],
    }  # fmt: skip


def ship(folder: Path, network: CnnLstm, made: dict[str, Any], metrics: dict[str, Any]) -> Path:
    """Write both files to a folder as float16."""
    card = ModelCard(
        name="starter", architecture="cnn_lstm", sizes=asdict(network.config), recipe=RECIPE,
        words=WORDS, seed=SEED, settings=made, metrics=metrics, code_version=code_version(),
        licence=LICENCE,
        description=DESCRIPTION.format(n_train=made["pieces"], n_test=made["tests"]),
    )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as draft:
        saved = save_checkpoint(Path(draft), card, network.cpu(), half=True)
        for source in (saved, card_path(saved)):
            shutil.copyfile(source, folder / f"starter{source.suffix}")
    return folder / "starter.safetensors"


def log(text: str) -> None:
    """Write a line to the terminal."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main())
