"""The picture of a song that was never analysed, while it is being made.

First samples from all over the song, then the surroundings of the playhead, then the whole from
its beginning, because a song's identity is a hash in that order. What stays in the end, in the
cache too, is the same as without looking on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import BLOCK_FRAMES, AudioInfo, AudioReader
from core.audio.mono_mix import MonoMixer
from core.features.analyse import cache_emptied_error, load_picture
from core.features.cache import FeatureCache
from core.features.decode_pass import DecodePass, OnStrip
from core.features.display import (
    BATCH,
    N_BANDS,
    DisplayStream,
    Strip,
    band_centres_hz,
    columns_for,
    hop_of,
    overview_of,
)
from core.features.picture_records import Bytes, DisplaySpectrogram, PartialPicture, SongPicture
from core.features.pyramid import halve, level_lengths
from core.features.recipe import RECIPES
from core.features.spectrogram import MAX_AMPLITUDE
from core.jobs import SILENT, JobContext

Floats = NDArray[np.float32]

MAX_COLUMNS = 65_536  # 25 minutes in full; of longer songs only the coarser levels grow
MIN_DURATION_S = 15.0
PROBE_EVERY_S, MAX_PROBES, PROBE_COLUMNS = 3.0, 128, 4
PASSAGE_S, MAX_PASSAGES_PER_SIDE, PASSAGE_EVERY_S = 15.0, 4, 120.0
PART_S, MAX_PARTS = 15.0, 40


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A song of the library whose picture the cache may lack.

    playhead_s: what lies around it comes first. recipes: names of the features to be made in the
    same reading where the cache lacks them too.
    """

    path: Path
    audio_hash: str
    playhead_s: float = 0.0
    recipes: tuple[str, ...] = ()


OnPart = Callable[[PartialPicture], None]


def compute_picture_progressively(
    request: PictureRequest, cache: FeatureCache, on_part: OnPart, job: JobContext = SILENT
) -> SongPicture:
    """Return the picture as ensure_picture does; until then on_part gets what there is so far.

    The first part comes within a few hundredths of a second, some sixty in all, on this thread;
    none for what is cached, for less than 15 s, or where no header tells the length. Raises
    AudioError, CacheError, Cancelled.
    """
    picture = load_picture(request.audio_hash, cache)
    if picture is not None:
        return picture
    on_strip = _preview(request, on_part, job)
    recipes = [RECIPES[name] for name in request.recipes]
    missing = [recipe for recipe in recipes if not cache.has(request.audio_hash, recipe)]
    decode_pass = DecodePass(request.path, cache, missing, with_picture=True, on_strip=on_strip)
    decode_pass.run_expecting(request.audio_hash, job)
    picture = load_picture(request.audio_hash, cache)
    if picture is None:
        raise cache_emptied_error(request.path)
    return picture


def _preview(request: PictureRequest, on_part: OnPart, job: JobContext) -> OnStrip | None:
    """Draw what can be had at once; return what takes the whole song's strips after that.

    None where it does not pay.
    """
    with AudioReader(request.path) as reader:
        duration_s = reader.info.duration_s
        if duration_s < MIN_DURATION_S:
            return None
        canvas = _Canvas(reader.info, on_part)
        if _draw_probes(reader, canvas, job):
            for start_s in _passage_starts(request.playhead_s, duration_s):
                _draw_passage(reader, canvas, start_s, job)
                canvas.emit()
    return canvas.whole_song_taker()


def _draw_probes(reader: AudioReader, canvas: _Canvas, job: JobContext) -> bool:
    """Draw a tenth of a second from all over the song; False where the format does not allow it."""
    info = reader.info
    n_probes = min(int(info.duration_s / PROBE_EVERY_S), MAX_PROBES)
    stream = DisplayStream(info.rate_hz, on_strip=canvas.probe_taker(n_probes))
    n_frames = PROBE_COLUMNS * hop_of(info.rate_hz)
    for probe in range(n_probes):
        job.check()
        block = reader.read_near(round((probe + 0.5) / n_probes * info.n_frames), n_frames)
        if len(block) < n_frames:
            return False
        stream.push(_mono(block))
    stream.close()
    return True


def _passage_starts(middle_s: float, duration_s: float) -> Iterator[float]:
    """Yield where the passages around the playhead begin, further and further away on both sides.

    Few in a short song, which is soon complete, and none near the beginning, which is read next.
    """
    per_side = min(int(duration_s / PASSAGE_EVERY_S), MAX_PASSAGES_PER_SIDE)
    if middle_s < per_side * PASSAGE_S:
        return
    for distance in range(per_side):
        for start_s in (middle_s + distance * PASSAGE_S, middle_s - (distance + 1) * PASSAGE_S):
            if start_s < duration_s:
                yield start_s


