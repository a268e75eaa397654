"""How common is it? Shares of songs with a tag, estimated, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QWidget,
)

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.views.review.prevalence_chart import PrevalenceChart
from rhythmcap_gui.views.review.prevalence_table import PrevalenceTable, share_text
from rhythmcap_gui.views.widgets.findings_dialog import FindingsDialog

if TYPE_CHECKING:
    from core.evaluation.prevalence_records import TagPrevalence

SIZE = QSize(1080, 680)
BY_YEARS = ("decade", "year")


class PrevalenceDialog(FindingsDialog):
    """by_changed(): other groups are wanted, see `by`.

    queue_requested(): songs drawn at random are to be judged.
    """

    by_changed = Signal()
    queue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self._found: tuple[TagPrevalence, ...] = ()
        self.setWindowTitle(self.tr("How common is it?"))
        self.strata = QLabel(wordWrap=True)
        self.chart, self.table = PrevalenceChart(), PrevalenceTable()
        self.chart.export_ended.connect(self.export_ended)
        self.judge = QPushButton(self.tr("What to judge next"), autoDefault=False)
        self.judge.setProperty("primary", True)
        self.judge.clicked.connect(self.queue_requested)
        self._lay_out()
        self._show_parts(False)

    @property
    def by(self) -> str:
        """The groups of songs: decade, year, artist or album."""
        return str(self.groups.currentData())

    def show_found(self, found: tuple[TagPrevalence, ...]) -> None:
        """Show what was estimated; the chosen tag stays chosen."""
        self.work.end()
        self._found = found
        self.offer(self.tag, [tag.tag for tag in found])
        self._show_parts(bool(found))
        self._show_tag()

    def choose_tag(self, name: str) -> None:
        """Show one of the tags, if it is among them."""
        self.tag.setCurrentText(name)

    def _lay_out(self) -> None:
        self.tag = QComboBox()
        self.tag.setAccessibleName(self.tr("Tag"))
        self.tag.setMinimumWidth(160)
        self.tag.currentIndexChanged.connect(self._show_tag)
        self.groups = QComboBox()
        self.groups.setAccessibleName(self.tr("How the songs are divided"))
        for name, text in (
            ("decade", self.tr("By decade")), ("year", self.tr("By year")),
            ("artist", self.tr("By artist")), ("album", self.tr("By album")),
        ):  # fmt: skip
            self.groups.addItem(text, name)
        self.groups.currentIndexChanged.connect(lambda _index: self.by_changed.emit())
        self.save = self.save_button(
            self.tr("All tags and groups as a CSV file"), "rhythmcap-how-common.csv", self._rows
        )
        self.lay_out(
            [(self.chart, 5), (self.strata, 0), (self.table, 4)],
            choices=[self.tag, self.groups],
            buttons=[self.save],
            remedy=self.judge,
        )

    def _show_parts(self, shown: bool) -> None:
        for part in (self.tag, self.groups, self.table, self.save):
            part.setVisible(shown)
        self.chart.setVisible(shown and self.by in BY_YEARS)
        self.strata.setVisible(False)
        if not shown:
            self.tell("", empty=True)  # it is being estimated

    def _chosen(self) -> TagPrevalence | None:
        index = self.tag.currentIndex()
        return self._found[index] if 0 <= index < len(self._found) else None

    def _show_tag(self, *_change: object) -> None:
        tag = self._chosen()
        if tag is None:
            self.tell(*self._nothing(), empty=True)
            return
        self.tell(self._summary(tag), self._caption(tag))
        self.strata.setText(self._strata(tag))
        self.strata.setVisible(bool(tag.n_strata))
        self.chart.show_tag(tag)
        self.table.show_tag(tag)

    # -- words --------------------------------------------------------------------------------

    def _nothing(self) -> tuple[str, str]:
        return self.tr("No song drawn at random is judged yet."), self.tr(
            "A queue of what to judge next draws some of its songs at random: judge these, and "
            "this window says how common your tags are."
        )

    def _summary(self, tag: TagPrevalence) -> str:
        share = tag.whole.powered
        if share.value is None:
            return translated(share.reason or "")
        text = self.tr("About {share} of 100 songs have the tag {tag}.")
        if tag.whole.is_counted:
            text = self.tr("{share} of 100 songs have the tag {tag}.")
        sentence = text.format(share=share_text(share), tag=tag.tag)
        return f"{sentence} {translated(share.reason)}" if share.reason else sentence

    def _caption(self, tag: TagPrevalence) -> str:
        whole = tag.whole
        text = self.tr("It rests on {n:# song drawn at random and judged|# songs drawn at random "
                       "and judged}, {yes} of them yes, for {songs:# song|# songs}")  # fmt: skip
        sentence = counted(text, n=whole.n_random, yes=whole.n_yes, songs=whole.n_songs)
        if tag.model:
            more = self.tr("and on scores of {model} that had not learned from them")
            sentence += ", " + more.format(model=tag.model)
        return " ".join([f"{sentence}.", *self._remarks(tag)])

    def _remarks(self, tag: TagPrevalence) -> list[str]:
        found = []
        if tag.n_known:
            text = self.tr("Judged before the draw and counted as judged: {}.")
            found.append(text.format(number_text(tag.n_known)))
        if tag.n_unsure:
            text = self.tr("Left unsure and not counted: {}.")
            found.append(text.format(number_text(tag.n_unsure)))
        if tag.n_left_out:
            text = self.tr("Judged on other tags, but not on this one: {}.")
            found.append(text.format(number_text(tag.n_left_out)))
        if tag.n_guess_visible:
            text = self.tr("Judged with the model's guess on screen, which may lead the ear: {}.")
            found.append(text.format(number_text(tag.n_guess_visible)))
        if tag.n_without_score:
            text = self.tr("Songs left out, as they have no such score: {}.")
            found.append(text.format(number_text(tag.n_without_score)))
        return found

    def _strata(self, tag: TagPrevalence) -> str:
        share, auc = tag.by_strata
        if share.value is None:
            return translated(share.reason or "")
        text = self.tr("By {n:# song|# songs} from every tenth of the scores: {share} of 100 "
                       "songs; the model puts {pairs} of 100 pairs in order.")  # fmt: skip
        return counted(text, n=tag.n_strata, share=share_text(share), pairs=share_text(auc))

    def _rows(self) -> list[tuple[str, ...]]:
        from core.evaluation.prevalence_records import csv_rows

        return csv_rows(self._found)
