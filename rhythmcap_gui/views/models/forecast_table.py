"""What tags need, a row a tag: how good they are now, with twice as many songs, and a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from core.evaluation.forecast_records import TagForecast, Verdict
from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.views.models.metric_texts import pairs_text
from rhythmcap_gui.views.widgets.plain_table import (
    LEFT,
    RIGHT,
    CopyableTable,
    fit_columns,
    make_row_heads,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

TAG, N_YES, NOW, DOUBLED, NEEDS = range(5)
ROW_PX, MOST_PX, TAG_PX = 26, 150, 130
ORDER = (Verdict.SONGS, Verdict.DEFINITION, Verdict.GOOD, Verdict.UNKNOWN)
SIGNS = {
    Verdict.GOOD: ("check", "good"), Verdict.SONGS: ("add", "accent"),
    Verdict.DEFINITION: ("warning", "bad"), Verdict.UNKNOWN: ("info", "dim"),
}  # fmt: skip


class ForecastTable(CopyableTable):
    """Tags that need songs come first, those nearest to good enough at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        heads = [
            self.tr("Tag"), self.tr("Yes"), self.tr("Pairs of 100"),
            self.tr("With twice as many"), self.tr("What it needs"),
        ]  # fmt: skip
        tips = {
            N_YES: self.tr("Songs judged yes"),
            NOW: glossary.hint("pairs"),
            DOUBLED: self.tr("A forecast of the pairs with twice as many songs with it"),
        }
        make_row_heads(self, heads, tips, ROW_PX)
        self.horizontalHeaderItem(NEEDS).setTextAlignment(LEFT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(TAG, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NEEDS, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(self.tr("What tags need"))
        self.tags: tuple[TagForecast, ...] = ()
        theme.notifier().theme_changed.connect(self._recolour)

    def show_tags(self, tags: Iterable[TagForecast]) -> None:
        """List them; the chosen tag stays chosen."""
        chosen = self.chosen()
        self.tags = tuple(sorted(tags, key=_order))
        self.setRowCount(len(self.tags))
        for row, one in enumerate(self.tags):
            sentence = translated(one.sentence())
            figures = (pairs_text(one.now), pairs_text(one.doubled))
            texts = (one.tag, str(one.n_yes), *figures, verdict_text(one))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(LEFT if column in (TAG, NEEDS) else RIGHT)
                item.setToolTip(tip_text([sentence if column == NEEDS else text]))
                self.setItem(row, column, item)
        self._recolour()
        fit_columns(self, (N_YES, NOW, DOUBLED), theme.scaled(MOST_PX))
        self.horizontalHeader().resizeSection(TAG, theme.scaled(TAG_PX))
        self.choose(chosen.tag if chosen is not None else "")

    def choose(self, name: str) -> None:
        """Choose a tag, else the first one."""
        names = [one.tag for one in self.tags]
        if names:
            self.selectRow(names.index(name) if name in names else 0)

    def chosen(self) -> TagForecast | None:
        """Return the chosen tag."""
        row = self.currentRow()
        return self.tags[row] if 0 <= row < len(self.tags) else None

    def _recolour(self) -> None:
        for row, one in enumerate(self.tags):
            self.item(row, TAG).setIcon(theme.icon(*SIGNS[one.verdict]))
            is_known = one.verdict is not Verdict.UNKNOWN
            self.item(row, NEEDS).setForeground(theme.colour("text" if is_known else "dim"))


def verdict_text(one: TagForecast) -> str:
    """Say in a few words what a tag needs, and from how many artists."""
    text = short_verdict(one)
    if one.verdict is not Verdict.SONGS or not one.n_artists:
        return text
    return counted(_tr("{needs}, from {n:# artist|# artists}"), needs=text, n=one.n_artists)


def short_verdict(one: TagForecast) -> str:
    """Say in a few words what a tag needs."""
    if one.verdict is Verdict.SONGS and one.more is not None:
        return counted(_tr("about {n:# more song|# more songs}"), n=one.more)
    words = {
        Verdict.GOOD: _tr("good enough"),
        Verdict.DEFINITION: _tr("a clearer definition"),
    }
    return words.get(one.verdict, _tr("cannot be told yet"))


def _order(one: TagForecast) -> tuple[int, int, str]:
    more = one.more or 0
    return ORDER.index(one.verdict), more if one.verdict is Verdict.SONGS else -one.n_yes, one.tag


def _tr(text: str) -> str:
    return QCoreApplication.translate("forecast", text)
