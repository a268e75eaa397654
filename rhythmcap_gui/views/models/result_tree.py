"""How well a model does, tag by tag, under categories as in the thesis's appendix B."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.evaluation.forecast_records import Verdict
from core.exchange.tables.cell_records import csv_text, tab_text
from rhythmcap_gui import glossary, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.plain_text import as_heading, tip_text
from rhythmcap_gui.views.models import metric_texts
from rhythmcap_gui.views.models.forecast_table import short_verdict
from rhythmcap_gui.views.models.interval_delegate import INTERVAL, DrawnNumber, IntervalDelegate
from rhythmcap_gui.views.widgets.glossary_link import add_question
from rhythmcap_gui.views.widgets.plain_table import LEFT, RIGHT
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.evaluation.evaluation_records import Evaluation, ModelResult, OwnEar
    from core.evaluation.forecast_records import KeptForecast, TagForecast
    from core.metrics.metric_records import Estimate, TagMetrics

TAG = Qt.ItemDataRole.UserRole
NAME, WORDS, PAIRS, DRAWN, TREND, MORE, CHANGE, SONGS, THRESHOLD, PRECISE, OWN_EAR = (
    "tag", "words", "pairs", "drawn", "trend", "more", "change", "songs", "threshold", "precise",
    "own_ear",
)  # fmt: skip
METRICS = ("auc", "ap", "f1", "precision", "recall", "mcc")
F1_END = METRICS.index("f1") + 1
DETAILS = (  # shown only when they are wanted; the ceiling of F1 beside it
    *METRICS[:F1_END], OWN_EAR, *METRICS[F1_END:], CHANGE, SONGS, THRESHOLD, PRECISE,
)  # fmt: skip
COLUMNS = (NAME, WORDS, PAIRS, DRAWN, TREND, MORE, *DETAILS)
WIDTHS = {NAME: 124, WORDS: 300, PAIRS: 100, DRAWN: 124, TREND: 124, CHANGE: 172, SONGS: 64,
          THRESHOLD: 84, PRECISE: 120}  # fmt: skip
ENTRIES = {  # of the glossary
    WORDS: "found", PAIRS: "pairs", DRAWN: "interval", CHANGE: "auc", THRESHOLD: "threshold",
    PRECISE: "precise", **{metric: metric for metric in METRICS},
}  # fmt: skip
METRIC_PX, MAX_WORDS_PX, MAX_FITTED_PX, HEAD_PAD_PX = 112, 400, 200, 20


class ResultTree(QTreeWidget):
    """Categories with their means, tags under them. Ctrl+C copies all of it.

    tag_chosen: the current tag; tag_opened: it was double-clicked, or Enter pressed.
    """

    tag_chosen = Signal(str)
    tag_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: ModelResult | None = None
        self._forecasts: Mapping[str, TagForecast] = {}
        self.setAccessibleName(self.tr("Result for each tag"))
        self.setColumnCount(len(COLUMNS))
        self.setHeaderLabels([self._title(column) for column in COLUMNS])
        self.setAlternatingRowColors(False)
        self.setRootIsDecorated(True)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setItemDelegateForColumn(COLUMNS.index(DRAWN), IntervalDelegate(self))
        self._make_head()
        self.currentItemChanged.connect(lambda item, _old: self._choose(item))
        self.itemActivated.connect(lambda item, _column: self._open(item))
        theme.notifier().theme_changed.connect(self._refill)

    def show_result(self, result: ModelResult) -> None:
        """Fill the tree; the chosen tag stays chosen."""
        self._result = result
        self._refill()

    def show_forecast(self, kept: KeptForecast | None) -> None:
        """Show what tags need, where that was forecast."""
        self._forecasts = {} if kept is None else kept.by_name()
        self._refill()

    def choose(self, tag: str) -> None:
        """Make a tag the current one; where there is none of that name, the first measured one."""
        items = self._tag_items()
        wanted = [item for item in items if item.data(0, TAG) == tag]
        wanted += [item for item in items if self._is_measured(item)]
        if wanted or items:
            self.setCurrentItem((wanted or items)[0])

    @property
    def chosen(self) -> str:
        """The current tag, "" without one."""
        item = self.currentItem()
        return str(item.data(0, TAG) or "") if item is not None else ""

    def as_rows(self) -> list[list[str]]:
        """Return the shown columns as texts, heads first, for a paper or a spreadsheet."""
        shown = [
            i for i, name in enumerate(COLUMNS) if name != DRAWN and not self.isColumnHidden(i)
        ]
        rows = [[self.tr("Category"), *(self.headerItem().text(column) for column in shown)]]
        for index in range(self.topLevelItemCount()):
            category = self.topLevelItem(index)
            for item in (category, *(category.child(row) for row in range(category.childCount()))):
                rows.append([category.text(0), *(item.text(column) for column in shown)])
        return rows

    def as_text(self) -> str:
        """Return the rows with tabs between the columns."""
        return tab_text(self.as_rows())

    def as_csv(self) -> bytes:
        """Return the rows as CSV."""
        return csv_text(self.as_rows()).encode("utf-8")

    def show_details(self, shown: bool) -> None:
        """Show the columns with measures, or only what is said in plain words."""
        for name in DETAILS:
            self.setColumnHidden(COLUMNS.index(name), not shown)
        self._hide_without_change()

    def column_menu(self, parent: QWidget) -> QMenu:
        """Make a menu that shows and hides columns."""
        menu = QMenu(parent)
        for index, name in enumerate(COLUMNS[1:], 1):
            action = menu.addAction(self._title(name))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(index))
            action.toggled.connect(lambda on, index=index: self.setColumnHidden(index, not on))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)

    def _title(self, column: str) -> str:
        titles = {
            NAME: self.tr("Tag"), WORDS: self.tr("On songs kept aside"),
            PAIRS: self.tr("Pairs of 100"),
            DRAWN: self.tr("Pairs, drawn"), TREND: self.tr("Since before"),
            "auc": self.tr("AUC"), "ap": self.tr("AP"), "f1": self.tr("F1"),
            "precision": self.tr("Precision"), "recall": self.tr("Recall"),
            "mcc": self.tr("MCC"), CHANGE: self.tr("Change of AUC"), SONGS: self.tr("Songs"),
            THRESHOLD: self.tr("Yes from"), PRECISE: self.tr("90 % right from"),
            OWN_EAR: self.tr("Own ear (F1)"), MORE: self.tr("What it needs"),
        }  # fmt: skip
        return titles[column]

    def _least_px(self, column: str) -> int:
        """Return a width that its title fits into."""
        metrics = QFontMetrics(theme.font(theme.CAPTION_PX))
        title_px = metrics.horizontalAdvance(self._title(column)) + HEAD_PAD_PX
        return max(WIDTHS.get(column, METRIC_PX), title_px)

    def _make_head(self) -> None:
        own = {
            MORE: self.tr("A forecast from its learning curve: see How many more songs?"),
            DRAWN: self.tr("The bar is the 95 % range; the dotted line is guessing (50); the "
                           "hollow dot is the model before."),
            TREND: self.tr("Whether it is done better than by the model before, on the same "
                           "songs"),
            OWN_EAR: self.tr("F1 of your own second judgments of the same songs: the ceiling, as "
                             "no model can learn what an ear does not agree on with itself"),
            CHANGE: self.tr("AUC now minus before, on the same songs, with its 95 % range; a tag "
                            "not known before counts as .5"),
        }  # fmt: skip
        tips = {name: glossary.hint(entry_id) for name, entry_id in ENTRIES.items()} | own
        head = self.header()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(False)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._show_menu)
        for index, name in enumerate(COLUMNS):
            left = name in (NAME, WORDS, DRAWN, TREND, MORE)
            self.headerItem().setTextAlignment(index, LEFT if left else RIGHT)
            self.headerItem().setToolTip(index, tips.get(name, ""))
            head.resizeSection(index, self._least_px(name))
            self.setColumnHidden(index, name in DETAILS or name == MORE)

    def _hide_without_change(self) -> None:
        if self._result is not None and self._result.change is None:  # nothing to compare with
            for name in (TREND, CHANGE):
                self.setColumnHidden(COLUMNS.index(name), True)
        self.setColumnHidden(COLUMNS.index(MORE), not self._forecasts)
        if self._result is not None and not self._result.own_ear:  # no song was judged again
            self.setColumnHidden(COLUMNS.index(OWN_EAR), True)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.column_menu(self)
        column = COLUMNS[self.header().logicalIndexAt(at)]
        if column in ENTRIES:
            menu.insertAction(menu.actions()[0], add_question(menu, ENTRIES[column]))
            menu.insertSeparator(menu.actions()[1])
        menu.popup(self.header().mapToGlobal(at))

    def _tag_items(self) -> list[QTreeWidgetItem]:
        groups = [self.topLevelItem(index) for index in range(self.topLevelItemCount())]
        return [group.child(row) for group in groups for row in range(group.childCount())]

    def _is_measured(self, item: QTreeWidgetItem) -> bool:
        evaluation = self._result.evaluation if self._result is not None else None
        return evaluation is not None and evaluation.per_tag[item.data(0, TAG)].n > 0

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and (tag := item.data(0, TAG)):
            self.tag_chosen.emit(tag)

    def _open(self, item: QTreeWidgetItem) -> None:
        if tag := item.data(0, TAG):
            self.tag_opened.emit(tag)

    def _refill(self, *_theme: object) -> None:
        result = self._result
        if result is None or result.evaluation is None:
            self.clear()
            return
        chosen, evaluation = self.chosen, result.evaluation
        self.setColumnHidden(COLUMNS.index(TREND), False)
        self._hide_without_change()
        self.blockSignals(True)
        self.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        used = dict.fromkeys(result.categories.get(tag, "") for tag in evaluation.per_tag)
        order = [name for name in dict.fromkeys(result.categories.values()) if name in used]
        for category in dict.fromkeys([*order, *used]):
            groups[category] = QTreeWidgetItem(self)
            self._fill_category(groups[category], category, evaluation)
        tags = evaluation.per_tag
        for tag in sorted(tags, key=lambda tag: (tags[tag].auc is None, -tags[tag].support, tag)):
            group = groups[result.categories.get(tag, "")]
            self._fill_tag(QTreeWidgetItem(group), tag, result, tags[tag])
        self.expandAll()
        words = COLUMNS.index(WORDS)
        words_px = min(self.sizeHintForColumn(words), MAX_WORDS_PX)
        self.header().resizeSection(words, max(words_px, self.header().sectionSize(words)))
        for name in (TREND, MORE, *METRICS, OWN_EAR, PRECISE):
            column = COLUMNS.index(name)
            wanted_px = max(self.sizeHintForColumn(column), self._least_px(name))
            self.header().resizeSection(column, min(wanted_px, MAX_FITTED_PX))
        self.blockSignals(False)
        self.choose(chosen)

    def _fill_category(self, item: QTreeWidgetItem, name: str, evaluation: Evaluation) -> None:
        item.setText(0, as_heading(name) or self.tr("Other"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        means = evaluation.measurement.categories.get(name, {})
        self._fill_numbers(item, lambda metric: means.get(metric), "dim")
        if (auc := means.get("auc")) is not None:
            self._put_pairs(item, auc)
        item.setText(COLUMNS.index(WORDS), self.tr("mean"))
        for column in range(len(COLUMNS)):
            item.setFont(column, theme.font(bold=column == 0, figures=True))
            item.setForeground(column, theme.colour("text" if column == 0 else "dim"))

    def _fill_tag(
        self, item: QTreeWidgetItem, tag: str, result: ModelResult, metrics: TagMetrics
    ) -> None:
        before, own = result.before.get(tag), result.evaluation.own_thresholds
        for column in range(len(COLUMNS)):
            item.setFont(column, theme.font(figures=True))
        item.setText(0, tag)
        item.setData(0, TAG, tag)
        item.setText(COLUMNS.index(WORDS), metric_texts.decision_words(metrics))
        self._fill_numbers(item, metrics.estimate, "accent", metrics.exact,
                           before.auc if before is not None else None)  # fmt: skip
        self._put_pairs(item, metrics.estimate("auc"))
        changes: Mapping[str, Estimate] = result.change.tags.get(tag, {}) if result.change else {}
        if (change := changes.get("auc")) is not None:
            sign, token = metric_texts.difference_sign(change)
            tip = metric_texts.difference_tip(change)
            self._put(item, TREND, metric_texts.trend_text(change), tip, token)
            item.setTextAlignment(COLUMNS.index(TREND), LEFT)
            self._put(item, CHANGE, f"{metric_texts.difference_text(change)} {sign}".strip(),
                      tip, token if sign else "text")  # fmt: skip
        if (forecast := self._forecasts.get(tag)) is not None:
            token = "text" if forecast.verdict is not Verdict.UNKNOWN else "faint"
            tip = tip_text([translated(forecast.sentence())])
            self._put(item, MORE, short_verdict(forecast), tip, token)
            item.setTextAlignment(COLUMNS.index(MORE), LEFT)
        if (own_ear := result.own_ear.get(tag)) is not None:
            self._put_own_ear(item, own_ear)
        self._put(item, SONGS, str(metrics.support), self.tr("Songs with the tag"), "dim")
        set_here = self.tr("You set it") if tag in own else self.tr("Estimated; you can set it")
        self._put(item, THRESHOLD, score_text(metrics.decision_threshold), set_here,
                  "text" if tag in own else "dim")  # fmt: skip
        precise = metrics.precise
        self._put(item, PRECISE, metric_texts.estimate_text(precise),
                  translated(precise.reason or "")
                  or self.tr("With its 95 % range"), "text")  # fmt: skip

    def _put_own_ear(self, item: QTreeWidgetItem, own_ear: OwnEar) -> None:
        text = self.tr(
            "{n:# song was|# songs were} judged again. Your second hearing, scored as the model "
            "is: F1 {second}. The model on the same songs: F1 {model}."
        )
        second, model = (
            metric_texts.value_text(one.value) for one in (own_ear.second, own_ear.model)
        )
        tip = counted(text, n=own_ear.n_songs, second=second, model=model)
        if own_ear.second.reason:
            tip = f"{tip}\n{translated(own_ear.second.reason)}"
        shown = second if own_ear.second.interval is None else None
        self._put(item, OWN_EAR, shown or metric_texts.estimate_text(own_ear.second), tip, "text")

    def _put_pairs(self, item: QTreeWidgetItem, auc: Estimate) -> None:
        self._put(item, PAIRS, metric_texts.pairs_text(auc), metric_texts.pairs_tip(auc), "text")

    def _fill_numbers(
        self,
        item: QTreeWidgetItem,
        estimate_of: Callable[[str], Estimate | None],
        colour: str,
        exact: tuple[str, ...] = (),
        before: float | None = None,
    ) -> None:
        for metric in METRICS:
            if (number := estimate_of(metric)) is not None:
                tip = metric_texts.estimate_tip(number, exact=metric in exact)
                self._put(item, metric, metric_texts.estimate_text(number), tip, "text")
        auc, column = estimate_of("auc"), COLUMNS.index(DRAWN)
        if auc is not None and auc.value is not None and (auc.interval or not auc.reason):
            drawn = DrawnNumber(auc.value, auc.low, auc.high, before, colour)
            item.setData(column, INTERVAL, drawn)
            spoken = self.tr("{} of 100 pairs").format(metric_texts.pairs_text(auc))
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(column, metric_texts.pairs_tip(auc))
        elif auc is not None:
            item.setToolTip(column, metric_texts.estimate_tip(auc))

    def _put(self, item: QTreeWidgetItem, name: str, text: str, tip: str, token: str) -> None:
        column = COLUMNS.index(name)
        item.setText(column, text)
        item.setToolTip(column, tip)
        item.setTextAlignment(column, RIGHT)
        item.setForeground(column, theme.colour("faint" if text == metric_texts.DASH else token))
