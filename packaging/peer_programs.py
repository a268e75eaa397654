"""What each side of bench_peers does with a song, in processes of its own: `peer_programs.py NAME`.

Paths come on stdin, one a line; for each a line of JSON goes to stdout: busy_s (processor time of
this process, all threads), and scores where the side tags. Each side imports what it needs: this
file runs in the peers' environment, too.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

THREADS = {
    "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
    "NUMBA_NUM_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1",
    "TF_USE_LEGACY_KERAS": "1", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "",
}  # fmt: skip
RATE_HZ, N_FFT, HOP, N_MELS = 16_000, 512, 256, 96
RECIPE = "musicnn-2019"

Side = Callable[[Path], list[float]]


def musicnn(_weights: str) -> Side:
    """TensorFlow: its own extractor from file to tags; a song's score is the mean of chunks."""
    from musicnn.extractor import extractor

    def tags(path: Path) -> list[float]:
        taggram, _ = extractor(str(path), model="MTT_musicnn", extract_features=False)
        return [float(score) for score in taggram.mean(axis=0)]

    return tags


def essentia_features(resample_quality: int) -> Callable[[str], Side]:
    """Essentia: its loader and MusiCNN's mel bands, all in C++."""

    def make(_weights: str) -> Side:
        import essentia
        from essentia import streaming

        def features(path: Path) -> list[float]:
            pool = essentia.Pool()
            loader = streaming.MonoLoader(
                filename=str(path), sampleRate=RATE_HZ, resampleQuality=resample_quality
            )
            frames = streaming.FrameCutter(frameSize=N_FFT, hopSize=HOP)
            mel_bands = streaming.TensorflowInputMusiCNN()
            loader.audio >> frames.signal
            frames.frame >> mel_bands.frame
            mel_bands.bands >> (pool, "bands")
            essentia.run(loader)
            return []

        return features

    return make


def librosa_features(_weights: str) -> Side:
    """librosa: load and melspectrogram, as in the musicnn package."""
    import librosa
    import numpy as np

    def features(path: Path) -> list[float]:
        samples, _ = librosa.load(path, sr=RATE_HZ)
        mel = librosa.feature.melspectrogram(
            y=samples, sr=RATE_HZ, n_fft=N_FFT, hop_length=HOP, n_mels=N_MELS
        )
        np.log10(10_000 * mel + 1)
        return []

    return features


def our_features(_weights: str) -> Side:
    """File → MusiCNN's features in the cache."""
    from core.audio.file_stats import FileStats, KnownFile
    from core.features.analyse import load_or_compute
    from core.features.cache import FeatureCache
    from core.features.decode_pass import DecodePass
    from core.features.recipe import RECIPES
    from core.jobs import SILENT

    folder = tempfile.TemporaryDirectory()
    cache, recipe = FeatureCache(Path(folder.name)), RECIPES[RECIPE]

    def features(path: Path, _folder: object = folder) -> list[float]:
        cache.clear()
        stats = FileStats.read(path)
        assert stats is not None
        known = KnownFile(stats, "0" * 32)
        decode_pass = DecodePass(
            path, cache, [recipe], with_picture=False, known=known, on_one_core=True
        )
        load_or_compute(decode_pass, known.audio_hash, SILENT)
        return []

    return features


def our_tags(weights: str) -> Side:
    """File → hash, tags in the file, picture, MusiCNN's features and scores, as on import."""
    import torch

    from core.features.analyse import analyse_song
    from core.features.cache import FeatureCache
    from core.models.checkpoint import load_checkpoint
    from core.models.predict import predict_song

    torch.set_num_threads(1)
    folder = tempfile.TemporaryDirectory()
    cache, model = FeatureCache(Path(folder.name)), load_checkpoint(Path(weights))

    def tags(path: Path, _folder: object = folder) -> list[float]:
        cache.clear()
        analysis = analyse_song(path, cache, [model.card.recipe.name])
        log_mel = cache.get(analysis.audio_hash, model.card.recipe)
        assert log_mel is not None
        scores = predict_song(model, log_mel, taggram=False).scores
        return [float(score) for score in scores]

    return tags


SIDES: dict[str, Callable[[str], Side]] = {
    "musicnn": musicnn,
    "essentia": essentia_features(1),
    "essentia-linear": essentia_features(4),
    "librosa": librosa_features,
    "our-features": our_features,
    "our-tags": our_tags,
}


def main(name: str, weights: str) -> None:
    """Work on one path after another. weights: our model file."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a package prints is no answer
    work = SIDES[name](weights)
    for line in sys.stdin:
        start_s = time.process_time()
        scores = work(Path(line.rstrip("\n")))
        answer: dict[str, Any] = {"busy_s": time.process_time() - start_s, "scores": scores}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
