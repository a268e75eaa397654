"""Tables of what changed a model's mind: tags that songs gained and lost; tags better and worse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import decimal_text
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.widgets.plain_table import (
    LEFT,
    RIGHT,
    CopyableTable,
    fit_columns,
    make_row_heads,
)
from rhythmcap_gui.views.widgets.row_table import RowTable
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.evaluation.changed_records import ChangedTag
    from core.metrics.metric_records import Estimate, MetricChange

SONG, TAG, CHANGE, SCORES, SURPRISE = range(5)
NAME, SIGN, DIFFERENCE = range(3)
ANSWERS = {"J": True, "X": False, "?": None}  # whether the new model is right
SHARES = (6, 3, 2, 0, 0)  # of the width
ROW_PX, MOST_PX = 24, 190


class ChangedTable(RowTable):
    """Tags that songs gained and lost. Space: play_requested. J, X and ?: answered(right, wrong or
    None for unsure).
    """

    play_requested = Signal()
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        heads = [
            _tr("Song"), _tr("Tag"), _tr("Change"), _tr("Score"), _tr("Surprise"),
        ]  # fmt: skip
        super().__init__(heads, changed_cells, parent, shares=SHARES)
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.setAccessibleName(_tr("Tags that songs gained and lost"))
        self.set_head_tip(SCORES, _tr("The former model's score and the new one's"))
        self.set_head_tip(
            SURPRISE,
            _tr("How improbable the former model held it, in bits: 1 for one in two, 3.3 for one "
                "in ten, 6.6 for one in a hundred"),
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play, or answer; else be a table."""
        key = event.text().upper()
        if key == " ":
            self.play_requested.emit()
        elif key in ANSWERS and self.currentIndex().isValid():
            self.answered.emit(ANSWERS[key])
        else:
            super().keyPressEvent(event)


def changed_cells(one: ChangedTag) -> tuple[str, ...]:
    """Return the cells of a row."""
    flip = one.flip
    change = _tr("gained") if flip.claims else _tr("lost")
    scores = f"{score_text(flip.before)} → {score_text(flip.now)}"
    return one.song, one.tag, change, scores, decimal_text(one.surprise_bits, 1)


class BeyondChance(CopyableTable):
    """Tags that became better, then those that became worse, by more than chance.

    tag_chosen: one was double-clicked, or Enter pressed.
    """

    tag_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        heads = [self.tr("Tag"), "", self.tr("Pairs of 100")]
        tip = self.tr(
            "How many more of 100 pairs of a right and a wrong song it puts in order than the "
            "model before, on the same songs, with the 95 % range"
        )
        make_row_heads(self, heads, {DIFFERENCE: tip}, ROW_PX)
        self.setAccessibleName(self.tr("Tags better and worse beyond chance"))
        self.cellActivated.connect(lambda row, _c: self.tag_chosen.emit(self.item(row, 0).text()))
        theme.notifier().theme_changed.connect(self._recolour)
        self._signs: list[str] = []

    def show_change(self, change: MetricChange | None) -> int:
        """List them; return how many they are."""
        names: Sequence[str] = () if change is None else (*change.better, *change.worse)
        self.setRowCount(len(names))
        self._signs = []
        for row, name in enumerate(names):
            auc = change.tags[name]["auc"]
            sign, token = metric_texts.difference_sign(auc)
            self._signs.append(token)
            texts = (name, sign, pairs_difference(auc))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(RIGHT if column == DIFFERENCE else LEFT)
                item.setToolTip(metric_texts.difference_tip(auc) if column else name)
                self.setItem(row, column, item)
        self._recolour()
        fit_columns(self, (SIGN, DIFFERENCE), theme.scaled(MOST_PX))
        return len(names)

    def _recolour(self) -> None:
        for row, token in enumerate(self._signs):
            self.item(row, SIGN).setForeground(theme.colour(token))


def pairs_difference(change: Estimate) -> str:
    """Format a change of AUC in pairs of 100, as "+12 (+5 … +19)"; a dash without a range."""
    if change.value is None or change.low is None or change.high is None:
        return metric_texts.DASH
    value, low, high = (
        f"{100.0 * number:+.0f}".replace("-", "−").replace("+0", "0").replace("−0", "0")
        for number in (change.value, change.low, change.high)
    )
    return f"{value} ({low} … {high})"


def _tr(text: str) -> str:
    return QCoreApplication.translate("changed", text)
