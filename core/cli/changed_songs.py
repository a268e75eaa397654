"""The verb models changed: which tags songs have gained and lost with a new model."""

from __future__ import annotations

import argparse
from typing import Any

from core.cli.context import find_model, open_library
from core.cli.terminal import Terminal, columns, counted
from core.errors import UsageError
from core.evaluation.changed_songs import ChangedSong, changed_songs
from core.evaluation.flips import changed_mind
from core.library.store import Library

HEADS = ("bits", "song", "", "gained", "lost")


def changed(options: argparse.Namespace, terminal: Terminal) -> int:
    """List songs by how surprising the changes are to the former model; 1 where there are none."""
    with open_library(options, terminal, allow_read_only=True) as library:
        now = find_model(library, options.name)
        parent = library.models.get(now.parent_id) if now.parent_id else None
        if options.than is None and parent is None:
            raise UsageError("cli.no_former_model", name=now.name)
        before = find_model(library, options.than or (parent.name if parent else ""))
        found = changed_mind(library, before, now)
        songs = changed_songs(found.flips)
        answer = [_answer(library, song) for song in songs]
        n_common = len(
            set(library.predictions.matrix(before.id)[0].tolist())
            & set(library.predictions.matrix(now.id)[0].tolist())
        )
    rows = [list(HEADS), *map(_row, answer)] if answer else []
    terminal.data(answer, columns(rows, frozenset((0, 1))))
    terminal.say(
        f"{now.name} beside {before.name}: {counted(found.n_flips, 'tag')} not judged changed in"
        f" {counted(len(songs), 'song')}, of {counted(n_common, 'song')} that both have scored."
    )
    if found.n_judged:
        terminal.say(
            f"Of {counted(found.n_judged, 'judged tag')} that changed, {found.n_agreeing} agree"
            " with your decisions now."
        )
    return 0 if songs else 1


def _answer(library: Library, song: ChangedSong) -> dict[str, Any]:
    known = library.songs.get(song.song_id)
    words = (known.display_artist, known.display_title) if known is not None else ()
    return {
        "song": song.song_id,
        "title": " – ".join(word for word in words if word),
        "gained": [library.codebook.tag(tag_id).name for tag_id in song.gained],
        "lost": [library.codebook.tag(tag_id).name for tag_id in song.lost],
        "surprise_bits": round(song.surprise_bits, 3),
    }


def _row(answer: dict[str, Any]) -> list[str]:
    names = [", ".join(answer[key]) for key in ("gained", "lost")]
    return [f"{answer['surprise_bits']:.1f}", str(answer["song"]), answer["title"], *names]
