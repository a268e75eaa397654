"""The song of the next question is made ready, so that it sounds as soon as it is asked about."""

from __future__ import annotations

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.question_queue import Question


def prepare(context: AppContext, question: Question) -> None:
    """Have the model listen to a song, and its file read; nothing where that has changed."""
    song = context.library.songs.get(question.song_id)
    if song is not None and not navigation.is_changed(context, song):
        playback.prepare(context, song.path)
        predicting.prepare(context, song)
