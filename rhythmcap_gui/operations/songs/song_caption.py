"""The caption of the open song: its tags as the annotator would list them, worked out beside it.

How she lists them is learned anew as a song is opened after decisions were made; of very many songs
after many decisions, as one more changes little then and reading all takes seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.grammar.caption import Caption, CaptionWriter
    from core.library.records import Changes

WRITE_AFTER_MS = 120  # the last of several decisions
LISTS_A_DECISION = 200  # learned from; of more, one decision alone is not learned from anew


class SongCaption(QObject):
    """changed(text, left out): of the open song, "" for none."""

    changed = Signal(str, str)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.text = self.left_out = ""
        self._writer: CaptionWriter | None = None
        self._is_stale = True
        self._n_decisions = 0  # since it was learned
        self._learning = self._writing = 0  # ids of jobs
        self._soon = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS, timeout=self._write)
        session = context.session
        session.library_changed.connect(lambda _library: self._forget())
        session.song_opened.connect(lambda _song: self._on_song())
        session.changed.connect(self._on_changed)
        for signal in (session.predictions_ready, session.model_changed, session.blind_changed):
            signal.connect(lambda _value: self._soon.start())

    def copy(self) -> None:
        """Put the caption on the clipboard."""
        if self.text:
            QApplication.clipboard().setText(self.text)
            self._context.session.notify(self.tr("Copied: {}").format(self.text))

    def _on_song(self) -> None:
        self._show("", "")
        if self._context.session.song is not None:
            if self._is_stale:
                self._learn()
            self._soon.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.tags or changes.codebook or changes.library:
            self._n_decisions += max(len(changes.songs), 1)
            n_lists = self._writer.n_lists if self._writer is not None else 0
            are_many = self._n_decisions * LISTS_A_DECISION > n_lists
            self._is_stale = self._is_stale or bool(changes.codebook or changes.library) or are_many
            self._soon.start()

    def _forget(self) -> None:
        self._soon.stop()
        for job_id in (self._learning, self._writing):
            self._context.runner.cancel(job_id)
        self._writer, self._is_stale = None, True
        self._show("", "")

    def _learn(self) -> None:
        library = self._context.library
        path, annotator = library.path, library.annotators.current.name
        self._is_stale, self._n_decisions = False, 0

        def work(_job: Running) -> CaptionWriter:
            from core.grammar.library_grammar import caption_writer
            from core.library.store import Library

            with Library.open(path, read_only=True, annotator=annotator) as reading:
                return caption_writer(reading)

        def done(writer: CaptionWriter) -> None:
            self._writer = writer
            self._soon.start()

        title = self.tr("Learn how tags are listed")
        listeners = Listeners(done=done, failed=lambda _error: None)
        self._learning = self._context.runner.start(Lane.UPKEEP, title, work, listeners)

    def _write(self) -> None:
        """Work out the caption of the open song; blind mode lists only what was judged yes."""
        from core.grammar.predicted_caption import predicted_caption, tag_thresholds

        session, writer = self._context.session, self._writer
        song, library, model = session.song, session.library, session.model
        if song is None or library is None or writer is None:
            return
        states = {tag_id: decision.state for tag_id, decision in session.states().items()}
        is_seen = session.guesses_visible and model is not None
        scores = session.tag_scores() if is_seen else {}
        thresholds = tag_thresholds(library, model) if is_seen and model is not None else {}
        song_id = song.id

        def work(_job: Running) -> Caption:
            return predicted_caption(writer, states, scores, thresholds)

        def done(caption: Caption) -> None:
            now = self._context.session
            if now.song is None or now.song.id != song_id or now.library is None:
                return
            names = {tag.id: tag.name for tag in now.library.codebook.tags()}
            listed, left_out = (
                ", ".join(names[tag_id] for tag_id in ids if tag_id in names)
                for ids in (caption.tag_ids, caption.left_out)
            )
            self._show(listed, left_out)

        self._context.runner.cancel(self._writing)
        listeners = Listeners(done=done, failed=lambda _error: None)
        title = self.tr("Write the caption")
        self._writing = self._context.runner.start(Lane.UPKEEP, title, work, listeners)

    def _show(self, text: str, left_out: str) -> None:
        if (text, left_out) != (self.text, self.left_out):
            self.text, self.left_out = text, left_out
            self.changed.emit(text, left_out)
