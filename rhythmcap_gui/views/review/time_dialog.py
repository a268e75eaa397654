"""Where my time went: what decisions took, what the time bought, whether guesses lead the ear.

All of it is read from this library's journal, for oneself; it is written to a file only on request.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSplitter,
    QWidget,
)

from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, decimal_text, number_text
from rhythmcap_gui.views.review.time_charts import SpeedChart, YieldChart
from rhythmcap_gui.views.review.time_table import TimeTable
from rhythmcap_gui.views.widgets.findings_dialog import FindingsDialog

if TYPE_CHECKING:
    from core.evaluation.time_ledger_records import GuessEffect, TimeLedger, Work
    from core.metrics.metric_records import Estimate

SIZE = QSize(1140, 680)
MARKS = (0.9, 0.8, 0.7)  # WAUCs to tell the cost of, the best one that was reached


class TimeDialog(FindingsDialog):
    """listened_requested(path): write what was heard before decisions there; see write()."""

    listened_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SIZE, parent)
        self._ledger: TimeLedger | None = None
        self.setWindowTitle(self.tr("Where my time went"))
        self.guesses = QLabel(wordWrap=True)
        self.guesses.setTextFormat(Qt.TextFormat.PlainText)
        self.warning = QLabel(wordWrap=True)
        self.warning.setProperty("bad", True)
        self.speed, self.bought, self.table = SpeedChart(), YieldChart(), TimeTable()
        for chart in (self.speed, self.bought):
            chart.export_ended.connect(self.export_ended)
        self._lay_out()
        self._show_parts(False)
        self.tell("", empty=True)  # it is being added up

    def show_ledger(self, ledger: TimeLedger) -> None:
        """Show what was added up."""
        self.work.end()
        self._ledger = ledger
        self.tell(
            self._summary(ledger), self._caption(ledger.total), empty=not ledger.total.n_decisions
        )
        self.guesses.setText(self._guess_text(ledger.guesses))
        self.warning.setText(self._warning(ledger.guesses))
        self.warning.setVisible(bool(self.warning.text()))
        self._show_parts(bool(ledger.total.n_decisions))
        self.bought.show_milestones(ledger.milestones)
        self._list()

    def _lay_out(self) -> None:
        self.by = QComboBox()
        self.by.addItems([self.tr("By session"), self.tr("By day")])
        self.by.setAccessibleName(self.tr("How the time is divided"))
        self.by.currentIndexChanged.connect(self._list)
        self.save = self.save_button(
            self.tr("The sessions or days as a CSV file"), "rhythmcap-time.csv", self._rows
        )
        self.save_listened = QPushButton(self.tr("Save what was heard…"), autoDefault=False)
        self.save_listened.setToolTip(
            self.tr("The seconds that sounded before each decision, as a CSV file")
        )
        self.save_listened.clicked.connect(self._choose_listened)
        self._charts = QSplitter(Qt.Orientation.Horizontal)
        self._charts.setChildrenCollapsible(False)
        self._charts.addWidget(self.speed)
        self._charts.addWidget(self.bought)
        self.lay_out(
            [(self._charts, 5), (self.guesses, 0), (self.warning, 0), (self.table, 4)],
            buttons=[self.by, self.save, self.save_listened],
        )

    def _show_parts(self, shown: bool) -> None:
        for part in (self._charts, self.guesses, self.table, self.by, self.save):
            part.setVisible(shown)
        recorded = self._ledger is not None and self._ledger.total.listened_s is not None
        self.save_listened.setVisible(shown and recorded)
        if not shown:
            self.warning.hide()

    @property
    def _by_day(self) -> bool:
        return self.by.currentIndex() == 1

    def _works(self) -> tuple[Work, ...]:
        if self._ledger is None:
            return ()
        return self._ledger.days if self._by_day else self._ledger.sessions

    def _list(self, *_change: object) -> None:
        self.speed.show_work(self._works(), by_day=self._by_day)
        self.table.show_work(self._works(), by_day=self._by_day)

    # -- words --------------------------------------------------------------------------------

    def _summary(self, ledger: TimeLedger) -> str:
        total = ledger.total
        if not total.n_decisions:
            return self.tr(
                "You have not decided anything one by one in this library yet: then there is no "
                "time to add up."
            )
        sentence = counted(
            self.tr("{n:# decision|# decisions} in {minutes:# minute|# minutes} of work, on "
                    "{songs:# song|# songs}."),
            n=total.n_decisions, minutes=round(total.active_s / 60.0), songs=total.n_songs,
        )  # fmt: skip
        if total.median_s is None or total.decisions_an_hour is None:
            return sentence
        bought = self._bought(ledger)
        more = self.tr("Half of them took less than {median} s; an hour yields {rate}, "
                       "{yes} of them yes.")  # fmt: skip
        speed = more.format(
            median=decimal_text(total.median_s, 1),
            rate=number_text(round(total.decisions_an_hour)),
            yes=number_text(round(total.yes_an_hour or 0.0)),
        )
        return " ".join(part for part in (sentence, speed, bought) if part)

    def _bought(self, ledger: TimeLedger) -> str:
        """Say what the best round number of pairs has cost that a learned model has reached."""
        for wauc in MARKS:
            first = ledger.reached(wauc)
            if first is not None:
                text = self.tr(
                    "A model first put {pairs} of 100 pairs in order after "
                    "{n:# decision|# decisions} and {minutes:# minute|# minutes}."
                )
                minutes = round(first.active_s / 60.0)
                return counted(text, pairs=round(100 * wauc), n=first.n_decisions, minutes=minutes)
        return ""

    def _caption(self, total: Work) -> str:
        parts = [
            self.tr("Read from the journal of this library; nothing of it is sent anywhere."),
            self.tr("Gaps of more than two minutes are breaks and are not counted: {}.").format(
                number_text(total.n_breaks)
            ),
        ]
        if total.n_at_once:
            text = self.tr("Left out: {:# other change|# other changes}, such as an import or many "
                           "decisions at once.")  # fmt: skip
            parts.append(counted(text, total.n_at_once))
        if total.n_clock_back:
            text = self.tr("The clock was set back {:once|# times}: that time is not known.")
            parts.append(counted(text, total.n_clock_back))
        return " ".join(parts)

    def _guess_text(self, guesses: GuessEffect) -> str:
        if not guesses.n_shown and not guesses.n_hidden:
            return self.tr("No decision on a tag that the model would have suggested yet.")
        sentences = [self._rate_text(guesses)]
        gap = guesses.difference
        if gap.value is not None:
            text = self.tr("On equal tags at like scores the difference is {gap}.")
            sentences.append(text.format(gap=_signed_of_hundred(gap)))
            sentences.append(
                self.tr(
                    "Nobody drew by lot which guesses were hidden: the difference may have other "
                    "causes than seeing them."
                )
            )
        if gap.reason:
            sentences.append(translated(gap.reason))
        return " ".join(sentences)

    def _rate_text(self, guesses: GuessEffect) -> str:
        """Say how often a suggestion is a yes, with the guess on screen and without."""
        if not guesses.n_hidden:
            text = self.tr(
                "Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: "
                "{n_shown}); none was decided with it hidden."
            )
        elif not guesses.n_shown:
            text = self.tr(
                "Of 100 suggestions you say yes to {hidden} with the guess hidden (decisions: "
                "{n_hidden}); none was decided with it on screen."
            )
        else:
            text = self.tr(
                "Of 100 suggestions you say yes to {shown} with the guess on screen (decisions: "
                "{n_shown}), and to {hidden} where it was hidden ({n_hidden})."
            )
        return text.format(
            shown=_of_hundred(guesses.shown), n_shown=number_text(guesses.n_shown),
            hidden=_of_hundred(guesses.hidden), n_hidden=number_text(guesses.n_hidden),
        )  # fmt: skip

    def _warning(self, guesses: GuessEffect) -> str:
        if guesses.seems_to_lead:
            return self.tr(
                "Seeing the guess seems to lead your ear: you say yes to it more often than you do "
                "blind. Blind mode (B) helps; so does revealing it only after a decision."
            )
        if guesses.seems_to_repel:
            return self.tr(
                "Seeing the guess seems to turn your ear away: you say yes to it less often than "
                "you do blind."
            )
        return ""

    def _rows(self) -> list[tuple[str, ...]]:
        from core.evaluation.time_ledger_records import csv_rows

        return csv_rows(self._works())

    def _choose_listened(self) -> None:
        if (path := self.choose_table("rhythmcap-heard.csv")) is not None:
            self.listened_requested.emit(path)


def _of_hundred(share: Estimate) -> str:
    """Write a share as "71 (60–80)", "71", or a dash."""
    if share.value is None:
        return "–"
    text = str(round(100 * share.value))
    if share.low is None or share.high is None:
        return text
    return f"{text} ({round(100 * share.low)}–{round(100 * share.high)})"


def _signed_of_hundred(gap: Estimate) -> str:
    text = _signed(gap.value or 0.0)
    if gap.low is None or gap.high is None:
        return text
    return f"{text} ({_signed(gap.low)} … {_signed(gap.high)})"


def _signed(share: float) -> str:
    number = round(100 * share)
    return f"+{number}" if number > 0 else f"−{-number}" if number < 0 else "0"
