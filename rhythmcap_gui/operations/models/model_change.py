"""How a learned model compares with the one in use: known at once, or read from both cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.records import ModelRow
    from core.metrics.metric_records import Estimate


class Change(NamedTuple):
    """A model's WAUC minus that of the one in use. follows: it is being computed."""

    known: Estimate | None = None
    follows: bool = False


def find_change(
    context: AppContext, new: ModelRow, then: Callable[[Estimate | None], None]
) -> Change:
    """Return how a model compares with the one in use, if it was learned from that one.

    Else the scores that both keep are compared in the background: then(Estimate), or then(None) if
    that was stopped.
    """
    from core.evaluation.promotion import change_from_parent, compare_kept_scores
    from core.metrics.metric_records import Estimate

    models, used = context.library.models, context.library.models.active()
    whole = models.get(new.id)  # lists leave changes out
    if whole is None or used is None or used.id == new.id:
        return Change()
    known = change_from_parent(whole, used)
    if known is not None:
        return Change(known)
    labels = context.library.annotations.labels()
    tags = (models.tag_ids(new.id), models.tag_ids(used.id))

    def work(_job: Running) -> Estimate:
        return compare_kept_scores(whole, used, labels, tags)

    def failed(error: Exception) -> None:
        then(Estimate(None, reason=error_texts(error)[0]))

    listeners = Listeners(done=then, failed=failed, cancelled=lambda: then(None))
    context.runner.start(Lane.MODELS, _tr("Compare with the model in use"), work, listeners)
    return Change(follows=True)


def tell_worse(context: AppContext, new: ModelRow) -> None:
    """Say that a model that is surely worse is not used just so."""
    text = _tr("“{}” is worse than the model in use: it is not used.").format(new.name)
    remedy = _tr("The Learn panel says by how much, and has a button to use it anyway.")
    context.session.notify(text, "warning", remedy=remedy)


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
