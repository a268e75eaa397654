"""Analysis of a song: its hash, the model's features and the picture, made and found again.

Cheap to import (no torch, no librosa, no scipy), because worker processes begin here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.audio.decode import AudioInfo
from core.audio.file_stats import FileStats, fingerprint
from core.audio.metadata import Metadata, read_metadata
from core.audio.mix_records import Condition
from core.features.cache import CacheError, FeatureCache
from core.features.decode_pass import (
    DISPLAY,
    LENGTH,
    OVERVIEW,
    Decoded,
    DecodePass,
    changing_file_error,
    load_mix,
)
from core.features.display import display_of
from core.features.picture_records import Overview, SongPicture
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import LogMel
from core.jobs import SILENT, JobContext


@dataclass(frozen=True, slots=True)
class SongAnalysis:
    """What one decode pass found out. n_frames: at the file's own rate, as decoded.

    warnings: what is wrong with the file although most of it could be used (file_remarks), and what
    is odd about the sound. stats, fingerprint: of the file as it was read. continues: the hash of
    the sound that was in this file before and is the beginning of this one; scanning fills it in.
    """

    path: Path
    audio_hash: str
    info: AudioInfo
    n_frames: int
    duration_s: float
    metadata: Metadata
    stats: FileStats
    fingerprint: str
    warnings: tuple[str, ...]
    continues: str = ""
    file_remarks: tuple[str, ...] = ()


def analyse_song(
    path: Path,
    cache: FeatureCache,
    recipes: Sequence[str] = ("thesis",),
    job: JobContext = SILENT,
) -> SongAnalysis:
    """Decode once; put the named recipes' features and the picture into the cache.

    Memory hardly grows with the song's length: the coarser picture levels take 30 MB an hour.
    Raises AudioError, CacheError, Cancelled; nothing half-made stays behind.
    """
    decode_pass = DecodePass(path, cache, [RECIPES[name] for name in recipes], with_picture=True)
    return _analysis(path, decode_pass.run(job))


def _analysis(path: Path, decoded: Decoded) -> SongAnalysis:
    analysis = SongAnalysis(
        path=path,
        audio_hash=decoded.audio_hash,
        info=decoded.info,
        n_frames=decoded.n_frames,
        duration_s=decoded.n_frames / decoded.info.rate_hz,
        metadata=read_metadata(path),
        stats=decoded.stats,
        fingerprint=fingerprint(path),
        warnings=(*decoded.warnings, *_remarks(decoded)),
        file_remarks=decoded.warnings,
    )
    if not decoded.stats.is_untouched(FileStats.read(path)):
        raise changing_file_error(path)  # its words or its digest may be another file's
    return analysis


def _remarks(decoded: Decoded) -> tuple[str, ...]:
    """Return what a musician should know of the sound, although the file is whole."""
    remark = None if decoded.mix.condition is Condition.SURROUND else decoded.mix.remark
    return () if remark is None else (remark,)


def identify_song(
    path: Path,
    cache: FeatureCache,
    recipes: Sequence[str] = (),
    job: JobContext = SILENT,
    *,
    on_one_core: bool = False,
) -> SongAnalysis:
    """Decode as analyse_song does, but only to learn which sound a file holds: no picture.

    on_one_core: less work in all, for several at a time.
    """
    wanted = [RECIPES[name] for name in recipes]
    decode_pass = DecodePass(path, cache, wanted, with_picture=False, on_one_core=on_one_core)
    return _analysis(path, decode_pass.run(job))


def ensure_log_mel(
    path: Path,
    audio_hash: str,
    recipe: FeatureRecipe,
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> LogMel:
    """Return the features of a known song, from the cache or else decoded now and cached.

    Always what the cache gives back (float16 precision), so the numbers do not depend on whether
    they were there. Raises AudioError, also where the file has become another sound; CacheError;
    Cancelled.
    """
    return load_or_compute(DecodePass(path, cache, [recipe], with_picture=False), audio_hash, job)


def load_or_compute(decode_pass: DecodePass, audio_hash: str, job: JobContext) -> LogMel:
    """Return the features of the first recipe of a pass, running it where the cache lacks them."""
    cache, recipe = decode_pass.cache, decode_pass.recipes[0]
    features = cache.get(audio_hash, recipe)
    if features is None:
        decode_pass.run_expecting(audio_hash, job)
        features = cache.get(audio_hash, recipe)
    if features is None:
        raise cache_emptied_error(decode_pass.path)
    return features


def ensure_picture(
    path: Path, audio_hash: str, cache: FeatureCache, job: JobContext = SILENT
) -> SongPicture:
    """Return the picture, from the cache or else decoded and cached; raises as ensure_log_mel."""
    picture = load_picture(audio_hash, cache)
    if picture is None:
        DecodePass(path, cache, [], with_picture=True).run_expecting(audio_hash, job)
        picture = load_picture(audio_hash, cache)
    if picture is None:
        raise cache_emptied_error(path)
    return picture


def load_picture(audio_hash: str, cache: FeatureCache) -> SongPicture | None:
    """Return the picture of an analysed song, its levels mapped from the cache, or None."""
    columns, overview, length = (
        cache.get_array(audio_hash, key) for key in (DISPLAY, OVERVIEW, LENGTH)
    )
    if columns is None or overview is None or length is None:
        return None
    rate_hz, n_samples = int(length[0]), int(length[1])
    try:
        display = display_of(columns, rate_hz, n_samples)
    except ValueError:
        return None
    low, high, centroid_hz = overview
    drawn = Overview(low, high, centroid_hz, n_samples / rate_hz)
    return SongPicture(display, drawn, load_mix(cache, audio_hash))


def cache_emptied_error(path: Path) -> CacheError:
    """Return the error of a pass that has succeeded, but whose results the cache has lost."""
    return CacheError("features.cache_emptied", path=path)
