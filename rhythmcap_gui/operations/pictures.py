"""The open song's picture: in full, or as the model hears it; analysed now if never seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.features.pyramid import SongPicture
    from core.library.records import Song


def show(desk: Desk) -> None:
    """Show the open song as the settings say; from the cache at once where it is there."""
    from core.features.analyse import load_picture

    song, cache = desk.session.song, desk.session.cache
    desk.runner.cancel_lane(Lane.PICTURE)
    if song is None or cache is None:
        return
    picture = load_picture(song.audio_hash, cache)
    as_model = desk.session.settings.view_as_model
    if picture is not None and not (as_model and desk.session.picture is not None):
        desk.session.set_picture(picture)
    if picture is not None and not as_model:
        return
    if picture is None and not song.path.exists():
        return
    work = _as_model_hears(song, cache, _recipe_name(desk)) if as_model else _look(song, cache)
    listeners = Listeners(done=lambda found: _there(desk, song.id, found), failed=desk.tell_error)
    desk.runner.start(Lane.PICTURE, f"Look at {song.title}", work, listeners)


def view_as_model(desk: Desk, on: bool) -> None:
    """Full, or as the model hears it; kept for the next time."""
    preferences.change(desk, view_as_model=on)
    show(desk)


def _look(song: Song, cache: FeatureCache) -> Callable[[Running], SongPicture]:
    def work(job: Running) -> SongPicture:
        from core.features.analyse import ensure_picture

        return ensure_picture(song.path, song.audio_hash, cache, job)

    return work


def _as_model_hears(
    song: Song, cache: FeatureCache, recipe: str
) -> Callable[[Running], SongPicture]:
    def work(job: Running) -> SongPicture:
        from core.features.analyse import ensure_log_mel, ensure_picture
        from core.features.pyramid import SongPicture, as_model_hears
        from core.features.recipe import RECIPES

        whole = ensure_picture(song.path, song.audio_hash, cache, job)
        log_mel = ensure_log_mel(song.path, song.audio_hash, RECIPES[recipe], cache, job)
        return SongPicture(as_model_hears(log_mel), whole.overview)

    return work


def _recipe_name(desk: Desk) -> str:
    """What the active model hears; the thesis's recipe where that has no frequencies to show."""
    from core.features.recipe import RECIPES

    model = desk.session.model
    named = str(model.provenance.get("recipe", "")) if model is not None else ""
    return named if named in RECIPES and named.startswith(("thesis", "choi", "mel")) else "thesis"


def _there(desk: Desk, song_id: int, picture: SongPicture) -> None:
    if desk.session.song is not None and desk.session.song.id == song_id:
        desk.session.set_picture(picture)
