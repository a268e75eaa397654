"""Hundreds of containers, codecs and heads against ffmpeg's whole decode. For `make soak`."""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest

from core.audio.decode import AudioReader
from core.errors import AudioError
from tests.support.encoded_sounds import Samples, decoded_by_ffmpeg, needs_ffmpeg
from tests.support.odd_heads import ENCODINGS, HEADS, OddSound, OddSounds

TOLERANCE_S = 0.1
N_TRIED = 900
N_FILES = 500
ALLOWED = {
    "same", "same, with a remark", "shorter, told", "more than ffmpeg", "refused by both",
    "not numbers",
}  # fmt: skip


def verdict(sound: OddSound) -> str:
    """Compare what is read with ffmpeg's whole decode."""
    try:
        with AudioReader(sound.path) as reader:
            info, whole = reader.info, np.concatenate(list(reader.blocks()))
            warnings = reader.warnings
            frame = int(len(whole) * 0.7)
            reader.seek(frame)
            found, wanted = reader.read(2000), whole[frame : frame + 2000]
            lands = len(found) == len(wanted) and agree(found[:, 0], wanted[:, 0])
    except AudioError as error:
        if error.id == "audio.not_numbers":
            return "not numbers"
        rate_hz, channels = sound.encoding.rate_hz, sound.encoding.channels
        n_frames = len(decoded_by_ffmpeg(sound.path, rate_hz, channels))
        return "REFUSED" if n_frames / rate_hz > TOLERANCE_S else "refused by both"
    read_s = len(whole) / info.rate_hz
    by_ffmpeg = decoded_by_ffmpeg(sound.path, info.rate_hz, info.channels)
    ffmpeg_s, n_both = len(by_ffmpeg) / info.rate_hz, min(len(whole), len(by_ffmpeg))
    if sound.head == "whole" and not agree(whole[:n_both, 0], by_ffmpeg[:n_both, 0]):
        return "MISREAD"
    if not lands and not warnings:
        return "SOUGHT BESIDE"
    if read_s < ffmpeg_s - TOLERANCE_S:
        return "shorter, told" if warnings else "SHORTER"
    if abs(info.duration_s - read_s) > TOLERANCE_S and not warnings:
        return "WRONG LENGTH TOLD"
    if read_s > ffmpeg_s + TOLERANCE_S:
        is_right = read_s <= sound.whole_s + TOLERANCE_S or warnings
        return "more than ffmpeg" if is_right else "LONGER"
    return "same, with a remark" if warnings else "same"


def agree(found: Samples, wanted: Samples) -> bool:
    """Check for the same place; a decoder of MPEG-2 is not itself again after going back."""
    return len(found) < 2 or bool(np.corrcoef(found, wanted)[0, 1] > 0.98)


def table(counts: dict[str, Counter[str]]) -> str:
    """Lay out the verdicts of each head."""
    verdicts = sorted({verdict for counter in counts.values() for verdict in counter})
    lines = [" | ".join(["head", *verdicts])]
    for head, counter in counts.items():
        lines.append(" | ".join([head, *(str(counter[verdict]) for verdict in verdicts)]))
    return "\n".join(lines)


@needs_ffmpeg
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_no_sound_that_ffmpeg_reads_is_refused_or_silently_cut(tmp_path: Path) -> None:
    pairs = [(encoding, head) for encoding in ENCODINGS for head in HEADS]
    random.Random(10).shuffle(pairs)
    sounds, counts, wrong = OddSounds(tmp_path), defaultdict[str, Counter[str]](Counter), []
    for encoding, head in sorted(pairs[:N_TRIED], key=lambda pair: list(HEADS).index(pair[1])):
        sound = sounds.write(encoding, head)
        if sound is None:
            continue
        found = verdict(sound)
        counts[head][found] += 1
        if found not in ALLOWED:
            wrong.append(f"{encoding.name} {head}: {found}")
    sys.stdout.write(table(counts) + "\n")
    assert sum(counter.total() for counter in counts.values()) >= N_FILES
    assert wrong == []
