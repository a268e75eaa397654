"""The picture of a song that was never analysed, while it is being made.

For the listening column: first a glance at many places, then the surroundings of the playhead,
then the whole from its beginning, because a song's identity is a hash in that order. What stays
in the end, in the cache too, is the same as without looking on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.decode import BLOCK_FRAMES, AudioInfo, AudioReader
from core.audio.resample import to_mono
from core.features.analyse import emptied, load_picture
from core.features.cache import FeatureCache
from core.features.decode_pass import DecodePass, Watch
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
from core.features.picture_records import Bytes, DisplaySpectrogram, PicturePart, SongPicture
from core.features.pyramid import halved, level_lengths
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import LOUDEST
from core.jobs import SILENT, JobContext

Floats = NDArray[np.float32]

MOST_COLUMNS = 65_536  # 25 minutes in full; of longer songs only the coarser levels grow
SHORTEST_S = 15.0
GLANCE_EVERY_S, MOST_GLANCES, GLANCE_COLUMNS = 3.0, 128, 4
PASSAGE_S, MOST_ON_A_SIDE, PASSAGE_EVERY_S = 15.0, 4, 120.0
PART_S, MOST_PARTS = 15.0, 40


@dataclass(frozen=True, slots=True)
class UnseenSong:
    """A song of the library whose picture the cache may lack.

    playhead_s: what lies around it is wanted first. recipes: names of the features wanted beside
    the picture, made in the same reading where the cache lacks them too.
    """

    path: Path
    audio_hash: str
    playhead_s: float = 0.0
    recipes: tuple[str, ...] = ()


OnPart = Callable[[PicturePart], None]


def grow_picture(
    song: UnseenSong, cache: FeatureCache, on_part: OnPart, job: JobContext = SILENT
) -> SongPicture:
    """The picture as ensure_picture gives it; until then on_part gets what is there so far.

    The first part comes within a few hundredths of a second, some sixty in all, on this thread;
    none for what is cached, for less than 15 s, or where no header tells the length. Raises
    AudioError, CacheError, Cancelled.
    """
    picture = load_picture(song.audio_hash, cache)
    if picture is not None:
        return picture
    watch = _look_around(song, on_part, job)
    missing = [name for name in song.recipes if not cache.has(song.audio_hash, RECIPES[name])]
    recipes: list[FeatureRecipe] = [RECIPES[name] for name in missing]
    whole = DecodePass(song.path, cache, recipes, with_picture=True, watch=watch)
    whole.run_again(song.audio_hash, job)
    picture = load_picture(song.audio_hash, cache)
    if picture is None:
        raise emptied(song.path)
    return picture


def _look_around(song: UnseenSong, on_part: OnPart, job: JobContext) -> Watch | None:
    """Draw what can be had at once; who watches the rest. None where it does not pay."""
    with AudioReader(song.path) as reader:
        if reader.info.duration_s < SHORTEST_S:
            return None
        canvas = _Canvas(reader.info, on_part)
        if _glance(reader, canvas, job):
            for start_s in _outwards(song.playhead_s, reader.info.duration_s):
                _read_passage(reader, canvas, start_s, job)
                canvas.tell()
    return canvas.growing()


def _glance(reader: AudioReader, canvas: _Canvas, job: JobContext) -> bool:
    """A tenth of a second from many places; False where the file allows no jumping about."""
    info = reader.info
    n = min(int(info.duration_s / GLANCE_EVERY_S), MOST_GLANCES)
    stream = DisplayStream(info.rate_hz, keep=canvas.sketched(n))
    n_frames = GLANCE_COLUMNS * hop_of(info.rate_hz)
    for number in range(n):
        job.check()
        block = reader.glance(round((number + 0.5) / n * info.n_frames), n_frames)
        if len(block) < n_frames:
            return False
        stream.push(_mono(block))
    stream.close()
    return True


def _outwards(middle_s: float, duration_s: float) -> Iterator[float]:
    """Where the passages around the playhead begin, further and further away on both sides.

    Few in a short song, which is there soon, and none near the beginning, which is read next.
    """
    on_a_side = min(int(duration_s / PASSAGE_EVERY_S), MOST_ON_A_SIDE)
    if middle_s < on_a_side * PASSAGE_S:
        return
    for away in range(on_a_side):
        for start_s in (middle_s + away * PASSAGE_S, middle_s - (away + 1) * PASSAGE_S):
            if start_s < duration_s:
                yield start_s


def _read_passage(reader: AudioReader, canvas: _Canvas, start_s: float, job: JobContext) -> None:
    rate_hz = reader.info.rate_hz
    hop = hop_of(rate_hz)
    first = int(start_s * rate_hz / hop) // BATCH * BATCH
    left = (round(PASSAGE_S * rate_hz / hop) // BATCH + 1) * BATCH * hop
    stream = DisplayStream(rate_hz, keep=canvas.from_column(first))
    reader.seek(first * hop)
    while left > 0 and len(block := reader.read(min(left, BLOCK_FRAMES))):
        job.check()
        stream.push(_mono(block))
        left -= len(block)
    if stream.n_samples:
        stream.close()


def _mono(block: Floats) -> Floats:
    return np.clip(to_mono(block), -LOUDEST, LOUDEST)


class _Canvas:
    """The columns of a song of known length, in any order, and the parts made of them."""

    def __init__(self, info: AudioInfo, on_part: OnPart) -> None:
        self._rate_hz, self._duration_s, self._on_part = info.rate_hz, info.duration_s, on_part
        self._n_columns = columns_for(info.n_frames, info.rate_hz)
        lengths = level_lengths(self._n_columns)
        finest_halved = BATCH.bit_length() - 1
        self._skipped = min(sum(n > MOST_COLUMNS for n in lengths), finest_halved)
        self._levels = [np.zeros((n, N_BANDS), dtype=np.uint8) for n in lengths[self._skipped :]]
        self._low = np.zeros(self._n_columns, dtype=np.float32)
        self._high = np.zeros(self._n_columns, dtype=np.float32)
        self._moments = np.zeros((self._n_columns, 2), dtype=np.float32)
        self._fine = np.zeros(-(-self._n_columns // BATCH), dtype=np.bool_)

    def sketched(self, n_glances: int) -> Watch:
        """Who takes the columns of glances, in order, each to stand for its share of the song."""
        edges = [self._n_columns * number // n_glances for number in range(n_glances + 1)]
        stretches = pairwise(edges)

        def take(strip: Strip) -> None:
            for first in range(0, len(strip.low), GLANCE_COLUMNS):
                self._smear(*next(stretches), strip, slice(first, first + GLANCE_COLUMNS))
            self.tell()

        return take

    def from_column(self, first: int) -> Watch:
        """Who takes columns one after the other; the first is a multiple of BATCH."""
        place = first

        def take(strip: Strip) -> None:
            nonlocal place
            self._add(place, strip)
            place += len(strip.low)

        return take

    def growing(self) -> Watch:
        """Who takes the whole song from its beginning, and tells of it again and again."""
        add, n_taken = self.from_column(0), 0
        share = max(PART_S / self._duration_s, 1 / MOST_PARTS) * self._n_columns

        def take(strip: Strip) -> None:
            nonlocal n_taken
            before, n_taken = n_taken, n_taken + len(strip.low)
            add(strip)
            if before // share != n_taken // share or n_taken == self._n_columns:
                self.tell()

        return take

    def tell(self) -> None:
        """Hand out what is there."""
        rate = self._rate_hz / hop_of(self._rate_hz)
        display = DisplaySpectrogram(
            tuple(level.T for level in self._levels),
            tuple(rate / 2 ** (self._skipped + level) for level in range(len(self._levels))),
            band_centres_hz(self._rate_hz),
            self._duration_s,
        )
        overview = overview_of(self._low, self._high, self._moments, self._duration_s)
        self._on_part(PicturePart(SongPicture(display, overview), self._fine_s(BATCH / rate)))

    def _fine_s(self, batch_s: float) -> tuple[tuple[float, float], ...]:
        turns = np.flatnonzero(np.diff(self._fine, prepend=False, append=False)) * batch_s
        turns_s = np.minimum(turns, self._duration_s).tolist()
        return tuple(zip(turns_s[0::2], turns_s[1::2], strict=True))

    def _smear(self, first: int, end: int, strip: Strip, glance: slice) -> None:
        """Let one glance stand for a stretch; its outer columns touch the glances beside it."""
        columns = slice(first >> self._skipped, (end - 1 >> self._skipped) + 1)
        inner = strip.columns[glance][1:-1].max(axis=0)
        self._put(columns.start, np.tile(inner, (columns.stop - columns.start, 1)))
        self._low[first:end] = strip.low[glance].min()
        self._high[first:end] = strip.high[glance].max()
        self._moments[first:end] = strip.moments[glance][1:-1].mean(axis=0)

    def _add(self, first: int, strip: Strip) -> None:
        room = slice(first, first + len(strip.low))
        n = len(self._low[room])  # a file can be longer than its header says
        if not n:
            return
        self._low[room], self._high[room] = strip.low[:n], strip.high[:n]
        self._moments[room] = strip.moments[:n]
        self._fine[first // BATCH] = True
        columns = strip.columns[:n]
        for _ in range(self._skipped):
            columns = halved(columns)
        self._put(first >> self._skipped, columns)

    def _put(self, first: int, columns: Bytes) -> None:
        """Into the finest level that grows, and from there upwards."""
        end = min(first + len(columns), len(self._levels[0]))
        self._levels[0][first:end] = columns[: end - first]
        for lower, upper in pairwise(self._levels):
            first, end = first // 2, -(-end // 2)
            upper[first:end] = halved(lower[2 * first : 2 * end])
