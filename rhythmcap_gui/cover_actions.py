"""What actions do with covered guesses and pictures, and when: blind mode, closed listening."""

from __future__ import annotations

from rhythmcap_gui.action_record import Window, has_song
from rhythmcap_gui.operations.context import AppContext


def can_close(context: AppContext) -> bool:
    """A song is open, whose picture can be covered, or listening is closed already."""
    return has_song(context) or is_closed(context)


def can_reveal(context: AppContext) -> bool:
    """The open song's guesses are covered by blind mode alone."""
    session = context.session
    return has_song(context) and not session.guesses_visible and not session.closed


def is_closed(context: AppContext) -> bool:
    """Closed listening: picture and guesses are covered."""
    return context.session.closed


def is_blind(context: AppContext) -> bool:
    """Blind mode is on."""
    return context.session.blind


def is_open(context: AppContext) -> bool:
    """Listening is not closed: the picture may be seen."""
    return not context.session.closed


def toggle_closed(window: Window) -> None:
    """Begin or end closed listening."""
    window.context.session.set_closed(not window.context.session.closed)


def leave(window: Window) -> None:
    """End what covers or surrounds listening, the outermost first: one press of Esc, one step."""
    if window.context.session.closed:
        window.context.session.set_closed(False)
    elif not window.saliency_controller.close():
        window.clear_loop()