def _draw_passage(reader: AudioReader, canvas: _Canvas, start_s: float, job: JobContext) -> None:
    rate_hz = reader.info.rate_hz
    hop = hop_of(rate_hz)
    first = int(start_s * rate_hz / hop) // BATCH * BATCH
    n_left = (round(PASSAGE_S * rate_hz / hop) // BATCH + 1) * BATCH * hop
    stream = DisplayStream(rate_hz, on_strip=canvas.column_taker(first))
    reader.seek(first * hop)
    while n_left > 0 and len(block := reader.read(min(n_left, BLOCK_FRAMES))):
        job.check()
        stream.push(_mono(block))
        n_left -= len(block)
    if stream.n_samples:
        stream.close()


def _mono(block: Floats) -> Floats:
    mixed = MonoMixer(block.shape[1]).mixed(block)
    return np.clip(mixed, -MAX_AMPLITUDE, MAX_AMPLITUDE)


class _Canvas:
    """The columns of a song of known length, in any order, and the parts made of them.

    Its takers are called with strips of columns and draw them.
    """

    def __init__(self, info: AudioInfo, on_part: OnPart) -> None:
        self._rate_hz, self._duration_s, self._on_part = info.rate_hz, info.duration_s, on_part
        self._n_columns = columns_for(info.n_frames, info.rate_hz)
        lengths = level_lengths(self._n_columns)
        max_skipped = BATCH.bit_length() - 1
        self._n_skipped = min(sum(length > MAX_COLUMNS for length in lengths), max_skipped)
        self._levels = [
            np.zeros((length, N_BANDS), dtype=np.uint8) for length in lengths[self._n_skipped :]
        ]
        self._low = np.zeros(self._n_columns, dtype=np.float32)
        self._high = np.zeros(self._n_columns, dtype=np.float32)
        self._moments = np.zeros((self._n_columns, 2), dtype=np.float32)
        self._is_fine = np.zeros(-(-self._n_columns // BATCH), dtype=np.bool_)  # by batch

    def probe_taker(self, n_probes: int) -> OnStrip:
        """Return a taker of probes in order, each of which stands for its share of the song."""
        edges = [self._n_columns * probe // n_probes for probe in range(n_probes + 1)]
        stretches = pairwise(edges)

        def take(strip: Strip) -> None:
            for first in range(0, len(strip.low), PROBE_COLUMNS):
                self._spread(*next(stretches), strip, slice(first, first + PROBE_COLUMNS))
            self.emit()

        return take

    def column_taker(self, first: int) -> OnStrip:
        """Return a taker of columns from the first one on, which is a multiple of BATCH."""
        column = first

        def take(strip: Strip) -> None:
            nonlocal column
            self._draw(column, strip)
            column += len(strip.low)

        return take

    def whole_song_taker(self) -> OnStrip:
        """Return a taker of the whole song from its beginning, which emits parts now and then."""
        draw, n_taken = self.column_taker(0), 0
        part_columns = max(PART_S / self._duration_s, 1 / MAX_PARTS) * self._n_columns

        def take(strip: Strip) -> None:
            nonlocal n_taken
            n_before, n_taken = n_taken, n_taken + len(strip.low)
            draw(strip)
            is_next = n_before // part_columns != n_taken // part_columns
            if is_next or n_taken == self._n_columns:
                self.emit()

        return take

    def emit(self) -> None:
        """Hand out the picture so far."""
        rate = self._rate_hz / hop_of(self._rate_hz)
        display = DisplaySpectrogram(
            tuple(level.T for level in self._levels),
            tuple(rate / 2 ** (self._n_skipped + level) for level in range(len(self._levels))),
            band_centres_hz(self._rate_hz),
            self._duration_s,
        )
        overview = overview_of(self._low, self._high, self._moments, self._duration_s)
        self._on_part(PartialPicture(SongPicture(display, overview), self._fine_s(BATCH / rate)))

    def _fine_s(self, batch_s: float) -> tuple[tuple[float, float], ...]:
        changes = np.flatnonzero(np.diff(self._is_fine, prepend=False, append=False)) * batch_s
        changes_s = np.minimum(changes, self._duration_s).tolist()
        return tuple(zip(changes_s[0::2], changes_s[1::2], strict=True))

    def _spread(self, first: int, end: int, strip: Strip, probe: slice) -> None:
        """Let one probe stand for a stretch; its outer columns touch the probes beside it."""
        columns = slice(first >> self._n_skipped, (end - 1 >> self._n_skipped) + 1)
        inner = strip.columns[probe][1:-1].max(axis=0)
        self._put(columns.start, np.tile(inner, (columns.stop - columns.start, 1)))
        self._low[first:end] = strip.low[probe].min()
        self._high[first:end] = strip.high[probe].max()
        self._moments[first:end] = strip.moments[probe][1:-1].mean(axis=0)

    def _draw(self, first: int, strip: Strip) -> None:
        drawn = slice(first, first + len(strip.low))
        n = len(self._low[drawn])  # a file can be longer than its header says
        if not n:
            return
        self._low[drawn], self._high[drawn] = strip.low[:n], strip.high[:n]
        self._moments[drawn] = strip.moments[:n]
        self._is_fine[first // BATCH] = True
        columns = strip.columns[:n]
        for _ in range(self._n_skipped):
            columns = halve(columns)
        self._put(first >> self._n_skipped, columns)

    def _put(self, first: int, columns: Bytes) -> None:
        """Write into the finest level that grows, and from there into the coarser ones."""
        end = min(first + len(columns), len(self._levels[0]))
        self._levels[0][first:end] = columns[: end - first]
        for finer, coarser in pairwise(self._levels):
            first, end = first // 2, -(-end // 2)
            coarser[first:end] = halve(finer[2 * first : 2 * end])
