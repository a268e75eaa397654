"""By whom the scores on screen are: the model's own, or with what was decided since."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("live_source", text)


def song_source(session: Session) -> str:
    """Say whose the open song's score is; "" without a model."""
    model, live = session.model, session.live
    if model is None:
        return ""
    if not live.ready:
        return _tr("By the model “{}”.").format(model.name)
    if not live.n_decisions:
        return _tr("By “{}”, which learns from each decision.").format(model.name)
    text = _tr("By “{}” and {:# decision|# decisions} since.")
    return counted(text, model.name, live.n_decisions)


def seconds_source(session: Session) -> str:
    """Say whose the scores of the open song's seconds are; "" without a model."""
    model = session.model
    if model is None or not session.live.ready or session.predictions is None:
        return song_source(session)
    if session.shown_predictions is session.along:
        return song_source(session)
    if session.along_failed:
        text = _tr(
            "The seconds are by the model “{}” alone: the song cannot be listened to again now. "
            "Decisions since are in the song's score."
        )
        return text.format(model.name)
    return _tr("The seconds are by the model “{}” alone; decisions since follow.").format(
        model.name
    )
