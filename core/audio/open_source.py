"""Which decoder reads a file: libsndfile what it reads to the end, ffmpeg everything else.

libsndfile stops silently where the head of a file says so, or where the first of joined sounds
ends. What the head says is therefore compared with what is there, without decoding.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from core.audio import ogg
from core.audio.container_head import has_further_blocks
from core.audio.ffmpeg import FfmpegSource, ffmpeg_only_format, is_installed
from core.audio.file_bytes import FileBytes
from core.audio.file_window import Window
from core.audio.flac import FlacPart, flac_parts, with_length
from core.audio.joined import JoinedSource
from core.audio.joined_parts import joined_windows
from core.audio.libsndfile import LibsndfileSource, unreadable_error
from core.audio.mended_head import mended_window, uncounted_share, without_tags
from core.audio.mpeg import MpegLength, adts_length, mpeg_length
from core.audio.source import Source
from core.audio.tag_blocks import sound_begin
from core.errors import AudioError
from core.messages import message

LIBSNDFILE_OGG_CODECS = ("vorbis", "opus")
MP3_PADDING_FRAMES = 3 * 1152  # delay, padding and the frame of the head itself


def open_source(path: Path) -> Source:
    """Open a file with what reads all of it. Raises AudioError, OSError."""
    windows = joined_windows(path)
    if not windows:
        return _open_single(path)
    try:
        return JoinedSource(windows, partial(_open_window, path))
    except AudioError:
        source = _open_single(path)
        source.remark = message("audio.more_behind", name=path.name)
        return source


def _open_single(path: Path) -> Source:
    head, window = _first_bytes(path), without_tags(path)
    foreign = _ffmpeg_only(path)
    if foreign:
        found = adts_length(path) if foreign == "AAC" else MpegLength(0.0, 0, False)
        duration_s = found.duration_s if found.is_mixed else 0.0  # whose packets' clock is wrong
        return FfmpegSource(path, foreign, window, duration_s=duration_s, is_joined=found.is_mixed)
    try:
        if head.startswith(b"OggS"):
            return _open_ogg(path, window)
        if head.startswith(b"fLaC"):
            return _open_flac(path)
        source = LibsndfileSource(path, mended_window(path))
        if source.n_frames == 0:
            raise unreadable_error(path, "no frames")
    except AudioError as refused:
        return _with_ffmpeg_instead(path, refused, window)
    if source.format_name in ("MP3", "MP2"):
        return _checked_mpeg(path, source)
    if share := uncounted_share(path):
        read_s = source.n_frames / source.rate_hz
        source.remark = message(
            "audio.uncounted", name=path.name, read_s=read_s, more_s=share * read_s
        )
    return source


def _open_window(path: Path, window: Window) -> Source:
    """Open one of the sounds of a file."""
    foreign = _ffmpeg_only(path, window.begin)
    if foreign:
        return FfmpegSource(path, foreign, window)
    try:
        source = LibsndfileSource(path, window)
        if source.n_frames == 0:
            raise unreadable_error(path, "no frames")
    except AudioError as refused:
        return _with_ffmpeg_instead(path, refused, window)
    return source


def _with_ffmpeg_instead(path: Path, refused: AudioError, window: Window | None = None) -> Source:
    if not is_installed():
        raise AudioError(
            "audio.unreadable_alone", name=path.name, detail=str(refused.detail), path=path
        ) from refused
    try:
        return FfmpegSource(path, window=window)
    except AudioError:
        raise refused from None


def _open_ogg(path: Path, window: Window | None) -> Source:
    links = ogg.links(path)
    is_plain = all(len(link.codecs) == 1 for link in links)
    is_known = is_plain and all(link.codecs[0] in LIBSNDFILE_OGG_CODECS for link in links)
    if len(links) > 1 and (is_known or is_installed()):
        windows = {Window(link.begin, link.end): link for link in links}
        return JoinedSource(list(windows), lambda window: _open_link(path, window, windows[window]))
    goes_on = any(link.goes_on for link in links)  # libsndfile stops at the first “last” page
    begin = window.begin if window else 0
    if is_installed() and (not is_known or goes_on or ogg.has_wrong_granules(path, begin)):
        return FfmpegSource(path, "", window, duration_s=sum(link.duration_s for link in links))
    source = LibsndfileSource(path)
    if source.format_name == "Opus" and is_installed() and _ends_early(path, source, begin):
        source.close()
        return FfmpegSource(path, "", window, duration_s=sum(link.duration_s for link in links))
    if len(links) > 1 or not is_plain:
        source.remark = message("audio.first_part_only", name=path.name)
    return source


def _ends_early(path: Path, source: LibsndfileSource, begin: int) -> bool:
    """Check whether libsndfile gives a whole file up before its end.

    It does so with some Opus files in which a packet goes on into the next page.
    """
    if len(source.read_near(source.n_frames - 1, 1)):
        source.seek(0)
        return False
    with path.open("rb") as file:
        return not ogg.damage(file, begin)


def _open_link(path: Path, window: Window, link: ogg.Link) -> Source:
    is_known = len(link.codecs) == 1 and link.codecs[0] in LIBSNDFILE_OGG_CODECS
    if is_known and not (link.goes_on and is_installed()):
        return LibsndfileSource(path, window)
    return FfmpegSource(path, "", window)


def _open_flac(path: Path) -> Source:
    parts = flac_parts(path)
    if len(parts) > 1:
        return JoinedSource(
            [_window(path, part) for part in parts], partial(LibsndfileSource, path)
        )
    [part] = parts or [FlacPart(0, path.stat().st_size, 0, 0)]
    is_other = part.n_frames > part.n_promised or part.end < path.stat().st_size
    source = LibsndfileSource(path, _window(path, part) if is_other else None)
    source.n_frames = part.n_frames or source.n_frames
    return source


def _window(path: Path, part: FlacPart) -> Window:
    """Return the part's window; with the true length in its head, where that is another one."""
    if part.n_frames <= part.n_promised:
        return Window(part.begin, part.end)
    return Window(part.begin, part.end, *with_length(path, part))


def _checked_mpeg(path: Path, source: LibsndfileSource) -> Source:
    """Give to ffmpeg what libsndfile would not read whole; note how much is left of a cut one."""
    found = mpeg_length(path)
    n_found = round(found.duration_s * source.rate_hz)
    tolerance = source.tolerance_frames + MP3_PADDING_FRAMES
    has_more = n_found > source.n_frames + tolerance
    if (has_more or found.has_gap or found.is_mixed) and is_installed():
        source.close()
        is_joined = found.n_heads > 1 or found.is_mixed
        return FfmpegSource(
            path, source.format_name, duration_s=found.duration_s, is_joined=is_joined
        )
    if has_more or found.is_mixed:
        source.remark = message("audio.first_part_only", name=path.name)
    elif 0 < n_found < source.n_frames - tolerance:
        source.n_frames = n_found
        if not found.n_heads:
            source.n_promised = n_found  # it was only libsndfile's guess
    return source


def _ffmpeg_only(path: Path, offset: int = 0) -> str:
    """Name the format of the sound at an offset if only ffmpeg reads it whole; "" for others."""
    with path.open("rb") as file:
        data = FileBytes(file, sound_begin(FileBytes(file), offset))
        return "VOC" if has_further_blocks(data) else ffmpeg_only_format(data[:64])


def _first_bytes(path: Path) -> bytes:
    """Return the first bytes of the sound itself: behind any tags."""
    with path.open("rb") as file:
        return FileBytes(file, sound_begin(FileBytes(file)))[:4]
