"""Questions one at a time, in the window: the seconds they are about, the word to begin with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from rhythmcap_gui.controllers.dialogs import LatestJob, brought_forward, show_beside
from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.review import agreement, prevalence, progress, time_ledger
from rhythmcap_gui.operations.review.review import Review
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.views.listening.listening import Listening
from rhythmcap_gui.views.widgets.tag_picker import TagPicker
from rhythmcap_gui.views.widgets.work_dialog import WorkDialog

if TYPE_CHECKING:
    from core.library.records import Changes
    from rhythmcap_gui.views.review.agreement_dialog import AgreementDialog
    from rhythmcap_gui.views.review.prevalence_dialog import PrevalenceDialog
    from rhythmcap_gui.views.review.progress_dialog import ProgressDialog
    from rhythmcap_gui.views.review.time_dialog import TimeDialog

COMPARE_AFTER_MS = 400  # the last of several decisions


class ReviewController(QObject):
    """Loops the seconds that speak for a question's word, as soon as they are known."""

    def __init__(
        self, context: AppContext, window: QWidget, review: Review, listening: Listening
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._review, self._anchor = review, listening.heading
        self._taggram = listening.song_panes.taggram
        self._waiting: tuple[int, int] | None = None  # song and tag whose seconds are not known yet
        self.picker: TagPicker | None = None
        self.agreement: AgreementDialog | None = None
        self.time: TimeDialog | None = None
        self.prevalence: PrevalenceDialog | None = None
        self.progress: ProgressDialog | None = None
        review.opened.connect(self._begin)
        context.session.predictions_ready.connect(lambda _found: self._begin_late())
        context.session.loop_changed.connect(self._note_loop)

    def choose_word(self) -> None:
        """Type a word; the songs of the search are judged on it one by one."""
        picker = TagPicker(
            self._context.session, self.tr("Judge song by song: which tag?"), self._window
        )
        picker.hint.setText(
            self.tr("Enter: the songs of this search that are not judged on it, one after another")
        )
        picker.picked.connect(lambda tag_id, _keys: self._review.begin_word(tag_id))
        picker.open_below(self._anchor)
        self._type_word_of_search(picker)
        self.picker = picker

    def show_agreement(self) -> None:
        """Show how far annotators agree; one window of it stays open beside the main one."""
        if brought_forward(self.agreement):
            return
        from rhythmcap_gui.views.review.agreement_dialog import AgreementDialog

        context = self._context
        dialog = AgreementDialog(context.session, self._window)
        start = partial(agreement.compare, context)
        comparing = Updates(context, dialog, start, dialog.show_agreement)
        comparing.title = self.tr("Comparing annotators")
        dialog.song_requested.connect(self._hear_song)
        dialog.settled.connect(lambda one, state: agreement.adjudicate(context, one, state))
        dialog.details_toggled.connect(lambda shown: preferences.change(context, details=shown))
        self.agreement = dialog
        comparing.start()
        show_beside(dialog, context.session)

    def show_time(self) -> None:
        """Show where the annotator's time went; one window of it stays open beside the main one."""
        if brought_forward(self.time):
            return
        from rhythmcap_gui.views.review.time_dialog import TimeDialog

        context = self._context
        dialog = self.time = TimeDialog(self._window)
        adding = Updates(context, dialog, partial(time_ledger.add_up, context), dialog.show_ledger)
        adding.title = self.tr("Adding up")
        dialog.export_ended.connect(context.session.notify)
        dialog.listened_requested.connect(
            lambda path: dialog.write(path, time_ledger.listened_table(context))
        )
        adding.start()
        show_beside(dialog, context.session)

    def show_prevalence(self) -> None:
        """Show how common tags are; one window of it stays open beside the main one."""
        if brought_forward(self.prevalence):
            return
        from rhythmcap_gui.views.review.prevalence_dialog import PrevalenceDialog

        context = self._context
        dialog = self.prevalence = PrevalenceDialog(self._window)
        estimating = Updates(
            context, dialog, lambda listeners: prevalence.estimate(context, dialog.by, listeners),
            dialog.show_found,
        )  # fmt: skip
        estimating.title = self.tr("Estimating")
        dialog.by_changed.connect(estimating.start)
        dialog.queue_requested.connect(dialog.close)
        dialog.queue_requested.connect(self._review.begin_songs)
        dialog.export_ended.connect(context.session.notify)
        estimating.start()
        show_beside(dialog, context.session)

    def show_progress(self) -> None:
        """Show whether predictions became better; one window of it stays open beside this one."""
        if brought_forward(self.progress):
            return
        from rhythmcap_gui.views.review.progress_dialog import ProgressDialog

        context = self._context
        dialog = self.progress = ProgressDialog(self._window)
        adding = Updates(context, dialog, partial(progress.add_up, context), dialog.show_found)
        adding.title = self.tr("Adding up")
        dialog.export_ended.connect(context.session.notify)
        adding.start()
        show_beside(dialog, context.session)

    def _hear_song(self, song_id: int) -> None:
        """Play a song, selected in the list, where its decisions are seen."""
        navigation.open_from_elsewhere(self._context, song_id)
        if not self._context.session.playing:
            playback.toggle(self._context)

    def _type_word_of_search(self, picker: TagPicker) -> None:
        """Begin with the word that is searched for; what is typed takes its place."""
        session = self._context.session
        known = {tag.name for tag in self._context.library.codebook.tags()}
        names = [name for name in session.query_line().tag_names() if name in known]
        if names:
            picker.line.setText(names[0])
            picker.line.selectAll()

    def hear(self, *, most: bool) -> bool:
        """Loop what speaks most or least for the question's word; False where that is not known."""
        question = self._review.question
        if question is None or not self.hear_tag(question.tag_id, most=most):
            return False
        self._waiting = None
        return True

    def hear_song(self, song_id: int, tag_id: int) -> None:
        """Open a song, and loop what speaks most for a word as soon as that is known."""
        navigation.open_from_elsewhere(self._context, song_id, play=True)
        self._begin(tag_id)

    def hear_tag(self, tag_id: int, *, most: bool) -> bool:
        """Loop and play what speaks most or least for a word; False where that is not known."""
        session = self._context.session
        columns = {i for i, known in enumerate(session.model_tags) if known == tag_id}
        row = next((row for row in self._taggram.rows if row.column in columns), None)
        if row is None or not self._taggram.has_picture:
            return False
        self._taggram.loop_row(row, most=most)
        if not session.playing:
            playback.toggle(self._context)
        return True

    def _begin(self, tag_id: int) -> None:
        """Play the loudest seconds of the word now, or as soon as the model has found them."""
        song = self._context.session.song
        is_known = song is None or self.hear_tag(tag_id, most=True)
        self._waiting = None if is_known else (song.id, tag_id)

    def _begin_late(self) -> None:
        """Play them where they are of the song that was waited for."""
        song = self._context.session.song
        if self._waiting is not None and song is not None and song.id == self._waiting[0]:
            self._begin(self._waiting[1])

    def _note_loop(self, loop: object) -> None:
        """Leave alone a loop that the user made while the model was still looking."""
        if loop is not None:
            self._waiting = None


class Updates(QObject):
    """Computes what a dialog shows anew whenever decisions change, as long as it is open.

    begin: starts the job for its listeners. show: takes its result. title: what the job does.
    """

    def __init__(
        self,
        context: AppContext,
        dialog: WorkDialog,
        begin: Callable[[Listeners], int],
        show: Callable[[Any], None],
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._job = dialog, LatestJob(context, dialog)
        self._begin, self._show, self.title = begin, show, ""
        self._turn = 0
        self._delay = QTimer(self, singleShot=True, interval=COMPARE_AFTER_MS)
        self._delay.timeout.connect(self.start)
        dialog.finished.connect(self._end)
        context.session.changed.connect(self._follow)

    def start(self) -> None:
        """Begin now; what was begun before is stopped."""
        self._job.cancel()
        self._turn = turn = self._turn + 1
        dialog = self._dialog
        dialog.begin(self.title)

        def if_latest(call: Callable[..., None]) -> Callable[..., None]:
            return lambda *values: call(*values) if turn == self._turn else None

        listeners = Listeners(
            done=if_latest(self._show),
            failed=if_latest(dialog.failed),
            cancelled=if_latest(dialog.stopped),
            progress=if_latest(dialog.show_progress),
        )
        self._job.id = self._begin(listeners)

    def _end(self, _result: int) -> None:
        """Let nothing reach the dialog that goes."""
        self._turn += 1
        self._delay.stop()
        self._job.cancel()

    def _follow(self, changes: Changes) -> None:
        if changes.tags or changes.library:
            self._delay.start()
