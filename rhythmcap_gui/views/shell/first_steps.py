"""The five marks of Help ▸ First steps, with the keys that are in force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.key_names import key_of
from rhythmcap_gui.views.shell.tour import TourMark


def _tr(text: str) -> str:
    return QCoreApplication.translate("first_steps", text)


def first_steps(parts: Sequence[QWidget]) -> tuple[TourMark, ...]:
    """Return the marks. parts: songs, pictures, tags, suggestions, the learn button."""
    words = (
        (_tr("Your songs"),
         _tr("Click a song, or step with {previous} and {next}. Folders and files can be dropped "
             "anywhere on the window: they are added where they lie, and never changed.")),
        (_tr("See and hear"),
         _tr("{play} plays. A click goes there, a drag makes a loop, the wheel zooms. Below, the "
             "taggram: what the model hears, second by second.")),
        (_tr("Tag by ear"),
         _tr("Press a category's letter, then a tag's: yes. Shift with the second letter says no, "
             "Alt says unsure, the same again takes it back. Or click. What you have not judged "
             "counts as nothing.")),
        (_tr("Suggestions"),
         _tr("{accept} accepts what the model suggests, {reject} rejects it, {why} plays the "
             "seconds that speak most for it. {blind} hides all guesses until you have judged.")),
        (_tr("Learning"),
         _tr("{learn} teaches the model your words, from one yes and one no on. You go on "
             "meanwhile; then you choose between the new model and the old one.")),
    )  # fmt: skip
    keys = {
        "previous": key_of("song.previous"),
        "next": key_of("song.next"),
        "play": key_of("playback.toggle"),
        "accept": key_of("tags.accept"),
        "reject": key_of("tags.reject"),
        "why": key_of("tags.hear_why"),
        "blind": key_of("view.blind"),
        "learn": key_of("model.learn"),
    }
    return tuple(
        TourMark(widget, heading, text.format(**keys))
        for widget, (heading, text) in zip(parts, words, strict=True)
    )
