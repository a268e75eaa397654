"""The open song's picture: in full, or as the model hears it; analysed now if not cached.

While it is analysed its parts are shown: those around the playhead first.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.shell import preferences

LONG_S = 900.0  # reading the picture of a longer song from the cache takes a moment, too

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.features.picture_records import SongPicture
    from core.features.progressive import PictureRequest


def show(context: AppContext) -> None:
    """Show the open song as the settings say; from the cache at once if it is cached."""
    from core.features.analyse import load_picture
    from core.features.progressive import PictureRequest

    song, cache = context.session.song, context.session.cache
    context.runner.cancel_lane(Lane.PICTURE)
    if song is None or cache is None:
        return
    as_model = context.session.settings.view_as_model
    picture = load_picture(song.audio_hash, cache) if song.duration_s < LONG_S else None
    if picture is not None and not (as_model and context.session.picture is not None):
        context.session.set_picture(picture)
    if picture is not None and not as_model:
        return
    if context.session.file_changed:
        return
    request = PictureRequest(
        song.path, song.audio_hash, context.session.position_s, model_recipes(context)
    )
    listeners = Listeners(
        done=lambda found: _set_picture(context, song.id, found),
        part=context.session.picture_grew.emit,
        failed=context.show_error,
    )
    work = _make_picture(request, cache, _recipe_shown(context) if as_model else "")
    context.runner.start(Lane.PICTURE, f"Look at {song.title}", work, listeners)


def view_as_model(context: AppContext, on: bool) -> None:
    """Show it in full, or as the model hears it, and store the choice."""
    preferences.change(context, view_as_model=on)
    show(context)


def _make_picture(
    song: PictureRequest, cache: FeatureCache, as_model: str
) -> Callable[[Running], SongPicture | None]:
    """as_model: the recipe of the picture; "" is the full picture."""

    def work(job: Running) -> SongPicture | None:
        from core.features.analyse import ensure_log_mel, load_picture
        from core.features.picture_records import SongPicture
        from core.features.progressive import compute_picture_progressively
        from core.features.pyramid import model_input_picture
        from core.features.recipe import RECIPES

        picture = load_picture(song.audio_hash, cache)
        if picture is None and not os.path.exists(song.path):
            return None
        whole = picture or compute_picture_progressively(song, cache, job.deliver, job)
        if not as_model:
            return whole
        log_mel = ensure_log_mel(song.path, song.audio_hash, RECIPES[as_model], cache, job)
        return SongPicture(model_input_picture(log_mel), whole.overview)

    return work


def model_recipes(context: AppContext) -> tuple[str, ...]:
    """The active model's recipe, whose features are made in the same reading of the file."""
    from core.features.recipe import RECIPES

    model = context.session.model
    name = str(model.provenance.get("recipe", "")) if model is not None else ""
    return (name,) if name in RECIPES else ()


def _recipe_shown(context: AppContext) -> str:
    """The active model's recipe; the thesis's where that one has no frequencies to show."""
    spectral = ("thesis", "choi", "mel", "musicnn")
    return next((name for name in model_recipes(context) if name.startswith(spectral)), "thesis")


def _set_picture(context: AppContext, song_id: int, picture: SongPicture | None) -> None:
    opened = context.session.song
    if picture is not None and opened is not None and opened.id == song_id:
        context.session.set_picture(picture)
