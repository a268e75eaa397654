"""The Learn dock: fine-tuning while it runs, and the choice when it is over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core.metrics.metric_records import Estimate
from core.training.readiness_records import Readiness, summary
from rhythmcap_gui import key_names, theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import clock_text, counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import LearnState
from rhythmcap_gui.views.models.learning_curve import LearningCurve
from rhythmcap_gui.views.models.metric_texts import (
    changed_tags_text,
    estimate_tip,
    pairs_text,
    worse_text,
)
from rhythmcap_gui.views.models.parent_choice import ParentChoice
from rhythmcap_gui.views.models.readiness_view import ReadinessView
from rhythmcap_gui.views.models.tag_results import TagResults
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.key_cap import KeyButton
from rhythmcap_gui.views.widgets.score_format import pair_count

STEPS = 1000
SCROLL_PX = 36  # two lines at least; buttons are never cut for the sake of more
WIDE_PX = 1600
LEFT_PX, BESIDE_CURVE_PX, BESIDE_NEEDS_PX = 490, 400, 324  # the wider, the fewer rows of buttons


class LearnDock(QWidget):
    """From left to right: what is going on, the curve, the result for each tag.

    emptied() is emitted where another library is opened that has nothing to show here.
    """

    learn_requested = Signal()
    cancel_requested = Signal()
    use_new_requested = Signal()
    keep_old_requested = Signal()
    readiness_requested = Signal()
    readiness_closed = Signal()
    result_requested = Signal(int, str)  # the new model, a tag or ""
    emptied = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._heading = QLabel(wordWrap=True)
        self._heading.setProperty("heading", True)
        self.question = GlossaryLink("pairs")
        self._sentence = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._sentence.setProperty("dim", True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Learn"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sentence)
        self._scroll.setMinimumHeight(SCROLL_PX)
        self._bar = QProgressBar(maximum=STEPS, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of learning"))
        self._how_far = QLabel(wordWrap=True)
        self._how_far.setProperty("dim", True)
        self._how_far.setFont(theme.font(figures=True))
        self.parent_choice = ParentChoice(session, self)
        self.curve = LearningCurve()
        self.curve.export_ended.connect(session.notify)
        self.results = TagResults()
        self.readiness = ReadinessView(session)
        self._readiness: Readiness | None = None
        self.results.tag_opened.connect(self._open_result)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        self._left = QWidget()
        self._left.setLayout(self._left_column())
        row.addWidget(self._left)
        row.addWidget(self.curve, 4)
        row.addWidget(self.results, 10)
        row.addWidget(self.readiness, 10)
        row.addStretch(0)  # with nothing beside them, the words stay on the left
        self._library_path = session.library.path if session.library else None
        session.model_changed.connect(lambda _model: self.show_state(self._state))
        session.library_changed.connect(lambda _library: self._follow_library())
        self.show_state(LearnState(False))

    @property
    def shows_readiness(self) -> bool:
        """Whether what the words need is on screen."""
        return self.readiness.isVisible()

    def show_readiness(self, found: Readiness | None) -> None:
        """Show what the words need before they are learned, in place of the last result."""
        self._readiness = found
        if found is not None:
            self.readiness.show_readiness(found)
        self.show_state(self._state)

    def show_state(self, state: LearnState) -> None:
        """Show fine-tuning as it is now."""
        self._state = state
        asks = self._readiness is not None and not state.running
        over = (state.outcome is not None or state.new is not None) and not asks
        self._heading.setText(self._title(state))
        self._sentence.setText(self._words(state))
        self._scroll.setVisible(bool(self._sentence.text()))
        self._how_far.setText(self._progress(state))
        self._how_far.setVisible(state.running)
        self._bar.setVisible(state.running)
        self._show_bar(state)
        self.cancel.setVisible(state.running)
        self.use_new.setVisible(over and not state.decided)
        self.keep_old.setVisible(over and not state.decided)
        self._show_choice(is_worse=state.is_worse)
        self.use_new.setEnabled(not state.wanted)
        self.numbers.setVisible(over and state.new is not None)
        self._show_question(over=over, asks=asks)
        self.learn.setVisible(not state.running and (not over or state.decided))
        self.parent_choice.show_if_useful(wanted=not state.running and (not over or state.decided))
        nothing = asks and self._readiness is not None and not self._readiness.n_learnable
        self.learn.setEnabled(self._session.model is not None and not nothing)
        self.learn.setProperty("primary", asks)
        self.learn.setText(self.tr("Learn now") if asks else self.tr("Learn from my tags"))
        self.learn.style().polish(self.learn)
        self.needs.setVisible(self.learn.isVisibleTo(self) and not asks)
        self.later.setVisible(asks)
        self.forecast.setVisible(asks and not nothing and self._session.model is not None)
        self.readiness.setVisible(asks)
        self.curve.show_reports(state.reports, state.outcome)
        self.curve.setVisible(not asks and _trains_network(state))
        self._fit_left()
        self.results.setVisible(over and state.outcome is not None)
        if state.outcome is not None:
            self.results.show_outcome(state.outcome)

    def _follow_library(self) -> None:
        library = self._session.library
        if library is None:
            return
        left, self._library_path = self._library_path, library.path
        is_empty = self._state == LearnState(False) and self._readiness is None
        if left is not None and left != library.path and is_empty:
            self.emptied.emit()

    def _show_question(self, *, over: bool, asks: bool) -> None:
        """Lead to what the figures of a result mean, or to what a tag needs."""
        self.question.set_entry("readiness" if asks else "pairs")
        self.question.setVisible(asks or over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_left()

    def _fit_left(self) -> None:
        """Give the words their width; on a wide screen as much as one row of buttons takes."""
        asks = self._readiness is not None and not self._state.running
        trains = _trains_network(self._state)
        left_px = BESIDE_NEEDS_PX if asks else BESIDE_CURVE_PX if trains else LEFT_PX
        if self.width() >= WIDE_PX and not asks:
            left_px = max(left_px, self._buttons.one_row_px())
        self._left.setFixedWidth(left_px)

    def _left_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self.question)
        column.addLayout(heading)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.parent_choice)
        column.addWidget(self._bar)
        column.addWidget(self._how_far)
        self.learn = _button(self.tr("Learn from my tags"), self.learn_requested, "Ctrl+T")
        self.needs = _button(self.tr("What tags need"), self.readiness_requested, "Ctrl+Shift+T")
        self.later = _button(self.tr("Not now"), self.readiness_closed)
        self.forecast = QPushButton(self.tr("How many more songs?"))
        self.forecast.setToolTip(self.tr("Forecast what tags need, from their learning curves"))
        self.forecast.clicked.connect(self.readiness.request_forecast)
        self.cancel = _button(self.tr("Cancel"), self.cancel_requested)
        self._make_choices()
        self.numbers = QPushButton(self.tr("Result…"))
        self.numbers.setToolTip(
            self.tr("How well it does, tag by tag, with the songs it got wrong")
        )
        self.numbers.clicked.connect(lambda: self._open_result(""))
        self._buttons = FlowLayout()
        for button in (
            self.learn,
            self.needs,
            self.later,
            self.forecast,
            self.cancel,
            self.use_new,
            self.keep_old,
            self.numbers,
        ):
            self._buttons.addWidget(button)
        column.addLayout(self._buttons)
        return column

    def _make_choices(self) -> None:
        """Make the buttons at the end: the new model, with its key, or the old one."""
        use, keep = self.tr("Use the new model"), self.tr("Keep the old one")
        self.use_new, self.keep_old = KeyButton(use, "", ""), KeyButton(keep, "", "")
        self.use_new.setProperty("primary", True)
        key_names.tip(self.use_new, "model.use_new", use)
        key_names.cap(self.use_new, "", "Ctrl+U")
        kept = self.tr("The new one stays in the library, under Models")
        key_names.tip(self.keep_old, "model.keep_old", kept)
        self.use_new.clicked.connect(self.use_new_requested)
        self.keep_old.clicked.connect(self.keep_old_requested)

    def _show_choice(self, *, is_worse: bool) -> None:
        """Offer the new model first, or where it is surely worse the old one; its key is off."""
        use = self.tr("Use it although it is worse") if is_worse else self.tr("Use the new model")
        self.use_new.setText(use)
        self.use_new.setProperty("primary", not is_worse)
        self.keep_old.setProperty("primary", is_worse)
        self.use_new.setAccessibleName(use)
        if is_worse:
            self.use_new.set_key("")
        else:
            key_names.cap(self.use_new, "", "Ctrl+U")
        for button in (self.use_new, self.keep_old):
            button.style().unpolish(button)
            button.style().polish(button)

    def _show_bar(self, state: LearnState) -> None:
        """One bar for all of learning; it never goes back, even where memory ran out once."""
        if not state.running:
            self._bar.reset()
        progress = state.progress
        known = progress is not None and progress.total > 0 and progress.done > 0
        self._bar.setMaximum(STEPS if known else 0)
        if progress is not None and known:
            self._bar.setValue(max(self._bar.value(), round(STEPS * progress.fraction)))

    def _title(self, state: LearnState) -> str:
        if state.running:
            text = counted(self.tr("Learning from {:# song|# songs}"), state.n_songs)
            return f"{text} · {state.library}" if state.library else text
        if self._readiness is not None:
            if not self._readiness.words:
                return self.tr("There is nothing to learn yet")
            if self._readiness.not_ready:
                return self.tr("Some tags cannot be learned yet")
            return self.tr("All tags can be learned")
        if state.waiting and state.new is None:
            return self.tr("Learned, not in the library yet: {}").format(state.waiting)
        if state.problem:
            return self.tr("Nothing was learned")
        if state.cancelled:
            return self.tr("Learning was cancelled")
        if state.outcome is None and state.new is None:
            return self.tr("Teach a model your tags")
        new = state.new.name if state.new else ""
        return self.tr("Learned: {}").format(new)

    def _words(self, state: LearnState) -> str:
        if self._readiness is not None and not state.running:
            return "\n".join(map(translated, summary(self._readiness)))
        if state.waiting and state.new is None:
            waiting = self.tr("It is added to the library as soon as the library can be written "
                              "again.")  # fmt: skip
            return f"{state.problem}\n{waiting}".strip()
        if state.problem:
            return state.problem
        if state.cancelled:
            return self.tr("The model is as it was.")
        using = self._session.model.name if self._session.model else ""
        if state.outcome is None and state.new is not None:  # learned before the program began
            in_use = self.tr("In use: {}").format(using)
            return f"{_worse_words(state)}\n{in_use}".strip()
        if state.outcome is None:
            waiting = self.tr("It learns from all songs you have judged, in the background; "
                              "go on tagging meanwhile.")  # fmt: skip
            return state.depth_reason or waiting
        outcome = state.outcome
        notes = map(translated, outcome.notes)
        lines = [_worse_words(state), self._verdict(state), _changed_words(state), *notes]
        if outcome.left_out:
            text = self.tr("{:# tag|# tags} left out: too few songs judged.")
            lines.append(counted(text, len(outcome.left_out)))
        if outcome.skipped:
            text = self.tr("{:# song|# songs} could not be read.")
            lines.append(counted(text, len(outcome.skipped)))
        if state.decided:
            lines.insert(0, self.tr("In use: {}").format(using))
        return "\n".join(line for line in lines if line)

    def _open_result(self, tag: str) -> None:
        if self._state.new is not None:
            self.result_requested.emit(self._state.new.id, tag)

    def _verdict(self, state: LearnState) -> str:
        outcome = state.outcome
        if outcome is None or outcome.wauc_after is None:
            return self.tr("Too few songs to test how well it learned.")
        now = outcome.means.get("wauc", Estimate(outcome.wauc_after))
        if now.reason:
            return estimate_tip(now)
        text = self.tr("On {:# song|# songs} kept aside for testing it puts a right song above a "
                       "wrong one in {} of 100 pairs.")  # fmt: skip
        sentence = counted(text, outcome.n_measured, pairs_text(now))
        if outcome.wauc_before is None:
            return sentence
        before = self.tr("The model before: {} of 100.").format(pair_count(outcome.wauc_before))
        return f"{sentence} {before}"

    def _progress(self, state: LearnState) -> str:
        progress = state.progress
        if not state.reports:
            what = progress.what if progress and progress.what else self.tr("Getting ready…")
            if progress is None or not progress.time_left:
                return what
            return f"{what} · " + self.tr("about {} left").format(progress.time_left)
        last = state.reports[-1]
        text = self.tr("epoch {} of {}").format(last.epoch, last.epochs)
        left = clock_text(round(last.seconds_left))
        return f"{text} · " + self.tr("{} left").format(left) if left else text


def _worse_words(state: LearnState) -> str:
    if state.wanted:
        return QCoreApplication.translate(
            "LearnDock", "It is used as soon as it has been compared with the model in use."
        )
    return worse_text(state.change) if state.is_worse and not state.decided else ""


def _changed_words(state: LearnState) -> str:
    return changed_tags_text(state.outcome.change) if state.outcome is not None else ""


def _trains_network(state: LearnState) -> bool:
    """Return whether there is a curve to tell of: of training that runs, or that was kept.

    One that was dropped says nothing about the model at hand, which is measured on other songs.
    """
    kept = state.outcome is None or state.outcome.measured_by == "kept"
    return bool(state.reports) and kept and not state.cancelled and not state.problem


def _button(text: str, signal: object, key: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.setToolTip(f"{text} ({key})" if key else text)
    button.clicked.connect(lambda: signal.emit())
    return button
