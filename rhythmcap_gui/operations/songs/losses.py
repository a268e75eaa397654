"""A loss is told: the headline, what was lost, what to do; all songs and days can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import Notice

if TYPE_CHECKING:
    from pathlib import Path

    from core.library.loss_records import Loss


def tell_repaired(context: AppContext, path: Path, loss: Loss, kept: str) -> None:
    """Say that a library was repaired, with what is lost. kept: where its damaged file is."""
    if loss.n_lost:
        text = _tr("{name} was repaired. Decisions that are lost: {n}.")
        advice = _tr(
            "Judge these songs again. A copy of yours may have more: File ▸ Restore… counts the "
            "decisions of each."
        )
    else:
        text = _tr("{name} was repaired. Not everything is as it was.")
        advice = _tr("Check what is named here, and correct it.")
    _tell(context, path, text.format(name=path.name, n=loss.n_lost), loss, [advice, kept])


def tell_restored(context: AppContext, path: Path, text: str, loss: Loss, kept: str) -> None:
    """Say what is nowhere any more since a copy has taken a library's place."""
    _tell(context, path, text, loss, [kept])


def tell_missing_commits(context: AppContext, path: Path, loss: Loss) -> None:
    """Say that the file that was opened is older than what was saved in it."""
    text = _tr("{} is not as it was saved last.").format(path.name)
    advice = _tr("If a newer file or a copy has them, File ▸ Restore… brings it back.")
    _tell(context, path, text, loss, [advice])


def _tell(context: AppContext, path: Path, text: str, loss: Loss, advice: list[str]) -> None:
    sentences = [translated(sentence) for sentence in loss.sentences()]
    remedy = "\n".join([*sentences, *(line for line in advice if line)])
    all_named = [translated(sentence) for sentence in loss.sentences(len(loss.songs) or 1)]
    detail = "\n".join(line for line in all_named if line not in sentences)
    context.session.notice.emit(Notice(text, "error", remedy, detail, path))


def _tr(text: str) -> str:
    return QCoreApplication.translate("losses", text)
