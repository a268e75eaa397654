"""The open song's picture: in full, or as the model hears it; analysed now if never seen.

While it is analysed its parts are shown: what is around the playhead first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import settings as preferences
from rhythmcap_gui.operations.desk import Desk

LONG_S = 900.0  # a picture of a longer song takes a moment to be read from the cache, too

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.features.growing_picture import UnseenSong
    from core.features.pyramid import SongPicture


def show(desk: Desk) -> None:
    """Show the open song as the settings say; from the cache at once where it is there."""
    from core.features.analyse import load_picture
    from core.features.growing_picture import UnseenSong

    song, cache = desk.session.song, desk.session.cache
    desk.runner.cancel_lane(Lane.PICTURE)
    if song is None or cache is None:
        return
    as_model = desk.session.settings.view_as_model
    picture = load_picture(song.audio_hash, cache) if song.duration_s < LONG_S else None
    if picture is not None and not (as_model and desk.session.picture is not None):
        desk.session.set_picture(picture)
    if picture is not None and not as_model:
        return
    unseen = UnseenSong(song.path, song.audio_hash, desk.session.position_s, _recipes(desk))
    listeners = Listeners(
        done=lambda found: _there(desk, song.id, found),
        part=desk.session.picture_grew.emit,
        failed=desk.tell_error,
    )
    work = _look(unseen, cache, _recipe_shown(desk) if as_model else "")
    desk.runner.start(Lane.PICTURE, f"Look at {song.title}", work, listeners)


def view_as_model(desk: Desk, on: bool) -> None:
    """Full, or as the model hears it; kept for the next time."""
    preferences.change(desk, view_as_model=on)
    show(desk)


def _look(
    song: UnseenSong, cache: FeatureCache, as_model: str
) -> Callable[[Running], SongPicture | None]:
    """as_model: the recipe the picture is wanted in; "" is the full picture."""

    def work(job: Running) -> SongPicture | None:
        from core.features.analyse import ensure_log_mel, load_picture
        from core.features.growing_picture import grow_picture
        from core.features.pyramid import SongPicture, as_model_hears
        from core.features.recipe import RECIPES

        picture = load_picture(song.audio_hash, cache)
        if picture is None and not song.path.exists():
            return None
        whole = picture or grow_picture(song, cache, job.deliver, job)
        if not as_model:
            return whole
        log_mel = ensure_log_mel(song.path, song.audio_hash, RECIPES[as_model], cache, job)
        return SongPicture(as_model_hears(log_mel), whole.overview)

    return work


def _recipes(desk: Desk) -> tuple[str, ...]:
    """What the active model hears, to be made in the same reading of the file."""
    from core.features.recipe import RECIPES

    model = desk.session.model
    named = str(model.provenance.get("recipe", "")) if model is not None else ""
    return (named,) if named in RECIPES else ()


def _recipe_shown(desk: Desk) -> str:
    """What the active model hears; the thesis's recipe where that has no frequencies to show."""
    pictured = [each for each in _recipes(desk) if each.startswith(("thesis", "choi", "mel"))]
    return pictured[0] if pictured else "thesis"


def _there(desk: Desk, song_id: int, picture: SongPicture | None) -> None:
    opened = desk.session.song
    if picture is not None and opened is not None and opened.id == song_id:
        desk.session.set_picture(picture)
